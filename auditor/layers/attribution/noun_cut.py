"""A noun phrase cut up, and the bodies in it: whose somebody is, who made a thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import regex

from auditor.items import Reading
from auditor.layers.attribution.declined import Gender
from auditor.layers.attribution.noun_lists import (
    PEOPLE,
    Lists,
    Token,
    bare,
    fold,
    institutions,
    segments,
    tokens,
)

HOLDERS = (*PEOPLE, "office", "kin")
EDGE = " \t\n\r,;:–—-"
_OPENERS = " \t\"“”‘'(["
_HEADLINE = 300
"""So many code points to each side are looked at for a headline in capitals."""
_NICKNAME = regex.compile(r"\p{Lu}\p{L}+ ([“\"‘][\p{L} ]{2,15}[”\"’]) (?=\p{Lu})")
_NAME_MARKS = frozenset("«»„“”")
OWNERS = ("bodies", "media", "spokesperson", "office")


class _Words:
    """The words of an article; ask for it with `reading.use(_Words)`."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._known: dict[str, bool] = {}

    def small(self, word: str) -> bool:
        """Whether it stands in the text without a capital."""
        if word not in self._known:
            self._known[word] = any(self._alone(word))
        return self._known[word]

    def _alone(self, word: str) -> Iterator[bool]:
        text, place = self._text, self._text.find(word)
        while place >= 0:
            behind = place + len(word)
            around = text[max(place - 1, 0) : place] + text[behind : behind + 1]
            yield not any(c.isalnum() for c in around)
            place = text.find(word, place + 1)


