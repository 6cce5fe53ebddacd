"""Whether a cue without a quotation reports what somebody said (“denied it”, not “a claim”)."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.items import Reading
from auditor.layers.attribution.cue import Cue
from auditor.layers.attribution.cues import Lines
from auditor.layers.attribution.no_report import NoReport
from auditor.layers.attribution.noun import classify
from auditor.layers.attribution.placed import placed, timed
from auditor.layers.attribution.terms import Terms, terms
from auditor.layers.attribution.word_classes import ADVERB, AUXILIARY, PREPOSITION, STOP, WORD

MIN_CONTENT = 3
"""Words that must be told before or behind a cue for a paraphrase."""
_REQUEST = 9
"""Tokens within which a request tells what was asked for."""


class Reports:
    """Args:
    every: all cues of the article.
    """

    def __init__(self, reading: Reading, every: Sequence[Cue], units: Lines) -> None:
        self._reading = reading
        self._cues = every
        self._lines = units
        self._terms: Terms = reading.language.once(terms)
        self._papers = reading.language.optional("cue_use.papers")
        self._no_report = NoReport(reading, every, units)

    def tells(self, cue: Cue) -> bool:
        """Whether a cue without a quotation attributes something."""
        t = self._lines[cue.unit]
        if not cue.said or self.general(cue) or timed(t, cue, self._terms):
            return False
        if cue.order in ("according", "reaction") or placed(t, cue, self._terms):
            return True
        verb = cue.verb
        if cue.complement:
            return True
        if verb.passive and cue.order == "agent":
            return True
        loose = (verb.bare and self._clause_follows(cue)) or (verb.request and self._asks(cue))
        own = cue.order not in ("relative", "joined", "participle")
        if loose and own and not self._told_within(cue):
            return True
        opener = t.lows[cue.first - 1] if cue.first else ""
        if self._terms.free_order and cue.order == "inverted" and opener in self._terms.empty:
            return not verb.guarded  # “Об этом сообщил Петров”
        if self._no_report.holds(cue):
            return False
        if verb.act:
            # “denied the report”, not “people accused of theft”.
            follows = t.lows[cue.last + 1] if cue.last + 1 < len(t) else ""
            bare = follows in self._terms.prepositions or not follows[:1].isalnum()
            return (
                cue.order == "agent"
                or cue.order == "relative"
                or not bare
                or self._terms.free_order
                or cue.last + 2 >= len(t)
            )
        behind = t.count(WORD, cue.last + 1, len(t))
        first = min(cue.first, cue.phrase.start)
        before = t.count(WORD, 0, first)
        comma = first > 0 and t.words[first - 1] in ",—–"
        if verb.bare and cue.order == "subject" and comma and not behind:
            return before >= MIN_CONTENT  # “It will rain, forecasters believe.”
        if t.lows[cue.first] in self._papers and self._no_report.is_paper(cue):
            return behind >= MIN_CONTENT  # “A logbook shows no entry for May.”
        if (verb.guarded and not self._printed(cue)) or verb.naming:
            return False
        if cue.order == "agent":
            return True
        if verb.noun and cue.order != "inverted":
            # “reports” and “claims” as verbs want the subject of a clause right behind them.
            w, follows = self._terms, t.lows[cue.last + 1] if cue.last + 1 < len(t) else ""
            return follows in w.definite or follows in w.indefinite or follows in w.pronouns
        if self._terms.free_order and cue.order == "inverted" and before >= MIN_CONTENT:
            return True  # “О закрытии моста сообщила полиция”
        # No articles: “pasokan lancar”, “объясняет паузу ценой”.
        enough = MIN_CONTENT - bool(self._terms.demonstratives or self._terms.free_order)
        return behind >= enough or (comma and before >= MIN_CONTENT)

    def _printed(self, cue: Cue) -> bool:
        """“О взрыве написали паблики”: what people do to each other, media do to all."""
        if not self._terms.free_order:
            return False
        phrase = classify(self._reading, *cue.source)
        return phrase is not None and phrase.kind in ("unnamed_media", "wire")

    def _asks(self, cue: Cue) -> bool:
        """“urged residents to leave”: what was asked for follows in the clause."""
        w, t = self._terms, self._lines[cue.unit]
        for at in range(cue.last + 2, min(cue.last + _REQUEST, len(t))):
            if not t.is_word(at):
                return False
            if t.lows[at] in w.requested or t.lows[at].endswith(w.infinitive_endings or ("\0",)):
                return True
        return False

    def _told_within(self, cue: Cue) -> bool:
        """“She said they believe …”, “if they believe …”: what she said, no report of its own."""
        w, t, first = self._terms, self._lines[cue.unit], cue.phrase.start
        before = t.lows[first - 1] if first else ""
        led = before in w.complement or before in w.relatives or before in w.supposing
        return led or any(
            c.unit == cue.unit and c.last < first <= c.last + 3 and c.said
            for c in self._cues
            if c is not cue
        )

    def _clause_follows(self, cue: Cue) -> bool:
        """“believe the bridge will hold”: a clause without “that” follows."""
        w, t, first = self._terms, self._lines[cue.unit], cue.last + 1
        if first >= len(t) or not t.is_word(first) or t.lows[first] in w.present:
            return False
        if t.lows[first] in w.pronouns:
            return True
        if w.demonstratives:  # no articles: whatever is no preposition may begin a clause
            loose = STOP | PREPOSITION | AUXILIARY | ADVERB
            return not t.masks[first] & loose and t.count(WORD, first, len(t)) > 1
        if not (t.capital(first) or t.lows[first] in w.definite or t.lows[first] in w.quantifiers):
            return False
        for at in range(first + 1, min(first + _REQUEST, len(t))):
            if not t.is_word(at) or t.lows[at] in w.relatives or t.lows[at] in w.infinitive:
                return False
            if t.lows[at] in w.auxiliaries:
                return True
        return False

    def general(self, cue: Cue) -> bool:
        """What a sort of people says at times, or might say: nobody is quoted for it."""
        w, t, phrase = self._terms, self._lines[cue.unit], cue.phrase
        if not cue.first >= phrase.end:
            return False
        between = t.lows[phrase.end : cue.first]
        supposed = phrase.start > 0 and t.lows[phrase.start - 1] in w.supposing
        later = bool(between) and between[0] in w.unsaid and between[0] not in w.infinitive
        defined = cue.order == "relative" and bool(between) and between[0] in w.relatives
        if cue.order == "participle" and cue.first > phrase.end:
            # “exposed to messages warning of danger”: it is the messages that warn.
            before = cue.first - 1
            if t.is_word(before) and t.lows[before] not in w.own_words:
                later = later or not cue.complement
        if not cue.complement and cue.first and t.lows[cue.first - 1] in w.infinitive:
            later = True  # “supporters who like to say things”
        if not (supposed or later or defined or any(word in w.habits for word in between)):
            return False
        found = classify(self._reading, *cue.source)
        several = found is not None and found.kind in ("vague_collective", "unnamed_media")
        return several and (not defined or supposed or t.lows[phrase.start] not in w.quantifiers)
