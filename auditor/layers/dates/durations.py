"""“Enters its fourth year” against the day on which the article says it began."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import regex

from auditor.items import DateConflict, Reading
from auditor.layers.dates.context import sentence
from auditor.layers.dates.relations import Dated
from auditor.layers.dates.resolve import evidence_of
from auditor.layers.dates.wording import day_in_words
from auditor.layers.dates.words import Words, fold

TOLERANCE = 92
"""Days by which “enters” may be early or late."""

_WORD = regex.compile(r"\p{L}{3,}")


def wrong_durations(
    reading: Reading, dates: Sequence[Dated], words: Words
) -> Iterator[DateConflict]:
    """Phrases that count years wrongly from an explicitly dated beginning of the same thing.

    Silent unless one full date goes with a word for beginning and shares a noun with the
    phrase, and the article's own day is known.
    """
    text = reading.text
    for match in words.enters.finditer(text):
        anchor = reading.use(evidence_of).general
        first, _ = sentence(text, match.start(), match.end())
        topic = _nouns(text[first : match.start()], words)
        starts = [d for d in dates if topic & _began(d, text, words)]
        if anchor is None or len(starts) != 1:
            continue
        now = anchor.day
        value = starts[0].item.value
        began = value.full if value else None
        if began is None:
            continue
        nth = words.nth[fold(match["nth"] or match["behind"])]
        due = _years_on(began, nth - 1)
        if due is None or abs((now - due).days) <= TOLERANCE:
            continue
        yield DateConflict(
            number=0,
            start=match.start(),
            end=match.end(),
            kind="duration",
            first=starts[0].item.number,
            computed=(
                f"counted from {day_in_words(began)}, year {nth} began on {day_in_words(due)}; "
                f"the article is of {day_in_words(now)}"
            ),
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
