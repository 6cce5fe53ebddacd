"""Names that are none: pseudonyms (“Mawar, not her real name”) and initials (“a witness, YS”)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.items import Reading
from auditor.kinds import SourceKind
from auditor.layers.attribution.entity import Entity
from auditor.layers.attribution.names import Names, names
from auditor.layers.attribution.noun_phrase import NounPhrase

_GAP = 3
"""Code points between a name and the words that take it back."""


class WithheldNames:
    """Ask for it with `reading.use(WithheldNames)`; empty where the language has no lists."""

    def __init__(self, reading: Reading) -> None:
        self._pseudonyms: set[str] = set()
        self._initials: set[str] = set()
        told, runs = reading.language.lists, None
        if "anonymity.pseudonyms" in told:
            for match in reading.language.pattern("anonymity.pseudonyms").finditer(reading.text):
                runs = runs or reading.use(names)
                self._add(runs, match.start())
        if "anonymity.initials" in told:
            for match in reading.language.pattern("anonymity.initials").finditer(reading.text):
                word = reading.text[match.end() :].split(maxsplit=1)[:1]
                short = word[0].strip(".,;:()") if word else ""
                if short.replace(".", "").isupper():
                    self._initials.add(short.casefold())

    def _add(self, runs: Names, place: int) -> None:
        near = runs.between(max(place - 60, 0), place)
        if near and place - near[-1].end <= _GAP:
            self._pseudonyms.add(" ".join(near[-1].words).casefold())

    def nameless(self, phrase: NounPhrase) -> NounPhrase | None:
        """What a phrase is whose name tells nobody who it is; None where its name does."""
        given = (phrase.name or "").casefold()
        if given in self._initials:
            kind: SourceKind = "unnamed_individual"
        elif given in self._pseudonyms:
            kind = "explicit_anonymity"
        else:
            return None
        return replace(phrase, kind=kind, people="one", named=False, name=None)

    @staticmethod
    def met(phrase: NounPhrase, entities: Sequence[Entity]) -> Entity | None:
        """The source that was told of with the same pseudonym or initials."""
        given = (phrase.name or "").casefold()
        return next((e for e in entities if e.name is None and given in e.words.split()), None)
