"""Where the noun phrase of whoever speaks begins and ends, beside a cue.

Purely local: from the cue outwards to the first word that cannot belong to the phrase. What
a word can belong to is asked of its mask (`word_classes`). All bounds are token
indexes of one sentence, end exclusive.
"""

from __future__ import annotations

from typing import NamedTuple

from auditor.layers.attribution import addressees, order, some_of
from auditor.layers.attribution.apposition import apposition
from auditor.layers.attribution.phrase_end import (
    before_degrees,
    before_short,
    ends_before,
    headless,
    initial,
    pointed,
)
from auditor.layers.attribution.terms import Terms
from auditor.layers.attribution.tokens import Tokens
from auditor.layers.attribution.word_classes import (
    ADVERB,
    CAPITAL,
    COMPLEMENT,
    DEFINITE,
    DEMONSTRATIVE,
    DETERMINER,
    DIGITS,
    DOCUMENT,
    EMPTY,
    INDEFINITE,
    INFINITIVE,
    JOIN,
    LATTER,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    QUANTIFIER,
    QUOTE,
    RELATIVE,
    ROLE,
    STOP,
    TIME,
    TITLE,
    VAGUE,
    VERB,
    WORD,
)

_NICKNAME = 20
"""Code points a quotation inside a name may have, marks included."""

_LONGEST = 22
"""Tokens a phrase may have; attributions with longer subjects are left alone."""

_LEADS_ON = PREPOSITION | JOIN | DEFINITE | INDEFINITE
_NO_LAST = STOP | _LEADS_ON | EMPTY
_NEVER_WITHIN = STOP | PRONOUN | RELATIVE | COMPLEMENT
_NO_NAME = DETERMINER | STOP | TIME | PREPOSITION


_AMONG = 4
"""Tokens of “один из этих людей”."""


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
    masks = t.masks
    some = some_of.behind(t, last, low, w) if w.some_of else None
    if some is not None:
        return Phrase(some, end, end)
    if masks[last] & DEMONSTRATIVE:
        # “pejabat itu”: the noun stands before it.
        noun = before(t, last - 1, low, w)
        plain = noun is not None and not masks[noun.start] & PRONOUN
        return Phrase(noun.start, end, end) if noun and plain else None
    if w.degrees:
        last = before_degrees(t, last, low, w)
        if t.words[last] == "." and last > low and t.lows[last - 1] in w.degrees:
            last -= 1  # “Robert Hale Jr. said”
    if t.words[last] == ")":
        while last > low and t.words[last] != "(":
            last -= 1
        last -= 1
        if last < low:
            return None
    for back in range(_AMONG) if w.among else ():
        if last - back >= low and order.among(t, last - back, w) == back + 1:
            return Phrase(last - back, end, end)
    mask = masks[last]
    if mask & LATTER and (last == low or not masks[last - 1] & WORD):
        return Phrase(last, end, end)
    if mask & (PRONOUN | PRESENT | VAGUE):
        if mask & VAGUE and last > low and masks[last - 1] & (INDEFINITE | DEFINITE):
            return None
        if last == low or not masks[last - 1] & CAPITAL or mask & PRONOUN:
            return Phrase(last, last + 1, last + 1)
    if not mask & WORD or mask & (POSSESSIVE | _NO_LAST):
        return None
    start = _walk_left(t, last, low, w)
    start = _drop_opening(t, start, last, w)
    start = _last_name_only(t, start, last, w)
    start = order.behind_object(t, start, last, w)
    if 1 < start < last and masks[start - 1] & INFINITIVE and not masks[start] & CAPITAL:
        # “likely to placate | Democrats, who”, but “spoke to senior analysts, who”.
        start += not (masks[start - 2] & VERB or masks[start] & ROLE)
    if last + 1 - start > _LONGEST:
        return None
    return Phrase(start, end, end if t.words[end - 1] == ")" else last + 1)


def _walk_left(t: Tokens, last: int, low: int, w: Terms) -> int:
    masks, start = t.masks, last
    while start > low:
        p = start - 1
        mask = masks[p]
        if mask & QUOTE:
            # A nickname inside a name.
            named = p > low and masks[p - 1] & CAPITAL and masks[start] & CAPITAL
            if named and len(t.words[p]) < _NICKNAME:
                start = p - 1
                continue
            break
        if mask & COMPLEMENT and p > low:
            break
        if mask & EMPTY and w.free_order:
            break
        if mask & DETERMINER:
            start = p
            if p > low and masks[p - 1] & PREPOSITION and _nominal(t, p - 2, low, w):
                start = p - 2
                continue
            whose = ROLE if w.demonstratives else 0  # “pengacara sang taipan”
            if p > low and masks[p - 1] & (QUANTIFIER | DEFINITE | whose):
                continue
            if w.free_order and mask & QUANTIFIER and p > low and masks[p - 1] & ROLE:
                continue  # “дипломаты | двух стран”
            break
        if mask & PREPOSITION:
            if not _nominal(t, p - 1, low, w):
                break
            start = p - 1
            continue
        word = t.lows[p]
        if mask & JOIN or word == "&":
            named = masks[start] & CAPITAL and word != "or"
            if p > low and (
                (named and masks[p - 1] & CAPITAL)
                or (mask & JOIN and masks[p - 1] & (ROLE | DOCUMENT) == ROLE)
            ):
                start = p - 1
                continue
            break
        if not mask & WORD:
            opened = before_short(t, p, start, low) if w.demonstratives else 0
            if opened:
                start = opened
                continue
            if p > low and _joins_words(t, p, w):
                start = p - 1
                continue
            break
        outside = mask & _NEVER_WITHIN or (mask & VERB and not mask & (ROLE | CAPITAL))
        if outside and not _no_verb(t, p, low, w) and not _before_noun(t, p, low, w):
            break
        start = p
    return start


