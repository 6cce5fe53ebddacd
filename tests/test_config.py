"""The shipped config.yaml says what the defaults are."""

from __future__ import annotations

from pathlib import Path

from conftest import ROOT

from auditor.config import KEYS, Config
from auditor.load.config import config_hash, load_config


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
