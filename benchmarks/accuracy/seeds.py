"""Compares audits with hand-made gold: issues found by category and article, traps touched.

    python benchmarks/accuracy/seeds.py FOLDER

FOLDER holds `seeds/` (the articles) and `facts/` (`seed_gold.yaml`, `categories.yaml`).
An issue counts where a rule could find it (`detect` is `rule` or `rule+registry`) and its
category is one of the pack's; it is found when a finding of that category overlaps it. A
trap is touched by a finding in a category it forbids that overlaps it and no issue of
that category; `expects` are claims about quotations.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from auditor import audit, load_pack, read
from auditor.findings import Audit

RULE = ("rule", "rule+registry")
WEIGHTY = ("critical", "major")


@dataclass
class Tally:
    """What came of all articles."""

    cells: dict[tuple[str, str], list[bool]] = field(default_factory=lambda: defaultdict(list))
    weighty: list[bool] = field(default_factory=list)
    rest: list[bool] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)
    touched: list[str] = field(default_factory=list)
    unmet: list[str] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)
    forbids: int = 0
    expects: int = 0


def overlaps(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def place(entry: dict[str, Any]) -> tuple[int, int] | None:
    return None if entry.get("start") is None else (entry["start"], entry["end"])


def compare(gold: dict[str, Any], result: Audit, ours: dict[str, str], tally: Tally) -> None:
    """Adds one article to the tally; `ours` maps a gold category to the pack's."""
    found = [
        (f.category, None if f.start is None or f.end is None else (f.start, f.end), f)
        for f in result.findings
    ]
    issues = [(ours.get(i["category"]), place(i), i) for i in gold["issues"]]
    for category, span, issue in issues:
        if category is None or issue["detect"] not in RULE or span is None:
            continue
        hit = any(c == category and s and overlaps(s, span) for c, s, _ in found)
        tally.cells[category, gold["id"]].append(hit)
        (tally.weighty if issue["severity"] in WEIGHTY else tally.rest).append(hit)
        if not hit:
            tally.misses.append(
                f"{issue['id']} {issue['severity']:8} {issue['category']}: {issue['quote']!r}"
            )
    for trap in gold.get("must_not_flag", ()):
        span = place(trap)
        if span is None:
            continue
        tally.forbids += bool(trap.get("forbids"))
        for c, s, finding in found:
            excused = any(c == i and t and s and overlaps(s, t) for i, t, _ in issues)
            if c in trap.get("forbids", ()) and s and overlaps(s, span) and not excused:
                tally.touched.append(
                    f"{gold['id']} {trap['trap']}: {trap['quote']!r} by {finding.rule}"
                )
        if "expects" in trap:
            tally.expects += 1
            if not met(trap["expects"], span, result):
                tally.unmet.append(f"{gold['id']} {trap['expects']}: {trap['quote']!r}")
    for c, s, finding in found:
        if s and not any(c == i and t and overlaps(s, t) for i, t, _ in issues):
            tally.unmatched.append(f"{gold['id']} {finding.rule}: {finding.text[:90]!r}")


def met(expects: str, span: tuple[int, int], result: Audit) -> bool:
    """Whether the quotations at `span` are what the gold expects of them."""
    quotes: Any = result.layers.get("quotes", ())
    here = [q for q in quotes if overlaps((q.start, q.end), span)]
    if expects == "speaker":
        return (
            bool(here)
            and all(q.speaker for q in here if q.kind in ("direct", "partial"))
            and any(q.speaker for q in here)
        )
    if expects == "not_speech":
        return not any(q.kind in ("direct", "partial") for q in here)
    edges = [e for q in quotes for e in (q.start, q.end)]
    return not any(span[0] < e < span[1] for e in edges)


def main(folder: Path) -> int:
    gold = yaml.safe_load((folder / "facts" / "seed_gold.yaml").read_text("utf-8"))
    groups = yaml.safe_load((folder / "facts" / "categories.yaml").read_text("utf-8"))
    ours = {name: group for group, names in groups.items() if group != "none" for name in names}
    pack = load_pack()
    tally = Tally()
    print("scores")
    for entry in gold["articles"]:
        result = audit(read(folder / "seeds" / entry["file"]), pack)
        shown = "–" if result.score is None else f"{result.score / 10:g}"
        print(f"  {entry['id']}  {shown:>5}  {result.verdict}, {len(result.findings)} findings")
        compare(entry, result, ours, tally)
    show(tally, [e["id"] for e in gold["articles"]], [g for g in groups if g != "none"])
    return 0


def show(tally: Tally, articles: list[str], categories: list[str]) -> None:
    print("\nissues a rule can find: found/all, by category and article")
    print(f"{'':20}" + "".join(f"{a:>8}" for a in articles) + f"{'all':>9}")
    for category in categories:
        cells = [tally.cells.get((category, a), []) for a in articles]
        every = [hit for cell in cells for hit in cell]
        row = "".join(f"{f'{sum(c)}/{len(c)}' if c else '':>8}" for c in cells)
        print(f"{category:20}{row}{f'{sum(every)}/{len(every)}':>9}")
    for name, hits in (("critical and major", tally.weighty), ("the rest", tally.rest)):
        print(f"recall, {name}: {sum(hits)}/{len(hits)} = {sum(hits) / max(1, len(hits)):.3f}")
    for title, lines in (
        ("missed", tally.misses),
        (f"traps touched (of {tally.forbids} that forbid a category)", tally.touched),
        (f"expects not met (of {tally.expects})", tally.unmet),
        ("findings that match no issue of their category", tally.unmatched),
    ):
        print(f"\n{title}: {len(lines)}")
        for line in lines:
            print(f"  {line}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
