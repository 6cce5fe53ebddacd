"""Sentences for the benchmark of dates, and ways to write a date in them.

The words stand in `tongues/`, a file a language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import yaml


@dataclass(frozen=True)
class Tongue:
    """One language: a file of `tongues/`.

    In forms, {d} {m} {y} are day, month and year, {n} {nn} numbers of the month, {dd} the day
    in two digits, {a} a short month, {w} the weekday; a form brings its own preposition,
    sentences have none before a date.
    """

    code: str
    months: str
    months_alone: str
    short: str
    weekdays: str
    full: tuple[str, ...]
    written: tuple[str, ...]
    with_weekday: tuple[str, ...]
    with_weekday_no_year: tuple[str, ...]
    dateline_forms: tuple[str, ...]
    events: tuple[str, ...]
    announced: tuple[str, ...]
    after: tuple[str, ...]
    units: dict[str, tuple[str, str, str]]
    numbers_in_words: str
    directions: tuple[str, str]
    few: tuple[tuple[str, ...], tuple[str, ...]]
    lasted: tuple[str, ...]
    sieges: tuple[str, ...]
    lasted_years: tuple[str, ...]
    aged: tuple[str, ...]
    died: tuple[str, ...]
    two_ages: tuple[str, ...]
    anniversary: tuple[str, ...]
    short_ranges: tuple[str, ...]
    during: tuple[str, ...]
    from_to: tuple[str, ...]
    from_to_year: tuple[str, ...]
    datelines: tuple[str, ...]
    headlines: tuple[tuple[str, str], ...]
    twice: tuple[tuple[str, str], ...]
    fillers: tuple[str, ...]
    titles: tuple[str, ...]
    month_year: str = "{m} {y}"

    def numbers(self, form: str, year: int, month: int, day: int, weekday: int = 0) -> str:
        return form.format(
            d=day,
            dd=f"{day:02d}",
            m=self.months.split()[month - 1],
            a=self.short.split()[month - 1],
            y=year,
            n=month,
            nn=f"{month:02d}",
            w=self.weekdays.split()[weekday],
            th=_th(day),
        )

    def date(self, form: str, day: date) -> str:
        return self.numbers(form, day.year, day.month, day.day, day.weekday())

    def weekday(self, form: str, day: date, weekday: int) -> str:
        return self.numbers(form, day.year, day.month, day.day, weekday)

    def month(self, year: int, month: int) -> str:
        return self.month_year.format(m=self.months_alone.split()[month - 1], y=year)

    def range(self, form: str, begin: date, end: date) -> str:
        return self.date(form.replace("{e}", str(end.day)), begin)

    def amount(self, count: int, unit: str) -> str:
        if count < 11 and count % 2:
            number = self.numbers_in_words.split()[count - 1]
            if self.code == "ru" and unit == "week":
                number = {"один": "одну"}.get(number, number)
            return f"{number} {self._unit(count, unit)}"
        return f"{count} {self._unit(count, unit)}"

    def years_old(self, count: int) -> str:
        return self.amount(count, "year") if self.code == "ru" else str(count)

    def apart(self, count: int, unit: str, sign: int, rng: Random) -> str:
        del rng
        words = f"{self.amount(count, unit)} {self.directions[sign > 0]}"
        return words[0].upper() + words[1:]

    def some(self, sign: int, rng: Random) -> str:
        return rng.choice(self.few[sign > 0])

    def nth(self, count: int) -> str:
        return f"{count}{_th(count)}" if self.code == "en" else str(count)

    def _unit(self, count: int, unit: str) -> str:
        one, few, many = self.units[unit]
        if self.code != "ru":
            return one if count == 1 else many
        if count % 10 == 1 and count % 100 != 11:
            return one
        return few if 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14 else many


def _th(day: int) -> str:
    if 11 <= day % 100 <= 13:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _frozen(value: Any) -> Any:
    """Lists made tuples, at every depth."""
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value


def _tongue(path: Path) -> Tongue:
    return Tongue(**_frozen(yaml.safe_load(path.read_text(encoding="utf-8"))))


TONGUES = tuple(_tongue(path) for path in sorted(Path(__file__).parent.glob("tongues/*.yaml")))