def _joins_words(t: Tokens, sign: int, w: Terms) -> bool:
    """The full stop of “Mr.”, the hyphen of “U.S.-backed”, the apostrophe of “skippers’”."""
    word = t.lows[sign]
    if word == ".":
        return t.masks[sign - 1] & TITLE != 0 or len(t.words[sign - 1]) == 1
    if word in ("-", "–", "/"):
        return _glued(t, sign) and t.is_word(sign - 1)
    return _plural_possessive(t, sign, w)


def _glued(t: Tokens, sign: int) -> bool:
    """A sign without space on either side (“U.S.-backed”)."""
    return t.ends[sign - 1] == t.starts[sign] and t.ends[sign] == t.starts[sign + 1]


def _plural_possessive(t: Tokens, sign: int, w: Terms) -> bool:
    """The apostrophe of “the skippers’ association”, a noun behind it."""
    if t.words[sign] not in ("'", "’") or sign + 1 >= len(t) or not w.possessive:
        return False
    following = t.masks[sign + 1]
    return (
        t.lows[sign - 1].endswith("s")
        and t.starts[sign] == t.ends[sign - 1]
        and following & WORD != 0
        and not following & (VERB | STOP | PREPOSITION)
    )


def _before_noun(t: Tokens, p: int, low: int, w: Terms) -> bool:
    """“the | appeals court”: between an article and a noun no verb stands."""
    if w.free_order or w.demonstratives or p <= low or t.masks[p] & _NEVER_WITHIN:
        return False
    return t.masks[p - 1] & DEFINITE != 0 and t.lows[p - 1] not in w.complement


def _no_verb(t: Tokens, p: int, low: int, w: Terms) -> bool:
    """“perajin batik tulis”: a form that only stands before whoever speaks, behind a noun."""
    verb = w.verbs.get(t.lows[p])
    return verb is not None and verb.first and p > low and bool(t.masks[p - 1] & WORD)


def _nominal(t: Tokens, p: int, low: int, w: Terms) -> bool:
    """Whether the token can be the noun that a preposition hangs on."""
    if p < low:
        return False
    mask = t.masks[p]
    if not mask & WORD:
        return t.words[p] == ")"
    if mask & (STOP | PREPOSITION | PRONOUN | ADVERB) or (mask & TIME and w.free_order):
        return False
    if mask & VERB and p > low and t.masks[p - 1] & DEFINITE and not w.free_order:
        return True  # “with knowledge of the talks | in Ankara”
    return mask & (CAPITAL | ROLE) != 0 or not mask & VERB or _no_verb(t, p, low, w)


def _drop_opening(t: Tokens, start: int, last: int, w: Terms) -> int:
    """Leaves out what opens the sentence and is no part of its subject ("Later", "Monday")."""
    while start < last:
        mask, following = t.masks[start], t.masks[start + 1]
        named = mask & following & CAPITAL and not w.free_order
        if not (
            (mask & ADVERB and (not named or t.lows[start] in w.adverbs))
            or (mask & DIGITS and following & (TIME | CAPITAL))
            or (mask & TIME and not following & PREPOSITION)
        ):
            break
        start += 1
    return start


def _last_name_only(t: Tokens, start: int, last: int, w: Terms) -> int:
    """“a measure Putin”: two phrases side by side; the name is the second."""
    masks = t.masks
    if not masks[last] & CAPITAL:
        return start
    name = last
    while name > start and (masks[name - 1] & (CAPITAL | QUOTE) or t.words[name - 1] in ".-"):
        name -= 1
    if name == start:
        return start
    left = masks[name - 1]
    if left & (_LEADS_ON | TITLE | ROLE | QUANTIFIER) or t.lows[name - 1] == "&":
        return start
    if masks[name] & TITLE and not left & WORD:
        return start
    if w.demonstratives and masks[start + 1] & ROLE:
        return start  # “Dua sumber di lingkungan Istana”: the noun comes first
    # An adjective before a name (“embattled Mayor Jones”) has no article before a plain noun.
    if masks[start] & DETERMINER:
        return name if name - start >= 2 and not masks[name] & TITLE else start
    return start


