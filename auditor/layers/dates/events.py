"""One event with two dates: in two sentences, or in headline and body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from auditor.items import DateConflict, Reading
from auditor.layers.dates.anchors import words_of_span
from auditor.layers.dates.calendar import days_between
from auditor.layers.dates.context import sentence
from auditor.layers.dates.counts import Counts
from auditor.layers.dates.relations import Dated
from auditor.layers.dates.wording import days_in_words
from auditor.layers.dates.words import fold

FARTHEST = 400
"""Days between two dates of one event; farther apart they are two events of one name."""

_WORD = regex.compile(r"\p{L}{4,}")
_STEM = 5
_SUBJECT = 60


@dataclass(frozen=True, slots=True)
class _Told:
    dated: Dated
    verb: str
    alone: bool
    subject: frozenset[str]


def two_dates(reading: Reading, dates: Sequence[Dated], counts: Counts) -> Iterator[DateConflict]:
    """Events that happen but once, told twice, on different days.

    It is one event where the same verb of the list `once` stands right before both dates
    and the words of one subject are among those of the other. Sentences that speak of plans,
    delays or one of several say nothing.
    """
    text = reading.text
    told: list[_Told] = []
    for dated in dates:
        event = _event(text, dated, counts)
        if event is None:
            continue
        for other in told:
            conflict = _compare(text, other, event)
            if conflict is not None:
                yield conflict
                break
        told.append(event)


def _event(text: str, dated: Dated, counts: Counts) -> _Told | None:
    found = dated.found
    if found.kind != "date" or dated.day is None or found.last_day or found.relation:
        return None
    start, end = sentence(text, found.start, found.end)
    near = list(counts.once.finditer(text, max(start, found.start - _SUBJECT), found.start))
    if not near or counts.repeats.search(text, start, end):
        return None
    verb = near[-1]
    between = text[verb.end() : found.start].strip()
    if between and counts.words.before_date.fullmatch(between + " ") is None:
        return None
    low = max(start, verb.start() - _SUBJECT)
    words = [fold(w) for w in _WORD.findall(text[low : verb.start()])]
    subject = [w[:_STEM] for w in words if w not in counts.words.plain][-4:]
    # “Was founded” and “founded” are one verb.
    word = fold(verb.group()).split()[-1]
    # Two of one name may die or be born: there the subjects must be the same.
    alone = counts.born.fullmatch(verb.group()) or counts.died.fullmatch(verb.group())
    return _Told(dated, word, alone is None, frozenset(subject)) if subject else None


def _compare(text: str, first: _Told, second: _Told) -> DateConflict | None:
    if first.verb != second.verb or not (
        first.subject <= second.subject or second.subject <= first.subject
    ):
        return None
    if first.subject != second.subject and not first.alone:
        return None
    one, two = first.dated.day, second.dated.day
    assert one is not None and two is not None
    days = days_between(one, two)
    if not days or abs(days) > FARTHEST:
        return None
    this, that = (words_of_span(text, t.dated.found) for t in (first, second))
    return DateConflict(
        number=0,
        start=second.dated.item.start,
        end=second.dated.item.end,
        kind="event",
        first=first.dated.item.number,
        second=second.dated.item.number,
        computed=f"“{this}” and “{that}” are {days_in_words(abs(days))} apart",
        confidence=0.7,
    )
