"""Names that the article gives or takes back in words of their own.

“Её зовут Анна Белова” names whoever spoke without a name before; “Марина (имя изменено)” is
nobody's name. Both change the source after all mentions have been chained.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.items import Reading
from auditor.layers.attribution.declined import Declined
from auditor.layers.attribution.entity import Entity, fits
from auditor.layers.attribution.headline_nouns import Merge
from auditor.layers.attribution.names import Name, Names, names
from auditor.layers.attribution.noun import classify

_NEAR = 250
"""Code points between a mention and the words about its name."""


def revealed(reading: Reading, entities: Sequence[Entity]) -> list[Merge]:
    """Gives and takes names; where two turn out to be one, the one and the other."""
    merges: list[Merge] = []
    lists = reading.language.lists
    if "anonymity.pseudonyms" in lists:
        for match in reading.language.pattern("anonymity.pseudonyms").finditer(reading.text):
            veiled = _last([e for e in entities if _first_name_only(e)], match.start())
            if veiled is not None:
                veiled.phrase = replace(
                    veiled.phrase, kind="explicit_anonymity", named=False, name=None
                )
                veiled.name = None
    if "names.introduced_by" in lists:
        known: Names = reading.use(names)
        for match in reading.language.pattern("names.introduced_by").finditer(reading.text):
            name = next((n for n in known.between(match.end(), match.end() + 3)), None)
            unnamed = [e for e in entities if e.person and not e.phrase.named]
            meant = _last(unnamed, match.start())
            if name is not None and meant is not None:
                merges += _named(reading, entities, meant, name)
    return merges


def _first_name_only(entity: Entity) -> bool:
    return entity.phrase.kind == "named_person" and " " not in (entity.name or " ")


def _last(entities: Sequence[Entity], place: int) -> Entity | None:
    """The one mentioned last before a place; where none was, the first right behind it."""
    before = [(a, e) for e in entities for a, b in e.mentions if a < place < b + _NEAR]
    if before:
        return max(before, key=lambda s: s[0])[1]
    behind = [(a, e) for e in entities for a, _ in e.mentions if 0 <= a - place < _NEAR]
    return min(behind, key=lambda s: s[0])[1] if behind else None


def _named(reading: Reading, entities: Sequence[Entity], meant: Entity, name: Name) -> list[Merge]:
    phrase = classify(reading, name.start, name.end)
    if phrase is None or phrase.kind != "named_person" or not phrase.name:
        return []
    if not fits(meant.phrase, phrase.gender):
        return []
    declined: Declined = reading.language.once(Declined)
    told = declined.nominative(phrase.name, phrase.gender)
    same = next((e for e in entities if e is not meant and e.name == told), None)
    meant.phrase = replace(phrase, role=meant.phrase.role, gender=phrase.gender)
    meant.name = told
    return [(same, meant)] if same is not None else []