class Cut:
    """One noun phrase: determiners off, its core, and the rest behind a preposition or mark.

    Offsets within it count from its first character.

    Attributes:
        definite, owned: it began with "the" or the like, with "his" or the like.
        number: what its determiners say.
        share: it is a share of those asked ("52 percent of voters").
        bodies: where institutions stand in it.
    """

    def __init__(self, reading: Reading, lists: Lists, start: int, end: int) -> None:
        text = reading.text[start:end]
        self.reading = reading
        self.lists = lists
        self.start = start + len(text) - len(text.lstrip(EDGE))
        self.text = text.strip(EDGE)
        self.number: Literal["one", "several"] | None = None
        self.definite = self.owned = self.share = self.personal = False
        self.marked: frozenset[int] = frozenset()
        every = self._without_nickname(tokens(self.text))
        if lists.listed:
            every = self._without_marks(every)
        self.tokens = self._without_determiners(every)
        self.core, self.rest = self._cut()
        if lists.head_first and self.tokens:  # “pejabat … itu”, “dokter saya”
            last = lists.determiners.get(self.tokens[-1].fold)
            adverbs = reading.language.words("attribution.adverbs")
            clauses = (i for i, t in enumerate(self.tokens) if t.fold in lists.relatives)
            # “perempuan yang juga bidan itu”, but “sumber yang tahu masalah itu”.
            plain = all(any(t.fold in adverbs for t in self.tokens[i + 1 : i + 2]) for i in clauses)
            if self.number is None and any(t.fold in lists.ordinals for t in self.core[1:]):
                self.number = "one"  # “pejabat kedua”
            closed = lists.determiners.get(self.rest[0].fold) if self.rest else None
            self.definite |= closed == "definite" or (
                plain and last in ("definite", "possessive") and not self.personal
            )
            # “pria yang bekerja di Lapangan Banteng itu”: a name takes none itself.
            named = len(self.tokens) > 1 and self.tokens[-2].capital
            self.definite |= (
                named and last == "definite" and not self.personal
            )  # no “seorang … itu”
        self.bodies = institutions(reading, self.text, self.tokens)

    def _without_nickname(self, every: list[Token]) -> list[Token]:
        """“Bob “Sparky” Lane” is one name."""
        nick = None if self.lists.listed else _NICKNAME.search(self.text)
        if nick is None:
            return every
        return [t for t in every if not nick.start(1) <= t.start < nick.end(1)]

    def _without_marks(self, every: list[Token]) -> list[Token]:
        """The words without the marks around names, which are remembered."""
        before = self.reading.text[max(self.start - 1, 0) : self.start]
        inside, marked, words = before in ("«", "„"), set(), []
        for token in every:
            if token.text in _NAME_MARKS:
                inside = token.text in "«„"
                continue
            words.append(token)
            if inside:
                marked.add(token.start)
        self.marked = frozenset(marked)
        return words

    def _without_determiners(self, part: list[Token]) -> list[Token]:
        while found := self.lists.determiner(part):
            kind, length = found
            if self.number is None and kind in ("one", "several"):
                self.number = "one" if kind == "one" else "several"
            self.definite |= kind in ("definite", "possessive")
            self.owned |= kind == "possessive"
            self.share |= kind == "share"
            self.personal |= part[0].fold in self.lists.personal
            part = part[length:]
        return part

    def _cut(self) -> tuple[list[Token], list[Token]]:
        """The tokens before the first preposition, relative or mark, and the others."""
        for index, token in enumerate(self.tokens):
            if token.text == "&" and self._joins_names(index):
                continue
            if not token.fold[0].isalnum():
                return self.tokens[:index], self.tokens[index:]
            if (token.capital and index) or self.lists.within_head(self.tokens, index):
                continue
            if self.lists.listed and self._headless(index):
                continue
            if token.fold in self.lists.boundaries or (
                token.fold in self.lists.participles and self._after_noun(index)
            ):
                return self.tokens[:index], self.tokens[index:]
        return self.tokens, []

    def _joins_names(self, index: int) -> bool:
        around = self.tokens[max(index - 1, 0) : index + 2]
        return len(around) == 3 and around[0].capital and around[2].capital

    def _headless(self, index: int) -> bool:
        """“знакомый с ситуацией | источник”: all before the head belongs to it."""
        head = self.lists.head(self.tokens)
        capital = any(t.capital for t in self.tokens[1:index])
        return head is not None and head.first > index and not capital

    def _after_noun(self, index: int) -> bool:
        """Whether a participle here ends the phrase: “sources familiar …”, “those close to …”."""
        before = self.tokens[:index]
        if before:
            return before[-1].capital or self.lists.head(before) is not None
        following = self.tokens[index + 1 : index + 2]
        return bool(following) and following[0].fold in self.lists.boundaries

    def words_of(self, part: Sequence[Token]) -> str:
        text = self.text[part[0].start : part[-1].end] if part else ""
        return text + "»" if text.count("«") > text.count("»") else text

    def possessor(self, core: list[Token]) -> tuple[list[Token], list[Token]]:
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

    def unproven(self, token: Token) -> bool:
        """A capital that opens a sentence, and nothing shows that it is a surname."""
        lists = self.lists
        if not self.opens_sentence(token) or token.acronym:
            return False
        if token.fold.endswith(lists.surname_endings) and not self.common(token):
            return False
        stem = token.text[: max(len(token.text) - 2, 3)]
        text = self.reading.text
        place = text.find(stem)
        while place >= 0:
            before = text[max(place - 8, 0) : place].rstrip(_OPENERS + "«„")
            if before and before[-1] not in ".!?:\n…":
                return False
            place = text.find(stem, place + 1)
        return True

    def capitals(self, core: list[Token]) -> list[Token]:
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

    def leading_capitals(self, part: list[Token]) -> list[Token]:
        end = 0
        while end < len(part) and (
            part[end].capital or (end and part[end].fold in self.lists.particles)
        ):
            end += 1
        return part[:end]

    def common(self, token: Token) -> bool:
        """A word that is capitalised only because a sentence begins with it."""
        if not self.opens_sentence(token):
            return False
        if self.reading.use(_Words).small(token.text.lower()):
            return True
        # Nowhere else in the text, and it looks like a plural for people: “Employers say …”.
        people = token.fold.endswith(self.lists.people_endings) and self.lists.plural(token.fold)
        return people and self.reading.text.count(token.text) == 1

    def opens_sentence(self, token: Token) -> bool:
        """The first word of a sentence, of which a capital proves nothing."""
        place = self.start + token.start
        before = self.reading.text[max(place - 8, 0) : place].rstrip(_OPENERS)
        return not before or before[-1] in ".!?:\n…"

    def shouting(self) -> bool:
        """A headline, where each word has a capital."""
        place = self.start
        low, high = max(place - _HEADLINE, 0), place + _HEADLINE
        begin = max(self.reading.text.rfind("\n", low, place) + 1, low)
        end = self.reading.text.find("\n", place, high)
        line = self.reading.text[begin : end if end >= 0 else high].split()
        long = [word for word in line if len(word) > 4]
        return len(long) > 2 and all(not word[0].islower() for word in long)

    def maker(self, modifiers: list[Token], possessor: list[Token]) -> str | None:
        """The named body or person before a noun: “a Gallup poll”, “Smith’s emails”."""
        names = [t for t in possessor if t.capital]
        if not names:
            names = [t for t in modifiers if t.capital]
            if len(names) == 1 and self.opens_sentence(names[0]):
                return None
        text = self.words_of(names)
        if names and possessor:
            text = text[: len(text) - len(names[-1].text) + len(bare(names[-1].fold))]
        if not text or fold(text) in self.lists.no_makers:
            return None
        return text

    def genitive(self, core: list[Token]) -> str | None:
        """The body or person behind a listed head: “доклад | министерства обороны”."""
        head = self.lists.head(core)
        behind = core[head.last + 1 :] if head else []
        known = (self.lists.kinds.get(t.fold) in OWNERS for t in behind)
        if any(t.capital for t in behind) or any(known):
            return self.words_of(behind)
        return None

    def publisher(self) -> str | None:
        """Whose it is (“a report by …”); whoever saw or got hold of it did not make it."""
        for index, token in enumerate(self.rest):
            if token.fold in self.lists.acquired:
                return None
            if token.fold in self.lists.publishers or self._prints(index):
                return self.body_at(self.rest[index + 1 :], strong=True)
        return None

    def _prints(self, index: int) -> bool:
        """“a paper | in Nature Geoscience”, “published on Thursday | in The Lancet”."""
        if self.rest[index].fold not in self.lists.within:
            return False
        return index == 0 or any(t.fold in self.lists.published for t in self.rest[:index])

    def organisation(self, core: list[Token], possessor: list[Token]) -> str | None:
        """The body somebody is of: before the noun, or after a preposition."""
        if core:
            begin, end = (possessor or core)[0].start, core[-1].end
            for first, last in self.bodies:
                if begin <= first and last <= end:
                    return self.text[first:last]
            if self.lists.listed and (owner := self.genitive(core)):
                return owner
        for index, token in enumerate(self.rest):
            if token.fold in self.lists.relatives:
                break
            strong = token.fold in self.lists.strong
            if strong or token.fold in self.lists.weak:
                body = self.body_at(self.rest[index + 1 :], strong)
                if body:
                    return body
        return None

    def body_at(self, part: list[Token], strong: bool) -> str | None:
        """The named body that `part` begins with."""
        while part and not part[0].capital:
            # “the 2014 Community Survey”
            if part[0].fold not in self.lists.determiners and not part[0].text.isdigit():
                break
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
        text = self.words_of(run)
        lists = self.lists
        if not run:
            return None
        telling = any(t.fold in lists.body_words - lists.places for t in run)
        place = run[-1].fold in lists.places and not telling
        if place or fold(text) in lists.no_makers or run[0].fold in lists.titles:
            return None
        telling |= run[0].acronym and run[0].text.isalpha()
        ending = len(run[-1].fold) - len(bare(run[-1].fold))
        return text[: len(text) - ending] if strong or telling else None

    def apposition(self) -> str | None:
        for segment in segments(self.rest):
            found = self.lists.determiner(segment)
            if segment[0].text.isdigit():  # an age
                continue
            if found:
                return self.words_of(segment[found[1] :])
            if not segment[0].capital and segment[0].fold not in self.lists.boundaries:
                return self.words_of(segment)
        return None

    def gender(self, part: Sequence[Token]) -> Gender | None:
        for token in part:
            if token.fold in self.lists.female:
                return "f"
            if token.fold in self.lists.male:
                return "m"
        return None
