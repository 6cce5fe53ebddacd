"""Puts flows of a page together to blocks of the article's text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from auditor.article import BlockKind
from auditor.readers.html.characters import Piece, characters, value
from auditor.readers.html.page import Flow, Page
from auditor.readers.html.scan import Place
from auditor.readers.mapped import MappedText

_WORD = re.compile(r"\w")
_Q = re.compile(r"<(/?)q(?=[\s/>])[^>]*>", re.IGNORECASE)
_PAIRS = ("“", "”"), ("‘", "’")
_OWN = frozenset('"“”„«»‘')


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
    opened: list[str] = []
    for start, end, number in flow.parts:
        if start == end and (tag := _Q.match(page.file, start)):
            yield from _marks(page.file, tag, opened)
            continue
        if start == end:
            yield Piece("\n", start, start + 1)
            continue
        link = page.nodes[number].link
        for piece in characters(page.file, start, end):
            yield piece if link < 0 else piece._replace(link=link)


def _marks(file: str, tag: re.Match[str], opened: list[str]) -> Iterator[Piece]:
    """The quotation mark that a browser shows for `<q>`; none where the page has one itself.

    Args:
        opened: the marks that are to close, the innermost last.
    """
    if tag[1]:
        mark = opened.pop() if opened else ""
    else:
        own = value(file[tag.end() : tag.end() + 8]).lstrip()[:1] in _OWN
        own = own or value(file[max(tag.start() - 8, 0) : tag.start()])[-1:] in _OWN
        mark, close = ("", "") if own else _PAIRS[len(opened) % 2]
        opened.append(close)
    if mark:
        yield Piece(mark, *tag.span())


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


def add(
    text: MappedText, kind: BlockKind, pieces: list[Piece], quote: int = 0
) -> list[tuple[int, int, int]]:
    """Appends one block; gives start, end and the number of the element of each of its links."""
    begins = text.add(kind, ((p.text, p.at, p.end) for p in pieces), quote)
    spans: list[tuple[int, int, int]] = []
    link, begin = -1, 0
    for number, here in zip([*(p.link for p in pieces), -1], begins, strict=True):
        if number != link:
            if link >= 0 and begin < here:
                spans.append((begin, here, link))
            link, begin = number, here
    return spans
