"""Dates that cannot hold: against the calendar, against each other, against the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.items import ConflictKind, DateConflict, Reading
from auditor.layers.dates.anchors import words_of_span
from auditor.layers.dates.calendar import exists, last_day
from auditor.layers.dates.relations import Dated, fit
from auditor.layers.dates.resolve import resolved
from auditor.layers.dates.wording import day_in_words, days_in_words, weekday_in_words


def date_conflicts(reading: Reading) -> tuple[DateConflict, ...]:
    """What is surely wrong with the article's dates, in text order. Silent where in doubt.

    Raises:
        NotKnown: the language has no lists of dates.
    """
    found = reading.use(resolved)
    conflicts = sorted(_all(reading, found), key=lambda c: (c.start, c.end))
    return tuple(_numbered(conflicts))


def _numbered(conflicts: Sequence[DateConflict]) -> Iterator[DateConflict]:
    from dataclasses import replace

    for number, conflict in enumerate(conflicts, 1):
        yield replace(conflict, number=number)


def _all(reading: Reading, dates: Sequence[Dated]) -> Iterator[DateConflict]:
    for index, dated in enumerate(dates):
        if dated.found.kind != "date":
            continue
        if not _possible(dated):
            yield _conflict("impossible", dated, computed=_why_impossible(dated))
            continue
        if dated.item.weekday and dated.item.actual_weekday not in (None, dated.item.weekday):
            full = dated.item.value.full if dated.item.value else None
            assert full is not None
            yield _conflict(
                "weekday",
                dated,
                computed=f"{day_in_words(full)} was a {weekday_in_words(full.weekday())}",
            )
        yield from _order(dated, dates[:index], reading.text)
        yield from _range(dated, dates[:index], reading.text)


def _conflict(
    kind: ConflictKind, later: Dated, other: Dated | None = None, computed: str | None = None
) -> DateConflict:
    return DateConflict(
        number=0,
        start=later.item.start,
        end=later.item.end,
        kind=kind,
        first=later.item.number,
        second=other.item.number if other else None,
        computed=computed,
        confidence=later.item.confidence,
    )


def _possible(dated: Dated) -> bool:
    found = dated.found
    return all(
        exists(found.year, found.month, day) for day in (found.day, found.last_day or found.day)
    )


def _why_impossible(dated: Dated) -> str:
    found = dated.found
    if found.month is None or not 1 <= found.month <= 12:
        return "a year has 12 months"
    days = last_day(found.year, found.month)
    from auditor.items import PartialDate

    month = day_in_words(PartialDate(found.year if found.month == 2 else None, found.month))
    return f"{month} has {days} days"


def _order(dated: Dated, before: Sequence[Dated], text: str) -> Iterator[DateConflict]:
    result = fit(dated.found, dated.item.value, before, text)
    if result is None or result.verdict == "holds":
        return
    kind: ConflictKind = "order" if result.verdict == "order" else "interval"
    this = words_of_span(text, dated.found)
    other = words_of_span(text, result.other.found)
    if result.days == 0:
        computed = f"“{this}” is the same day as “{other}”"
    else:
        side = "after" if result.days > 0 else "before"
        computed = f"“{this}” is {days_in_words(abs(result.days))} {side} “{other}”"
    yield _conflict(kind, dated, result.other, computed)


def _range(dated: Dated, before: Sequence[Dated], text: str) -> Iterator[DateConflict]:
    found = dated.found
    if found.last_day and found.day and found.sure_range and found.last_day < found.day:
        computed = f"day {found.day} comes after day {found.last_day}"
        yield _conflict("range", dated, computed=computed)
