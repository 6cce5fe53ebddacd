"""The words of one sentence: what the search around a cue walks over.

Each sentence is cut into tokens once, and each token is looked up once: what it does in
any list of `Terms` is a bit of its mask (`word_classes`). Whatever asks later where a phrase
ends, or whether a verb reports, looks at masks and never at lists or patterns.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

import regex

from auditor.layers.attribution.frame import FILL, NAME_MARKS
from auditor.layers.attribution.word_classes import CAPITAL, QUOTE, WORD, WordClasses

# With the white space before it, so that the lengths of the pieces tell where each stands.
_TOKEN = regex.compile(
    rf"\s*(?:{FILL}+|(?:\p{{L}}\.){{2,}}|{NAME_MARKS[0]}?\w+(?:['’.\-‐‑]\w+)*{NAME_MARKS[1]}?"
    r"|[^\w\s])"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel: where each token begins and ends, the token, the token case-folded, its mask."""

    starts: list[int]
    ends: list[int]
    words: list[str]
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
    pieces = _TOKEN.findall(flat, start, end)
    if not pieces:
        return Tokens([], [], [], (), ())
    words = [piece.lstrip() or piece for piece in pieces]
    ends = list(accumulate(map(len, pieces), initial=start))[1:]
    starts = [end - len(word) for end, word in zip(ends, words, strict=True)]
    if flat.find(NAME_MARKS[0], start, end) >= 0:
        words = [word.lstrip(NAME_MARKS[0]) or word for word in words]
    lows, masks = zip(*map(classes.__getitem__, words), strict=True)
    return Tokens(starts, ends, words, lows, masks)
