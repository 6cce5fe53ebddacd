"""What kind of source a noun phrase is: a person, an institution, or somebody unnamed.

Purely lexical. The phrase is cut into determiners, a core with its head noun, and what
follows; the head decides. Where no list knows the head, capitals and endings do, and
where they do not either, the phrase is no source.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple

import regex

from auditor.items import People, Reading, SourceKind
from auditor.lexicon import Language
from auditor.phrases import compile_phrases, expand

Gender = Literal["f", "m"]
Number = Literal["one", "several"]

_PEOPLE = ("official", "expert", "resident", "source", "groups")
_HEADS = (*_PEOPLE, "office", "kin", "spokesperson", "no_source")
_THINGS = ("bodies", "media", "documents", "public_documents")
_TOKEN = regex.compile(r"(?:\p{Lu}\.){2,}|\w[\w.&/]*(?:['’ʼ‘`-]\w[\w.&/]*)*['’]?|[^\w\s]")
_APOSTROPHES = str.maketrans("’‘ʼ`", "''''")
_DIGITS = regex.compile(r"\d[\d,.]*\s+(?=\p{L})")
_EDGE = " \t\n\r,;:–—-"
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class NounPhrase:
    """A noun phrase that something may be attributed to.

    Attributes:
        name: a proper name without titles ("Valery Gerasimov"), a body with whose it
            is ("Ukraine’s air force"); None for a person known by an office alone.
        people: one, several, or a body.
        role: the words that describe a person, without determiner and name.
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


class _Token(NamedTuple):
    text: str
    start: int
    end: int
    fold: str

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


class _Words:
    """What `classify` compiles once from a language's lists."""

    def __init__(self, language: Language) -> None:
        words, pattern = language.words, language.pattern
        self.head_first = "first" in words("noun.head")
        self.determiners = {
            kind: pattern(f"determiners.{kind}")
            for kind in ("possessive", "several", "one", "definite")
        }
        self.alone = words("determiners.alone")
        self.alone_one = words("determiners.alone_one")
        self.alone_before = words("determiners.alone_before")
        self.no_source = words("noun.no_source")
        self.boundaries = words("noun.boundaries")
        self.conjunctions = words("noun.conjunctions")
        self.possessive = tuple(words("noun.possessive"))
        self.named_by = pattern("noun.named_by")
        self.after = tuple(words("noun.after_endings"))
        self.plural = tuple(words("noun.plural_endings"))
        self.singular = tuple(words("noun.singular_endings"))
        self.people_endings = tuple(words("noun.people_endings"))
        self.no_people = words("noun.no_people")
        self.linking = words("noun.name_particles", "noun.name_suffixes")
        self.body_links = words("noun.body_links")
        self.strong = words("noun.body_prepositions.strong")
        self.weak = words("noun.body_prepositions.weak")
        self.publishers = words("noun.publishers")
        lists = {name: f"people.{name}" for name in _HEADS} | {name: name for name in _THINGS}
        self.kinds: dict[str, str] = {}
        for kind in (*_THINGS, *_HEADS):  # the later list wins for a word that stands in two
            self.kinds |= dict.fromkeys(words(lists[kind]), kind)
        self.heads = pattern(*lists.values())
        self.titles = words("titles.male", "titles.female", "titles.neutral")
        self.female = words("titles.female", "people.female", "names.female")
        self.male = words("titles.male", "people.male", "names.male")
        self.first_names = words("names.female", "names.male")
        self.body_words = words("body_words")
        self.places = words("places", "place_words")
        self.countries = _codes(language, "names")
        self.origins = _codes(language, "names", "adjectives")
        self.origin = pattern(*_country_lists(language, "names", "adjectives"))
        self.not_names = (
            {w for o in (*self.origins, *words("countries.others")) for w in o.split()}
            | self.titles
            | set(self.kinds)
            | self.body_words
            | self.places
        )


