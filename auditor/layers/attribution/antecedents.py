"""Whom “she” may mean by where it stands: somebody just introduced, or the subject before."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from auditor.items import Reading
from auditor.layers.attribution.cases import Cases
from auditor.layers.attribution.cues import Lines, lines
from auditor.layers.attribution.declined import Gender
from auditor.layers.attribution.entity import fits
from auditor.layers.attribution.frame import Frame, frame
from auditor.layers.attribution.names import Name, Names, names
from auditor.layers.attribution.noun import classify
from auditor.layers.attribution.people import People
from auditor.layers.attribution.subjects import subject
from auditor.layers.attribution.terms import Terms, terms

_OPENING = 3
"""Words before a name that still leave it at the beginning of its sentence."""


class Antecedents:
    """Args:
    may_be: whether a name may be a person of that gender.
    """

    def __init__(self, reading: Reading, may_be: Callable[[Name, Gender | None], bool]) -> None:
        self._reading = reading
        self._may_be = may_be
        self._text = reading.text
        self._terms: Terms = reading.language.once(terms)
        self._frame: Frame = reading.use(frame)
        self._names: Names = reading.use(names)
        self._lines: Lines = reading.use(lines)
        self._cases: Cases = reading.language.once(Cases)
        self._people: People = reading.use(People)

    def leading(self, since: int, start: int, gender: Gender | None) -> Iterator[Name]:
        """People whose names begin a sentence, the last first."""
        for name in reversed(self._names.between(since, start)):
            unit = self._frame.unit_at(name.start)
            if unit is None:
                continue
            before = self._text[self._frame.units[unit].start : name.start]
            if before.count(" ") <= _OPENING and self._may_be(name, gender):
                yield name

    def introduced(self, since: int, start: int, gender: Gender | None) -> Name | None:
        """Whoever the paragraph has just named for the first time, in full, and nobody else."""
        begin = max(self._text.rfind("\n", 0, start) + 1, since)
        found = [n for n in self._names.between(begin, start) if self._may_be(n, gender)]
        found = self._told(found, gender) or found
        apposed = [n for n in found if self._apposed(n)]
        found = apposed or [n for n in found if len(n.words) > 1]
        if len(found) != 1:
            return None
        last = found[0].words[-1].casefold()
        before = self._names.between(0, found[0].start)
        known = any(self._cases.same(n.words[-1].casefold(), last) for n in before)
        opening = self._text[begin : found[0].start].casefold().split()[:1]
        led = bool(opening) and opening[0] in self._terms.pronouns
        return None if known or led else found[0]

    def _told(self, found: list[Name], gender: Gender | None) -> list[Name]:
        """Those of whom something tells that it is she; in “The actress Robin Vale and her
        lawyer, Kit Marsh” that is one."""
        phrases = ((n, self._people.phrase(n)) for n in found if gender)
        return [n for n, phrase in phrases if phrase is not None and phrase.gender == gender]

    def _apposed(self, name: Name) -> bool:
        """“the warden of a mosque, Darsono, …”"""
        before, behind = self._text[: name.start].rstrip()[-1:], self._text[name.end :][:2]
        return before == "," and behind.lstrip()[:1] in (",", ".", "(", "\n", "")

    def latter(self, start: int, gender: Gender | None) -> Name | None:
        """“Она повернулась к Алову. “Да”, — ответил тот”: whoever was named last."""
        begin = self._text.rfind("\n", 0, max(start - 1, 0))
        begin = max(self._text.rfind("\n", 0, max(begin - 1, 0)), 0)
        found = [n for n in self._names.between(begin, start) if self._may_be(n, gender)]
        return found[-1] if found else None

    def only_named(self, start: int) -> Name | None:
        """“Menurut perwira tersebut”: the only person named in this paragraph and the last."""
        begin = self._text.rfind("\n\n", 0, max(self._text.rfind("\n\n", 0, start), 0)) + 1
        found = [n for n in self._names.between(begin, start) if self._may_be(n, None)]
        return found[0] if len({n.words[-1].casefold() for n in found}) == 1 else None

    def subject_before(
        self, since: int, start: int, gender: Gender | None
    ) -> tuple[int, int] | None:
        """“The mayor shook her head. “No,” she said”: the subject of the sentence before."""
        here = self._frame.unit_at(start)
        if not here or self._frame.units[here - 1].start < since:
            return None
        units = self._frame.units
        if units[here].paragraph != units[here - 1].paragraph:
            return None
        t = self._lines[here - 1]
        who = subject(t, 0, len(t), self._terms)
        if who is None or t.lows[who.start] in self._terms.pronouns:
            return None
        bounds = t.starts[who.start], t.ends[who.end - 1]
        phrase = classify(self._reading, *bounds)
        if phrase is None or phrase.people != "one" or not fits(phrase, gender):
            return None
        speaks_for = phrase.kind == "named_organisation"  # “A spokesman for the bank”
        return bounds if speaks_for or (phrase.definite and not phrase.name) else None
