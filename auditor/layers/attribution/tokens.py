"""The words of one sentence: what the search around a cue walks over.

Each sentence is cut at white space once, and each piece is looked up once: its tokens, and
as a bit of each token's mask what that does in any list of `Terms` (`word_classes`). Whatever
asks later where a phrase ends, or whether a verb reports, looks at masks and never at lists
or patterns.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

import regex

from auditor.layers.attribution.word_classes import CAPITAL, QUOTE, WORD, WordClasses

_PIECE = regex.compile(r"\S+")


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
    return Tokens(*zip(*rows, strict=True)) if rows else Tokens((), (), (), (), ())
