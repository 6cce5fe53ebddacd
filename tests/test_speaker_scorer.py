"""The trained scorer: what it adds to the sieves, and what holds for every set of weights."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from auditor.article import Article
from auditor.items import Quote
from auditor.layers.analysis import LazyAnalysis
from auditor.layers.attribution.scorer import choose
from auditor.lexicon import Lexicon
from auditor.load.languages import load_language
from auditor.load.lexicon import load_lexicon
from auditor.load.shipped import shipped
from auditor.yamlfile import YamlProblems

sys.path.insert(0, str(ROOT / "tools"))

FAR = (
    "Ines Marques told reporters after the talks with Bo Dahl, the leader of the union, which had "
    "lasted for eleven hours and brought nothing new, that the offer was “the last one the owners "
    "can afford”."
)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(shipped() / "rules" / "_lists")


def quotation(lexicon: Lexicon, text: str) -> Quote:
    (quote,) = LazyAnalysis(Article(text=text, language="en"), lexicon).layer("quotes")
    assert isinstance(quote, Quote)
    return quote


def test_it_is_sure_where_the_sieves_alone_guess(lexicon: Lexicon) -> None:
    sieves = replace(lexicon, languages={"en": replace(lexicon.languages["en"], weights={})})
    scored, sieved = quotation(lexicon, FAR), quotation(sieves, FAR)
    assert scored.speaker is not None
    assert scored.speaker.name == "Ines Marques"
    assert scored.confidence >= 0.9 > sieved.confidence


def test_weights_are_small_and_for_english_only(lexicon: Lexicon) -> None:
    place = ROOT / "rules" / "_lists" / "languages" / "en" / "speakers.json"
    assert place.stat().st_size <= 150 * 1024
    assert [code for code, one in lexicon.languages.items() if one.weights] == ["en"]


CLUES = st.lists(st.sampled_from(["a", "b", "c", "d", "unknown"]), max_size=6)
WEIGHTS = st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), st.floats(-9, 9))


@given(WEIGHTS, st.lists(CLUES, max_size=5), CLUES)
def test_a_choice_is_as_likely_as_it_says(
    weights: dict[str, float], candidates: list[list[str]], nobody: list[str]
) -> None:
    choice = choose(weights, candidates, nobody)
    assert 0 < choice.probability <= 1
    assert choice.probability >= 1 / (len(candidates) + 1) - 1e-9
    backwards = choose(weights, candidates[::-1], nobody)
    assert backwards.probability == pytest.approx(choice.probability)


@pytest.mark.parametrize("text", ["", "[]", '{"weights": {"a": "much"}}', '{"about": 1}', "\x00"])
def test_broken_weights_are_told_in_a_sentence(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "xx"
    folder.mkdir()
    (folder / "speakers.json").write_text(text)
    with pytest.raises(YamlProblems, match=r"speakers\.json:1:1: holds no weights; write it with"):
        load_language(folder)


def test_training_is_repeatable_and_learns() -> None:
    from train_speakers import Case, shares, trained

    cases = [
        Case(f"{n}", "direct", (("near",), ("far",), ("N",)), (True, False, False), True)
        for n in range(40)
    ]
    weights = trained(cases)
    assert weights == trained(cases)
    assert weights["near"] > 0 > weights["far"]
    near, far, nobody = shares(cases[0], weights)
    assert near > 0.8
    assert near + far + nobody == pytest.approx(1)
