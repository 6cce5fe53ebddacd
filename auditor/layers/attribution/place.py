"""Where a quotation stands, and where a candidate stands to it, in steps and classes."""

from __future__ import annotations

from typing import NamedTuple

from auditor.kinds import QuoteKind
from auditor.layers.attribution.voice import Voice


class Place(NamedTuple):
    """Where one quotation stands.

    Attributes:
        number: its index among the frame's outermost quotations.
        kind: the first letter of its kind.
        first, last: the sentences that hold its beginning and its end.
        a, b: its first token in `first`, its last one in `last`.
        before, after: the classes of the two tokens on either side, the nearer one first.
        end: the sign it ends with.
        opens, closes: nothing stands before it, or behind it, in its sentence.
        low: it begins with a small letter.
        voice: what the sieves found.
        previous: bounds of the mention that the sieves gave the quotation before.
        previous_word: its last word, case-folded.
        gap: paragraphs and sentences to the quotation before.
    """

    number: int
    kind: str
    first: int
    last: int
    a: int
    b: int
    start: int
    before: tuple[str, str]
    after: tuple[str, str]
    end: str
    opens: bool
    closes: bool
    low: bool
    shape: str
    words: str
    headed: int
    told: int
    voice: Voice
    previous: tuple[int, int] | None
    previous_word: str
    previous_kind: QuoteKind | None
    gap: str


class Near(NamedTuple):
    """Where a candidate stands to a quotation.

    Attributes:
        where: SL, SR in its sentence, to the left or right of it; B1, B2 one or more sentences
            before it in its paragraph; P1, F1, F2 farther before; A behind it in its paragraph,
            N farther behind.
        words, quotes, cues: how many stand between, in steps.
        left: it stands before the quotation.
        joined: “, and” or the like stands between.
    """

    where: str
    words: str
    quotes: int
    cues: int
    left: bool
    joined: bool


def shape(inside: str) -> str:
    """Which words of a quotation begin with a capital."""
    words = [word for word in inside.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    if not words:
        return "none"
    if capitals == len(words):
        return "all"
    if not capitals:
        return "low"
    return "first" if capitals == 1 and words[0][0].isupper() else "some"


_LOWS = (0, 1, 2, 3, 5, 9, 16, 31)
_STEPS = tuple(str(max(low for low in _LOWS if low <= n)) for n in range(_LOWS[-1] + 1))


def step(count: int) -> str:
    """A number of words, in steps that grow."""
    return _STEPS[min(max(count, 0), _LOWS[-1])]
