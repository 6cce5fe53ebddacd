"""The page over all articles of a run."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Any

from auditor.look import Look
from auditor.writers.html.article import SEVERITIES, title_of
from auditor.writers.html.page import embedded, render, texts
from auditor.writers.html.texts import Texts

Row = dict[str, Any]

SHOWN = 100
"""Rows that are there without scripts; more would weigh on the browser."""
BINS = 20
_HEIGHT = 118


def page_name(path: str) -> str:
    """The file name of an article's page: readable, and one for each path."""
    slug = re.sub(r"[^a-z0-9]+", "-", path.rsplit("/", 1)[-1].lower()).strip("-")[:48]
    digest = hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{slug or 'article'}-{digest}.html"


def index_row(article: dict[str, Any], page: str) -> Row:
    """What the index keeps of one article, so that the article itself can be let go."""
    active = [f for f in article["findings"] if not f["decision"]]
    rules: dict[str, list[float]] = {}
    for finding in active:
        entry = rules.setdefault(finding["rule"], [0, 0.0])
        entry[0] += 1
        entry[1] += finding["counted"]
    found = [f["severity"] for f in active]
    return {
        "page": page,
        "path": article["path"],
        "title": title_of(article),
        "score": article["score"],
        "pass_mark": article["pass_mark"],
        "verdict": article["verdict"],
        "language": article["language"],
        "published": article["published"],
        "rules": rules,
        **{severity: found.count(severity) for severity in SEVERITIES},
    }


def index_page(run: dict[str, Any], rows: Sequence[Row], look: Look) -> str:
    """The index as a self-contained HTML page.

    Args:
        run: the head of the JSON: `tool`, `rules`, `categories`, `summary`, and
            `gate`, `links`, `errors` where there are any.
        rows: one `index_row` an article.
        look: templates, style, script and texts.
    """
    words = texts(look)
    ordered = sorted(rows, key=_worst_first)
    scores = [row["score"] for row in rows if row["score"] is not None]
    mark = rows[0]["pass_mark"] if rows else 0
    return render(
        "index.html",
        look,
        {
            "tool": run["tool"],
            "summary": run["summary"],
            "gate": run.get("gate"),
            "links": run.get("links") or [],
            "errors": run.get("errors") or [],
            "rows": ordered[:SHOWN],
            "total": len(ordered),
            "bins": _bins(scores, mark),
            "scored": len(scores),
            "mark": mark,
            "per_rule": _per_rule(run, rows),
            "data": embedded(_data(ordered, words)),
        },
    )


def _worst_first(row: Row) -> tuple[float, int, str]:
    """Incomplete audits lead: nobody knows yet how bad they are."""
    score = -1.0 if row["score"] is None else row["score"]
    return score, -row["blocking"], row["path"]


def _data(rows: Sequence[Row], words: Texts) -> dict[str, Any]:
    """All rows as arrays, and the words for the languages and days that occur in them."""
    names = ("page", "title", "path", "score", "verdict", *SEVERITIES, "language", "published")
    languages = {row["language"] or "" for row in rows}
    days = {row["published"] for row in rows if row["published"]}
    return {
        "rows": [[row[name] for name in names] for row in rows],
        "words": {
            **{code: words.word("language", code) for code in sorted(languages)},
            **{day: words.date(day) for day in sorted(days)},
        },
    }


def _bins(scores: Iterable[float], mark: float) -> list[dict[str, Any]]:
    """Twenty columns of five points each; 100 belongs to the last."""
    counts = [0] * BINS
    for score in scores:
        counts[min(int(score * BINS // 100), BINS - 1)] += 1
    highest = max(counts)
    if not highest:
        return []
    width = 100 // BINS
    found = []
    for number, count in enumerate(counts):
        height = max(count / highest * _HEIGHT, 2.0) if count else 0.0
        found.append(
            {
                "count": count,
                "x": number * 50 + 2,
                "middle": number * 50 + 25,
                "y": f"{140 - height:.1f}",
                "label": f"{140 - height - 5:.1f}",
                "height": f"{height:.1f}",
                "low": (number + 1) * width <= mark,
                "range": {"from": number * width, "to": (number + 1) * width},
            }
        )
    return found


def _per_rule(run: dict[str, Any], rows: Sequence[Row]) -> list[dict[str, Any]]:
    by_id = {c["id"]: {**c, "position": n} for n, c in enumerate(run["categories"], 1)}
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        for rule, (count, lost) in row["rules"].items():
            entry = found.setdefault(rule, {"findings": 0, "hit": 0, "lost": 0.0})
            entry["findings"] += count
            entry["hit"] += 1
            entry["lost"] += lost
    table = [
        {
            **entry,
            "id": rule,
            "title": run["rules"][rule]["title"],
            "category": by_id[run["rules"][rule]["category"]],
            "share": entry["hit"] / len(rows),
        }
        for rule, entry in found.items()
    ]
    return sorted(table, key=lambda r: (-r["lost"], -r["findings"], r["id"]))
