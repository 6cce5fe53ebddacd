"""Cuts an HTML file into tags and text, each with its place in the file.

The tokens of the HTML standard's tokeniser, as far as prose needs them. Every position is
looked at a fixed number of times, whatever is left open, so time grows with the file's
length alone; the standard library's parser promises that only in its newest releases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from auditor.readers.html.names import RAW

Place = tuple[int, int]
"""Start and end in the decoded file."""

_XML = re.compile(r"\s*<\?xml\b")
_MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
_NAME = re.compile(r"(/?)([A-Za-z][^\s/<>]*+)")
_REST = re.compile(r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>""")
_ATTRIBUTE = re.compile(
    r"""([^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)?))?+"""
)
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>))", re.DOTALL)
_ENDLESS = ("script", "style")
"""Without an end tag they take the rest of the file."""


class Token(NamedTuple):
    """A stretch of the file.

    Attributes:
        kind: raw is the content of an element that holds no markup, a script or a title.
        name: the element, in small letters; empty for text.
        start, end: of the text, or of a tag's attributes.
        closed: the start tag ends in a slash.
    """

    kind: Literal["text", "open", "close", "raw"]
    name: str
    start: int
    end: int
    closed: bool = False


def scan(file: str) -> Iterator[Token]:
    """The file's tokens in order; comments, declarations and unfinished tags are left out."""
    endless: set[str] = set()
    xml = is_xml(file)
    position = 0
    while found := _MARKUP.search(file, position):
        start = found.start()
        if start > position:
            yield Token("text", "", position, start)
        tag = _NAME.match(file, start + 1)
        if tag is None:
            position = _behind_declaration(file, start)
            continue
        rest = _REST.match(file, tag.end())
        if rest is None:
            return
        position, end = rest.end(), rest.end() - 1
        name = tag[2].lower()
        if tag[1]:
            yield Token("close", name, tag.end(), end)
            continue
        closed = file[end - 1] == "/"
        yield Token("open", name, tag.end(), end, closed)
        if name not in RAW or name in endless or (closed and xml):
            continue
        close = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(file, position)
        if close:
            yield Token("raw", name, position, close.start())
            position = close.start()
        elif name in _ENDLESS:
            return
        else:
            endless.add(name)
    if position < len(file):
        yield Token("text", "", position, len(file))


def is_xml(file: str) -> bool:
    """Whether the file is XHTML, where a slash at the end of any tag closes its element."""
    return _XML.match(file) is not None


def attributes(file: str, token: Token) -> dict[str, Place]:
    """The places of a start tag's attribute values, by name; of equal names the first."""
    places: dict[str, Place] = {}
    if token.start < token.end:
        for found in _ATTRIBUTE.finditer(file, token.start, token.end):
            value = found.lastindex or 1
            place = found.span(value) if value > 1 else (found.end(), found.end())
            places.setdefault(found[1].lower(), place)
    return places


def _behind_declaration(file: str, start: int) -> int:
    """Where a comment, doctype or other declaration ends; an open comment takes the rest."""
    if file.startswith("<!--", start):
        comment = _COMMENT.match(file, start)
        return comment.end() if comment else len(file)
    end = file.find(">", start)
    return end + 1 if end >= 0 else len(file)
