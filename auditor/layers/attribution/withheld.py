"""Which unnamed source an anonymity clause, a reason or a knowledge basis belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.items import Reading
from auditor.layers.attribution.anonymity import Anonymity, anonymity
from auditor.layers.attribution.cases import Cases
from auditor.layers.attribution.cues import Lines, lines
from auditor.layers.attribution.entity import Entity, is_plural_of
from auditor.layers.attribution.frame import Frame, frame
from auditor.layers.attribution.terms import Terms, terms
from auditor.layers.attribution.things import THINGS
from auditor.layers.attribution.tokens import Tokens

_NEAR = 3
"""Sentences between a clause and the mention it may belong to without naming it."""


def withheld(reading: Reading, entities: Sequence[Entity]) -> dict[int, list[Anonymity]]:
    """By `id` of the entity, what the article says about why its name is not given.

    A clause belongs to the nearest unnamed mention of its sentence; where that has none, to
    whoever the sentence speaks of again (“The nurse’s name …”, “He requested …”), else to
    the nearest mention, or to the only unnamed person of the article.
    """
    owners = _Owners(reading, [e for e in entities if _nameless(e)])
    found: dict[int, list[Anonymity]] = {}
    for clause in reading.use(anonymity):
        owner = owners.of(clause)
        if owner is not None:
            found.setdefault(id(owner), []).append(clause)
    return found


def _nameless(entity: Entity) -> bool:
    return not entity.phrase.named and entity.phrase.kind not in THINGS


class _Owners:
    def __init__(self, reading: Reading, entities: Sequence[Entity]) -> None:
        self._frame: Frame = reading.use(frame)
        self._lines: Lines = reading.use(lines)
        self._terms: Terms = reading.language.once(terms)
        self._cases: Cases = reading.language.once(Cases)
        self._entities = entities
        self._spots = sorted(
            ((a, n) for n, e in enumerate(entities) for a, _ in e.mentions), key=lambda s: s[0]
        )

    def of(self, clause: Anonymity) -> Entity | None:
        unit = self._frame.unit_at(clause.start)
        if unit is None or not self._entities:
            return None
        return (
            self._nearest(clause.start, unit, 0)
            or self._told_again(self._lines[unit], clause.start)
            or self._nearest(clause.start, unit, _NEAR)
            or (self._entities[0] if len(self._entities) == 1 else None)
        )

    def _nearest(self, start: int, unit: int, reach: int) -> Entity | None:
        """The nearest mention before the clause, else behind it."""
        best: tuple[int, int] | None = None
        for a, n in self._spots:
            place = self._frame.unit_at(a)
            if place is None or abs(unit - place) > reach:
                continue
            distance = abs(unit - place) * 10_000 + abs(start - a) + (5_000 if a > start else 0)
            if best is None or distance < best[0]:
                best = distance, n
        return self._entities[best[1]] if best else None

    def _told_again(self, t: Tokens, start: int) -> Entity | None:
        """Whoever a noun or the first pronoun of the sentence means."""
        w = self._terms
        for index, word in enumerate(t.lows):
            bare = word.removesuffix("’s").removesuffix("'s")
            pointed = index == 0 or not w.definite or t.lows[index - 1] not in w.indefinite
            named = [e for e in self._entities if pointed and self._means(bare, e)]
            if named:
                return self._latest(named, start)
        pronoun = next((x for x in t.lows if x in w.pronouns or x in w.him or x in w.her), None)
        if pronoun is None:
            return None
        several = pronoun in w.plural
        fitting = [e for e in self._entities if (e.phrase.people != "one") == several]
        return self._latest(fitting, start)

    def _means(self, word: str, entity: Entity) -> bool:
        head = entity.phrase.head
        return self._cases.same(head, word) or is_plural_of(word, head) or is_plural_of(head, word)

    def _latest(self, entities: Sequence[Entity], start: int) -> Entity | None:
        """The one mentioned last before the clause, else the first behind it."""
        before = [(a, e) for e in entities for a, _ in e.mentions if a < start]
        if before:
            return max(before, key=lambda s: s[0])[1]
        return min(entities, key=lambda e: min(e.mentions), default=None)
