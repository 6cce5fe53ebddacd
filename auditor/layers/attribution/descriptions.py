"""Whom “the official”, “the person”, “the general” mean among the sources met so far."""

from __future__ import annotations

from collections.abc import Callable, Container
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from auditor.layers.attribution.entity import Entity, ToldLines, fits
from auditor.layers.attribution.noun_phrase import NounPhrase
from auditor.layers.attribution.people import People

NEAR_PARAGRAPHS = 4
"""How far apart two bare “analysts” may stand and be the same people."""


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

    def within(self, start: int) -> Callable[[Entity, int], bool]:
        """Whether an entity was mentioned so many lines before `start` at most."""
        return lambda entity, lines: self.gap(entity, start) <= lines

    def latest_first(self) -> list[Entity]:
        return sorted(self.entities, key=lambda e: max(e.mentions, default=(0, 0)), reverse=True)

    def last_person(self) -> Entity | None:
        return next((e for e in reversed(self.recent) if e.person), None)


def the_person(
    phrase: NounPhrase,
    start: int,
    met: Met,
    generic: Container[str],
    interlocutors: Container[str] = (),
) -> Entity | None:
    """“a source … the person added”: whoever was met last without a name.

    Args:
        generic: nouns for anybody met before without a name.
        interlocutors: the ones of them that stand for somebody with a name too, and for one
            of several (“источники … собеседник издания”).
    """
    if phrase.people != "one" or phrase.named or phrase.head not in generic:
        return None
    last = met.last_person()
    if phrase.head in interlocutors:
        several = (e for e in reversed(met.recent) if e.person or _sources(e, generic))
        last = next(several, None)
    if last is None or met.gap(last, start) > 1 or not fits(last.phrase, phrase.gender):
        return None
    if last.name is not None and phrase.head not in interlocutors:
        return None
    if last.phrase.people == "several":
        last.phrase = replace(last.phrase, people="contradictory")
    return last


def _sources(entity: Entity, generic: Container[str]) -> bool:
    several = entity.phrase.people in ("several", "contradictory")
    return several and entity.phrase.head in generic and entity.name is None


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


def borne(
    phrase: NounPhrase, start: int, person: Entity, met: Met, people: People
) -> Entity | None:
    """“сказал министр”: whoever was named last, where no article tells “the” from “a”.

    Args:
        person: whoever “he” or “she” would mean there.
    """
    if person.name is None or not people.fits_beside(person.name, phrase):
        return None
    if people.another(person.name, phrase.head):
        # “Попов, однофамилец чиновника”: the official is the one who spoke before him.
        others = (e for e in reversed(met.recent) if e.person and e is not person and e.name)
        gender = phrase.gender or person.phrase.gender
        return next((e for e in others if fits(e.phrase, gender)), None)
    meant = (e for e in met.entities if e.person and e.name and fits(e.phrase, phrase.gender))
    alone = bool(phrase.gender) and all(e is person for e in meant)
    near = NEAR_PARAGRAPHS if alone else 1
    return person if not person.mentions or met.gap(person, start) <= near else None