def after(t: Tokens, first: int, high: int, w: Terms, verb: str = "") -> Phrase | None:
    """The phrase that begins at `first`, not reaching `high`, with its apposition.

    `verb`: the cue before it, case-folded, where it is one.
    """
    masks = t.masks
    while first < high and masks[first] & ADVERB and not masks[first] & CAPITAL:
        first += 1
    first = addressees.opening(t, first, high, w, verb)
    if verb in w.verbs:
        first = order.past_adverbial(t, first, high, w, verb)
    if first >= high or not masks[first] & WORD:
        return None
    some = some_of.ahead(t, first, high, w) if w.some_of else 0
    if some:
        return Phrase(first, some, some)
    if w.among and (length := order.among(t, first, w)):
        return Phrase(first, first + length, first + length)
    mask = masks[first]
    latter = mask & LATTER and not (first + 1 < high and masks[first + 1] & WORD)
    if mask & (PRONOUN | PRESENT) or latter:
        return Phrase(first, first + 1, first + 1)
    if mask & VAGUE:
        follows = first + 1 < high and masks[first + 1] & WORD and not masks[first + 1] & STOP
        if not follows:
            return Phrase(first, first + 1, first + 1)
    # “говорится в заявлении”: what stands there is a document, no time or place.
    cited = bool(w.body_prepositions) and mask & ROLE and verb in w.body_prepositions
    timed = mask & TIME and not cited
    if not mask & DETERMINER and (mask & (STOP | PREPOSITION) or timed):
        return None
    end = walk_right(t, first, high, w)
    if end == first:
        return None
    return Phrase(first, apposition(t, end, high, w, first), end)


def walk_right(t: Tokens, first: int, high: int, w: Terms) -> int:
    """Where the core of a phrase that begins at `first` ends."""
    masks, end = t.masks, first
    high = min(high, len(masks))
    stop = min(high, first + _LONGEST)
    while end < stop:
        mask = masks[end]
        if not mask & WORD:
            behind = _past_sign(t, end, first, high, w)
            if not behind:
                break
            end = behind
            continue
        if end > first and initial(t, end):
            end += 1  # “И. И. Иванов”: a letter, no “and”
            continue
        if end > first:
            if mask & DEMONSTRATIVE:
                return end + 1
            if mask & (STOP | RELATIVE | TIME) and w.demonstratives:
                closed = pointed(t, end, high)
                if closed:
                    return closed
            ends = ends_before(t, end, high, mask) and not t.in_name(end)
            if ends and not headless(t, first, end, high):
                break
        end += 1
    while end > first and masks[end - 1] & _LEADS_ON:
        end -= 1
    return end


def _past_sign(t: Tokens, sign: int, first: int, high: int, w: Terms) -> int:
    """Where a phrase goes on behind a sign or a nickname; 0 where it ends before it."""
    masks, word = t.masks, t.lows[sign]
    inside = sign > first
    if masks[sign] & QUOTE:
        named = inside and sign + 1 < high and masks[sign - 1] & masks[sign + 1] & CAPITAL
        return sign + 1 if named and len(t.words[sign]) < _NICKNAME else 0
    if word == ".":
        short = inside and (masks[sign - 1] & TITLE or len(t.words[sign - 1]) == 1)
        return sign + 1 if short and sign + 1 < high and masks[sign + 1] & CAPITAL else 0
    if word in ("-", "–", "/", "&") and t.starts[sign] == t.ends[sign - 1]:
        return sign + 1
    if inside and _plural_possessive(t, sign, w):
        return sign + 1
    if word == "(" and inside:
        close = sign
        while close < high and t.words[close] != ")" and close - sign < 8:
            close += 1
        return close + 1 if close < high and t.words[close] == ")" else 0
    return 0


def leads_on(t: Tokens, at: int) -> bool:
    """Whether a phrase cannot end with this word."""
    return t.masks[at] & _LEADS_ON != 0


def bare(t: Tokens, phrase: Phrase, w: Terms) -> tuple[int, int]:
    """Bounds of a phrase in the text, its possessive ending left out."""
    end = t.ends[phrase.end - 1]
    for ending in w.possessive:
        if t.lows[phrase.end - 1].endswith(ending):
            return t.starts[phrase.start], end - len(ending)
    return t.starts[phrase.start], end


def speaks(t: Tokens, phrase: Phrase, w: Terms) -> bool:
    """Whether a phrase may be somebody who speaks: a pronoun, a name, a role."""
    start, end, _ = phrase
    if w.among and order.among(t, start, w) == end - start:
        return True
    if end - start == 1:
        mask = t.masks[start]
        if mask & (PRONOUN | VAGUE | PRESENT | LATTER):
            return True
        if mask & EMPTY:
            return False
    if some_of.is_one(t, start, end, w) or (end - start > 1 and t.lows[start] in w.personal):
        return True
    for index in range(start, end):
        mask = t.masks[index]
        if mask & ROLE:
            return True
        if mask & CAPITAL and not mask & _NO_NAME and not _is_adverb(t, index, w):
            return True
    return False


def _is_adverb(t: Tokens, index: int, w: Terms) -> bool:
    """A capitalised “Kelly” is one only where it may merely open its sentence."""
    if not t.masks[index] & ADVERB:
        return False
    opens = index == 0 and not (len(t) > 1 and t.masks[1] & VERB)
    return opens or t.lows[index] in w.adverbs
