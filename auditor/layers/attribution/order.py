"""Free word order: what stands between a verb and its subject, and what is no subject.

“сказал в коридоре знакомый осуждённого”, “описывает ночь жительница посёлка”; “жителей
просят”, “о пожаре у вокзала сообщили”. A language with fixed order lists none of the words.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.layers.attribution.terms import Terms
from auditor.layers.attribution.tokens import Tokens
from auditor.layers.attribution.word_classes import (
    DETERMINER,
    JOIN,
    PREPOSITION,
    ROLE,
    VERB,
    WORD,
)

_LED_BY = DETERMINER | JOIN | PREPOSITION
_ADVERBIAL = 3
"""Words behind a preposition that may stand between a verb and its subject."""


def past_adverbial(t: Tokens, first: int, high: int, w: Terms, verb: str) -> int:
    """Behind “в коридоре”, “на условиях анонимности”, “ночь”, where a subject follows."""
    if not w.governing:
        return first
    bodies = verb.endswith(w.plural_endings)  # “сообщили в редакции”, but “написала в редакцию”
    at = first
    while at < high and (t.lows[at] in w.governing or t.lows[at] in w.body_prepositions):
        cited = any(t.lows[at : at + 1 + len(r)][1:] == r for r in w.according.get(t.lows[at], ()))
        at = first if cited else _adverbial_end(t, at, high, w, bodies)
        if cited:
            break
        if at < 0:
            return first
    if at < high and not _opens_subject(t, at, w):
        at = _object_end(t, at, high, w)
    return at if at < high and _opens_subject(t, at, w) else first


def _adverbial_end(t: Tokens, at: int, high: int, w: Terms, bodies: bool) -> int:
    """Where the subject or another preposition begins; -1 where a body is named."""
    for index in range(at + 1, min(at + 2 + _ADVERBIAL, high)):
        if not t.is_word(index):
            return -1
        if index == at + 1:
            if t.capital(index) or (bodies and t.masks[index] & ROLE):
                return -1
            continue
        if t.lows[index] in w.governing or _opens_subject(t, index, w):
            return index
        if t.capital(index):
            return -1
    return -1


def _object_end(t: Tokens, at: int, high: int, w: Terms) -> int:
    """“описывает | ночь | жительница”: one noun that is nobody, then the subject."""
    noun = t.lows[at]
    plain = t.is_word(at) and not t.capital(at) and not noun.endswith(w.adjective_endings)
    if plain and at + 1 < high and _nominative(t, at + 1, w):
        return at + 1
    return at


def _opens_subject(t: Tokens, at: int, w: Terms) -> bool:
    """Whether somebody is named from here on: a role, with adjectives before it or without."""
    if t.lows[at] in w.indefinite or t.lows[at] in w.quantifiers:
        return True
    while at + 1 < len(t) and t.lows[at].endswith(w.adjective_endings) and not t.capital(at):
        if t.masks[at] & ROLE:
            return True
        at += 1
    return _nominative(t, at, w) or (
        t.masks[at] & ROLE != 0 and at + 1 < len(t) and t.capital(at + 1)
    )


def _nominative(t: Tokens, at: int, w: Terms) -> bool:
    return t.masks[at] & ROLE != 0 and t.lows[at].endswith(w.nominative_endings)


def behind_object(t: Tokens, start: int, last: int, w: Terms) -> int:
    """“карту банка | специалист советует”: where the subject begins that ends with `last`."""
    if not w.governing or start == last or t.capital(last) or not _nominative(t, last, w):
        return start
    at = last
    while at > start and t.lows[at - 1].endswith(w.adjective_endings) and t.is_word(at - 1):
        at -= 1
    plain = at > start and t.is_word(at - 1) and not t.masks[at - 1] & _LED_BY
    return at if plain and not t.capital(at - 1) else start


def oblique(t: Tokens, words: Sequence[int], w: Terms, verb: int) -> bool:
    """Whether a phrase (its token indexes) cannot be a subject: “жителей”, “у вокзала”.

    Nor can one noun be the subject of a verb in the plural: “показали список”.
    """
    if not w.oblique_endings or not words:
        return False
    first = words[0]
    if first and t.lows[first - 1] in w.governing:
        return True
    if first and t.lows[first - 1] in w.body_prepositions:
        return False
    if any(index and t.capital(index) and not t.masks[index - 1] & PREPOSITION for index in words):
        return False
    for index in words:
        low = t.lows[index]
        if low in w.quantifiers or low in w.indefinite or low[0].isdigit():
            return False
        if t.masks[index] & ROLE:
            single = t.lows[verb].endswith(w.plural_endings) and low.endswith(w.single_endings)
            return single or low.endswith(w.oblique_endings)
    return False


def among(t: Tokens, first: int, w: Terms) -> int:
    """Tokens of “один из них”, “другой” at `first`, where no noun follows; 0 for none."""
    for rest in w.among.get(t.lows[first], ()):
        end = first + 1 + len(rest)
        if t.lows[first + 1 : end] != rest:
            continue
        if rest or end >= len(t) or not t.masks[end] & WORD or t.masks[end] & VERB:
            return end - first
    return 0