def _country_lists(language: Language, *kinds: str) -> list[str]:
    return [f"countries.{k}.{code}" for k in kinds for code in language.group(f"countries.{k}")]


def _codes(language: Language, *kinds: str) -> dict[str, str]:
    return {
        word: name.rpartition(".")[2]
        for name in _country_lists(language, *kinds)
        for word in language.words(name)
    }


def classify(reading: Reading, start: int, end: int) -> NounPhrase | None:
    """What kind of source the noun phrase `text[start:end]` is; None where it is none.

    The phrase may bring its determiner, apposition and relative clause along. Pronouns
    and things are no sources; who “he” is, is for others to find out.

    Raises:
        NotKnown: the language has no lists for it.
    """
    words = reading.language.once(_Words)
    return _Phrase(reading, words, start, end).classify()


class _Phrase:
    """One noun phrase, cut up."""

    def __init__(self, reading: Reading, words: _Words, start: int, end: int) -> None:
        self.reading = reading
        self.words = words
        text = reading.text[start:end]
        start += len(text) - len(text.lstrip(_EDGE))
        self.start = start
        self.text = text.strip(_EDGE)
        self.number: Number | None = None
        self.definite = False
        self.possessed = False
        self.tokens = _tokens(self.text, self._skip_determiners())
        self.core, self.rest = self._cut()

    def _skip_determiners(self) -> int:
        position = 0
        while True:
            for kind, pattern in self.words.determiners.items():
                match = pattern.match(self.text, position)
                if match is None:
                    continue
                if self.number is None and kind in ("one", "several"):
                    self.number = "one" if kind == "one" else "several"
                self.definite |= kind in ("definite", "possessive")
                self.possessed |= kind == "possessive"
                position = match.end()
                while position < len(self.text) and self.text[position].isspace():
                    position += 1
                break
            else:
                digits = _DIGITS.match(self.text, position)
                if digits is None:
                    return position
                self.number = self.number or "several"
                position = digits.end()

    def _cut(self) -> tuple[list[_Token], list[_Token]]:
        """The tokens before the first preposition, relative or comma, and the others."""
        for index, token in enumerate(self.tokens):
            if not token.fold[0].isalnum() or (
                token.fold in self.words.boundaries and not (token.capital and index)
            ):
                return self.tokens[:index], self.tokens[index:]
        return self.tokens, []


    def classify(self) -> NounPhrase | None:
        words = self.words
        opening_end = self.rest[0].start if self.rest else len(self.text)
        opening = _fold(self.text[:opening_end])
        if opening in words.alone or (opening in words.alone_before and self.rest):
            if opening in words.alone_one:
                return self._unnamed("unnamed_individual", opening)
            return self._unnamed("vague_collective", opening, people="several")
        if not self.core or opening in words.no_source:
            return None
        return self._agency() or self._introduced() or self._of(self.core) or self._conjuncts()

    # Names

    def _agency(self) -> NounPhrase | None:
        names = self.reading.use(_agencies)
        run = self._capital_run(self.core)
        for first in range(len(run)):
            name = names.get(_fold(self._slice(run[first:])))
            if name is not None:
                return NounPhrase(
                    kind="wire", named=True, name=name, people="body", head=run[-1].fold
                )
        return None

    def _introduced(self) -> NounPhrase | None:
        """“a man named Ivan Petrov”, “a senior official, Jane Smith”."""
        person = self.head_kind(self.core) in (*_PEOPLE, "office", "spokesperson", "kin")
        if not person and not self._ends_in_title(self.core):
            return None
        match = self.words.named_by.search(self.text, self.core[-1].start)
        segments = _segments(self.rest)
        if match:
            follows = [t for t in self.tokens if t.start >= match.end()]
            segments.insert(0, self._leading_capitals(follows))
        for segment in segments:
            name = self._personal_name(segment)
            if name and len(name) == len(segment) and (len(name) > 1 or match):
                role = self._slice(self.tokens[: self.tokens.index(segment[0])]).strip(_EDGE)
                return self._person(name, role)
        return None

    def _personal_name(self, tokens: list[_Token]) -> list[_Token]:
        """The tokens at the end that are somebody's name; empty where it is none."""
        words = self.words
        run = self._capital_run(tokens)
        name: list[_Token] = []
        for token in reversed(run):
            if self._no_name(token, run):
                break
            name.insert(0, token)
        while name and name[0].fold in words.linking and not name[0].capital:
            name.pop(0)
        stop = tokens[-len(name) - 1] if name and len(name) < len(tokens) else None
        if not name or len(name) > _LONGEST_NAME + 1:
            return []
        if any(t.fold in words.first_names for t in name[:-1]):
            return name
        if stop is None:
            return [] if self.definite and not self.possessed else self._if_name(name)
        kind = words.kinds.get(stop.fold)
        if stop.fold in words.titles or kind in _HEADS:
            return name if len(name) > 1 or not words.head_first or stop.capital else []
        if stop.capital and stop.fold in words.body_words:
            return []
        return self._if_name(name) if len(name) > 1 else []

    def _if_name(self, name: list[_Token]) -> list[_Token]:
        last = name[-1]
        if last.text.isupper() and len(last.text) > 1 and "." not in last.text and len(name) == 1:
            return []
        return name

    def _no_name(self, token: _Token, run: list[_Token]) -> bool:
        words = self.words
        if token.fold not in words.not_names:
            return False
        # “Paul Ryan, Larry King”: a first name before it makes it a surname.
        index = run.index(token)
        before = run[index - 1].fold if index else ""
        initial = len(before.rstrip(".")) == 1
        return not (before in words.first_names or (initial and token is run[-1]))

    def _capital_run(self, tokens: list[_Token]) -> list[_Token]:
        """The capitalised tokens (with particles) at the end; in a head-first language
        the last such run."""
        end = len(tokens)
        while self.words.head_first and end and not tokens[end - 1].capital:
            end -= 1
        first = end
        while first and (tokens[first - 1].capital or tokens[first - 1].fold in self.words.linking):
            first -= 1
        while first < end and not tokens[first].capital:
            first += 1
        return tokens[first:end]

    def _leading_capitals(self, tokens: list[_Token]) -> list[_Token]:
        end = 0
        while end < len(tokens) and (
            tokens[end].capital or (end and tokens[end].fold in self.words.linking)
        ):
            end += 1
        return tokens[:end]

    def _ends_in_title(self, tokens: list[_Token]) -> bool:
        return bool(tokens) and tokens[0 if self.words.head_first else -1].fold in self.words.titles

    # Kinds

    def head_kind(self, tokens: list[_Token]) -> str | None:
        head = self._head(tokens)
        return self.words.kinds.get(head[0]) if head else None

    def _head(self, tokens: list[_Token]) -> tuple[str, int, int] | None:
        """The listed head noun of the core: folded, with the places it begins and ends."""
        words = self.words
        if not tokens:
            return None
        begin, end = tokens[0].start, tokens[-1].end
        found = list(words.heads.finditer(self.text, begin, end))
        if words.head_first:
            match = found[0] if found and found[0].start() == begin else None
        else:
            match = found[-1] if found else None
            if match and not all(
                t.fold.endswith(words.after) for t in tokens if t.start >= match.end()
            ):
                match = None
        return (_fold(match.group()), match.start(), match.end()) if match else None

    def _of(self, core: list[_Token]) -> NounPhrase | None:
        possessor, core = self._possessor(core)
        institution = self._institution(core, possessor)
        if institution:
            return institution
        name = self._personal_name(core)
        if name:
            before = core[: core.index(name[0])]
            return self._person(name, self._slice(before) or self._apposition())
        head = self._head(core)
        if head:
            found = self._listed(head, core, possessor)
            if found:
                return found
        return self._country(core) or self._capitals(core) or self._unlisted(core)

    def _conjuncts(self) -> NounPhrase | None:
        """“state and local leaders”, “Obama and Biden”: the first part that is a source."""
        return None

    def _possessor(self, core: list[_Token]) -> tuple[list[_Token], list[_Token]]:
        for index in range(len(core) - 1, -1, -1):
            fold = core[index].fold
            if fold.endswith(self.words.possessive) or fold.endswith("'"):
                if index == len(core) - 1:
                    bare = core[index].text.translate(_APOSTROPHES).rpartition("'")[0]
                    last = core[index]
                    stripped = _Token(bare, last.start, last.start + len(bare), bare.casefold())
                    return self._possessor([*core[:index], stripped])
                return core[: index + 1], core[index + 1 :]
        return [], core

    def _institution(self, core: list[_Token], possessor: list[_Token]) -> NounPhrase | None:
        if not core:
            return None
        begin, end = core[0].start, core[-1].end
        for match in _institutions(self.reading.lexicon.institutions, self.text, begin):
            if match[0] >= end:
                break
            if (self.words.head_first and match[0] == begin) or (
                not self.words.head_first and match[1] >= end
            ):
                last = self._leading_capitals([t for t in self.tokens if t.start >= match[1]])
                stop = last[-1].end if last and self.words.head_first else max(match[1], end)
                whole = self.text[(possessor or core)[0].start : stop]
                return self._body(whole, head=_fold(self.text[match[0] : match[1]]))
        return None

    def _listed(
        self, head: tuple[str, int, int], core: list[_Token], possessor: list[_Token]
    ) -> NounPhrase | None:
        words = self.words
        noun, begin, end = head
        kind = words.kinds[noun]
        whole = self.text[(possessor or core)[0].start : core[-1].end]
        before = [t for t in core if t.end <= begin]
        owned = bool(possessor) or self.possessed
        plural = self._plural(noun)
        if kind == "no_source":
            return None
        if kind == "spokesperson":
            body = self._organisation(core, possessor) or (self.definite or owned)
            if body:
                name = body if isinstance(body, str) else None
                return replace(self._body(name, head=noun), people="several" if plural else "one",
                               role=whole, gender=self._gender(core))
        if kind == "kin" and (owned or self.definite):
            return replace(self._office(whole, noun, core), people="several" if plural else "one")
        if kind == "office" and (self.definite or owned or self.number is None) and not plural:
            if self.definite or owned or any(t.capital for t in before):
                return self._office(whole, noun, core)
        if kind == "media":
            return self._unnamed("unnamed_media", noun, people="body")
        if kind in ("documents", "public_documents"):
            return self._document(noun, kind, core, before, possessor, whole)
        if kind == "bodies":
            return self._lower_body(noun, before, possessor, whole, plural)
        return self._people(noun, core, possessor, whole, plural)

    def _people(
        self, noun: str, core: list[_Token], possessor: list[_Token], whole: str, plural: bool
    ) -> NounPhrase:
        one = self.number == "one" or (
            self.number is None and not plural and (bool(self.words.plural) or self.definite)
        )
        return self._unnamed(
            "unnamed_individual" if one else "vague_collective",
            noun,
            people="one" if one else "several",
            role=whole,
            organisation=self._organisation(core, possessor),
            gender=self._gender(core) if one else None,
        )

    def _document(
        self,
        noun: str,
        kind: str,
        core: list[_Token],
        before: list[_Token],
        possessor: list[_Token],
        whole: str,
    ) -> NounPhrase:
        maker = self._maker(before, possessor) or self._publisher()
        if maker:
            return self._body(maker, head=noun)
        if kind == "public_documents":
            return self._body(whole, head=noun)
        return self._unnamed("unnamed_document", noun, people="body")

    def _maker(self, before: list[_Token], possessor: list[_Token]) -> str | None:
        """The named body or person in front of a noun: “a Gallup poll”, “Clinton’s emails”."""
        if possessor and any(t.capital for t in possessor):
            return self._slice(possessor).rstrip("’'s") if possessor else None
        names = [
            t
            for t in before
            if t.capital and t.start and _fold(t.text) not in self.words.origins
        ]
        text = self._slice(names) if names else ""
        if not text or _fold(text) in self.words.origins:
            return None
        return None if all(t.fold in self.words.kinds for t in names) else text

    def _publisher(self) -> str | None:
        for index, token in enumerate(self.rest):
            if token.fold in self.words.publishers:
                return self._body_at(self.rest[index + 1 :], strong=True)
        return None

    def _lower_body(
        self, noun: str, before: list[_Token], possessor: list[_Token], whole: str, plural: bool
    ) -> NounPhrase:
        maker = self._maker(before, possessor)
        known = self.definite or possessor or maker or self._publisher()
        if known and not plural:
            return self._body(whole, head=noun)
        if not plural and before and all(t.capital for t in before):
            return self._body(whole, head=noun)
        return self._unnamed("vague_collective", noun, people="several" if plural else "body")

    def _country(self, core: list[_Token]) -> NounPhrase | None:
        code = self.words.countries.get(_fold(self._slice(core)))
        if code is None:
            return None
        return self._body(self._slice(core), head=core[-1].fold)

    def _capitals(self, core: list[_Token]) -> NounPhrase | None:
        """A capitalised name that is no person's."""
        run = self._capital_run(core)
        if not run or (run[-1] is not core[-1] and not self.words.head_first):
            return None
        if len(run) == len(core) == 1 and self._common(run[0]):
            return None
        if all(t.fold in self.words.origins or t.fold in self.words.places for t in run):
            return None
        if self._ends_in_title(run):
            return self._office(self._slice(core), run[-1].fold, core)
        return self._body(self._slice(core), head=run[-1].fold)

    def _common(self, token: _Token) -> bool:
        """A word that is capitalised only because it opens a sentence."""
        if self.start + token.start and not self._opens_sentence(token):
            return False
        lower = regex.escape(token.text.lower())
        return bool(regex.search(rf"(?<!\w){lower}(?!\w)", self.reading.text))

    def _opens_sentence(self, token: _Token) -> bool:
        before = self.reading.text[: self.start + token.start].rstrip(" \t\"“”‘'([")
        return not before or before[-1] in ".!?:\n…"

    def _unlisted(self, core: list[_Token]) -> NounPhrase | None:
        words = self.words
        token = core[0] if words.head_first else core[-1]
        if token.fold in words.no_people or token.text.isdigit():
            return None
        if not token.fold.endswith(words.people_endings):
            return None
        return self._people(
            token.fold, core, [], self._slice(core), self._plural(token.fold)
        )

    # Parts of the answer

    def _person(self, name: list[_Token], role: str | None) -> NounPhrase:
        head = name[-1].fold
        text = self._slice(name)
        return NounPhrase(
            kind="named_person",
            named=True,
            name=text,
            role=role or None,
            organisation=self._organisation([t for t in self.core if t not in name], []),
            country=self._origin(),
            head=head,
            gender=self._gender([*self.core, *name[:1]]),
        )

    def _office(self, whole: str, noun: str, core: list[_Token]) -> NounPhrase:
        return NounPhrase(
            kind="named_person",
            named=True,
            role=whole,
            organisation=self._organisation(core, []),
            country=self._origin(),
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
            country=self._origin(),
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
            country=self._origin(),
            head=head,
            gender=gender,
            definite=self.definite,
        )

    def _organisation(self, core: list[_Token], possessor: list[_Token]) -> str | None:
        """The body that somebody is of: before the noun, or after a preposition."""
        if core:
            begin = (possessor or core)[0].start
            for first, last in _institutions(self.reading.lexicon.institutions, self.text, begin):
                if last <= core[-1].end:
                    return self.text[first:last]
        for index, token in enumerate(self.rest):
            if token.fold in self.words.strong or token.fold in self.words.weak:
                strong = token.fold in self.words.strong
                body = self._body_at(self.rest[index + 1 :], strong)
                if body:
                    return body
            elif token.fold in self.words.boundaries or token.text in ",(":
                continue
        return None

    def _body_at(self, tokens: list[_Token], strong: bool) -> str | None:
        """The named body at the start of `tokens`."""
        while tokens and not tokens[0].capital:
            if self.words.determiners["definite"].fullmatch(tokens[0].text) is None:
                break
            tokens = tokens[1:]
        run: list[_Token] = []
        for token in tokens:
            if not (token.capital or token.fold in self.words.body_links):
                break
            run.append(token)
        while run and not run[-1].capital:
            run.pop()
        begin = tokens[0].start if tokens else 0
        if tokens:
            for first, last in _institutions(self.reading.lexicon.institutions, self.text, begin):
                if first == begin or (run and last <= run[-1].end):
                    return self.text[begin : max(last, run[-1].end if run else 0)]
                break
        text = self._slice(run)
        if not run or _fold(text) in self.words.origins or run[-1].fold in self.words.places:
            return None
        acronym = len(run) == 1 and text.isupper()
        telling = any(t.fold in self.words.body_words for t in run)
        return text if strong or acronym or telling else None

    def _apposition(self) -> str | None:
        for segment in _segments(self.rest):
            if segment and not segment[0].capital and segment[0].fold not in self.words.boundaries:
                return self._slice(segment)
        return None

    def _origin(self) -> str | None:
        match = self.words.origin.search(self.text)
        return self.words.origins.get(_fold(match.group())) if match else None

    def _gender(self, tokens: list[_Token]) -> Gender | None:
        for token in tokens:
            if token.fold in self.words.female:
                return "f"
            if token.fold in self.words.male:
                return "m"
        return None

    def _plural(self, noun: str) -> bool:
        if not noun.endswith(self.words.plural):
            return False
        return not noun.endswith(self.words.singular)

    def _slice(self, tokens: list[_Token]) -> str:
        return self.text[tokens[0].start : tokens[-1].end] if tokens else ""


