"""Words set off as a block of their own, with marks or without: Markdown's `>`, `<blockquote>`.

The paragraphs of a block are one quotation. “— Name” at its end signs it and is no part of
it. A block that begins with a quotation mark is left to its marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import regex

from auditor.article import Block
from auditor.items import Reading
from auditor.layers.marks.pairing import Span

_SIGNED = regex.compile(
    r"(?:(?<=[.!?…][\"”’»)]?)[ \t\u00a0]+|\n\s*|\G)[—–―-]{1,2}[ \t\u00a0]*(?=\p{Lu})"
)
_SIGNATURE = regex.compile(r"[^.!?…\n]{2,80}(?:\.|\n)?[^.!?…\n]{0,60}\.?\s*")
_ENDS, _CLOSERS = ".!?…", ' \t\u00a0"”’»)'
_INK = regex.compile(r"\w")


def set_off(reading: Reading, found: Sequence[Span]) -> tuple[Span, ...]:
    """One span for each such block, in text order."""
    if all(b.kind != "quote" for b in reading.blocks):
        return ()
    opened = {s.open_start for s in found if s.depth == 0}
    groups = groupby((b for b in reading.blocks), key=lambda b: b.kind == "quote")
    blocks = (tuple(group) for quoted, group in groups if quoted)
    return tuple(s for group in blocks for s in _spans(reading.text, group, opened))


def _spans(text: str, group: tuple[Block, ...], opened: set[int]) -> Iterator[Span]:
    """A signature ends a quotation: what follows it is somebody else's."""
    start: int | None = None
    for block, behind in zip(group, (*group[1:], None), strict=True):
        start = block.start if start is None else start
        signed = _signature(text, block)
        if signed is None and behind is not None and _goes_on(text, block, behind):
            continue
        end = block.end if signed is None else signed
        end = start + len(text[start:end].rstrip())
        if end > start and start not in opened and _INK.search(text, start, end):
            yield Span(start, end, start, end, "closed", 0, (">", ""), layout="block")
        start = None


def _goes_on(text: str, block: Block, behind: Block) -> bool:
    """Whether a block goes on with the quotation of the one before it."""
    if block.quote == behind.quote or text[behind.start].islower():
        return True
    ended = text[block.start : block.end].rstrip(_CLOSERS)[-1:] in _ENDS
    # Whatever is signed next is one quotation with its signature.
    return not ended or _signature(text, behind) == behind.start


def _signature(text: str, block: Block) -> int | None:
    """Where “— Name” begins that ends the block."""
    for match in _SIGNED.finditer(text, block.start, block.end):
        if _SIGNATURE.fullmatch(text, match.end(), block.end):
            return match.start()
    return None
