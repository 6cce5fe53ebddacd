"""A surname met once that is another one but for a letter: “Marques” and “Maruqes”."""

from __future__ import annotations

from auditor.layers.attribution.entity import Entity
from auditor.layers.attribution.names import Names

_SHORTEST = 6
"""Letters of a surname; among shorter ones too many differ by one letter and are two."""


def slip_of(words: list[str], entities: list[Entity], names: Names) -> Entity | None:
    """The one source whose name `words` misspell; None where it may well be another name.

    The odd form stands alone or behind the same first name, once in the article; the other
    form more often. An ending more or less is grammar or kin (“Petrov”, “Petrova”).
    """
    last = words[-1]
    if len(last) < _SHORTEST or _count(last, names) > 1:
        return None
    found = [
        e
        for e in entities
        if e.phrase.kind == "named_person"
        and e.name
        and " " in e.name
        and one_letter_off(last.casefold(), e.name.split()[-1].casefold())
        and (len(words) == 1 or words[:-1] == e.name.split()[:-1])
        and _count(e.name.split()[-1], names) > 1
    ]
    return found[0] if len(found) == 1 else None


def _count(word: str, names: Names) -> int:
    return sum(run.words[-1] == word for run in names.runs)


def one_letter_off(one: str, other: str) -> bool:
    """One letter wrong, missing, too many, or two exchanged, behind the first and before the last.

    Optimal string alignment distance 1 (Damerau 1964), ends excepted.
    """
    if one == other or one[:1] != other[:1] or one[-1:] != other[-1:]:
        return False
    if abs(len(one) - len(other)) > 1:
        return False
    at = next(i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    if len(one) == len(other):
        exchanged = (
            one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
        )
        return exchanged or one[at + 1 :] == other[at + 1 :]
    short, long = sorted((one, other), key=len)
    return short[at:] == long[at + 1 :]
