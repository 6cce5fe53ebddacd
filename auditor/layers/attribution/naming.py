"""How far back the name of whoever speaks stands."""

from __future__ import annotations

from collections.abc import Callable

import regex

from auditor.items import Reading, Speaker
from auditor.layers.attribution.frame import Frame, frame
from auditor.layers.attribution.names import names
from auditor.layers.attribution.people import People
from auditor.layers.attribution.terms import Terms, terms

_CAPITAL = regex.compile(r"(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2}")
"""What may be a name inside a quotation."""


class Naming:
    """Made once an article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.text
        self._frame: Frame = reading.use(frame)
        self._paragraphs = reading.layer("paragraphs")
        self._naming: dict[int, bool] = {}
        words: Terms = reading.language.once(terms)
        self._pronouns = words.pronouns | words.pronoun_verbs

    def distance(
        self, speaker: Speaker | None, paragraph: Callable[[int], int | None]
    ) -> int | None:
        """Whoever “she” is: so far back, at least, a reader must look for the name.

        The nearest name of anybody counts, so that it is true even where she was taken for
        somebody else.
        """
        if speaker is None or speaker.kind != "named_person":
            return None
        here = paragraph(speaker.start)
        if here is None:
            return None
        word = self._text[speaker.start : speaker.end].casefold()
        if word not in self._pronouns:
            return 0
        for place in range(here, 0, -1):
            if self._names_somebody(place):
                return here - place
        return None

    def _names_somebody(self, number: int) -> bool:
        if number not in self._naming:
            place = self._paragraphs[number - 1]
            people = self._reading.use(People)
            runs = self._reading.use(names).between(place.start, place.end)
            said = (
                self._text[max(m.start, place.start) : min(m.end, place.end)]
                for m in self._frame.tops
                if m.start < place.end and place.start < m.end
            )
            self._naming[number] = any(people.phrase(run) for run in runs) or any(
                map(_CAPITAL.search, said)
            )
        return self._naming[number]
