"""The shipped pack: its examples are tests, its categories are full, its words are data."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from conftest import article

from auditor import audit, load_pack
from auditor.article import Article
from auditor.cli import main
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
    def analyse(source: Article, words: int | None) -> LazyAnalysis:
        return LazyAnalysis(source, PACK.lexicon, words=words)

    assert fails(rule, example, analyse) is None


def test_every_category_has_rules_and_indonesian_is_served() -> None:
    by_category = Counter(rule.category for rule in PACK.rules)
    assert all(by_category[c.id] >= 3 for c in PACK.categories)
    assert sum("id" in rule.languages for rule in PACK.rules) >= 6
    assert sum("en" in rule.languages for rule in PACK.rules) >= 25


def test_the_caps_make_a_hundred() -> None:
    assert sum(c.cap for c in PACK.categories) == 1000


OWN = (
    "name: house\nversion: 1\npoints: {blocking: 10, warning: 4, note: 1}\n"
    "categories:\n  style: {title: Style, letter: S, cap: 10}\n"
)
UTMOST = (
    "title: Utmost\nwhy: It says nothing.\nseverity: note\nphrases: [of the utmost]\n"
    "message: Cut “{text}”.\nadvice: Cut it.\nexamples:\n  en:\n"
    "    - flag: This is [[of the utmost]] importance.\n    - pass: This matters.\n"
)


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", "-")
        path = path.with_suffix(".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def failures(made: Pack) -> list[str]:
    def analyse(source: Article, words: int | None) -> LazyAnalysis:
        return LazyAnalysis(source, made.lexicon, words=words)

    return [p for r in made.rules for e in r.examples if (p := fails(r, e, analyse))]


def test_a_pack_of_ones_own_uses_its_own_rules_and_the_shipped_words(tmp_path: Path) -> None:
    made = load_pack(write(tmp_path, pack=OWN, style__utmost=UTMOST))
    assert [rule.id for rule in made.rules] == ["style/utmost"]
    assert made.hash != PACK.hash
    assert failures(made) == []


def test_a_folder_without_a_pack_adds_to_the_shipped_rules(tmp_path: Path) -> None:
    made = load_pack(write(tmp_path, boilerplate__utmost=UTMOST))
    assert {r.id for r in made.rules} - {r.id for r in PACK.rules} == {"boilerplate/utmost"}
    assert len(made.rules) == len(PACK.rules) + 1


def test_a_house_rule_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    house = (
        "extends: dates/weekday-mismatch\nseverity: note\nadvice: Ask the desk.\n"
        "examples:\n  en:\n    - pass: He came on a Sunday.\n"
    )
    made = load_pack(write(tmp_path, ours__any=house))
    (old,) = (r for r in PACK.rules if r.id == "dates/weekday-mismatch")
    (new,) = (r for r in made.rules if r.id == "dates/weekday-mismatch")
    assert len(made.rules) == len(PACK.rules)
    assert new.severities == ("note",)
    assert new.advice == "Ask the desk."
    assert new.title == old.title
    assert len(new.examples) == len(old.examples) + 1


def test_what_is_wrong_in_a_house_rule_points_into_its_own_file(tmp_path: Path) -> None:
    write(tmp_path, ours__a="extends: dates/weekday-mismatsh\n")
    write(tmp_path, ours__b="severity: note\nextends: dates/weekday-mismatch\nselect: wires\n")
    with pytest.raises(YamlProblems) as caught:
        load_pack(tmp_path)
    told = [str(p).removeprefix(f"{tmp_path}/ours/") for p in caught.value.problems]
    assert told[0].startswith("a.yaml:1:10: unknown rule “dates/weekday-mismatsh”; did you mean")
    assert all(line.startswith("b.yaml:2:") for line in told[1:])
    assert len(told) > 1


def test_a_shipped_rule_is_not_replaced_silently(tmp_path: Path) -> None:
    with pytest.raises(YamlProblems, match="write “extends: dates/weekday-mismatch”"):
        load_pack(write(tmp_path, dates__weekday_mismatch=UTMOST))


def test_word_lists_of_a_house_add_to_the_shipped_ones(tmp_path: Path) -> None:
    write(tmp_path, boilerplate__utmost=UTMOST)
    write(tmp_path, _lists__languages__en__style="cliches: [of the utmost]\n")
    (tmp_path / "-lists").rename(tmp_path / "_lists")
    made = load_pack(tmp_path)
    assert "of the utmost" in made.lexicon.languages["en"].get("cliches")
    assert len(made.lexicon.languages["en"].get("cliches")) > 10


@pytest.mark.parametrize("own", [False, True])
def test_institutions_of_a_house_add_to_the_shipped_ones(tmp_path: Path, own: bool) -> None:
    """In a pack of its own as on top of the shipped rules."""
    lists = tmp_path / "_lists"
    lists.mkdir()
    (lists / "institutions.yaml").write_text(
        "- lifeboat volunteers\n- Harbour (Board|Authority)\n", "utf-8"
    )
    if own:
        write(tmp_path, pack=OWN, style__utmost=UTMOST)
    house = load_pack(tmp_path)
    text = "The quay is safe, the lifeboat volunteers said. The port is shut, police said."

    def heard(made: Pack) -> list[tuple[str, bool]]:
        article = Article(text, language="en")
        found = LazyAnalysis(article, made.lexicon).layer("sources")
        return [(s.kind, s.named) for s in found]

    body = ("named_organisation", True)
    assert heard(PACK) == [("vague_collective", False), body]
    assert heard(house) == [body, body]


def test_a_fault_in_the_institutions_of_a_house_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "_lists").mkdir()
    (tmp_path / "_lists" / "institutions.yaml").write_text("- {name: Harbour Board}\n", "utf-8")
    with pytest.raises(YamlProblems, match=r"institutions\.yaml:1:3: .* holds phrases only"):
        load_pack(tmp_path)


LANGUAGE_OF_RULES = {
    "a ladder with hits": """
