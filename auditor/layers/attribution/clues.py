"""Clues: what speaks for each candidate, as names that a scorer has weights for.

After the speaker rankers of Elson and McKeown (2010) and O'Keefe et al. (2012): each
candidate of a quotation, and the possibility that nobody said it, gets a list of clues;
`docs/model-card.md` tells them all.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate

from auditor.items import Reading
from auditor.layers.attribution.beside import is_first, tokens_of
from auditor.layers.attribution.candidates import Candidate, Mentions
from auditor.layers.attribution.cue import Cue
from auditor.layers.attribution.frame import Frame, frame
from auditor.layers.attribution.place import Near, Place, shape, step
from auditor.layers.attribution.sieves import SURE, Sieves, sieves
from auditor.layers.attribution.terms import Terms, terms
from auditor.layers.attribution.tokens import Tokens
from auditor.layers.attribution.word_classes import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COMPLEMENT,
    DEFINITE,
    INDEFINITE,
    JOIN,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    STOP,
    VERB,
    WORD,
)

_HANDS_OVER = ",.?!…—-"


class Clues:
    """The clues of one article's quotations; ask for it with `reading.use(Clues)`."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.frame: Frame = reading.use(frame)
        self.sieves: Sieves = reading.use(sieves)
        self.lines = self.sieves.lines
        self.terms: Terms = reading.language.once(terms)
        self.mentions = Mentions(self.lines, self.sieves.cues, self.terms)
        self._classes: dict[str, str] = {}
        self._counts: dict[int, tuple[list[int], list[int], list[int]]] = {}
        self._shared: dict[tuple[int, str], tuple[str, str, str, str, str, str]] = {}
        self._speaking = Counter(
            self.lines[unit].lows[cue.phrase.head_end - 1]
            for unit, found in self.sieves.cues.items()
            for cue in found
            if cue.said
        )

    # Where the quotation stands

    def place(self, index: int) -> Place | None:
        """None where it stands in no sentence."""
        mark, voice = self.frame.tops[index], self.sieves.found[index]
        first = self.frame.unit_at(mark.open_start)
        last = self.frame.unit_at(mark.close_end - 1)
        if first is None:
            return None
        last = first if last is None else last
        t, u = self.lines[first], self.lines[last]
        a, b = tokens_of(t, mark)[0], tokens_of(u, mark)[1]
        inside = self.text[mark.start : mark.end]
        end = inside.rstrip()[-1:]
        cues = self.sieves.cues.get(first, ())
        before = self.frame.tops[index - 1] if index else None
        previous = self.sieves.found[index - 1].source if index else None
        named = self.text[slice(*previous)].casefold().split() if previous else []
        return Place(
            index,
            mark.kind[0],
            first,
            last,
            a,
            b,
            mark.open_start,
            (self._class(t, a - 1), self._class(t, a - 2)),
            (self._class(u, b + 1), self._class(u, b + 2)),
            end if end and end in _HANDS_OVER else "w",
            is_first(self.frame.units[first], mark, self.text),
            b + 1 >= len(u),
            inside[:1].islower(),
            shape(inside),
            step(len(inside.split())),
            min(2, len(cues)),
            min(2, sum(cue.complement and cue.last < a for cue in cues)),
            voice,
            previous,
            named[-1] if named else "",
            before.kind if before else None,
            self._gap(index, first),
        )

    def _gap(self, index: int, first: int) -> str:
        if not index:
            return "start"
        before = self.frame.unit_at(self.frame.tops[index - 1].close_end - 1)
        if before is None:
            before = self.frame.unit_at(self.frame.tops[index - 1].open_start)
        if before is None:
            return "none"
        units = self.frame.units
        paragraphs = units[first].paragraph - units[before].paragraph
        return f"{min(paragraphs, 4)}.{min(first - before, 3)}"

    # Candidates

    def candidates(self, place: Place) -> list[Candidate]:
        """Mentions in the sentences around it; what the sieves found for it and for the last."""
        units, first, last = self.frame.units, place.first, place.last
        around = [first]
        if last != first:
            around.append(last)
        if place.voice.confidence < SURE:
            # No cue of its own sentence fits well: others may be meant.
            if first:
                around.append(first - 1)
            if last + 1 < len(units):
                around.append(last + 1)
            if first > 1 and units[first - 2].paragraph == units[first].paragraph:
                around.append(first - 2)
        found = [c for unit in around for c in self.mentions[unit]]
        for source in (place.voice.source, place.previous):
            if source is not None and not any(c.meets(source) for c in found):
                found.append(self._found_at(source, first))
        return found

    def _found_at(self, source: tuple[int, int], otherwise: int) -> Candidate:
        unit = self.frame.unit_at(source[0])
        if unit is None:
            return Candidate(*source, otherwise, 0, 0, "other")
        for candidate in self.mentions[unit]:
            if candidate.meets(source):
                return candidate
        t = self.lines[unit]
        inside = [i for i in range(len(t)) if source[0] <= t.starts[i] < source[1]]
        if not inside:
            return Candidate(*source, otherwise, 0, 0, "other")
        return Candidate(*source, unit, inside[0], inside[-1], "other")

    # Clues

    def nobody(self, place: Place | None) -> list[str]:
        """The clues that nobody in the article said it."""
        if place is None:
            return ["N nowhere"]
        p, k = place, place.kind
        return [
            "N",
            f"N {k}",
            f"N {k} sieve {p.voice.sieve}",
            f"N {k} sure {p.voice.confidence}",
            f"N {k} words {p.words}",
            f"N {k} alone {p.opens}{p.closes}",
            f"N {k} before {p.before[0]}",
            f"N {k} after {p.after[0]}",
            f"N {k} low {p.low}",
            f"N {k} end {p.end}",
            f"N {k} shape {p.shape}",
            f"N {k} told {p.told}",
            f"N before {p.before[1]} {p.before[0]}",
        ]

    def of(self, place: Place, candidate: Candidate) -> list[str]:
        """The clues for one candidate."""
        p, c, k = place, candidate, place.kind
        t = self.lines[c.unit]
        near = self.near(p, c)
        where, between = near.where, near.words
        spot = where + k
        kind = c.kind[:4]
        if t.lows[c.last].endswith(self.terms.possessive):
            kind += "'s"
        behind, ahead = self._class(t, c.last + 1), self._class(t, c.first - 1)
        at, before, after, end, low, alone = self._of_place(p, where)
        clues = [
            at,
            f"kind {kind} {where}",
            f"far {where}{between}",
            f"cues {where}{near.cues}",
            f"quotes {where}{near.quotes}",
            f"then {behind} {where}",
            f"pre {ahead} {where}",
            f"before {p.before[0]} {where}{between}",
            before,
            after,
            end,
            f"kind {kind} {where} {behind}",
            low,
            alone,
            f"joined {near.joined} {spot}",
            f"headed {p.headed} {where} {bool(c.cues)}",
        ]
        clues += self._of_sieves(p, c, near, kind, behind)
        clues += self._of_previous(p, c, where, between)
        clues += self._of_touching(p, c, where)
        if c.cues:
            for cue in c.cues:
                clues += self._of_cue(p, c, cue, near)
        else:
            clues.append(f"nocue {spot}")
        if c.kind == "name":
            speaks = min(3, self._speaking[t.lows[c.last]])
            clues.append(f"speaks {speaks} {where} {bool(c.cues)}")
        return clues

    def _of_place(self, p: Place, where: str) -> tuple[str, str, str, str, str, str]:
        """The clues that all candidates share which stand there."""
        key = p.number, where
        if key not in self._shared:
            spot = where + p.kind
            self._shared[key] = (
                f"at {spot}",
                f"before {p.before[1]} {p.before[0]} {where}",
                f"after {p.after[0]} {where}",
                f"end {p.end} {where} {p.opens}",
                f"low {p.low} {spot}",
                f"alone {p.opens}{p.closes} {spot}",
            )
        return self._shared[key]

    def near(self, place: Place, c: Candidate) -> Near:
        """Where it stands to the quotation."""
        units, first, last = self.frame.units, place.first, place.last
        t = self.lines[c.unit]
        left = c.end <= place.start
        if c.unit in (first, last):
            where = "SL" if left else "SR"
            low, high = (c.last + 1, place.a) if left else (place.b + 1, c.first)
        elif left:
            same = units[first].paragraph == units[c.unit].paragraph
            gap = first - c.unit
            where = ("B" if same else "P" if gap == 1 else "F") + ("1" if gap == 1 else "2")
            low, high = c.last + 1, len(t)
        else:
            where = "A" if units[last].paragraph == units[c.unit].paragraph else "N"
            low, high = 0, c.first
        low = min(low, len(t))  # the quotation may end in another sentence
        high = max(low, min(high, len(t)))
        words, quotes, joints = self._counted(c.unit)
        joined = any(low <= at < high for at in joints)
        cues = sum(low <= cue.first < high for cue in self.sieves.cues.get(c.unit, ()))
        between = step(words[high] - words[low])
        quoted = min(quotes[high] - quotes[low], 3)
        return Near(where, between, quoted, min(cues, 3), left, joined)

    def _counted(self, unit: int) -> tuple[list[int], list[int], list[int]]:
        """How many words and quotations stand before each token; where a clause is joined on."""
        if unit not in self._counts:
            t = self.lines[unit]
            words = accumulate((mask & WORD != 0 for mask in t.masks), initial=0)
            quotes = accumulate((mask & QUOTE != 0 for mask in t.masks), initial=0)
            joints = [at for at, m in enumerate(t.masks) if m & JOIN and t.words[at - 1] == ","]
            self._counts[unit] = list(words), list(quotes), joints
        return self._counts[unit]

    def _of_sieves(
        self, p: Place, c: Candidate, near: Near, kind: str, behind: str
    ) -> tuple[str, ...]:
        voice, k = p.voice, p.kind
        if voice.source is None:
            return f"nosieve {near.where}", f"nosieve {near.where}{k} {kind}"
        if not c.meets(voice.source):
            return ()
        return (
            "sieve",
            f"sieve {voice.sieve} {k}",
            f"sieve {voice.sieve} {voice.confidence}",
            f"sieve {kind} {k}",
            f"sieve {near.where}{near.words}",
            f"sieve before {p.before[0]} {p.end}",
            f"sieve after {p.after[0]}",
            f"sieve then {behind} {near.where}",
            f"sieve {voice.confidence} {k} {min(near.quotes, 2)}{min(near.cues, 2)}",
        )

    def _of_previous(self, p: Place, c: Candidate, where: str, between: str) -> list[str]:
        if p.previous is None:
            return []
        found = []
        if p.previous_word == self.lines[c.unit].lows[c.last]:
            found.append(f"like previous {p.gap} {where} {bool(c.cues)}")
        if c.meets(p.previous):
            found += (
                f"previous {p.gap} {p.kind}",
                f"previous {p.gap} {p.previous_kind} {p.opens}{p.closes}",
                f"previous {where} {between}",
                f"previous before {p.before[0]}",
                f"previous after {p.after[0]} {p.gap}",
                f"previous low {p.low} {p.gap}",
            )
        return found

    def _of_touching(self, p: Place, c: Candidate, where: str) -> tuple[str, ...]:
        """Whether it, or another, is the source of the cue right beside the quotation."""
        cue = p.voice.cue
        if cue is None or p.voice.sieve != "cue" or p.voice.confidence < SURE:
            return ()
        if cue.order == "participle" or cue.unit not in (p.first, p.last):
            return ()
        side = "before" if cue.last < p.a else "after"
        if cue in c.cues:
            return f"touch {cue.order} {side} {c.kind}", f"touch {side} {p.kind}"
        return f"touched {cue.order} {side} {where}", f"touched {side} {c.kind} {bool(c.cues)}"

    def _of_cue(self, p: Place, c: Candidate, cue: Cue, near: Near) -> tuple[str, ...]:
        t, k, where = self.lines[c.unit], p.kind, near.where
        verb = cue.verb
        use = "".join(
            letter
            for letter, holds in (
                ("g", verb.guarded),
                ("n", verb.naming),
                ("s", verb.noun),
                ("a", verb.act),
                ("!", not cue.said),
            )
            if holds
        )
        clues: tuple[str, ...] = ()
        if where in ("SL", "SR"):
            left = cue.last < p.a
            low, high = (cue.last + 1, p.a) if left else (p.b + 1, cue.first)
            words = step(t.count(WORD, low, high))
            fit = max(-4, min(10, int(self.sieves.fit(p.number, cue)[0] // 2)))
            clues = f"fit {fit}", f"fit {fit} {k}"
        else:
            left, words = near.left, near.words
        side = where + ("L" if left else "R")
        behind = self._behind(t, cue)
        return (
            *clues,
            f"past {cue.order} {side} {behind}",
            f"past {k} {side}{words} {behind}",
            f"cue {cue.order} {side}{words}",
            f"cue {use} {where}{k}",
            f"cue “{t.lows[cue.first]}” {k}",
            f"cue {cue.order} {cue.complement} {where}",
            f"cue {use} {cue.complement} {side}",
        )

    def _behind(self, t: Tokens, cue: Cue) -> str:
        """What follows a cue and its source: its object, a clause, or nothing."""
        last = cue.last + 1
        if cue.order in ("inverted", "according", "reaction", "agent"):
            last = max(last, cue.phrase.end)
        return self._class(t, last)

    def _class(self, t: Tokens, index: int) -> str:
        """A token by what it does; function words as they are."""
        if not 0 <= index < len(t):
            return "edge"
        word = t.words[index]
        known = self._classes.get(word)
        if known is None:
            known = self._classes[word] = self._classify(t, index)
        return known

    def _classify(self, t: Tokens, index: int) -> str:
        w, word = self.terms, t.lows[index]
        mask = t.masks[index]
        if mask & QUOTE:
            return "quote"
        if not mask & WORD:
            return word
        if mask & (VERB | CAPITAL) == VERB:
            verb = w.verbs[word]
            return "say" if not verb.guarded else "name" if verb.naming else "tell"
        if mask & AUXILIARY:
            return "aux"
        if mask & COMPLEMENT:
            return "that"
        if mask & (STOP | PREPOSITION | JOIN | DEFINITE | INDEFINITE):
            return word
        if mask & PRONOUN:
            return "he"
        if mask & RELATIVE:
            return "who"
        if mask & CAPITAL:
            return "Cap"
        if mask & ADVERB:
            return "-ly"
        return "-ing" if word.endswith("ing") else "-ed" if word.endswith("ed") else "w"
