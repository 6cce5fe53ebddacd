"""Who was met before under another form of the name: “Reed”, “МЧС”, “Orbis Social”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.layers.attribution.cases import Cases
from auditor.layers.attribution.declined import Declined
from auditor.layers.attribution.entity import Entity, fits, plain, same_body
from auditor.layers.attribution.noun_phrase import NounPhrase
from auditor.layers.attribution.shown import Shown


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


def met_person(
    entities: Sequence[Entity],
    phrase: NounPhrase,
    name: str,
    written: str,
    cases: Cases,
    declined: Declined,
) -> Entity | None:
    """The first of `entities` whom a name may mean; it takes the fuller name and the gender.

    Args:
        name: in the nominative; `written`: as the text has it.
    """
    words = name.split()
    first, last, alone = words[0].casefold(), words[-1].casefold(), len(words) == 1
    for entity in entities:
        if entity.phrase.kind != "named_person" or entity.name is None:
            continue
        if declined and not fits(entity.phrase, phrase.gender):
            continue
        other = entity.name.split()
        if alone and not declined.may_be(written, other[-1], entity.phrase.gender):
            continue
        if cases.same(other[-1].casefold(), last) and (
            len(other) == 1 or alone or cases.same(other[0].casefold(), first)
        ):
            fuller = len(words) > len(other)
            level = len(words) == len(other)
            if fuller or (level and cases.nearer_name(name, entity.name)):
                entity.name = name
            if entity.phrase.gender is None and phrase.gender:
                entity.phrase = replace(entity.phrase, gender=phrase.gender)
            return entity
        if alone and cases.same(other[0].casefold(), last):
            return entity
        if len(words) == 2 and len(other) == 3 and _begins(other, words, cases):
            return entity
    return None


def _begins(whole: Sequence[str], words: Sequence[str], cases: Cases) -> bool:
    """“Анна Ивановна”: Анна Ивановна Петрова."""
    return cases.all_same(
        [w.casefold() for w in whole[: len(words)]], [w.casefold() for w in words]
    )


def as_on_a_card(
    phrase: NounPhrase, name: str, shown: Shown, declined: Declined
) -> tuple[NounPhrase, str]:
    """“По словам Тимура Гайсина”: Тимур Гайсин, a man."""
    told = shown.gender or declined.gender(name.split(), shown.case)
    gender = told or phrase.gender
    name = declined.nominative(name, gender, shown.case)
    return replace(phrase, name=name, gender=gender), name
