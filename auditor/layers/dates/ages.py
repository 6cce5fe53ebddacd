"""Ages and anniversaries against the years they are counted from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from auditor.finder import Found
from auditor.items import DateConflict, Reading
from auditor.layers.dates.context import sentence
from auditor.layers.dates.counts import Counts
from auditor.layers.dates.relations import Dated

REACH, CLOSE = 45, 25
"""Code points between “born”, or “founded”, and its year."""

ADJACENT = 12
"""Code points from a bare age to “born”: “, who was ”."""

_NAMED = regex.compile(r",?(?:\s\p{Lu}[\w.'’-]*){1,4}\s?")
_OF_ANOTHER = regex.compile(r"\s\p{Lu}")

EARLY, LATE = 1, 1
"""Years by which an age may lie below or above the difference of two years.

One below: the birthday is still to come. One above is no age by the calendar, but writers
count the current year of life, or an article appears before the year it speaks of ends.
"""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence that names a year, and the dates in it that do."""

    start: int
    end: int
    years: list[Dated]


def wrong_ages(reading: Reading, dates: Sequence[Dated], counts: Counts) -> Iterator[DateConflict]:
    """Ages and anniversaries that the years in their sentence rule out."""
    published = reading.article.published
    now = published.year if published else None
    for one in _sentences(reading.text, dates):
        yield from _lives(reading.text, one, now, counts)
        if len(one.years) == 2:
            yield from _two_ages(reading.text, one, counts)
        if len(one.years) <= 2:
            yield from _anniversaries(reading.text, one, now, counts)


def _sentences(text: str, dates: Sequence[Dated]) -> Iterator[_Sentence]:
    """Every sentence that names a year, in text order."""
    current = _Sentence(0, -1, [])
    for dated in dates:
        if _year(dated) is None or dated.found.last_year:
            continue
        if dated.found.start >= current.end:
            if current.years:
                yield current
            current = _Sentence(*sentence(text, dated.found.start, dated.found.end), [])
        current.years.append(dated)
    if current.years:
        yield current


def _year(dated: Dated) -> int | None:
    return dated.found.year if dated.found.kind in ("date", "year") else None


def _lives(text: str, one: _Sentence, now: int | None, counts: Counts) -> Iterator[DateConflict]:
    """Births against the age at death, or today's."""
    births = list(counts.born.finditer(text, one.start, one.end))
    if len(births) != 1:
        return
    born = births[0].end()
    birth = next((d for d in one.years if d.found.start >= born), None)
    if birth is None or birth.found.start - born > REACH:
        return
    others = [d for d in one.years if d is not birth]
    died = counts.died.search(text, one.start, one.end)
    if died is not None:
        then = _year(others[0]) if len(others) == 1 else None
        if then is None or not birth.found.end <= died.start() < others[0].found.start:
            return
        ages = list(counts.ages_at_death.finditer(text, died.start(), one.end))
        if len(ages) == 1:
            yield from _fault(birth, others[0], ages[0], then, counts)
    elif now is not None and not others:
        ages = list(counts.ages_now.finditer(text, one.start, one.end))
        ages = [a for a in ages if _is_of(text, a, births[0], birth)]
        if len(ages) == 1 and not counts.past_time.search(text, one.start, one.end):
            yield from _fault(birth, None, ages[0], now, counts)


def _is_of(text: str, age: regex.Match[str], born: Found, birth: Dated) -> bool:
    """Whether a bare number (“, 42,”, “(42)”) is the age of the one who was born."""
    if text[age.start()] not in ",(":
        return True
    if age.end() <= born.start():
        return born.start() - age.end() <= ADJACENT
    return _NAMED.fullmatch(text, birth.found.end, age.start()) is not None


def _two_ages(text: str, one: _Sentence, counts: Counts) -> Iterator[DateConflict]:
    for match in counts.two_ages.finditer(text, one.start, one.end):
        ages = [counts.number(n) for n in match.captures("n")]
        years = [int(y) for y in match.captures("y")]
        if len(ages) != 2 or len(years) != 2 or ages[0] is None or ages[1] is None:
            continue
        grown, passed = ages[1] - ages[0], years[1] - years[0]
        # A birthday lies between the two or does not.
        if abs(grown - passed) > 1:
            computed = f"from {years[0]} to {years[1]} one grows {passed} years older, not {grown}"
            yield _conflict(match.start(), match.end(), one.years[0], one.years[1], computed)


def _anniversaries(
    text: str, one: _Sentence, now: int | None, counts: Counts
) -> Iterator[DateConflict]:
    founded = list(counts.founded.finditer(text, one.start, one.end))
    if len(founded) != 1:
        return
    begun = next((d for d in one.years if d.found.start >= founded[0].end()), None)
    if begun is None or begun.found.start - founded[0].end() > CLOSE:
        return
    others = [d for d in one.years if d is not begun]
    then = _year(others[0]) if others else now
    match = counts.anniversaries.search(text, one.start, one.end)
    # “HUT ke-50 Republik”: of something else.
    if match is None or then is None or _OF_ANOTHER.match(text, match.end()):
        return
    yield from _fault(begun, others[0] if others else None, match, then, counts)


def _fault(
    begun: Dated, then: Dated | None, age: regex.Match[str], now: int, counts: Counts
) -> Iterator[DateConflict]:
    number, year = counts.number(age["n"]), _year(begun)
    if number is None or year is None:
        return
    passed = now - year
    if passed - EARLY <= number <= passed + LATE:
        return
    low = min(begun.found.start, age.start())
    high = max(begun.found.end, age.end(), then.found.end if then else 0)
    computed = f"from {year} to {now} is {passed} years"
    yield _conflict(low, high, begun, then, computed)


def _conflict(
    start: int, end: int, first: Dated, second: Dated | None, computed: str
) -> DateConflict:
    return DateConflict(
        number=0,
        start=start,
        end=end,
        kind="age",
        first=first.item.number,
        second=second.item.number if second else None,
        computed=computed,
        confidence=0.8,
    )
