"""A cue: the words that attribute something, tied to whoever it is attributed to."""

from __future__ import annotations

from typing import Literal, NamedTuple

from auditor.layers.attribution.mentions import Phrase
from auditor.layers.attribution.terms import Verb

Order = Literal[
    "subject",
    "inverted",
    "apposed",
    "relative",
    "according",
    "participle",
    "joined",
    "agent",
    "reaction",
    "pronoun",
    "owned",
]
"""How cue and source stand: “X said”, “said X”, “X, …, said”, “X, who said”, “according to X”,
“X …, saying”, “X … and said”, “confirmed by X”, “skepticism by X”, “he” inside the cue,
“X’s claim that”."""


class Cue(NamedTuple):
    """One cue with its source. Bounds `first` to `last` are token indexes of its unit.

    Attributes:
        start, end: the cue's words in the text.
        source: bounds of the source's phrase in the text; `head` is its core's end.
        said: something was said; not “would not say”.
        complement: a clause follows (“that”, “whether”).
    """

    unit: int
    start: int
    end: int
    first: int
    last: int
    verb: Verb
    order: Order
    phrase: Phrase
    source: tuple[int, int]
    head: int
    said: bool = True
    complement: bool = False
