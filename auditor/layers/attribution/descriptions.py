"""Whom “the official”, “the person”, “the general” mean among the sources met so far."""

from __future__ import annotations

from collections.abc import Container
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from auditor.layers.attribution.entity import Entity, ToldLines, fits
from auditor.layers.attribution.noun_phrase import NounPhrase


@dataclass(slots=True)
class Met:
    """The sources that an article has told of so far.

    Attributes:
        entities: in the order of their first mention.
        recent: each as often as it is mentioned, the last at the end.
    """

    lines: ToldLines
    entities: list[Entity] = field(default_factory=list)
    recent: list[Entity] = field(default_factory=list)

    def gap(self, entity: Entity, start: int) -> int:
        """Lines with text between an entity's last mention and `start`."""
        return self.lines.between(entity.mentions[-1][1] if entity.mentions else 0, start)

    def last_person(self) -> Entity | None:
        return next((e for e in reversed(self.recent) if e.person), None)


def the_person(phrase: NounPhrase, start: int, met: Met, generic: Container[str]) -> Entity | None:
    """“a source … the person added”: whoever was met last without a name."""
    if phrase.people != "one" or phrase.named or phrase.head not in generic:
        return None
    last = met.last_person()
    near = last is not None and met.gap(last, start) <= 1 and last.name is None
    return last if near else None


def holders_met(phrase: NounPhrase, met: Met, holders: AbstractSet[str]) -> Entity | None:
    """Of those who spoke, the last who bears the title.

    Args:
        holders: last words, case-folded, of the names with that title before them.
    """
    spoke = [
        e
        for e in met.entities
        if e.phrase.kind == "named_person"
        and e.name
        and fits(e.phrase, phrase.gender)
        and (
            e.name.split()[-1].casefold() in holders
            or (e.phrase.role and phrase.head in e.phrase.role.casefold().split())
        )
    ]
    if len(spoke) <= 1:
        return spoke[0] if spoke else None
    return next((e for e in reversed(met.recent) if e in spoke), None)
