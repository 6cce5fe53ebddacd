"""Report words that report nothing: “locals call it the Weeping Stone”."""

from __future__ import annotations

from auditor.layers.attribution.cue import Cue
from auditor.layers.attribution.tokens import Tokens
from auditor.layers.attribution.word_classes import CAPITAL, PREPOSITION, STOP, WORD

_OBJECT = 5
"""Words that what is called something may have."""


def gives_a_name(t: Tokens, cue: Cue) -> bool:
    """“menyebut danau itu | Telaga Putri | karena …”: nothing is told behind the name."""
    at = cue.last + 1
    end = min(at + _OBJECT, len(t))
    while at < end and t.masks[at] & WORD and not t.masks[at] & CAPITAL:
        at += 1
    if at >= len(t) or not t.masks[at] & CAPITAL or t.masks[at - 1] & PREPOSITION:
        return False
    while at < len(t) and t.masks[at] & CAPITAL:
        at += 1
    return at >= len(t) or not t.masks[at] & WORD or bool(t.masks[at] & STOP)
