"""Where the noun phrase of whoever speaks begins and ends, beside a cue.

Purely local: from the cue outwards to the first word that cannot belong to the phrase.
All bounds are token indexes of one sentence, end exclusive.
"""

from __future__ import annotations

from typing import NamedTuple

from auditor.layers.attribution import addressees
from auditor.layers.attribution.apposition import apposition
from auditor.layers.attribution.terms import Terms
from auditor.layers.attribution.tokens import Tokens

_NICKNAME = 20
"""Code points a quotation inside a name may have, marks included."""

_POINTED = 8
"""Tokens within which a demonstrative may close a phrase."""

_LONGEST = 22
"""Tokens a phrase may have; attributions with longer subjects are left alone."""


class Phrase(NamedTuple):
    """A noun phrase; `head_end` is where its core ends and an apposition begins."""

    start: int
    end: int
    head_end: int


def before(t: Tokens, last: int, low: int, w: Terms) -> Phrase | None:
    """The phrase whose last token is `last`, not reaching left of `low`."""
    if last < low:
        return None
    end = last + 1
    if t.lows[last] in w.demonstratives:
        # “pejabat itu”: the noun stands before it.
        noun = before(t, last - 1, low, w)
        plain = noun is not None and t.lows[noun.start] not in w.pronouns
        return Phrase(noun.start, end, end) if noun and plain else None
    if w.degrees:
        last = _before_degrees(t, last, low, w)
    if t.words[last] == ")":
        while last > low and t.words[last] != "(":
            last -= 1
        last -= 1
        if last < low:
            return None
    word = t.lows[last]
    if word in w.latter and (last == low or not t.is_word(last - 1)):
        return Phrase(last, end, end)
    if word in w.pronouns or word in w.present or word in w.vague:
        if (
            word in w.vague
            and last > low
            and (t.lows[last - 1] in w.indefinite or t.lows[last - 1] in w.definite)
        ):
            return None
        if last == low or not t.capital(last - 1) or word in w.pronouns:
            return Phrase(last, last + 1, last + 1)
    if word.endswith(w.possessive):
        return None
    if not t.is_word(last) or (word in w.stops or word in w.joins) or word in w.empty:
        return None
    if word in w.definite or word in w.indefinite or word in w.prepositions:
        return None
    start = _walk_left(t, last, low, w)
    start = _drop_opening(t, start, last, w)
    start = _last_name_only(t, start, last, w)
    if 1 < start < last and t.lows[start - 1] in w.infinitive and not t.capital(start):
        # “likely to placate | Democrats, who”, but “spoke to senior analysts, who”.
        start += t.lows[start - 2] not in w.verbs and t.lows[start] not in w.roles
    if last + 1 - start > _LONGEST:
        return None
    return Phrase(start, end, end if t.words[end - 1] == ")" else last + 1)


def _before_degrees(t: Tokens, last: int, low: int, w: Terms) -> int:
    """“Ann Reed, Ph.D., said”: the last word of the name."""
    while last - 2 >= low:
        degree = last - (t.words[last] == "." and t.ends[last - 1] == t.starts[last])
        known = t.lows[degree].rstrip(".") in w.degrees
        if not known or degree - 2 < low or t.words[degree - 1] != ",":
            break
        last = degree - 2
    return last


def _walk_left(t: Tokens, last: int, low: int, w: Terms) -> int:
    start = last
    while start > low:
        p = start - 1
        word = t.lows[p]
        if t.is_quote(p):
            # A nickname inside a name.
            if p > low and t.capital(p - 1) and t.capital(start) and len(t.words[p]) < _NICKNAME:
                start = p - 1
                continue
            break
        if word in w.complement and p > low:
            break
        if w.free_order and word in w.empty:
            break
        if word in w.definite or word in w.indefinite or word in w.quantifiers:
            start = p
            if p > low and t.lows[p - 1] in w.prepositions and _nominal(t, p - 2, low, w):
                start = p - 2
                continue
            if p > low and (t.lows[p - 1] in w.quantifiers or t.lows[p - 1] in w.definite):
                continue
            break
        if word in w.prepositions:
            if not _nominal(t, p - 1, low, w):
                break
            start = p - 1
            continue
        if word in w.joins or word == "&":
            if p > low and word != "or" and t.capital(start) and t.capital(p - 1):
                start = p - 1
                continue
            if p > low and t.lows[p - 1] in w.roles and (word in w.joins):
                start = p - 1
                continue
            break
        if word == ".":
            if p > low and (t.lows[p - 1] in w.titles or len(t.words[p - 1]) == 1):
                start = p - 1
                continue
            break
        if word in ("-", "–", "/") and p > low and _glued(t, p) and t.is_word(p - 1):
            start = p - 1
            continue
        if p > low and _plural_possessive(t, p, w):
            start = p - 1
            continue
        if not t.is_word(p) or word in w.stops or word in w.pronouns:
            break
        if word in w.verbs and word not in w.roles and not t.capital(p):
            break
        if word in w.relatives or word in w.complement:
            break
        start = p
    return start


