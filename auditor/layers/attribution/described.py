"""“The official”: which of the people met before without a name a description means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.items import Reading
from auditor.layers.attribution.cases import Cases
from auditor.layers.attribution.entity import Entity, fits, is_plural_of
from auditor.layers.attribution.noun_lists import Lists
from auditor.layers.attribution.noun_phrase import NounPhrase
from auditor.layers.attribution.standing import Standing
from auditor.layers.attribution.terms import Terms, terms


class Described:
    """Ask for it with `reading.use(Described)`."""

    def __init__(self, reading: Reading) -> None:
        lists: Lists = reading.language.once(Lists)
        self._terms: Terms = reading.language.once(terms)
        self._cases: Cases = reading.language.once(Cases)
        self._standing: Standing = reading.language.once(Standing)
        self._head_first = lists.head_first
        self._number_shown = bool(lists.plural_endings)

    def meant(
        self, phrase: NounPhrase, words: Sequence[str], entities: Sequence[Entity]
    ) -> Entity | None:
        """The one whose words it repeats most, the latest of these; several, where one is not."""
        met = [
            e
            for e in entities
            if e.name is None
            and self._same_noun(e, phrase)
            and e.phrase.people == phrase.people
            and fits(e.phrase, phrase.gender)
        ]
        if met:
            return max(reversed(met), key=lambda e: self._repeated(words, e))
        alike = (
            e
            for e in reversed(entities)
            if e.name is None
            and self._standing.alike(e.phrase.head, phrase.head)
            and e.phrase.people == phrase.people
            and fits(e.phrase, phrase.gender)
        )
        return next(alike, None) or self._one_of_many(phrase, entities)

    def is_met(self, phrase: NounPhrase, entities: Sequence[Entity]) -> bool:
        """Whether somebody without a name was told of by that noun."""
        return not phrase.named and any(
            e.name is None and self._same_noun(e, phrase) for e in entities
        )

    def again(self, words: Sequence[str], entities: Sequence[Entity]) -> Entity | None:
        """“abdi dalem itu”: whoever was told of with a noun that no list has."""
        w = self._terms
        plain = [x for x in words if x not in w.demonstratives and x not in w.definite]
        if not plain or len(plain) == len(words):
            return None
        met = (e for e in reversed(entities) if e.name is None and e.phrase.people == "one")
        return next((e for e in met if e.phrase.head == plain[0]), None)

    def _same_noun(self, entity: Entity, phrase: NounPhrase) -> bool:
        one, other = entity.phrase.head, phrase.head
        if self._head_first and (one.startswith(f"{other} ") or other.startswith(f"{one} ")):
            return True  # “saksi mata”, “saksi itu”
        return self._cases.same(one, other)

    def _repeated(self, words: Sequence[str], entity: Entity) -> int:
        w = self._terms
        small = w.definite | w.indefinite | w.quantifiers | w.demonstratives | w.prepositions
        return len(set(words) & set(entity.words.split()) - small)

    def _one_of_many(self, phrase: NounPhrase, entities: Sequence[Entity]) -> Entity | None:
        """“Sources … the source”: several at first, one person after all."""
        if phrase.people != "one" or phrase.named:
            return None
        for entity in reversed(entities):
            if entity.phrase.people not in ("several", "contradictory") or entity.name is not None:
                continue
            unmarked = not self._number_shown and self._same_noun(entity, phrase)
            akin = self._cases.inflected and self._cases.akin(entity.phrase.head, phrase.head)
            if unmarked or akin or is_plural_of(entity.phrase.head, phrase.head):
                entity.phrase = replace(entity.phrase, people="contradictory")
                return entity
        return None