severity:
  - warning: {hits: {at_least: 3}}
  - note
phrases: [utmost, very]
message: Cut “{text}”.
advice: Cut it.
examples:
  en:
    - note: It is [[very]] big.
    - warning: "So [[very]], [[very]] [[utmost]]."
    - pass: It rained.
""",
    "a ladder with a condition": """
severity:
  - blocking: {place: headline}
  - note
phrases: [utmost]
message: Cut “{text}”.
advice: Cut it.
examples:
  en:
    - blocking: |
        # [[Utmost]] haste

        It rained.
    - note: The [[utmost]] was done.
    - pass: It rained.
""",
    "once per paragraph": """
severity: note
once_per: paragraph
phrases: [utmost]
message: Cut “{text}”.
advice: Cut it.
examples:
  en:
    - flag: |
        [[Utmost]] haste, utmost care.

        The [[utmost]] once more.
    - pass: It rained.
""",
    "an exception": """
severity: note
phrases: [utmost]
except: [to the utmost, utmost care]
message: Cut “{text}”.
advice: Cut it.
examples:
  en:
    - flag: The [[utmost]] was done.
    - pass: Done to the utmost, with utmost care.
""",
    "near": """
severity: note
phrases: [utmost]
where: {near: {phrases: [haste], within: 2 words after}}
message: Cut “{text}” before “{near.text}”.
advice: Cut it.
examples:
  en:
    - flag: With [[utmost]] great haste.
    - pass: With haste, the utmost.
