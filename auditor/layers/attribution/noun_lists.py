"""The word lists behind noun phrases, compiled once, and the tokens of a phrase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from auditor.finder import Finder, search_together
from auditor.items import Reading
from auditor.layers.attribution.capitals import has_capital
from auditor.lexicon import Language, Lexicon
from auditor.phrases import expand

PEOPLE = ("official", "expert", "resident", "source", "groups", "camp")
_PERSONS = (*PEOPLE, "office", "kin", "spokesperson", "no_source")
_THINGS = ("bodies", "media", "documents", "public_documents")
_LONGEST_HEAD = 4
_LONGEST_DETERMINER = 5

_TOKEN = regex.compile(r"(?:\p{Lu}\.){2,}|\w[\w.&/]*(?:['’ʼ‘`-]\w[\w.&/]*)*['’]?|[^\w\s]")
_APOSTROPHES = "’‘ʼ`"


class Token(NamedTuple):
    """One word or mark of a phrase, with its place in it."""

    text: str
    start: int
    end: int
    fold: str

    @property
    def capital(self) -> bool:
        return has_capital(self.text)

    @property
    def acronym(self) -> bool:
        return len(self.text) > 1 and self.text.isupper() and not self.text.endswith(".")


class Head(NamedTuple):
    """A head noun the lists know: its kind, and the tokens it stands on."""

    noun: str
    kind: str
    first: int
    last: int


class Lists:
    """What one language knows about nouns."""

    def __init__(self, language: Language) -> None:
        words, pattern = language.words, language.pattern
        self.head_first = "first" in words("noun.head")
        self.listed = "listed" in words("noun.head")
        """The head is the first noun that a list knows; genitives follow it."""
        self.surname_endings = tuple(language.optional("noun.surname_endings"))
        self.genitive_endings = tuple(language.optional("noun.genitive_endings"))
        self.genitive_adjectives = tuple(language.optional("noun.genitive_adjective_endings"))
        self.adjective_endings = tuple(language.optional("noun.adjective_endings"))
        self.generic_bodies = language.optional("generic_bodies")
        ordinals = ("first", "second", "third")
        self.ordinals = frozenset[str]().union(
            *(language.optional(f"determiners.{o}") for o in ordinals)
        )
        self.patronymics = tuple(language.optional("names.patronymic_endings"))
        self.determiners: dict[str, str] = {}
        for kind in ("definite", "one", "several", "possessive"):
            self.determiners |= dict.fromkeys(words(f"determiners.{kind}"), kind)
        self.determiners |= dict.fromkeys(language.optional("determiners.share"), "share")
        self.alone = words("determiners.alone")
        self.alone_one = words("determiners.alone_one")
        self.alone_before = words("determiners.alone_before")
        self.no_source = words("noun.no_source")
        self.boundaries = words("noun.boundaries")
        self.participles = words("noun.participles")
        self.relatives = words("noun.relatives")
        self.conjunctions = words("noun.conjunctions")
        self.possessive = (*words("noun.possessive"), "'")
        self.named_by = pattern("noun.named_by")
        self.unnamed = words("anonymity.adjectives")
        self.after_head = tuple(words("noun.after_endings"))
        self.plural_endings = tuple(words("noun.plural_endings"))
        self.singular_endings = tuple(words("noun.singular_endings"))
        self.people_endings = tuple(words("noun.people_endings"))
        self.no_people = words("noun.no_people")
        self.particles = words("noun.name_particles", "noun.name_suffixes")
        self.body_links = words("noun.body_links")
        self.strong = words("noun.body_prepositions.strong")
        self.weak = words("noun.body_prepositions.weak")
        self.publishers = words("noun.publishers")
        self.published = language.optional("noun.published")
        self.within = language.optional("noun.within")
        self.acquired = language.optional("noun.acquired")
        self.kinds: dict[str, str] = {}
        for kind in _THINGS:
            self.kinds |= dict.fromkeys(words(kind), kind)
        for kind in _PERSONS:  # the later list wins for a word that stands in two
            self.kinds |= dict.fromkeys(words(f"people.{kind}"), kind)
        self._determiner_firsts = _firsts(self.determiners)
        self._long_firsts = _firsts(noun for noun in self.kinds if " " in noun)
        self._noun_firsts = _firsts(self.kinds)
        self._noun_lasts = frozenset(noun.split()[-1] for noun in self.kinds)
        degrees = language.optional("attribution.degrees")
        self.degrees = frozenset(degree.rstrip(".") for degree in degrees)
        self.personal = language.optional("determiners.personal")
        """Only people are counted by them (“seorang”)."""
        self.masses = language.optional("people.masses")
        self.former = language.optional("noun.former")
        self.ordinals = language.optional("determiners.first")
        self.ordinals |= language.optional("determiners.second")
        self.ordinals |= language.optional("determiners.third")
        self.press_offices = language.optional("people.press_offices")
        self.honorifics = words("titles.male", "titles.female")
        self.titles = words("titles.male", "titles.female", "titles.neutral")
        self.female = words("titles.female", "people.female", "names.female")
        self.male = words("titles.male", "people.male", "names.male")
        self.first_names = words("names.female", "names.male")
        self.body_words = words("body_words")
        self.places = words("places", "place_words")
        self.countries = _codes(language, "names")
        self.origins = _codes(language, "names", "adjectives")
        self._origin_firsts = frozenset(bare(first) for first in _firsts(self.origins))
        self.no_makers = frozenset(self.origins) | words("countries.others")
        self.lands = self.places | {p for origin in self.no_makers for p in origin.split()}
        self.no_names = self.lands | self.titles | self.kinds.keys() | self.body_words

    def determiner(self, tokens: Sequence[Token]) -> tuple[str, int] | None:
        """The determiner that the tokens begin with: its kind and how many it takes."""
        known = bool(tokens) and tokens[0].fold in self._determiner_firsts
        for length in range(min(_LONGEST_DETERMINER, len(tokens)), 0, -1) if known else ():
            kind = self.determiners.get(" ".join(t.fold for t in tokens[:length]))
            if kind:
                return kind, length
        if len(tokens) > 1 and tokens[0].text[0].isdigit() and tokens[1].fold[0].isalpha():
            return "several", 1
        return None

    def head(self, tokens: Sequence[Token]) -> Head | None:
        """The head noun of a phrase's core, where a list knows it."""
        count = len(tokens)
        if self.listed:
            return self._first_listed(tokens)
        opening = self._former(tokens) if self.head_first else 0
        while count:
            edge = tokens[opening if self.head_first else count - 1].fold
            known = edge in (self._noun_firsts if self.head_first else self._noun_lasts)
            for length in range(min(_LONGEST_HEAD, count - opening) if known else 1, 0, -1):
                first = opening if self.head_first else count - length
                noun = " ".join(t.fold for t in tokens[first : first + length])
                kind = self.kinds.get(noun)
                if kind is None and length == 1:
                    kind = self.kinds.get(noun.rpartition("-")[2])
                    if kind and not self.plural(noun):
                        noun = noun.rpartition("-")[2]
                if kind:
                    return Head(noun, kind, first, first + length - 1)
            if self.head_first or not tokens[count - 1].fold.endswith(self.after_head):
                return None
            count -= 1
        return None

    def _former(self, tokens: Sequence[Token]) -> int:
        """“bekas | manajer”: how many words before the head only tell that he was one."""
        count = 0
        while count < len(tokens) - 1 and tokens[count].fold in self.former:
            count += 1
        return count

    def _first_listed(self, tokens: Sequence[Token]) -> Head | None:
        for first, token in enumerate(tokens):
            if "-" not in token.fold and token.fold not in self._noun_firsts:
                continue
            if first and token.capital and not token.acronym:
                continue
            for length in range(min(_LONGEST_HEAD, len(tokens) - first), 0, -1):
                noun = " ".join(t.fold for t in tokens[first : first + length])
                kind = self.kinds.get(noun)
                if kind is None and length == 1 and "-" in noun:
                    # “экс-помощник”, “врач-нарколог”
                    parts = (noun.rpartition("-")[2], noun.partition("-")[0])
                    noun = next((p for p in parts if p in self.kinds), noun)
                    kind = self.kinds.get(noun)
                if kind and not self._leads(tokens, first):
                    return Head(noun, kind, first, first + length - 1)
        return None

    def _leads(self, tokens: Sequence[Token], index: int) -> bool:
        """“знакомый с делом источник”: an adjective before its noun, no noun itself."""
        behind = tokens[index + 1 : index + 2]
        return (
            tokens[index].fold in self.participles
            and bool(behind)
            and behind[0].fold in self.boundaries
        )

    def within_head(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether the word stands inside a listed noun: “secretary of state”."""
        if index == 0 or tokens[index - 1].fold not in self._long_firsts:
            return False
        words = [t.fold for t in tokens[index - 1 : index + 3]]
        return " ".join(words[:3]) in self.kinds or " ".join(words) in self.kinds

    def origin(self, tokens: Sequence[Token]) -> str | None:
        """The code of the first country that the tokens name."""
        for index, token in enumerate(tokens):
            if token.capital and bare(token.fold) in self._origin_firsts:
                for length in (3, 2, 1):
                    word = " ".join(bare(t.fold) for t in tokens[index : index + length])
                    code = self.origins.get(word)
                    if code:
                        return code
        return None

    def plural(self, noun: str) -> bool:
        half, sign, other = noun.partition("-")
        if sign and half == other:  # “petani-petani”
            return True
        return noun.endswith(self.plural_endings) and not noun.endswith(self.singular_endings)


def _firsts(phrases: Iterable[str]) -> frozenset[str]:
    """The first words: what does not begin with one of them needs no further look."""
    return frozenset(phrase.split()[0] for phrase in phrases)


def _country_lists(language: Language, *kinds: str) -> list[str]:
    return [f"countries.{k}.{code}" for k in kinds for code in language.group(f"countries.{k}")]


def _codes(language: Language, *kinds: str) -> dict[str, str]:
    return {
        word: name.rpartition(".")[2]
        for name in _country_lists(language, *kinds)
        for word in language.words(name)
    }


def fold(text: str) -> str:
    """Case-folded, with plain apostrophes and single spaces."""
    return " ".join(_plain(text).casefold().split())


def _plain(text: str) -> str:
    """With plain apostrophes."""
    for sign in _APOSTROPHES:
        if sign in text:
            text = text.replace(sign, "'")
    return text


def bare(word: str) -> str:
    """A folded word without its possessive ending."""
    return word.removesuffix("s").removesuffix("'") if word.endswith(("'s", "'")) else word


def tokens(text: str, begin: int = 0) -> list[Token]:
    plain = _plain(text)
    found = []
    for match in _TOKEN.finditer(text, begin):
        start, end = match.span()
        found.append(Token(match.group(), start, end, plain[start:end].casefold()))
    return found


def segments(rest: Sequence[Token]) -> Iterator[list[Token]]:
    """What stands between commas, dashes and brackets, the part before the first left out."""
    current: list[Token] | None = None
    for token in rest:
        if not token.fold[0].isalnum():
            if current:
                yield current
            current = []
        elif current is not None:
            current.append(token)
    if current:
        yield current


def agencies(reading: Reading) -> dict[str, str]:
    """News agencies by every folded form of their names."""
    return reading.lexicon.once(_agencies)


def _agencies(lexicon: Lexicon) -> dict[str, str]:
    return {
        fold(form): agency.name
        for agency in lexicon.agencies
        for form in (agency.name, *agency.names, *agency.ambiguous)
    }


def institutions(reading: Reading, text: str, part: list[Token]) -> list[tuple[int, int]]:
    """Where institutions stand among the text's tokens; names only where written as names."""
    firsts, acronyms, lower, names = reading.lexicon.once(_institution_patterns)
    begin = next((t.start for t in part if bare(t.fold) in firsts), None)
    if begin is None:
        return []
    found = [m.span() for m in lower.finditer(text, begin)]
    found += [m.span() for m in names.finditer(text, begin) if m.group()[0].isupper()]
    found += [m.span() for m in acronyms.finditer(text, begin) if m.group().isupper()]
    return sorted(found, key=lambda span: (span[0], -span[1]))


class _Institutions(NamedTuple):
    firsts: frozenset[str]
    acronyms: Finder
    lower: Finder
    names: Finder


def _institution_patterns(lexicon: Lexicon) -> _Institutions:
    strings = [s for p in lexicon.institutions for s in expand(p)]
    acronyms = [s for s in strings if s.isupper() and " " not in s]
    lower = [s for s in strings if s == s.lower()]
    names = [s for s in strings if s not in {*acronyms, *lower}]
    firsts = frozenset(bare(t.fold) for s in strings for t in tokens(s)[:1])
    found = _Institutions(firsts, Finder(acronyms), Finder(lower), Finder(names))
    search_together(found[1:])
    return found
