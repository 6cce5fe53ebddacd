"""Conditions: what a rule's `where` and `unless` say, ready to be asked of an item.

Every test has three answers: it holds (True), it does not (False), or it cannot be
decided (None), because an attribute is unknown or an operand is none. Conditions join
them by Kleene's logic, so that what is not known convicts nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

import regex

from auditor.items import UNKNOWN, Analysis, Item
from auditor.partial_date import PartialDate
from auditor.vocabulary import Attribute

Answer = bool | None
Bound = Literal["above", "below", "at_least", "at_most"]

SECONDS = 2.0
"""How long the pattern of `matches` may run over one value."""

THROUGH_NONE = object()
"""What a path gives when a link on it is none: only the test `none` holds."""


@dataclass(frozen=True, slots=True)
class Path:
    """Attributes from an item on, over links: `source.sole_for`. `group`: for groups.name."""

    attributes: tuple[Attribute, ...]
    group: str = ""

    @property
    def last(self) -> Attribute:
        return self.attributes[-1]

    @property
    def optional(self) -> bool:
        """It may come to nothing."""
        return bool(self.group) or any(a.optional for a in self.attributes)

    def __str__(self) -> str:
        names = [a.name for a in self.attributes]
        return ".".join([*names, self.group] if self.group else names)

    def follow(self, item: Item, analysis: Analysis) -> object:
        """The value at the path's end: None, `UNKNOWN` and `THROUGH_NONE` included."""
        current: object = item
        for index, attribute in enumerate(self.attributes):
            if current is None:
                return THROUGH_NONE
            if current is UNKNOWN:
                return UNKNOWN
            if isinstance(current, Item):
                current = analysis.value(current, attribute.name)
            else:  # a nested record, which is no item
                current = getattr(current, attribute.name)
            if attribute.kind == "groups" and index == len(self.attributes) - 1:
                assert hasattr(current, "get")
                current = current.get(self.group) or None
        return current


@dataclass(frozen=True, slots=True)
class Operand:
    """`$path`: an attribute of the selected item in place of a value."""

    path: Path


class Condition(Protocol):
    def holds(self, item: Item, selected: Item, analysis: Analysis) -> Answer: ...


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds. Without parts it holds."""

    parts: tuple[Condition, ...]

    def holds(self, item: Item, selected: Item, analysis: Analysis) -> Answer:
        return _all(p.holds(item, selected, analysis) for p in self.parts)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]

    def holds(self, item: Item, selected: Item, analysis: Analysis) -> Answer:
        undecided = False
        for part in self.parts:
            answer = part.holds(item, selected, analysis)
            if answer:
                return True
            undecided = undecided or answer is None
        return None if undecided else False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a condition: a path and the test its value must pass."""

    path: Path
    test: Test

    def holds(self, item: Item, selected: Item, analysis: Analysis) -> Answer:
        value = self.path.follow(item, analysis)
        if value is UNKNOWN:
            return None
        if value is THROUGH_NONE:
            return isinstance(self.test, IsNone)
        return self.test.passes(value, selected, analysis)


class Test(Protocol):
    def passes(self, value: object, selected: Item, analysis: Analysis) -> Answer: ...


@dataclass(frozen=True, slots=True)
class IsNone:
    """The layer looked and found nothing."""

    def passes(self, value: object, selected: Item, analysis: Analysis) -> Answer:  # noqa: ARG002
        return value is None or value == ()


@dataclass(frozen=True, slots=True)
class IsKnown:
    """The layer found something."""

    def passes(self, value: object, selected: Item, analysis: Analysis) -> Answer:  # noqa: ARG002
        return not (value is None or value == ())


