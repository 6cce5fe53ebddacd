"""“Enters its fourth year” against the day on which the article says it began."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import regex

from auditor.items import DateConflict, Reading
from auditor.kinds import ConflictKind
from auditor.layers.dates.anchors import Evidence
from auditor.layers.dates.calendar import days_between
from auditor.layers.dates.context import sentence
from auditor.layers.dates.relations import Dated
from auditor.layers.dates.resolve import evidence_of
from auditor.layers.dates.wording import day_in_words
from auditor.layers.dates.words import Words, fold
from auditor.partial_date import PartialDate

TOLERANCE = 92
"""Days by which “enters” may be early or late."""

FAR = 400
"""Days beyond which another beginning is likelier than a wrong count."""

_WORD = regex.compile(r"\p{L}{3,}")


def wrong_durations(
    reading: Reading, dates: Sequence[Dated], words: Words
) -> Iterator[DateConflict]:
    """Phrases that count years wrongly from the beginning of what they speak of.

    The beginning is a full date in the article that goes with a word for beginning and
    shares a noun with the phrase; else that of a well-known event which the sentence
    names. Silent unless it is clear of when the article is.
    """
    text = reading.text
    for match in words.enters.finditer(text):
        nth = words.nth[fold(match["nth"] or match["behind"])]
        start, end = sentence(text, match.start(), match.end())
        topic = _nouns(text[start : match.start()], words)
        beginnings = [d for d in dates if topic & _began(d, text, words)]
        if beginnings:
            fault = _against_article(beginnings, nth, reading.use(evidence_of))
        else:
            known = (day for finder, day in words.events if finder.search(text, start, end))
            fault = _against_event(next(known, None), nth, dates, reading.use(evidence_of))
        if fault is not None:
            yield replace(fault, start=match.start(), end=match.end())


def _against_article(
    beginnings: Sequence[Dated], nth: int, evidence: Evidence
) -> DateConflict | None:
    value = beginnings[0].item.value
    began = value.full if value else None
    if began is None or len(beginnings) > 1 or evidence.general is None:
        return None
    now, due = evidence.general.day, _years_on(began, nth - 1)
    if due is None or abs((now - due).days) <= TOLERANCE:
        return None
    computed = (
        f"counted from {day_in_words(began)}, year {nth} began on {day_in_words(due)}; "
        f"the article is of {day_in_words(now)}"
    )
    return _fault("duration", beginnings[0], computed)


def _against_event(
    began: date | None, nth: int, dates: Sequence[Dated], evidence: Evidence
) -> DateConflict | None:
    due = _years_on(began, nth - 1) if began else None
    told = [
        d
        for d in dates
        if d.found.kind == "date" and d.day and not evidence.tells_of_future(d.found)
    ]
    if began is None or due is None or not told:
        return None
    full = [(d.item.value.full, d) for d in told if d.item.value and d.item.value.full]
    if full:
        # The article is no older than the last day it tells of.
        last, item = max(((day, d) for day, d in full if day), key=lambda pair: pair[0])
        late = TOLERANCE < (last - due).days < FAR
        clause = f"year {nth} began on {day_in_words(due)}"
    else:
        item = told[-1]
        anniversary = PartialDate(None, due.month, due.day)
        gaps = [days_between(anniversary, d.day) for d in told if d.day]
        late = len(told) > 1 and all(g is not None and abs(g) > TOLERANCE for g in gaps)
        clause = f"a new year of it begins on {day_in_words(anniversary)}"
    if not late:
        return None
    return _fault("event", item, f"counted from {day_in_words(began)}, {clause}")


def _fault(kind: ConflictKind, dated: Dated, computed: str) -> DateConflict:
    return DateConflict(
        number=0,
        start=0,
        end=0,
        kind=kind,
        first=dated.item.number,
        computed=computed,
        confidence=0.7,
    )


def _began(dated: Dated, text: str, words: Words) -> frozenset[str]:
    """The nouns before the word for beginning that goes with a full date."""
    if dated.found.kind != "date" or dated.found.year is None:
        return frozenset()
    start, _ = sentence(text, dated.item.start, dated.item.end)
    match = words.began.search(text, max(start, dated.item.start - 40), dated.item.start)
    return (
        _nouns(text[max(start, match.start() - 40) : match.start()], words)
        if match
        else (frozenset())
    )


def _nouns(text: str, words: Words) -> frozenset[str]:
    return frozenset(fold(w) for w in _WORD.findall(text)) - words.plain


def _years_on(day: date, years: int) -> date | None:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February, or beyond the calendar
        return None
