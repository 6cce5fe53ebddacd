"""A body named where it speaks: “в краевом министерстве транспорта” is that ministry's name.

Behind a preposition a body stands in one case. A language lists, for each ending of that
case, the nominative, another ending that proves the row (“министерство” is in the lists,
“комитето” is not), and what the adjectives before it become. Where an adjective leaves a
doubt (“областном”: областной or областный), the name stays as it is written.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from auditor.lexicon import Language

_LIST = "noun.behind_preposition"
_NONE = "0"


class _Row(NamedTuple):
    ending: str
    nominative: str
    witness: str
    adjectives: tuple[tuple[str, str], ...]


class Bodies:
    """Ask for it with `language.once(Bodies)`."""

    def __init__(self, language: Language) -> None:
        rows = language.lists.get(_LIST, ())
        self._rows = tuple(map(_row, rows))
        where = "attribution.body_prepositions"
        self._prepositions = language.words(where) if rows else frozenset()

    def nominative(
        self, before: str, adjectives: Sequence[str], noun: str, known: Container[str]
    ) -> str | None:
        """Adjectives and noun in the nominative; None where that is not certain.

        Args:
            before: the text before them.
            known: the case-folded nouns of the lists.
        """
        if not self._rows or before.casefold().split()[-1:] == []:
            return None
        if before.casefold().split()[-1] not in self._prepositions:
            return None
        for row in self._rows:
            stem = noun.removesuffix(row.ending)
            low = stem.casefold()
            if stem == noun or low + row.witness not in known:
                continue
            told = [_adjective(word, row) for word in adjectives]
            if None in told:
                return None
            return " ".join([*(word for word in told if word), stem + row.nominative])
        return None


def _adjective(word: str, row: _Row) -> str | None:
    for ending, nominative in row.adjectives:
        if word.endswith(ending):
            return word.removesuffix(ending) + nominative
    return None


def _row(text: str) -> _Row:
    ending, nominative, witness, *pairs = ("" if e == _NONE else e for e in text.split())
    adjectives = tuple((a, b) for a, _, b in (pair.partition("=") for pair in pairs))
    return _Row(ending, nominative, witness, adjectives)
