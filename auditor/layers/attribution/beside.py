"""What stands beside a quotation in its sentence."""

from __future__ import annotations

from bisect import bisect_left

import regex

from auditor.layers.attribution import mentions
from auditor.layers.attribution.cue import Cue
from auditor.layers.attribution.frame import Unit
from auditor.layers.attribution.terms import Terms
from auditor.layers.attribution.tokens import Tokens
from auditor.layers.attribution.word_classes import QUOTE, WORD
from auditor.layers.marks import Mark

_INK = regex.compile(r"[^\s\p{P}\p{S}]")


def tokens_of(t: Tokens, mark: Mark) -> tuple[int, int]:
    """First and last token of the quotation in a unit."""
    first = bisect_left(t.ends, mark.open_start + 1)
    last = bisect_left(t.starts, mark.close_end) - 1
    return first, max(last, first)


def name_that_acts(t: Tokens, phrase: mentions.Phrase, w: Terms) -> mentions.Phrase:
    """“Ann Reed heckles supporters: …”: the name alone, where an unknown verb follows it."""
    end = phrase.start
    while end < phrase.end and t.capital(end):
        end += 1
    if not 1 < end - phrase.start < phrase.end - phrase.start:
        return phrase
    word = t.lows[end]
    noun = word in w.roles or word in w.titles or word in w.prepositions or not t.is_word(end)
    return phrase if noun or word in w.joins else mentions.Phrase(phrase.start, end, end)


def between(t: Tokens, start: int, end: int) -> tuple[int, int]:
    """Words and quotations between two tokens."""
    return t.count(WORD, start, end), t.count(QUOTE, start, end)


def hands_over(text: str, mark: Mark) -> bool:
    """Whether the quotation ends as before “he said”."""
    inside, behind = text[mark.end - 1 : mark.end], text[mark.close_end : mark.close_end + 2]
    return inside in tuple(",!?.…—–-") or behind.strip()[:1] in tuple(",—–-")


def governs(t: Tokens, cue: Cue, a: int, words: int, w: Terms) -> bool:
    """Whether words in marks that need be nobody's (irony, a name) stand in what the cue tells."""
    if cue.first > a:
        return words <= 1
    if cue.complement or words <= 3 or cue.verb.naming:
        return True
    return any(t.lows[i] in w.complement for i in range(cue.last + 1, min(a, cue.last + 6)))


def is_first(unit: Unit, mark: Mark, text: str) -> bool:
    """Whether nothing but signs stands before the quotation in its sentence."""
    return _INK.search(text, unit.start, mark.open_start) is None


def span(t: Tokens, phrase: mentions.Phrase) -> tuple[int, int]:
    return t.starts[phrase.start], t.ends[phrase.end - 1]
