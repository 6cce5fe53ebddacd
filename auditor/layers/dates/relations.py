"""“Two days earlier, on November 5”: what such a date relates to, and whether it fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.items import DateExpression
from auditor.layers.dates.calendar import days_between
from auditor.layers.dates.context import paragraphs_between, sentences_between
from auditor.layers.dates.scan import Found, Relation
from auditor.partial_date import PartialDate

SENTENCES = 3
"""How far back a relation is taken to reach."""

_SLACK = {"day": 0, "week": 4, "month": 20, "year": 200}
"""Days by which a count may miss: none for days; for the others about half the unit, since
“three weeks later” or “two years later” is said of anything nearer to it than to the next."""

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}


@dataclass(frozen=True, slots=True)
class Dated:
    """An item with what was read in the text."""

    found: Found
    item: DateExpression

    @property
    def day(self) -> PartialDate | None:
        """The day it names, with or without a year; None for anything coarser."""
        value = self.item.value
        return value if value and value.day and value.month else None


@dataclass(frozen=True, slots=True)
class Fit:
    """How a related date fits the nearest date before it.

    Attributes:
        verdict: holds; order (the wrong side); interval (right side, wrong number).
        days: from the other to this one.
    """

    verdict: str
    other: Dated
    days: int


def dates_before(start: int, before: Sequence[Dated], text: str) -> list[Dated] | None:
    """The days told in the few sentences before `start`, nearest first.

    None where one of them cannot be placed: then nobody can say what a relation means.
    """
    near: list[Dated] = []
    for other in reversed(before):
        if paragraphs_between(text, other.item.end, start) > 2:
            break
        if sentences_between(text, other.item.end, start) > SENTENCES:
            break
        if other.day is not None:
            near.append(other)
        elif other.item.precision == "day":
            return None
    return near


def fit(found: Found, value: PartialDate | None, before: Sequence[Dated], text: str) -> Fit | None:
    """Whether a date stands to one before it as its words say; None where that is not sure."""
    relation = found.relation
    if relation is None or value is None or not value.day or relation.unit not in _SLACK:
        return None
    others = dates_before(found.start, before, text)
    if not others:
        return None
    fits = [_fit(relation, value, other) for other in others]
    known = [f for f in fits if f is not None]
    if len(known) < len(fits):
        return None
    holding = next((f for f in known if f.verdict == "holds"), None)
    if holding is not None:
        return holding
    if all(f.verdict == "order" for f in known):
        return known[0]
    return known[0] if len(known) == 1 else None


def _fit(relation: Relation, value: PartialDate, other: Dated) -> Fit | None:
    assert other.day is not None
    if relation.unit in ("month", "year") and (other.day.year is None or value.year is None):
        return None
    days = days_between(other.day, value)
    if days is None:
        return None
    signed = days * relation.sign
    if signed < 0 or (signed == 0 and relation.amount is not None):
        return Fit("order", other, days)
    if relation.amount is not None:
        expected = relation.amount * _DAYS[relation.unit]
        if abs(signed - expected) > _SLACK[relation.unit]:
            return Fit("interval", other, days)
    return Fit("holds", other, days)
