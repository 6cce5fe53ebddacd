"""Names that are none: pseudonyms (“Mawar, not her real name”) and initials (“a witness, YS”)."""

from __future__ import annotations

from auditor.items import Reading
from auditor.layers.attribution.names import Names, names

_GAP = 3
"""Code points between a name and the words that take it back."""


class WithheldNames:
    """Ask for it with `reading.use(WithheldNames)`; empty where the language has no lists."""

    def __init__(self, reading: Reading) -> None:
        self._pseudonyms: set[str] = set()
        self._initials: dict[str, int] = {}
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
                    self._initials.setdefault(short.casefold(), match.start())

    def _add(self, runs: Names, place: int) -> None:
        near = runs.between(max(place - 60, 0), place)
        if near and place - near[-1].end <= _GAP:
            self._pseudonyms.add(" ".join(near[-1].words).casefold())

    def is_pseudonym(self, name: str) -> bool:
        return name.casefold() in self._pseudonyms

    def initials(self, word: str) -> int | None:
        """Where somebody was said to go by these initials, case-folded."""
        return self._initials.get(word)
