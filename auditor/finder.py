"""Finds many phrases at once: one automaton instead of one large pattern.

All plain strings that the phrases stand for go into one automaton (Aho and Corasick
1975). What it finds between word boundaries is a match, or the beginning of one that a
small pattern, compiled when first needed, confirms. Large patterns cost seconds to
compile and try every alternative at every word; this costs neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex
from ahocorasick_rs import AhoCorasick

from auditor.phrases import Head, Lists, heads

FOLDED = str.maketrans(dict.fromkeys("’‘ʼ`", "'") | dict.fromkeys("\t\n\u00a0\u202f\u2009", " "))
_RUN = regex.compile(r"\s{2,}")
_LONE = {"ı": "i", "ſ": "s", "ς": "σ", "İ": "i"}
EMPTY_LINE = "\x00"
"""Stands for an empty line in folded text: no phrase reaches over it."""

SLACK = 60
"""White space that a phrase may hold beyond one space between words, when matched in place."""


@dataclass(frozen=True, slots=True)
class Found:
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
        words = frozenset(max(head.split(), key=len) for head in made.heads)
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
        return next(self.finditer(text, pos, endpos), None)

    def match(self, text: str, pos: int = 0, endpos: int | None = None) -> Found | None:
        """The longest match that begins at `pos`."""
        ends = [end for start, end in self._all(text, pos, endpos, at=True) if start == pos]
        return Found(text, pos, max(ends)) if ends else None

    def fullmatch(self, text: str, pos: int = 0, endpos: int | None = None) -> Found | None:
        """The match that is all of the text between `pos` and `endpos`."""
        last = len(text) if endpos is None else min(endpos, len(text))
        if any(span == (pos, last) for span in self._all(text, pos, endpos)):
            return Found(text, pos, last)
        return None

    def _all(
        self, text: str, pos: int, endpos: int | None, *, at: bool = False
    ) -> Iterator[tuple[int, int]]:
        """Every match, in no order; `at`: only those that begin at `pos` need be among them."""
        made = self._build()
        last = len(text) if endpos is None else min(endpos, len(text))
        seen = min(last, pos + made.window) if at else last
        folded, places = fold(text) if pos == 0 and seen == len(text) else fold(text[pos:seen])
        for index, start, end in made.automaton.find_matches_as_indexes(folded, overlapping=True):
            begin = pos + (places[start] if places else start)
            if begin and _is_word(text[begin - 1]) and _is_word(text[begin]):
                continue
            for head in made.tails[index]:
                if not head.whole:
                    match = made.pattern(head).match(text, begin, last)
                    if match is not None:
                        yield match.span()
                    continue
                finish = pos + (places[end - 1] + 1 if places else end)
                if finish >= len(text) or not _is_word(text[finish]):
                    yield begin, finish
        for head in made.everywhere:
            pattern = made.pattern(head, r"(?<!\w)")
            yield from (match.span() for match in pattern.finditer(text, pos, last))

    def __getstate__(self) -> dict[str, object]:
        return self.__dict__ | {"_made": None}


class _Made:
    """What a finder works with.

    Attributes:
        heads: how matches begin, folded; tails: for each, the phrases that begin so.
        everywhere: phrases that begin with a free word, whose pattern runs over all text.
        window: no match begins with more characters than that, white space aside.
    """

    def __init__(self, phrases: Iterable[str], lists: Lists | None) -> None:
        tails: dict[str, list[Head]] = {}
        self.everywhere: list[Head] = []
        for phrase in phrases:
            for head in heads(phrase, lists):
                if not head.string:
                    self.everywhere.append(head)
                    continue
                same = tails.setdefault(_lowered(head.string).translate(FOLDED), [])
                same.insert(0 if head.whole else len(same), head)
        self.heads = list(tails)
        self.tails = [tuple(t) for t in tails.values()]
        self.window = max(map(len, self.heads), default=0) + SLACK
        self.automaton = AhoCorasick(self.heads, store_patterns=False)
        self._compiled: dict[int, regex.Pattern[str]] = {}

    def pattern(self, head: Head, before: str = "") -> regex.Pattern[str]:
        """The whole phrase, compiled when its beginning is first met."""
        if id(head) not in self._compiled:
            source = before + head.source()
            self._compiled[id(head)] = regex.compile(source, regex.IGNORECASE, cache_pattern=False)
        return self._compiled[id(head)]


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _lowered(text: str) -> str:
    """Lower case, letter by letter: the places stay."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else _LONE.get(c, c) for c in text)
    return lower


@lru_cache(maxsize=64)
def fold(text: str) -> tuple[str, tuple[int, ...]]:
    """The text as the automaton reads it, and where each character came from.

    Lower case, one space for any run of white space, one apostrophe. The places are
    empty where nothing moved.
    """
    lower = _lowered(text).translate(FOLDED)
    if _RUN.search(text) is None:
        return lower, ()
    pieces: list[str] = []
    places: list[int] = []
    end = 0
    for run in _RUN.finditer(text):
        pieces += (lower[end : run.start()], EMPTY_LINE if run.group().count("\n") > 1 else " ")
        places += range(end, run.start() + 1)
        end = run.end()
    pieces.append(lower[end:])
    places += range(end, len(text))
    return "".join(pieces), tuple(places)


NOTHING = Finder(())
"""Finds nothing."""
