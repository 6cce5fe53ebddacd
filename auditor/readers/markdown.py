"""Markdown: the prose without its markup, mapped back to the file run by run.

CommonMark without tables; indented lines are prose, not code, since articles indent
their paragraphs. HTML blocks, comments and fenced code are left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it.token import Token

from auditor.article import BlockKind, Link
from auditor.readers.frontmatter import FrontMatter
from auditor.readers.inline import Piece, pieces, placed_parser
from auditor.readers.mapped import MappedText
from auditor.readers.prose import Prose


def read_markdown(file: str, front: FrontMatter) -> Prose:
    """Headings, paragraphs, list items, quotes and image captions as blocks, in the file's order.

    The first heading of level 1 is the headline, without one the title of the front
    matter; other headings are subheads.
    """
    lines = file.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    skip = file.count("\n", 0, front.end)
    if front.end and not file[: front.end].endswith("\n"):
        skip = len(lines)

    tokens = placed_parser().parse("\n".join(lines[skip:]))
    drafts = [d for d in _drafts(tokens, lines, starts, skip) if d.has_words]
    headline = next((d for d in drafts if d.kind == "headline"), None)
    text = MappedText()
    links: list[Link] = []
    if front.title and headline is None:
        links += _add(text, "headline", [Piece(words, at) for words, at in front.title.pieces])
    for draft in drafts:
        kind = "subhead" if draft.kind == "headline" and draft is not headline else draft.kind
        links += _add(text, kind, draft.pieces)

    title = front.title.value if front.title else None
    if title is None and headline is not None:
        title = " ".join("".join(piece.text for piece in headline.pieces).split())
    return Prose(text.text, tuple(text.blocks), tuple(links), tuple(text.runs), title)


class _Draft(NamedTuple):
    kind: BlockKind
    pieces: list[Piece]

    @property
    def has_words(self) -> bool:
        return any(piece.text.strip() for piece in self.pieces)


def _drafts(
    tokens: list[Token], lines: list[str], starts: list[int], skip: int
) -> Iterator[_Draft]:
    opener = tokens[0] if tokens else None
    quoted = 0
    for token in tokens:
        if token.type.startswith("blockquote_"):
            quoted += token.nesting
        if token.type == "inline" and opener is not None and token.map:
            kind: BlockKind = "quote" if quoted else "body"
            if opener.type == "heading_open":
                kind = "headline" if opener.tag == "h1" and opener.level == 0 else "subhead"
            content = _Content(
                token.content, lines, starts, token.map[0] + skip, opener.type == "heading_open"
            )
            own, captions = pieces(token.children or [], token.content, content.place)
            yield _Draft(kind, own)
            yield from (_Draft("caption", caption) for caption in captions)
        opener = token


class _Content:
    """Places the characters of a block's content, from which indents were cut, in the file."""

    def __init__(
        self, content: str, lines: list[str], starts: list[int], first: int, heading: bool
    ) -> None:
        self._begins: list[tuple[int, int]] = []
        begin = 0
        parts = content.split("\n")
        # The parser trims a first line that has nothing but a Unicode line separator or the like.
        while first < len(lines) - 1 and parts[0].strip() not in lines[first]:
            first += 1
        for number, part in enumerate(parts, first):
            words = part.strip()
            line = lines[number] if number < len(lines) else ""
            if heading and line.rstrip().endswith("#"):
                shorter = line.rstrip().rstrip("#").rstrip()
                line = shorter if shorter.endswith(words) else line
            # Only spaces can follow in the line, so the last occurrence is the right one.
            column = max(line.rfind(words), 0)
            indent = part.index(words) if words else 0
            self._begins.append((begin + indent, starts[min(number, len(lines) - 1)] + column))
            begin += len(part) + 1

    def place(self, index: int) -> int:
        """The offset in the file of the content's character `index`."""
        part = max(bisect_right(self._begins, index, key=lambda begin: begin[0]) - 1, 0)
        in_content, in_file = self._begins[part]
        return max(in_file + index - in_content, 0)


def _add(text: MappedText, kind: BlockKind, given: list[Piece]) -> list[Link]:
    """Appends one block, its outer spaces trimmed; gives its links."""
    trimmed = _trimmed(given)
    begins = text.add(kind, ((p.text, p.at, p.at + len(p.text)) for p in trimmed))
    links: list[Link] = []
    opened: list[tuple[int, str]] = []
    for piece, here in zip(trimmed, begins, strict=False):
        if piece.url is not None:
            opened.append((here, piece.url))
        elif piece.closes and opened:
            begin, url = opened.pop()
            if begin < here:
                links.append(Link(begin, here, url))
    return links


def _trimmed(given: list[Piece]) -> list[Piece]:
    result = list(given)
    for index, piece in enumerate(result):
        kept = piece.text.lstrip()
        result[index] = piece._replace(text=kept, at=piece.at + len(piece.text) - len(kept))
        if kept:
            break
    for index in range(len(result) - 1, -1, -1):
        kept = result[index].text.rstrip()
        result[index] = result[index]._replace(text=kept)
        if kept:
            break
    return result
