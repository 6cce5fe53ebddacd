"""Who is who: leads “he”, “the official”, “Petrova” back to one source each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from auditor.items import Reading
from auditor.layers.attribution import some_of
from auditor.layers.attribution.antecedents import Antecedents
from auditor.layers.attribution.body_names import BodyNames
from auditor.layers.attribution.by_name import ByName
from auditor.layers.attribution.cases import Cases
from auditor.layers.attribution.cues import Lines, lines
from auditor.layers.attribution.declined import Declined, Gender
from auditor.layers.attribution.described import Described
from auditor.layers.attribution.descriptions import (
    NEAR_PARAGRAPHS,
    Met,
    borne,
    holders_met,
    the_person,
)
from auditor.layers.attribution.entity import (
    Entity,
    ToldLines,
    fits,
    plain,
    unlisted,
)
from auditor.layers.attribution.exchange import Exchange
from auditor.layers.attribution.fiction import Fiction
from auditor.layers.attribution.frame import Frame, frame
from auditor.layers.attribution.impersonal import Impersonal
from auditor.layers.attribution.named_next import NamedNext
from auditor.layers.attribution.names import Name, Names, names
from auditor.layers.attribution.newcomers import Newcomers
from auditor.layers.attribution.noun import classify
from auditor.layers.attribution.noun_phrase import NounPhrase
from auditor.layers.attribution.papers import Papers
from auditor.layers.attribution.people import People
from auditor.layers.attribution.shown import NOTHING, Shown
from auditor.layers.attribution.standing import Standing
from auditor.layers.attribution.terms import Terms, terms
from auditor.layers.attribution.things import THINGS, Things, Told
from auditor.layers.attribution.which import Which
from auditor.layers.attribution.withheld_name import WithheldNames

_BORNE = ("unnamed_individual", "named_person", "named_organisation")
"""Kinds of a noun that may mean a person just named; a spokesperson is of the second."""


class Chains:
    """Give it the mentions in text order."""

    def __init__(
        self,
        reading: Reading,
        speaking: frozenset[tuple[int, int]] = frozenset(),
        shown: Mapping[tuple[int, int], Shown] | None = None,
        exchange: Exchange | None = None,
    ) -> None:
        self._reading = reading
        self._speaking = speaking
        self._exchange = exchange or Exchange({})
        self._other: Entity | None = None
        self._shown = shown or {}
        self._declined: Declined = reading.language.once(Declined)
        self._text = reading.text
        self._terms: Terms = reading.language.once(terms)
        self._frame: Frame = reading.use(frame)
        self._names: Names = reading.use(names)
        self._people: People = reading.use(People)
        self._bodies: BodyNames = reading.use(BodyNames)
        self._lines: Lines = reading.use(lines)
        self._cases: Cases = reading.language.once(Cases)
        self._made = Things(reading)
        self._papers: Papers = reading.use(Papers)
        self._impersonal: Impersonal = reading.use(Impersonal)
        self._fiction: Fiction = reading.use(Fiction)
        self._described: Described = reading.use(Described)
        self._next: NamedNext = reading.use(NamedNext)
        self._withheld: WithheldNames = reading.use(WithheldNames)
        self._newcomers: Newcomers = reading.use(Newcomers)
        self._which: Which = reading.language.once(Which)
        self._standing: Standing = reading.language.once(Standing)
        self._antecedents = Antecedents(reading, self._may_be)
        self._known: dict[tuple[int, int], Entity | None] = {}
        self._duals = reading.language.optional("attribution.duals")
        self._writings = reading.language.optional("noun.writings")
        self._generic = reading.language.optional("attribution.generic")
        self._possessive = reading.language.optional("determiners.possessive")
        self._interlocutors = reading.language.optional("attribution.interlocutors")
        self._posts = reading.language.optional("attribution.posts")
        self._things = reading.language.optional("attribution.things")
        self._met = Met(ToldLines(self._frame.flat, bool(self._declined)))
        self.entities, self._recent, self._gap = self._met.entities, self._met.recent, self._met.gap
        self._by_name = ByName(reading, self._met, self._shown)
        self._named, self._of_name = self._by_name.named, self._by_name.of_name
        self._new = self._by_name.new

    def resolve(self, start: int, end: int) -> Entity | None:
        """The source that the phrase means; None where it cannot be one or nobody fits."""
        if (start, end) in self._known:
            return self._known[start, end]
        self._other = self._exchange.other((start, end))
        entity = self._find(start, end)
        self._known[start, end] = entity
        if entity is not None:
            entity.mentions.append((start, end))
            self._recent.append(entity)
            self._exchange.hear((start, end), entity)
        return entity

    def stand(self, mention: tuple[int, int], name: tuple[int, int]) -> None:
        """Tells that a mention (“who”) means what `name` does."""
        entity = self.resolve(*name)
        if entity is not None and mention not in self._known:
            self._known[mention] = entity
            entity.mentions.append(mention)

    def join(self, entity: Entity, heir: Entity) -> None:
        """Makes one source of two: the first has no mention of its own any more."""
        if heir.phrase.people == "one" and entity.phrase.people == "several":
            heir.phrase = replace(heir.phrase, people="contradictory")
        heir.mentions[:0] = entity.mentions
        entity.mentions.clear()
        self._known |= {span: heir for span, e in self._known.items() if e is entity}

    def _find(self, start: int, end: int) -> Entity | None:
        word = " ".join(self._text[start:end].casefold().split())
        w = self._terms
        if word in w.pronouns:
            return self._pronoun(word, start)
        if some_of.is_phrase(word, w):
            return self._which.some(self._recent)
        if word in w.him or word in w.her:
            return self._person_before(start, "m" if word in w.him else "f")
        if word in w.latter:
            gender = self._shown.get((start, end), NOTHING).gender
            latter = self._antecedents.latter(start, gender)
            return self._of_name(latter, gender) if latter else None
        if word in w.present:
            return None
        if word in w.paper:
            paper = self._papers.told_last(start)
            return self.resolve(*paper) if paper else None
        if word in w.theirs:
            return self._pronoun(next(iter(w.plural)), start)
        if word in w.pronoun_verbs:
            found = self._person_before(start, self._shown.get((start, end), NOTHING).gender)
            return found or self._standing.last_body(self._recent, self._met.within(start))
        meant = self._standing.meant(word.split(), self._recent, self._met.within(start))
        if meant is not None:
            return meant
        phrase = classify(self._reading, start, end)
        if phrase is None and (start, end) in self._speaking:
            phrase = unlisted(word.split(), self._terms, self._things)
        if phrase is None:
            met = self._described.again(word.split(), self.entities)
            return met or self._name_behind(start, end)
        if nameless := self._withheld.nameless(phrase):
            met = self._withheld.met(phrase, self.entities)
            return met or self._new(nameless, None, start, end)
        closed = word.split()[-1] in w.demonstratives
        known = next(filter(None, map(self._people.alias, word.split())), None) if closed else None
        if known is not None:
            # “pria yang akrab disapa Wandi itu”
            told = replace(phrase, kind="named_person", people="one", named=True)
            return self._by_name.person(told, known, start, end)
        if closed and phrase.people == "one" and not self._described.is_met(phrase, self.entities):
            # “pelatih Palu Bangkit itu”: what looks like a name may be whose coach he is.
            meant = self._told_of(replace(phrase, head=word.split()[0]), start, end)
            if meant is not None:
                return meant
        if closed and phrase.name and phrase.name.casefold() == phrase.head:
            meant = self._body(phrase, start)
            if meant is not None:
                return meant
        if phrase.named and phrase.name:
            if self._impersonal.is_body(phrase) and not self._by_name.slip(phrase.name):
                phrase = self._impersonal.body(phrase)
            spokesperson = phrase.people == "one" and phrase.kind == "named_organisation"
            borne_by = self._borne(phrase, start) if spokesperson and self._declined else None
            return borne_by or self._named(phrase, start, end)
        return self._unnamed(phrase, start, end)

    def _name_behind(self, start: int, end: int) -> Entity | None:
        """“Saturday in Boston, Senator Reed”: the name that ends the phrase.

        In free order also the one that begins it: “Завьялов обвинения | отверг”.
        """
        inside = [n for n in self._names.between(start + 1, end) if n.end >= end - 1]
        if self._terms.free_order and not inside:
            inside = [n for n in self._names.between(start, start + 1) if n.end < end]
            inside = [n for n in inside if self._people.proven(n)]
        phrase = classify(self._reading, inside[-1].start, inside[-1].end) if inside else None
        if phrase is None or phrase.kind != "named_person":
            return None
        return self._named(phrase, inside[-1].start, inside[-1].end)

    # Pronouns

    def _pronoun(self, word: str, start: int) -> Entity | None:
        w = self._terms
        gender: Gender | None = "m" if word in w.masculine else "f" if word in w.feminine else None
        if gender is not None:
            found = self._person_before(start, gender)
            if found is not None and found.phrase.gender is None:
                found.phrase = replace(found.phrase, gender=gender)  # no “he” here is “she” later
            return found
        if word in w.person:
            return self._person_before(start, None)
        wanted = ("several",) if word in w.plural else ("body",)
        for entity in reversed(self._recent):
            if entity.phrase.people in wanted or (
                word in w.plural and entity.phrase.people == "body"
            ):
                return entity if self._gap(entity, start) <= 2 else None
        return None

    def _person_before(self, start: int, gender: Gender | None) -> Entity | None:
        """Whoever spoke last, unless another person has become the subject since."""
        last = next((e for e in reversed(self._recent) if self._may_mean(e, gender)), None)
        since = last.mentions[-1][1] if last else 0
        new = self._antecedents.introduced(since, start, gender)
        if new is not None:
            return self._of_name(new, gender)
        led = self._antecedents.subject_before(since, start, gender)
        found = self.resolve(*led) if led else None
        if found is not None and found is not self._other:
            return found
        for name in self._antecedents.leading(since, start, gender):
            return self._of_name(name, gender)
        if last is not None:
            return last
        for name in reversed(self._names.between(0, start)):
            if self._may_be(name, gender):
                return self._of_name(name, gender)
        return None

    def _may_mean(self, entity: Entity, gender: Gender | None) -> bool:
        return entity.person and entity is not self._other and fits(entity.phrase, gender)

    def _may_be(self, name: Name, gender: Gender | None) -> bool:
        phrase = self._people.phrase(name) if self._people.proven(name) else None
        if phrase is None:
            return False
        if not self._declined and not self._known_as(name, gender):
            return False
        known = self._known.get((name.start, name.end)) if self._declined else None
        if known is not None:
            return fits(known.phrase, gender)
        return not (gender and phrase.gender and phrase.gender != gender)

    def _known_as(self, name: Name, gender: Gender | None) -> bool:
        """Whether the source of that name, if there is one, may be meant."""
        full = " ".join(name.words)
        known = next((e for e in self.entities if e.name == full), None)
        return known is None or (known is not self._other and fits(known.phrase, gender))

    # Descriptions

    def _unnamed(self, phrase: NounPhrase, start: int, end: int) -> Entity | None:
        words = " ".join(self._text[start:end].casefold().split())
        gender = self._shown.get((start, end), NOTHING).gender
        if gender and phrase.people == "one":
            phrase = replace(phrase, gender=gender)
        before = self._text[max(0, start - 12) : start].casefold().split()
        if before and before[-1] in self._duals:  # “both men”: two who were named before
            return None
        if self._fiction.tells(start):
            return None
        one = phrase.people == "one"
        named = self._people.introduced_behind(end) or self._next.name(start) if one else None
        if named is not None:
            return self._of_name(named, phrase.gender)
        of_them = self._which.one_of(words.split(), phrase, self.entities, self._cases.akin)
        if of_them is not None:
            return of_them
        if phrase.kind in THINGS:
            if phrase.definite and self._papers.is_public(phrase, start):
                return None
            if out := self._papers.published(phrase, start, end):
                return self._named(out, start, end)
            made = self._thing(phrase, start, end)
            if made is not None:
                return made
        known = None
        whose = words.split()[0] in self._terms.his_or_her  # “её соседка”: somebody else
        told = phrase.definite and not (whose and phrase.people == "one")
        if told or self._terms.demonstratives:  # “pejabat pertama”
            known = self._which.in_order(words.split(), phrase, self.entities, self._cases.akin)
        if told and known is None and self._declined and self._which.ordered(words.split()):
            return self._new(phrase, None, start, end)  # “второй чиновник”: one more
        if known is not None or told:
            known = known or self._described.meant(phrase, words.split(), self.entities)
            if self._terms.demonstratives:
                known = known or self._told_of(phrase, start, end)
            known = known or self._holder(phrase) or self._body(phrase, start)
            if phrase.head not in self._reading.language.words("people.source"):
                known = known or self._told_of(phrase, start, end)
                known = known or self._just_named(phrase, start, end)
            known = known or the_person(
                phrase, start, self._met, self._generic, self._interlocutors
            )
            if known is None and words.split()[0] in self._duals:
                return None
            if known is not None:
                if gender and known.phrase.gender is None:
                    known.phrase = replace(known.phrase, gender=gender)
                return known
        if phrase.head in self._posts and words == phrase.head:  # “jaksa Sri Utami … menurut jaksa”
            holder = self._told_of(replace(phrase, people="one"), start, end)
            if holder is not None:
                return holder
        for entity in reversed(self.entities):
            if entity.name is not None:
                continue
            if not self._cases.all_same(entity.words.split(), words.split()):
                continue
            if phrase.definite or self._gap(entity, start) <= NEAR_PARAGRAPHS:
                return entity
        return self._new(phrase, None, start, end)

    def _owner(self, start: int) -> Entity | None:
        """“her account”, “its report”: hers, the body's."""
        word = self._text[start:].split(maxsplit=1)[0].casefold()
        w = self._terms
        if word in self._impersonal.its:
            bodies = (e for e in reversed(self._recent) if e.phrase.people == "body")
            return next((e for e in bodies if self._gap(e, start) <= 1), None)
        gender: Gender | None = "m" if word in w.him else "f" if word in w.her else None
        return self._person_before(start, gender) if gender else None

    def _thing(self, phrase: NounPhrase, start: int, end: int) -> Entity | None:
        """“a Reuters survey … the survey found”: Reuters; “the network”: who it is of."""
        owner = self._owner(start)
        if owner is not None:
            return owner
        maker = self._made.maker(start, end)
        if maker is not None:
            return self._named(maker, start, end)
        if not phrase.definite:
            return None
        if self._papers:
            found = self._papers.meant(phrase, start, self.entities, self._bodies)
            return self._named(*found) if isinstance(found, Told) else found
        found = self._made.meant(phrase, start, self.entities, self._bodies)
        if isinstance(found, Told):
            return self._named(*found)
        if found is not None:
            return found
        written = phrase.head in self._writings  # “the memoir”: of whoever spoke last
        makers = (
            e
            for e in reversed(self._recent)
            if e.name and (e.phrase.people == "body" or (written and e.person))
        )
        return next((e for e in makers if self._gap(e, start) <= 1), None)

    def _just_named(self, phrase: NounPhrase, start: int, end: int) -> Entity | None:
        """“the Vermont senator”: whoever was named last, where nobody else can be meant."""
        last = self._borne(phrase, start) if self._declined else self._met.last_person()
        if self._newcomers.is_one(phrase, start, end, last.name if last else None):
            return None
        if self._declined:
            return last
        if phrase.kind != "unnamed_individual" or phrase.people != "one":
            return None
        if self._text[start:].split(maxsplit=1)[0].casefold() in self._possessive:
            return None  # “Her neighbour said”: somebody else
        if last is None and self._terms.demonstratives:
            return (only := self._antecedents.only_named(start)) and self._of_name(only)
        return last if last is not None and last.name and self._gap(last, start) <= 1 else None

    def _borne(self, phrase: NounPhrase, start: int) -> Entity | None:
        """“сказал министр”: whoever was named last, where no article tells “the” from “a”."""
        if phrase.people != "one" or phrase.kind not in _BORNE:
            return None
        person = self._person_before(start, phrase.gender)
        if person is None or person is self._other:
            return None
        return borne(phrase, start, person, self._met, self._people)

    def _holder(self, phrase: NounPhrase) -> Entity | None:
        """“the general”: whoever is called General, where it can be one person only."""
        holders = self._names.holders.get(phrase.head, frozenset())
        spoke = holders_met(phrase, self._met, holders)
        if spoke is not None or len(holders) != 1:
            return spoke
        name = self._people.titled(phrase.head, next(iter(holders)))
        return self._of_name(name) if name else None

    def _told_of(self, phrase: NounPhrase, start: int, end: int) -> Entity | None:
        """“the 43-year-old”, “the coach”: whoever that was said of beside the name."""
        if phrase.people != "one":
            return None
        words = self._text[start:end].casefold().split()
        name = self._people.described(phrase, words, start)
        return self._of_name(name) if name else None

    def _body(self, phrase: NounPhrase, start: int) -> Entity | None:
        """“the ministry”: the body whose name has that word."""
        if phrase.people != "body":
            return None
        for entity in reversed(self._recent):
            if entity.name and phrase.head in plain(entity.name).split():
                return entity
        if not self._terms.demonstratives:
            return None
        # “lembaga itu”: the body that the paragraph has just named.
        run = self._bodies.last_in(self._text.rfind("\n", 0, start) + 1, start)
        found = classify(self._reading, run.start, run.end) if run else None
        return self._named(found, run.start, run.end) if run and found else None
