"""Numbers quotations, statements and sources and links them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import cast

import regex

from auditor.items import Aside, Mention, Quote, Reading, Source, Speaker, Statement, Wire
from auditor.kinds import QuoteKind, SoleFor, Stance
from auditor.layers.attribution.anonymity import Anonymity
from auditor.layers.attribution.draft import Draft
from auditor.layers.attribution.drafts import Drafts, drafts
from auditor.layers.attribution.entity import Entity
from auditor.layers.attribution.frame import FILL, Frame, frame
from auditor.layers.attribution.naming import Naming
from auditor.layers.attribution.nested import Nested
from auditor.layers.attribution.noun_phrase import NounPhrase
from auditor.layers.attribution.occasion import Occasions
from auditor.layers.attribution.searched import searched
from auditor.layers.attribution.sole import sole
from auditor.layers.attribution.speakers import voices
from auditor.layers.attribution.voice import Voice
from auditor.layers.attribution.withheld import withheld
from auditor.layers.marks import Mark, marks

_MAX_OCCASION = 80
_SPOKEN = 0.85
"""How sure a speaker makes words, that look like irony or a name, somebody's."""
_BY_SIGNS = (0.65, 0.8, 0.9)
"""How sure an attack or an opinion is with one sign of it, two, or more: words said, the cue."""
_NO_SIGN, _WITH_NUMBERS, _UNHEARD = 0.6, 0.75, 0.5
"""How sure a fact is where nothing speaks against it, where figures are told as well, and where
nobody is heard."""
_DIGIT = regex.compile(r"\d")
_CLAUSE_END = regex.compile(rf"[,.;:—–\n{FILL}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """The three layers; links are numbers."""

    quotes: tuple[Quote, ...]
    statements: tuple[Statement, ...]
    sources: tuple[Source, ...]


def attributed(reading: Reading) -> Attributed:
    """Who says what. Ask for it with `reading.use(attributed)`."""
    reading.language.once(searched)
    return _Assembly(reading).build()


class _Assembly:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        self.frame: Frame = reading.use(frame)
        self.voices = reading.use(voices)
        self.said: Drafts = reading.use(drafts)
        self.drafts = self.said.drafts
        self.paragraphs = reading.layer("paragraphs")
        self.naming = Naming(reading)
        self.bare = reading.language.words("people.source")
        self._spots: dict[str, list[tuple[int, int]]] = {}
        self._first: dict[int, str] = {}

    def build(self) -> Attributed:
        wires = self._wires()
        found = [e for e in self.said.chains.entities if e.mentions]
        entities = sorted(found, key=lambda e: min(e.mentions))
        numbers = {id(e): n for n, e in enumerate(entities, 1)}
        quotes = self._quotes(numbers)
        reasons = withheld(self.reading, entities)
        alone = sole(self.reading)
        sources = tuple(
            self._source(e, n, reasons.get(id(e), []), alone.get(id(e), ()), wires)
            for n, e in enumerate(entities, 1)
        )
        statements = self._statements(numbers, quotes)
        return Attributed(quotes=quotes, statements=statements, sources=sources)

    # Statements

    def _statements(
        self, numbers: dict[int, int], quotes: tuple[Quote, ...]
    ) -> tuple[Statement, ...]:
        mine: dict[int, list[int]] = {}
        for quote in quotes:
            if quote.statement is not None:
                mine.setdefault(quote.statement, []).append(quote.number)
        stances = {d.number: self._stance(d) for d in self.drafts}
        return tuple(
            Statement(
                number=d.number,
                start=d.start,
                end=d.end,
                confidence=d.confidence,
                form=d.form,
                organisation=d.organisation or (d.entity.phrase.organisation if d.entity else None),
                cue=" ".join(d.cue.split()),
                cue_tone=d.tone,
                stance=stances[d.number][0],
                stance_confidence=stances[d.number][1],
                source=numbers.get(id(d.entity)) if d.entity else None,
                occasion=self._occasion(d),
                quotes=tuple(mine.get(d.number, ())),
            )
            for d in self.drafts
        )

    def _stance(self, draft: Draft) -> tuple[Stance, float]:
        """What the words said and the cue make of it, and how sure that is."""
        if draft.form not in ("quotation", "paraphrase"):
            return "fact", _UNHEARD
        tops = self.frame.tops
        spans = [(tops[i].start, tops[i].end) for i in draft.marks] or [(draft.start, draft.end)]
        verb = draft.at.verb if draft.at else None
        attacks = verb is not None and verb.tone == "adversarial" and (verb.act or verb.naming)
        for stance, cued in (("attack", attacks), ("opinion", draft.tone == "hedged")):
            words = sum(self._count(f"stance.{stance}", a, b) for a, b in spans)
            if words or cued:
                return cast(Stance, stance), _BY_SIGNS[min(words + cued, 3) - 1]
        numbers = any(_DIGIT.search(self.text, a, b) for a, b in spans)
        return "fact", _WITH_NUMBERS if numbers else _NO_SIGN

    def _count(self, name: str, start: int, end: int) -> int:
        """How many phrases of a list stand in the text between two places."""
        spots = self._all_of(name, self.text)
        inside = spots[bisect_right(spots, (start, -1)) : bisect_right(spots, (end, -1))]
        return sum(behind <= end for _, behind in inside)

    def _occasion(self, draft: Draft) -> str | None:
        if draft.unit is None or draft.form not in ("quotation", "paraphrase"):
            return None
        beside = self.reading.use(Occasions).of(draft.at) if draft.at else None
        if beside is not None:
            return beside
        place = self.frame.units[draft.unit]
        found = self.reading.use(Occasions).listed(place.start, place.end)
        if found is None:
            return None
        start, said = found
        stop = _CLAUSE_END.search(self.frame.flat, said, place.end)
        end = stop.start() if stop else place.end
        return " ".join(self.text[start : min(end, said + _MAX_OCCASION)].split())

    def _all_of(self, name: str, text: str) -> list[tuple[int, int]]:
        """Where the phrases of a list stand; it runs over the text once."""
        if name not in self._spots:
            pattern = self.reading.language.pattern(name)
            self._spots[name] = [m.span() for m in pattern.finditer(text)]
        return self._spots[name]

    # Quotations

    def _quotes(self, numbers: dict[int, int]) -> tuple[Quote, ...]:
        tops = {(m.open_start, m.close_end): i for i, m in enumerate(self.frame.tops)}
        statement = {i: d.number for d in self.drafts for i in d.marks}
        found: list[Quote] = []
        outer: Quote | None = None
        every = sorted(self.reading.use(marks), key=lambda m: (m.start, -m.end))
        sources = [(e, numbers[id(e)]) for e in self.said.chains.entities if id(e) in numbers]
        nested = Nested(self.reading, sources, every) if len(every) > len(tops) else None
        for number, mark in enumerate(every, 1):
            index = tops.get((mark.open_start, mark.close_end))
            if index is None:
                inside = outer is not None and outer.start <= mark.start and mark.end <= outer.end
                quote = self._nested(number, mark, outer if inside else None, nested)
            else:
                quote = self._top(number, mark, self.voices[index], statement.get(index), numbers)
                outer = quote
            found.append(quote)
        return tuple(found)

    def _top(
        self,
        number: int,
        mark: Mark,
        voice: Voice,
        statement: int | None,
        numbers: dict[int, int],
    ) -> Quote:
        speaker = self._speaker(voice, numbers)
        confidence = voice.confidence
        if speaker is None and voice.source is not None:
            # Somebody speaks, only not somebody who can be a source.
            confidence = 0.3
        return Quote(
            number=number,
            start=mark.start,
            end=mark.end,
            confidence=confidence,
            kind=_kind(mark, voice, speaker, self.text[mark.start : mark.end]),
            closure="closed" if mark.reopened else mark.closure,
            speaker=speaker,
            statement=statement,
            name_distance=self.naming.distance(speaker, self._paragraph),
            asides=tuple(Aside(start=a, end=b) for a, b in mark.asides),
        )

    def _nested(
        self,
        number: int,
        mark: Mark,
        outer: Quote | None,
        nested: Nested | None,
    ) -> Quote:
        speaker = None
        if nested is not None and outer is not None and mark.kind != "title":
            around = outer.start, outer.end
            told, speaker = nested.speaker(mark, around, outer.speaker)
            if not told and outer.speaker and mark.kind != "direct":
                speaker = replace(outer.speaker, reasons=("inside this speaker’s quotation",))
        return Quote(
            number=number,
            start=mark.start,
            end=mark.end,
            confidence=0.6 if speaker else 0.3,
            kind=mark.kind,
            closure="closed" if mark.reopened else mark.closure,
            speaker=speaker,
            statement=outer.statement if outer is not None else None,
            asides=tuple(Aside(start=a, end=b) for a, b in mark.asides),
        )

    def _speaker(self, voice: Voice, numbers: dict[int, int]) -> Speaker | None:
        entity = self.said.entity(voice.source)
        if entity is None or voice.source is None:
            return None
        start, end = voice.source
        name = entity.name or self._shown(entity)
        return Speaker(
            source=numbers[id(entity)],
            start=start,
            end=end,
            name=name,
            kind=entity.phrase.kind,
            reasons=voice.reasons,
        )

    def _shown(self, entity: Entity) -> str:
        """The words that first mention it."""
        if id(entity) not in self._first:
            words = self.text[slice(*min(entity.mentions))]
            self._first[id(entity)] = " ".join(words.split())
        return self._first[id(entity)]

    # Sources

    def _source(
        self,
        entity: Entity,
        number: int,
        reasons: list[Anonymity],
        sole: tuple[SoleFor, ...],
        wires: dict[int, Wire],
    ) -> Source:
        mentions = sorted(set(entity.mentions))
        phrase = entity.phrase
        start, end = mentions[0]
        kind = phrase.kind
        withheld = any(r.explicit or r.reason for r in reasons)
        if withheld and kind in ("unnamed_individual", "vague_collective"):
            kind = "explicit_anonymity"
        first = self.frame.unit_at(start)
        for found in reasons:
            if self.frame.unit_at(found.start) == first and 0 <= found.start - end <= 60:
                end = max(end, found.end)
        given = next((r for r in reasons if r.reason is not None), None)
        basis = next((r for r in reasons if r.knowledge_basis is not None), None)
        wire = wires.get(id(entity))
        return Source(
            number=number,
            start=start,
            end=end,
            kind=kind,
            named=phrase.named,
            name=entity.name or phrase.name,
            misspelt=entity.misspelt,
            people=phrase.people,
            role=self._role(phrase),
            organisation=phrase.organisation,
            country=phrase.country,
            reason=given.reason if given else None,
            reason_distance=self._distance(given, mentions) if given else None,
            knowledge_basis=basis.knowledge_basis if basis else None,
            sole_for=sole,
            first_paragraph=next((p for a, _ in mentions if (p := self._paragraph(a))), None),
            mentions=tuple(Mention(start=a, end=b) for a, b in mentions),
            statements=tuple(d.number for d in self.drafts if d.entity is entity),
            wire=wire.number if wire else None,
        )

    def _paragraph(self, offset: int) -> int | None:
        index = bisect_right(self.paragraphs, offset, key=lambda p: p.start) - 1
        if index < 0 or offset >= self.paragraphs[index].end:
            return None
        number: int = self.paragraphs[index].number
        return number

    def _distance(self, given: Anonymity, mentions: list[tuple[int, int]]) -> int | None:
        place = given.start if given.reason_start is None else given.reason_start
        here = self._paragraph(place)
        there = [p for a, _ in mentions if (p := self._paragraph(a)) is not None]
        if here is None or not there:
            return None
        return min(abs(here - p) for p in there)

    def _role(self, phrase: NounPhrase) -> str | None:
        """What the source is; “a source” tells nothing."""
        told = phrase.role and phrase.role.casefold() not in self.bare
        return phrase.role if told else None

    def _wires(self) -> dict[int, Wire]:
        """The agency mention of each source that is one; others in the role become sources."""
        found: dict[int, Wire] = {}
        spots = [(a, b, e) for e in self.said.chains.entities for a, b in e.mentions]
        for wire in self.reading.layer("wires"):
            if wire.role != "source":
                continue
            for a, b, entity in spots:
                if a <= wire.start < b and entity.phrase.kind in ("wire", "named_organisation"):
                    found.setdefault(id(entity), wire)
                    if entity.phrase.kind != "wire":
                        entity.phrase = replace(entity.phrase, kind="wire")
        return found


def _kind(mark: Mark, voice: Voice, speaker: Speaker | None, words: str) -> QuoteKind:
    """Words that a cue puts into somebody's mouth are no irony of the writer's."""
    cue = voice.cue
    if mark.kind != "scare" or speaker is None or voice.confidence < _SPOKEN:
        return mark.kind
    told = cue is not None and (cue.verb.naming or cue.order == "inverted")
    sentence = words[:1].isupper() and words.rstrip()[-1:] in (".", "!", "?")
    return "partial" if told or (sentence and " " in words) else mark.kind
