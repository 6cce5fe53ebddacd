"""The score: bounded, monotone, free of order, and what it says it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.findings import Decision, Finding
from auditor.kinds import Severity
from auditor.scoring import by_category, score, weigh

POINTS: dict[Severity, int] = {"blocking": 100, "warning": 40, "note": 10}
CAPS = {"a": 300, "q": 200, "d": 200, "w": 150, "b": 150}


def finding(rule: str, severity: Severity) -> Finding:
    return Finding(
        id="0" * 12,
        rule=rule,
        category=rule[0],
        severity=severity,
        confidence=1.0,
        message="",
        advice="",
        start=0,
        end=1,
        line=1,
        column=1,
        end_line=1,
        end_column=2,
        text="x",
    )


findings = st.lists(
    st.builds(
        finding,
        st.sampled_from([c + n for c in CAPS for n in "123"]),
        st.sampled_from(list(POINTS)),
    ),
    max_size=60,
)


def total(found: list[Finding]) -> int:
    return score(by_category(weigh(found, POINTS), CAPS).values())


@given(findings)
def test_a_score_lies_between_nothing_and_a_hundred(found: list[Finding]) -> None:
    assert 0 <= total(found) <= 1000


@given(findings, findings)
def test_another_finding_never_raises_the_score(found: list[Finding], more: list[Finding]) -> None:
    assert total(found + more) <= total(found)


@given(findings, st.randoms())
def test_order_never_matters(found: list[Finding], chance: object) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert total(shuffled) == total(found)


@given(findings)
def test_one_rule_never_costs_more_than_twice_its_dearest_hit(found: list[Finding]) -> None:
    for rule in {f.rule for f in found}:
        own = [f for f in weigh(found, POINTS) if f.rule == rule]
        assert sum(f.counted for f in own) <= 2 * max(f.points for f in own)


@given(findings)
def test_the_accounts_add_up(found: list[Finding]) -> None:
    weighed = weigh(found, POINTS)
    accounts = by_category(weighed, CAPS)
    for name, account in accounts.items():
        assert account.points == sum(f.counted for f in weighed if f.category == name)
        assert account.deducted == min(account.cap, account.points)
    assert total(found) == 1000 - sum(a.deducted for a in accounts.values())


def test_repeats_of_a_rule_count_by_halves() -> None:
    found = [finding("a1", "note"), finding("a1", "blocking"), finding("a1", "warning")]
    assert [f.counted for f in weigh(found, POINTS)] == [2, 100, 20]


def test_a_dismissed_finding_costs_nothing() -> None:
    dismissed = replace(
        finding("a1", "blocking"), decision=Decision(kind="dismissed", reason="checked")
    )
    assert total([dismissed]) == 1000


@pytest.mark.parametrize("failed", [["a"], ["w", "b"], ["q", "d"]])
def test_a_category_wholly_failed_is_below_the_pass_mark(failed: list[str]) -> None:
    found = [finding(c + str(n), "blocking") for c in failed for n in range(9)]
    assert total(found) < 750
