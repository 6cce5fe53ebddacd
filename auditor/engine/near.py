"""`near`: another item, or a phrase, within some distance."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from auditor.engine.conditions import Answer, Condition
from auditor.finder import Finder
from auditor.items import Analysis, Item, Reading, TextMatch
from auditor.lexicon import NotKnown
from auditor.words import WORD

Unit = Literal["words", "sentences", "paragraphs", "article"]
Direction = Literal["both", "before", "after"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Distance:
    """How far the other item may be: `most` units to each side, or to one.

    “The same sentence” is no sentence away.
    """

    unit: Unit
    most: int = 0
    direction: Direction = "both"

    def allows(self, one: Item, other: Item, analysis: Analysis) -> bool:
        """Whether any mention of one item is near enough to any mention of the other."""
        return any(self._near(a, b, analysis) for a in mentions(one) for b in mentions(other))

    def _near(self, a: Span, b: Span, analysis: Analysis) -> bool:
        if self.direction == "before" and b[1] > a[0]:
            return False
        if self.direction == "after" and b[0] < a[1]:
            return False
        if self.unit == "article":
            return True
        if self.unit == "words":
            first, second = sorted((a, b))
            starts = analysis.use(_word_starts)
            return bisect_left(starts, second[0]) - bisect_left(starts, first[1]) <= self.most
        places = analysis.layer(self.unit)
        here, there = _index(places, a[0]), _index(places, b[0])
        return here is not None and there is not None and abs(here - there) <= self.most


@dataclass(frozen=True, slots=True)
class Near:
    """Another item of `layer`, or a phrase, lies within the distance and fulfils `where`.

    Attributes:
        finders: by language, for phrases; empty where a layer is selected.
    """

    layer: str
    distance: Distance
    where: Condition
    finders: Mapping[str, Finder]

    def holds(self, item: Item, selected: Item, analysis: Analysis) -> Answer:
        return self.find(item, selected, analysis)[0]

    def find(self, item: Item, selected: Item, analysis: Analysis) -> tuple[Answer, Item | None]:
        """The answer and, where it holds, the nearest item that makes it so."""
        try:
            others = list(self._others(analysis))
        except NotKnown:
            return None, None
        undecided = False
        found: list[Item] = []
        for other in others:
            if other is item or not self.distance.allows(item, other, analysis):
                continue
            answer = self.where.holds(other, selected, analysis)
            undecided = undecided or answer is None
            if answer:
                found.append(other)
        if found:
            return True, min(found, key=lambda other: _gap(item, other))
        return (None if undecided else False), None

    def _others(self, analysis: Analysis) -> Iterable[Item]:
        if not self.finders:
            return analysis.layer(self.layer)
        finder = self.finders.get(analysis.article.language or "")
        if finder is None:
            raise NotKnown("the rule has no phrases in this language")
        return [
            TextMatch(number=number, start=match.start(), end=match.end())
            for number, match in enumerate(finder.finditer(analysis.text), 1)
        ]


def _word_starts(analysis: Reading) -> tuple[int, ...]:
    """Where each word of the article begins."""
    return tuple(match.start() for match in WORD.finditer(analysis.text))


def mentions(item: Item) -> list[Span]:
    """Where an item stands: a source at each of its mentions, anything else once."""
    own = [(item.start, item.end)]
    return own + [(m.start, m.end) for m in getattr(item, "mentions", ())]


def _gap(one: Item, other: Item) -> tuple[int, int]:
    gaps = (
        (max(0, b[0] - a[1], a[0] - b[1]), b[0]) for a in mentions(one) for b in mentions(other)
    )
    return min(gaps)


def _index(places: tuple[Item, ...], offset: int) -> int | None:
    index = bisect_right(places, offset, key=lambda p: p.start) - 1
    return index if index >= 0 and offset < places[index].end else None
