"""Terminal text: the verdict first, then each finding with its place and its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from auditor.findings import Audit, Finding
from auditor.writers.json import Run

COLOURS = {"blocking": "31", "warning": "33", "note": "36", "publish": "32", "revise": "31"}
VERDICTS = {
    "publish": "publish",
    "revise": "revise before republishing",
    "incomplete": "incomplete",
}


def write(
    audits: Iterable[Audit],
    about: Run,
    summary: Callable[[], Mapping[str, Any]],
    *,
    colour: bool,
) -> Iterator[str]:
    """One paragraph an article, then a summary, which is asked for after the last."""
    titles = {rule.id: rule.title for rule in about.rules}

    def paint(text: str, name: str) -> str:
        code = COLOURS.get(name)
        return f"\x1b[{code}m{text}\x1b[0m" if colour and code else text

    for audit in audits:
        verdict = paint(VERDICTS[audit.verdict], audit.verdict)
        shown = "no score" if audit.score is None else f"{scored(audit)} of 100"
        yield f"{clean(audit.article.path)}: {shown}, {verdict}\n"
        for reason in audit.reasons:
            yield f"  {clean(reason)}\n"
        for finding in audit.findings:
            shown = paint(f"{finding.severity:8}", finding.severity)
            yield "".join(_finding(finding, titles, shown))
        yield "\n"
    numbers = summary()
    yield (
        f"{numbers['articles']} audited: {numbers['passed']} publish, {numbers['failed']} revise,"
        f" {numbers['incomplete']} incomplete; {numbers['unreadable']} unreadable.\n"
    )


def _finding(finding: Finding, titles: dict[str, str], severity: str) -> Iterator[str]:
    place = f"{finding.line}:{finding.column}" if finding.start is not None else "article"
    cost = f"-{finding.counted / 10:g}" if finding.counted else "0"
    yield f"  {place:>8}  {severity}  {titles[finding.rule]}  ({cost}, {finding.rule})\n"
    yield f"            {clean(finding.message)}\n"


def scored(audit: Audit) -> str:
    """The score as people read it, or a dash."""
    return "–" if audit.score is None else f"{audit.score / 10:g}"


def clean(text: str) -> str:
    """Text that cannot move the cursor, colour the terminal or turn its direction."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in " ".join(text.split()))