def _glued(t: Tokens, sign: int) -> bool:
    """A sign without space on either side (“U.S.-backed”)."""
    return t.ends[sign - 1] == t.starts[sign] and t.ends[sign] == t.starts[sign + 1]


def _plural_possessive(t: Tokens, sign: int, w: Terms) -> bool:
    """The apostrophe of “the skippers’ association”, a noun behind it."""
    if t.words[sign] not in ("'", "’") or sign + 1 >= len(t) or not w.possessive:
        return False
    following = t.lows[sign + 1]
    return (
        t.lows[sign - 1].endswith("s")
        and t.starts[sign] == t.ends[sign - 1]
        and t.is_word(sign + 1)
        and following not in w.verbs
        and following not in w.stops
        and following not in w.prepositions
    )


def _nominal(t: Tokens, p: int, low: int, w: Terms) -> bool:
    """Whether the token can be the noun that a preposition hangs on."""
    if p < low or not t.is_word(p):
        return p >= low and t.words[p] == ")"
    word = t.lows[p]
    if word in w.stops or word in w.prepositions or word in w.pronouns or w.adverb(word):
        return False
    if word in w.times and w.free_order:
        return False
    return t.capital(p) or word not in w.verbs or word in w.roles


def _drop_opening(t: Tokens, start: int, last: int, w: Terms) -> int:
    """Leaves out what opens the sentence and is no part of its subject ("Later", "Monday")."""
    while start < last:
        word = t.lows[start]
        counted = word.isdigit() and t.lows[start + 1] in w.times
        named = t.capital(start) and t.capital(start + 1) and not w.free_order
        if (
            (w.adverb(word) and (not named or word in w.adverbs))
            or counted
            or (word in w.times and t.lows[start + 1] not in w.prepositions and start + 1 <= last)
        ):
            start += 1
        else:
            break
    return start


def _last_name_only(t: Tokens, start: int, last: int, w: Terms) -> int:
    """“a measure Putin”: two phrases side by side; the name is the second."""
    if not t.capital(last):
        return start
    name = last
    while name > start and (
        t.capital(name - 1) or t.words[name - 1] in ".-" or t.is_quote(name - 1)
    ):
        name -= 1
    if name == start:
        return start
    left = t.lows[name - 1]
    if left in w.definite or left in w.indefinite or left in w.prepositions or left in w.joins:
        return start
    if left in w.titles or left in w.roles or left in w.quantifiers or left == "&":
        return start
    if t.lows[name] in w.titles and not t.is_word(name - 1):
        return start
    # An adjective before a name (“embattled Mayor Jones”) has no article before a plain noun.
    first = t.lows[start]
    if first in w.definite or first in w.indefinite or first in w.quantifiers:
        return name if name - start >= 2 and t.lows[name] not in w.titles else start
    return start


def after(t: Tokens, first: int, high: int, w: Terms, verb: str = "") -> Phrase | None:
    """The phrase that begins at `first`, not reaching `high`, with its apposition.

    `verb`: the cue before it, case-folded, where it is one.
    """
    while first < high and w.adverb(t.lows[first]) and not t.capital(first):
        first += 1
    first = addressees.opening(t, first, high, w, verb)
    if first >= high or not t.is_word(first):
        return None
    word = t.lows[first]
    latter = word in w.latter and not (first + 1 < high and t.is_word(first + 1))
    if word in w.pronouns or word in w.present or latter:
        return Phrase(first, first + 1, first + 1)
    if word in w.vague:
        follows = first + 1 < high and t.is_word(first + 1) and t.lows[first + 1] not in w.stops
        if not follows:
            return Phrase(first, first + 1, first + 1)
    opens = word in w.definite or word in w.indefinite or word in w.quantifiers
    # “говорится в заявлении”: what stands there is a document, no time or place.
    cited = bool(w.body_prepositions) and word in w.roles and verb in w.body_prepositions
    timed = word in w.times and not cited
    if not opens and (word in w.stops or word in w.prepositions or timed):
        return None
    end = walk_right(t, first, high, w)
    if end == first:
        return None
    return Phrase(first, apposition(t, end, high, w, first), end)


