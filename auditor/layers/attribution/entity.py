"""One source while it is being put together, and when two names are one body's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

import regex

from auditor.layers.attribution.declined import Gender
from auditor.layers.attribution.frame import FILL
from auditor.layers.attribution.noun_phrase import NounPhrase
from auditor.layers.attribution.terms import Terms

_SHORT = 4
"""Words of a phrase that may be somebody only because it speaks."""

_LINE = regex.compile(r"^.*$", regex.MULTILINE)
_QUOTED = FILL + " \t.,"
"""What is left of a line that is a quotation: nobody else is named in it."""

_NO_MARKS = str.maketrans(dict.fromkeys("«»", " "))


@dataclass(slots=True)
class Entity:
    """One source while it is being put together."""

    phrase: NounPhrase
    name: str | None
    words: str
    """The first mention, case-folded, for finding it again."""
    mentions: list[tuple[int, int]] = field(default_factory=list)
    misspelt: str | None = None
    """A form of the name that seems a slip of the pen."""

    @property
    def person(self) -> bool:
        # A spokesperson is a person, though the body is the source.
        return self.phrase.people == "one" and self.phrase.kind not in (
            "wire",
            "unnamed_media",
            "unnamed_document",
        )


def fits(phrase: NounPhrase, gender: Gender | None) -> bool:
    """Whether a phrase may mean a man or a woman; one that does not tell may."""
    return gender is None or phrase.gender is None or phrase.gender == gender


def latest_first(entities: Iterable[Entity]) -> list[Entity]:
    return sorted(entities, key=lambda e: max(e.mentions, default=(0, 0)), reverse=True)


def is_plural_of(many: str, one: str) -> bool:
    """“sources” of “source”, “sumber-sumber” of “sumber”."""
    return many == f"{one}-{one}" or (many.startswith(one) and 0 < len(many) - len(one) <= 2)


def plain(name: str) -> str:
    plain = name.casefold().replace("’s", "").replace("'s", "")
    return " ".join(plain.translate(_NO_MARKS).split())


def same_body(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short.split()) >= 2 and (long.endswith(" " + short) or long.startswith(short + " ")):
        return True
    initials = "".join(w[0] for w in long.split() if w not in ("of", "the", "for", "and"))
    return " " not in short and len(short) >= 2 and short == initials


def unlisted(words: Sequence[str], w: Terms, things: AbstractSet[str]) -> NounPhrase | None:
    """“…,” the ferryman said: no list has the noun, but whoever speaks is somebody."""
    if not 2 <= len(words) <= _SHORT or not things or not things.isdisjoint(words):
        return None  # “said a sign”
    if words[0] not in w.indefinite and words[0] not in w.definite:
        return None
    return NounPhrase(
        kind="unnamed_individual",
        named=False,
        role=" ".join(words[1:]),
        head=words[-1],
        definite=words[0] not in w.indefinite,
    )


class ToldLines:
    """The lines of an article that tell something, to count them fast.

    Args:
        flat: the text, its quotations covered.
        spoken: lines that are nothing but a quotation do not count.
    """

    def __init__(self, flat: str, spoken: bool) -> None:
        left_out = _QUOTED if spoken else None
        self._flat = flat
        self._starts = [m.start() for m in _LINE.finditer(flat) if m[0].strip(left_out)]

    def between(self, end: int, start: int) -> int:
        """How many begin behind `end` and end before `start`; 1 more where lines differ."""
        line = self._flat.rfind("\n", 0, start) + 1
        found = bisect_left(self._starts, line) - bisect_left(self._starts, end)
        return max(found, 0) + (end < line)
