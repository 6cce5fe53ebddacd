"""Quotation marks: which pair up, over which paragraphs, and what sort of quotation each holds.

Pairs are found without any word list (`spans`); only their kind needs the language.
"""

from __future__ import annotations

from dataclasses import replace

from auditor.items import Reading
from auditor.layers.marks.dashes import dashes, told
from auditor.layers.marks.kinds import Mark, judge
from auditor.layers.marks.pairing import Span, spans
from auditor.layers.marks.setoff import set_off
from auditor.layers.marks.turns import turns

__all__ = ["Mark", "Span", "marks", "spans"]


def marks(reading: Reading) -> tuple[Mark, ...]:
    """Every pair of quotation marks with its kind, in text order, the outer before the inner.

    Raises:
        NotKnown: the pack has no `quotation` lists for the article's language.
    """
    found = tuple(told(reading, reading.use(spans)))
    spoken = (*reading.use(dashes), *reading.use(turns), *set_off(reading, found))
    if spoken:
        inner = (
            replace(s, depth=s.depth + any(d.start <= s.open_start < d.end for d in spoken))
            for s in found
        )
        found = tuple(sorted((*inner, *spoken), key=lambda s: (s.open_start, -s.close_end)))
    return judge(reading, found) if found else ()
