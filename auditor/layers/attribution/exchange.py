"""Question and answer: whoever answers is not whoever has just asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from auditor.layers.attribution.cue import Cue
from auditor.layers.attribution.cues import Lines
from auditor.layers.attribution.entity import Entity
from auditor.layers.attribution.terms import Terms

Side = Literal["asks", "answers"]
Span = tuple[int, int]


def sides(cues: Sequence[Cue], lines: Lines, w: Terms) -> dict[Span, Side]:
    """The mentions that ask, and those that answer, by their verbs."""
    found: dict[Span, Side] = {}
    for cue in cues:
        t = lines[cue.unit]
        word = " ".join(t.lows[cue.first : cue.last + 1])
        if word in w.asking:
            found[cue.source] = "asks"
        elif word in w.answering:
            found[cue.source] = "answers"
    return found


class Exchange:
    """Who asked last, and who answered; tell it each mention with its source, in order."""

    def __init__(self, of: Mapping[Span, Side]) -> None:
        self._of = of
        self._last: dict[Side, Entity] = {}

    def hear(self, mention: Span, entity: Entity) -> None:
        side = self._of.get(mention)
        if side is not None:
            self._last[side] = entity

    def other(self, mention: Span) -> Entity | None:
        """Whom a pronoun or “the prosecutor” cannot mean: the other side of the exchange."""
        side = self._of.get(mention)
        if side is None:
            return None
        return self._last.get("asks" if side == "answers" else "answers")
