"""Arithmetic on the calendar, for dates that may not exist."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

from auditor.partial_date import PartialDate

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def exists(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether the calendar has such a day; without a year, whether any year has it."""
    if year is not None and not MINYEAR <= year <= MAXYEAR:
        return False
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None or month is None:
        return True
    if not 1 <= day <= _LONGEST[month - 1]:
        return False
    return (month, day) != (2, 29) or year is None or _is_leap(year)


def last_day(year: int | None, month: int) -> int:
    """The number of days of a month; 29 for February where the year is not known."""
    return 28 if month == 2 and year and not _is_leap(year) else _LONGEST[month - 1]


def shifted_month(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month so many months on."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def days_on(day: date, days: int) -> date | None:
    """So many days later; None beyond the ends of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def days_between(first: PartialDate, second: PartialDate) -> int | None:
    """Days from `first` to `second`; None where a month, a day or the calendar lacks.

    Where a year is missing both are taken to lie as near as they can.
    """
    if first.year is not None and second.year is not None:
        a, b = first.full, second.full
        return (b - a).days if a and b else None
    year = first.year or second.year or 2001
    a = PartialDate(first.year or year, first.month, first.day).full
    near = [
        PartialDate(y if second.year is None else year, second.month, second.day).full
        for y in (year - 1, year, year + 1)
    ]
    if second.year is not None:
        b = second.full
        ends = [PartialDate(y, first.month, first.day).full for y in (year - 1, year, year + 1)]
        distances = [(b - e).days for e in ends if e and b]
    else:
        distances = [(n - a).days for n in near if n and a]
    return min(distances, key=abs, default=None)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
