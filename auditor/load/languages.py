"""Reads the word lists of every language: one folder a language, one file a room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from auditor.lexicon import Language
from auditor.phrases import PhraseError, check, list_names
from auditor.yamlfile import (
    Mapping,
    Node,
    Problem,
    Report,
    Scalar,
    Sequence,
    YamlProblems,
    parse,
)


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
    """One language; the folder's name is its code."""
    lists: dict[str, tuple[Scalar, ...]] = {}
    reports: list[Report] = []
    name = folder.name
    homes: dict[str, Report] = {}
    for path in sorted(folder.glob("*.yaml")):
        report = Report(str(path))
        reports.append(report)
        root = parse(path.read_text(encoding="utf-8"), str(path))
        if not isinstance(root, Mapping):
            report.add(root or (1, 1), "a language file is a mapping of list names to phrases")
            continue
        for key, node in root.items():
            if key.value == "name" and isinstance(node, Scalar):
                name = node.value
                continue
            for dotted, phrases in _lists(key.value, node, report):
                if dotted in lists:
                    report.add(key, f"the list “{dotted}” is in {homes[dotted].path} already")
                lists[dotted] = phrases
                homes[dotted] = report
    for dotted, phrases in lists.items():
        _check(dotted, phrases, lists, homes[dotted])
    problems = [p for r in reports for p in r.problems]
    if problems:
        raise YamlProblems(problems)
    plain = {k: tuple(s.value for s in v) for k, v in lists.items()}
    return Language(folder.name, name, plain)


def _lists(name: str, node: Node, report: Report) -> Iterator[tuple[str, tuple[Scalar, ...]]]:
    if isinstance(node, Mapping):
        for key, inner in node.items():
            yield from _lists(f"{name}.{key.value}", inner, report)
    elif isinstance(node, Sequence):
        phrases = tuple(n for n in node.items if isinstance(n, Scalar))
        for item in node.items:
            if not isinstance(item, Scalar):
                report.add(item, f"“{name}” holds phrases only")
        yield name, phrases
    else:
        report.add(node, f"“{name}” must be a list of phrases")


def _check(
    name: str, phrases: tuple[Scalar, ...], lists: dict[str, tuple[Scalar, ...]], report: Report
) -> None:
    for phrase in phrases:
        for other, _ in list_names(phrase.value):
            if other not in lists:
                report.unknown(phrase, "word list", other, lists)
                break
        else:
            try:
                check(phrase.value, lambda n: [s.value for s in lists[n]])
            except PhraseError as error:
                report.add(phrase, f"“{phrase.value}” in “{name}”: {error}")
