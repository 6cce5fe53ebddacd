"""What is said: every quotation, paraphrase, hidden or declined word, before it is numbered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.items import Reading
from auditor.layers.attribution.cases import Cases
from auditor.layers.attribution.chains import Chains
from auditor.layers.attribution.cue import Cue
from auditor.layers.attribution.cues import Lines, cues, lines
from auditor.layers.attribution.draft import Draft
from auditor.layers.attribution.entity import Entity
from auditor.layers.attribution.exchange import Exchange, sides
from auditor.layers.attribution.frame import Frame, frame
from auditor.layers.attribution.headline_nouns import headlined
from auditor.layers.attribution.headlines import heirs
from auditor.layers.attribution.hidden import declined, passives
from auditor.layers.attribution.noun import classify
from auditor.layers.attribution.reports import MIN_CONTENT, Reports
from auditor.layers.attribution.revealed import revealed
from auditor.layers.attribution.shown import shown
from auditor.layers.attribution.speakers import voices
from auditor.layers.attribution.terms import Terms, terms
from auditor.layers.attribution.unnamed_subjects import unnamed_subjects, without_words
from auditor.layers.attribution.voice import Voice
from auditor.layers.attribution.word_classes import WORD
from auditor.layers.marks import Mark

_SURE = 0.9
_GUESS = 0.6
_UNTOLD = 0.8
"""The same for a mention that no cue ties to the quotation."""


class Drafts:
    """All statements of an article, and the chains of their sources.

    Attributes:
        drafts: in text order, numbered.
        chains: each mention with its source.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        self.terms: Terms = reading.language.once(terms)
        self.frame: Frame = reading.use(frame)
        self.lines: Lines = reading.use(lines)
        self.cues = reading.use(cues)
        self.voices = reading.use(voices)
        self._reports = Reports(reading, self.cues, self.lines)
        told_by = shown(self.cues, self.lines, self.terms)
        exchange = Exchange(sides(self.cues, self.lines, self.terms))
        self.chains = Chains(reading, frozenset(self._speaking()), told_by, exchange)
        self.drafts: list[Draft] = []
        self._guesses = set(self._guessed())
        used = set(self._used())
        told = [c for c in self.cues if id(c) in used or self._reports.tells(c)]
        self.told = _without_echoes(told, used)
        self._told_in: dict[int, list[Cue]] = {}
        for cue in self.told:
            self._told_in.setdefault(cue.unit, []).append(cue)
        self._resolve_in_order(self.told)
        self._quotations()
        self._paraphrases([c for c in self.told if id(c) not in used])
        self._hidden()
        self._settle()
        self.drafts.sort(key=lambda d: (d.start, d.end))
        for number, draft in enumerate(self.drafts, 1):
            draft.number = number

    def _settle(self) -> None:
        """What the whole article tells of its sources: a headline’s noun, a name given late."""
        cases: Cases = self.reading.language.once(Cases)
        every = self.chains.entities
        self._join(revealed(self.reading, every))
        self._join(headlined(self.reading, every))
        self._join(heirs(self.reading, every, self.drafts, cases.same))

    def _join(self, pairs: Iterable[tuple[Entity, Entity]]) -> None:
        for entity, heir in pairs:
            self.chains.join(entity, heir)
            for draft in self.drafts:
                draft.entity = heir if draft.entity is entity else draft.entity

    def _speaking(self) -> Iterator[tuple[int, int]]:
        """Mentions that surely say a quotation, by a verb that only people do (not “read”)."""
        for voice in self.voices:
            if voice.source is None or voice.cue is None or voice.confidence < _SURE:
                continue
            if not voice.cue.verb.guarded and not voice.cue.verb.naming:
                yield voice.source

    def _guessed(self) -> Iterator[tuple[int, int]]:
        """Mentions that may say a quotation, but too uncertainly to be sources for it."""
        for voice in self.voices:
            if voice.source is None:
                continue
            untold = voice.cue is None and voice.sieve == "scorer"
            enough = _UNTOLD if untold else _GUESS
            guess = voice.confidence < enough and not self._surely_somebody(voice.source)
            if guess or (voice.cue is not None and self._reports.general(voice.cue)):
                yield voice.source

    def _used(self) -> Iterator[int]:
        """Cues that attribute a quotation, by `id`."""
        for mark, voice in zip(self.frame.tops, self.voices, strict=True):
            if voice.cue is None or voice.source in self._guesses:
                continue
            if not self._elsewhere(mark, voice.cue):
                yield id(voice.cue)

    def _resolve_in_order(self, told: list[Cue]) -> None:
        spans = {c.source for c in told} | {v.source for v in self.voices if v.source}
        means = {v.source: v.means for v in self.voices if v.source and v.means}
        spans = spans - self._guesses | {c.source for c in told}
        mute = [s for s in unnamed_subjects(self.reading) if not any(_meet(s, o) for o in spans)]
        for span in sorted(spans.union(mute)):
            if span in means:
                self.chains.stand(span, means[span])
            else:
                self.chains.resolve(*span)

        without_words(self.chains.entities, mute)

    def _elsewhere(self, mark: Mark, cue: Cue) -> bool:
        """Whether a cue of another sentence tells what that sentence says, not the quotation."""
        own = {self.frame.unit_at(mark.open_start), self.frame.unit_at(mark.close_end - 1)}
        if cue.unit in own or not self._reports.tells(cue):
            return False
        place = self.frame.units[cue.unit]
        return not self.frame.flat[place.start : place.end].rstrip().endswith(":")

    def entity(self, source: tuple[int, int] | None) -> Entity | None:
        """The source that a mention means."""
        if source is None or source in self._guesses:
            return None
        return self.chains.resolve(*source)

    def _source(self, cue: Cue) -> Entity | None:
        """Whose cue it is, also where it is no more than a guess that he says a quotation."""
        return self.chains.resolve(*cue.source)

    def _weighty(self, cue: Cue) -> bool:
        """“according to the average of five polls”: attributed, if to nothing that can speak."""
        long = cue.phrase.end - cue.phrase.start > 1
        return cue.order == "according" and (long or self.lines[cue.unit].capital(cue.phrase.start))

    def _surely_somebody(self, source: tuple[int, int]) -> bool:
        """A guess at the speaker makes a source of a name or a pronoun only."""
        if self.text[slice(*source)].casefold() in self.terms.pronouns:
            return True
        phrase = classify(self.reading, *source)
        return phrase is not None and phrase.kind == "named_person"

    def _quotations(self) -> None:
        drafts: dict[int, Draft] = {}
        of: dict[int, Draft] = {}
        for index, (mark, voice) in enumerate(zip(self.frame.tops, self.voices, strict=True)):
            entity = self.entity(voice.source)
            if entity is None or voice.source is None:
                continue
            unit = self.frame.unit_at(mark.open_start)
            draft = self._joined(voice, unit, drafts, of)
            if draft is None:
                draft = self._draft(mark, voice, entity, unit)
                self.drafts.append(draft)
                if voice.cue is not None and voice.follows is None:
                    drafts[id(voice.cue)] = draft
            draft.start = min(draft.start, mark.open_start)
            draft.end = max(draft.end, mark.close_end)
            draft.marks.append(index)
            of[index] = draft

    def _joined(
        self,
        voice: Voice,
        unit: int | None,
        drafts: dict[int, Draft],
        of: dict[int, Draft],
    ) -> Draft | None:
        """The statement a quotation belongs to already, where it is one."""
        if voice.follows is None:
            return drafts.get(id(voice.cue)) if voice.cue is not None else None
        draft = of.get(voice.follows)
        if draft is None or unit is None:
            return None
        before = self.frame.unit_at(self.frame.tops[voice.follows].close_end - 1)
        if before is None:
            return None
        same = self.frame.units[before].paragraph == self.frame.units[unit].paragraph
        return draft if same and unit - before <= 1 else None

    def _draft(self, mark: Mark, voice: Voice, entity: Entity, unit: int | None) -> Draft:
        cue = voice.cue
        if cue is None or voice.follows is not None or self._elsewhere(mark, cue):
            tone = cue.verb.tone if cue else None
            words = self.text[cue.start : cue.end] if cue else ""
            return Draft(
                mark.open_start,
                mark.close_end,
                "quotation",
                words,
                tone,
                entity,
                unit,
                confidence=voice.confidence,
            )
        own = cue.order in ("participle", "joined")
        return Draft(
            min(cue.start, cue.start if own else cue.source[0], mark.open_start),
            max(cue.end, cue.end if own else cue.source[1], mark.close_end),
            "quotation",
            self.text[cue.start : cue.end],
            cue.verb.tone,
            entity,
            cue.unit,
            confidence=voice.confidence,
            at=cue,
        )

    def _paraphrases(self, told: list[Cue]) -> None:
        for cue in told:
            entity = self._source(cue)
            if entity is None and not self._weighty(cue):
                continue
            start, end = self._clause(cue)
            self.drafts.append(
                Draft(
                    start,
                    end,
                    "paraphrase",
                    self.text[cue.start : cue.end],
                    cue.verb.tone,
                    entity,
                    cue.unit,
                    confidence=0.9 if cue.complement else 0.8,
                    at=cue,
                )
            )

    def _clause(self, cue: Cue) -> tuple[int, int]:
        """The clause a paraphrase covers: from its source or its content to its end."""
        unit = self.frame.units[cue.unit]
        t = self.lines[cue.unit]
        behind = t.count(WORD, max(cue.last, cue.phrase.end - 1) + 1, len(t))
        own = cue.order in ("participle", "joined")
        start, end = (cue.start if own else min(cue.start, cue.source[0])), unit.end
        first = min(cue.first, cue.phrase.start)
        if (
            cue.order in ("according", "agent")
            or behind < MIN_CONTENT
            or (cue.order == "inverted" and first > 0 and t.words[first - 1] in ",—–")
            or (
                first > 0
                and t.words[first - 1] == ","
                and t.words[min(cue.last + 1, len(t) - 1)] == ","
            )
        ):
            start = unit.start
        told = max(cue.end, cue.source[1])
        for other in self._told_in[cue.unit]:
            # Where the clause of the next cue begins, this one ends.
            if other.first <= cue.last:
                continue
            edge = other.phrase.start if other.order == "subject" else other.first
            joined = other.order in ("participle", "joined", "subject")
            if joined and (t.words[edge - 1] in ",;" or t.lows[edge - 1] in self.terms.joins):
                if edge - 2 > cue.last and t.ends[edge - 2] > told:
                    end = t.ends[edge - 2]
                break
        return start, end

    def _hidden(self) -> None:
        shown = {id(c) for c in self.told if self._source(c) is not None} | {
            id(c) for c in self.cues if c.order == "reaction" and self.entity(c.source)
        }
        for form, found in (
            ("passive", self.reading.use(passives)),
            ("declined", self.reading.use(declined)),
        ):
            for hidden in found:
                unit = self.frame.unit_at(hidden.start)
                if form == "passive" and hidden.agent is not None:
                    continue
                if form == "passive" and any(
                    c.unit == unit and c.start <= hidden.end and hidden.start <= c.end + 1
                    for c in self.cues
                    if id(c) in shown
                ):
                    # The cue stands there with its source: nothing is hidden.
                    continue
                self.drafts.append(
                    Draft(
                        hidden.start,
                        hidden.end,
                        hidden.form,
                        hidden.cue,
                        None,
                        None,
                        unit,
                        organisation=hidden.organisation,
                    )
                )


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _without_echoes(told: list[Cue], used: set[int]) -> list[Cue]:
    """One cue where two hang on one phrase (“met with doubt by experts, who said …”)."""
    spoken = {c.source for c in told if c.order != "reaction"}
    return [c for c in told if c.order != "reaction" or c.source not in spoken or id(c) in used]


def drafts(reading: Reading) -> Drafts:
    """Ask for it with `reading.use(drafts)`."""
    return Drafts(reading)
