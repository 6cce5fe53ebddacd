"""Puts quotations, statements and sources together and numbers them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import regex

from auditor.items import (
    CueTone,
    Form,
    Mention,
    Quote,
    QuoteKind,
    Reading,
    SoleFor,
    Source,
    Speaker,
    Stance,
    Statement,
    Wire,
)
from auditor.layers.attribution.anonymity import Anonymity, anonymity
from auditor.layers.attribution.chains import Chains, Entity
from auditor.layers.attribution.cues import Cue, Lines, cues, lines
from auditor.layers.attribution.frame import FILL, Frame, frame
from auditor.layers.attribution.hidden import declined, passives
from auditor.layers.attribution.speakers import Voice, voices
from auditor.layers.attribution.terms import Terms, terms
from auditor.layers.marks import Mark, marks

_MIN_CONTENT = 3
"""Words that must be told before or behind a cue for a paraphrase."""

_MAX_OCCASION = 80
_LEAD_SHARE = 0.5
"""Share of the lead's content words that a statement must have to make the same claim."""

_CLAUSE_END = regex.compile(rf"[,.;:—–\n{FILL}]")
_CONTENT = regex.compile(r"\p{L}[\p{L}'’-]{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """The three layers; links are numbers."""

    quotes: tuple[Quote, ...]
    statements: tuple[Statement, ...]
    sources: tuple[Source, ...]


@dataclass(slots=True, eq=False)
class _Draft:
    """A statement while it is being put together."""

    start: int
    end: int
    form: Form
    cue: str
    tone: CueTone | None
    entity: Entity | None
    unit: int | None = None
    marks: list[int] = field(default_factory=list)
    confidence: float = 1.0
    organisation: str | None = None
    number: int = 0


def attributed(reading: Reading) -> Attributed:
    """Who says what. Ask for it with `reading.use(attributed)`."""
    return _Assembly(reading).build()


class _Assembly:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        self.terms: Terms = reading.language.once(terms)
        self.frame: Frame = reading.use(frame)
        self.lines: Lines = reading.use(lines)
        self.cues = reading.use(cues)
        self.voices = reading.use(voices)
        self.chains = Chains(reading)
        self.drafts: list[_Draft] = []
        self.told: list[Cue] = []
        self._spots: dict[str, list[tuple[int, int]]] = {}
        self.paragraphs = reading.layer("paragraphs")

    def build(self) -> Attributed:
        used = {id(v.cue) for v in self.voices if v.cue is not None}
        told = [c for c in self.cues if id(c) in used or self._tells(c)]
        told = _without_echoes(told, used)
        self.told = told
        self._resolve_in_order(told)
        self._quotations()
        self._paraphrases([c for c in told if id(c) not in used])
        self._hidden()
        wires = self._wires()
        self.drafts.sort(key=lambda d: (d.start, d.end))
        for number, draft in enumerate(self.drafts, 1):
            draft.number = number
        entities = sorted(
            (e for e in self.chains.entities if e.mentions), key=lambda e: min(e.mentions)
        )
        numbers = {id(e): n for n, e in enumerate(entities, 1)}
        quotes = self._quotes(numbers)
        statements = self._statements(numbers, quotes)
        reasons = self._anonymities(entities)
        overlap = self._sole(entities)
        sources = tuple(
            self._source(e, n, reasons.get(id(e), []), overlap.get(id(e), ()), wires)
            for n, e in enumerate(entities, 1)
        )
        return Attributed(quotes=quotes, statements=statements, sources=sources)

    # Who

    def _resolve_in_order(self, told: list[Cue]) -> None:
        spans = {c.source for c in told} | {v.source for v in self.voices if v.source}
        for start, end in sorted(spans):
            self.chains.resolve(start, end)

    def _entity(self, source: tuple[int, int] | None) -> Entity | None:
        return self.chains.resolve(*source) if source else None

    def _tells(self, cue: Cue) -> bool:
        """Whether a cue without a quotation attributes something."""
        if not cue.said:
            return False
        if cue.order in ("according", "reaction"):
            return True
        verb = cue.verb
        if cue.complement:
            return True
        if verb.act:
            return cue.order != "agent"
        if verb.guarded or verb.naming:
            return False
        if cue.order == "agent":
            return True
        t = self.lines[cue.unit]
        behind = sum(t.is_word(i) for i in range(cue.last + 1, len(t)))
        first = min(cue.first, cue.phrase.start)
        before = sum(t.is_word(i) for i in range(first))
        comma = first > 0 and t.words[first - 1] in ",—–"
        if verb.noun:
            # “reports” and “claims” as verbs want the subject of a clause right behind them.
            w, follows = self.terms, t.lows[cue.last + 1] if cue.last + 1 < len(t) else ""
            return follows in w.definite or follows in w.indefinite or follows in w.pronouns
        return behind >= _MIN_CONTENT or (comma and before >= _MIN_CONTENT)

    # Statements

    def _quotations(self) -> None:
        drafts: dict[int, _Draft] = {}
        of: dict[int, _Draft] = {}
        for index, (mark, voice) in enumerate(zip(self.frame.tops, self.voices, strict=True)):
            entity = self._entity(voice.source)
            if entity is None or voice.source is None:
                continue
            unit = self.frame.unit_at(mark.open_start)
            draft = self._joined(index, voice, unit, drafts, of)
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
        index: int,
        voice: Voice,
        unit: int | None,
        drafts: dict[int, _Draft],
        of: dict[int, _Draft],
    ) -> _Draft | None:
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

    def _draft(self, mark: Mark, voice: Voice, entity: Entity, unit: int | None) -> _Draft:
        cue = voice.cue
        if cue is None or voice.follows is not None:
            tone = cue.verb.tone if cue else None
            words = self.text[cue.start : cue.end] if cue else ""
            return _Draft(
                mark.open_start, mark.close_end, "quotation", words, tone, entity, unit,
                confidence=voice.confidence,
            )
        own = cue.order in ("participle", "joined")
        return _Draft(
            min(cue.start, cue.start if own else cue.source[0], mark.open_start),
            max(cue.end, cue.end if own else cue.source[1], mark.close_end),
            "quotation",
            self.text[cue.start : cue.end],
            cue.verb.tone,
            entity,
            cue.unit,
            confidence=voice.confidence,
        )

    def _paraphrases(self, told: list[Cue]) -> None:
        for cue in told:
            entity = self._entity(cue.source)
            if entity is None:
                continue
            start, end = self._clause(cue)
            self.drafts.append(
                _Draft(
                    start, end, "paraphrase", self.text[cue.start : cue.end], cue.verb.tone,
                    entity, cue.unit, confidence=0.9 if cue.complement else 0.8,
                )
            )

    def _clause(self, cue: Cue) -> tuple[int, int]:
        """The clause a paraphrase covers: from its source or its content to its end."""
        unit = self.frame.units[cue.unit]
        t = self.lines[cue.unit]
        behind = sum(t.is_word(i) for i in range(max(cue.last, cue.phrase.end - 1) + 1, len(t)))
        own = cue.order in ("participle", "joined")
        start, end = (cue.start if own else min(cue.start, cue.source[0])), unit.end
        first = min(cue.first, cue.phrase.start)
        if cue.order in ("according", "agent") or behind < _MIN_CONTENT:
            start = unit.start
        elif first > 0 and t.words[first - 1] == "," and t.words[min(cue.last + 1, len(t) - 1)] == ",":
            start = unit.start
        told = max(cue.end, cue.source[1])
        for other in self.told:
            # Where the clause of the next cue begins, this one ends.
            if other.unit != cue.unit or other.first <= cue.last:
                continue
            edge = other.phrase.start if other.order == "subject" else other.first
            joined = other.order in ("participle", "joined", "subject")
            if joined and (t.words[edge - 1] in ",;" or t.lows[edge - 1] in self.terms.joins):
                if edge - 2 > cue.last and t.ends[edge - 2] > told:
                    end = t.ends[edge - 2]
                break
        return start, end

    def _hidden(self) -> None:
        shown = {id(c) for c in self.told if self._entity(c.source) is not None} | {
            id(c) for c in self.cues if c.order == "reaction" and self._entity(c.source)
        }
        for form, found in (
            ("passive", self.reading.use(passives)),
            ("declined", self.reading.use(declined)),
        ):
            for hidden in found:
                unit = self.frame.unit_at(hidden.start)
                if form == "passive" and any(
                    c.unit == unit and c.start <= hidden.end and hidden.start <= c.end + 1
                    for c in self.cues
                    if id(c) in shown
                ):
                    # The cue stands there with its source: nothing is hidden.
                    continue
                self.drafts.append(
                    _Draft(
                        hidden.start, hidden.end, hidden.form, hidden.cue, None, None, unit,
                        organisation=hidden.organisation,
                    )
                )

    def _statements(
        self, numbers: dict[int, int], quotes: tuple[Quote, ...]
    ) -> tuple[Statement, ...]:
        mine: dict[int, list[int]] = {}
        for quote in quotes:
            if quote.statement is not None:
                mine.setdefault(quote.statement, []).append(quote.number)
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
                stance=self._stance(d),
                source=numbers.get(id(d.entity)) if d.entity else None,
                occasion=self._occasion(d),
                quotes=tuple(mine.get(d.number, ())),
            )
            for d in self.drafts
        )

    def _stance(self, draft: _Draft) -> Stance:
        if draft.form not in ("quotation", "paraphrase"):
            return "fact"
        tops = self.frame.tops
        spans = [(tops[i].start, tops[i].end) for i in draft.marks] or [(draft.start, draft.end)]
        for stance in ("attack", "opinion"):
            if any(self._listed(f"stance.{stance}", self.text, a, b) for a, b in spans):
                return stance  # type: ignore[return-value]
        return "fact"

    def _occasion(self, draft: _Draft) -> str | None:
        if draft.unit is None or draft.form not in ("quotation", "paraphrase"):
            return None
        place = self.frame.units[draft.unit]
        found = self._listed("occasions", self.frame.flat, place.start, place.end)
        if found is None:
            return None
        start, said = found
        stop = _CLAUSE_END.search(self.frame.flat, said, place.end)
        end = stop.start() if stop else place.end
        return " ".join(self.text[start : min(end, said + _MAX_OCCASION)].split())

    def _listed(self, name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The first phrase of a list in `text[start:end]`; the list runs over the text once."""
        if name not in self._spots:
            pattern = self.reading.language.pattern(name)
            self._spots[name] = [m.span() for m in pattern.finditer(text)]
        spots = self._spots[name]
        index = bisect_right(spots, (start, -1))
        return spots[index] if index < len(spots) and spots[index][1] <= end else None

    # Quotations

    def _quotes(self, numbers: dict[int, int]) -> tuple[Quote, ...]:
        tops = {(m.open_start, m.close_end): i for i, m in enumerate(self.frame.tops)}
        statement = {i: d.number for d in self.drafts for i in d.marks}
        found: list[Quote] = []
        outer: Quote | None = None
        every = sorted(self.reading.use(marks), key=lambda m: (m.start, -m.end))
        for number, mark in enumerate(every, 1):
            index = tops.get((mark.open_start, mark.close_end))
            if index is None:
                quote = self._nested(number, mark, outer)
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
            kind=_kind(mark, voice, speaker),
            closure=mark.closure,
            speaker=speaker,
            statement=statement,
        )

    def _nested(self, number: int, mark: Mark, outer: Quote | None) -> Quote:
        inside = outer is not None and outer.start <= mark.start and mark.end <= outer.end
        speaker = None
        if inside and outer is not None and outer.speaker and mark.kind != "direct":
            speaker = replace(outer.speaker, reasons=("inside this speaker’s quotation",))
        return Quote(
            number=number,
            start=mark.start,
            end=mark.end,
            confidence=0.6 if speaker else 0.3,
            kind=mark.kind,
            closure=mark.closure,
            speaker=speaker if mark.kind != "title" else None,
            statement=outer.statement if inside and outer is not None else None,
        )

    def _speaker(self, voice: Voice, numbers: dict[int, int]) -> Speaker | None:
        entity = self._entity(voice.source)
        if entity is None or voice.source is None:
            return None
        start, end = voice.source
        name = entity.name or " ".join(self.text[slice(*min(entity.mentions))].split())
        return Speaker(
            source=numbers[id(entity)],
            start=start,
            end=end,
            name=name,
            kind=entity.phrase.kind,
            reasons=(voice.reason,) if voice.reason else (),
        )

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
        if reasons and not phrase.named and kind in ("unnamed_individual", "vague_collective"):
            if any(r.explicit or r.reason for r in reasons):
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
            people=phrase.people,
            role=phrase.role,
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

    def _anonymities(self, entities: list[Entity]) -> dict[int, list[Anonymity]]:
        """Each clause belongs to the nearest unnamed mention before it, else behind it."""
        found: dict[int, list[Anonymity]] = {}
        spots = sorted((a, n) for n, e in enumerate(entities) for a, _ in e.mentions)
        for clause in self.reading.use(anonymity):
            unit = self.frame.unit_at(clause.start)
            best: tuple[int, int] | None = None
            for a, n in spots:
                entity = entities[n]
                place = self.frame.unit_at(a)
                if entity.phrase.named or place is None or unit is None:
                    continue
                distance = abs(unit - place) * 10_000 + abs(clause.start - a)
                if a > clause.start:
                    distance += 5_000
                if abs(unit - place) <= 3 and (best is None or distance < best[0]):
                    best = distance, n
            if best is not None:
                found.setdefault(id(entities[best[1]]), []).append(clause)
        return found

    def _wires(self) -> dict[int, Wire]:
        """The agency mention of each source that is one; others in the role become sources."""
        found: dict[int, Wire] = {}
        spots = [(a, b, e) for e in self.chains.entities for a, b in e.mentions]
        for wire in self.reading.layer("wires"):
            if wire.role != "source":
                continue
            for a, b, entity in spots:
                if a <= wire.start < b and entity.phrase.kind in ("wire", "named_organisation"):
                    found.setdefault(id(entity), wire)
                    if entity.phrase.kind != "wire":
                        entity.phrase = replace(entity.phrase, kind="wire")
        return found

    def _sole(self, entities: list[Entity]) -> dict[int, tuple[SoleFor, ...]]:
        """Whose statements alone make the headline's or the lead's claim."""
        parts: dict[SoleFor, set[str]] = {}
        for block in self.reading.blocks:
            if block.kind in ("headline", "lead"):
                parts.setdefault(block.kind, set(_content(self.text, block.start, block.end)))  # type: ignore[arg-type]
        said = [
            (d, set(_content(self.text, d.start, d.end)))
            for d in self.drafts
            if d.entity is not None
        ]
        found: dict[int, tuple[SoleFor, ...]] = {}
        for part, words in parts.items():
            if len(words) < 4:
                continue
            makers = {
                id(d.entity) for d, own in said if len(words & own) >= _LEAD_SHARE * len(words)
            }
            if len(makers) == 1:
                key = makers.pop()
                found[key] = (*found.get(key, ()), part)
        return found


def _without_echoes(told: list[Cue], used: set[int]) -> list[Cue]:
    """One cue where two hang on one phrase (“met with doubt by experts, who said …”)."""
    spoken = {c.source for c in told if c.order != "reaction"}
    return [c for c in told if c.order != "reaction" or c.source not in spoken or id(c) in used]


def _content(text: str, start: int, end: int) -> Iterator[str]:
    return (m.group().casefold() for m in _CONTENT.finditer(text, start, end))


def _kind(mark: Mark, voice: Voice, speaker: Speaker | None) -> QuoteKind:
    """Words that a cue puts into somebody's mouth are no irony of the writer's."""
    if mark.kind == "scare" and speaker and voice.cue is not None and voice.confidence >= 0.93:
        if voice.cue.verb.naming or voice.cue.order == "inverted":
            return "partial"
    return mark.kind
