"""What is asked for wrongly: the command line says what, with the nearest that would do."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SAMPLES

from auditor.cli import COMMANDS, main
from auditor.cli.rules import ACTIONS
from auditor.load.pack import load_pack

GOOD = SAMPLES / "harbour-bridge-reopens.md"


def test_help_has_a_line_for_every_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    lines = capsys.readouterr().out.splitlines()
    told = {line.split()[0]: line.split()[1:] for line in lines if line.startswith("    ")}
    assert set(told) == set(COMMANDS)
    assert all(told.values())


def test_every_action_of_rules_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["rules", "--help"])
    shown = capsys.readouterr().out
    for action in ACTIONS:
        assert re.search(rf"^  {action} +\w+", shown, re.MULTILINE)


def test_the_columns_of_the_rules_stand_one_below_the_other(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["rules", "list"]) == 0
    *lines, _ = capsys.readouterr().out.splitlines()
    rules = load_pack().rules
    assert {line.index(rule.id) for line, rule in zip(lines, rules, strict=True)} == {
        lines[0].index(rules[0].id)
    }
    assert {line.index(f" {rule.title}") for line, rule in zip(lines, rules, strict=True)} == {
        lines[0].index(f" {rules[0].title}")
    }


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("audit", GOOD, "--select", "dates", "--ignore", "dates"), "no rule is left to run"),
        (("audit", GOOD, "--config", SAMPLES), "cannot read"),
        (("audit", GOOD, "--output", SAMPLES), "it is a folder"),
        (("audit", GOOD, "--output", GOOD / "x.txt"), "is no folder"),
        (("audit", GOOD, "--select", "nonsense"), "auditor rules list"),
        (("layers", "dote"), "did you mean"),
    ],
)
def test_what_cannot_be_asked_is_told_with_its_remedy(
    arguments: tuple[object, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(a) for a in arguments]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert told in shown.err
    assert len(shown.err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--output", ""),
        ("--config", ""),
        ("--rules", ""),
        ("--select", ","),
        ("--fail-under", "nan"),
        ("--today", "2026-02-30"),
        ("--jobs", "-1"),
        ("--outp", "x.json"),
        ("",),
    ],
)
def test_a_value_that_means_nothing_is_refused(arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["audit", str(GOOD), *arguments])
    assert stopped.value.code == 2


@pytest.mark.parametrize(
    ("arguments", "usage", "told"),
    [
        ("adit a.txt", "auditor", "no command “adit”; did you mean “audit”?"),
        ("foo audit", "auditor", "known: audit, languages, layers, rules"),
        ("--verison", "auditor", "did you mean “--version”?"),
        ("audit --fromat json a.txt", "auditor audit", "did you mean “--format”?"),
        ("audit --fromat=json", "auditor audit", "no option “--fromat”; did you mean"),
        ("audit a.txt -output b", "auditor audit", "did you mean “--output”?"),
        ("audit --format jsn a.txt", "auditor audit", "--format: there is no “jsn”; did you mean"),
        ("audit --format=xml a.txt", "auditor audit", "known: html, json, text"),
        ("audit --fail-on warn a.txt", "auditor audit", "did you mean “warning”?"),
        ("rules lst", "auditor rules", "did you mean “list”?"),
        ("rules list --rule .", "auditor rules", "did you mean “--rules”?"),
        ("languages en id", "auditor languages", "one word too many: “id”"),
        ("layers --al", "auditor layers", "no option “--al”"),
    ],
)
def test_a_misspelt_word_is_told_with_the_nearest_and_the_usage_of_its_command(
    arguments: str, usage: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments.split())
    assert stopped.value.code == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"usage: {usage} [-h]")
    assert told in shown.err.splitlines()[-1]


def test_help_is_given_also_where_another_word_is_misspelt(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["audit", "--fromat", "json", "--help"])
    assert stopped.value.code == 0
    assert "--format" in capsys.readouterr().out


def test_what_begins_with_a_dash_may_still_be_a_path(tmp_path: Path) -> None:
    path = tmp_path / "-a.txt"
    path.write_bytes(GOOD.read_bytes())
    command = [sys.executable, "-m", "auditor", "audit", "--", path.name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", ["rules list", "languages"])
def test_an_empty_name_of_a_pack_is_refused(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*command.split(), "--rules", ""])
    assert stopped.value.code == 2
    assert "the name is empty" in capsys.readouterr().err
