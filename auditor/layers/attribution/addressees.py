"""Whoever is told: “сообщил ТАСС источник”, “Иванову сообщили”.

In languages whose subject may follow its verb, those who are told may stand between the
two, or before the verb. Lists name them; a language without the lists has none.
"""

from __future__ import annotations

from auditor.layers.attribution.frame import NAME_MARKS
from auditor.layers.attribution.terms import Terms
from auditor.layers.attribution.tokens import Tokens


def opening(t: Tokens, first: int, high: int, w: Terms, verb: str) -> int:
    """Right of times and of those who are told; of a preposition that a body speaks with."""
    if not (w.addressees or w.body_prepositions):
        return first
    while first < high:
        at = first
        for rest in w.addressees.get(t.lows[at], ()):
            follows = at + 1 + len(rest)
            if tuple(t.lows[at + 1 : follows]) == rest:
                follows = _past_name(t, follows, high)
                if _begins(t, follows, high, w):
                    first = follows
                elif not t.capital(at) or t.lows[at].endswith(w.dative_endings or ("\0",)):
                    return high  # only who was told, nobody who tells
                break
        if first == at and t.lows[at] in w.time_openers and at + 1 < high:
            if t.lows[at + 1] in w.times:
                first = at + 2
                while first < high and t.lows[first] in w.times:  # “в своём | блоге”
                    first += 1
            elif t.lows[at] in w.body_prepositions and verb.endswith(w.plural_endings or ("\0",)):
                return at + 1
        if first == at:
            return first
    return first


def past(t: Tokens, index: int, w: Terms) -> int:
    """Behind whoever is told, where a comma follows: “сообщил журналистам |, что”."""
    for rest in w.addressees.get(t.lows[index], ()) if index < len(t) else ():
        follows = index + 1 + len(rest)
        if tuple(t.lows[index + 1 : follows]) == rest:
            follows = _past_name(t, follows, len(t))
            if follows < len(t) and t.words[follows] == ",":
                return follows
    return index


def _past_name(t: Tokens, index: int, high: int) -> int:
    """Behind a name in marks: “изданию «Заречье» |”."""
    for end in range(index, min(index + 5, high)):
        if not t.is_word(end):
            break
        if t.words[end].endswith(NAME_MARKS[1]):
            return end + 1
    return index


def _begins(t: Tokens, index: int, high: int, w: Terms) -> bool:
    """Whether another phrase can begin here."""
    if index >= high or not t.is_word(index):
        return False
    word = t.lows[index]
    opens = word in w.body_prepositions or word in w.time_openers
    return opens or (word not in w.stops and word not in w.prepositions)


def told(t: Tokens, start: int, end: int, w: Terms) -> bool:
    """Whether a phrase before its verb names who was told, not who told."""
    words = t.lows[start:end]
    for first, word in enumerate(words):
        # Also behind a topic: “о мосте «Фонтанке» рассказали”.
        if first and not (start and t.lows[start - 1] in w.stops):
            break
        if any(tuple(words[first + 1 :]) == rest for rest in w.addressees.get(word, ())):
            return True
    if w.dative_endings and words[0] in w.own_words:
        return True
    return bool(w.dative_endings) and words[-1].endswith(w.dative_endings)
