"""Which of several a phrase means: “one of the officials”, “the first official”."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from auditor.layers.attribution.entity import Entity, is_plural_of
from auditor.layers.attribution.noun_phrase import NounPhrase
from auditor.layers.attribution.things import THINGS
from auditor.lexicon import Language

_ORDINALS = ("first", "second", "third")

Same = Callable[[str, str], bool]


class Which:
    """Ask for it with `language.once(Which)`."""

    def __init__(self, language: Language) -> None:
        self._partitives: dict[str, list[list[str]]] = {}
        for phrase in map(str.split, language.optional("determiners.partitive")):
            self._partitives.setdefault(phrase[0], []).append(phrase)
        among = language.optional("determiners.among")
        self._anybody = language.optional("attribution.generic") if among else frozenset()
        self._ordinals = [language.optional(f"determiners.{n}") for n in _ORDINALS]

    def one_of(
        self, words: Sequence[str], phrase: NounPhrase, entities: Sequence[Entity], same: Same
    ) -> Entity | None:
        """“one of the people”: the source that these people are."""
        partitives = self._partitives.get(words[0], ()) if words else ()
        if not any(list(words[: len(p)]) == p for p in partitives):
            return None
        return next(
            (
                e
                for e in reversed(entities)
                if (e.phrase.people in ("several", "contradictory") or e.phrase.kind in THINGS)
                and e.name is None
                and (
                    same(e.phrase.head, phrase.head)
                    or is_plural_of(e.phrase.head, phrase.head)
                    or phrase.head in self._anybody
                )
            ),
            None,
        )

    def some(self, recent: Sequence[Entity]) -> Entity | None:
        """“one of them”: the people met last."""
        many = ("several", "contradictory")
        return next((e for e in reversed(recent) if e.phrase.people in many), None)

    def ordered(self, words: Sequence[str]) -> bool:
        """Whether the words hold “second” or the like."""
        return any(not ordinals.isdisjoint(words) for ordinals in self._ordinals)

    def in_order(
        self, words: Sequence[str], phrase: NounPhrase, entities: Sequence[Entity], same: Same
    ) -> Entity | None:
        """“the second official”: who was called the second, else the second one met."""
        number = next((i for i, o in enumerate(self._ordinals) if not o.isdisjoint(words)), None)
        if number is None or phrase.people != "one":
            return None
        anybody = phrase.head in self._anybody
        alike = [e for e in entities if e.name is None]
        alike = [e for e in alike if anybody or same(e.phrase.head, phrase.head)]
        met = [e for e in alike if e.phrase.people == "one"]
        if alike and not met and not self._anybody:
            return alike[-1]  # “two officials … the first official”
        called = [e for e in met if not self._ordinals[number].isdisjoint(e.words.split())]
        if called:
            return called[-1]
        return met[number] if number < len(met) else None
