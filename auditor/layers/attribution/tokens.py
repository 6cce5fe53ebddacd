"""The words of one sentence: what the search around a cue walks over.

Each sentence is cut at white space once, and each piece is looked up once: its tokens, and
as a bit of each token's mask what that does in any list of `Terms` (`word_classes`). Whatever
asks later where a phrase ends, or whether a verb reports, looks at masks and never at lists
or patterns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import regex

from auditor.layers.attribution.frame import NAME_MARKS
from auditor.layers.attribution.word_classes import (
    CAPITAL,
    DEFINITE,
    GIVEN,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    STOP,
    TIME,
    TIME_OPENER,
    TITLE,
    WORD,
    WordClasses,
)

_PIECE = regex.compile(r"\S+")


_LONGEST_NAME = 6
"""Words that a name in marks may have."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel: where each token begins and ends, the token, the token case-folded, its mask."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    lows: tuple[str, ...]
    masks: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    def is_quote(self, index: int) -> bool:
        return self.masks[index] & QUOTE != 0

    def is_word(self, index: int) -> bool:
        return self.masks[index] & WORD != 0

    def in_name(self, index: int) -> bool:
        """Whether a token stands inside a name in marks: «Топливо | и | рынок»."""
        for at in range(index - 1, max(index - _LONGEST_NAME, -1), -1):
            if self.words[at].endswith(NAME_MARKS[1]):
                return False
            if self.ends[at] - self.starts[at] > len(self.words[at]):
                return any(
                    word.endswith(NAME_MARKS[1]) for word in self.words[index : at + _LONGEST_NAME]
                )
        return False

    def capital(self, index: int) -> bool:
        return self.masks[index] & CAPITAL != 0

    def count(self, classes: int, start: int, end: int) -> int:
        """How many tokens of `start..end` are of one of these classes."""
        return sum([mask & classes != 0 for mask in self.masks[start:end]])


def tokenize(flat: str, start: int, end: int, classes: WordClasses) -> Tokens:
    """The tokens of `flat[start:end]`; a covered quotation is one token."""
    text = flat[start:end]
    pieces = text.split()
    places = list(accumulate(map(len, pieces), lambda at, length: at + length + 1, initial=start))
    if places[-1] != end + 1:  # white space is not one character everywhere
        found = [(m.group(), m.start()) for m in _PIECE.finditer(flat, start, end)]
        pieces, places = [piece for piece, _ in found], [place for _, place in found]
    rows = [
        (place + first, place + last, word, low, mask)
        for place, forms in zip(places, map(classes.__getitem__, pieces), strict=False)
        for first, last, word, low, mask in forms
    ]
    if not rows:
        return Tokens((), (), (), (), ())
    starts, ends, words, lows, masks = zip(*rows, strict=True)
    return Tokens(starts, ends, words, lows, _with_given(words, masks))


def _with_given(words: Sequence[str], masks: tuple[int, ...]) -> tuple[int, ...]:
    """“April Summers”: where a common word is a given name, it is nothing else."""
    found = [n for n, mask in enumerate(masks[:-1]) if mask & GIVEN and mask & CAPITAL]
    if not found:
        return masks
    told = list(masks)
    for n in found:
        if _is_given(words[n - 1] if n else "", masks[n - 1] if n else 0, masks[n], masks[n + 1]):
            told[n] = WORD | CAPITAL
    return tuple(told)


def _is_given(sign: str, before: int, mask: int, follows: int) -> bool:
    """At the beginning of a sentence only a month is one: “Will Reed resign?”"""
    if not follows & CAPITAL or follows & (STOP | TIME | PRONOUN | DEFINITE | TITLE):
        return False
    if before & WORD:
        return not before & (PREPOSITION | TIME_OPENER)
    return bool(mask & TIME) or sign in (",", ")")
