"""The JSON Schema that drives completion in editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from conftest import ROOT

from auditor.cli import main
from auditor.engine.rule_schema import rule_schema
from auditor.vocabulary import VOCABULARY

RULES = sorted(p for p in (ROOT / "rules").glob("*/*.yaml") if not p.parent.name.startswith("_"))
VALIDATOR = jsonschema.Draft7Validator(rule_schema())


def plain(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("path", RULES, ids=[f"{p.parent.name}/{p.stem}" for p in RULES])
def test_every_shipped_rule_is_valid(path: Path) -> None:
    loose = [e.message for e in VALIDATOR.iter_errors(_numbers(plain(path)))]
    assert loose == []


def _numbers(value: Any) -> Any:
    """Numbers as an editor's YAML reads them."""
    if isinstance(value, dict):
        return {k: _numbers(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_numbers(v) for v in value]
    return (
        float(value) if isinstance(value, str) and value.replace(".", "", 1).isdecimal() else value
    )


@pytest.mark.parametrize(
    "broken",
    [
        {"advise": "x"},
        {"select": "source"},
        {"severity": "error"},
        {"where": {"kinds": "wire"}},
        {"where": {"kind": "wires"}},
        {"where": {"first_paragraph": {"over": 3}}},
        {"where": {"near": {"select": "wires"}}},
        {"phrases": ["x"]},
    ],
)
def test_what_the_loader_refuses_the_schema_underlines(broken: dict[str, Any]) -> None:
    rule = {
        "title": "A",
        "why": "B",
        "severity": "note",
        "select": "sources",
        "where": {"kind": "vague_collective"},
        "message": "C",
        "advice": "D",
        "examples": {"en": [{"flag": "[[E]]"}, {"pass": "F"}]},
    }
    assert VALIDATOR.is_valid(rule)
    assert not VALIDATOR.is_valid(rule | broken)


def test_every_attribute_is_explained_in_the_schema() -> None:
    definitions = rule_schema()["definitions"]
    for layer, attributes in VOCABULARY.items():
        properties = definitions[f"on_{layer}"]["properties"]
        assert all(properties[name]["description"] == a.doc for name, a in attributes.items())


@pytest.mark.parametrize("name", ["rule", "pack", "config"])
def test_the_command_prints_a_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "schema", name]) == 0
    jsonschema.Draft7Validator.check_schema(json.loads(capsys.readouterr().out))


def test_the_shipped_configuration_is_valid(capsys: pytest.CaptureFixture[str]) -> None:
    main(["rules", "schema", "config"])
    schema = json.loads(capsys.readouterr().out)
    jsonschema.validate(yaml.safe_load((ROOT / "config.yaml").read_text("utf-8")), schema)
