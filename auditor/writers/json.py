"""The JSON, of which every other output is a rendering. Version 1: keys may be added."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from auditor import __version__
from auditor.auditing import OUTPUT_LAYERS
from auditor.engine.rule import Pack, Rule
from auditor.findings import Audit, Finding
from auditor.writers.records import layer_items, record

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Run:
    """What all articles of a run have in common."""

    pack: Pack
    rules: tuple[Rule, ...]
    config_hash: str
    today: date | None = None


def head(run: Run) -> dict[str, Any]:
    """Tool, categories and rules: everything that stands before the articles."""
    pack = run.pack
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {
            "name": "auditor",
            "version": __version__,
            "pack": f"{pack.name} {pack.version}",
            "pack_hash": pack.hash,
            "config_hash": run.config_hash,
            "today": run.today.isoformat() if run.today else None,
        },
        "categories": [
            {"id": c.id, "title": c.title, "letter": c.letter, "cap": c.cap / 10}
            for c in pack.categories
        ],
        "rules": {
            rule.id: {
                "title": rule.title,
                "category": rule.category,
                "severity": rule.severities[0],
                "why": rule.why,
                "advice": rule.advice,
                "standards": list(rule.standards),
                "languages": list(rule.languages),
            }
            for rule in run.rules
        },
    }


def article(audit: Audit) -> dict[str, Any]:
    """One article's part."""
    source = audit.article
    text = source.text
    return {
        "path": source.path,
        "title": _title(audit),
        "language": source.language,
        "language_basis": source.language_basis,
        "published": source.published.isoformat() if source.published else None,
        "author": source.author,
        "outlet": source.outlet,
        "canonical": source.canonical,
        "sha256": source.sha256,
        "bytes": source.bytes,
        "words": audit.words,
        "text": text,
        "blocks": [{"kind": b.kind, "start": b.start, "end": b.end} for b in audit.blocks],
        "score": None if audit.score is None else audit.score / 10,
        "pass_mark": audit.pass_mark,
        "verdict": audit.verdict,
        "reasons": list(audit.reasons),
        "coverage": {"applicable": audit.applicable, "selected": audit.selected},
        "categories": {
            name: {"cap": c.cap / 10, "points": c.points / 10, "deducted": c.deducted / 10}
            for name, c in audit.categories.items()
        },
        "findings": [_finding(f, text) for f in audit.findings],
        "passed": list(audit.passed),
        "not_applicable": [{"rule": n.rule, "reason": n.reason} for n in audit.not_applicable],
        "undecided": [{"layer": u.layer, "reason": u.reason} for u in audit.undecided],
        "errors": [
            {"rule" if e.rule else "layer": e.rule or e.layer, "message": e.message}
            for e in audit.errors
        ],
        **{name: layer_items(name, audit.layers.get(name, ()), text) for name in OUTPUT_LAYERS},
        "readability": record(audit.readability, text),
    }


def _finding(finding: Finding, text: str) -> dict[str, Any]:
    plain: dict[str, Any] = record(finding, text)
    plain["points"] = finding.points / 10
    plain["counted"] = finding.counted / 10
    plain["text"] = finding.text
    return plain


def _title(audit: Audit) -> str | None:
    for block in audit.blocks:
        if block.kind == "headline":
            return " ".join(audit.article.text[block.start : block.end].split())
    return audit.article.title


def stream(
    run: Run, articles: Iterable[Mapping[str, Any]], tail: Iterable[tuple[str, Any]]
) -> Iterator[str]:
    """The whole object in pieces; `tail` is read only after the last article.

    Args:
        tail: the keys after the articles: links, summary, gate, errors.
    """
    opening = dumps(head(run))
    yield opening[:-1] + ', "articles": ['
    for index, entry in enumerate(articles):
        yield ("," if index else "") + "\n" + dumps(entry)
    yield "\n]"
    for key, value in tail:
        yield f",\n{dumps(key)}: {dumps(value)}"
    yield "}\n"


def dumps(value: Any) -> str:
    """One line of JSON, the same bytes every time; a lone surrogate stays an escape."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True)
    return text
