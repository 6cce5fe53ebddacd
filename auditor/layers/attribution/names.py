"""People's names in an article: the fullest form of each, and who holds which title."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import regex

from auditor.article import PROSE
from auditor.items import Reading
from auditor.layers.attribution.frame import FILL, frame
from auditor.layers.attribution.given import begins_name
from auditor.layers.attribution.terms import Terms, terms
from auditor.layers.attribution.word_classes import (
    ADVERB,
    DEFINITE,
    EMPTY,
    INDEFINITE,
    JOIN,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    QUANTIFIER,
    STOP,
    TIME,
    TITLE,
    VERB,
)

_RUN = regex.compile(
    r"\p{Lu}[\p{L}’'‑-]*\.?(?:[ \t]+(?:\p{Ll}['’]|\p{Ll}{2}[-‑])?\p{Lu}[\p{L}’'‑-]*\.?)*"
)
_PARTICLE = regex.compile(r"\b(?:\p{Ll}['’]|\p{Ll}{2}[-‑])\Z")
"""Before a capital (“d'Artois”, “al-Amin”); looked for behind it, since few capitals have one."""
_LONGEST = 5
"""Words of a name that is somebody's fullest."""
_NEAR = 20
"""Code points before a name in which the word before it stands."""
_SHORT = 3
"""Letters of a word whose full stop may shorten it."""
_STOP = regex.compile(r"(?P<word>\p{L}[\p{L}’'‑-]*)\.[ \t]+")
_POSSESSIVE = "'s", "’s", "'", "’"
_OPENS = STOP | DEFINITE | INDEFINITE | PREPOSITION | QUANTIFIER | TIME | ADVERB
_OPENS |= PRONOUN | PRESENT | EMPTY | JOIN
"""Classes of words that open a sentence with a capital and are no name."""


class Name(NamedTuple):
    """One run of capitals that may be a name.

    Attributes:
        words: without titles, possessive endings and what only opens the sentence.
        titles: title words before it, case-folded.
    """

    start: int
    end: int
    words: tuple[str, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """Attributes:
    runs: in text order, headlines and quotations left out.
    fullest: last word of a name, case-folded, to its longest form.
    holders: title to the last words of those who bear it.
    """

    runs: tuple[Name, ...]
    fullest: dict[str, str]
    holders: dict[str, frozenset[str]]

    def between(self, start: int, end: int) -> tuple[Name, ...]:
        """Runs that begin in `start..end`, in order."""
        low = bisect_left(self.runs, start, key=lambda n: n.start)
        return self.runs[low : bisect_left(self.runs, end, key=lambda n: n.start)]


def names(reading: Reading) -> Names:
    """Ask for it with `reading.use(names)`."""
    w = reading.language.once(terms)
    flat = reading.use(frame).flat
    places = [
        (b.start, b.end) for b in reading.blocks if b.kind in PROSE or b.kind == "caption"
    ] or [(0, len(flat))]
    parts = [
        n
        for a, b in places
        for m in _RUN.finditer(flat, a, b)
        for start, end in _sentences_of(m, w)
        if (n := _name(flat, start, end, w))
    ]
    runs = list(_joined(parts, flat, w))
    fullest: dict[str, str] = {}
    holders: dict[str, set[str]] = {}
    for name in runs:
        last = name.words[-1].casefold()
        full = " ".join(name.words)
        if len(name.words) <= _LONGEST and (last not in fullest or _longer(full, fullest[last])):
            fullest[last] = full
        for title in name.titles:
            holders.setdefault(title, set()).add(last)
    return Names(tuple(runs), fullest, {t: frozenset(h) for t, h in holders.items()})


def _joined(parts: list[Name], flat: str, w: Terms) -> Iterator[Name]:
    """“Pieter | van der Berg”, “Bob | “Sparky” Lane”: what stands between belongs to the name."""
    last: Name | None = None
    for part in parts:
        gap = flat[last.end : part.start] if last is not None else ""
        between = [] if "\n" in gap or part.titles else gap.split()
        nick = len(between) == 1 and set(between[0]) == {FILL} and len(gap) < _NEAR
        if last is not None and between and (nick or all(b in w.particles for b in between)):
            words = (*last.words, *(() if nick else between), *part.words)
            last = Name(last.start, part.end, words, last.titles)
            continue
        if last is not None:
            yield last
        last = part
    if last is not None:
        yield last


def _longer(new: str, known: str) -> bool:
    """The first form with a first name stays; a surname alone gives way to it."""
    return " " in new and " " not in known


def _sentences_of(match: regex.Match[str], w: Terms) -> Iterator[tuple[int, int]]:
    """The parts of a run of capitals: a full stop that shortens no title or name ends one."""
    start, end = match.span()
    particle = _PARTICLE.search(match.string, max(start - 3, 0), start)
    if particle is not None:
        start = particle.start()
    if match.string.find(". ", start, end) < 0 and match.string.find(".\t", start, end) < 0:
        yield start, end
        return
    for stop in _STOP.finditer(match.string, start, end):
        word = stop["word"].casefold()
        if len(word) > 2 and word not in w.titles:
            yield start, stop.end("word")
            start = stop.end()
    yield start, end


def _name(flat: str, start: int, end: int, w: Terms) -> Name | None:
    words = flat[start:end].split()
    whole = len(words)
    of = w.classes.of
    if whole == 1 and of(words[0].casefold()) & (VERB | _OPENS):
        return None  # “Asked about it, he said”
    if words:
        words[-1] = _without_ending(words[-1])
    if w.demonstratives:
        words = _behind_title(words, w)
    first, opened = 0, whole - len(words)
    titles: list[str] = []
    given = begins_name(flat[max(0, start - _NEAR) : start], words, w)
    for index, word in enumerate(words):
        if given:
            break
        low = word.casefold().rstrip(".")
        mask = of(low)
        inner = index < len(words) - 1
        if mask & TITLE and inner:
            titles.append(low)
            first = index + 1
        elif inner and _is_initial(word):
            break  # “A. V. Reed”: a letter, no article
        elif index == first and (mask & _OPENS or (mask & VERB and inner)):
            first = index + 1
            opened += 1
    rest = tuple(words[first:])
    if not rest or not rest[-1] or of(rest[-1].casefold()) & _OPENS:
        return None
    for _ in range(opened):
        start += len(flat[start:end]) - len(flat[start:end].split(maxsplit=1)[-1])
    if flat[end - 1] == "." and len(rest[-1]) > _SHORT - (len(rest) > 1):
        end -= 1
    return Name(start, end, rest, tuple(titles))


def _without_ending(word: str) -> str:
    """Without “’s” and a full stop."""
    for ending in _POSSESSIVE:
        if word.endswith(ending):
            return word.removesuffix(ending).rstrip(".")
    return word.rstrip(".")


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[0].isalpha() and word[1] == "."


def _behind_title(words: list[str], w: Terms) -> list[str]:
    """“Argasari Letkol Inf. Arya Dwipayana”: where the head comes first, so does an office."""
    last = max(
        (i for i, x in enumerate(words[:-1]) if x.casefold().rstrip(".") in w.titles), default=0
    )
    return words[last:]


def without_stop(name: str) -> str:
    """“Ahmad Zuhri.” without the sentence's full stop; “John Q.” keeps its own."""
    return name[:-1] if name.endswith(".") and len(name.split()[-1]) > 4 else name
