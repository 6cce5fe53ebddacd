"""The shipped pack: its examples are tests, its categories are full, its words are data."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from auditor import load_pack
from auditor.article import Article
from auditor.engine.examples import fails
from auditor.engine.rule import Example, Pack, Rule
from auditor.layers.analysis import LazyAnalysis
from auditor.yamlfile import YamlProblems

PACK = load_pack()
EXAMPLES = [(rule, example) for rule in PACK.rules for example in rule.examples]


@pytest.mark.parametrize(
    ("rule", "example"),
    EXAMPLES,
    ids=[f"{rule.id}-{example.language}-{example.line}" for rule, example in EXAMPLES],
)
def test_every_example_does_as_it_says(rule: Rule, example: Example) -> None:
    def analyse(article: Article, words: int | None) -> LazyAnalysis:
        return LazyAnalysis(article, PACK.lexicon, words=words)

    assert fails(rule, example, analyse) is None


def test_every_category_has_rules_and_indonesian_is_served() -> None:
    by_category = Counter(rule.category for rule in PACK.rules)
    assert all(by_category[c.id] >= 3 for c in PACK.categories)
    assert sum("id" in rule.languages for rule in PACK.rules) >= 6
    assert sum("en" in rule.languages for rule in PACK.rules) >= 25


def test_the_caps_make_a_hundred() -> None:
    assert sum(c.cap for c in PACK.categories) == 1000


def test_a_pack_of_ones_own_uses_its_own_rules(tmp_path: Path, pack: Pack) -> None:
    own = tmp_path / "house"
    (own / "style").mkdir(parents=True)
    (own / "pack.yaml").write_text(
        "name: house\nversion: 1\npoints: {blocking: 10, warning: 4, note: 1}\n"
        "categories:\n  style: {title: Style, letter: S, cap: 10}\n"
    )
    (own / "style" / "utmost.yaml").write_text(
        "title: Utmost\nwhy: It says nothing.\nseverity: note\nphrases: [of the utmost]\n"
        "message: Cut “{text}”.\nadvice: Cut it.\nexamples:\n  en:\n"
        "    - flag: This is [[of the utmost]] importance.\n    - pass: This matters.\n"
    )
    made = load_pack(own, lexicon=pack.lexicon)
    assert [rule.id for rule in made.rules] == ["style/utmost"]
    assert made.hash != pack.hash


def test_faults_of_several_files_are_told_at_once(tmp_path: Path, pack: Pack) -> None:
    (tmp_path / "pack.yaml").write_text(
        "name: x\nversion: 1\npoints: {blocking: ten, warning: 4}\ncategories: {}\n"
    )
    for folder, name in (("a", "one"), ("a", "Two")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / f"{name}.yaml").write_text("title: x\n")
    with pytest.raises(YamlProblems) as caught:
        load_pack(tmp_path, lexicon=pack.lexicon)
    told = str(caught.value)
    assert "pack.yaml:3:20: “blocking” must be a number from 0 to 100, not “ten”" in told
    assert "has no “note”" in told
    assert "one.yaml:1:1: a rule has no “why”" in told
    assert "Two.yaml:1:1: a rule file's name is words of a-z" in told