def _tokens(text: str, begin: int) -> list[_Token]:
    return [
        _Token(m.group(), m.start(), m.end(), m.group().translate(_APOSTROPHES).casefold())
        for m in _TOKEN.finditer(text, begin)
    ]


def _fold(text: str) -> str:
    return " ".join(text.translate(_APOSTROPHES).casefold().split())


def _segments(tokens: list[_Token]) -> list[list[_Token]]:
    """What stands between commas, dashes and brackets."""
    segments: list[list[_Token]] = []
    for token in tokens:
        if not token.fold[0].isalnum():
            segments.append([])
        elif segments:
            segments[-1].append(token)
    return [s for s in segments if s]


def _agencies(reading: Reading) -> dict[str, str]:
    return {
        _fold(form): agency.name
        for agency in reading.lexicon.agencies
        for form in (agency.name, *agency.names, *agency.ambiguous)
    }


@lru_cache(maxsize=8)
def _institution_patterns(phrases: tuple[str, ...]) -> tuple[regex.Pattern[str], ...]:
    strings = [s for p in phrases for s in expand(p)]
    acronyms = [s for s in strings if s.isupper() and " " not in s]
    lower = [s for s in strings if s == s.lower()]
    names = [s for s in strings if s not in {*acronyms, *lower}]
    return tuple(compile_phrases(group) for group in (acronyms, lower, names))


def _institutions(phrases: tuple[str, ...], text: str, begin: int) -> list[tuple[int, int]]:
    """Where institutions stand in the text; a name only where it is written as one."""
    acronyms, lower, names = _institution_patterns(phrases)
    found = [m.span() for m in lower.finditer(text, begin)]
    found += [m.span() for m in names.finditer(text, begin) if m.group()[0].isupper()]
    found += [m.span() for m in acronyms.finditer(text, begin) if m.group().isupper()]
    return sorted(found)
