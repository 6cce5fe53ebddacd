"""Dates against the day of publication: what is told as done, planned, or as the dateline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import regex

from auditor.items import DateConflict, Reading
from auditor.layers.dates.context import quoted, sentence
from auditor.layers.dates.counts import Counts
from auditor.layers.dates.relations import Dated
from auditor.layers.dates.wording import day_in_words, days_in_words

LEEWAY = timedelta(days=1)
"""Time zones, and papers dated ahead."""

PAST_REACH, DONE_REACH = 12, 60
"""Code points between a verb and its date. “Announced a summit on May 3” tells no past day,
so verbs of all kinds must stand right before it; those of single events need not."""

OLD_PLAN = timedelta(days=400)
"""A plan for a day longer ago is told of the past, whatever its tense."""

YEAR_SLIP = 3
"""Days by which a dateline may miss being just a year old, the usual slip in January."""

_DATELINE = 70
_BEHIND_DATELINE = regex.compile(
    r"[^\S\n]*\p{L}{0,5}[^\S\n]*(?:\([^)\n]{1,40}\))?[^\S\n]*[—–-]{1,2}[^\S\n]"
)
_CLAUSE = regex.compile(r"[,;:()—–]")


def against_publication(
    reading: Reading, dates: Sequence[Dated], counts: Counts
) -> Iterator[DateConflict]:
    """What cannot be so on the day the article came out; nothing where that is not told."""
    published, text = reading.article.published, reading.text
    if published is None:
        return
    for index, dated in enumerate(dates):
        full = dated.item.value.full if dated.item.value else None
        if full is None or dated.found.kind != "date" or dated.found.year is None:
            continue
        if _is_dateline(text, dated):
            slip = abs((published - full).days - 365.5) <= YEAR_SLIP
            if full - published > LEEWAY or slip:
                yield _conflict(dated, full, published)
        elif quoted(text, dated.found.start):
            continue
        elif full - published > LEEWAY:
            if _told_as_done(text, dated, counts):
                yield _conflict(dated, full, published)
        elif LEEWAY < published - full < OLD_PLAN and _told_as_planned(
            text, dated, dates[:index], counts
        ):
            yield _conflict(dated, full, published)


def _is_dateline(text: str, dated: Dated) -> bool:
    start = text.rfind("\n", 0, dated.found.start) + 1
    before = text[start : dated.found.start]
    if not 2 < len(before) < _DATELINE or not before.rstrip().endswith(","):
        return False
    if text.count("\n\n", 0, start) > 3 or not before[0].isupper():
        return False
    return _BEHIND_DATELINE.match(text, dated.found.end) is not None


def _told_as_done(text: str, dated: Dated, counts: Counts) -> bool:
    words, found = counts.words, dated.found
    start, end = sentence(text, found.start, found.end)
    if counts.not_when.search(text[max(found.start - 30, start) : found.start]):
        return False
    if words.future.search(text, start, found.start) or words.future.search(text, found.end, end):
        return False
    if words.past.search(text, max(start, found.start - PAST_REACH), found.start):
        return True
    if found.start - start < 12 and (
        words.past.search(text, found.end, end) or counts.once.search(text, found.end, end)
    ):
        return True
    verbs = list(counts.once.finditer(text, max(start, found.start - DONE_REACH), found.start))
    if not verbs:
        return False
    verb = verbs[-1]
    return not _CLAUSE.search(text, verb.end(), found.start) and not counts.follows.search(
        text, verb.end(), found.start
    )


def _told_as_planned(text: str, dated: Dated, before: Sequence[Dated], counts: Counts) -> bool:
    """Whether a plan stands in its own clause right before the date, in the present tense."""
    found = dated.found
    start, end = sentence(text, found.start, found.end)
    if counts.not_when.search(text[max(found.start - 30, start) : found.start]):
        return False
    if any(d.found.start >= start for d in before[-3:]) or counts.repeats.search(text, start, end):
        return False
    plan = counts.announced.search(text, max(start, found.start - DONE_REACH), found.start)
    if plan is None:
        return False
    between = text[plan.end() : found.start]
    if _CLAUSE.search(between) or counts.follows.search(between):
        return False
    return counts.words.past.search(text, plan.end(), found.start) is None


def _conflict(dated: Dated, full: date, published: date) -> DateConflict:
    days = (full - published).days
    side = "after" if days > 0 else "before"
    return DateConflict(
        number=0,
        start=dated.item.start,
        end=dated.item.end,
        kind="publication",
        first=dated.item.number,
        computed=f"{day_in_words(full)} is {days_in_words(abs(days))} {side} the publication date",
        confidence=dated.item.confidence,
    )
