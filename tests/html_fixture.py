"""Builds the JSON of an audit from a text and the words to mark, for tests of the pages."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from statistics import mean, median
from typing import Any

Record = dict[str, Any]

CATEGORIES = [
    {"id": "anonymous-sourcing", "title": "Anonymous sourcing", "letter": "A", "cap": 30.0},
    {"id": "quotations", "title": "Quotations", "letter": "Q", "cap": 20.0},
    {"id": "dates", "title": "Dates", "letter": "D", "cap": 20.0},
    {"id": "wires", "title": "Wires and credits", "letter": "W", "cap": 15.0},
    {"id": "boilerplate", "title": "Boilerplate", "letter": "B", "cap": 15.0},
]
RULES = {
    "anonymous-sourcing/no-reason": (
        "Anonymity without a reason",
        "Readers cannot judge a claim whose source hides and is not asked why.",
        "Say why the name is withheld, or find a source on the record.",
    ),
    "anonymous-sourcing/sole-for-lead": (
        "Lead rests on one unnamed source",
        "If the one source is wrong, the story is wrong.",
        "Find a second, independent source before republishing.",
    ),
    "anonymous-sourcing/vague-collective": (
        "Unnamed group as a source",
        "“Analysts” can be two people or two hundred, and none answers for the claim.",
        "Name at least one of them, with the institution.",
    ),
    "quotations/no-speaker": (
        "Quotation without a speaker",
        "Words in quotation marks promise that somebody said them.",
        "Name the speaker beside the quotation.",
    ),
    "quotations/loaded-verb": (
        "Verb that takes sides",
        "The verb tells readers what to think of the words.",
        "Write “said”.",
    ),
    "dates/weekday": (
        "Weekday does not fit the date",
        "One of the two is wrong, and readers cannot tell which.",
        "Check the day against the calendar.",
    ),
    "dates/relative": (
        "Relative day without a date",
        "“Last week” means nothing once the story is republished.",
        "Write the calendar date.",
    ),
    "dates/no-publication": (
        "No date of publication",
        "Nobody can tell how old the story is.",
        "Add the date of the first publication.",
    ),
    "wires/state-agency-alone": (
        "State-controlled agency as the only source",
        "A reader cannot tell reporting from a government's message when nobody else confirms it.",
        "Say whose agency it is; find an independent source.",
    ),
    "wires/no-credit": (
        "No byline and no credit",
        "Nobody answers for the text.",
        "Add the author or the agency.",
    ),
    "boilerplate/share-prompt": (
        "Call to share left in the text",
        "It is the other outlet's furniture, not reporting.",
        "Delete it.",
    ),
    "boilerplate/urgency": (
        "Urgency label",
        "The label promises news that the text does not explain.",
        "Delete the label.",
    ),
}
PASSED = {
    "dates/impossible": "Days that do not exist",
    "dates/order": "Order of events",
    "quotations/unclosed": "Quotation that never closes",
    "boilerplate/newsletter": "Newsletter prompt",
}
NOT_APPLICABLE = {"quotations/stance": "Opinion reported as fact"}

LAYERS = ("quotes", "statements", "sources", "dates", "date_conflicts", "wires", "passages")

TEXT = """Breaking: Harbour bridge shut after cracks found in two piers

The Stennet harbour bridge was closed on Wednesday, 14 May 2025, after cracks were found in two \
of its piers, a city official said on condition of anonymity. The closure may last “until the \
first frost”, the official said.

“We saw dust falling and then we heard a long groan from below,” said Ilse Marrant, who has run \
the ferry office on the quay for 19 years. “Nobody told us anything for an hour.”

Analysts warned that diverted lorries would choke the northern road. Engineers are believed to \
have known of the cracks since last week.

“There is no danger to the public,” insisted Piet Orlan, the mayor, at a news conference in the \
town hall. He refused to say when the last inspection had taken place.

The state agency Norvest reported that a foreign diver had been seen near the piers in the night. \
The claim could not be checked.

“Everyone knew it was coming.”

The bridge, opened in 1971, carries 23,000 vehicles a day. A replacement was promised in 2016 and \
again in 2021.

