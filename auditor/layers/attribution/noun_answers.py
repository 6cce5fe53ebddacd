"""The four answers to what a noun phrase is: a person, a holder, a body, or somebody unnamed."""

from __future__ import annotations

from auditor.kinds import People, SourceKind
from auditor.layers.attribution.declined import Gender
from auditor.layers.attribution.noun_cut import Cut
from auditor.layers.attribution.noun_listed import gender_of
from auditor.layers.attribution.noun_lists import Token
from auditor.layers.attribution.noun_phrase import NounPhrase


def as_person(cut: Cut, name: list[Token], role: str) -> NounPhrase:
    """Somebody named; `role` "" where only an apposition may tell it."""
    rest = [t for t in cut.core if t not in name]
    return NounPhrase(
        kind="named_person",
        named=True,
        name=cut.words_of(name),
        role=role or cut.apposition(),
        organisation=cut.organisation(rest, []),
        country=cut.lists.origin([t for t in cut.tokens if t not in name]),
        head=name[-1].fold,
        gender=cut.gender(rest) or gender_of(cut, name),
    )


def as_holder(cut: Cut, whole: str, noun: str, core: list[Token]) -> NounPhrase:
    """Somebody whom an office or a relation names."""
    return NounPhrase(
        kind="named_person",
        named=True,
        role=whole,
        organisation=cut.organisation(core, []),
        country=cut.lists.origin(cut.tokens),
        head=noun,
        gender=cut.gender(core),
        definite=True,
    )


def as_body(cut: Cut, name: str | None, head: str) -> NounPhrase:
    """A named institution, its spokesperson or its paper."""
    return NounPhrase(
        kind="named_organisation",
        named=True,
        name=name,
        people="body",
        organisation=name,
        country=cut.lists.origin(cut.tokens),
        head=head,
        definite=cut.definite,
    )


def as_unnamed(
    cut: Cut,
    kind: SourceKind,
    head: str,
    people: People = "one",
    role: str | None = None,
    organisation: str | None = None,
    gender: Gender | None = None,
) -> NounPhrase:
    """A person, people or a thing without a name."""
    return NounPhrase(
        kind=kind,
        named=False,
        people=people,
        role=role,
        organisation=organisation,
        country=cut.lists.origin(cut.tokens),
        head=head,
        gender=gender,
        definite=cut.definite,
    )
