"""What stands around an expression: its sentence, its quotation, the dates before it."""

from __future__ import annotations

import regex

_END = regex.compile(r"[.!?…]['\"’”»)]*\s+(?=['\"‘“«(]?\p{Lu})|\n\s*")
_INITIAL = regex.compile(r"(?<!\w)(?:\p{Lu}|\p{Lu}\p{Ll}{1,2})\.\s+$")
PARAGRAPH = 5000
"""Code points of a paragraph that are looked at for an open quotation mark."""

_PAIRS = (("“", "”"), ("«", "»"), ("‘", "’"))


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around `text[start:end]`, by its marks; at most 400 code points a side."""
    low = max(start - 400, 0)
    first = low
    for stop in _END.finditer(text, low, start):
        if not _INITIAL.search(stop.string[max(low, stop.start() - 5) : stop.end()]):
            first = stop.end()
    last = min(end + 400, len(text))
    for stop in _END.finditer(text, end, last):
        if not _INITIAL.search(stop.string[max(end, stop.start() - 5) : stop.end()]):
            return first, stop.start() + 1
    return first, last


def sentences_between(text: str, start: int, end: int) -> int:
    """How many sentence ends lie between two offsets."""
    return sum(1 for _ in _END.finditer(text, start, end))


def paragraphs_between(text: str, start: int, end: int) -> int:
    """How many line breaks, blank lines counted once, lie between two offsets."""
    return len(regex.findall(r"\n\s*", text[start:end]))


def quoted(text: str, offset: int) -> bool:
    """Whether `offset` lies between quotation marks of its paragraph."""
    before = text[max(text.rfind("\n", 0, offset) + 1, offset - PARAGRAPH) : offset]
    if before.count('"') % 2:
        return True
    return any(_open(before, *pair) for pair in _PAIRS)


def _open(before: str, opening: str, closing: str) -> bool:
    last = before.rfind(opening)
    if last < 0:
        return False
    # An apostrophe inside a word closes nothing.
    return not regex.search(rf"{closing}(?!\w)", before[last:])
