"""Reads the word lists of every language: one folder a language, one file a room.

Each is checked against `lists.yaml`: a name that no layer asks for, and no phrase names,
is told, unless it stands in a file for rules; so is a list with lines too few or too many.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass
from pathlib import Path

from auditor.lexicon import Language
from auditor.load.text import read_yaml
from auditor.load.word_lists import missing_lists, word_lists
from auditor.phrases import PhraseError, check, list_names
from auditor.yamlfile import (
    Mapping,
    Node,
    Problem,
    Report,
    Scalar,
    Sequence,
    YamlProblems,
)

__all__ = ["load_language", "load_languages", "missing_lists"]


@dataclass(frozen=True, slots=True)
class _List:
    """One list as it stands in a file."""

    name: str
    key: Scalar
    phrases: tuple[Scalar, ...]
    report: Report
    free: bool


def load_languages(folder: Path) -> dict[str, Language]:
    """Languages by code, from `folder/<code>/*.yaml`.

    Raises:
        YamlProblems: every fault of every file.
    """
    found: dict[str, Language] = {}
    problems: list[Problem] = []
    for place in sorted(p for p in folder.iterdir() if p.is_dir()):
        try:
            found[place.name] = load_language(place)
        except YamlProblems as error:
            problems += error.problems
    if problems:
        raise YamlProblems(problems)
    return found


def load_language(folder: Path) -> Language:
    """One language; the folder's name is its code.

    Raises:
        YamlProblems: every fault of every file.
    """
    lists: dict[str, _List] = {}
    reports: list[Report] = []
    name = folder.name
    for path in sorted(folder.glob("*.yaml")):
        report = Report(str(path))
        reports.append(report)
        root = read_yaml(path)
        if not isinstance(root, Mapping):
            report.add(root or (1, 1), "a language file is a mapping of list names to phrases")
            continue
        free = path.stem in word_lists().free
        for key, node in root.items():
            if key.value == "name" and isinstance(node, Scalar):
                name = node.value
                continue
            for found in _lists(key.value, key, node, report, free):
                if found.name in lists:
                    home = lists[found.name].report.path
                    report.add(found.key, f"the list “{found.name}” is in {home} already")
                lists[found.name] = found
    named = {other for found in lists.values() for p in found.phrases for other in _named(p)}
    named |= {_house(other) for other in named} - word_lists().houses - {""}
    for found in lists.values():
        _check_name(found, named)
        _check_phrases(found, lists)
    problems = [p for r in reports for p in r.problems]
    if problems:
        raise YamlProblems(problems)
    plain = {k: tuple(s.value for s in v.phrases) for k, v in lists.items()}
    return Language(folder.name, name, plain, _weights(folder / "speakers.json"))


def _weights(path: Path) -> dict[str, float]:
    """What `tools/train_speakers.py` has written; none where the language has no such file."""
    if not path.is_file():
        return {}
    try:
        weights = json.loads(path.read_text(encoding="utf-8"))["weights"]
        return {str(clue): float(weight) for clue, weight in weights.items()}
    except (ValueError, TypeError, KeyError, AttributeError, UnicodeDecodeError):
        message = "holds no weights; write it with tools/train_speakers.py, or remove it"
        raise YamlProblems([Problem(str(path), 1, 1, message)]) from None


def _lists(name: str, key: Scalar, node: Node, report: Report, free: bool) -> Iterator[_List]:
    if isinstance(node, Mapping):
        for inner, below in node.items():
            yield from _lists(f"{name}.{inner.value}", inner, below, report, free)
    elif isinstance(node, Sequence):
        phrases = tuple(n for n in node.items if isinstance(n, Scalar))
        for item in node.items:
            if not isinstance(item, Scalar):
                report.add(item, f"“{name}” holds phrases only")
        yield _List(name, key, phrases, report, free)
    else:
        report.add(node, f"“{name}” must be a list of phrases")


def _named(phrase: Scalar) -> Iterator[str]:
    return (n for n, _ in list_names(phrase.value)) if "<" in phrase.value else iter(())


def _house(name: str) -> str:
    return name.rpartition(".")[0]


def _check_name(found: _List, named: set[str]) -> None:
    """Whether anything asks for the list, and whether it has the lines it must have."""
    known = word_lists().find(found.name)
    if known is None:
        if not found.free and not {found.name, _house(found.name)} & named:
            found.report.add(found.key, word_lists().problem(found.name))
    elif known.entries is not None and len(found.phrases) != known.entries:
        message = f"“{found.name}” has {len(found.phrases)} lines, not {known.entries}"
        found.report.add(found.key, f"{message}; their order is their meaning: {known.order}")


def _check_phrases(found: _List, lists: Map[str, _List]) -> None:
    for phrase in found.phrases:
        for other in _named(phrase):
            if other not in lists:
                found.report.unknown(phrase, "word list", other, lists)
                break
        else:
            try:
                check(phrase.value, lambda n: [s.value for s in lists[n].phrases])
            except PhraseError as error:
                found.report.add(phrase, f"“{phrase.value}” in “{found.name}”: {error}")
