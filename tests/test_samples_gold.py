"""The sample articles and their hand-made readings fit together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from auditor.article import Article
from auditor.load.identify import identifier
from auditor.readers import read

HERE = Path(__file__).parent / "articles"
SAMPLES = sorted((HERE / "samples").iterdir())
CATEGORIES = {"anonymous-sourcing", "quotations", "dates", "wires", "boilerplate"}
EXPECTATIONS = {None, "speaker", "not_speech", "no_quote_edge"}
SEVERITIES = {"critical", "major", "minor", "note"}


def sample(name: str) -> Article:
    (path,) = (p for p in SAMPLES if p.stem == name)
    return read(path.read_bytes(), path=path.name, identify=identifier(), max_bytes=100_000)


def gold(path: Path) -> dict[str, Any]:
    file = yaml.safe_load((HERE / "gold" / f"{path.stem}.yaml").read_text(encoding="utf-8"))
    assert file["schema"] == "seed_gold/1"
    (article,) = file["articles"]
    assert article["file"] == path.name
    return dict(article)


def places(reading: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from (i for i in reading["issues"] if i.get("scope") != "article")
    yield from reading["must_not_flag"]
    yield from reading["date_facts"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_every_quoted_place_is_where_the_reader_puts_it(path: Path) -> None:
    article = sample(path.stem)
    found = list(places(gold(path)))
    assert found
    for place in found:
        start = place["start"]
        assert article.text[start : start + len(place["quote"])] == place["quote"]
        assert place.get("end", start + len(place["quote"])) == start + len(place["quote"])
        assert place.get("line", article.locate(start).line) == article.locate(start).line


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_words_of_the_scheme(path: Path) -> None:
    reading = gold(path)
    numbers = [issue["id"] for issue in reading["issues"]]
    assert len(set(numbers)) == len(numbers)
    assert all(issue["severity"] in SEVERITIES and issue["why"] for issue in reading["issues"])
    for trap in reading["must_not_flag"]:
        assert set(trap["forbids"]) <= CATEGORIES
        assert trap.get("expects") in EXPECTATIONS
        assert trap["forbids"] or trap.get("expects") or trap["trap"] == "season_is_background"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_the_language_is_the_one_it_is_written_in(path: Path) -> None:
    article = sample(path.stem)
    assert article.language == gold(path)["language"]
    assert article.language_basis == ("declared" if path.suffix == ".md" else "identified")


@pytest.mark.parametrize("name", ["harbour-bridge-reopens", "pasar-terapung-dibuka"])
def test_the_good_articles_say_who_wrote_them_and_when(name: str) -> None:
    article = sample(name)
    assert article.author
    assert article.published
    assert article.outlet
    assert article.credits
    assert article.links
    assert {"headline", "body", "subhead", "caption"} <= {b.kind for b in article.blocks}
    assert not set("*_#[]<>") & set(article.text)


def test_one_sample_comes_as_windows_saves_it() -> None:
    (path,) = (p for p in SAMPLES if p.stem == "tram-strike-vote")
    data = path.read_bytes()
    assert b"\r\n" in data
    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")
    assert sample("tram-strike-vote").text == data.decode("cp1252").replace("\r\n", "\n")
