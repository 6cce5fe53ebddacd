"""The page of one article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from auditor.kinds import band
from auditor.look import Look
from auditor.writers.html.flow import Places, groups
from auditor.writers.html.marks import Note, weight
from auditor.writers.html.page import embedded, render, texts
from auditor.writers.html.score import ledger, ring, tick, way
from auditor.writers.html.sections import sections

SEVERITIES = ("blocking", "warning", "note")


def article_page(
    run: dict[str, Any], article: dict[str, Any], look: Look, *, index: str | None = None
) -> str:
    """The audit of one article as a self-contained HTML page.

    Args:
        run: the head of the JSON: `tool`, `rules`, `categories`.
        article: one object of `articles`, with its `text`.
        look: templates, style, script and texts.
        index: relative address of the index, where there is one.
    """
    words = texts(look)
    places = Places(article, words)
    categories = _categories(run, article)
    active = [f for f in article["findings"] if not f["decision"]]
    notes = _notes(run, active, categories, places)
    whole = [n for n in notes if not n.marked]
    margin = [n for n in notes if n.marked]
    return render(
        "article.html",
        look,
        {
            "article": article,
            "title": title_of(article),
            "lang": article["language"] or "",
            "tool": run["tool"],
            "rules": run["rules"],
            "index": index,
            "places": places,
            "categories": categories,
            "severities": _severities(active),
            "notes": notes,
            "whole": whole,
            "groups": groups(article["text"], places.all, margin),
            "facts": _facts(notes),
            "arcs": ring(article["score"], categories),
            "tick": tick(article["pass_mark"]),
            "ledger": ledger(article, categories),
            "way": way(article, notes),
            "set_aside": [f for f in article["findings"] if f["decision"]],
            "band": band,
            "data": embedded(article),
            **sections(article, places, words),
        },
    )


def _categories(run: dict[str, Any], article: dict[str, Any]) -> list[dict[str, Any]]:
    """The pack's categories in its order, with what this article lost in each."""
    empty = {"points": 0.0, "deducted": 0.0}
    found = [f["category"] for f in article["findings"] if not f["decision"]]
    return [
        {
            **category,
            **empty,
            **article["categories"].get(category["id"], {}),
            "position": position,
            "findings": found.count(category["id"]),
        }
        for position, category in enumerate(run["categories"], 1)
    ]


def _severities(findings: Sequence[dict[str, Any]]) -> list[tuple[str, int]]:
    found = [f["severity"] for f in findings]
    return [(severity, found.count(severity)) for severity in SEVERITIES]


def _notes(
    run: dict[str, Any],
    findings: Sequence[dict[str, Any]],
    categories: Sequence[dict[str, Any]],
    places: Places,
) -> list[Note]:
    """Numbered as they are read: those on the whole article stand above the text."""
    by_id = {c["id"]: c for c in categories}
    ordered = sorted(
        findings,
        key=lambda f: (
            (0, SEVERITIES.index(f["severity"]), f["id"])
            if not _anchored(f, places)
            else (1, f["start"], f["end"], f["id"])
        ),
    )
    return [
        Note(
            number=number,
            finding=finding,
            rule=run["rules"][finding["rule"]],
            category=by_id[finding["category"]],
            place=places.words(finding["start"] if _anchored(finding, places) else None),
            marked=_anchored(finding, places),
        )
        for number, finding in enumerate(ordered, 1)
    ]


def _anchored(finding: dict[str, Any], places: Places) -> bool:
    return finding["start"] is not None and places.shown(finding["start"], finding["end"])


def _facts(notes: Sequence[Note]) -> list[str]:
    """The titles of the two rules that cost most: what the verdict rests on."""
    ordered = sorted(notes, key=weight)
    return list(dict.fromkeys(n.rule["title"] for n in ordered))[:2]


def title_of(article: dict[str, Any]) -> str:
    """The title the file states, else the headline, else the path."""
    return article.get("title") or _headline(article) or str(article["path"])


def _headline(article: dict[str, Any]) -> str | None:
    for block in article["blocks"]:
        if block["kind"] == "headline":
            return " ".join(article["text"][block["start"] : block["end"]].split())
    return None
