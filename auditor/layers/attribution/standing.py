"""What stands for somebody met before without a name: “в ведомстве”, “полицейские”, “один из них”.

Only languages that list such words have any. A noun that fits every body (“компания”) means
the body that spoke last; a plural for the people of one (“синоптики ведомства”, “по данным
полицейских”) means the body too; “один из них”, “другой” mean the people met last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from auditor.layers.attribution.entity import Entity, plain
from auditor.layers.attribution.noun_lists import Lists
from auditor.layers.attribution.noun_phrase import NounPhrase
from auditor.lexicon import Language

Near = Callable[[Entity, int], bool]
"""Whether an entity was mentioned so many paragraphs before at most."""

_CLOSE, _WITHIN = 1, 3
"""Paragraphs to whatever any noun may mean, and to what its name tells."""


class Standing:
    """Ask for it with `language.once(Standing)`."""

    def __init__(self, language: Language) -> None:
        self._nouns = language.optional("generic_bodies")
        self._adjectives = language.optional("generic_bodies_adjectives")
        self._media = language.words("media") if self._nouns else frozenset()
        self._among = language.optional("determiners.among")
        groups = language.group("people_synonyms") if self._nouns else ()
        self._synonyms = [language.words(f"people_synonyms.{g}") for g in groups]
        lists: Lists = language.once(Lists)
        self._plural = lists.plural
        sorts = language.group("body_people") if self._nouns else ()
        self._people = {s: language.words(f"body_people.{s}") for s in sorts}
        self._stems = {s: tuple(language.optional(f"body_stems.{s}")) for s in sorts}

    def alike(self, one: str, other: str) -> bool:
        """Two nouns for the same sort of people: “фермер” and “аграрий”."""
        return any(one in words and other in words for words in self._synonyms)

    def last_body(self, recent: Sequence[Entity], near: Near) -> Entity | None:
        """“по её подсчётам”, where nobody but a newspaper spoke."""
        last = recent[-1] if recent and self._nouns else None
        return last if last and last.phrase.people == "body" and near(last, _CLOSE) else None

    def meant(self, words: Sequence[str], recent: Sequence[Entity], near: Near) -> Entity | None:
        """The source that the case-folded words mean; `recent` in the order of mention."""
        if " ".join(words) in self._among:
            several = (e for e in reversed(recent) if e.phrase.people in _MANY and not e.name)
            return next((e for e in several if near(e, _CLOSE)), None)
        if not self._nouns:
            return None
        return self._body(words, recent, near) or self._people_of(words, recent, near)

    def whose(self, phrase: NounPhrase) -> bool:
        """“сотрудница ведомства”, “собеседник агентства”: of a body that need not be named."""
        words = (phrase.role or "").casefold().split()
        return len(words) > 1 and all(self._generic(w) for w in words[1:])

    def _generic(self, word: str) -> bool:
        return word in self._nouns or word in self._media

    def _body(self, words: Sequence[str], recent: Sequence[Entity], near: Near) -> Entity | None:
        *before, noun = words
        if not self._generic(noun) or not all(w in self._adjectives for w in before):
            return None
        bodies = (e for e in reversed(recent) if e.phrase.people == "body" and e.phrase.named)
        last = next(bodies, None)
        return last if last is not None and near(last, _WITHIN) else None

    def _people_of(
        self, words: Sequence[str], recent: Sequence[Entity], near: Near
    ) -> Entity | None:
        bodies = [e for e in reversed(recent) if e.phrase.people == "body" and e.name]
        sort = next((s for s, nouns in self._people.items() if words[0] in nouns), None)
        if len(words) == 2 and self._generic(words[1]) and self._plural(words[0]):
            return next((e for e in bodies if near(e, _CLOSE)), None)
        if sort is None or len(words) > 1:
            return None
        return next((e for e in bodies if near(e, _WITHIN) and self._is(e, sort)), None)

    def _is(self, body: Entity, sort: str) -> bool:
        told = f"{plain(body.name or '')} {body.words}".split()
        return any(word.startswith(self._stems[sort]) for word in told)


_MANY = ("several", "contradictory")
