"""The trained scorer: weighs the clues for each candidate, and for nobody, against each other.

A conditional logistic model; `tools/train_speakers.py` makes its weights, the language's
`speakers.json` holds them, `docs/model-card.md` describes them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from typing import NamedTuple

Weights = Mapping[str, float]


class Choice(NamedTuple):
    """The likeliest candidate (its index; None: nobody) and its probability."""

    candidate: int | None
    probability: float


def choose(weights: Weights, candidates: Sequence[Iterable[str]], nobody: Iterable[str]) -> Choice:
    """The likeliest of the candidates, each given by its clues, and of nobody."""
    get, none = weights.get, repeat(0.0)
    scores = [sum(map(get, clues, none)) for clues in (*candidates, nobody)]
    high = max(scores)
    best = scores.index(high)
    probability = 1 / math.fsum(math.exp(score - high) for score in scores)
    return Choice(best if best < len(scores) - 1 else None, probability)
