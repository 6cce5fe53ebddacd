"""“Dalam laporan itu disebutkan …”: the paper in which something is said, by a passive."""

from __future__ import annotations

from auditor.layers.attribution import mentions
from auditor.layers.attribution.mentions import Phrase
from auditor.layers.attribution.terms import Terms
from auditor.layers.attribution.tokens import Tokens
from auditor.layers.attribution.word_classes import DOCUMENT

_NOUN = 3
"""Tokens of a phrase among which its noun stands."""


def paper(t: Tokens, index: int, w: Terms) -> Phrase | None:
    """The paper that opens the sentence of a cue at `index`, behind “in”."""
    if t.lows[index] not in w.written or t.lows[0] not in w.within or index < 2:
        return None
    phrase = mentions.after(t, 1, index, w)
    if phrase is None:
        return None
    noun = range(phrase.start, min(phrase.start + _NOUN, phrase.head_end))
    return phrase if any(t.masks[i] & DOCUMENT for i in noun) else None
