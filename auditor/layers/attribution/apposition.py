"""Where the apposition behind a phrase ends: “Ann Reed, a 52-year-old resident, …”."""

from __future__ import annotations

from auditor.layers.attribution.terms import Terms
from auditor.layers.attribution.tokens import Tokens

_LONGEST = 22
"""Tokens an apposition may have."""


def apposition(t: Tokens, end: int, high: int, w: Terms, first: int = -1) -> int:
    """Where the apposition behind a phrase ends (“…, a 52-year-old resident”); `end` if none."""
    if end + 1 >= high or t.words[end] != ",":
        return end
    index = end + 1
    if t.words[index].isdigit():
        return index + 1 if index + 1 < high and not t.is_word(index + 1) else end
    whose = bool(w.demonstratives) and first >= 0
    whose = whose and (not t.capital(first) or t.lows[first] in w.titles)
    named = _named(t, end, high, w, whose)
    if named:
        return named
    opens = t.lows[index]
    for rest in w.named_by.get(opens, ()):
        name = index + 1 + len(rest)
        if tuple(t.lows[index + 1 : name]) == rest and name < high and t.capital(name):
            while name < high and t.is_word(name) and t.capital(name):
                name += 1
            return name
    if not (opens in w.indefinite or opens in w.definite or opens in w.titles or opens in w.roles):
        return end
    told = False
    while index < high and index - end < _LONGEST:
        word = t.lows[index]
        if not t.is_word(index):
            glued = word in "-–&'’." and t.starts[index] == t.ends[index - 1]
            if glued and (word != "." or (t.lows[index - 1] in w.titles and index + 1 < high)):
                index += 1
                continue
            break
        if word in w.auxiliaries or word in w.pronouns or word in w.relatives:
            break
        told = told or word in w.roles or word in w.titles
        index += 1
    stops_here = index >= high or t.words[index] in (",", ".", ";", "—", ")") or t.is_quote(index)
    if told and index < high and t.lows[index] in w.relatives:
        return index
    return index if told and stops_here else end


def _named(t: Tokens, end: int, high: int, w: Terms, whose: bool = False) -> int:
    """Where the name behind a role ends (“her son, Kwame Oyelaran.”); 0 where there is none."""
    if (t.capital(end - 1) and not whose) or not t.is_word(end - 1):
        return 0
    index = first = end + 1
    while index < high and t.lows[index] in w.roles and not t.capital(index):
        index += 1
    first = index
    while index < high and (
        (t.is_word(index) and t.capital(index) and t.lows[index] not in w.times)
        or (t.words[index] == "." and index > first and _titled(t, index, high, w))
    ):
        index += 1
    stops_here = index >= high or t.words[index] in (",", ".", ";", "—", ")") or t.is_quote(index)
    return index if index - first > (not whose) and stops_here else 0


def _titled(t: Tokens, stop: int, high: int, w: Terms) -> bool:
    """The full stop of “Prof. Dr. Ann Reed”."""
    named = stop + 1 < high and t.capital(stop + 1)
    return named and (t.lows[stop - 1] in w.titles or len(t.words[stop - 1]) == 1)
