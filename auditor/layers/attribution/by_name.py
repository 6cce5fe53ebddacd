"""Whom a name means: the source met before under it, in whatever form, else a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from auditor.items import Reading
from auditor.layers.attribution.body_names import BodyNames
from auditor.layers.attribution.cases import Cases
from auditor.layers.attribution.declined import Declined, Gender
from auditor.layers.attribution.descriptions import Met
from auditor.layers.attribution.entity import Entity, plain
from auditor.layers.attribution.met import as_on_a_card, met_body, met_person
from auditor.layers.attribution.names import Name, Names, names, without_stop
from auditor.layers.attribution.noun_phrase import NounPhrase
from auditor.layers.attribution.people import People
from auditor.layers.attribution.shown import NOTHING, Shown
from auditor.layers.attribution.slips import slip_of


class ByName:
    """Args:
    met: a new source is added to it.
    shown: what the cue beside a mention tells of its gender and case.
    """

    def __init__(self, reading: Reading, met: Met, shown: Mapping[tuple[int, int], Shown]) -> None:
        self._text = reading.text
        self._met = met
        self._shown = shown
        self._names: Names = reading.use(names)
        self._people: People = reading.use(People)
        self._bodies: BodyNames = reading.use(BodyNames)
        self._cases: Cases = reading.language.once(Cases)
        self._declined: Declined = reading.language.once(Declined)

    def of_name(self, name: Name, gender: Gender | None = None) -> Entity | None:
        """The person a run of capitals names; None where it names none."""
        phrase = self._people.phrase(name)
        if phrase is None:
            return None
        if gender and phrase.gender is None and self._declined:
            phrase = replace(phrase, gender=gender)
        return self.named(phrase, name.start, name.end)

    def named(self, phrase: NounPhrase, start: int, end: int) -> Entity:
        """Whom a phrase with a name means, be it a person or a body."""
        name = without_stop(phrase.name or self._text[start:end])
        if phrase.kind == "named_person":
            return self.person(phrase, name, start, end)
        if phrase.people == "body" and " " not in name and name.isupper():
            name = self._bodies.spelled_out(name) or name
        if name.islower():
            known = self._body_told(name, start)
            if isinstance(known, Entity):
                return known
            name = known or name
        met = met_body(self._met.entities, phrase, name, self._cases)
        return met or self.new(phrase, name, start, end)

    def person(self, phrase: NounPhrase, name: str, start: int, end: int) -> Entity:
        """Whom a person's name means; it stands somewhere in the phrase at `start`."""
        name = self._people.behind_office(phrase, name)
        written = name
        if self._declined:
            told = self._shown.get((start, end), NOTHING)
            phrase, name = as_on_a_card(phrase, name, told, self._declined)
        among = self._met.latest_first() if self._declined else self._met.entities
        met = met_person(among, phrase, name, written, self._cases, self._declined)
        if met is not None:
            return met
        words = name.split()
        last = words[-1].casefold()
        known = self._people.alias(name.casefold())
        if known is not None and known != name:
            return self.person(phrase, known, start, end)
        full = self._people.in_full(phrase, name, last, start) if len(words) == 1 else name
        for entity in self._met.entities:
            if full != name and entity.phrase.kind == "named_person" and entity.name == full:
                return entity
        slip = None if self._declined else self.slip(name)
        if slip:
            slip.misspelt = slip.misspelt or name
            return slip
        return self.new(phrase, full, start, end)

    def slip(self, name: str) -> Entity | None:
        """Whoever was met under a name that this one only misspells."""
        return slip_of(name.split(), self._met.entities, self._names)

    def _body_told(self, name: str, start: int) -> Entity | str | None:
        """“в министерстве”: the ministry met before, or its name where it did not speak yet."""
        words = name.split()
        for entity in reversed(self._met.recent):
            whole = plain(entity.name or "").split()
            if entity.phrase.people == "body" and self._cases.holds(whole, words):
                return entity
        return self._bodies.before(words, start) if self._declined else None

    def new(self, phrase: NounPhrase, name: str | None, start: int, end: int) -> Entity:
        """A source not met before, with a name or without."""
        words = " ".join(self._text[start:end].casefold().split())
        entity = Entity(phrase, name, words)
        self._met.entities.append(entity)
        return entity
