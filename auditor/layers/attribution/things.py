"""What “the report”, “the poll”, “the network” means: the one the article told of before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from auditor.items import Reading
from auditor.layers.attribution.body_names import BodyNames
from auditor.layers.attribution.cues import Lines, lines
from auditor.layers.attribution.entity import Entity
from auditor.layers.attribution.frame import Frame, frame
from auditor.layers.attribution.mentions import before
from auditor.layers.attribution.noun import classify
from auditor.layers.attribution.noun_phrase import NounPhrase
from auditor.layers.attribution.terms import Terms, terms
from auditor.layers.attribution.word_classes import VERB

THINGS = ("unnamed_document", "unnamed_media")
_BEHIND = 90
"""Code points behind an earlier mention in which its maker may be named (“a poll by …”)."""
_CLAUSE_END = regex.compile(r"[,.;:!?\n]")


class Told(NamedTuple):
    """A phrase that names somebody, and where it stands."""

    phrase: NounPhrase
    start: int
    end: int


class Things:
    """Earlier mentions of a document or a medium, wherever they stand in the article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._frame: Frame = reading.use(frame)
        self._lines: Lines = reading.use(lines)
        self._terms: Terms = reading.language.once(terms)
        self._places: dict[str, list[int]] = {}

    def meant(
        self, phrase: NounPhrase, start: int, entities: Sequence[Entity], bodies: BodyNames
    ) -> Entity | Told | None:
        """Whose thing it is, or the source that it is itself; the nearest one told of."""
        for place in self._earlier(phrase.head, start):
            for entity in entities:
                if any(a <= place < b for a, b in entity.mentions):
                    return entity
            told = self._named_at(place)
            if told is not None:
                return told
        if phrase.kind != "unnamed_media":
            return None
        paragraph = self._reading.text.rfind("\n", 0, start) + 1
        run = bodies.last_in(paragraph, start)
        found = classify(self._reading, run.start, run.end) if run else None
        return Told(found, run.start, run.end) if run and found else None

    def _earlier(self, head: str, start: int) -> Iterator[int]:
        """Where the noun stands before `start`, the nearest first, headlines too."""
        if head not in self._places:
            word = regex.compile(rf"(?<!\w){regex.escape(head)}(?!\w)", regex.IGNORECASE)
            self._places[head] = [m.start() for m in word.finditer(self._frame.flat)]
        places = self._places[head]
        return reversed(places[: bisect_left(places, start)])

    def _named_at(self, place: int) -> Told | None:
        """The phrase with its noun at `place`, where it names who made the thing."""
        unit = self._frame.unit_at(place)
        if unit is None:
            return None
        t = self._lines[unit]
        at = bisect_left(t.starts, place)
        phrase = before(t, at, 0, self._terms) if at < len(t) and t.starts[at] == place else None
        if phrase is None:
            return None
        start, end = t.starts[phrase.start], t.ends[at]
        found = self.maker(start, end)
        return Told(found, start, end) if found else None

    def maker(self, start: int, end: int) -> NounPhrase | None:
        """What names whose thing `start..end` is, the rest of its clause read too."""
        unit = self._frame.unit_at(start)
        if unit is None:
            return None
        stop = _CLAUSE_END.search(self._frame.flat, end, end + _BEHIND)
        reach = stop.start() if stop else min(end + _BEHIND, self._frame.units[unit].end)
        t = self._lines[unit]
        for at in range(bisect_left(t.starts, end), len(t)):
            # “a report | said the bridge by Acme …”: what is told begins at the verb.
            if t.masks[at] & VERB and t.lows[at] not in self._terms.postmodifiers:
                reach = min(reach, t.starts[at])
                break
        found = classify(self._reading, start, reach)
        return found if found and found.named and found.name else None
