"""“From 1998 to 2010, a total of 12 years”: a length against the two dates it lies between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from auditor.items import DateConflict
from auditor.layers.dates.context import sentence
from auditor.layers.dates.counts import Counts
from auditor.layers.dates.relations import Dated
from auditor.layers.dates.wording import day_in_words, days_in_words
from auditor.layers.dates.words import fold
from auditor.partial_date import PartialDate

LEEWAY = {"day": 1.0, "week": 6.0, "month": 31.0, "year": 366.0}
"""Days by which a length may be off: one more or less of its unit.

Writers count the first day or not, round to whole months, call September to March seven
months, and give a term of office as its years of the calendar.
"""

DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
REACH = 60


@dataclass(frozen=True, slots=True)
class Period:
    """Two ends of a period; `second` is the first where one expression holds both."""

    first: Dated
    second: Dated
    begin: PartialDate
    end: PartialDate
    told_by_verbs: bool = False


def wrong_lengths(text: str, dates: Sequence[Dated], counts: Counts) -> Iterator[DateConflict]:
    """Lengths that the ends of their period rule out."""
    for period in periods(text, dates, counts):
        start, end = sentence(text, period.first.found.start, period.second.found.end)
        after = counts.length_behind.match(text, period.second.found.end, end)
        low = max(start, period.first.found.start - REACH)
        before = None
        if not period.told_by_verbs:
            before = counts.length_before.search(text[low : period.first.found.start])
        if after is not None and not period.told_by_verbs:
            # “From 2001 to 2010, after 5 years abroad”; “for 12 years of fraud”
            after = None if after["after"] or not after["mark"] else after
        match = after or before
        if match is None:
            continue
        offset = low if match is before else 0
        yield from _against(period, match, offset, text, counts, behind=match is after)


def periods(text: str, dates: Sequence[Dated], counts: Counts) -> Iterator[Period]:
    """Every “from … to …”, and “began … ended …” within a sentence."""
    for index, dated in enumerate(dates):
        found, value = dated.found, dated.item.value
        if found.last_year and found.year:
            yield Period(dated, dated, PartialDate(found.year), PartialDate(found.last_year))
        elif found.last_day and found.month and found.sure_range:
            begin = PartialDate(found.year, found.month, found.day)
            yield Period(dated, dated, begin, PartialDate(found.year, found.month, found.last_day))
        elif value is not None and index + 1 < len(dates):
            other = dates[index + 1]
            if other.item.value is None or other.found.last_day or other.found.last_year:
                continue
            joined = counts.words.range_joint.fullmatch(text, found.end, other.found.start)
            by_verbs = joined is None and _by_verbs(text, dated, other, counts)
            opened = by_verbs or counts.words.opens_range.search(
                text[max(found.start - 20, 0) : found.start]
            )
            if opened and (joined or by_verbs):
                yield Period(dated, other, value, other.item.value, by_verbs)


def _by_verbs(text: str, first: Dated, second: Dated, counts: Counts) -> bool:
    between = text[first.found.end : second.found.start]
    if len(between) > REACH or regex.search(r"[;!?]\s|\.\s+\p{Lu}|\n", between):
        return False
    start, _ = sentence(text, first.found.start, first.found.end)
    began = counts.began.search(text, max(start, first.found.start - 30), first.found.start)
    return began is not None and counts.ended.search(between) is not None


def _against(
    period: Period,
    match: regex.Match[str],
    offset: int,
    text: str,
    counts: Counts,
    *,
    behind: bool,
) -> Iterator[DateConflict]:
    start, end = offset + match.start("n"), offset + match.end("unit")
    amount = counts.number(match["n"])
    unit = counts.words.units[fold(match["unit"])]
    if amount is None or counts.words.inexact.search(text[max(start - 30, 0) : start]):
        return
    days = _days(period.begin, period.end, unit)
    if days is None or days < 0:
        return
    excess = amount * DAYS[unit] - days
    if abs(excess) <= LEEWAY[unit]:
        return
    # “Lived there for three years between 2005 and 2010”, “7 years in all”: with breaks.
    marked = behind or bool(match["mark"])
    if excess < 0 and (not marked or (behind and match["cue"])):
        return
    if behind:
        start, end = match.start("n"), match.end("unit")
    yield DateConflict(
        number=0,
        start=min(start, period.first.found.start),
        end=max(end, period.second.found.end),
        kind="duration",
        first=period.first.item.number,
        second=None if period.second is period.first else period.second.item.number,
        computed=_told(period, days, unit),
        confidence=0.8,
    )


def _days(begin: PartialDate, end: PartialDate, unit: str) -> float | None:
    """From begin to end, as far as the unit needs and the dates allow."""
    if begin.full and end.full:
        return (end.full - begin.full).days
    if begin.year is None and end.year is not None and begin.month and end.month:
        later = (begin.month, begin.day or 0) > (end.month, end.day or 0)
        return _days(PartialDate(end.year - later, begin.month, begin.day), end, unit)
    if begin.month and end.month and unit in ("month", "year"):
        if begin.year is None and end.year is None:
            return ((end.month - begin.month) % 12) * DAYS["month"] if unit == "month" else None
        if begin.year and end.year:
            months = (end.year - begin.year) * 12 + end.month - begin.month
            return months * DAYS["month"]
    if unit == "year" and begin.year and end.year:
        return (end.year - begin.year) * DAYS["year"]
    return None


def _told(period: Period, days: float, unit: str) -> str:
    ends = f"{day_in_words(period.begin)} to {day_in_words(period.end)}"
    if unit in ("day", "week"):
        return f"{ends} is {days_in_words(round(days))}"
    count = round(days / DAYS[unit])
    return f"{ends} is about {count} {unit}{'' if count == 1 else 's'}"