""",
}


@pytest.mark.parametrize("name", LANGUAGE_OF_RULES)
def test_the_rule_language(name: str, tmp_path: Path) -> None:
    text = f"title: A rule\nwhy: So.\n{LANGUAGE_OF_RULES[name].strip()}\n"
    assert failures(load_pack(write(tmp_path, pack=OWN, style__one=text))) == []


def test_messages_show_what_is_near_and_fall_back_on_what_is_not_there(tmp_path: Path) -> None:
    near = UTMOST.replace(
        "phrases: [of", "where: {near: {phrases: [weight], within: sentence}}\nphrases: [of"
    ).replace("“{text}”", "“{near.text}” ({groups.none|or not})")
    near = near.replace("({groups.none|or not})", "({paragraph.number|nowhere})")
    near = near.replace("importance", "weight")
    made = load_pack(write(tmp_path, pack=OWN, style__one=near))
    (found,) = audit(article("It is of the utmost weight. " + "It rained. " * 60), made).findings
    assert found.message == "Cut “weight” (1)."
    assert [r.text for r in found.related] == ["weight"]


def test_once_per_keeps_the_other_places(tmp_path: Path) -> None:
    rule = UTMOST.replace("phrases:", "once_per: article\nphrases:")
    made = load_pack(write(tmp_path, pack=OWN, style__one=rule))
    words = "It is of the utmost weight and of the utmost haste. " + "It rained. " * 60
    found = audit(article(words), made).findings
    assert [f.text for f in found] == ["of the utmost"]
    assert [r.text for r in found[0].related] == ["of the utmost"]
    assert found[0].related[0].start == words.index("of the utmost", 20)


def test_faults_of_several_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(
        "name: x\nversion: 1\npoints: {blocking: ten, warning: 4}\ncategories: {}\n"
    )
    for folder, name in (("a", "one"), ("a", "Two")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / f"{name}.yaml").write_text("title: x\n")
    with pytest.raises(YamlProblems) as caught:
        load_pack(tmp_path)
    told = str(caught.value)
    assert "pack.yaml:3:20: “blocking” must be a number from 0 to 100, not “ten”" in told
    assert "has no “note”" in told
    assert "one.yaml:1:1: a rule has no “why”" in told
    assert "Two.yaml:1:1: a rule file's name is words of a-z" in told


def test_a_folder_with_nothing_in_it_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(YamlProblems, match=r"no pack\.yaml, no rules"):
        load_pack(tmp_path)


@pytest.mark.parametrize("name", ["pack.yaml", "style/one.yaml", "_lists/languages/en/x.yaml"])
def test_a_file_that_is_not_utf8_is_told_with_its_line(tmp_path: Path, name: str) -> None:
    write(tmp_path, pack=OWN, style__utmost=UTMOST)
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"title: x\nwhy: caf\xe9\n")
    with pytest.raises(YamlProblems) as caught:
        load_pack(tmp_path)
    assert f"{path}:2:1: the file is not UTF-8; save it as UTF-8" in str(caught.value)


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(YamlProblems) as caught:
        load_pack(folder)
    return [str(p).removeprefix(f"{folder}/") for p in caught.value.problems]


@pytest.mark.parametrize(
    ("stray", "message"),
    [
        ("style/b.yml", "a rule's file ends in “.yaml”; rename it"),
        ("b.yaml", "a rule lies in a folder with the name of its category"),
        ("style/more/b.yaml", "a folder in a category is not read; move the rule"),
        ("_lists/languages/en/style.yml", "a file of word lists ends in “.yaml”; rename it"),
    ],
)
def test_a_rule_that_would_not_be_read_is_told(tmp_path: Path, stray: str, message: str) -> None:
    write(tmp_path, pack=OWN, style__utmost=UTMOST)
    (tmp_path / stray).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / stray).write_text(UTMOST, "utf-8")
    assert problems_of(tmp_path) == [f"{stray}:1:1: {message}"]


def test_only_one_rule_extends_another(tmp_path: Path) -> None:
    house = "extends: style/utmost\nseverity: warning\n"
    write(tmp_path, pack=OWN, style__a=house, style__utmost=UTMOST)
    assert [r.severities for r in load_pack(tmp_path).rules] == [("warning",)]
    write(tmp_path, style__b=house)
    (told,) = problems_of(tmp_path)
    assert told.startswith("style/b.yaml:1:10: “style/utmost” is extended in ")


def test_exceptions_for_all_languages_and_for_one_add_up(tmp_path: Path) -> None:
    base = UTMOST.replace("message:", "except: [what is of the utmost]\nmessage:")
    house = (
        "extends: style/utmost\nexcept: {en: [of the utmost care]}\nexamples:\n  en:\n"
        "    - pass: Ask what is of the utmost importance, with care of the utmost care.\n"
    )
    made = load_pack(write(tmp_path, pack=OWN, style__utmost=base, style__care=house))
    assert failures(made) == []


def test_a_head_that_cannot_be_weighed_is_told_at_once(tmp_path: Path) -> None:
    head = OWN.replace("blocking: 10", "blocking: nan") + "  x: {title: X, letter: S, cap: inf}\n"
    assert problems_of(write(tmp_path, pack=head, style__utmost=UTMOST)) == [
        "pack.yaml:3:20: “blocking” must be a number from 0 to 100, not “nan”",
        "pack.yaml:6:3: the letter “S” marks another category already",
        "pack.yaml:6:33: “cap” must be a number from 0 to 100, not “inf”",
    ]


def test_a_pattern_that_runs_away_is_told_and_the_other_rules_are_tested(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("auditor.engine.examples.SECONDS", 0.05)
    lost = UTMOST.replace("phrases: [of the utmost]", "pattern: '(a|aa)+$'").replace(
        "[[of the utmost]] importance", f"[[{'a' * 60}]]"
    )
    wrong = UTMOST.replace("This matters", "This is of the utmost importance")
    write(tmp_path, pack=OWN, style__lost=lost, style__wrong=wrong)
    assert main(["rules", "test", "--rules", str(tmp_path)]) == 1
    first, second, last = capsys.readouterr().out.splitlines()
    assert first.endswith("style/lost (en): the pattern runs too long; make it simpler")
    assert "style/wrong (en): flagged" in second
    assert last == "2 of 4 examples fail."


def test_a_pattern_that_runs_away_over_an_attribute_is_told_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auditor.engine.conditions.SECONDS", 0.05)
    lost = UTMOST.replace(
        "phrases: [of the utmost]", "select: sentences\nwhere: {text: {matches: '(a|aa)+$'}}"
    ).replace("[[of the utmost]] importance.", f"[[{'a' * 60}.]]")
    made = load_pack(write(tmp_path, pack=OWN, style__lost=lost))
    with pytest.raises(TimeoutError):
        failures(made)
