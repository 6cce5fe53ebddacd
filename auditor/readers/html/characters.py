"""The characters that a stretch of HTML stands for, each with its place."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5
from typing import NamedTuple

_LAYOUT = re.compile(
    r"(?P<space>[ \t\n\f\r]{2,}|[\t\n\f\r])"
    r"|(?P<unseen>[\u00ad\u200b\u2060\ufeff]+)"
    r"|&(?:\#(?:[0-9]{1,32}|[xX][0-9A-Fa-f]{1,32});?|(?P<name>[A-Za-z][A-Za-z0-9]{1,31};?))"
)
_REFERENCE = re.compile(r"&(?:#\w{1,32};?|[A-Za-z][A-Za-z0-9]{1,31}(?:;|(?![=A-Za-z0-9])))")
_SPACES = " \t\n\f\r"
_UNSEEN = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphen, zero-width space, word joiner: hints to the typesetter, no letters."""


class Piece(NamedTuple):
    """Characters from `at` to `end` in the file; `link` numbers the link they belong to."""

    text: str
    at: int
    end: int
    link: int = -1


def characters(file: str, start: int, end: int) -> Iterator[Piece]:
    """The prose of a stretch: references decoded, white space made one space.

    What the file has as it is comes in one piece with the length it has there; a reference
    comes in a piece of its own.
    """
    position = start
    for found in _LAYOUT.finditer(file, start, end):
        first, last = found.span()
        if found["unseen"]:
            words = ""
        elif found["space"]:
            words = " "
        else:
            words, last = _referred(found)
            if last == first:
                continue
        if first > position:
            yield Piece(file[position:first], position, first)
        if words:
            yield Piece(words, first, last)
        position = last
    if end > position:
        yield Piece(file[position:end], position, end)


def value(text: str) -> str:
    """An attribute's value, or other text whose places do not matter, decoded."""
    if "&" in text:
        text = _REFERENCE.sub(lambda found: html.unescape(found[0]), text)
    return text


def _referred(found: re.Match[str]) -> tuple[str, int]:
    """What a reference stands for and where it ends; its start, where it is none."""
    name = found["name"]
    if name is None:
        words = html.unescape(found[0])
        if words in _UNSEEN:
            words = ""
        return (" " if words and words in _SPACES else words), found.end()
    # Old names hold without the semicolon, and then the longest wins: “&notit” is “¬it”.
    for length in range(len(name), 1, -1):
        if name[:length] in html5:
            words = html5[name[:length]]
            if words in _UNSEEN:
                words = ""
            return (" " if words and words in _SPACES else words), found.start("name") + length
    return "", found.start()
