"""Reads a pack: its weights, its word lists, its rules. All errors of all files at once."""

from __future__ import annotations

from collections.abc import Mapping as Map
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import regex

from auditor.engine.parse_rule import read_rule
from auditor.engine.rule import Category, Pack, Rule
from auditor.items import Severity
from auditor.lexicon import Lexicon
from auditor.load.lexicon import load_lexicon
from auditor.load.shipped import shipped
from auditor.schema import Key, read_mapping
from auditor.yamlfile import Mapping, Problem, Report, Scalar, YamlProblems, parse

PACK_KEYS: Map[str, Key] = {
    "name": Key("text", "what the pack is called", required=True),
    "version": Key("text", "its version", required=True),
    "points": Key("node", "points by severity", required=True),
    "categories": Key("node", "groups of rules, in the order of the report", required=True),
}
CATEGORY_KEYS: Map[str, Key] = {
    "title": Key("text", "what the report calls it", required=True),
    "letter": Key("text", "one capital letter that marks it", required=True),
    "cap": Key("number", "most points it can cost", required=True, low=0, high=100),
}
POINT_KEYS: Map[str, Key] = {
    name: Key("number", f"points of a {name} finding", required=True, low=0, high=100)
    for name in ("blocking", "warning", "note")
}
_SLUG = regex.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def load_pack(folder: str | Path | None = None, *, lexicon: Lexicon | None = None) -> Pack:
    """The pack in `folder`, or the shipped one.

    Args:
        lexicon: word lists to use where the folder has no `_lists` of its own.

    Raises:
        YamlProblems: every fault of every file.
        FileNotFoundError: there is no such folder, or no `pack.yaml` in it.
    """
    root = Path(folder) if folder is not None else shipped() / "rules"
    problems: list[Problem] = []
    head = _Head()
    try:
        head = _read_head(root / "pack.yaml")
    except YamlProblems as error:
        problems += error.problems
    try:
        if (root / "_lists").is_dir():
            lexicon = load_lexicon(root / "_lists")
    except YamlProblems as error:
        raise YamlProblems([*problems, *error.problems]) from None
    rules = []
    for path in rule_files(root):
        try:
            rules.append(load_rule(path, lexicon or Lexicon(), {c.id for c in head.categories}))
        except YamlProblems as error:
            problems += error.problems
    if problems:
        raise YamlProblems(problems)
    return Pack(*head, rules=tuple(rules), lexicon=lexicon or Lexicon(), hash=digest(root))


def rule_files(root: Path) -> list[Path]:
    """Every rule of a pack, sorted; folders that begin with `_` hold no rules."""
    return sorted(
        path
        for folder in root.iterdir()
        if folder.is_dir() and not folder.name.startswith(("_", "."))
        for path in folder.glob("*.yaml")
    )


def load_rule(path: Path, lexicon: Lexicon, categories: set[str]) -> Rule:
    """One rule; its id is category/name, from where it lies.

    Raises:
        YamlProblems: everything that is wrong with it.
    """
    shown = str(path)
    report = Report(shown)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise YamlProblems([Problem(shown, 1, 1, "the file is not UTF-8")]) from None
    category, stem = path.parent.name, path.stem
    if not _SLUG.fullmatch(stem):
        report.add((1, 1), "a rule file's name is words of a-z and 0-9, joined by “-”")
    if categories and category not in categories:
        report.unknown(Scalar("", 1, 1), "category (the folder's name)", category, categories)
    rule = read_rule(f"{category}/{stem}", parse(text, shown), text.split("\n"), lexicon, report)
    report.raise_if_any()
    assert rule is not None
    return rule


def digest(root: Path) -> str:
    """Hex digest over every file of a pack, free of where the pack lies."""
    whole = sha256()
    for path in sorted(root.rglob("*.yaml"), key=lambda p: p.relative_to(root).as_posix()):
        whole.update(path.relative_to(root).as_posix().encode())
        whole.update(b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return whole.hexdigest()


class _Head(NamedTuple):
    name: str = ""
    version: str = ""
    categories: tuple[Category, ...] = ()
    points: Map[Severity, int] = {}


def _read_head(path: Path) -> _Head:
    report = Report(str(path))
    root = parse(path.read_text(encoding="utf-8"), str(path))
    values = read_mapping(root, PACK_KEYS, report, "a pack")
    points: dict[Severity, int] = {}
    categories: list[Category] = []
    if isinstance(root, Mapping):
        weights = read_mapping(root.get("points"), POINT_KEYS, report, "“points”")
        severities: tuple[Severity, ...] = ("blocking", "warning", "note")
        points = {s: tenths(weights.get(s)) for s in severities}
        listed = root.get("categories")
        if isinstance(listed, Mapping):
            for key, node in listed.items():
                entry = read_mapping(node, CATEGORY_KEYS, report, f"category “{key.value}”")
                title, letter = str(entry.get("title")), str(entry.get("letter"))
                categories.append(Category(key.value, title, letter, tenths(entry.get("cap"))))
        elif listed is not None:
            report.add(listed, "“categories” maps ids to title, letter and cap")
    report.raise_if_any()
    return _Head(str(values["name"]), str(values["version"]), tuple(categories), points)


def tenths(value: object) -> int:
    """Points as whole tenths."""
    return round(value * 10) if isinstance(value, int | float) else 0
