"""Thirty articles with gold beside them: every quotation, whoever says it, what is attributed.

The gold (`tests/articles/quotes/<language>/*.yaml`) is read as a careful reader wrote it:
spans by their first and last words, people by the fullest form of their name, unnamed
sources by the words that describe them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

from auditor.engine.rule import Pack
from auditor.items import Quote, Source, Statement
from auditor.layers.analysis import LazyAnalysis
from auditor.readers import read

GOLD = sorted((ROOT / "tests" / "articles" / "quotes").glob("*/*.yaml"))
SLACK = 2
"""Code points by which a span may differ: a full stop, a space."""


class Told:
    """One article with its layers and its gold."""

    def __init__(self, place: Path, pack: Pack) -> None:
        path = next(p for p in place.parent.glob(f"{place.stem}.*") if p.suffix != ".yaml")
        data = path.read_bytes()
        article = read(
            data,
            path=path.name,
            identify=lambda _: None,
            language=place.parent.name,
            max_bytes=10**7,
        )
        analysis = LazyAnalysis(article, pack.lexicon)
        self.text = analysis.text
        self.quotes: tuple[Quote, ...] = analysis.layer("quotes")
        self.statements: tuple[Statement, ...] = analysis.layer("statements")
        self.sources: tuple[Source, ...] = analysis.layer("sources")
        self.gold: dict[str, Any] = yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))

    def quote(self, words: str, after: int = -1) -> Quote | None:
        at = self.text.find(words, after + 1)
        at = self.text.find(words) if at < 0 else at
        assert at >= 0, f"gold is not in the article: {words}"
        return next((q for q in self.quotes if abs(q.start - at) <= SLACK), None)

    def name(self, quote: Quote | None) -> str | None:
        return quote.speaker.name if quote and quote.speaker else None

    def source(self, statement: Statement) -> str | None:
        if statement.source is None:
            return None
        source = self.sources[statement.source - 1]
        return source.name or self.text[source.start : source.end]


@pytest.fixture(params=GOLD, ids=[f"{p.parent.name}-{p.stem}" for p in GOLD])
def told(request: pytest.FixtureRequest, pack: Pack) -> Told:
    return Told(request.param, pack)


def same(ours: str | None, gold: str | None) -> bool:
    """A name in full; of an unnamed source the words it begins with, in any case."""
    if ours is None or gold is None:
        return ours is gold
    some, others = ours.casefold().split(), gold.casefold().split()
    if gold == gold.lower():
        return len(some) >= len(others) and all(map(stem, some, others))
    return some[: len(others)] == others


def stem(one: str, other: str) -> bool:
    """Whether two words may be one in two cases."""
    length = max(3, min(len(one), len(other)) - 3)
    return one[:length] == other[:length]


def spoken(gold: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for room in ("quotes", "dashes", "turns", "blocks"):
        yield from gold.get(room) or ()


def test_every_quotation_has_its_words_and_its_kind(told: Told) -> None:
    wrong, at = [], -1
    for gold in told.gold["quotes"]:
        quote = told.quote(gold["text"], at)
        at = quote.start if quote else at
        if quote is None:
            wrong.append((gold["text"], "not found"))
            continue
        begin = max(quote.start, quote.start + len(gold["text"]) - len(gold["ends"]) - SLACK)
        end = told.text.find(gold["ends"], begin) + len(gold["ends"])
        if abs(quote.end - end) > SLACK:
            wrong.append((gold["text"], told.text[quote.start : quote.end]))
        if quote.kind != gold["kind"]:
            wrong.append((gold["text"], f"{quote.kind}, not {gold['kind']}"))
    assert not wrong


def test_every_speaker_is_known_by_the_fullest_name(told: Told) -> None:
    wrong, at = [], -1
    for gold in told.gold["quotes"]:
        quote = told.quote(gold["text"], at)
        at = quote.start if quote else at
        if not same(told.name(quote), gold["speaker"]):
            wrong.append((gold["text"], told.name(quote), gold["speaker"]))
    for gold in [g for room in ("dashes", "turns", "blocks") for g in told.gold.get(room) or ()]:
        name = told.name(told.quote(gold["text"]))
        if not same(name, gold["speaker"]):
            wrong.append((gold["text"], name, gold["speaker"]))
    assert not wrong


def test_whoever_is_quoted_inside_a_quotation_is_told(told: Told) -> None:
    wrong = []
    for gold in told.gold.get("nested") or ():
        quote = told.quote(gold["text"])
        if quote is None or not same(told.name(quote), gold["speaker"]):
            wrong.append((gold["text"], told.name(quote), gold["speaker"]))
    assert not wrong


def test_no_quotation_is_made_up(told: Told) -> None:
    known = {told.text.find(g["text"]) for g in [*spoken(told.gold), *(told.gold["nested"] or ())]}
    outer = [
        q for q in told.quotes if not any(o.start < q.start and q.end <= o.end for o in told.quotes)
    ]
    begun = told.gold["quotes"]
    extra = [
        told.text[q.start : q.end]
        for q in outer
        if not any(abs(q.start - at) <= SLACK for at in known)
        and not any(told.text.startswith(g["text"], q.start) for g in begun)
    ]
    assert not extra


def test_what_is_attributed_without_marks_is_a_statement(told: Told) -> None:
    wrong = []
    for gold in told.gold.get("statements") or ():
        at = told.text.find(gold["cue"], told.text.find(gold["sentence"]))
        found = [
            s
            for s in told.statements
            if s.form == gold["form"] and s.start - SLACK <= at <= s.end + SLACK
        ]
        if not found:
            wrong.append((gold["sentence"], "not found"))
        elif gold["form"] == "paraphrase" and not any(
            same(told.source(s), gold["source"]) for s in found
        ):
            wrong.append((gold["sentence"], [told.source(s) for s in found], gold["source"]))
    assert not wrong
