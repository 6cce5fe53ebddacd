"""Cuts the text into segments by boundary sweep: overlapping findings never nest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any


@dataclass(frozen=True, slots=True)
class Note:
    """One finding as the page shows it.

    Attributes:
        number: its place in reading order, from 1.
        finding: the object in the JSON.
        rule: title, why, advice, standards of its rule.
        category: position of its category in the pack, from 1, with letter and title.
        place: where it stands, in words.
        marked: some of its span is in the text of the page.
    """

    number: int
    finding: dict[str, Any]
    rule: dict[str, Any]
    category: dict[str, Any]
    place: str
    marked: bool

    @property
    def start(self) -> int:
        return int(self.finding["start"])

    @property
    def end(self) -> int:
        return int(self.finding["end"])


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text under the same findings, the weightiest first; `ends`: those that end here."""

    text: str
    notes: tuple[Note, ...] = ()
    ends: tuple[Note, ...] = ()
    opens: tuple[Note, ...] = ()


_WEIGHT = {"blocking": 0, "warning": 1, "note": 2}


def weight(note: Note) -> tuple[int, float, int, int]:
    """Sorts the weightiest first: severity, then points, then the shorter span."""
    finding = note.finding
    length = 0 if finding["start"] is None else note.end - note.start
    return _WEIGHT.get(finding["severity"], 3), -finding["counted"], length, note.number


def segments(text: str, start: int, end: int, notes: Sequence[Note]) -> Iterator[Segment]:
    """The segments of `text[start:end]`; joined, they are exactly that text."""
    here = [n for n in notes if n.start < end and n.end > start]
    cuts = {start, end}
    for note in here:
        cuts |= {max(note.start, start), min(note.end, end)}
    places = sorted(cuts)
    for left, right in pairwise(places):
        covering = sorted((n for n in here if n.start <= left and n.end >= right), key=weight)
        yield Segment(
            readable(text[left:right]),
            tuple(covering),
            ends=tuple(n for n in here if n.end == right),
            opens=tuple(n for n in here if n.start == left),
        )


def readable(text: str) -> str:
    """HTML cannot hold a NUL: it is shown as the replacement character."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}")
