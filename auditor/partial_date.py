"""Dates of which the article gives only a part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A calendar date of which parts may be missing; prints as ISO 8601 ("2025-04", "--11-07")."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: date) -> PartialDate:
        return cls(day.year, day.month, day.day)

    @property
    def full(self) -> date | None:
        """The calendar day, where all parts are there and such a day exists."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    def __str__(self) -> str:
        year = "-" if self.year is None else f"{self.year:04d}"
        if self.month is None:
            return year if self.day is None else f"---{self.day:02d}"
        text = f"{year}-{self.month:02d}"
        return text if self.day is None else f"{text}-{self.day:02d}"
