"""Which gate failed, and by how much."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import mean, median
from typing import Any

from auditor.config import FailOn
from auditor.findings import Audit
from auditor.kinds import Severity

RANK: dict[Severity, int] = {"blocking": 3, "warning": 2, "note": 1}


@dataclass(frozen=True, slots=True)
class Gates:
    """The gates asked for; with none, any verdict *revise* fails.

    Attributes:
        fail_under: an article whose score is lower fails, in points.
        fail_on: a finding of this severity or worse fails; "none" never.
    """

    fail_under: float | None = None
    fail_on: FailOn | None = None

    @property
    def default(self) -> bool:
        return self.fail_under is None and self.fail_on is None

    def judge(self, audit: Audit) -> list[str]:
        """Why this article fails, in sentences; empty where it passes."""
        path = audit.article.path
        if self.default:
            if audit.verdict != "revise":
                return []
            shown = "no score" if audit.score is None else f"scores {audit.score / 10:g}"
            blocking = sum(f.severity == "blocking" for f in audit.findings if not f.decision)
            why = f", with {_findings(blocking, 'blocking')}" if blocking else ""
            return [f"{path} must be revised: it {shown} (pass mark {audit.pass_mark}){why}"]
        failed = []
        if self.fail_under is not None and audit.score is not None:
            gap = self.fail_under * 10 - audit.score
            if gap > 0:
                failed.append(
                    f"{path} scores {audit.score / 10:g}, {gap / 10:g} below {self.fail_under:g}"
                )
        if self.fail_on is not None and self.fail_on != "none":
            limit = RANK[self.fail_on]
            bad = [f for f in audit.findings if not f.decision and RANK[f.severity] >= limit]
            if bad:
                worse = "" if self.fail_on == "blocking" else " or worse"
                failed.append(f"{path} has {_findings(len(bad), self.fail_on + worse)}")
        return failed


def _findings(count: int, kind: str) -> str:
    return f"{count} {kind} finding{'s' * (count != 1)}"


@dataclass(slots=True)
class Tally:
    """Counts a run's articles as they come; the summary and the exit code come from it."""

    gates: Gates
    articles: int = 0
    verdicts: dict[str, int] = field(
        default_factory=lambda: {"publish": 0, "revise": 0, "incomplete": 0}
    )
    scores: list[int] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)

    def add(self, audit: Audit) -> None:
        """Counts one audited article."""
        self.articles += 1
        self.verdicts[audit.verdict] += 1
        if audit.score is not None:
            self.scores.append(audit.score)
        self.failed += self.gates.judge(audit)

    def summary(self) -> dict[str, Any]:
        """Numbers about the run, as in the JSON."""
        return {
            "articles": self.articles,
            "passed": self.verdicts["publish"],
            "failed": self.verdicts["revise"],
            "incomplete": self.verdicts["incomplete"],
            "unreadable": len(self.unread),
            "mean": round(mean(self.scores) / 10, 1) if self.scores else None,
            "median": round(median(self.scores) / 10, 1) if self.scores else None,
        }

    def tail(self) -> Iterable[tuple[str, Any]]:
        """The keys of the JSON that stand behind the articles."""
        yield "links", []
        yield "summary", self.summary()
        yield "gate", {"passed": not self.failed, "failed": self.failed}
        yield "errors", [{"path": path, "message": message} for path, message in self.unread]

    @property
    def exit_code(self) -> int:
        """1 a gate failed, 3 something is incomplete or unreadable, else 0."""
        if self.failed:
            return 1
        return 3 if self.verdicts["incomplete"] or self.unread else 0
