"""A headline's bare “report says”, “sources say” is the source that the article tells of later."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from auditor.items import Reading
from auditor.layers.attribution.draft import Draft
from auditor.layers.attribution.entity import Entity, is_plural_of
from auditor.layers.attribution.frame import Frame, frame
from auditor.layers.attribution.things import THINGS

_LEAD = 400
"""Code points below a headline in which the article names whom the headline means."""

Same = Callable[[str, str], bool]


def heirs(
    reading: Reading, entities: Sequence[Entity], drafts: Sequence[Draft], same: Same
) -> Iterator[tuple[Entity, Entity]]:
    """Each source that only a headline has, with the one that it is in the article."""
    lines = [(b.start, b.end) for b in reading.blocks if b.kind == "headline"]
    for entity in entities:
        mentions = entity.mentions
        above = all(any(a <= m[0] < b for a, b in lines) for m in mentions)
        if not mentions or entity.phrase.named or not above:
            continue
        others = [e for e in entities if e is not entity and e.mentions]
        heir = _same_noun(entity, others, same) or _maker(reading, entity, drafts)
        if heir is None and lines:
            heir = _told_first(entity, others, lines[-1][1])
        if heir is not None:
            yield entity, heir


def _told_first(entity: Entity, others: Sequence[Entity], end: int) -> Entity | None:
    """“Lawmaker urges …”: the person whom the article names at once."""
    if entity.phrase.people != "one" or entity.phrase.definite or entity.phrase.kind in THINGS:
        return None
    named = [e for e in others if e.phrase.kind == "named_person" and min(e.mentions)[0] > end]
    first = min(named, key=lambda e: min(e.mentions), default=None)
    near = first is not None and min(first.mentions)[0] < end + _LEAD
    return first if near else None


def _same_noun(entity: Entity, others: Sequence[Entity], same: Same) -> Entity | None:
    """“insider says” … “an insider said”."""
    head = entity.phrase.head
    for other in others:
        met = other.phrase.head
        noun = same(head, met) or is_plural_of(head, met) or is_plural_of(met, head)
        if noun and (not other.phrase.named or entity.phrase.kind in THINGS):
            return other
    return None


def _maker(reading: Reading, entity: Entity, drafts: Sequence[Draft]) -> Entity | None:
    """“report finds” … “the commission said in a report”: the commission."""
    if entity.phrase.kind not in THINGS:
        return None
    around: Frame = reading.use(frame)
    for draft in drafts:
        speaks = draft.entity is not None and draft.entity is not entity
        if not speaks or draft.entity is None or not draft.entity.phrase.named or draft.at is None:
            continue
        unit = around.units[draft.at.unit]
        words = around.flat[unit.start : unit.end].casefold().split()
        if any(word.strip(".,;:") == entity.phrase.head for word in words):
            return draft.entity
    return None
