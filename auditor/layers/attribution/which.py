"""Which of several a phrase means: “one of the officials”, “the first official”."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from auditor.layers.attribution.entity import Entity, is_plural_of
from auditor.layers.attribution.noun_phrase import NounPhrase
from auditor.lexicon import Language

_ORDINALS = ("first", "second", "third")

Same = Callable[[str, str], bool]


class Which:
    """Ask for it with `language.once(Which)`."""

    def __init__(self, language: Language) -> None:
        self._partitives = tuple(
            tuple(p.split()) for p in sorted(language.optional("determiners.partitive"), key=len)
        )
        among = language.optional("determiners.among")
        self._anybody = language.optional("attribution.generic") if among else frozenset()
        self._ordinals = [language.optional(f"determiners.{n}") for n in _ORDINALS]

    def one_of(
        self, words: Sequence[str], phrase: NounPhrase, entities: Sequence[Entity], same: Same
    ) -> Entity | None:
        """“one of the people”: the source that these people are."""
        if not any(tuple(words[: len(p)]) == p for p in self._partitives):
            return None
        return next(
            (
                e
                for e in reversed(entities)
                if e.phrase.people in ("several", "contradictory")
                and e.name is None
                and (
                    same(e.phrase.head, phrase.head)
                    or is_plural_of(e.phrase.head, phrase.head)
                    or phrase.head in self._anybody
                )
            ),
            None,
        )

    def ordered(self, words: Sequence[str]) -> bool:
        """Whether the words hold “second” or the like."""
        return any(not ordinals.isdisjoint(words) for ordinals in self._ordinals)

    def in_order(
        self, words: Sequence[str], phrase: NounPhrase, entities: Sequence[Entity], same: Same
    ) -> Entity | None:
        """“the second official”: who was called the second, else the second one met."""
        number = next((i for i, o in enumerate(self._ordinals) if not o.isdisjoint(words)), None)
        if number is None:
            return None
        met = [e for e in entities if e.name is None and e.phrase.people == "one"]
        anybody = phrase.head in self._anybody
        met = [e for e in met if anybody or same(e.phrase.head, phrase.head)]
        called = [e for e in met if not self._ordinals[number].isdisjoint(e.words.split())]
        if called:
            return called[-1]
        return met[number] if number < len(met) else None
