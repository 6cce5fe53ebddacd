"""A rule in order, from which tests break one piece after another."""

from __future__ import annotations

import pytest

from auditor.engine.parse_rule import read_rule
from auditor.engine.rule import Pack, Rule
from auditor.yamlfile import Report, YamlProblems, parse

RULE = """title: A label
why: Readers lose something.
severity: note
select: sources
where: {kind: vague_collective}
message: Who are “{text}”?
advice: Name one.
examples:
  en:
    - flag: "[[Analysts]] say no."
    - pass: Ann Reed said no.
"""
SELECT = "select: sources\nwhere: {kind: vague_collective}"
WHERE = "{kind: vague_collective}"


def load(text: str, pack: Pack) -> Rule:
    report = Report("r.yaml")
    root = parse(text, "r.yaml")
    rule = read_rule("anonymous-sourcing/x", root, text.split("\n"), pack.lexicon, report)
    report.raise_if_any()
    assert rule is not None
    return rule


def problems(text: str, pack: Pack) -> list[str]:
    """What is told of a broken rule: “line:column: what is wrong”."""
    with pytest.raises(YamlProblems) as caught:
        load(text, pack)
    return [str(problem).removeprefix("r.yaml:") for problem in caught.value.problems]
