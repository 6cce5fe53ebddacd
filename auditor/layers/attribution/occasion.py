"""The occasion of a statement: when, where, to whom and through whom something was said.

Only what stands beside the cue or opens the sentence counts: in “said the bridge would open on
Monday” nothing was said on Monday for sure.
"""

from __future__ import annotations

from bisect import bisect_left

from auditor.items import Reading
from auditor.layers.attribution.cue import Cue
from auditor.layers.attribution.cues import Lines, lines, longer
from auditor.layers.attribution.frame import Frame, frame
from auditor.layers.attribution.mentions import Phrase
from auditor.layers.attribution.terms import Terms, terms
from auditor.layers.attribution.tokens import Tokens

_LONGEST = 9
"""Tokens that whoever is told, or the way it is told, may have."""
_BEHIND = ("inverted", "according", "agent", "reaction")


class Occasions:
    """Ask for it with `reading.use(Occasions)`."""

    def __init__(self, reading: Reading) -> None:
        language = reading.language
        self._frame: Frame = reading.use(frame)
        self._lines: Lines = reading.use(lines)
        self._terms: Terms = language.once(terms)
        self._text = reading.text

        self._places = language.optional("occasion.places")
        self._to = language.optional("occasion.to")
        self._tells = language.optional("occasion.tells")
        flat = self._frame.flat
        found = language.pattern("occasions").finditer(flat)
        self._listed = [m.span() for m in found]

    def listed(self, start: int, end: int) -> tuple[int, int] | None:
        """The first phrase of the list that stands between two places of the text."""
        index = bisect_left(self._listed, (start, 0))
        found = self._listed[index] if index < len(self._listed) else None
        return found if found is not None and found[1] <= end else None

    def of(self, cue: Cue) -> str | None:
        """The occasion in the article's words; parts that stand apart are joined with “; ”."""
        t = self._lines[cue.unit]
        behind = cue.last + 1
        if cue.order in _BEHIND:
            behind = max(behind, self._without_place(t, cue.phrase))
        parts: list[tuple[int, int]] = []
        if cue.phrase.end <= cue.first:
            parts.append((0, self._run(t, 0, cue.phrase.start)))
            parts.append((cue.phrase.end, self._run(t, cue.phrase.end, cue.first)))
        else:
            parts.append((0, self._run(t, 0, cue.first)))
        start, end = behind, self._run(t, behind, len(t))
        if t.lows[cue.last] in self._tells and cue.last + 1 == behind:
            told = self._noun(t, behind, len(t))
            if told > behind:
                start, end = cue.first, self._run(t, told, len(t))
        parts.append((start, end))
        shown = (
            " ".join(self._text[t.starts[a] : t.ends[b - 1]].split()) for a, b in parts if b > a
        )
        return "; ".join(shown) or None

    def _without_place(self, t: Tokens, phrase: Phrase) -> int:
        """Where whoever speaks ends: “kata Rina | di Jakarta”."""
        for at in range(phrase.start + 1, phrase.end):
            if t.capital(at - 1) and self._place(t, at, phrase.end) == phrase.end:
                return at
        return phrase.end

    def _run(self, t: Tokens, at: int, high: int) -> int:
        """Where the parts of an occasion end that begin at `at`; `at` where there are none."""
        end = at
        while end < high:
            follows = (
                self._phrase(t, end, high)
                or self._time(t, end, high)
                or self._place(t, end, high)
                or self._told(t, end, high)
            )
            if not follows:
                # “on Monday, in Geneva”
                if end > at and t.words[end] == "," and end + 1 < high:
                    more = self._run(t, end + 1, high)
                    return more if more > end + 1 else end
                return end
            end = follows
        return end

    def _phrase(self, t: Tokens, at: int, high: int) -> int:
        """A phrase of the list, with what goes on behind it."""
        index = bisect_left(self._listed, (t.starts[at], 0))
        if index >= len(self._listed) or self._listed[index][0] != t.starts[at]:
            return 0
        end = at
        while end < high and t.starts[end] < self._listed[index][1]:
            end += 1
        return self._noun(t, end, high) if end < high else end

    def _noun(self, t: Tokens, at: int, high: int) -> int:
        """Up to the next sign, verb or clause."""
        w, end = self._terms, at
        while end < min(high, at + _LONGEST) and t.is_word(end):
            word = t.lows[end]
            if word in w.complement or word in w.auxiliaries or word in w.pronouns:
                break
            if (word in w.verbs or word in w.relatives or word in w.joins) and not t.capital(end):
                break
            if end > at and word in w.definite:
                break  # “told the BBC | the port was safe”
            if self._time(t, end, high) or (end > at and self._place(t, end, high)):
                break
            end += 1
        return end

    def _time(self, t: Tokens, at: int, high: int) -> int:
        """“on Tuesday”, “late last week”, “pada Senin (3/2/2025)”."""
        w, end, timed = self._terms, at, False
        while end < high:
            word = t.lows[end]
            dated = word in w.times or (timed and word.isdigit())
            counted = word.isdigit() and end + 1 < high and t.lows[end + 1] in w.times
            opens = word in w.time_openers and not timed
            if not (dated or counted or opens):
                break
            timed = timed or dated
            end += 1
        if not timed:
            return 0
        if end < high and t.words[end] == "(":
            close = next((i for i in range(end, min(end + 8, high)) if t.words[i] == ")"), None)
            end = close + 1 if close and t.words[end + 1].isdigit() else end
        return end

    def _place(self, t: Tokens, at: int, high: int) -> int:
        """“in Geneva”, “di Kota Bandung”."""
        if t.lows[at] not in self._places:
            return 0
        first = at + 1
        if first < high and t.lows[first] in self._terms.definite:
            first += 1
        end = first
        while (
            end < high
            and t.is_word(end)
            and t.capital(end)
            and t.lows[end] not in self._terms.times
        ):
            end += 1
        return end if end > first else 0

    def _told(self, t: Tokens, at: int, high: int) -> int:
        """“to the council”, “kepada wartawan”, “журналистам”."""
        if t.lows[at] in self._to:
            end = self._noun(t, at + 1, high)
            return end if end > at + 1 else 0
        length = longer(t, at, self._terms.addressees)
        return at + length if length else 0
