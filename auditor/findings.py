"""What comes of an audit: findings, what passed, what broke, the score and the verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from auditor.article import Article, Block
from auditor.items import Item, Readability
from auditor.kinds import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another place that belongs to a finding."""

    message: str
    start: int | None = None
    end: int | None = None
    text: str = ""
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided about a finding: suppressed, dismissed, or known from a baseline."""

    kind: Literal["suppressed", "dismissed", "baseline"]
    reason: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One rule's claim about one place, or about the whole article.

    Attributes:
        id: first 12 hex digits of the fingerprint; free of line numbers.
        start, end: code points into the text; None for the whole article.
        line, column, end_line, end_column: in the file, 1-based, end exclusive.
        points: tenths of a point before, counted: after the rule's repeats are halved.
    """

    id: str
    rule: str
    category: str
    severity: Severity
    confidence: float
    message: str
    advice: str
    start: int | None
    end: int | None
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    points: int = 0
    counted: int = 0
    decision: Decision | None = None
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApplicable:
    """A rule that could decide nothing, and why."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """A layer that no word list let look, and why: not the same as having found nothing."""

    layer: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A rule or a layer that broke; the audit is incomplete."""

    message: str
    rule: str | None = None
    layer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryScore:
    """One category's account. All in tenths of a point."""

    cap: int
    points: int
    deducted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """Everything that is known about one article after the rules have run.

    Attributes:
        score: tenths of a point, 0 to 1000; None where the audit is incomplete.
        reasons: why it is incomplete, in sentences; empty otherwise.
        layers: items by layer, for the layers that could be computed.
    """

    article: Article
    blocks: tuple[Block, ...]
    layers: Mapping[str, tuple[Item, ...]]
    findings: tuple[Finding, ...]
    passed: tuple[str, ...]
    not_applicable: tuple[NotApplicable, ...]
    errors: tuple[Failure, ...]
    categories: Mapping[str, CategoryScore]
    score: int | None
    pass_mark: int
    verdict: Literal["publish", "revise", "incomplete"]
    applicable: int
    selected: int
    words: int
    reasons: tuple[str, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    readability: Readability | None = None
