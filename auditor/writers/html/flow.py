"""Paragraphs of the article, with the notes that stand beside them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.writers.html.marks import Note, Segment, segments
from auditor.writers.html.texts import Texts

MAX_ROWS = 12
"""As many rows as the style sheet can lay a margin beside."""
COUNTED = ("lead", "body", "quote")
"""Blocks that the records of the layers number as paragraphs."""


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of the page. `number` is None outside the body."""

    kind: str
    start: int
    end: int
    anchor: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    place: Place
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A paragraph with notes and those without that follow it: one margin for all."""

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]


class Places:
    """Finds the paragraph of an offset. Every visible character lies in one of them."""

    def __init__(self, article: dict[str, Any], texts: Texts) -> None:
        self.all = tuple(_places(article["text"], article["blocks"]))
        self._starts = [place.start for place in self.all]
        self._texts = texts

    def at(self, offset: int) -> Place | None:
        index = bisect_right(self._starts, offset) - 1
        return self.all[index] if index >= 0 else None

    def words(self, offset: int | None) -> str:
        """ "paragraph 4", "headline" or, without an offset, "whole article"."""
        place = None if offset is None else self.at(offset)
        if place is None:
            return self._texts("place.article")
        if place.number is None:
            return self._texts.word("place", place.kind)
        return self._texts("place.paragraph", number=place.number)

    def short(self, offset: int) -> str:
        """The same for a narrow column: "4" or "headline"."""
        place = self.at(offset)
        return str(place.number) if place and place.number else self.words(offset)

    def shown(self, start: int, end: int) -> bool:
        """Whether any of the span lies in a paragraph, so that it can be marked."""
        return any(p.start < end and p.end > start for p in self.all)


def groups(text: str, places: Sequence[Place], notes: Sequence[Note]) -> list[Group]:
    """The whole text in groups, each note in the margin of the paragraph it begins in."""
    found: list[Group] = []
    left = sorted(notes, key=lambda n: (n.start, n.end, n.number))
    for place in places:
        paragraph = Paragraph(place, tuple(segments(text, place.start, place.end, notes)))
        mine = tuple(n for n in left if n.start < place.end)
        left = left[len(mine) :]
        last = found[-1] if found else None
        if mine or last is None or len(last.paragraphs) >= MAX_ROWS:
            found.append(Group((paragraph,), mine))
        else:
            found[-1] = Group((*last.paragraphs, paragraph), last.notes)
    return found


def _places(text: str, blocks: Iterable[dict[str, Any]]) -> Iterable[Place]:
    number = 0
    for index, (kind, start, end) in enumerate(_spans(text, blocks)):
        counted = kind in COUNTED
        number += counted
        anchor = f"p{number}" if counted else f"b{index}"
        yield Place(kind, start, end, anchor, number if counted else None)


def _spans(text: str, blocks: Iterable[dict[str, Any]]) -> Iterable[tuple[str, int, int]]:
    """The blocks, and what stands between them: no word of the article may go missing."""
    at = 0
    for block in blocks:
        yield from _between(text, at, block["start"])
        if block["end"] > block["start"]:
            yield block["kind"], block["start"], block["end"]
        at = max(at, block["end"])
    yield from _between(text, at, len(text))


def _between(text: str, start: int, end: int) -> Iterable[tuple[str, int, int]]:
    for found in re.finditer(r"\S(?:.*\S)?", text[start:end]):
        yield "other", start + found.start(), start + found.end()
