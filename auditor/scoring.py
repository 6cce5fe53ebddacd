"""Findings and weights make points, category totals and a score. Whole tenths throughout.

Within a rule, points are sorted from high to low and count by 1, ½, ¼ …: one rule never
costs more than twice its dearest hit. A category loses at most its cap. The score is 100
less the losses; there is no term for length. Adding a finding never raises a score, and
the order of findings never matters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from auditor.findings import CategoryScore, Finding
from auditor.kinds import Severity

FULL = 1000
"""A score without losses, in tenths."""


def weigh(findings: Sequence[Finding], points: Mapping[Severity, int]) -> tuple[Finding, ...]:
    """The findings with `points` and `counted` set, in the same order.

    A finding that a decision sets aside counts nothing.
    """
    by_rule: dict[str, list[int]] = defaultdict(list)
    for index, finding in enumerate(findings):
        if finding.decision is None:
            by_rule[finding.rule].append(index)
    counted = [0] * len(findings)
    for indexes in by_rule.values():
        indexes.sort(key=lambda i: -points[findings[i].severity])
        for rank, index in enumerate(indexes):
            counted[index] = points[findings[index].severity] >> rank
    return tuple(
        replace(f, points=points[f.severity], counted=c)
        for f, c in zip(findings, counted, strict=True)
    )


def by_category(findings: Iterable[Finding], caps: Mapping[str, int]) -> dict[str, CategoryScore]:
    """Each category's account, in the order of `caps`; findings must be weighed."""
    sums = dict.fromkeys(caps, 0)
    for finding in findings:
        sums[finding.category] += finding.counted
    return {
        name: CategoryScore(cap=cap, points=sums[name], deducted=min(cap, sums[name]))
        for name, cap in caps.items()
    }


def score(categories: Iterable[CategoryScore]) -> int:
    """What is left of 100, in tenths; never below 0."""
    return max(0, FULL - sum(c.deducted for c in categories))
