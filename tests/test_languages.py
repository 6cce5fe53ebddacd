"""Languages as data: what a language must bring, and what is said where it does not."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import SAMPLES, article

from auditor.auditing import audit
from auditor.cli import main
from auditor.engine.rule import Pack
from auditor.findings import Audit
from auditor.layers.analysis import LazyAnalysis
from auditor.layers.registry import LAYERS
from auditor.lexicon import Language
from auditor.load.languages import load_language, load_languages, missing_lists
from auditor.load.shipped import shipped
from auditor.load.word_lists import read_word_lists, word_lists
from auditor.phrases import list_names
from auditor.yamlfile import YamlProblems

LISTS = shipped() / "rules" / "_lists"
COMPLETE = ("en", "es", "id")


def copy_of(code: str, into: Path) -> Path:
    return Path(shutil.copytree(LISTS / "languages" / code, into / code))


def problems(folder: Path) -> list[str]:
    with pytest.raises(YamlProblems) as caught:
        load_language(folder)
    return [str(p).removeprefix(str(folder) + "/") for p in caught.value.problems]


def changed(path: Path, old: str, new: str) -> tuple[int, int]:
    """Replaces a string that stands once; where it stood, line and column from 1."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    before = text[: text.index(old)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize("code", COMPLETE)
def test_a_language_has_every_list_its_layers_need(code: str) -> None:
    language = load_language(LISTS / "languages" / code)
    assert [m.name for m in missing_lists(language)] == []


def test_a_misspelt_list_is_told_with_its_place_and_the_nearest_name(tmp_path: Path) -> None:
    folder = copy_of("en", tmp_path)
    line, column = changed(folder / "dates.yaml", "weekdays_short:", "weekday_short:")
    (told,) = problems(folder)
    assert told.startswith(f"dates.yaml:{line}:{column}: unknown word list “dates.weekday_short”")
    assert told.endswith("did you mean “dates.weekdays_short”?")


def test_a_misspelt_list_of_a_group_is_told_too(tmp_path: Path) -> None:
    folder = copy_of("en", tmp_path)
    changed(
        folder / "passages.yaml",
        "  press_release:\n    - for imm",
        "  press_relase:\n    - for imm",
    )
    (told,) = problems(folder)
    assert "did you mean “boilerplate.press_release”?" in told


def test_a_country_is_named_by_its_code(tmp_path: Path) -> None:
    folder = copy_of("en", tmp_path)
    changed(folder / "wires.yaml", "  AE: [", "  Emirates: [")
    (told,) = problems(folder)
    assert "“wire_countries.Emirates”: names below “wire_countries” must fit [A-Z]{2}" in told


def test_lists_for_rules_and_lists_that_phrases_name_may_be_called_anything(tmp_path: Path) -> None:
    folder = copy_of("en", tmp_path)
    with (folder / "style.yaml").open("a", encoding="utf-8") as style:
        style.write("\nour_house_words:\n  - splendid\n")
    with (folder / "structure.yaml").open("a", encoding="utf-8") as structure:
        structure.write("\nour_sites: [Example, Elsewhere]\n")
    with (folder / "wires.yaml").open("a", encoding="utf-8") as wires:
        wires.write("\nendings: {plural: [s], other: [es]}\n")
    told = sorted(p.partition(" list ")[2].partition(";")[0] for p in problems(folder))
    assert told == ["“endings.other”", "“endings.plural”", "“our_sites”"]
    with (folder / "style.yaml").open("a", encoding="utf-8") as style:
        style.write("\nour_places: [on <our_sites>, one<endings.plural>]\n")
    language = load_language(folder)
    assert language.lists["our_house_words"] == ("splendid",)
    assert "endings.other" in language.lists


def test_seven_months_too_few_are_told(tmp_path: Path) -> None:
    folder = copy_of("es", tmp_path)
    path = folder / "dates.yaml"
    lines = path.read_text(encoding="utf-8").split("\n")
    first = next(n for n, line in enumerate(lines) if "(enero|" in line)
    path.write_text("\n".join(lines[:first] + lines[first + 7 :]), encoding="utf-8")
    (told,) = problems(folder)
    assert told.startswith(f"dates.yaml:{first}:3: ")
    assert "“dates.months” has 5 lines, not 12" in told
    assert "January first" in told


def audited(pack: Pack, *without: str) -> Audit:
    """An English article, audited without the lists that begin so."""
    english = pack.lexicon.languages["en"]
    lists = {k: v for k, v in english.lists.items() if not k.startswith(without)}
    languages = {"en": Language("en", "English", lists)}
    poorer = replace(pack, lexicon=replace(pack.lexicon, languages=languages))
    text = (SAMPLES / "dam-report-leaked.txt").read_text(encoding="utf-8")
    return audit(article(text), poorer)


