"""Report words that report nothing of their own: names for things, what a paper tells."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.items import Reading
from auditor.layers.attribution.cue import Cue
from auditor.layers.attribution.cues import Lines
from auditor.layers.attribution.noun import classify
from auditor.layers.attribution.terms import Terms, terms
from auditor.layers.attribution.tokens import Tokens
from auditor.layers.attribution.word_classes import CAPITAL, DOCUMENT, PREPOSITION, STOP, WORD

_OBJECT = 5
"""Words that what is called something may have."""


def gives_a_name(t: Tokens, cue: Cue) -> bool:
    """“menyebut danau itu | Telaga Putri | karena …”: nothing is told behind the name."""
    at = cue.last + 1
    end = min(at + _OBJECT, len(t))
    while at < end and t.masks[at] & WORD and not t.masks[at] & CAPITAL:
        at += 1
    if at >= len(t) or not t.masks[at] & CAPITAL or t.masks[at - 1] & PREPOSITION:
        return False
    while at < len(t) and t.masks[at] & CAPITAL:
        at += 1
    return at >= len(t) or not t.masks[at] & WORD or bool(t.masks[at] & STOP)


class NoReport:
    """Args:
    every: all cues of the article.
    """

    def __init__(self, reading: Reading, every: Sequence[Cue], units: Lines) -> None:
        self._reading = reading
        self._cues = every
        self._lines = units
        self._terms: Terms = reading.language.once(terms)
        self._papers = reading.language.optional("cue_use.papers")

    def is_paper(self, cue: Cue) -> bool:
        """Whether a paper tells it: its noun ends the phrase, or begins it."""
        t = self._lines[cue.unit]
        if t.masks[cue.phrase.head_end - 1] & DOCUMENT:
            return True
        if not self._terms.demonstratives:
            return False
        found = classify(self._reading, *cue.source)
        if found is not None and found.people == "body" and found.head in self._terms.documents:
            return True
        return t.count(DOCUMENT, cue.phrase.start, min(cue.phrase.start + 2, cue.phrase.end)) > 0

    def holds(self, cue: Cue) -> bool:
        """Whether nobody is quoted by a cue."""
        if not self._terms.demonstratives:
            return False
        return self._in_a_paper(cue) or self._only_names(cue)

    def _in_a_paper(self, cue: Cue) -> bool:
        """“The chat shows a dealer boasting …”: what the paper tells."""
        return any(
            c.unit == cue.unit
            and c.last + 1 == cue.phrase.start
            and self._lines[c.unit].lows[c.first] in self._papers
            and self.is_paper(c)
            for c in self._cues
        )

    def _only_names(self, cue: Cue) -> bool:
        """“Penduduk menyebut danau itu Telaga Putri”: nobody is quoted for it."""
        if not (cue.verb.naming and gives_a_name(self._lines[cue.unit], cue)):
            return False
        found = classify(self._reading, *cue.source)
        return found is not None and found.kind == "vague_collective"
