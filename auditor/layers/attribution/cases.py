"""One word in its cases: “Песков”, “Пескова”, “Пескову” are one name.

A language lists rows of endings, each the endings of one word in its cases, the
nominative first, “0” for none. Two words are the same where one row holds both of their
endings behind the same stem. That is no morphology: “Орлова” may be his or her name, and
both are taken for one. A language without such rows compares words as they stand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from auditor.lexicon import Language

_STEM = 2
"""Letters that must stand before an ending."""
_AKIN, _TAIL = 4, 3
"""Letters that singular and plural share at least, and in which they differ at most."""
_NONE = "0"
_LIST = "noun.case_endings"


class Cases:
    """Ask for it with `language.once(Cases)`. Words are given case-folded."""

    def __init__(self, language: Language) -> None:
        rows = language.lists.get(_LIST, ())
        self._rows = tuple(
            tuple("" if e == _NONE else e for e in row.casefold().split()) for row in rows
        )

    def same(self, one: str, other: str) -> bool:
        """Whether two words are one in different cases."""
        return one == other or (
            bool(self._rows)
            and one[:_STEM] == other[:_STEM]
            and any(True for _ in self._shared(one, other))
        )

    @property
    def inflected(self) -> bool:
        """Whether words that are written differently may be the same."""
        return bool(self._rows)

    def among(self, word: str, words: Collection[str]) -> bool:
        """Whether one of the words is the same."""
        return word in words or (bool(self._rows) and any(self.same(word, w) for w in words))

    def akin(self, one: str, other: str) -> bool:
        """The same, or singular and plural: “источник” and “источников”."""
        if self.same(one, other):
            return True
        pairs = zip(one, other, strict=False)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        longest = max(len(one), len(other))
        return bool(self._rows) and shared >= max(_AKIN, longest - _TAIL)

    def all_same(self, some: Sequence[str], others: Sequence[str]) -> bool:
        """The same, word by word."""
        return len(some) == len(others) and all(map(self.same, some, others))

    def holds(self, whole: Sequence[str], part: Sequence[str]) -> bool:
        """Whether one name goes on from or leads up to another: “краевое | министерство”."""
        places = range(len(whole) - len(part) + 1)
        return any(self.all_same(whole[at : at + len(part)], part) for at in places)

    def nearer(self, one: str, other: str) -> bool:
        """Whether `one` is nearer to the nominative; both are the same word."""
        return one != other and next(
            (here < there for here, there in self._shared(one, other)), False
        )

    def nearer_name(self, name: str, other: str) -> bool:
        """The same for a name of several words, as it is written."""
        pairs = zip(name.casefold().split(), other.casefold().split(), strict=False)
        return any(self.nearer(a, b) for a, b in pairs)

    def _shared(self, one: str, other: str) -> Iterator[tuple[int, int]]:
        """The places of both words' endings in each row that holds them."""
        for row in self._rows:
            for here, ending in enumerate(row):
                stem = one.removesuffix(ending)
                if len(stem) < _STEM or not one.endswith(ending) or not other.startswith(stem):
                    continue
                rest = other[len(stem) :]
                if rest in row:
                    yield here, row.index(rest)
