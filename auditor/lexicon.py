"""Words as data: languages, agencies, institutions. What layers and engine both read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from auditor.finder import Finder
from auditor.phrases import expand

T = TypeVar("T")

Control = Literal[
    "state_controlled",
    "state_owned_captured",
    "state_owned_contested",
    "state_owned_independent",
    "public_service",
    "state_linked",
    "party_or_military",
    "cooperative",
    "private",
    "religious",
    "press_release_distributor",
]


class NotKnown(Exception):
    """The word lists needed to decide something are missing. Says why, in a clause."""


@dataclass(frozen=True)
class Language:
    """One language's word lists.

    Attributes:
        code: ISO 639-1.
        name: in English, for people.
        lists: dotted name ("cues.neutral") to phrases (see `auditor.phrases`), in
            the file's order, which some lists give a meaning (months, weekdays).
        weights: clue to weight, for choosing who says a quotation; empty where the sieves
            alone decide.
    """

    code: str
    name: str
    lists: Mapping[str, tuple[str, ...]]
    weights: Mapping[str, float] = field(default_factory=dict, repr=False)
    _patterns: dict[tuple[str, ...], Finder] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _words: dict[tuple[str, ...], frozenset[str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _built: dict[object, object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def get(self, name: str) -> tuple[str, ...]:
        """The phrases of one list.

        Raises:
            NotKnown: the language has no such list.
        """
        try:
            return self.lists[name]
        except KeyError:
            raise NotKnown(f"{self.name} has no word list “{name}”") from None

    def group(self, name: str) -> dict[str, tuple[str, ...]]:
        """All lists below `name`: "cues" gives {"neutral": …, "factive": …}.

        Raises:
            NotKnown: there is none.
        """
        prefix = name + "."
        found = {k[len(prefix) :]: v for k, v in self.lists.items() if k.startswith(prefix)}
        if not found:
            raise NotKnown(f"{self.name} has no word lists below “{name}”")
        return found

    def pattern(self, *names: str) -> Finder:
        """Finds all phrases of the lists: whole words, case ignored."""
        if names not in self._patterns:
            self._patterns[names] = Finder(self._phrases(names), self.get)
        return self._patterns[names]

    def words(self, *names: str) -> frozenset[str]:
        """The lists' plain strings, spelled out and case-folded."""
        if names not in self._words:
            strings = (s for p in self._phrases(names) for s in expand(p, self.get))
            self._words[names] = frozenset(s.casefold() for s in strings)
        return self._words[names]

    def optional(self, name: str) -> frozenset[str]:
        """The same for a list that a language may lack: then no words."""
        return self.words(name) if name in self.lists else frozenset()

    def once(self, build: Callable[[Language], T]) -> T:
        """`build(self)`, computed once: for what a layer compiles from the lists."""
        if build not in self._built:
            self._built[build] = build(self)
        return self._built[build]  # type: ignore[return-value]

    def _phrases(self, names: tuple[str, ...]) -> Iterable[str]:
        return (p for n in names for p in self.get(n))

    def __reduce__(self) -> tuple[object, ...]:
        return Language, (self.code, self.name, dict(self.lists), dict(self.weights))


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency or state medium, as the registry knows it.

    Attributes:
        names: the forms that name it in running text without doubt.
        ambiguous: short or everyday forms ("AP", "PA", "Antara") that count only in
            credit position, in brackets, or next to a reporting verb.
        control: who directs it; `basis` says how that is known.
        verified: the basis was checked against a public page.
        note: what else its short forms mean.
    """

    id: str
    name: str
    country: str
    kind: str
    control: Control
    names: tuple[str, ...]
    ambiguous: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    credit_forms: tuple[str, ...] = ()
    basis: str = ""
    verified: bool = False
    note: str = ""


@dataclass(frozen=True)
class Lexicon:
    """Every word list of a pack.

    Attributes:
        languages: by code.
        institutions: accountable bodies that are no anonymous source when they speak.
    """

    languages: Mapping[str, Language] = field(default_factory=dict)
    agencies: tuple[Agency, ...] = ()
    institutions: tuple[str, ...] = ()
    _built: dict[object, object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, build: Callable[[Lexicon], T]) -> T:
        """`build(self)`, computed once: for what a layer compiles from every language's words."""
        if build not in self._built:
            self._built[build] = build(self)
        return self._built[build]  # type: ignore[return-value]

    def language(self, code: str | None) -> Language:
        """The lists for a language.

        Raises:
            NotKnown: the code is none, or the pack has no such language.
        """
        if code is None:
            raise NotKnown(
                "the language could not be told; name it in the file or the configuration"
            )
        try:
            return self.languages[code]
        except KeyError:
            raise NotKnown(f"there are no word lists for the language “{code}”") from None

    def __reduce__(self) -> tuple[object, ...]:
        return Lexicon, (dict(self.languages), self.agencies, self.institutions)
