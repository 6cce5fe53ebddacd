"""Safe YAML: strings stay strings, places are true, limits hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.yamlfile import Mapping, Scalar, Sequence, YamlProblems, parse


def problem(text: str) -> str:
    with pytest.raises(YamlProblems) as caught:
        parse(text, "f.yaml")
    return str(caught.value)


def test_nothing_is_bent() -> None:
    root = parse("a: no\nb: 2022-02-24\nc: on\nd: 0x10\ne: ~\n", "f.yaml")
    assert isinstance(root, Mapping)
    values = {k.value: v.value for k, v in root.items() if isinstance(v, Scalar)}
    assert values == {"a": "no", "b": "2022-02-24", "c": "on", "d": "0x10", "e": "~"}


def test_places_are_lines_and_columns_in_code_points() -> None:
    root = parse("é𐐀: x\n\nb:\n  - ü: [one, two]\n", "f.yaml")
    assert isinstance(root, Mapping)
    inner = root.entries["b"]
    assert isinstance(inner, Sequence)
    deep = inner.items[0]
    assert isinstance(deep, Mapping)
    words = deep.entries["ü"]
    assert isinstance(words, Sequence)
    assert [(w.line, w.column) for w in words.items] == [(4, 9), (4, 14)]
    assert (root.entries["é𐐀"].line, root.entries["é𐐀"].column) == (1, 5)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\na: 2\n", "f.yaml:2:1: the key “a” stands twice; first in line 1"),
        ("a:\n\tb: 1\n", "f.yaml:2:1: a tab indents this line; YAML wants spaces"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1: a second document; one file holds one"),
        (
            "a: *x\n",
            "f.yaml:1:4: unknown alias “*x”; a text with “*” in front belongs in quotation marks",
        ),
        ("? [a]\n: b\n", "f.yaml:1:3: a key must be a word"),
    ],
)
def test_faults_are_told_with_their_place(text: str, message: str) -> None:
    assert problem(text) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a:\n  <<: {b: c}\n", "f.yaml:2:3: merge keys (“<<”) are not read; write the lines out"),
        (
            "a: x\nb: !c d\n",
            "f.yaml:2:4: “!c” in front is a tag, not text; put the text behind “|”",
        ),
        ("a: x\nb c\nd: x\n", "f.yaml:2:1: no colon with a plain space behind it"),
        ("a: @x\n", "f.yaml:1:4: YAML reads this character as its own"),
        ("a: - x\n", "f.yaml:1:4: “- ” begins a list; put the text behind “|”"),
        ("a: | x\n", "f.yaml:1:6: a text behind “|” or “>” begins on the next line"),
        ("a: 'x\nb: y\n", "f.yaml:1:4: a quotation mark is opened here and never closed"),
        ("a: x\n b: y\n", "f.yaml:2:3: YAML takes this line for more of the text above"),
        ("a:\n  - x\n - y\n", "f.yaml:3:2: the indentation fits no line above"),
        ("a: [x\nb: y\n", "f.yaml:1:4: a bracket is opened here and never closed"),
        ("a:\n\u00a0b: c\n", "indented by something else than plain spaces"),
    ],
)
def test_a_fault_is_told_with_its_remedy(text: str, message: str) -> None:
    assert message in problem(text)


def test_two_keys_in_one_line() -> None:
    assert problem("message: Who: he\n").startswith("f.yaml:1:13: a second “: ” in one line")


def test_deep_nesting_is_refused_without_a_crash() -> None:
    assert "nested more than 40 deep" in problem("[" * 100_000)


def test_an_alias_bomb_is_refused() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
    for here, there in zip("bcdefghi", "abcdefgh", strict=True):
        bomb += f"{here}: &{here} [{','.join(['*' + there] * 10)}]\n"
    assert "too many aliases" in problem(bomb)


def test_ten_megabytes_are_refused() -> None:
    assert "the limit is" in problem("a: " + "x" * 10_000_000)


def test_an_empty_file_is_nothing() -> None:
    assert parse("# only a comment\n", "f.yaml") is None


@given(st.text(max_size=200))
def test_any_text_parses_or_is_told_what_is_wrong(text: str) -> None:
    try:
        parse(text, "f.yaml")
    except YamlProblems as caught:
        assert caught.problems