@dataclass(frozen=True, slots=True)
class OneOf:
    """Equal to one of these; a list of words contains one of them. `negated`: none of them."""

    values: tuple[object, ...]
    negated: bool = False

    def passes(self, value: object, selected: Item, analysis: Analysis) -> Answer:
        wanted = [_operand(entry, selected, analysis) for entry in self.values]
        if None in wanted:  # what is compared with is none
            return None
        if value is None or value == ():
            return False
        have = value if isinstance(value, tuple) else (value,)
        hit = any(_equal(h, w) for h in have for w in wanted)
        return not hit if self.negated else hit


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number within all bounds."""

    bounds: tuple[tuple[Bound, object], ...]

    def passes(self, value: object, selected: Item, analysis: Analysis) -> Answer:
        if value is None:
            return False
        answers: list[Answer] = []
        for bound, entry in self.bounds:
            limit = _operand(entry, selected, analysis)
            answers.append(None if limit is None else within(value, bound, limit))
        return _all(answers)


@dataclass(frozen=True, slots=True)
class Count:
    """How many different items of a list fulfil a condition, as a number or a share.

    Without bounds: at least one. A share of an empty list never holds.
    """

    where: Condition | None
    bounds: tuple[tuple[Bound, float, bool], ...]

    def passes(self, value: object, selected: Item, analysis: Analysis) -> Answer:
        assert isinstance(value, tuple)
        items = distinct(value)
        sure, undecided = self.tally(items, selected, analysis)
        low = self._judge(sure, len(items))
        if undecided and self._judge(sure + undecided, len(items)) != low:
            return None
        return low

    def tally(self, items: Sequence[Item], selected: Item, analysis: Analysis) -> tuple[int, int]:
        """How many surely fulfil the condition, and of how many that cannot be told."""
        if self.where is None:
            return len(items), 0
        answers = [self.where.holds(i, selected, analysis) for i in items]
        return answers.count(True), answers.count(None)

    def _judge(self, count: int, total: int) -> bool:
        if not self.bounds:
            return count >= 1
        for bound, limit, share in self.bounds:
            if share and not total:
                return False
            if not within(100 * count / total if share else count, bound, limit):
                return False
        return True


@dataclass(frozen=True, slots=True)
class When:
    """A date surely before or after another, at the precision that both have."""

    order: Literal["before", "after"]
    value: object

    def passes(self, value: object, selected: Item, analysis: Analysis) -> Answer:
        if value is None:
            return False
        limit = _operand(self.value, selected, analysis)
        if limit is None:
            return None
        first, second = span_of_days(value), span_of_days(limit)
        if first is None or second is None:
            return False
        return first[1] < second[0] if self.order == "before" else first[0] > second[1]


@dataclass(frozen=True, slots=True)
class Matches:
    """The pattern is found in the text. By language, because it may name word lists."""

    patterns: Mapping[str, regex.Pattern[str]]

    def passes(self, value: object, selected: Item, analysis: Analysis) -> Answer:  # noqa: ARG002
        pattern = self.patterns.get(analysis.article.language or "")
        if pattern is None:
            return None
        return isinstance(value, str) and pattern.search(value, timeout=SECONDS) is not None


def distinct(items: Iterable[Item]) -> tuple[Item, ...]:
    """Each item of a layer once."""
    return tuple({item.number: item for item in items}.values())


def span_of_days(value: object) -> tuple[date, date] | None:
    """First and last day a partial date may mean; None without a year or for no real day."""
    if not isinstance(value, PartialDate) or value.year is None:
        return None
    try:
        first = date(value.year, value.month or 1, value.day or 1)
        if value.day is not None and value.month is not None:
            return first, first
        if value.month is None or value.month == 12:
            return first, date(value.year, 12, 31)
        return first, date(value.year, value.month + 1, 1) - timedelta(days=1)
    except ValueError:
        return None


def _all(answers: Iterable[Answer]) -> Answer:
    undecided = False
    for answer in answers:
        if answer is False:
            return False
        undecided = undecided or answer is None
    return None if undecided else True


def _operand(entry: object, selected: Item, analysis: Analysis) -> object:
    if not isinstance(entry, Operand):
        return entry
    value = entry.path.follow(selected, analysis)
    return None if value in (UNKNOWN, THROUGH_NONE, ()) else value


def _equal(have: object, wanted: object) -> bool:
    if isinstance(wanted, tuple):
        return any(_equal(have, w) for w in wanted)
    if isinstance(have, str) and isinstance(wanted, str):
        return " ".join(have.split()).casefold() == " ".join(wanted.split()).casefold()
    return have == wanted


def within(value: object, bound: Bound, limit: object) -> bool:
    """Whether a number keeps to a bound."""
    assert isinstance(value, int | float) and isinstance(limit, int | float)
    match bound:
        case "above":
            return value > limit
        case "below":
            return value < limit
        case "at_least":
            return value >= limit
        case "at_most":
            return value <= limit
