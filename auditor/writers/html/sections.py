"""Tables below the text: who speaks, quotations, dates, credits, boilerplate."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from auditor.kinds import band
from auditor.writers.html.flow import Place, Places
from auditor.writers.html.texts import Texts

Record = dict[str, Any]

_WORD = re.compile(r"\w+(?:['’‑-]\w+)*")
_SHARES = {
    "named_person": "named",
    "named_organisation": "named",
    "wire": "agency",
    None: "nobody",
}
_NAME_LEFT_OUT = ("explicit_anonymity", "unnamed_individual", "vague_collective")
"""Kinds of people: of these the page tells that no reason is given."""
SHARE_ORDER = ("named", "agency", "unnamed", "nobody")
COUNTED_KINDS = ("direct", "partial")


class Items:
    """The items of one layer, found by id ("q3") or number. `known`: the layer could look."""

    def __init__(self, article: Record, layer: str) -> None:
        self.known = all(u["layer"] != layer for u in article.get("undecided", ()))
        self.all: list[Record] = list(article.get(layer) or ())
        self._by_reference = {
            key: item
            for number, item in enumerate(self.all, 1)
            for key in (item.get("id"), item.get("number", number))
            if key is not None
        }

    def get(self, reference: object) -> Record | None:
        return None if reference is None else self._by_reference.get(reference)


def words(text: str) -> int:
    return len(_WORD.findall(text))


def sections(article: Record, places: Places, texts: Texts) -> Record:
    """All of them by name, ready for the template."""
    layer = {n: Items(article, n) for n in ("quotes", "statements", "sources", "dates", "wires")}
    return {
        "speaking": _speaking(article, layer, places),
        "quotations": _quotations(layer, places),
        "dates": _dates(article, layer["dates"], places, texts),
        "credits": _credits(layer["wires"], places),
        "passages": _passages(Items(article, "passages"), places),
        "readability": article.get("readability"),
    }


def _speaking(article: Record, layer: dict[str, Items], places: Places) -> Record:
    quotes = [q for q in layer["quotes"].all if q["kind"] in COUNTED_KINDS]
    quoted: Counter[str] = Counter()
    shares: Counter[str] = Counter()
    number: Counter[str] = Counter()
    for quote in quotes:
        count = words(quote["text"])
        speaker = quote["speaker"] or {}
        source = layer["sources"].get(speaker.get("source"))
        kind = (source or speaker).get("kind")
        shares[_SHARES.get(kind, "unnamed")] += count
        if source:
            quoted[source["id"]] += count
            number[source["id"]] += 1
    said: Counter[str] = Counter()
    for statement in layer["statements"].all:
        source = layer["sources"].get(statement.get("source"))
        if source:
            said[source["id"]] += 1
    total = sum(shares.values())
    rows = [
        {
            **source,
            "label": source.get("name") or _first_mention(source),
            "no_reason": source["kind"] in _NAME_LEFT_OUT and not source.get("reason"),
            "basis": source.get("knowledge_basis"),
            "times": len(source.get("mentions") or ()),
            "group": _SHARES.get(source["kind"], "unnamed"),
            "quoted": quoted[source["id"]],
            "share": quoted[source["id"]] / total if total else None,
            "quotes": number[source["id"]],
            "said": said[source["id"]],
            "places": _distinct(places, [m["start"] for m in source.get("mentions") or ()]),
        }
        for source in layer["sources"].all
    ]
    rows.sort(key=lambda r: (-r["quoted"], -r["said"], not r["named"]))
    return {
        "known": layer["sources"].known,
        "rows": rows,
        "named": sum(1 for r in rows if r["named"]),
        "total": total,
        "of_all": total / article["words"] if article.get("words") else None,
        "shares": _bar(shares, total),
    }


def _bar(shares: Counter[str], total: int) -> list[Record]:
    bars, at = [], 0.0
    for group in SHARE_ORDER:
        if shares[group]:
            width = shares[group] / total * 1000
            bars.append(
                {
                    "group": group,
                    "share": shares[group] / total,
                    "x": f"{at:.1f}",
                    "width": f"{max(width - 3, 1):.1f}",
                }
            )
            at += width
    return bars


def _first_mention(source: Record) -> str:
    mentions = source.get("mentions") or [source]
    return str(mentions[0].get("text") or source.get("text") or "")


def _distinct(places: Places, starts: Iterable[int]) -> list[Place]:
    found = (places.at(start) for start in sorted(starts))
    return list(dict.fromkeys(place for place in found if place))


def _quotations(layer: dict[str, Items], places: Places) -> Record:
    rows = []
    for quote in layer["quotes"].all:
        if quote["kind"] not in COUNTED_KINDS:
            continue
        speaker = quote["speaker"]
        source = speaker and layer["sources"].get(speaker.get("source"))
        kind = (source or speaker or {}).get("kind")
        rows.append(
            {
                **quote,
                "words": words(quote["text"]),
                "band": band(quote["confidence"]),
                "source_kind": kind,
                "group": _SHARES.get(kind, "unnamed"),
                "reasons": (speaker or {}).get("reasons") or (),
                "as_written": _as_written(speaker),
                "place": places.at(quote["start"]),
            }
        )
    return {
        "known": layer["quotes"].known,
        "rows": rows,
        "without": sum(1 for r in rows if not r["speaker"]),
        "others": len(layer["quotes"].all) - len(rows),
    }


def _as_written(speaker: Record | None) -> str | None:
    """The mention beside the quotation, where it says less than the name."""
    if not speaker or speaker.get("text") == speaker.get("name"):
        return None
    return speaker.get("text")


def _dates(article: Record, dates: Items, places: Places, texts: Texts) -> Record:
    conflicts: dict[str, list[Record]] = defaultdict(list)
    found = Items(article, "date_conflicts").all
    for conflict in found:
        first, second = dates.get(conflict["first"]), dates.get(conflict.get("second"))
        computed = conflict.get("computed")
        for mine, other in ((first, second), (second, first)):
            if mine:
                conflicts[mine["id"]].append(
                    {"kind": conflict["kind"], "other": other, "computed": computed}
                )
    rows = [
        {
            **date,
            "value": texts.date(date.get("value")) if date.get("value") else None,
            "conflicts": conflicts[date["id"]],
            "place": places.at(date["start"]),
        }
        for date in dates.all
    ]
    return {
        "known": dates.known,
        "rows": rows,
        "conflicts": len(found),
        "open": sum(1 for r in rows if not r["value"]),
    }


def _credits(wires: Items, places: Places) -> Record:
    rows = [{**wire, "place": places.at(wire["start"])} for wire in wires.all]
    return {
        "known": wires.known,
        "rows": rows,
        "agencies": len({w["agency"] for w in rows}),
        "credited": any(w["role"] == "credit" for w in rows),
    }


def _passages(passages: Items, places: Places) -> Record:
    rows = [{**passage, "place": places.at(passage["start"])} for passage in passages.all]
    return {"known": passages.known, "rows": rows}
