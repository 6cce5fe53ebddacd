"""The shipped config.yaml says what the defaults are."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT

from auditor.config import KEYS, Config
from auditor.load.config import config_hash, load_config
from auditor.yamlfile import YamlProblems


def test_the_shipped_file_holds_the_defaults_and_explains_every_key() -> None:
    path = ROOT / "config.yaml"
    assert load_config(path) == Config()
    lines = path.read_text("utf-8").splitlines()
    for key in KEYS:
        at = next(i for i, line in enumerate(lines) if line.startswith(f"{key}:"))
        assert lines[at - 1].startswith("#")


def test_what_a_file_leaves_out_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text("pass_mark: 80\nignore: wires\n")
    config = load_config(path)
    assert (config.pass_mark, config.ignore, config.min_words) == (80, ("wires",), 60)
    assert config_hash(config) != config_hash(Config())


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text("# nothing\n")
    assert load_config(path) == Config()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("language: English", "1:11: “language” must be auto or a code"),
        ('language: ""', "1:11: “language” must be auto or a code"),
        ("suffixes: [txt]", "1:12: a suffix is a dot and letters"),
        ("suffixes: []", "1:11: “suffixes” is empty"),
    ],
)
def test_a_value_that_would_quietly_find_nothing_is_refused(
    line: str, told: str, tmp_path: Path
) -> None:
    path = tmp_path / "c.yaml"
    path.write_text(line)
    with pytest.raises(YamlProblems) as refused:
        load_config(path)
    assert told in str(refused.value)


def test_suffixes_and_codes_may_be_in_capitals(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text("suffixes: [.TXT]\nlanguage: Auto\n")
    config = load_config(path)
    assert (config.suffixes, config.language) == ((".txt",), "auto")