Share this story with your friends and follow us for more."""


def rules() -> Record:
    found = {}
    for name, (title, why, advice) in RULES.items():
        found[name] = _rule(name, title, why, advice)
    for name, title in (PASSED | NOT_APPLICABLE).items():
        found[name] = _rule(name, title, "Readers trust what holds together.", "Put it right.")
    return found


def _rule(name: str, title: str, why: str, advice: str) -> Record:
    return {
        "title": title,
        "category": name.split("/")[0],
        "severity": "warning",
        "why": why,
        "advice": advice,
        "standards": ["House style, sources"] if name.startswith("anonymous") else [],
        "languages": ["en"],
    }


def run(**more: Any) -> Record:
    """The head of the JSON."""
    return {
        "schema_version": 1,
        "tool": {
            "name": "auditor",
            "version": "0.1.0",
            "pack": "default 0.1.0",
            "pack_hash": "5b1f" * 16,
            "config_hash": "91d0" * 16,
            "today": "2025-05-20",
        },
        "rules": rules(),
        "categories": CATEGORIES,
        **more,
    }


class Builder:
    """One article's JSON, its spans given by the words they cover."""

    def __init__(self, text: str = TEXT, path: str = "news/harbour-bridge.txt") -> None:
        self.text = text
        self.path = path
        self.findings: list[Record] = []
        self.layers: dict[str, list[Record]] = {
            name: []
            for name in [
                "quotes",
                "statements",
                "sources",
                "dates",
                "date_conflicts",
                "wires",
                "passages",
            ]
        }
        self.more: Record = {}

    def span(self, words: str, nth: int = 1) -> Record:
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return {"start": start, "end": start + len(words), "text": words}

    def find(
        self,
        rule: str,
        words: str | None,
        points: float,
        severity: str = "warning",
        message: str = "",
        **more: Any,
    ) -> Record:
        place = self.span(words) if words else {"start": None, "end": None, "text": ""}
        seed = f"{rule} {words} {len(self.findings)}"
        title, _, advice = RULES[rule]
        finding = {
            "id": hashlib.sha256(seed.encode()).hexdigest()[:12],
            "rule": rule,
            "category": rule.split("/")[0],
            "severity": severity,
            "confidence": 0.95,
            "message": message or (f"“{words}”: {title.lower()}." if words else f"{title}."),
            "advice": advice,
            **place,
            "line": 1,
            "column": 1,
            "end_line": 1,
            "end_column": 1,
            "points": points,
            "counted": 0.0,
            "decision": None,
            "related": [],
            **more,
        }
        self.findings.append(finding)
        return finding

    def add(self, layer: str, words: str, **fields: Any) -> Record:
        items = self.layers[layer]
        prefix = {"sources": "s", "statements": "st", "date_conflicts": "dc"}.get(layer, layer[0])
        item = {"id": f"{prefix}{len(items) + 1}", "number": len(items) + 1, **self.span(words)}
        item |= {"confidence": 0.95, **fields}
        items.append(item)
        return item

    def build(self) -> Record:
        """The object as it stands in `articles`."""
        categories = self._score()
        score = round(100 - sum(c["deducted"] for c in categories.values()), 1)
        blocking = any(f["severity"] == "blocking" for f in self.findings)
        return {
            "path": self.path,
            "title": None,
            "language": "en",
            "language_basis": "identified",
            "published": None,
            "author": None,
            "outlet": None,
            "sha256": hashlib.sha256(self.text.encode()).hexdigest(),
            "words": len(re.findall(r"\w+", self.text)),
            "text": self.text,
            "blocks": _blocks(self.text),
            "score": score,
            "pass_mark": 75.0,
            "verdict": "publish" if score >= 75 and not blocking else "revise",
            "reasons": [],
            "coverage": {"applicable": 16, "selected": 17},
            "categories": categories,
            "findings": self.findings,
            "passed": list(PASSED),
            "not_applicable": [
                {"rule": rule, "reason": "the pack has no list “opinion” for English"}
                for rule in NOT_APPLICABLE
            ],
            "errors": [],
            **self.layers,
            "readability": None,
            **self.more,
        }

    def _score(self) -> Record:
        by_rule: dict[str, list[Record]] = defaultdict(list)
        for finding in self.findings:
            if not finding["decision"]:
                by_rule[finding["rule"]].append(finding)
        sums: dict[str, float] = defaultdict(float)
        for found in by_rule.values():
            for place, finding in enumerate(sorted(found, key=lambda f: -f["points"])):
                finding["counted"] = round(finding["points"] / 2**place, 1)
                sums[finding["category"]] += finding["counted"]
        return {
            c["id"]: {
                "cap": c["cap"],
                "points": round(sums[c["id"]], 1),
                "deducted": round(min(sums[c["id"]], c["cap"]), 1),
            }
            for c in CATEGORIES
        }


def _blocks(text: str) -> list[Record]:
    blocks = []
    for found in re.finditer(r"\S(?:.|\n(?!\n))*", text):
        kind = "headline" if not blocks else "lead" if len(blocks) == 1 else "body"
        if found[0].startswith("Share this"):
            kind = "boilerplate"
        blocks.append({"kind": kind, "start": found.start(), "end": found.end()})
    return blocks


def summary(articles: list[Record]) -> Record:
    scores = [a["score"] for a in articles if a["score"] is not None]
    verdicts = [a["verdict"] for a in articles]
    return {
        "articles": len(articles),
        "passed": verdicts.count("publish"),
        "failed": verdicts.count("revise"),
        "incomplete": verdicts.count("incomplete"),
        "mean": round(mean(scores), 1) if scores else None,
        "median": round(median(scores), 1) if scores else None,
    }
