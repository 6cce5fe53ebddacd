"""Who is found to say a quotation."""

from __future__ import annotations

from typing import Literal, NamedTuple

from auditor.layers.attribution.cue import Cue

Sieve = Literal[
    "label",
    "cue",
    "colon",
    "line",
    "signed",
    "continued",
    "behind",
    "before",
    "beside",
    "subject",
    "title",
    "nobody",
    "scorer",
]
"""What found it: “Name:” inside the marks, a cue in its sentence, what stands before a colon,
the line before, “— Name” behind it, the quotation before, the sentence behind, the sentence or
paragraph before, another quotation of the sentence, the subject of the sentence, nothing; or the
trained scorer, which weighs what the sieves bring."""


class Voice(NamedTuple):
    """What is found about one outermost quotation.

    Attributes:
        source: bounds of the mention of whoever speaks; None where nobody was found.
        confidence: how sure that is, also when `source` is None.
        sieve: what found it.
        reasons: why, in words an editor understands.
        cue: the cue that leads there, where it is one.
        follows: index of the quotation it goes on from.
        means: bounds of the name that `source` stands for, where that is “who”.
    """

    source: tuple[int, int] | None
    confidence: float
    sieve: Sieve = "nobody"
    reasons: tuple[str, ...] = ()
    cue: Cue | None = None
    follows: int | None = None
    means: tuple[int, int] | None = None
