"""Trains the scorer that chooses the speaker of a quotation, on PolNeAR's articles.

    python tools/train_speakers.py FOLDER [--folds 5]

FOLDER holds `polnear/`. Writes `rules/_lists/languages/en/speakers.json`: weights by clue
(auditor/layers/attribution/clues.py) and what they were trained on. With `--folds` nothing is
written: the articles are split, each part is told by weights trained on the others, and how
right and how well calibrated that is gets printed.

A conditional logistic model: each quotation's candidates, and nobody, share a probability of
1. AdaGrad (Duchi, Hazan and Singer 2011) in plain Python, in a fixed order, so that the same
articles give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks" / "accuracy"))

from polnear import Document, documents  # noqa: E402
from quotes import analysed, gold_of, shares_word  # noqa: E402

from auditor import load_pack  # noqa: E402
from auditor.engine.rule import Pack  # noqa: E402
from auditor.layers.attribution.clues import Clues  # noqa: E402

PLACE = ROOT / "rules" / "_lists" / "languages" / "en" / "speakers.json"
RARE = 10
"""Clues met less often are left out."""
ROUNDS = 12
RATE = 0.25
RIDGE = 3.0
"""L2 penalty, shared out over a clue's occurrences."""
SMALL = 0.05
"""Weights below are left out."""


@dataclass(frozen=True)
class Case:
    """One quotation: a list of clues for each candidate, the last for nobody; which are right."""

    article: str
    kind: str
    clues: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    gold: bool


def cases(document: Document, pack: Pack) -> Iterator[Case]:
    """Quotations that gold attributes without a source are left out."""
    clues = analysed(document, pack).use(Clues)
    for index, mark in enumerate(clues.frame.tops):
        told, source = gold_of(document, mark.start, mark.end)
        if told and not source:
            continue
        place = clues.place(index)
        if place is None or place.voice.sieve == "label":
            continue
        found = clues.candidates(place)
        right = [shares_word(document.text, (c.start, c.end), source) for c in found]
        yield Case(
            document.name,
            mark.kind,
            (*(tuple(clues.of(place, c)) for c in found), tuple(clues.nobody(place))),
            (*right, not told),
            told,
        )


def trained(given: Sequence[Case]) -> dict[str, float]:
    """Weights by clue."""
    given = [case for case in given if any(case.right)]
    count = Counter(clue for case in given for one in case.clues for clue in set(one))
    known = sorted(clue for clue, n in count.items() if n >= RARE)
    number = {clue: n for n, clue in enumerate(known)}
    penalty = [RIDGE / count[clue] for clue in known]
    rows = [
        ([[number[c] for c in one if c in number] for one in case.clues], case.right)
        for case in given
    ]
    weights, squares = [0.0] * len(known), [1e-6] * len(known)
    means = [0.0] * len(known)
    order = list(range(len(rows)))
    for turn in range(ROUNDS):
        random.Random(turn).shuffle(order)
        for at in order:
            _learn(*rows[at], weights, squares, penalty)
        if turn >= ROUNDS // 2:
            for n, weight in enumerate(weights):
                means[n] += weight / (ROUNDS - ROUNDS // 2)
    return {c: round(w, 2) for c, w in zip(known, means, strict=True) if abs(w) >= SMALL}


def _learn(
    clues: list[list[int]],
    right: Sequence[bool],
    weights: list[float],
    squares: list[float],
    penalty: list[float],
) -> None:
    scores = [sum(weights[n] for n in one) for one in clues]
    high = max(scores)
    raised = [math.exp(score - high) for score in scores]
    whole = sum(raised)
    good = sum(e for e, r in zip(raised, right, strict=True) if r)
    slope: dict[int, float] = {}
    for one, e, r in zip(clues, raised, right, strict=True):
        pull = e / whole - (e / good if r and good else 0.0)
        if abs(pull) < 1e-5:
            continue
        for n in one:
            slope[n] = slope.get(n, 0.0) + pull
    for n, pull in slope.items():
        pull += penalty[n] * weights[n]
        squares[n] += pull * pull
        weights[n] -= RATE * pull / math.sqrt(squares[n])


def shares(case: Case, weights: dict[str, float]) -> list[float]:
    """The probability of each candidate, and of nobody."""
    scores = [sum(weights.get(clue, 0.0) for clue in one) for one in case.clues]
    high = max(scores)
    raised = [math.exp(score - high) for score in scores]
    return [e / sum(raised) for e in raised]


def validate(given: Sequence[Case], folds: int) -> None:
    """Prints how right weights are about articles they have not seen."""
    names = sorted({case.article for case in given})
    random.Random(1).shuffle(names)
    fold = {name: n % folds for n, name in enumerate(names)}
    told: list[tuple[Case, list[float]]] = []
    for part in range(folds):
        weights = trained([case for case in given if fold[case.article] != part])
        told += ((c, shares(c, weights)) for c in given if fold[c.article] == part)
        print(f"part {part + 1} of {folds}: {len(weights)} weights", flush=True)
    for name, kinds in (("direct", ("direct",)), ("all", ("direct", "partial", "scare", "title"))):
        chosen = [(c, s) for c, s in told if c.kind in kinds]
        best = [(s.index(max(s)), c, max(s)) for c, s in chosen]
        given_one = [(c.right[n], p) for n, c, p in best if n < len(c.clues) - 1]
        gold = sum(c.gold for c, _ in chosen)
        right = sum(r for r, _ in given_one)
        precision, recall = right / len(given_one), right / gold
        print(
            f"{name}: P {precision:.3f} R {recall:.3f} "
            f"F {2 * precision * recall / (precision + recall):.3f}"
        )
        print(f"  the surest with a recall of .80: {_surest(given_one, gold):.3f} right")
        for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.97), (0.97, 1.01)):
            band = [(r, p) for r, p in given_one if low <= p < high]
            if band:
                mean, share = (
                    sum(p for _, p in band) / len(band),
                    sum(r for r, _ in band) / len(band),
                )
                print(f"  said {mean:.2f}: right {share:.3f} of {len(band)}")


def _surest(given: list[tuple[bool, float]], gold: int) -> float:
    right = 0
    for count, (is_right, _) in enumerate(sorted(given, key=lambda pair: -pair[1]), 1):
        right += is_right
        if right >= 0.8 * gold:
            return right / count
    return 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    pack = load_pack()
    given = [
        case for d in documents(options.folder / "polnear", "train") for case in cases(d, pack)
    ]
    print(f"{len(given)} quotations")
    if options.folds:
        validate(given, options.folds)
        return
    weights = trained(given)
    about = {
        "trained on": "PolNeAR, train part (Newell, Margolin and Ruths 2018)",
        "by": "tools/train_speakers.py",
        "quotations": len(given),
    }
    text = json.dumps({"about": about, "weights": weights}, ensure_ascii=False, indent=0)
    PLACE.write_text(text + "\n", encoding="utf-8")
    print(f"{len(weights)} weights, {PLACE.stat().st_size} bytes: {PLACE}")


if __name__ == "__main__":
    main()
