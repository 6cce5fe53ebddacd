"""Whom a headline means by a bare noun: “Эксперт назвал сроки …”, “СМИ: …”, “Доклад: …”.

A headline has no room for the name; the text below it has. So the noun means the first
source of that sort which the text brings, with its name where it has one. Only for
languages without articles, where a bare noun may be somebody known.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from auditor.items import Reading
from auditor.layers.attribution.cases import Cases
from auditor.layers.attribution.declined import Declined
from auditor.layers.attribution.entity import Entity
from auditor.layers.attribution.noun import classify
from auditor.layers.attribution.noun_lists import Lists
from auditor.layers.attribution.noun_phrase import NounPhrase

_LABEL = regex.compile(r"(\p{Lu}[\p{L}-]*(?: \p{Ll}[\p{L}-]*)?):\s|\s[—–-]\s(\p{L}[\p{L}-]*)$")
_MANY = ("several", "contradictory")

Merge = tuple[Entity, Entity]
"""An entity, and the one that it is."""


def headlined(reading: Reading, entities: Sequence[Entity]) -> list[Merge]:
    """Headline entities that a later one names; a label becomes a mention of what it means."""
    declined: Declined = reading.language.once(Declined)
    block = next((b for b in reading.blocks if b.kind == "headline"), None)
    if not declined or block is None:
        return []
    found = [e for e in entities if e.mentions]
    below = [e for e in found if any(a >= block.end for a, _ in e.mentions)]
    below.sort(key=lambda e: min(m for m in e.mentions if m[0] >= block.end))
    merges: list[Merge] = []
    for entity in found:
        first = min(entity.mentions)
        bare = first[1] <= block.end and not entity.phrase.named and " " not in entity.words
        meant = _meant(reading, entity.phrase, [e for e in below if e is not entity])
        if bare and meant is not None:
            merges.append((entity, meant))
    label = _LABEL.search(reading.text[: block.end], block.start)
    if label is not None:
        span = label.span(1) if label[1] else label.span(2)
        phrase = classify(reading, *span)
        told = any(a < span[1] and span[0] < b for e in found for a, b in e.mentions)
        meant = _meant(reading, phrase, below) if phrase and not told else None
        if meant is not None:
            meant.mentions.append(span)
    return merges


def _meant(reading: Reading, phrase: NounPhrase, below: Sequence[Entity]) -> Entity | None:
    """The first source of the sort that the noun tells, which may well be it."""
    lists: Lists = reading.language.once(Lists)
    cases: Cases = reading.language.once(Cases)
    if phrase.named and phrase.people != "body":
        return None
    same = next((e for e in below if cases.akin(e.phrase.head, phrase.head)), None)
    if same is not None:
        return same
    if phrase.kind == "unnamed_media":
        media = (e for e in below if _is_medium(e))
        return next(media, None)
    if phrase.kind == "unnamed_document":
        papers = (
            e
            for e in below
            if any(w in lists.kinds and lists.kinds[w] == "documents" for w in e.words.split())
        )
        return next(papers, None)
    kind = lists.kinds.get(phrase.head)
    if kind in ("expert", "official", "office", "resident"):
        persons = [e for e in below if e.person]
        return persons[0] if len(persons) == 1 and persons[0].phrase.named else None
    if kind == "source":
        return next(
            (e for e in below if not e.phrase.named and (e.person or e.phrase.people in _MANY)),
            None,
        )
    return None


def _is_medium(entity: Entity) -> bool:
    """An agency, media without a name, or the only body that speaks."""
    if entity.phrase.kind in ("wire", "unnamed_media"):
        return True
    return entity.phrase.kind == "named_organisation" and entity.phrase.people == "body"
