"""Puts flows of a page together to the article's text, mapped back to the file run by run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from auditor.article import Block, BlockKind
from auditor.readers.html.characters import Piece, characters
from auditor.readers.html.page import Flow, Page
from auditor.readers.html.scan import Place

_JOINER = "\n\n"
_WORD = re.compile(r"\w")


def pieces_of(page: Page, flow: Flow) -> list[Piece]:
    """A flow's characters, outer white space trimmed, none doubled."""
    return _tidy(_raw(page, flow))


def pieces_at(page: Page, place: Place) -> list[Piece]:
    """The same for a stretch that holds no markup: a title, an image's description."""
    return _tidy(characters(page.file, *place))


def words_of(pieces: Iterable[Piece]) -> str:
    """What pieces say; empty where they hold neither letter nor digit."""
    words = "".join(piece.text for piece in pieces)
    return words if _WORD.search(words) else ""


def _raw(page: Page, flow: Flow) -> Iterator[Piece]:
    for start, end, number in flow.parts:
        if start == end:
            yield Piece("\n", start, start + 1)
            continue
        link = page.nodes[number].link
        for piece in characters(page.file, start, end):
            yield piece if link < 0 else piece._replace(link=link)


def _tidy(given: Iterable[Piece]) -> list[Piece]:
    result: list[Piece] = []
    for piece in given:
        before = result[-1].text[-1] if result else "\n"
        if piece.text == "\n":
            result = _cut_end(result)
            if not result or result[-1].text == "\n":
                continue
        elif before in " \n" or not result:
            kept = piece.text.lstrip(" ") if result else piece.text.lstrip()
            piece = piece._replace(text=kept, at=piece.at + len(piece.text) - len(kept))
        if piece.text:
            result.append(piece)
    return _cut_end(result, None)


def _cut_end(pieces: list[Piece], spaces: str | None = " ") -> list[Piece]:
    while pieces:
        last = pieces[-1]
        kept = last.text.rstrip(spaces)
        if kept == last.text:
            break
        pieces.pop()
        if kept:
            pieces.append(last._replace(text=kept, end=last.at + len(kept)))
            break
    return pieces


class Text:
    """Grows an article's text with its blocks, its links and its map to the file."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._behind = 0
        self.blocks: list[Block] = []
        self.links: list[tuple[int, int, int]] = []
        """Start, end and the number of the element, as in the pieces."""
        self.runs: list[tuple[int, int]] = []

    @property
    def text(self) -> str:
        """What has been added so far."""
        return "".join(self._parts)

    def add(self, kind: BlockKind, pieces: list[Piece]) -> None:
        """Appends one block."""
        if self.blocks:
            # It takes the places behind the block before, so that a span's end is true.
            self._put(_JOINER, self._behind)
        start = self._length
        link, begin = -1, start
        for piece in pieces:
            if piece.link != link:
                self._link(link, begin)
                link, begin = piece.link, self._length
            # The characters of a reference all stand at its ampersand.
            for words in (piece.text,) if len(piece.text) == piece.end - piece.at else piece.text:
                self._put(words, piece.at)
            self._behind = piece.end
        self._link(link, begin)
        self.blocks.append(Block(kind, start, self._length))

    def _link(self, number: int, begin: int) -> None:
        if number >= 0 and begin < self._length:
            self.links.append((begin, self._length, number))

    def _put(self, words: str, at: int) -> None:
        if not self.runs or self.runs[-1][1] + self._length - self.runs[-1][0] != at:
            self.runs.append((self._length, at))
        self._parts.append(words)
        self._length += len(words)
