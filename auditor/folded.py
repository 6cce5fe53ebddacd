"""A text as phrases are looked for in it: lower case, single spaces, one apostrophe."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

import regex

_SIGNS = (*((sign, "'") for sign in "’‘ʼ`"), *((sign, " ") for sign in "\t\n\u00a0\u202f\u2009"))
_RUN = regex.compile(r"\s\s+")
_LONE = {"ı": "i", "ſ": "s", "ς": "σ", "İ": "i"}
EMPTY_LINE = "\x00"
"""Stands for an empty line in folded text: no phrase reaches over it."""


class Folded:
    """One text, folded, and where each of its characters came from.

    Attributes:
        string: the folded text; any run of white space is one space.
        hits: what each finder found in it, for the finder to keep.
    """

    __slots__ = ("_behind", "_moved", "hits", "string")

    def __init__(self, text: str) -> None:
        lower = plain(text)
        pieces: list[str] = []
        # Behind each run of white space, characters have moved by so many places.
        self._behind: list[int] = []
        self._moved: list[int] = [0]
        self.hits: dict[object, object] = {}
        end = length = 0
        for run in _RUN.finditer(text):
            start, stop = run.span()
            pieces += lower[end:start], EMPTY_LINE if text.count("\n", start, stop) > 1 else " "
            length += start - end + 1
            end = stop
            self._behind.append(length)
            self._moved.append(end - length)
        self.string = "".join((*pieces, lower[end:])) if pieces else lower

    def place(self, offset: int) -> int:
        """Where the character at `offset` of `string` stands in the text."""
        return offset + self._moved[bisect_right(self._behind, offset)]


def plain(text: str) -> str:
    """Lower case, one apostrophe, no white space but spaces, letter by letter: the places stay."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else _LONE.get(c, c) for c in text)
    for sign, same in _SIGNS:
        if sign in lower:
            lower = lower.replace(sign, same)
    return lower


folded = lru_cache(maxsize=16)(Folded)
"""The same, made once for a text that is asked for again and again."""