def walk_right(t: Tokens, first: int, high: int, w: Terms) -> int:
    """Where the core of a phrase that begins at `first` ends."""
    end = first
    while end < high and end - first < _LONGEST:
        word = t.lows[end]
        if t.is_quote(end):
            named = end > first and t.capital(end - 1) and end + 1 < high and t.capital(end + 1)
            if named and len(t.words[end]) < _NICKNAME:
                end += 1
                continue
            break
        if word == ".":
            short = end > first and (t.lows[end - 1] in w.titles or len(t.words[end - 1]) == 1)
            if short and end + 1 < high and t.capital(end + 1):
                end += 1
                continue
            break
        if word in ("-", "–", "/", "&") and t.starts[end] == t.ends[end - 1]:
            end += 1
            continue
        if end > first and _plural_possessive(t, end, w):
            end += 1
            continue
        if word == "(" and end > first:
            close = end
            while close < high and t.words[close] != ")" and close - end < 8:
                close += 1
            if close < high and t.words[close] == ")":
                end = close + 1
                continue
            break
        if not t.is_word(end):
            break
        if end > first:
            if word in w.demonstratives:
                return end + 1
            if word in w.stops or word in w.relatives or word in w.times:
                pointed = _pointed(t, end, high, w)
                if pointed:
                    return pointed
            if word in w.joins:
                if not (
                    word != "but" and end + 1 < high and t.capital(end + 1) and t.capital(end - 1)
                ):
                    break
            elif word in w.prepositions:
                tight = word in w.tight_prepositions or (
                    word in w.noun_prepositions
                    and (not t.capital(end - 1) or _acronym(t, end - 1))
                    and not (end + 1 < high and t.lows[end + 1].isdigit())
                )
                if not tight or not _noun_ahead(t, end + 1, high, w):
                    break
            elif (
                word in w.stops
                or word in w.relatives
                or word in w.times
                or word in w.pronouns
                or (word in w.addressees and t.capital(end - 1) and not t.capital(end))
                or (word in w.verbs and word not in w.roles and not t.capital(end))
                or (w.adverb(word) and not t.capital(end))
                or (word in w.definite and t.lows[end - 1] not in w.prepositions)
            ):
                break
        end += 1
    while end > first and leads_on(t, end - 1, w):
        end -= 1
    return end


def _acronym(t: Tokens, index: int) -> bool:
    """“управление МЧС | по области”: still the body, no name of a person."""
    return len(t.words[index]) > 1 and t.words[index].isupper()


def _pointed(t: Tokens, at: int, high: int, w: Terms) -> int:
    """Where a phrase ends that a demonstrative closes (“… yang dulu bidan itu”); 0 if none."""
    if not w.demonstratives:
        return 0
    for index in range(at, min(at + _POINTED, high)):
        if not t.is_word(index) or t.lows[index] in w.verbs:
            return 0
        if t.lows[index] in w.demonstratives:
            return index + 1
    return 0


def leads_on(t: Tokens, at: int, w: Terms) -> bool:
    """Whether a phrase cannot end with this word."""
    word = t.lows[at]
    return any(word in words for words in (w.prepositions, w.joins, w.definite, w.indefinite))


def _noun_ahead(t: Tokens, index: int, high: int, w: Terms) -> bool:
    if index >= high or not t.is_word(index):
        return False
    word = t.lows[index]
    return word not in w.times and word not in w.pronouns and word not in w.relatives


def bare(t: Tokens, phrase: Phrase, w: Terms) -> tuple[int, int]:
    """Bounds of a phrase in the text, its possessive ending left out."""
    end = t.ends[phrase.end - 1]
    for ending in w.possessive:
        if t.lows[phrase.end - 1].endswith(ending):
            return t.starts[phrase.start], end - len(ending)
    return t.starts[phrase.start], end


def speaks(t: Tokens, phrase: Phrase, w: Terms) -> bool:
    """Whether a phrase may be somebody who speaks: a pronoun, a name, a role."""
    if phrase.end - phrase.start == 1:
        word = t.lows[phrase.start]
        if word in w.pronouns or word in w.vague or word in w.present or word in w.latter:
            return True
        if word in w.empty:
            return False
    for index in range(phrase.start, phrase.end):
        word = t.lows[index]
        if word in w.roles:
            return True
        if t.capital(index) and not (
            word in w.definite
            or word in w.indefinite
            or word in w.stops
            or word in w.times
            or word in w.quantifiers
            or word in w.prepositions
            or _is_adverb(t, index, w)
        ):
            return True
    return False


def _is_adverb(t: Tokens, index: int, w: Terms) -> bool:
    """A capitalised “Kelly” is one only where it may merely open its sentence."""
    word = t.lows[index]
    if word in w.adverbs:
        return True
    opens = index == 0 and not (len(t) > 1 and t.lows[1] in w.verbs)
    return opens and w.adverb(word)
