"""What “в документе” means where no article tells: the paper told of before, or a new one.

Only languages that list `generic_documents` are read so; elsewhere an article tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from auditor.items import Reading
from auditor.layers.attribution.body_names import BodyNames
from auditor.layers.attribution.cases import Cases
from auditor.layers.attribution.entity import Entity
from auditor.layers.attribution.frame import Frame, frame
from auditor.layers.attribution.noun import classify
from auditor.layers.attribution.noun_phrase import NounPhrase
from auditor.layers.attribution.things import Told
from auditor.phrases import to_regex

_WORD = regex.compile(r"\p{L}[\p{L}-]*")
_GENITIVE = regex.compile(r"(?: \p{Ll}[\p{L}-]+(?:ого|его|ой|ей|ых|их))? \p{Lu}[\p{L}-]+")
_REACH = 1500
"""Code points before a mention in which the paper may have been told of."""


Span = tuple[int, int]


class Papers:
    """Ask for it with `reading.use(Papers)`. False where the language lists no such words."""

    def __init__(self, reading: Reading) -> None:
        language, self._reading = reading.language, reading
        self._frame: Frame = reading.use(frame)
        self._cases: Cases = language.once(Cases)
        self._generic = language.optional("generic_documents")
        self._documents = language.words("documents")
        where = "documents_out"
        out = to_regex(language.get(where), language.get) if where in language.lists else None
        self._out = out and regex.compile(
            rf",?\s+({out}\s[^\n.,;:]*\p{{Lu}}[^\n.,;:]*)", regex.IGNORECASE & 0
        )
        made = "documents_made"
        self._made = language.pattern(made) if made in language.lists else None
        self._public = language.words("public_documents")

    def __bool__(self) -> bool:
        return bool(self._generic)

    def published(self, phrase: NounPhrase, start: int, end: int) -> NounPhrase | None:
        """“исследование, опубликованное в журнале X”: a paper with a name, by where it came out."""
        match = self._out.match(self._frame.flat, end) if self._out else None
        if match is None:
            return None
        name = f"{self._frame.flat[start:end]} {match[1]}"
        return replace(
            phrase,
            kind="named_organisation",
            named=True,
            people="body",
            name=name,
            organisation=name,
        )

    def meant(
        self, phrase: NounPhrase, start: int, entities: Sequence[Entity], bodies: BodyNames
    ) -> Entity | Told | None:
        """The paper that spoke before, or whose paper it is."""
        spoken = self.spoken(phrase, entities)
        made = None if spoken else self.maker(phrase, start)
        body = bodies.last_in(*made) if made else None
        found = classify(self._reading, body.start, body.end) if body else None
        return Told(found, body.start, body.end) if body and found else spoken

    def spoken(self, phrase: NounPhrase, entities: Sequence[Entity]) -> Entity | None:
        """The paper that spoke before: any for “документ”, an akin noun for “отчёт”."""
        told = [e for e in entities if e.mentions and self._is_paper(e)]
        told.sort(key=lambda e: max(e.mentions), reverse=True)
        same = (e for e in told if self._akin(phrase.head, e))
        if phrase.head in self._generic:
            return next(same, None) or next(iter(told), None)
        return next(same, None)

    def told_last(self, start: int) -> Span | None:
        """Bounds of the paper that “в нём” means: the last one told of, two sentences back."""
        here = self._frame.unit_at(start)
        if here is None:
            return None
        begin = self._frame.units[max(here - 1, 0)].start
        found = [
            m.span()
            for m in _WORD.finditer(self._frame.flat, begin, start)
            if m[0].casefold() in self._documents
        ]
        if not found:
            return None
        first, end = found[-1]
        behind = _GENITIVE.match(self._frame.flat, end)  # “отчёт | Росстата”
        return first, behind.end() if behind else end

    def maker(self, phrase: NounPhrase, start: int) -> Span | None:
        """“«Заря» выпустила отчёт. В документе …”: where the sentence names who made it."""
        text = self._frame.flat
        here = self._frame.unit_at(start)
        if not here or phrase.head not in self._generic or self._made is None:
            return None
        unit = self._frame.units[here - 1]
        made = self._made.search(text, unit.start, unit.end)
        paper = made and any(
            m[0].casefold() in self._documents for m in _WORD.finditer(text, made.end(), unit.end)
        )
        return (unit.start, made.start()) if made and paper else None

    def is_public(self, phrase: NounPhrase, start: int) -> bool:
        """Whether the paper told of last before `start` is a law or the like: no source."""
        before = self._frame.flat[max(0, start - _REACH) : start].casefold()
        for match in reversed(list(_WORD.finditer(before))):
            word = match[0]
            if word in self._public:
                return phrase.head in self._generic
            if word in self._documents and word not in self._generic:
                return False
        return False

    def _is_paper(self, entity: Entity) -> bool:
        words = entity.words.split()
        return entity.phrase.kind == "unnamed_document" or any(w in self._documents for w in words)

    def _akin(self, head: str, entity: Entity) -> bool:
        return any(self._cases.akin(head, w) for w in (entity.phrase.head, *entity.words.split()))
