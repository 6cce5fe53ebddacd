"""Who may have said a quotation: every mention of somebody in the sentences around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from auditor.layers.attribution import mentions
from auditor.layers.attribution.cue import Cue
from auditor.layers.attribution.cues import Lines
from auditor.layers.attribution.terms import Terms
from auditor.layers.attribution.tokens import Tokens
from auditor.layers.attribution.word_classes import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    DEFINITE,
    DETERMINER,
    DIGITS,
    INDEFINITE,
    JOIN,
    PERSONAL_RELATIVE,
    PREPOSITION,
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
)

MentionKind = Literal[
    "name", "pronoun", "plural", "relative", "definite", "indefinite", "role", "other"
]

_MAY_BEGIN = (
    DETERMINER | CAPITAL | ROLE | TITLE | PRONOUN | PERSONAL_RELATIVE | VAGUE | RELATIVE | DIGITS
)
"""Classes of words that a mention begins with."""


@dataclass(slots=True)
class Candidate:
    """One mention of somebody who may speak.

    Attributes:
        start, end: its bounds in the text.
        unit: its sentence; `first` and `last` are its tokens there.
        kind: how it names whoever speaks.
        cues: the cues that have it for their source.
        means: bounds of what a relative pronoun stands for.
    """

    start: int
    end: int
    unit: int
    first: int
    last: int
    kind: MentionKind
    cues: list[Cue] = field(default_factory=list)
    means: tuple[int, int] | None = None

    def meets(self, span: tuple[int, int]) -> bool:
        """Whether it shares a character with `span`."""
        return self.start < span[1] and span[0] < self.end


class Mentions:
    """All mentions of a sentence, found when asked for."""

    def __init__(self, lines: Lines, cues: Mapping[int, Sequence[Cue]], terms: Terms) -> None:
        self._lines = lines
        self._cues = cues
        self._terms = terms
        self._made: dict[int, tuple[Candidate, ...]] = {}

    def __getitem__(self, unit: int) -> tuple[Candidate, ...]:
        if unit not in self._made:
            self._made[unit] = tuple(self._find(unit))
        return self._made[unit]

    def _find(self, unit: int) -> list[Candidate]:
        t, w = self._lines[unit], self._terms
        found: list[Candidate] = []
        taken: list[tuple[int, int]] = []
        for cue in self._cues.get(unit, ()):
            a, b = cue.phrase.start, cue.phrase.end
            for candidate in found:
                if candidate.first < b and a <= candidate.last:
                    candidate.cues.append(cue)
                    break
            else:
                found.append(
                    Candidate(
                        *cue.source, unit, a, b - 1, kind_of(t, a, cue.phrase.head_end, w), [cue]
                    )
                )
                taken.append((a, b))
        ends = {at: b for a, b in reversed(taken) for at in range(a, b)}
        at, n = 0, len(t)
        while at < n:
            if at in ends:
                at = ends[at]
                continue
            phrase = _phrase(t, at, w) if t.masks[at] & _MAY_BEGIN else None
            if phrase is None:
                at += 1
                continue
            a, b = phrase
            b = min([b, *(x for x, _ in taken if x > a)])
            while b - 1 > a and mentions.leads_on(t, b - 1):
                b -= 1  # “attorneys for the | family”
            candidate = Candidate(t.starts[a], t.ends[b - 1], unit, a, b - 1, kind_of(t, a, b, w))
            if candidate.kind == "relative":
                candidate.means = _antecedent(t, a, found)
            found.append(candidate)
            at = b
        return sorted(found, key=lambda c: c.first)


def _antecedent(t: Tokens, relative: int, found: Sequence[Candidate]) -> tuple[int, int] | None:
    """“Ann Reed, who …”: bounds of the name before it."""
    before = relative - 1 - (relative > 0 and t.words[relative - 1] == ",")
    return next(((c.start, c.end) for c in found if c.last == before), None)


def _phrase(t: Tokens, at: int, w: Terms) -> tuple[int, int] | None:
    """The mention of somebody that begins at a token, one of `_MAY_BEGIN`."""
    mask = t.masks[at]
    if mask & (PRONOUN | PERSONAL_RELATIVE):
        return at, at + 1
    opens = mask & DETERMINER
    if not mask & (DETERMINER | CAPITAL | ROLE | TITLE):
        return _subject(t, at, w)
    if mask & (STOP | PREPOSITION | TIME | JOIN):
        named = at and mask & CAPITAL and _says(t, at + 1)
        return (at, at + 1) if named else None
    end = mentions.walk_right(t, at, len(t), w)
    if end == at:
        return None
    cut = end
    while cut - 1 > at and not _head(t, cut - 1):
        cut -= 1
    phrase = mentions.Phrase(at, cut, cut)
    if (cut > at + 1 or not opens) and mentions.speaks(t, phrase, w):
        return at, cut
    return _subject(t, at, w)


def _subject(t: Tokens, at: int, w: Terms) -> tuple[int, int] | None:
    """A phrase that names nobody who speaks by its words, but a reporting verb follows."""
    end = max(mentions.walk_right(t, at, len(t), w), at + 1)
    if end == at + 1 and t.masks[at] & (DEFINITE | INDEFINITE):
        return None  # “The blast shook …”: a noun that could be a verb
    quoted = at > 1 and t.masks[at - 1] & VERB and t.masks[at - 2] & QUOTE
    return (at, end) if quoted or _says(t, end) else None


def _says(t: Tokens, at: int) -> bool:
    masks = t.masks
    while at < len(masks) and masks[at] & (ADVERB | AUXILIARY):
        at += 1
    return at < len(masks) and masks[at] & (VERB | CAPITAL) == VERB


def _head(t: Tokens, at: int) -> bool:
    """Whether a phrase may end with this word: a name or a role."""
    return t.masks[at] & (CAPITAL | ROLE) != 0 or t.words[at] == ")"


def kind_of(t: Tokens, first: int, end: int, w: Terms) -> MentionKind:
    """How a phrase names somebody."""
    word = t.lows[first]
    if end - first == 1:
        if word in w.masculine or word in w.feminine or word in w.person:
            return "pronoun"
        if word in w.plural or word in w.thing:
            return "plural"
        if word in w.relatives:
            return "relative"
    mask = t.masks[first]
    if any(m & (CAPITAL | DEFINITE) == CAPITAL for m in t.masks[max(first, 1) : end]):
        return "name"
    if mask & (CAPITAL | DEFINITE | INDEFINITE) == CAPITAL:
        return "name"
    if mask & DEFINITE:
        return "definite"
    if mask & (INDEFINITE | QUANTIFIER):
        return "indefinite"
    return "role" if t.masks[end - 1] & ROLE else "other"