def test_without_cue_lists_the_rules_that_need_them_are_not_applicable(pack: Pack) -> None:
    none = {n.rule for n in audited(pack, "no list begins so").not_applicable}
    result = audited(pack, "cues.")
    without, flagged = {n.rule for n in result.not_applicable}, {f.rule for f in result.findings}
    sourcing = {r.id for r in pack.rules if r.select in ("sources", "statements", "quotes")}
    sourcing = {r.id for r in pack.rules if r.id in sourcing and "en" in r.languages}
    assert sourcing & without - none
    assert not sourcing & flagged
    assert sourcing - none <= without
    assert not {r.id for r in pack.rules if r.select == "passages"} & without


def test_a_rule_that_cannot_be_decided_names_the_list_that_is_missing(pack: Pack) -> None:
    reasons = {n.reason for n in audited(pack, "stance.").not_applicable if "decided" in n.reason}
    assert reasons == {
        "what it asks could not be decided for any item: English has no word list “stance.attack”"
    }


class Recording(dict[str, tuple[str, ...]]):
    """Lists that remember which of them somebody asked for."""

    def __init__(self, lists: dict[str, tuple[str, ...]]) -> None:
        super().__init__(lists)
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> tuple[str, ...]:
        self.asked.add(name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        self.asked.add(str(name))
        return super().__contains__(name)


def test_every_list_that_a_layer_asks_for_is_described(pack: Pack) -> None:
    lists = Recording(dict(pack.lexicon.languages["en"].lists))
    languages = {"en": Language("en", "English", lists)}
    lexicon = replace(pack.lexicon, languages=languages)
    for path in sorted(SAMPLES.iterdir()):
        analysis = LazyAnalysis(article(path.read_bytes().decode("cp1252", "replace")), lexicon)
        for layer in LAYERS:
            analysis.layer(layer)
    named = {name for phrases in lists.values() for p in phrases for name, _ in list_names(p)}
    assert {n for n in lists.asked if not word_lists().find(n)} <= named
    required = {k.name for k in word_lists().lists.values() if k.required and not k.prefix}
    seldom = {"wire_own_officials.words", "wire_own_officials.link"}
    assert required - lists.asked <= seldom


def test_the_description_of_the_lists_is_checked_itself(tmp_path: Path) -> None:
    path = tmp_path / "lists.yaml"
    path.write_text("dates:\n  layers: [dates]\n  lists:\n    a: {hold: x}\n    b.*: {holds: y}\n")
    with pytest.raises(YamlProblems) as caught:
        read_word_lists(path)
    assert [(p.line, p.column) for p in caught.value.problems] == [(4, 9), (5, 5)]


def test_the_command_prints_a_line_for_each_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["languages"]) == 0
    lines = capsys.readouterr().out.splitlines()
    rows = {line.split()[0]: line.split() for line in lines[1:]}
    assert set(rows) == set(load_languages(LISTS / "languages"))
    assert rows["es"][1] == "Spanish"
    assert int(rows["en"][2]) > 300
    assert int(rows["es"][-1]) >= 10


def test_the_command_says_what_is_missing_and_who_is_silent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "pack"
    room = pack / "_lists" / "languages" / "nl"
    room.mkdir(parents=True)
    (pack / "pack.yaml").write_text((shipped() / "rules" / "pack.yaml").read_text("utf-8"), "utf-8")
    (room / "language.yaml").write_text("name: Dutch\n", "utf-8")
    (room / "wires.yaml").write_text("wire_cues:\n  byline: [door]\n", "utf-8")
    assert main(["languages", "nl", "--rules", str(pack)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Dutch (nl): 1 lists; 0 of 0 rules")
    assert "dates.months" in told
    assert "wire_cues.before" in told
    assert "wire_cues.byline" not in told
    silent = next(line for line in told.splitlines() if "silent" in line)
    assert all(layer in silent for layer in ("dates", "quotes", "sources", "passages", "wires"))
    assert main(["languages", "en"]) == 0
    assert "every list" in capsys.readouterr().out
    assert main(["languages", "ent"]) == 2
    assert "did you mean “en”?" in capsys.readouterr().err


def test_the_manual_lists_every_list() -> None:
    page = (Path(__file__).parent.parent / "docs" / "adding-a-language.md").read_text("utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    for known in word_lists().lists.values():
        told = [row for row in rows if row.startswith(f"| `{known.name}` |")]
        assert told, f"{known.name}: run tools/write_lists.py"
        assert known.holds in told[0], f"{known.name}: run tools/write_lists.py"
        assert known.required != told[0].endswith("optional |")
