"""Markdown's inline markup with places: the parser remembers where each token comes from.

markdown-it-py gives its inline tokens no positions. A rule put before all others notes
where a stretch of plain characters begins, and a state that notes its position at each
new token does the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Literal, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

_AT = "at"
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)


class Piece(NamedTuple):
    """A stretch of prose that begins at `at` in the file; or the edge of a link's label.

    Attributes:
        url: a link's label begins here.
        closes: the innermost open label ends here.
    """

    text: str
    at: int
    url: str | None = None
    closes: bool = False


class _State(StateInline):
    """Notes in each token where it begins: an index into the block's content."""

    plain = 0

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta[_AT] = self.pos
        return token

    def pushPending(self) -> Token:  # noqa: N802 (markdown-it's own name)
        token = super().pushPending()
        token.meta[_AT] = self.plain
        return token


class _Inline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _note_plain(state: StateInline, silent: bool) -> bool:
    if not silent and isinstance(state, _State) and not state.pending:
        state.plain = state.pos
    return False


@cache
def placed_parser() -> MarkdownIt:
    """A CommonMark parser whose inline tokens carry their places."""
    md = MarkdownIt("zero")
    md.inline = _Inline()
    md.configure("commonmark")
    # Joined tokens would lose the places of the later ones.
    md.inline.ruler2.disable("fragments_join")
    md.core.ruler.disable("text_join")
    md.block.ruler.disable(["code"])
    md.inline.ruler.before("text", "note_plain", _note_plain)
    return md


def pieces(
    tokens: Sequence[Token], content: str, place: Callable[[int], int]
) -> tuple[list[Piece], list[list[Piece]]]:
    """The prose of one block, and the captions of the images in it.

    Args:
        tokens: the children of an inline token.
        content: its content.
        place: leads from an index into the content to an offset in the file.
    """
    own: list[Piece] = []
    captions: list[list[Piece]] = []
    address = False
    for token in tokens:
        at = int(token.meta.get(_AT, 0))
        if token.type == "link_open":
            own.append(Piece("", place(at), url=str(token.attrs.get("href", ""))))
            address = token.markup == "autolink"
        elif token.type == "link_close":
            own.append(Piece("", place(at), closes=True))
            address = False
        elif token.type == "text" and address:
            # The parser shows addresses unescaped; the file's own spelling is kept.
            own.append(Piece(content[at + 1 : content.index(">", at)], place(at + 1)))
        elif token.type in ("text", "text_special"):
            if token.content:
                own.append(Piece(token.content, place(at)))
        elif token.type == "softbreak":
            own.append(Piece(" ", place(at)))
        elif token.type == "hardbreak":
            own.append(Piece("\n", place(content.index("\n", at))))
        elif token.type == "code_inline":
            own += _code(token, content, at, place)
        elif token.type == "html_inline" and _BREAK_TAG.fullmatch(token.content):
            own.append(Piece("\n", place(at)))
        elif token.type == "image":
            captions += _captions(token, at + len("!["), place)
    return own, captions


def _captions(token: Token, label: int, place: Callable[[int], int]) -> list[list[Piece]]:
    """The words of an image's label, which begins at the index `label`."""

    def inside(index: int) -> int:
        return place(label + index)

    words, inner = pieces(token.children or [], token.content, inside)
    return [words, *inner]


def _code(token: Token, content: str, at: int, place: Callable[[int], int]) -> list[Piece]:
    start = at + len(token.markup)
    same = content[start : start + len(token.content)].replace("\n", " ") == token.content
    if not same:  # one space was cut on each side
        start += 1
    result: list[Piece] = []
    for part in re.finditer(r"[^\n]+|\n\s*", content[start : start + len(token.content)]):
        words = " " if part[0].startswith("\n") else part[0]
        result.append(Piece(words, place(start + part.start())))
    return result
