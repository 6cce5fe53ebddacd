"""What a noun phrase tells of whoever it names."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.kinds import People, SourceKind
from auditor.layers.attribution.declined import Gender


@dataclass(frozen=True, slots=True, kw_only=True)
class NounPhrase:
    """A noun phrase that something may be attributed to.

    Attributes:
        name: a proper name without titles ("Valery Gerasimov"), a body with whose it
            is ("Ukraine’s air force"); None for a person known by an office alone.
        people: one, several, or a body.
        role: the words that describe a person, without determiner and name.
        organisation: the body that somebody speaks for or belongs to, or the body
            itself; None for a country.
        country: ISO 3166 code.
        head: case-folded head noun, by which “the official” finds “an official”.
        gender: where a title, a noun or a listed first name tells.
        definite: “the official”, “his aides”: it may point back to an earlier phrase.
    """

    kind: SourceKind
    named: bool
    name: str | None = None
    people: People = "one"
    role: str | None = None
    organisation: str | None = None
    country: str | None = None
    head: str = ""
    gender: Gender | None = None
    definite: bool = False
