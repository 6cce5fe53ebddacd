"""Who asks and who answers in an interview, where its turns say only “Q” and “A”.

Told by a legend (“Ann Reed (Q) spoke with Tom Poe (A)”), else by the sentence that leads to
it: whoever stands behind “with” answers, the other person in it asks. Where that leaves a
doubt, nobody is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from auditor.items import Reading
from auditor.layers.attribution.cues import Lines, lines
from auditor.layers.attribution.frame import Frame, frame
from auditor.layers.attribution.names import Name, Names, names
from auditor.layers.attribution.noun import classify
from auditor.layers.attribution.terms import Terms, terms
from auditor.layers.attribution.voice import Voice
from auditor.layers.marks import Mark
from auditor.layers.marks.pairing import Part

_UNITS_BEFORE = 6
"""How many sentences before the first turn may tell who talks."""
_SHOUTED = 3
"""Shorter labels in capitals are initials."""
_WITH_REACH = 4
"""Tokens between “with” and the name, for titles."""
_LISTS = frozenset(f"turns.{name}" for name in ("talk", "with", "whom"))

Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Interview:
    """Bounds of names in the text.

    Attributes:
        parts: of whoever asks and whoever answers, where the article tells.
        legend: of whoever a label in brackets behind the name stands for.
    """

    parts: dict[Part, Bounds] = field(default_factory=dict)
    legend: dict[str, Bounds] = field(default_factory=dict)


def interview(reading: Reading) -> Interview:
    """Ask for it with `reading.use(interview)`; cheap where no quotation is a turn."""
    turns = [m for m in reading.use(frame).tops if m.layout == "turn"]
    return _Talk(reading, turns[0].open_start).told() if turns else Interview()


def in_turn(reading: Reading, mark: Mark) -> Voice:
    """Who says a turn: the name before its colon, or whoever the letter there stands for."""
    told = reading.use(interview)
    label = reading.text[slice(*mark.label)] if mark.label else ""
    means = told.parts.get(mark.part) if mark.part else told.legend.get(label)
    if mark.label is not None and mark.part is None:
        return Voice(mark.label, 0.95, "label", (f"“{label}:” stands before it",), means=means)
    if means is None:
        return Voice(None, 0.5, "label")
    reason = "asks in the interview" if mark.part == "question" else "answers in the interview"
    return Voice(mark.label or means, 0.9, "label", (reason,), means=means)


class _Talk:
    def __init__(self, reading: Reading, begin: int) -> None:
        self.reading = reading
        self.begin = begin
        self.whom: frozenset[str] = frozenset()
        self.frame: Frame = reading.use(frame)
        self.lines: Lines = reading.use(lines)
        self.names: Names = reading.use(names)
        self.terms: Terms = reading.language.once(terms)

    def told(self) -> Interview:
        turns = [m for m in self.frame.tops if m.layout == "turn"]
        legend: dict[str, Bounds] = {}
        parts: dict[Part, Bounds] = {}
        for mark in turns:
            label = self.reading.text[slice(*mark.label)] if mark.label else ""
            if not label or label in legend:
                continue
            name = self._behind_which(label) or self._shouted(label)
            if name is None:
                continue
            legend[label] = name
            if mark.part:
                parts[mark.part] = name
        if not parts and any(m.part for m in turns):
            parts = self._introduced()
        return Interview(parts, legend)

    def _behind_which(self, label: str) -> Bounds | None:
        """The name with “(label)” behind it."""
        flat = self.frame.flat
        at = flat.find(f"({label})", 0, self.begin)
        runs = self.names.between(max(at - 60, 0), at) if at > 0 else ()
        return self._bounds(runs[-1]) if runs and runs[-1].end >= at - 2 else None

    def _shouted(self, label: str) -> Bounds | None:
        """The name that a label in capitals stands for, where only one fits."""
        if not label.isupper() or len(label) < _SHOUTED:
            return None
        last = label.split()[-1].casefold()
        runs = [
            n for n in self.names.runs if n.words[-1].casefold() == last and n.start < self.begin
        ]
        full = {" ".join(n.words): n for n in runs if len(n.words) > 1}
        return self._bounds(next(iter(full.values()))) if len(full) == 1 else None

    def _introduced(self) -> dict[Part, Bounds]:
        """What the last sentence before the turns that tells of a talk says."""
        language = self.reading.language
        if not language.lists.keys() >= _LISTS:
            return {}
        self.whom = language.words("turns.whom")
        talk = language.pattern("turns.talk")
        last = self.frame.unit_at(self.begin) or 0
        for unit in range(last - 1, max(last - 1 - _UNITS_BEFORE, -1), -1):
            place = self.frame.units[unit]
            if talk.search(self.frame.flat, place.start, place.end):
                return self._in(unit)
        return {}

    def _in(self, unit: int) -> dict[Part, Bounds]:
        place = self.frame.units[unit]
        people = list(self._people(place.start, place.end))
        asked = [n for n in people if self._is_with(unit, n.start)]
        asking = [n for n in people if n not in asked]
        found: dict[Part, Bounds] = {}
        talk = self.reading.language.pattern("turns.talk")
        cue = talk.search(self.frame.flat, place.start, place.end)
        talker = [n for n in asking if cue and n.start < cue.start()]
        if not asked and len(talker) == 1 and self._with_outlet(unit):
            # “Ann Reed spoke with The Tide”: who talks to an outlet answers.
            return {"answer": self._bounds(talker[0])}
        if len(asking) == 1:
            found["question"] = self._bounds(asking[0])
        if len(asked) == 1:
            found["answer"] = self._bounds(asked[0])
        elif not asked and len(asking) == 1 and self._with_pronoun(unit):
            # “С ней поговорил Сомов”: the one person named before.
            before = self._alone(list(self._people(0, place.start)), asking[0])
            if before is not None:
                found["answer"] = self._bounds(before)
        return found

    def _people(self, start: int, end: int) -> Iterator[Name]:
        for name in self.names.between(start, end):
            phrase = classify(self.reading, name.start, name.end)
            if phrase is not None and phrase.kind == "named_person":
                yield name

    def _is_with(self, unit: int, start: int) -> bool:
        t, words = self.lines[unit], self.reading.language.words("turns.with")
        at = next((i for i in range(len(t)) if t.starts[i] >= start), 0)
        for i in range(at - 1, max(at - 1 - _WITH_REACH, -1), -1):
            if t.lows[i] in words:
                return t.lows[i + 1] not in self.whom
            if not t.is_word(i) or t.capital(i):
                return False
        return False

    def _with_pronoun(self, unit: int) -> bool:
        t, words = self.lines[unit], self.reading.language.words("turns.with")
        return any(t.lows[i] in words and t.lows[i + 1] in self.whom for i in range(len(t) - 1))

    def _with_outlet(self, unit: int) -> bool:
        """A name that is no person's stands behind “with”."""
        t, words = self.lines[unit], self.reading.language.words("turns.with")
        for i in range(len(t) - 1):
            at = i + 1
            while at < len(t) - 1 and not t.capital(at) and t.lows[at] in self.terms.definite:
                at += 1
            if t.lows[i] in words and t.capital(at):
                phrase = classify(self.reading, t.starts[at], t.ends[at])
                if phrase is None or phrase.kind != "named_person":
                    return True
        return False

    def _alone(self, people: list[Name], other: Name) -> Name | None:
        """The only person with a first name among these; None where there are two."""
        full = [n for n in people if len(n.words) > 1 and n.words != other.words]
        lasts = {n.words[-1].casefold() for n in full}
        return full[-1] if len(lasts) == 1 else None

    def _bounds(self, name: Name) -> Bounds:
        """Of a name without the full stop behind it."""
        words = self.reading.text[name.start : name.end]
        return name.start, name.start + len(words.rstrip("."))
