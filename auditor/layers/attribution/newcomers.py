"""“The witness” after “Prosecutor Ann Reed said”: somebody else, though nobody else was named."""

from __future__ import annotations

from auditor.items import Reading
from auditor.layers.attribution.anonymity import anonymity
from auditor.layers.attribution.frame import Frame, frame
from auditor.layers.attribution.noun_phrase import NounPhrase

_BEFORE = 2
"""Words before a name in which whatever else its bearer does may stand."""


class Newcomers:
    """Ask for it with `reading.use(Newcomers)`."""

    def __init__(self, reading: Reading) -> None:
        optional = reading.language.optional
        self._nouns = optional("attribution.newcomers")
        self._officers = optional("attribution.officers")
        self._frame: Frame = reading.use(frame)
        self._clauses = [c.start for c in reading.use(anonymity) if c.explicit]

    def is_one(self, phrase: NounPhrase, start: int, end: int, name: str | None) -> bool:
        """Whether a phrase cannot mean the person just named, though that would be near.

        Args:
            phrase: what stands from `start` to `end`.
            name: of the person.
        """
        unit = self._frame.unit_at(start)
        stop = self._frame.units[unit].end if unit is not None else end
        if any(start <= clause < stop for clause in self._clauses):
            return True  # “The caller, who asked not to be named, said”
        return phrase.head in self._nouns and bool(name) and self._has_office(str(name), start)

    def _has_office(self, name: str, start: int) -> bool:
        """Whether a word right before the name tells what else he is: “Prosecutor Ann Reed”."""
        flat = self._frame.flat
        place = flat.find(name.split()[0], 0, start)
        before = flat[max(0, place - 60) : max(place, 0)].casefold().split()[-_BEFORE:]
        return not self._officers.isdisjoint(before)
