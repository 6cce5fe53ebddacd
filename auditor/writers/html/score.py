"""The score's ring, its arithmetic, and the shortest way to the pass mark."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from auditor.writers.html.marks import Note

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


@dataclass(frozen=True, slots=True)
class _Debt:
    """What one rule takes, in tenths, before its category's cap."""

    rule: str
    category: str
    points: int
    blocking: bool
    notes: tuple[Note, ...]


def way(article: dict[str, Any], notes: Sequence[Note]) -> tuple[list[Step], float] | None:
    """Rules to clear until the article passes, and the score then; None if nothing is to do.

    Blocking findings first, then by real gain, caps applied.
    """
    if article["score"] is None or article["verdict"] == "publish":
        return None
    left = _debts(notes)
    caps = {name: tenths(c["cap"]) for name, c in article["categories"].items()}
    sums: dict[str, int] = defaultdict(int)
    for debt in left:
        sums[debt.category] += debt.points

    def gain(debt: _Debt) -> int:
        before = sums[debt.category]
        cap = caps.get(debt.category, before)
        return min(cap, before) - min(cap, before - debt.points)

    mark, now = tenths(article["pass_mark"]), tenths(article["score"])
    steps = []
    while left and (now < mark or any(debt.blocking for debt in left)):
        best = min(left, key=lambda d: (not d.blocking, -gain(d), -d.points, d.rule))
        steps.append(Step(best.notes, gain(best) / 10))
        now += gain(best)
        sums[best.category] -= best.points
        left.remove(best)
    return steps, now / 10


def _debts(notes: Sequence[Note]) -> list[_Debt]:
    by_rule: dict[str, list[Note]] = defaultdict(list)
    for note in notes:
        by_rule[note.finding["rule"]].append(note)
    return [
        _Debt(
            rule=rule,
            category=found[0].finding["category"],
            points=sum(tenths(n.finding["counted"]) for n in found),
            blocking=any(n.finding["severity"] == "blocking" for n in found),
            notes=tuple(found),
        )
        for rule, found in by_rule.items()
    ]
