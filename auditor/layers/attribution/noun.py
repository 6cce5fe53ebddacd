"""What kind of source a noun phrase is: a person, an institution, or somebody unnamed.

Purely lexical. The phrase is cut into determiners, a core with its head noun, and what
follows; the head decides. Where no list knows the head, capitals and endings do, and
where they do not either, the phrase is no source.
"""

from __future__ import annotations

from dataclasses import replace

from auditor.items import Reading
from auditor.kinds import People, SourceKind
from auditor.layers.attribution.noun_answers import as_body, as_holder, as_person, as_unnamed
from auditor.layers.attribution.noun_cut import OWNERS
from auditor.layers.attribution.noun_head_first import HeadFirst
from auditor.layers.attribution.noun_introduced import introduced
from auditor.layers.attribution.noun_listed import (
    in_full,
    somebody_of,
    told_before,
)
from auditor.layers.attribution.noun_lists import (
    PEOPLE,
    Head,
    Lists,
    Token,
    agencies,
    bare,
    fold,
)
from auditor.layers.attribution.noun_name import personal_name
from auditor.layers.attribution.noun_phrase import NounPhrase


def classify(reading: Reading, start: int, end: int) -> NounPhrase | None:
    """What kind of source the noun phrase `text[start:end]` is; None where it is none.

    The phrase may bring its determiner, apposition and relative clause along. Pronouns
    and things are no sources; who “he” is, is for others to find out.

    Raises:
        NotKnown: the language has no lists for it.
    """
    return _Phrase(reading, reading.language.once(Lists), start, end).classify()


