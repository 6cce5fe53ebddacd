"""Reads a pack: its weights, its word lists, its rules. All errors of all files at once."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Map
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import regex

from auditor.engine.extend import extended
from auditor.engine.parse_rule import read_rule
from auditor.engine.rule import Category, Pack, Rule
from auditor.kinds import Severity
from auditor.lexicon import Lexicon
from auditor.load.lexicon import load_lexicon
from auditor.load.shipped import shipped
from auditor.load.text import read_utf8, read_yaml
from auditor.schema import Key, read_mapping
from auditor.yamlfile import Mapping, Node, Problem, Report, Scalar, YamlProblems, lines_of, parse

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
_LETTER = regex.compile(r"\p{Lu}")
BESIDE = ("pack.yaml", "config.yaml")
"""Files that may lie beside the categories."""
_SLUG = regex.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class _File(NamedTuple):
    """One rule's file, parsed and not yet read."""

    path: str
    root: Node | None
    lines: list[str]


def load_pack(folder: str | Path | None = None) -> Pack:
    """The shipped pack, or a newsroom's.

    A folder with a `pack.yaml` is a pack of its own; one without adds its rules to the
    shipped ones, and those that say `extends` take the place of a shipped rule. Word
    lists in its `_lists` add to the shipped ones.

    Raises:
        YamlProblems: every fault of every file.
        FileNotFoundError: there is no such folder.
    """
    base = shipped() / "rules"
    roots = [base]
    if folder is not None:
        house = Path(folder)
        if not house.is_dir():
            raise FileNotFoundError(2, "no such folder", str(house))
        own = (house / "pack.yaml").is_file()
        if not (own or (house / "_lists").is_dir() or rule_files(house)):
            message = "no pack.yaml, no rules (category/name.yaml) and no _lists in this folder"
            raise YamlProblems([Problem(str(house), 1, 1, message)])
        roots = [house] if own else [base, house]
    problems: list[Problem] = []
    head = _Head()
    try:
        head = _read_head(roots[0] / "pack.yaml")
    except YamlProblems as error:
        problems += error.problems
    try:
        lists = {base: None} | dict.fromkeys(roots)
        lexicon = load_lexicon(*(r / "_lists" for r in lists if (r / "_lists").is_dir()))
    except YamlProblems as error:
        raise YamlProblems([*problems, *error.problems]) from None
    rules = _Rules(lexicon, {c.id for c in head.categories}, problems)
    for root in roots:
        problems += _strays(root)
        for path in rule_files(root):
            rules.add(path)
        rules.extend()
    if problems:
        raise YamlProblems(problems)
    hashes = "".join(digest(root) for root in roots)
    total = hashes if len(roots) == 1 else sha256(hashes.encode()).hexdigest()
    return Pack(*head, rules=rules.in_order(), lexicon=lexicon, hash=total)


