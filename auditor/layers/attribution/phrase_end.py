"""Which word inside the phrase of whoever speaks is the first that no longer belongs to it.

Asked of the masks (`word_classes`) of one sentence's tokens, from left to right.
"""

from __future__ import annotations

from auditor.layers.attribution.terms import Terms
from auditor.layers.attribution.tokens import Tokens
from auditor.layers.attribution.word_classes import (
    ADDRESSEE,
    ADVERB,
    CAPITAL,
    DEFINITE,
    DEMONSTRATIVE,
    DETERMINER,
    DIGITS,
    DOCUMENT,
    JOIN,
    NOUN_PREPOSITION,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    PUBLISHER,
    RELATIVE,
    ROLE,
    STOP,
    TIGHT_PREPOSITION,
    TIME,
    VERB,
    WORD,
)

_POINTED = 12
"""Tokens within which a demonstrative may close a phrase."""


def ends_before(t: Tokens, at: int, high: int, mask: int) -> bool:
    """Whether a word inside a phrase is the first that no longer belongs to it."""
    if mask & JOIN:
        named = at + 1 < high and t.masks[at - 1] & t.masks[at + 1] & CAPITAL
        return not named or t.lows[at] == "but"
    if mask & PUBLISHER and _made_by(t, at, high):
        return False
    if mask & PREPOSITION:
        tight = mask & TIGHT_PREPOSITION or (
            mask & NOUN_PREPOSITION
            and (not t.masks[at - 1] & CAPITAL or _acronym(t, at - 1))
            and not (at + 1 < high and t.masks[at + 1] & DIGITS)
        )
        return not tight or not _noun_ahead(t, at + 1, high)
    if mask & (STOP | RELATIVE | TIME | PRONOUN):
        return True
    if not mask & CAPITAL and (
        (mask & VERB and not mask & ROLE)
        or (mask & ADVERB and not t.masks[at - 1] & DEFINITE)
        or (mask & ADDRESSEE and t.masks[at - 1] & CAPITAL)
    ):
        return True
    return mask & DEFINITE != 0 and not t.masks[at - 1] & (PREPOSITION | PUBLISHER)


def initial(t: Tokens, index: int) -> bool:
    """A letter of a name with its full stop."""
    letter = len(t.words[index]) == 1 and t.words[index].isupper()
    return letter and index + 2 < len(t) and t.words[index + 1] == "." and t.capital(index + 2)


def headless(t: Tokens, first: int, at: int, high: int) -> bool:
    """“local | talk radio host Ann Reed”: nobody is named yet, the verb is a noun here."""
    if at + 1 >= high or not t.masks[at] & VERB or t.masks[at] & (STOP | PARTICIPLE | PREPOSITION):
        return False
    met = t.count(ROLE | CAPITAL | DETERMINER | PRONOUN | PREPOSITION, first, at)
    return not met and t.masks[at + 1] & WORD != 0 and not t.masks[at + 1] & STOP


def _acronym(t: Tokens, index: int) -> bool:
    """“управление МЧС | по области”: still the body, no name of a person."""
    return len(t.words[index]) > 1 and t.words[index].isupper()


def pointed(t: Tokens, at: int, high: int) -> int:
    """Where a phrase ends that a demonstrative closes (“… yang dulu bidan itu”); 0 if none."""
    for index in range(at, min(at + _POINTED, high)):
        mask = t.masks[index]
        if not mask & WORD or mask & VERB:
            return 0
        if mask & DEMONSTRATIVE:
            return index + 1
    return 0


def _made_by(t: Tokens, by: int, high: int) -> bool:
    """“a report | by the Northern Institute”: whose it is."""
    if not t.masks[by - 1] & DOCUMENT:
        return False
    name = by + 1
    while name < high and t.masks[name] & DEFINITE:
        name += 1
    return name < high and t.masks[name] & CAPITAL != 0 and not t.masks[name] & TIME


def _noun_ahead(t: Tokens, index: int, high: int) -> bool:
    if index >= high:
        return False
    mask = t.masks[index]
    return mask & WORD != 0 and not mask & (TIME | PRONOUN | RELATIVE)


def before_degrees(t: Tokens, last: int, low: int, w: Terms) -> int:
    """“Ann Reed, Ph.D., said”: the last word of the name."""
    while last - 2 >= low:
        degree = last - (t.words[last] == "." and t.ends[last - 1] == t.starts[last])
        known = t.lows[degree].rstrip(".") in w.degrees
        if not known or degree - 2 < low or t.words[degree - 1] != ",":
            break
        last = degree - 2
    return last


def before_short(t: Tokens, close: int, start: int, low: int) -> int:
    """“Komisi Air Bersih (KAB) | Kota Lama”: the name before its short form; 0 where none is.

    Args:
        close: where the bracket closes, right before `start`.
    """
    name = close - 3
    short = name >= low and t.words[close] == ")" and t.words[close - 2] == "("
    return name if short and t.capital(close - 1) and t.capital(name) and t.capital(start) else 0
