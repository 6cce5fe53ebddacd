"""The JSON: complete, valid against the shipped schema, the same bytes twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import jsonschema
import pytest
from conftest import ROOT, SAMPLES, article
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor import audit, load_pack
from auditor.writers.json import Run, head
from auditor.writers.json import article as to_json
from auditor.writers.json_schema import json_schema

SCHEMA = ROOT / "reports" / "audit-1.schema.json"


def printed(*arguments: str, **environment: str) -> bytes:
    command = [sys.executable, "-m", "auditor", "audit", str(SAMPLES), "--format", "json"]
    done = subprocess.run(
        [*command, *arguments],
        capture_output=True,
        check=False,
        env=os.environ | environment,
        cwd=ROOT,
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def samples() -> dict[str, Any]:
    return json.loads(printed("--today", "2026-05-20"))


def test_the_shipped_schema_is_the_one_the_records_make() -> None:
    assert json.loads(SCHEMA.read_text("utf-8")) == json_schema(), "run: make schema"


def test_the_output_is_valid_against_the_shipped_schema(samples: dict[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    assert [e.message for e in validator.iter_errors(samples)] == []


def test_the_schema_refuses_what_is_not_an_audit(samples: dict[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    broken = json.loads(json.dumps(samples))
    broken["articles"][0]["quotes"].append({"id": "q99"})
    assert list(validator.iter_errors(broken))


def test_every_span_shows_the_words_it_names(samples: dict[str, Any]) -> None:
    seen = 0

    def walk(value: Any, text: str) -> None:
        nonlocal seen
        if isinstance(value, dict):
            if {"start", "end", "text"} <= value.keys() and value["start"] is not None:
                assert value["text"] == text[value["start"] : value["end"]]
                seen += 1
            for inner in value.values():
                walk(inner, text)
        elif isinstance(value, list):
            for inner in value:
                walk(inner, text)

    for entry in samples["articles"]:
        walk(entry, entry["text"])
    assert seen > 100


def test_every_link_leads_to_an_item(samples: dict[str, Any]) -> None:
    followed = 0
    for entry in samples["articles"]:
        ids = {
            i["id"]
            for layer in ("quotes", "statements", "sources", "dates", "wires")
            for i in entry[layer]
        }
        links = [q["speaker"]["source"] for q in entry["quotes"] if q["speaker"]]
        links += [q["statement"] for q in entry["quotes"] if q["statement"]]
        links += [s["source"] for s in entry["statements"] if s["source"]]
        links += [i for s in entry["sources"] for i in s["statements"]]
        links += [c["first"] for c in entry["date_conflicts"]]
        followed += len(links)
        assert set(links) <= ids
    assert followed > 20


def test_a_finding_tells_everything_an_editor_needs(samples: dict[str, Any]) -> None:
    for entry in samples["articles"]:
        for finding in entry["findings"]:
            rule = samples["rules"][finding["rule"]]
            assert rule["why"] and rule["advice"] and finding["message"]
            assert len(finding["id"]) == 12
            assert finding["counted"] <= finding["points"]
        ids = [f["id"] for f in entry["findings"]]
        assert len(ids) == len(set(ids))


def test_each_rule_stands_in_one_place(samples: dict[str, Any]) -> None:
    for entry in samples["articles"]:
        flagged = {f["rule"] for f in entry["findings"]}
        passed = set(entry["passed"])
        absent = {n["rule"] for n in entry["not_applicable"]}
        assert flagged | passed | absent == set(samples["rules"])
        assert not (flagged & passed or flagged & absent or passed & absent)
        assert entry["coverage"]["applicable"] == len(flagged | passed)
        assert entry["coverage"]["selected"] == len(samples["rules"])


def test_the_score_can_be_recomputed_from_the_findings(samples: dict[str, Any]) -> None:
    for entry in samples["articles"]:
        lost = 0.0
        for name, category in entry["categories"].items():
            points = sum(f["counted"] for f in entry["findings"] if f["category"] == name)
            assert category["points"] == pytest.approx(points)
            assert category["deducted"] == pytest.approx(min(points, category["cap"]))
            lost += category["deducted"]
        assert entry["score"] == pytest.approx(max(0, 100 - lost))


def test_the_same_bytes_under_other_seeds_zones_and_locales() -> None:
    plain = {"SOURCE_DATE_EPOCH": "1770000000"}
    first = printed(**plain, PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C")
    second = printed(**plain, PYTHONHASHSEED="2", TZ="America/Adak", LC_ALL="C.UTF-8", LANG="tr_TR")
    assert first == second
    assert b'"today": "2026-02-02"' in first


TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("\n\n.,“”‘’'\"«»—()[]{}<>&# \t‮\x00😀é"),
        st.characters(),
        st.sampled_from("abcdefgh ABC 0123456789"),
    ),
    max_size=300,
)
PIECES = (
    *("a", "senior", "official", "said", "sources", "claimed", "on condition of anonymity,"),
    *("because", "reportedly", "“we", "will”", "never", "‘sign’", "this", "TASS", "(AP)"),
    *("Reuters reported.", "According to", "experts", "on Monday, May 20, 2025", "November 7"),
    *("yesterday", "Ann Reed", "\n\n", "told", "\n", "kata pejabat", "menurut", "Sabtu lalu"),
    *("Follow us", "on Telegram.", "She", "added:", "’s", "the mayor,", "not", "by"),
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
PACK = load_pack()


@settings(max_examples=150)
@given(st.one_of(TEXTS, WORDS), st.sampled_from(["en", "id", "xx", None]))
def test_arbitrary_text_never_crashes_and_every_span_lies_inside(
    text: str, language: str | None
) -> None:
    from auditor.readers import Unreadable

    try:
        source = article(text, language=language)
    except Unreadable:
        return
    result = audit(source, PACK)
    assert not result.errors
    length = len(source.text)
    items = [i for layer in result.layers.values() for i in layer]
    for item in items:
        assert 0 <= item.start <= item.end <= length
    for finding in result.findings:
        if finding.start is not None and finding.end is not None:
            assert 0 <= finding.start < finding.end <= length
            assert finding.text == source.text[finding.start : finding.end]
    document = head(Run(PACK, PACK.rules, "")) | {"articles": [to_json(result)]}
    schema = json_schema()["properties"]["articles"] | {"$defs": json_schema()["$defs"]}
    jsonschema.validate(document["articles"], schema)


@settings(max_examples=40)
@given(WORDS)
def test_an_article_is_audited_the_same_way_twice(text: str) -> None:
    from auditor.readers import Unreadable

    try:
        source = article(text)
    except Unreadable:
        return
    assert audit(source, PACK) == audit(source, PACK)


def test_a_lone_surrogate_cannot_break_the_output() -> None:
    from auditor.writers.json import dumps

    assert json.loads(dumps({"a": "\ud800"}).encode()) == {"a": "\ud800"}
