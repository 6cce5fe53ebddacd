"""“One of them”, “both”: some of the people just told of, by a phrase without a noun."""

from __future__ import annotations

from auditor.layers.attribution.terms import Terms
from auditor.layers.attribution.tokens import Tokens


def ahead(t: Tokens, first: int, high: int, w: Terms) -> int:
    """Where such a phrase that begins at `first` ends; 0 where none does."""
    for rest in w.some_of.get(t.lows[first], ()):
        end = first + 1 + len(rest)
        if end <= high and t.lows[first + 1 : end] == rest:
            return end
    return 0


def behind(t: Tokens, last: int, low: int, w: Terms) -> int | None:
    """Where such a phrase that ends with `last` begins; None where none does."""
    for first in range(max(low, last - w.some_of_longest + 1), last + 1):
        if ahead(t, first, last + 1, w) == last + 1:
            return first
    return None


def is_one(t: Tokens, start: int, end: int, w: Terms) -> bool:
    return bool(w.some_of) and ahead(t, start, end, w) == end


def is_phrase(words: str, w: Terms) -> bool:
    """Whether the words, case-folded, are such a phrase."""
    first, *rest = words.split()
    return tuple(rest) in w.some_of.get(first, ())
