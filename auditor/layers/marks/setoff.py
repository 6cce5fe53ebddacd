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
    for block in group:
        start = block.start if start is None else start
        signed = _signature(text, block)
        if signed is None and block is not group[-1]:
            continue
        end = block.end if signed is None else signed
        end = start + len(text[start:end].rstrip())
        if end > start and start not in opened and _INK.search(text, start, end):
            yield Span(start, end, start, end, "closed", 0, (">", ""), layout="block")
        start = None


def _signature(text: str, block: Block) -> int | None:
    """Where “— Name” begins that ends the block."""
    for match in _SIGNED.finditer(text, block.start, block.end):
        if _SIGNATURE.fullmatch(text, match.end(), block.end):
            return match.start()
    return None
