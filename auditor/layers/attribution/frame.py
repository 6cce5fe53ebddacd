"""The article with its quotations covered up, cut into sentences around them.

Whoever speaks is named outside the marks. So every outermost quotation becomes a run of
one filler character: grammar is then looked for in `flat`, whose offsets are those of the
text, and nothing inside a quotation can be taken for a reporting verb. Only what the writer
puts into one (“— said he —”) stays to be seen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import regex

from auditor.items import Reading
from auditor.layers.marks import Mark, marks

FILL = "\ufffc"
"""What a quotation is covered with in `Frame.flat`."""

NAME_MARKS = "«", "»"
MAX_HELD = 24
"""What holds more quotations is no sentence, and is cut."""
_ENDS = ".!?…"
_OPENS = regex.compile(rf"\s+[\p{{Lu}}\p{{Nd}}{FILL}(\[]")
_STRAIGHT_ON = regex.compile(r"\s*[\p{Ll},;:–—-]")


class Unit(NamedTuple):
    """A sentence as the writer wrote it: quotations inside it do not end it."""

    start: int
    end: int
    paragraph: int
    """Index of the line it stands in, counted from 0 over the whole text."""


@dataclass(frozen=True)
class Frame:
    """Attributes:
    flat: the text, outermost quotations covered with `FILL`, marks included.
    tops: the outermost quotations, in order.
    units: sentences, in order, not overlapping; `starts`: where each begins.
    """

    flat: str
    tops: tuple[Mark, ...]
    units: tuple[Unit, ...]
    starts: tuple[int, ...]

    def unit_at(self, offset: int) -> int | None:
        """Index of the unit that holds `offset`."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and offset < self.units[index].end else None


def frame(reading: Reading) -> Frame:
    """The frame of the article; ask for it with `reading.use(frame)`."""
    text = reading.text
    tops, names = _outermost(reading)
    pieces: list[str] = []
    done = 0
    for mark in tops:
        # Line ends stay, so that a quotation over paragraphs does not glue them together.
        for start, end in _stretches(mark):
            inside = text[start:end]
            cover = FILL * len(inside) if "\n" not in inside else _cover(inside)
            pieces += text[done:start], cover
            done = end
    pieces.append(text[done:])
    flat = _unmarked("".join(pieces), names)
    units = tuple(_units(reading, text, tops))
    return Frame(flat, tops, units, tuple(unit.start for unit in units))


def _stretches(mark: Mark) -> Iterator[tuple[int, int]]:
    """The quotation with its marks, without what the writer puts in."""
    start = mark.open_start
    for first, behind in mark.asides:
        yield start, first
        start = behind
    yield start, mark.close_end


def _cover(inside: str) -> str:
    return "".join("\n" if c == "\n" else FILL for c in inside)


def _outermost(reading: Reading) -> tuple[tuple[Mark, ...], list[Mark]]:
    """The outermost quotations; apart from them names in marks, where a language has such."""
    marked = "quotation.names_in_marks" in reading.language.lists
    tops: list[Mark] = []
    names: list[Mark] = []
    for mark in sorted(reading.use(marks), key=lambda m: (m.open_start, -m.close_end)):
        if tops and mark.open_start < tops[-1].close_end:
            continue
        (names if marked and mark.kind == "title" else tops).append(mark)
    return tuple(tops), names


def _unmarked(flat: str, names: list[Mark]) -> str:
    """«Интерфакс» is whoever speaks, no quotation; its marks belong to its words."""
    if not names:
        return flat
    characters = list(flat)
    for mark in names:
        if mark.style != NAME_MARKS:
            characters[mark.open_start : mark.start] = " " * (mark.start - mark.open_start)
            characters[mark.end : mark.close_end] = " " * (mark.close_end - mark.end)
    return "".join(characters)


def _units(reading: Reading, text: str, tops: tuple[Mark, ...]) -> Iterator[Unit]:
    """Sentences, joined where a boundary lies in a quotation, cut where one ends a sentence."""
    paragraph, counted = 0, 0
    starts = [m.open_start for m in tops]
    waiting: int | None = None
    for sentence in reading.layer("sentences"):
        start = sentence.start if waiting is None else waiting
        end = sentence.end
        index = bisect_right(starts, end - 1) - 1
        if index >= 0 and end < tops[index].close_end:
            waiting = start
            continue
        waiting = None
        for a, b in _cut(text, tops, starts, start, end):
            paragraph += text.count("\n", counted, a)
            counted = a
            yield Unit(a, b, paragraph)
    if waiting is not None:
        paragraph += text.count("\n", counted, waiting)
        yield Unit(waiting, len(text), paragraph)


def _cut(
    text: str, tops: tuple[Mark, ...], starts: list[int], start: int, end: int
) -> Iterator[tuple[int, int]]:
    first = bisect_right(starts, start - 1)
    held = 0
    for mark in tops[first : bisect_right(starts, end - 1)]:
        after, held = mark.close_end, held + 1
        if after < end and (held == MAX_HELD or _ends_sentence(text, mark, after)):
            yield start, after
            while after < end and text[after].isspace():
                after += 1
            start, held = after, 0
    if start < end:
        yield start, end


def _ends_sentence(text: str, mark: Mark, after: int) -> bool:
    last = text[mark.start : mark.end].rstrip("”’\"' ")[-1:]
    if last not in _ENDS or not last:
        return False
    # “Why?” Smith asked: only a full stop surely ends the writer's sentence too.
    return (last == "." and _OPENS.match(text, after) is not None) or (
        last in "!?…" and text[after : after + 2].strip() in ("", "“", "‘", '"', "'")
    )
