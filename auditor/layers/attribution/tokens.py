"""The words of one sentence: what the search around a cue walks over."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from auditor.layers.attribution.frame import FILL, NAME_MARKS

_TOKEN = regex.compile(
    rf"{FILL}+|(?:\p{{L}}\.){{2,}}|{NAME_MARKS[0]}?\w+(?:['’.\-‐‑]\w+)*{NAME_MARKS[1]}?|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel tuples: where each token begins and ends, the token, the token case-folded."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    lows: list[str]

    def __len__(self) -> int:
        return len(self.words)

    def is_quote(self, index: int) -> bool:
        return self.words[index][0] == FILL

    def is_word(self, index: int) -> bool:
        return self.words[index][0].isalnum()

    def capital(self, index: int) -> bool:
        word = self.words[index]  # “д'Артуа” is a name
        return word[0].isupper() or (word[1:2] in ("'", "’") and word[2:3].isupper())


def tokenize(flat: str, start: int, end: int) -> Tokens:
    """The tokens of `flat[start:end]`; a covered quotation is one token."""
    starts, ends, words = [], [], []
    for match in _TOKEN.finditer(flat, start, end):
        word = match.group().lstrip(NAME_MARKS[0]) or match.group()
        starts.append(match.start())
        ends.append(match.end())
        words.append(word)
    return Tokens(starts, ends, words, [w.casefold().rstrip(NAME_MARKS[1]) or w for w in words])
