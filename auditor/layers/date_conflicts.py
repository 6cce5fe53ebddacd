"""Dates that cannot hold: against the calendar, against each other, against the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from auditor.items import DateConflict, Reading
from auditor.kinds import ConflictKind
from auditor.layers.dates.ages import wrong_ages
from auditor.layers.dates.anchors import words_of_span
from auditor.layers.dates.calendar import exists, last_day
from auditor.layers.dates.counts import counts_of
from auditor.layers.dates.durations import wrong_durations
from auditor.layers.dates.events import two_dates
from auditor.layers.dates.lengths import wrong_lengths
from auditor.layers.dates.publication import against_publication
from auditor.layers.dates.relations import Dated, fit
from auditor.layers.dates.resolve import resolved
from auditor.layers.dates.wording import day_in_words, days_in_words, weekday_in_words
from auditor.layers.dates.words import Words, words_of
from auditor.partial_date import PartialDate

NEAR_PUBLICATION = timedelta(days=100)
"""A date without a year is held against its weekday only so near to the publication date."""


def date_conflicts(reading: Reading) -> tuple[DateConflict, ...]:
    """What is surely wrong with the article's dates, in text order; silent where in doubt.

    Kinds found: all of them. `event` is a well-known event whose date does not fit, or,
    with a second date, one event that is told on two days. `computed` says in words what the
    calendar gives. docs/dates.md states what each kind lets pass.

    Raises:
        NotKnown: the language has no lists of dates.
    """
    words = reading.language.once(words_of)
    found = reading.use(resolved)
    counts = reading.language.once(counts_of)
    conflicts = [
        *_all(reading, found, words),
        *wrong_durations(reading, found, words),
        *wrong_lengths(reading.text, found, counts),
        *wrong_ages(reading, found, counts),
        *against_publication(reading, found, counts),
        *two_dates(reading, found, counts),
    ]
    conflicts.sort(key=lambda conflict: (conflict.start, conflict.end))
    return tuple(replace(conflict, number=n) for n, conflict in enumerate(conflicts, 1))


def _all(reading: Reading, dates: Sequence[Dated], words: Words) -> Iterator[DateConflict]:
    for index, dated in enumerate(dates):
        if dated.found.kind == "numeric" and dated.found.year is not None:
            yield _conflict("ambiguous", dated, computed=_both_readings(dated))
        if dated.found.kind == "year":
            yield from _years(dated)
        if dated.found.kind != "date":
            continue
        if not _possible(dated):
            if _is_surely_a_date(dated, reading.text, words):
                yield _conflict("impossible", dated, computed=_why_impossible(dated))
            continue
        yield from _weekday(dated, reading.article.published)
        yield from _order(dated, dates[:index], reading.text)
        yield from _range(dated, dates[index + 1 : index + 3], reading.text, words)


def _conflict(
    kind: ConflictKind, first: Dated, second: Dated | None = None, computed: str | None = None
) -> DateConflict:
    later = second if second and second.item.start > first.item.start else first
    return DateConflict(
        number=0,
        start=later.item.start,
        end=later.item.end,
        kind=kind,
        first=first.item.number,
        second=second.item.number if second else None,
        computed=computed,
        confidence=later.item.confidence,
    )


def _both_readings(dated: Dated) -> str:
    first, second = dated.found.numbers or (0, 0)
    year = dated.found.year
    readings = (PartialDate(year, second, first), PartialDate(year, first, second))
    return " or ".join(day_in_words(r) for r in readings)


def _possible(dated: Dated) -> bool:
    found = dated.found
    return all(
        exists(found.year, found.month, day) for day in (found.day, found.last_day or found.day)
    )


def _is_surely_a_date(dated: Dated, text: str, words: Words) -> bool:
    """Not “since June 31 people have died”."""
    found = dated.found
    if found.year is not None or found.weekday is not None:
        return True
    before = text[max(found.start - 20, 0) : found.start]
    if words.before_date.search(before) and not words.before_month.search(before):
        return True
    return text[found.end : found.end + 1] in ("", *".,;:!?)") or text[found.start].isdigit()


def _why_impossible(dated: Dated) -> str:
    found = dated.found
    if found.month is None or not 1 <= found.month <= 12:
        return f"there is no month {found.month}"
    # Only February's length hangs on the year.
    month = PartialDate(found.year if found.month == 2 else None, found.month)
    return f"{day_in_words(month)} has {last_day(found.year, found.month)} days"


def _weekday(dated: Dated, published: date | None) -> Iterator[DateConflict]:
    item = dated.item
    full = item.value.full if item.value else None
    if full is None or item.weekday is None or item.weekday == item.actual_weekday:
        return
    if dated.found.year is None and (published is None or abs(full - published) > NEAR_PUBLICATION):
        return
    computed = f"{day_in_words(full)} was a {weekday_in_words(full.weekday())}"
    yield _conflict("weekday", dated, computed=computed)


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


def _range(
    dated: Dated, behind: Sequence[Dated], text: str, words: Words
) -> Iterator[DateConflict]:
    found = dated.found
    if found.last_day and found.day and found.sure_range and found.last_day < found.day:
        computed = f"day {found.day} comes after day {found.last_day}"
        yield _conflict("range", dated, computed=computed)
    if not found.sure_range or found.last_day or not behind or behind[0].found.kind != "date":
        return
    other = behind[0]
    if words.range_joint.fullmatch(text, found.end, other.found.start) is None:
        return
    if len(behind) > 1 and behind[1].found.start - other.found.end < 3:
        return  # “from May 9 to May 5 next year”
    if _runs_back(found.year, dated.item.value, other):
        this, that = words_of_span(text, found), words_of_span(text, other.found)
        yield _conflict("range", dated, other, f"“{this}” comes after “{that}”")


def _years(dated: Dated) -> Iterator[DateConflict]:
    first, last = dated.found.year, dated.found.last_year
    if first and last and last < first:
        yield _conflict("range", dated, computed=f"{first} comes after {last}")


def _runs_back(year: int | None, first: PartialDate | None, other: Dated) -> bool:
    second = other.item.value
    if first is None or second is None or None in (first.day, second.day):
        return False
    if year is not None and other.found.year is not None:
        return first > second
    if year is None and (other.found.year is None or first.month == second.month):
        # Across the turn of a year it may run on; within one month it cannot.
        return first.month == second.month and (first.day or 0) > (second.day or 0)
    return False