class _Phrase(HeadFirst):
    """Decides what kind of source a phrase is."""

    def classify(self) -> NounPhrase | None:
        lists = self.lists
        opening = fold(self.text[: self.rest[0].start if self.rest else len(self.text)])
        if opening in lists.alone and len(self.rest) > 1 and self._counts(self.rest[-1]):
            return None  # “two in three”: a share
        if opening in lists.alone or (opening in lists.alone_before and self.rest):
            if opening in lists.alone_one:
                return as_unnamed(self, "unnamed_individual", opening)
            return as_unnamed(self, "vague_collective", opening, people="several")
        if not self.core or self.share or opening in lists.no_source:
            return None
        if lists.listed and not self.rest and self.number is None:
            self.definite |= told_before(self)
        return self._agency() or introduced(self) or self._of(self.core)

    def _counts(self, token: Token) -> bool:
        return token.text.isdigit() or token.fold in self.lists.alone

    def _of(self, core: list[Token]) -> NounPhrase | None:
        """What a core is, its possessor taken off."""
        possessor, core = self.possessor(core)
        found = self._country(core) or self._institution(core, possessor)
        if found:
            return found
        if any(t.text == "&" for t in core):  # “Marsh & Sons”
            return as_body(self, self.words_of(core), core[-1].fold)
        joined = self._joined(core)
        if joined:
            return joined
        if self.lists.head_first and self.opens_as_body(core):
            return as_body(self, self.whole_body(core), core[0].fold)
        name = [] if self.is_thing(core) else personal_name(self, core)
        whose = self.lists.head_first and self.number is not None and name != core
        if name and not whose:  # “seorang pejabat Gedung Putih” names nobody
            return as_person(self, name, self.words_of(core[: core.index(name[0])]))
        if core and all(t.start in self.marked for t in core):
            return as_body(self, self.words_of(core), core[-1].fold)
        head = self.lists.head(core)
        if head and not self._is_name(head, core):
            return self._listed(head, core, possessor)
        return self._proper(core) or self._unlisted(core)

    def _joined(self, core: list[Token]) -> NounPhrase | None:
        """“Smith and other lawyers”: the first part where it is named, else the last."""
        for index in range(1, len(core) - 1):
            if core[index].start in self.marked:
                continue  # «Топливо и рынок»
            if core[index].fold in self.lists.conjunctions:
                around = (core[index - 1], core[index + 1], core[-1])
                if all(t.capital for t in around) and core[-1].fold in self.lists.body_words:
                    return None  # “Citizenship and Immigration Services”
                if all(t.capital for t in (core[0], *around[:2])) and self.is_body(core):
                    return None  # “Kementerian Kelautan dan Perikanan”
                left, right = self._of(core[:index]), self._of(core[index + 1 :])
                found = left if left and left.named and left.people != "body" else right or left
                return found and replace(found, people="several")
        return None

    def _agency(self) -> NounPhrase | None:
        names = agencies(self.reading)
        run = self.capitals(self.core)
        head = self.lists.head(self.core) if self.lists.listed else None
        if head and head.kind in PEOPLE:
            return None  # “источник ТАСС”
        for first in range(len(run)):
            name = names.get(bare(fold(self.words_of(run[first:]))))
            if name:
                return NounPhrase(
                    kind="wire", named=True, name=name, people="body", head=run[-1].fold
                )
        return None

    def _country(self, core: list[Token]) -> NounPhrase | None:
        code = self.lists.countries.get(fold(self.words_of(core)))
        if code is None or not core[0].capital:
            return None
        body = as_body(self, self.words_of(core), core[-1].fold)
        return replace(body, organisation=None, country=code)

    def _institution(self, core: list[Token], possessor: list[Token]) -> NounPhrase | None:
        if not core:
            return None
        begin, end = core[0].start, core[-1].end
        for first, last in self.bodies:
            if self.lists.head_first:
                if first == begin:
                    rest = [t for t in self.tokens if t.start >= last]
                    joined = len(rest) > 1 and rest[0].fold in self.lists.conjunctions
                    if joined and rest[1].capital and rest[1].fold not in self.lists.kinds:
                        rest = rest[1:]  # “Kementerian Kelautan dan Perikanan”
                    rest = self.leading_capitals(rest)
                    stop = rest[-1].end if rest else last
                    return as_body(self, self.text[begin:stop], fold(self.text[first:last]))
            elif begin <= first < end <= last:
                whole = self.text[(possessor or core)[0].start : last]
                return as_body(self, whole, fold(self.text[first:last]))
        return None

    def _is_name(self, head: Head, core: list[Token]) -> bool:
        """“the Washington Post”, “Justice Department”: a thing written as a name is one."""
        token = core[head.last]
        if self.lists.head_first or not token.capital or self.common(token):
            return False
        if self.lists.listed:
            return False
        if head.kind in ("media", "documents") and len(core) == 1 and self.opens_sentence(token):
            return False  # “Figures suggest …”
        if head.kind in ("bodies", "media", "documents", "public_documents"):
            return True
        # “The Daily Caller”: each word a capital, none of them known to go before people.
        words = [t for t in core if t.fold not in self.lists.no_makers]
        return (
            head.kind in PEOPLE
            and self.definite
            and len(words) > 1
            and all(t.capital for t in core)
            and not self.shouting()
        )

    def _listed(self, head: Head, core: list[Token], possessor: list[Token]) -> NounPhrase | None:
        lists, kind, noun = self.lists, head.kind, head.noun
        if lists.listed:
            return self._listed_first(head, core)
        whole = self.text[(possessor or core)[0].start : core[-1].end]
        modifiers = core[: head.first]
        owned = bool(possessor) or self.owned
        plural = lists.plural(noun)
        number: People = "several" if plural or self.number == "several" else "one"
        if kind == "no_source":
            return None
        if kind == "spokesperson":
            body = self.organisation(core, possessor) or self._mouthpiece_of(modifiers, possessor)
            if body or number == "one":
                found = replace(as_body(self, body, noun), people=number, role=whole)
                return replace(found, gender=self.gender(core))
        if kind == "kin" and (owned or self.definite):
            return replace(as_holder(self, whole, noun, core), people=number)
        unique = self.definite or owned or lists.head_first or any(t.capital for t in core)
        if kind == "office" and unique and number == "one" and self.number is None:
            return as_holder(self, whole, noun, core)
        behind = core[head.last + 1 :] if lists.head_first else []
        if kind == "media" and behind and behind[0].capital and self.owner(behind):
            return as_body(self, whole, noun)  # “Koran Tempo”
        if kind == "media":
            maker = self.maker(modifiers, possessor)
            if maker:
                return as_body(self, maker, noun)
            return as_unnamed(self, "unnamed_media", noun, people="body")
        if kind in ("documents", "public_documents"):
            return self._document(head, modifiers, possessor, whole, self.owner(behind))
        if kind == "bodies":
            # “Badan Geologi”: where the head comes first, capitals make a name.
            written = lists.head_first and len(core) > 1 and all(t.capital for t in core)
            known = self.definite or owned or written or bool(self.maker(modifiers, possessor))
            if lists.head_first and self.number is None:  # “kedutaan”, “kantor perdana menteri”
                known = known or not behind or lists.kinds.get(behind[0].fold) in OWNERS
            if not plural and (known or self.publisher()):
                return as_body(self, whole, noun)
            return as_unnamed(
                self, "vague_collective", noun, people="several" if plural else "body"
            )
        return self._people(noun, core, possessor, whole, plural)

    def _listed_first(self, head: Head, core: list[Token]) -> NounPhrase | None:
        """The same where genitives follow the head and nothing tells “the” from “a”."""
        kind, noun, whole = head.kind, head.noun, self.words_of(core)
        plural = self.lists.plural(noun)
        number: People = "several" if plural or self.number == "several" else "one"
        single = number == "one" and self.number is None
        owner = self.genitive(core) or self.publisher()
        told_before = single and len(core) == 1 and not core[0].acronym
        if kind == "no_source":
            return None
        if kind == "spokesperson":
            body = self.organisation(core, [])
            unnamed = not body or body.islower()
            if unnamed and single and noun in self.lists.press_offices:
                # “в пресс-службе клуба”: no club is named, the office speaks
                return as_body(self, in_full(self, head, core), noun)
            if noun in self.lists.press_offices:
                return replace(as_body(self, body, noun), role=whole)
            if body or single:
                found = replace(as_body(self, body, noun), people=number, role=whole)
                return replace(found, gender=self.gender(core))
        if kind == "kin" and len(core) > 1 and not any(t.capital for t in self.tokens):
            return self._people(noun, core, [], whole, plural)  # “мать одного из солдат”
        if kind == "kin" or (kind == "office" and single):
            return replace(as_holder(self, whole, noun, core), people=number)
        if kind == "bodies" and somebody_of(self.lists, head, core):
            return self._people(core[head.first - 1].fold, core, [], whole, plural=False)
        if kind == "bodies" and self.number is None:
            return as_body(self, in_full(self, head, core), noun)
        if kind == "bodies":
            return as_unnamed(self, "vague_collective", noun, people=number)
        if kind == "public_documents":
            return as_body(self, owner or whole, noun)
        if kind in ("media", "documents"):
            if owner:
                return as_body(self, owner if kind == "documents" else whole, noun)
            if told_before and kind == "media":
                return None  # “сообщает издание”: the one just named
            sort: SourceKind = "unnamed_media" if kind == "media" else "unnamed_document"
            return as_unnamed(self, sort, noun, people="body")
        return self._people(noun, core, [], whole, plural)

    def _people(
        self, noun: str, core: list[Token], possessor: list[Token], whole: str, plural: bool
    ) -> NounPhrase:
        lists = self.lists
        bare_singular = self.number is None and not plural
        single = not lists.head_first or self.definite or lists.kinds.get(noun) == "source"
        one = self.number == "one" or (bare_singular and single)
        camp = lists.kinds.get(noun) == "camp"  # whose critics they are is not their body
        kind: SourceKind = "unnamed_individual" if one else "vague_collective"
        if any(t.fold in lists.unnamed for t in core):
            kind = "explicit_anonymity"
        return as_unnamed(
            self,
            kind,
            noun,
            people="one" if one else "several",
            role=whole,
            organisation=None if camp else self.organisation(core, possessor),
            gender=self.gender(core) if one else None,
        )

    def _document(
        self,
        head: Head,
        modifiers: list[Token],
        possessor: list[Token],
        whole: str,
        owner: list[Token],
    ) -> NounPhrase:
        maker = self.maker(modifiers, possessor) or self.words_of(owner) or self.publisher()
        person = self._author() if maker else []
        if person:
            return as_person(self, person, "")
        if maker or head.kind == "public_documents":
            return as_body(self, maker or whole, head.noun)
        return as_unnamed(self, "unnamed_document", head.noun, people="body")

    def _author(self) -> list[Token]:
        """“an analysis by Ann Reed”: who made it, where a first name or an apposition tells."""
        for index, token in enumerate(self.rest):
            if token.fold in self.lists.acquired:
                return []
            if token.fold in self.lists.publishers:
                name = self.leading_capitals(self.rest[index + 1 :])
                told = len(name) > 1 and not any(t.fold in self.lists.body_words for t in name)
                known = told and (name[0].fold in self.lists.first_names or self.apposition())
                return name if known else []
        return []

    def _unlisted(self, core: list[Token]) -> NounPhrase | None:
        """A noun no list knows, where its ending says that it means people."""
        if not core:
            return None
        if self.lists.head_first and not self.counts_people(core):
            return None
        if self.lists.head_first:
            return self._people(core[0].fold, core, [], self.words_of(core), plural=False)
        noun = core[-1].fold
        if noun in self.lists.no_people or not noun.endswith(self.lists.people_endings):
            return None
        return self._people(noun, core, [], self.words_of(core), self.lists.plural(noun))

    # Names of bodies

    def _proper(self, core: list[Token]) -> NounPhrase | None:
        """A capitalised name that is no person's."""
        run = self.capitals(core)
        if not run or (run[-1] is not core[-1] and not self.lists.head_first):
            return None
        if len(core) == 1 and self.common(run[0]):
            return None
        if len(core) == 1 and self.lists.listed and self.unproven(run[0]):
            return None
        if run[-1].fold in self.lists.titles or self._is_office(core):
            return as_holder(self, self.words_of(core), run[-1].fold, core)
        whole = self.words_of(core)
        if run == core and self.rest and self.rest[0].fold in self.lists.body_links:
            whole = self.body_at([*core, *self.rest], strong=True) or whole
        return as_body(self, whole, run[-1].fold)

    def _is_office(self, core: list[Token]) -> bool:
        head = self.lists.head(core)
        return head is not None and head.kind == "office"

    def _mouthpiece_of(self, modifiers: list[Token], possessor: list[Token]) -> str | None:
        """Whose spokesman it is: “a foreign ministry spokesman”, “a Clinton spokesman”."""
        maker = self.maker(modifiers, possessor)
        if maker:
            return maker
        if any(self.lists.kinds.get(t.fold) == "bodies" for t in modifiers):
            return self.words_of(modifiers)
        return None
