"""Quotation marks: which pair up, over which paragraphs, and what sort of quotation each holds.

Pairs are found without any word list (`spans`); only their kind needs the language.
"""

from __future__ import annotations

from auditor.items import Reading
from auditor.layers.marks.kinds import Mark, judge
from auditor.layers.marks.pairing import Span, spans

__all__ = ["Mark", "Span", "marks", "spans"]


def marks(reading: Reading) -> tuple[Mark, ...]:
    """Every pair of quotation marks with its kind, in text order, the outer before the inner.

    Raises:
        NotKnown: the pack has no `quotation` lists for the article's language.
    """
    found = reading.use(spans)
    return judge(reading, found) if found else ()
