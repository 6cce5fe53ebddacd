"""Bodies met before under another form of their name: “the ministry”, “МЧС”, “Orbis Social”."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.layers.attribution.cases import Cases
from auditor.layers.attribution.entity import Entity, plain, same_body
from auditor.layers.attribution.noun_phrase import NounPhrase


def met_body(
    entities: Sequence[Entity], phrase: NounPhrase, name: str, cases: Cases
) -> Entity | None:
    """The source that bears the name, in whatever case; it takes the fuller form."""
    folded = plain(name)
    for entity in entities:
        if entity.name is None:
            continue
        other = plain(entity.name)
        if folded == other and entity.phrase.kind == "named_person":
            return entity  # “a report by Ann Reed”
        if entity.phrase.kind != phrase.kind:
            continue
        if cases.all_same(folded.split(), other.split()) and folded != other:
            if cases.nearer_name(folded, other):
                entity.name = name
            return entity
        if same_body(folded, other):
            if len(name) > len(entity.name) and entity.phrase.kind != "wire":
                entity.name = name
            return entity
    return None
