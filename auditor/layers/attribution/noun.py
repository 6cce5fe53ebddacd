"""What kind of source a noun phrase is: a person, an institution, or somebody unnamed.

Purely lexical. The phrase is cut into determiners, a core with its head noun, and what
follows; the head decides. Where no list knows the head, capitals and endings do, and
where they do not either, the phrase is no source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from auditor.items import People, Reading, SourceKind
from auditor.layers.attribution.noun_lists import (
    PEOPLE,
    Head,
    Lists,
    Token,
    agencies,
    bare,
    fold,
    institutions,
    segments,
    tokens,
)

Gender = Literal["f", "m"]

_HOLDERS = (*PEOPLE, "office", "kin")
_EDGE = " \t\n\r,;:–—-"
_OPENERS = " \t\"“”‘'(["
_LONGEST_NAME = 5


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


def classify(reading: Reading, start: int, end: int) -> NounPhrase | None:
    """What kind of source the noun phrase `text[start:end]` is; None where it is none.

    The phrase may bring its determiner, apposition and relative clause along. Pronouns
    and things are no sources; who “he” is, is for others to find out.

    Raises:
        NotKnown: the language has no lists for it.
    """
    return _Phrase(reading, reading.language.once(Lists), start, end).classify()


class _Phrase:
    """One noun phrase, cut up. Offsets within it count from its first character."""

    def __init__(self, reading: Reading, lists: Lists, start: int, end: int) -> None:
        text = reading.text[start:end]
        self.reading = reading
        self.lists = lists
        self.start = start + len(text) - len(text.lstrip(_EDGE))
        self.text = text.strip(_EDGE)
        self.number: Literal["one", "several"] | None = None
        self.definite = self.owned = False
        self.tokens = self._without_determiners(tokens(self.text))
        self.core, self.rest = self._cut()
        self.bodies = institutions(reading.lexicon.institutions, self.text, self.tokens)

    # Cutting up

    def _without_determiners(self, part: list[Token]) -> list[Token]:
        while found := self.lists.determiner(part):
            kind, length = found
            if self.number is None and kind in ("one", "several"):
                self.number = "one" if kind == "one" else "several"
            self.definite |= kind in ("definite", "possessive")
            self.owned |= kind == "possessive"
            part = part[length:]
        return part

    def _cut(self) -> tuple[list[Token], list[Token]]:
        """The tokens before the first preposition, relative or mark, and the others."""
        for index, token in enumerate(self.tokens):
            if not token.fold[0].isalnum():
                return self.tokens[:index], self.tokens[index:]
            if token.capital and index:
                continue
            if token.fold in self.lists.boundaries or (
                token.fold in self.lists.participles and self._after_noun(index)
            ):
                return self.tokens[:index], self.tokens[index:]
        return self.tokens, []

    def _after_noun(self, index: int) -> bool:
        """Whether a participle here ends the phrase: “sources familiar …”, “those close to …”."""
        before = self.tokens[:index]
        if before:
            return before[-1].capital or self.lists.head(before) is not None
        following = self.tokens[index + 1 : index + 2]
        return bool(following) and following[0].fold in self.lists.boundaries

    def _slice(self, part: Sequence[Token]) -> str:
        return self.text[part[0].start : part[-1].end] if part else ""

    # Deciding

    def classify(self) -> NounPhrase | None:
        lists = self.lists
        opening = fold(self.text[: self.rest[0].start if self.rest else len(self.text)])
        if opening in lists.alone or (opening in lists.alone_before and self.rest):
            if opening in lists.alone_one:
                return self._unnamed("unnamed_individual", opening)
            return self._unnamed("vague_collective", opening, people="several")
        if not self.core or opening in lists.no_source:
            return None
        return self._agency() or self._introduced() or self._of(self.core)

    def _of(self, core: list[Token]) -> NounPhrase | None:
        """What a core is, its possessor taken off."""
        possessor, core = self._possessor(core)
        found = self._country(core) or self._institution(core, possessor)
        if found:
            return found
        joined = self._joined(core)
        if joined:
            return joined
        name = self._personal_name(core)
        if name:
            return self._person(name, self._slice(core[: core.index(name[0])]))
        head = self.lists.head(core)
        if head and not self._is_name(head, core):
            return self._listed(head, core, possessor)
        return self._proper(core) or self._unlisted(core)

    def _joined(self, core: list[Token]) -> NounPhrase | None:
        """“Smith and other lawyers”: the first part where it is named, else the last."""
        for index in range(1, len(core) - 1):
            if core[index].fold in self.lists.conjunctions:
                around = (core[index - 1], core[index + 1], core[-1])
                if all(t.capital for t in around) and core[-1].fold in self.lists.body_words:
                    return None  # “Citizenship and Immigration Services”
                left, right = self._of(core[:index]), self._of(core[index + 1 :])
                found = left if left and left.named and left.people != "body" else right or left
                return found and replace(found, people="several")
        return None

    def _possessor(self, core: list[Token]) -> tuple[list[Token], list[Token]]:
        """“Ukraine’s | air force”; a phrase that is all possessor loses its ending."""
        for index in range(len(core) - 1, -1, -1):
            token = core[index]
            if token.fold.endswith(self.lists.possessive):
                if index < len(core) - 1:
                    return core[: index + 1], core[index + 1 :]
                word = bare(token.fold)
                length = len(word)
                last = Token(token.text[:length], token.start, token.start + length, word)
                core = [*core[:-1], last]
        return [], core

    def _agency(self) -> NounPhrase | None:
        names = agencies(self.reading)
        run = self._capitals(self.core)
        for first in range(len(run)):
            name = names.get(bare(fold(self._slice(run[first:]))))
            if name:
                return NounPhrase(
                    kind="wire", named=True, name=name, people="body", head=run[-1].fold
                )
        return None

    def _country(self, core: list[Token]) -> NounPhrase | None:
        code = self.lists.countries.get(fold(self._slice(core)))
        if code is None or not core[0].capital:
            return None
        body = self._body(self._slice(core), core[-1].fold)
        return replace(body, organisation=None, country=code)

    def _institution(self, core: list[Token], possessor: list[Token]) -> NounPhrase | None:
        if not core:
            return None
        begin, end = core[0].start, core[-1].end
        for first, last in self.bodies:
            if self.lists.head_first:
                if first == begin:
                    rest = self._leading_capitals([t for t in self.tokens if t.start >= last])
                    stop = rest[-1].end if rest else last
                    return self._body(self.text[begin:stop], fold(self.text[first:last]))
            elif begin <= first < end <= last:
                whole = self.text[(possessor or core)[0].start : last]
                return self._body(whole, fold(self.text[first:last]))
        return None

    def _is_name(self, head: Head, core: list[Token]) -> bool:
        """“the Washington Post”, “Justice Department”: a thing written as a name is one."""
        token = core[head.last]
        if self.lists.head_first or not token.capital or self._common(token):
            return False
        if head.kind in ("bodies", "media", "documents", "public_documents"):
            return True
        # “The Daily Caller”: each word a capital, none of them known to go before people.
        words = [t for t in core if t.fold not in self.lists.no_makers]
        return (
            head.kind in PEOPLE
            and self.definite
            and len(words) > 1
            and all(t.capital for t in core)
            and not self._shouting()
        )

    def _shouting(self) -> bool:
        """A headline, where each word has a capital."""
        place = self.start
        begin = self.reading.text.rfind("\n", 0, place) + 1
        end = self.reading.text.find("\n", place)
        line = self.reading.text[begin : end if end >= 0 else None].split()
        long = [word for word in line if len(word) > 4]
        return len(long) > 2 and all(not word[0].islower() for word in long)

    def _listed(self, head: Head, core: list[Token], possessor: list[Token]) -> NounPhrase | None:
        lists, kind, noun = self.lists, head.kind, head.noun
        whole = self.text[(possessor or core)[0].start : core[-1].end]
        modifiers = core[: head.first]
        owned = bool(possessor) or self.owned
        plural = lists.plural(noun)
        number: People = "several" if plural or self.number == "several" else "one"
        if kind == "no_source":
            return None
        if kind == "spokesperson":
            body = self._organisation(core, possessor) or self._mouthpiece_of(modifiers, possessor)
            if body or number == "one":
                found = replace(self._body(body, noun), people=number, role=whole)
                return replace(found, gender=self._gender(core))
        if kind == "kin" and (owned or self.definite):
            return replace(self._holder(whole, noun, core), people=number)
        unique = self.definite or owned or lists.head_first or any(t.capital for t in core)
        if kind == "office" and unique and number == "one" and self.number is None:
            return self._holder(whole, noun, core)
        if kind == "media":
            return self._unnamed("unnamed_media", noun, people="body")
        if kind in ("documents", "public_documents"):
            return self._document(head, modifiers, possessor, whole)
        if kind == "bodies":
            known = self.definite or owned or self._maker(modifiers, possessor)
            if not plural and (known or self._publisher()):
                return self._body(whole, noun)
            return self._unnamed("vague_collective", noun, people="several" if plural else "body")
        return self._people(noun, core, possessor, whole, plural)

    def _people(
        self, noun: str, core: list[Token], possessor: list[Token], whole: str, plural: bool
    ) -> NounPhrase:
        lists = self.lists
        bare_singular = self.number is None and not plural
        one = self.number == "one" or (bare_singular and (not lists.head_first or self.definite))
        camp = lists.kinds.get(noun) == "camp"  # whose critics they are is not their body
        kind: SourceKind = "unnamed_individual" if one else "vague_collective"
        if any(t.fold in lists.unnamed for t in core):
            kind = "explicit_anonymity"
        return self._unnamed(
            kind,
            noun,
            people="one" if one else "several",
            role=whole,
            organisation=None if camp else self._organisation(core, possessor),
            gender=self._gender(core) if one else None,
        )

    def _document(
        self, head: Head, modifiers: list[Token], possessor: list[Token], whole: str
    ) -> NounPhrase:
        maker = self._maker(modifiers, possessor) or self._publisher()
        if maker or head.kind == "public_documents":
            return self._body(maker or whole, head.noun)
        return self._unnamed("unnamed_document", head.noun, people="body")

    def _unlisted(self, core: list[Token]) -> NounPhrase | None:
        """A noun no list knows, where its ending says that it means people."""
        if not core or self.lists.head_first:
            return None
        noun = core[-1].fold
        if noun in self.lists.no_people or not noun.endswith(self.lists.people_endings):
            return None
        return self._people(noun, core, [], self._slice(core), self.lists.plural(noun))

    # Names of people

    def _introduced(self) -> NounPhrase | None:
        """“a man named Ivan Petrov”, “a senior official, Jane Smith”."""
        head = self.lists.head(self.core)
        person = head and head.kind in (*_HOLDERS, "spokesperson")
        if not person and self.core[-1].fold not in self.lists.titles:
            return None
        match = self.lists.named_by.search(self.text, self.core[-1].start)
        if match:
            name = self._leading_capitals([t for t in self.tokens if t.start >= match.end()])
            if name:
                return self._person(name, self._slice(self.core))
        for segment in segments(self.rest):
            name = self._personal_name(segment, apposition=True)
            if len(name) > 1 and len(name) == len(segment):
                role = self.text[self.tokens[0].start : segment[0].start].rstrip(_EDGE + "(")
                return self._person(name, role)
        return None

    def _personal_name(self, core: list[Token], apposition: bool = False) -> list[Token]:
        """The tokens that are somebody's name; empty where there are none."""
        lists = self.lists
        run = self._capitals(core)
        name: list[Token] = []
        for token in reversed(run):
            if self._no_name(token, run):
                break
            name.insert(0, token)
        while name and not name[0].capital:
            name.pop(0)
        if not name or len(name) > _LONGEST_NAME:
            return []
        first = core.index(name[0])
        before = core[first - 1] if first else None
        if any(t.fold in lists.first_names for t in name[:-1]):
            return name
        if before is None:
            sole = len(name) == 1
            body = sole and (name[0].acronym or self._common(name[0]))
            return [] if body or (self.definite and not self.owned and not apposition) else name
        if before.fold in lists.titles or lists.kinds.get(before.fold) in _HOLDERS:
            titled = before.capital or not lists.head_first
            return name if len(name) > 1 or titled else []
        if before.capital and before.fold in lists.body_words:
            return []
        if len(name) == 1:
            return name if not before.capital and not name[0].acronym else []
        return name

    def _no_name(self, token: Token, run: list[Token]) -> bool:
        lists = self.lists
        if token.fold not in lists.no_names and bare(token.fold) not in lists.no_names:
            return token.text[0].isdigit()
        # “Paul Ryan”, “Stephen King”, “John Q. Post”: a first name makes it a surname.
        index = run.index(token)
        last = token is run[-1]
        before = run[index - 1].fold if index else ""
        if last and (len(before.rstrip(".")) == 1 or before in lists.honorifics):
            return False
        if last and index > 1 and not lists.head_first and token.fold in lists.lands:
            # “Rep. Ann Jordan”: two words after a title are a name.
            return run[index - 2].fold not in lists.titles or before in lists.no_names
        return before not in lists.first_names and (last or token.fold not in lists.first_names)

    def _capitals(self, core: list[Token]) -> list[Token]:
        """The capitalised tokens at the end (head first: the last such run), with particles."""
        end = len(core)
        while self.lists.head_first and end and not core[end - 1].capital:
            end -= 1
        first = end
        while first and (core[first - 1].capital or core[first - 1].fold in self.lists.particles):
            first -= 1
        while first < end and not core[first].capital:
            first += 1
        return core[first:end]

    def _leading_capitals(self, part: list[Token]) -> list[Token]:
        end = 0
        while end < len(part) and (
            part[end].capital or (end and part[end].fold in self.lists.particles)
        ):
            end += 1
        return part[:end]

    def _common(self, token: Token) -> bool:
        """A word that is capitalised only because a sentence begins with it."""
        if not self._opens_sentence(token):
            return False
        lower = token.text.lower()
        text = self.reading.text
        place = text.find(lower)
        while place >= 0:
            around = (
                text[max(place - 1, 0) : place] + text[place + len(lower) : place + len(lower) + 1]
            )
            if not any(c.isalnum() for c in around):
                return True
            place = text.find(lower, place + 1)
        return False

    def _opens_sentence(self, token: Token) -> bool:
        """The first word of a sentence, of which a capital proves nothing."""
        place = self.start + token.start
        before = self.reading.text[max(place - 8, 0) : place].rstrip(_OPENERS)
        return not before or before[-1] in ".!?:\n…"

    # Names of bodies

    def _proper(self, core: list[Token]) -> NounPhrase | None:
        """A capitalised name that is no person's."""
        run = self._capitals(core)
        if not run or (run[-1] is not core[-1] and not self.lists.head_first):
            return None
        if len(core) == 1 and self._common(run[0]):
            return None
        if run[-1].fold in self.lists.titles or self._is_office(core):
            return self._holder(self._slice(core), run[-1].fold, core)
        return self._body(self._slice(core), run[-1].fold)

    def _is_office(self, core: list[Token]) -> bool:
        head = self.lists.head(core)
        return head is not None and head.kind == "office"

    def _maker(self, modifiers: list[Token], possessor: list[Token]) -> str | None:
        """The named body or person before a noun: “a Gallup poll”, “Smith’s emails”."""
        names = [t for t in possessor if t.capital]
        if not names:
            names = [t for t in modifiers if t.capital]
            if len(names) == 1 and self._opens_sentence(names[0]):
                return None
        text = self._slice(names)
        if names and possessor:
            text = text[: len(text) - len(names[-1].text) + len(bare(names[-1].fold))]
        if not text or fold(text) in self.lists.no_makers:
            return None
        return text

    def _mouthpiece_of(self, modifiers: list[Token], possessor: list[Token]) -> str | None:
        """Whose spokesman it is: “a foreign ministry spokesman”, “a Clinton spokesman”."""
        maker = self._maker(modifiers, possessor)
        if maker:
            return maker
        if any(self.lists.kinds.get(t.fold) == "bodies" for t in modifiers):
            return self._slice(modifiers)
        return None

    def _publisher(self) -> str | None:
        for index, token in enumerate(self.rest):
            if token.fold in self.lists.publishers:
                return self._body_at(self.rest[index + 1 :], strong=True)
        return None

    def _organisation(self, core: list[Token], possessor: list[Token]) -> str | None:
        """The body somebody is of: before the noun, or after a preposition."""
        if core:
            begin, end = (possessor or core)[0].start, core[-1].end
            for first, last in self.bodies:
                if begin <= first and last <= end:
                    return self.text[first:last]
        for index, token in enumerate(self.rest):
            strong = token.fold in self.lists.strong
            if strong or token.fold in self.lists.weak:
                body = self._body_at(self.rest[index + 1 :], strong)
                if body:
                    return body
        return None

    def _body_at(self, part: list[Token], strong: bool) -> str | None:
        """The named body that `part` begins with."""
        while part and not part[0].capital and part[0].fold in self.lists.determiners:
            part = part[1:]
        if not part:
            return None
        run: list[Token] = []
        for token in part:
            if not (token.capital or token.fold in self.lists.body_links):
                break
            run.append(token)
        while run and not run[-1].capital:
            run.pop()
        begin, end = part[0].start, run[-1].end if run else 0
        for first, last in self.bodies:
            if first == begin or begin <= first < last <= end:
                return self.text[begin : max(last, end)]
        text = self._slice(run)
        lists = self.lists
        capitals = [t for t in run if t.capital]
        if fold(text) in lists.no_makers or all(t.fold in lists.places for t in capitals):
            return None
        telling = run[0].acronym and run[0].text.isalpha()
        telling |= any(t.fold in lists.body_words for t in run)
        ending = len(run[-1].fold) - len(bare(run[-1].fold))
        return text[: len(text) - ending] if strong or telling else None

    # The answer

    def _person(self, name: list[Token], role: str) -> NounPhrase:
        rest = [t for t in self.core if t not in name]
        return NounPhrase(
            kind="named_person",
            named=True,
            name=self._slice(name),
            role=role or self._apposition(),
            organisation=self._organisation(rest, []),
            country=self.lists.origin([t for t in self.tokens if t not in name]),
            head=name[-1].fold,
            gender=self._gender([*self.core, *name[:1]]),
        )

    def _apposition(self) -> str | None:
        for segment in segments(self.rest):
            found = self.lists.determiner(segment)
            if found:
                return self._slice(segment[found[1] :])
            if not segment[0].capital and segment[0].fold not in self.lists.boundaries:
                return self._slice(segment)
        return None

    def _holder(self, whole: str, noun: str, core: list[Token]) -> NounPhrase:
        """Somebody whom an office or a relation names."""
        return NounPhrase(
            kind="named_person",
            named=True,
            role=whole,
            organisation=self._organisation(core, []),
            country=self.lists.origin(self.tokens),
            head=noun,
            gender=self._gender(core),
            definite=True,
        )

    def _body(self, name: str | None, head: str) -> NounPhrase:
        return NounPhrase(
            kind="named_organisation",
            named=True,
            name=name,
            people="body",
            organisation=name,
            country=self.lists.origin(self.tokens),
            head=head,
            definite=self.definite,
        )

    def _unnamed(
        self,
        kind: SourceKind,
        head: str,
        people: People = "one",
        role: str | None = None,
        organisation: str | None = None,
        gender: Gender | None = None,
    ) -> NounPhrase:
        return NounPhrase(
            kind=kind,
            named=False,
            people=people,
            role=role,
            organisation=organisation,
            country=self.lists.origin(self.tokens),
            head=head,
            gender=gender,
            definite=self.definite,
        )

    def _gender(self, part: Sequence[Token]) -> Gender | None:
        for token in part:
            if token.fold in self.lists.female:
                return "f"
            if token.fold in self.lists.male:
                return "m"
        return None
