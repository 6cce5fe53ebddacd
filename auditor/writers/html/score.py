"""The score's ring, its arithmetic, and the shortest way to the pass mark."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from auditor.writers.html.marks import Note, weight

RADIUS = 84
CENTRE = 100
ROUND = 2 * math.pi * RADIUS
GAP = 2.2


def tenths(number: float) -> int:
    """Points of the JSON as the whole tenths they are."""
    return round(number * 10)


@dataclass(frozen=True, slots=True)
class Arc:
    """A part of the ring, as the attributes of an SVG circle. `category`: 0 is the score."""

    category: int
    length: str
    rest: str
    offset: str


def ring(score: float | None, categories: Sequence[dict[str, Any]]) -> list[Arc]:
    """The full circle is 100 points: the score first, then what each category took."""
    if score is None:
        return []
    parts = [(0, score)] + [(c["position"], c["deducted"]) for c in categories]
    parts = [(category, points) for category, points in parts if points > 0]
    gap = GAP if len(parts) > 1 else 0.0
    arcs, at = [], 0.0
    for category, points in parts:
        length = points / 100 * ROUND
        seen = max(length - gap, 0.8)
        arcs.append(Arc(category, f"{seen:.2f}", f"{ROUND - seen:.2f}", f"{-(at + gap / 2):.2f}"))
        at += length
    return arcs


def tick(mark: float) -> dict[str, str]:
    """The pass mark on the ring: a stroke outside it, and where its figure stands."""
    angle = math.radians(mark / 100 * 360 - 90)
    x, y = math.cos(angle), math.sin(angle)
    at = {"x1": x * 93, "y1": y * 93, "x2": x * 100, "y2": y * 100, "x": x * 112, "y": y * 112 + 4}
    return {name: f"{CENTRE + value:.1f}" for name, value in at.items()}


def ledger(article: dict[str, Any], categories: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """A row a category: findings, points, cap, deducted, and its bar in 300 units."""
    widest = max((c["cap"] for c in categories), default=0) or 1
    return [
        {
            **category,
            "bar": f"{category['cap'] / widest * 300:.1f}",
            "filled": f"{category['deducted'] / widest * 300:.1f}",
            "capped": tenths(category["points"]) > tenths(category["deducted"]),
            "rules": _by_rule(article, category["id"]),
        }
        for category in categories
    ]


def _by_rule(article: dict[str, Any], category: str) -> list[tuple[str, list[float]]]:
    counted: dict[str, list[float]] = defaultdict(list)
    for finding in article["findings"]:
        if finding["category"] == category and not finding["decision"] and finding["counted"]:
            counted[finding["rule"]].append(finding["counted"])
    return [(rule, sorted(points, reverse=True)) for rule, points in sorted(counted.items())]


@dataclass(frozen=True, slots=True)
class Step:
    """What clearing all findings of one rule brings."""

    notes: tuple[Note, ...]
    gain: float


def way(article: dict[str, Any], notes: Sequence[Note]) -> tuple[list[Step], float] | None:
    """Rules to clear until the article passes, and the score then; None if nothing is to do.

    Blocking findings first, then by real gain, caps applied.
    """
    if article["score"] is None or article["verdict"] == "publish":
        return None
    left: dict[str, list[Note]] = defaultdict(list)
    for note in notes:
        left[note.finding["rule"]].append(note)
    caps = {name: tenths(c["cap"]) for name, c in article["categories"].items()}
    mark, now, steps = tenths(article["pass_mark"]), _score(left, caps), []
    while left and (now < mark or any(map(_blocking, left.values()))):
        rule = min(
            left, key=lambda r: (not _blocking(left[r]), -_gain(r, left, caps), -_sum(left[r]), r)
        )
        gain = _gain(rule, left, caps)
        steps.append(Step(tuple(sorted(left.pop(rule), key=lambda n: n.number)), gain / 10))
        now += gain
    return steps, now / 10


def _blocking(notes: Sequence[Note]) -> bool:
    return any(weight(n)[0] == 0 for n in notes)


def _sum(notes: Sequence[Note]) -> int:
    return sum(tenths(n.finding["counted"]) for n in notes)


def _score(left: dict[str, list[Note]], caps: dict[str, int]) -> int:
    lost: dict[str, int] = defaultdict(int)
    for notes in left.values():
        lost[notes[0].finding["category"]] += _sum(notes)
    return 1000 - sum(min(caps.get(name, points), points) for name, points in lost.items())


def _gain(rule: str, left: dict[str, list[Note]], caps: dict[str, int]) -> int:
    without = {name: notes for name, notes in left.items() if name != rule}
    return _score(without, caps) - _score(left, caps)
