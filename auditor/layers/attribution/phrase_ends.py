"""What ends a phrase behind its noun: academic degrees, a demonstrative further on."""

from __future__ import annotations

from auditor.layers.attribution.terms import Terms
from auditor.layers.attribution.tokens import Tokens
from auditor.layers.attribution.word_classes import DEMONSTRATIVE, VERB, WORD

_POINTED = 12
"""Tokens within which a demonstrative may close a phrase."""


def before_degrees(t: Tokens, last: int, low: int, w: Terms) -> int:
    """“Ann Reed, Ph.D., said”: the last word of the name."""
    while last - 2 >= low:
        degree = last - (t.words[last] == "." and t.ends[last - 1] == t.starts[last])
        known = t.lows[degree].rstrip(".") in w.degrees
        if not known or degree - 2 < low or t.words[degree - 1] != ",":
            break
        last = degree - 2
    return last


def pointed(t: Tokens, at: int, high: int) -> int:
    """Where a phrase ends that a demonstrative closes (“… yang dulu bidan itu”); 0 if none."""
    for index in range(at, min(at + _POINTED, high)):
        mask = t.masks[index]
        if not mask & WORD or mask & VERB:
            return 0
        if mask & DEMONSTRATIVE:
            return index + 1
    return 0
