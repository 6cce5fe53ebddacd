"""Finds many phrases at once: one automaton instead of one large pattern.

All plain strings that the phrases stand for go into one automaton (Aho and Corasick
1975). What it finds between word boundaries is a match, or the beginning of one that a
small pattern, compiled when first needed, confirms. Large patterns cost seconds to
compile and try every alternative at every word; this costs neither.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

import regex
from ahocorasick_rs import AhoCorasick

from auditor.folded import Folded, folded, plain
from auditor.phrases import Head, Lists, heads

_SLACK = 60
"""White space that a phrase may hold beyond one space between words, at one place."""

_SHORT = 200
"""Characters of a text that is looked at once: a few words, a phrase."""


class Found(NamedTuple):
    """One match, with the interface of a match object as far as layers need it."""

    string: str
    first: int
    last: int

    def start(self) -> int:
        return self.first

    def end(self) -> int:
        return self.last

    def span(self) -> tuple[int, int]:
        return self.first, self.last

    def group(self) -> str:
        return self.string[self.first : self.last]

    def groupdict(self) -> dict[str, str | None]:
        return {}


_Hit = tuple[int, int, Head | None]
"""Bounds of a match; of the beginning of one, with the phrase that it begins."""


class Finder:
    """Whole words, any case, over line breaks, either apostrophe; the longest match wins.

    `finditer`, `search`, `match` and `fullmatch` are those of a compiled pattern.
    Positions are code points; `pos` and `endpos` bound the match, not what is around it.
    """

    def __init__(self, phrases: Iterable[str], lists: Lists | None = None) -> None:
        self._phrases = tuple(phrases)
        self._lists = lists
        self._made: _Made | None = None

    @property
    def needs(self) -> frozenset[str]:
        """Of these words, each match contains one; empty where that is not known."""
        made = self._build()
        words = frozenset(max(head.split(), key=len) for head in made.tails)
        return frozenset() if made.everywhere else words

    def _build(self) -> _Made:
        """The automaton, made when first asked: most lists are never asked about an article."""
        if self._made is None:
            self._made = _Made(self._phrases, self._lists)
        return self._made

    def finditer(
        self, text: str, pos: int = 0, endpos: int | None = None, timeout: float | None = None
    ) -> Iterator[Found]:
        """All matches from left to right, not overlapping."""
        del timeout  # nothing here can run away
        reach = pos
        for start, end in sorted(self._all(text, pos, endpos), key=lambda s: (s[0], -s[1])):
            if start >= reach and end > start:
                reach = end
                yield Found(text, start, end)

    def search(self, text: str, pos: int = 0, endpos: int | None = None) -> Found | None:
        """The first match."""
        found: tuple[int, int] | None = None
        for start, end in self._all(text, pos, endpos):
            if found is None or (start, -end) < (found[0], -found[1]):
                found = start, end
            elif start > found[0] and not self._build().everywhere:
                break
        return Found(text, *found) if found else None

    def match(self, text: str, pos: int = 0, endpos: int | None = None) -> Found | None:
        """The longest match that begins at `pos`."""
        ends = [end for start, end in self._all(text, pos, endpos, pos + 1) if start == pos]
        return Found(text, pos, max(ends)) if ends else None

    def fullmatch(self, text: str, pos: int = 0, endpos: int | None = None) -> Found | None:
        """The match that is all of the text between `pos` and `endpos`."""
        last = len(text) if endpos is None else min(endpos, len(text))
        if any(span == (pos, last) for span in self._all(text, pos, endpos, pos + 1)):
            return Found(text, pos, last)
        return None

    def _all(
        self, text: str, pos: int, endpos: int | None, before: int | None = None
    ) -> Iterator[tuple[int, int]]:
        """Every match in `text[pos:endpos]`, by where it begins; see `finditer`.

        Args:
            before: matches that begin there or later need not be among them.
        """
        made = self._build()
        last = len(text) if endpos is None else min(endpos, len(text))
        hits = made.hits(text) if before is None else made.hits_at(text, pos)
        stop = last if before is None else min(before, last)
        for index in range(bisect_left(hits, (pos,)) if pos else 0, len(hits)):
            begin, finish, head = hits[index]
            if begin >= stop:
                break
            if head is None:
                if finish <= last:
                    yield begin, finish
            else:
                match = made.pattern(head).match(text, begin, last)
                if match is not None:
                    yield match.span()
        for head in made.everywhere:
            pattern = made.pattern(head, r"(?<!\w)")
            yield from (match.span() for match in pattern.finditer(text, pos, last))

    def __getstate__(self) -> dict[str, object]:
        return self.__dict__ | {"_made": None}


_brief = lru_cache(maxsize=4)(Folded)
"""The same for a few words, apart, lest they drive out what was found in an article."""


class _Made:
    """What a finder works with.

    Attributes:
        tails: how matches begin, folded, and for each the phrases that begin so.
        everywhere: phrases that begin with a free word, whose pattern runs over all text.
        window: characters in which the longest beginning ends, white space included.
        together: a search that finds these phrases among others.
    """

    def __init__(self, phrases: Iterable[str], lists: Lists | None) -> None:
        tails: dict[str, list[Head]] = {}
        self.everywhere: list[Head] = []
        for phrase in phrases:
            for head in heads(phrase, lists):
                if not head.string:
                    self.everywhere.append(head)
                    continue
                same = tails.setdefault(plain(head.string), [])
                same.insert(0 if head.whole else len(same), head)
        self.tails = {head: tuple(t) for head, t in tails.items()}
        self.window = max(map(len, self.tails), default=0) + _SLACK
        self._initials = frozenset(head[0] for head in self.tails)
        self.together: _Search | None = None
        self._alone: _Search | None = None
        self._compiled: dict[int, regex.Pattern[str]] = {}

    def hits(self, text: str) -> list[_Hit]:
        """Where matches of phrases stand in a text, in order; kept with the text."""
        known = folded(text) if len(text) >= _SHORT else _brief(text)
        if self not in known.hits:
            if self.together:
                for member, hits in self.together.run(known).items():
                    known.hits[member] = hits
            else:
                known.hits[self] = self._hits(known)
        return known.hits[self]  # type: ignore[return-value]

    def hits_at(self, text: str, pos: int) -> list[_Hit]:
        """The same for one place, where nobody asked for all of the text yet."""
        known = folded(text).hits.get(self) if len(text) >= _SHORT else None
        if known is not None:
            return known  # type: ignore[return-value]
        here = text[pos : pos + 1]
        if plain(here) not in self._initials:
            return []
        if pos and _is_word(text[pos - 1]) and _is_word(here):
            return []
        found = self._hits(Folded(text[pos : pos + self.window]))
        return [(pos + start, pos + end, head) for start, end, head in found if not start]

    def _hits(self, known: Folded) -> list[_Hit]:
        if self._alone is None:
            self._alone = _Search([self])
        return self._alone.run(known)[self]

    def pattern(self, head: Head, before: str = "") -> regex.Pattern[str]:
        """The whole phrase, compiled when its beginning is first met."""
        if id(head) not in self._compiled:
            source = before + head.source()
            self._compiled[id(head)] = regex.compile(source, regex.IGNORECASE, cache_pattern=False)
        return self._compiled[id(head)]


class _Search:
    """One automaton for the phrases of several finders."""

    def __init__(self, members: Sequence[_Made]) -> None:
        owners: dict[str, list[tuple[_Made, tuple[Head, ...]]]] = {}
        for member in members:
            for head, tails in member.tails.items():
                owners.setdefault(head, []).append((member, tails))
        self._members = members
        self._owners = list(owners.values())
        self._automaton = AhoCorasick(list(owners), store_patterns=False)

    def run(self, known: Folded) -> dict[_Made, list[_Hit]]:
        """What each of them finds."""
        string, place = known.string, known.place
        found: dict[_Made, list[_Hit]] = {member: [] for member in self._members}
        every = self._automaton.find_matches_as_indexes(string, overlapping=True)
        for index, first, end in every:
            if first and _is_word(string[first - 1]) and _is_word(string[first]):
                continue
            inside = end < len(string) and _is_word(string[end])
            span = place(first), place(end - 1) + 1
            for member, tails in self._owners[index]:
                for head in tails:
                    if not head.whole:
                        found[member].append((*span, head))
                    elif not inside:
                        found[member].append((*span, None))
        for hits in found.values():
            hits.sort(key=itemgetter(0))
        return found


def search_together(finders: Iterable[Finder]) -> None:
    """From now on, when one of them is asked about a text, all of them search it in one pass.

    For lists that every article is searched for; a finder asked for one place, or about
    a few words, goes on alone.
    """
    members = [finder._build() for finder in finders]
    search = _Search(members)
    for member in members:
        member.together = search


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


NOTHING = Finder(())
"""Finds nothing."""
