"""Days and dates in words, for checks and messages."""

from __future__ import annotations

from datetime import date
from typing import get_args

from auditor.kinds import Weekday
from auditor.partial_date import PartialDate

WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
"""Monday first, as `datetime.date.weekday` counts."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def day_in_words(value: date | PartialDate) -> str:
    """“26 April 2025”, “26 April”, “April 2025”: the parts that are known."""
    month = _MONTHS[value.month - 1] if value.month and value.month <= 12 else None
    day = str(value.day) if value.day else None
    year = str(value.year) if value.year else None
    return " ".join(part for part in (day, month, year) if part)


def weekday_in_words(weekday: int) -> str:
    """“Saturday” for 5."""
    return WEEKDAYS[weekday].capitalize()


def days_in_words(days: int) -> str:
    """“1 day”, “12 days”."""
    return f"{days} day" if days == 1 else f"{days} days"
