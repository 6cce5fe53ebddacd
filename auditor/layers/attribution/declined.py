"""What the endings of a name tell: whether it is hers or his, and how it is written on a card.

“Тимура Гайсина” is Тимур Гайсин, “Камиллы Ахметовой” is Камилла Ахметова. A language lists
rows of endings for the names of men and of women, six cases each. A name is read as a whole:
all its words stand in one case. What is left when every reading agrees is certain; anything
else (“Петрова” is her nominative and his genitive) is left as it is written, unless the
place of the name tells the case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from auditor.lexicon import Language

Gender = Literal["f", "m"]
Case = Literal["plain", "governed"]
"""“plain”: a subject. “governed”: behind “according to”, never the nominative."""

_GENDERS: tuple[tuple[Gender, str], ...] = (("f", "female"), ("m", "male"))
_CASES = 6
_STEM = 2
"""Letters that must stand before an ending."""
_TELLING = 3
"""Letters of an ending that nothing shorter is weighed against (“-ова”)."""
_NONE = "0"


class Reading(NamedTuple):
    """One way to take a word: 0 is the nominative."""

    gender: Gender
    case: int
    nominative: str
    length: int


class _Cell(NamedTuple):
    gender: Gender
    case: int
    nominative: str
    behind: str
    """Letters one of which must stand before the ending; any, where empty."""


class Declined:
    """Ask for it with `language.once(Declined)`. False where the language has no such rows."""

    def __init__(self, language: Language) -> None:
        self._cells: dict[str, list[_Cell]] = {}
        self._given: dict[Gender, frozenset[str]] = {}
        self._same: dict[Gender, tuple[str, ...]] = {}
        for gender, word in _GENDERS:
            rows = language.lists.get(f"names.{word}_cases", ())
            for row in rows:
                self._add(gender, row.casefold())
            self._given[gender] = language.words(f"names.{word}") if rows else frozenset()
            same = (
                *language.lists.get("names.same", ()),
                *language.lists.get(f"names.{word}_same", ()),
            )
            self._same[gender] = tuple(s.casefold() for s in same)
        self._longest = max(map(len, self._cells), default=0)
        self._known: dict[tuple[str, bool], tuple[Reading, ...]] = {}

    def __bool__(self) -> bool:
        return bool(self._cells)

    def _add(self, gender: Gender, row: str) -> None:
        behind, _, endings = row.rpartition(":")
        cells = ["" if e == _NONE else e for e in endings.split()]
        for case, ending in enumerate(cells):
            self._cells.setdefault(ending, []).append(_Cell(gender, case, cells[0], behind))

    def gender(self, words: Sequence[str], case: Case | None = None) -> Gender | None:
        """Whose name it is, where all readings agree."""
        found = {r.gender for r in self._readings(words, case)}
        return found.pop() if len(found) == 1 else None

    def nominative(self, name: str, gender: Gender | None = None, case: Case | None = None) -> str:
        """The name as it stands on a card; as it is written where that is not certain."""
        words = name.split()
        readings = [r for r in self._readings(words, case) if gender in (None, r.gender)]
        if not readings or any(r.case == 0 for r in readings):
            return name
        found = {r.nominative for r in readings}
        if len(words) == 1 and min(r.length for r in readings) < _TELLING:
            return name  # “по словам Дюма”
        return _written(name, found.pop()) if len(found) == 1 else name

    def may_be(self, written: str, nominative: str, gender: Gender | None) -> bool:
        """Whether she or he of that surname may be written so: “Коваля” is no woman's “Коваль”."""
        word, name = written.casefold(), nominative.casefold()
        ways = [r for r in self._word(word, given=False) if r.nominative == name]
        if word == name or gender is None or not ways:
            return True
        return any(r.gender == gender for r in ways)

    def _readings(self, words: Sequence[str], case: Case | None) -> list[Reading]:
        """The name as a whole, in each case in which all its words can stand."""
        if not self._cells or not words:
            return []
        ways = [
            self._word(word.casefold(), given=index < len(words) - 1)
            for index, word in enumerate(words)
            if not _initial(word)
        ]
        found: dict[Reading, None] = {}
        for gender, _ in _GENDERS:
            for number in range(_CASES):
                if (number == 0) if case == "governed" else (number > 0 and case == "plain"):
                    continue
                self._whole(words, ways, gender, number, found)
        return list(found)

    def _whole(
        self,
        words: Sequence[str],
        ways: Sequence[tuple[Reading, ...]],
        gender: Gender,
        case: int,
        found: dict[Reading, None],
    ) -> None:
        names: list[tuple[str, int]] = [("", 0)]
        left = iter(ways)
        for word in words:
            if _initial(word):
                names = [(f"{n} {word}", length) for n, length in names]
                continue
            fit = {
                (r.nominative, r.length)
                for r in next(left)
                if r.gender == gender and r.case == case
            }
            names = [(f"{n} {f}", max(a, b)) for n, a in names for f, b in fit]
        for name, length in names:
            found[Reading(gender, case, name.strip(), length)] = None

    def _word(self, word: str, given: bool) -> tuple[Reading, ...]:
        key = word, given
        if key not in self._known:
            self._known[key] = tuple(self._hyphened(word) or self._of(word, given))
        return self._known[key]

    def _hyphened(self, word: str) -> list[Reading]:
        """“Римского-Корсакова”: both halves in one case."""
        first, sign, second = word.partition("-")
        if not sign or not first or not second:
            return []
        return [
            Reading(a.gender, a.case, f"{a.nominative}-{b.nominative}", min(a.length, b.length))
            for a in self._of(first, given=True)
            for b in self._of(second, given=True)
            if (a.gender, a.case) == (b.gender, b.case)
        ]

    def _of(self, word: str, given: bool) -> list[Reading]:
        found = list(self._declined(word))
        if given:
            # A listed first name is one form of a listed first name.
            listed = [r for r in found if word in self._given[r.gender] and self._is_name(word, r)]
            if listed:
                return listed
            sure: set[Gender] = {g for g, names in self._given.items() if word in names}
            if len(sure) == 1:
                found = [r for r in found if r.gender in sure]
        longest = max((r.length for r in found), default=0)
        if longest >= _TELLING:
            return [r for r in found if r.length == longest]
        for gender, endings in self._same.items():
            ending = next((e for e in endings if word.endswith(e)), None)
            if ending is not None:
                found += [Reading(gender, c, word, len(ending)) for c in range(_CASES)]
        return found

    def _declined(self, word: str) -> Iterator[Reading]:
        for length in range(min(self._longest, len(word) - _STEM), -1, -1):
            stem = word[: len(word) - length]
            for cell in self._cells.get(word[len(stem) :], ()):
                if not cell.behind or stem[-1] in cell.behind:
                    yield Reading(cell.gender, cell.case, stem + cell.nominative, length)

    def _is_name(self, word: str, reading: Reading) -> bool:
        """Whether the first name has its genitive in the list too: “Тимура” has no “Тимуры”."""
        ending = word[len(word) - reading.length :] if reading.length else ""
        stem = word.removesuffix(ending)
        start = reading.nominative[len(stem) :]
        names = self._given[reading.gender]
        cells = self._cells.get(start, ())
        genitives = (
            stem + other
            for other, many in self._cells.items()
            for cell in many
            if cell.case == 1 and cell.gender == reading.gender and cell.nominative == start
        )
        return bool(cells) and reading.nominative in names and any(g in names for g in genitives)


def _initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def _written(name: str, nominative: str) -> str:
    """The nominative with the capitals of the name."""
    pairs = zip(name.split(), nominative.split(), strict=True)
    return " ".join(_capitals(old, new) for old, new in pairs)


def _capitals(old: str, new: str) -> str:
    if "-" in old:
        halves = zip(old.split("-"), new.split("-"), strict=True)
        return "-".join(_capitals(a, b) for a, b in halves)
    kept = 0
    while kept < min(len(old), len(new)) and old[kept].casefold() == new[kept]:
        kept += 1
    return old[:kept] + new[kept:]
