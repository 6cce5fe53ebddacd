"""People's names in an article: the fullest form of each, and who holds which title."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from auditor.article import PROSE
from auditor.items import Reading
from auditor.layers.attribution.frame import frame
from auditor.layers.attribution.terms import Terms, terms

_RUN = regex.compile(
    r"(?:\b\p{Ll}['’])?\p{Lu}[\p{L}’'‑-]*\.?(?:[ \t]+(?:\p{Ll}['’])?\p{Lu}[\p{L}’'‑-]*\.?)*"
)
_SHORT = 3
"""Letters of a word whose full stop may shorten it."""
_STOP = regex.compile(r"(?P<word>\p{L}[\p{L}’'‑-]*)\.[ \t]+")
_POSSESSIVE = regex.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Name:
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
    runs = [
        n
        for a, b in places
        for m in _RUN.finditer(flat, a, b)
        for start, end in _sentences_of(m, w)
        if (n := _name(flat, start, end, w))
    ]
    fullest: dict[str, str] = {}
    holders: dict[str, set[str]] = {}
    for name in runs:
        last = name.words[-1].casefold()
        full = " ".join(name.words)
        if len(name.words) <= 4 and (last not in fullest or _longer(full, fullest[last])):
            fullest[last] = full
        for title in name.titles:
            holders.setdefault(title, set()).add(last)
    return Names(tuple(runs), fullest, {t: frozenset(h) for t, h in holders.items()})


def _longer(new: str, known: str) -> bool:
    """The first form with a first name stays; a surname alone gives way to it."""
    return " " in new and " " not in known


def _sentences_of(match: regex.Match[str], w: Terms) -> Iterator[tuple[int, int]]:
    """The parts of a run of capitals: a full stop that shortens no title or name ends one."""
    start = match.start()
    for stop in _STOP.finditer(match.string, start, match.end()):
        word = stop["word"].casefold()
        if len(word) > 2 and word not in w.titles:
            yield start, stop.end("word")
            start = stop.end()
    yield start, match.end()


def _name(flat: str, start: int, end: int, w: Terms) -> Name | None:
    words = flat[start:end].split()
    whole = len(words)
    if len(words) == 1 and words[0].casefold() in w.verbs:
        return None  # “Asked about it, he said”
    words[-1] = _POSSESSIVE.sub("", words[-1]).rstrip(".") if words else ""
    if w.demonstratives:
        words = _behind_title(words, w)
    first, opened = 0, whole - len(words)
    titles: list[str] = []
    for index, word in enumerate(words):
        low = word.casefold().rstrip(".")
        if low in w.titles and index < len(words) - 1:
            titles.append(low)
            first = index + 1
        elif _is_initial(word) and index < len(words) - 1:
            break  # “A. V. Reed”: a letter, no article
        elif index == first and (_opens(low, w) or (low in w.verbs and index < len(words) - 1)):
            first = index + 1
            opened += 1
    rest = tuple(words[first:])
    if not rest or not rest[-1] or _opens(rest[-1].casefold(), w):
        return None
    for _ in range(opened):
        start += len(flat[start:end]) - len(flat[start:end].split(maxsplit=1)[-1])
    if flat[end - 1] == "." and len(rest[-1]) > _SHORT - (len(rest) > 1):
        end -= 1
    return Name(start, end, rest, tuple(titles))


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


def _opens(low: str, w: Terms) -> bool:
    return (
        low in w.stops
        or low in w.definite
        or low in w.indefinite
        or low in w.prepositions
        or low in w.quantifiers
        or low in w.times
        or low in w.pronouns
        or low in w.present
        or low in w.empty
        or low in w.joins
        or w.adverb(low)
    )