class _Rules:
    """Reads rules one by one; a later one may extend an earlier."""

    def __init__(self, lexicon: Lexicon, categories: set[str], problems: list[Problem]) -> None:
        self._lexicon = lexicon
        self._categories = categories
        self._problems = problems
        self._files: dict[str, _File] = {}
        self._rules: dict[str, Rule] = {}
        self._extended: dict[str, str] = {}
        self._waiting: list[_File] = []

    def in_order(self) -> tuple[Rule, ...]:
        return tuple(self._rules[name] for name in sorted(self._rules))

    def add(self, path: Path) -> None:
        """Reads the rule in a file; what is wrong with it is kept for later."""
        try:
            file = _parsed(path)
            report = Report(file.path)
            if isinstance(file.root, Mapping) and "extends" in file.root.entries:
                self._waiting.append(file)
                return
            name = self._placed(path, report)
            self._files.setdefault(name, file)
            self._read(name, file.root, file, report)
        except YamlProblems as error:
            self._problems += error.problems

    def extend(self) -> None:
        """Reads the rules of a folder that extend others, when all others are there."""
        for file in self._waiting:
            report = Report(file.path)
            assert isinstance(file.root, Mapping)
            try:
                name, root = self._extending(file, file.root, report)
                self._read(name, root, file, report)
            except YamlProblems as error:
                self._problems += error.problems
        self._waiting.clear()

    def _read(self, name: str, root: Node | None, file: _File, report: Report) -> None:
        report.raise_if_any()
        rule = read_rule(name, root, file.lines, self._lexicon, report)
        report.raise_if_any()
        assert rule is not None
        self._rules[name] = rule

    def _placed(self, path: Path, report: Report) -> str:
        """The rule's id, from where its file lies."""
        category, stem = path.parent.name, path.stem
        if not _SLUG.fullmatch(stem):
            report.add((1, 1), "a rule file's name is words of a-z and 0-9, joined by “-”")
        if self._categories and category not in self._categories:
            top = Scalar("", 1, 1)
            report.unknown(top, "category (the folder's name)", category, self._categories)
        name = f"{category}/{stem}"
        if name in self._files:
            report.add((1, 1), f"there is a rule “{name}” already; write “extends: {name}”")
        return name

    def _extending(self, file: _File, root: Mapping, report: Report) -> tuple[str, Node | None]:
        node = root.entries["extends"]
        name = node.value.strip() if isinstance(node, Scalar) else ""
        if name not in self._files:
            if name:
                report.unknown(node, "rule", name, self._files)
            else:
                report.add(node, "“extends” names one rule, for instance dates/weekday-mismatch")
            return name, root
        other = self._extended.setdefault(name, file.path)
        if other != file.path:
            report.add(node, f"“{name}” is extended in {other} already; only one can replace it")
        base = self._files[name].root
        return name, extended(base, root) if isinstance(base, Mapping) else root


def rule_files(root: Path) -> list[Path]:
    """Every rule of a pack, sorted; folders that begin with `_` hold no rules."""
    return sorted(
        path for folder in _categories(root) for path in folder.glob("*.yaml") if not path.is_dir()
    )


def _categories(root: Path) -> list[Path]:
    return [f for f in root.iterdir() if f.is_dir() and not f.name.startswith(("_", "."))]


def _strays(root: Path) -> Iterator[Problem]:
    """Files that look like rules and lie where none is read."""
    for path in root.glob("*.yaml"):
        if path.name not in BESIDE and path.is_file():
            message = "a rule lies in a folder with the name of its category"
            yield Problem(str(path), 1, 1, message)
    for path in (root / "_lists").rglob("*.yml"):
        yield Problem(str(path), 1, 1, "a file of word lists ends in “.yaml”; rename it")
    for folder in _categories(root):
        for path in sorted(folder.rglob("*")):
            ending = path.suffix.casefold()
            if path.is_file() and ending == ".yaml" and path.parent != folder:
                yield Problem(str(path), 1, 1, "a folder in a category is not read; move the rule")
            elif path.is_file() and (ending == ".yml" or ending == ".yaml" != path.suffix):
                yield Problem(str(path), 1, 1, "a rule's file ends in “.yaml”; rename it")


def _parsed(path: Path) -> _File:
    shown = str(path)
    text = read_utf8(path)
    return _File(shown, parse(text, shown), lines_of(text))


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
    root = read_yaml(path)
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
                if "letter" in entry and not _LETTER.fullmatch(letter):
                    report.add(key, f"“letter” is one capital letter, not “{letter}”")
                elif letter in (c.letter for c in categories):
                    report.add(key, f"the letter “{letter}” marks another category already")
                categories.append(Category(key.value, title, letter, tenths(entry.get("cap"))))
            if not categories:
                report.add(listed, "a pack needs a category")
        elif listed is not None:
            report.add(listed, "“categories” maps ids to title, letter and cap")
    report.raise_if_any()
    return _Head(str(values["name"]), str(values["version"]), tuple(categories), points)


def tenths(value: object) -> int:
    """Points as whole tenths."""
    return round(value * 10) if isinstance(value, int | float) else 0
