"""Safe YAML with places: every scalar stays the string its author wrote.

The tree is built from libyaml's events, so nesting costs no stack and nothing is
constructed: no `no` becomes False, no `2022-02-24` a date. Sizes, depth and aliases
are limited. All problems of a file are reported at once, in the order of its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

import yaml

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml: slower, the same events
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

MAX_CHARACTERS = 2_000_000
MAX_DEPTH = 40
MAX_NODES = 200_000
MAX_ALIASES = 100


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong at a place in a file; line and column are 1-based."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class YamlProblems(Exception):
    """All that is wrong with one or more files, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(p) for p in self.problems))


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string and where it begins.

    Attributes:
        style: "" (plain), a quotation mark, "|" or ">".
        exact: the place is its own; else it was taken over from another file.
    """

    value: str
    line: int
    column: int
    style: str = ""
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    line: int
    column: int
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping; `keys` holds each key's own place."""

    entries: dict[str, Node]
    keys: dict[str, Scalar]
    line: int
    column: int
    flow: bool = False

    def get(self, key: str) -> Node | None:
        return self.entries.get(key)

    def items(self) -> Iterator[tuple[Scalar, Node]]:
        """Key (with its place) and value, in the file's order."""
        return ((self.keys[k], v) for k, v in self.entries.items())


Node = Scalar | Sequence | Mapping


@dataclass(slots=True)
class Report:
    """Collects the problems of one file."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, node: Node | tuple[int, int], message: str) -> None:
        line, column = node if isinstance(node, tuple) else (node.line, node.column)
        self.problems.append(Problem(self.path, line, column, message))

    def unknown(self, node: Node, what: str, word: str, valid: Iterable[str]) -> None:
        """Reports a name that does not exist, with the nearest one that does."""
        self.add(node, f"unknown {what} “{word}”" + did_you_mean(word, valid))

    def raise_if_any(self) -> None:
        if self.problems:
            raise YamlProblems(self.problems)


def nearest(word: str, valid: Iterable[str]) -> str | None:
    """The valid name most like `word`, or None."""
    close = get_close_matches(word, sorted(valid), n=1, cutoff=0.6)
    return close[0] if close else None


def did_you_mean(word: str, valid: Iterable[str]) -> str:
    """A clause that names the nearest valid name, or all of them where they are few."""
    names = sorted(valid)
    close = nearest(word, names)
    if close:
        return f"; did you mean “{close}”?"
    if 0 < len(names) <= 12:
        return "; known: " + ", ".join(names)
    return ""


def parse(text: str, path: str) -> Node | None:
    """The file's one document, or None where it is empty.

    Raises:
        YamlProblems: not YAML, more than one document, a key twice, or a limit.
    """
    if len(text) > MAX_CHARACTERS:
        message = f"the file has {len(text):,} characters; the limit is {MAX_CHARACTERS:,}"
        raise YamlProblems([Problem(path, 1, 1, message)])
    report = Report(path)
    try:
        root = _build(text.removeprefix("\ufeff"), report)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        # Where something is never closed or has no colon, its beginning is the place.
        if error.context_mark and any(f in (error.problem or "") for f in _BEGUN):
            mark = error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        report.add(place, _plainly(error, text, place[0]))
    except yaml.YAMLError as error:
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
        report.add((line, 1), f"not YAML: {getattr(error, 'reason', error)}")
    report.raise_if_any()
    return root


def lines_of(text: str) -> list[str]:
    """The lines as YAML counts them."""
    return _BREAK.split(text)


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Every scalar below `node`, keys aside."""
    stack: list[Node] = [node] if node is not None else []
    while stack:
        current = stack.pop()
        if isinstance(current, Scalar):
            yield current
        elif isinstance(current, Sequence):
            stack.extend(reversed(current.items))
        else:
            stack.extend(reversed(current.entries.values()))


def _plainly(error: yaml.MarkedYAMLError, text: str, line: int) -> str:
    lines = lines_of(text)
    source = lines[line - 1] if line <= len(lines) else ""
    problem = error.problem or "not YAML"
    if "\t" in source[: len(source) - len(source.lstrip())]:
        return "a tab indents this line; YAML wants spaces"
    if "mapping values are not allowed" in problem:
        before = source[: error.problem_mark.column] if error.problem_mark else source
        if ": " in before:
            return "a second “: ” in one line; put the text behind “|” on its own lines or quote it"
        return (
            "YAML takes this line for more of the text above; begin it in the column of the"
            " other keys, or put the text behind “|”"
        )
    for fault, remedy in _REMEDIES.items():
        if fault in problem:
            return remedy
    bent = _BENT.search(source)
    if bent:
        return f"YAML reads “{bent.group(1)}” at the start as its own; put the text behind “|”"
    if "expected key" in problem or "expected '-' indicator" in problem:
        return "the indentation fits no line above; keys of one mapping begin in one column"
    return f"not YAML: {problem}" + (f" ({error.context})" if error.context else "")


_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_REMEDIES = {
    "could not find expected ':'": "no colon with a plain space behind it: write “key: value”",
    "cannot start any token": "YAML reads this character as its own; put the text behind “|”",
    "block sequence entries are not allowed": "“- ” begins a list; put the text behind “|”",
    "expected comment or line break": "a text behind “|” or “>” begins on the next line",
    "unexpected end of stream": "a quotation mark is opened here and never closed",
    "expected ',' or": "a bracket is opened here and never closed",
    "<document start>": "the lines before are indented further; begin all keys in one column",
}
_BEGUN = ("could not find expected ':'", "unexpected end of stream", "expected ',' or")

_BENT = re.compile(r"""^[\s-]*(?:[\w-]+:\s+)(\{|\[\[?|["'])""")
"""A value on one line that begins with a mark which means something in YAML."""


class _Open:
    """A collection that is still being read."""

    __slots__ = ("anchor", "before", "event", "items", "key", "keys")

    def __init__(self, event: yaml.CollectionStartEvent, before: int) -> None:
        self.event = event
        self.before = before
        self.anchor = event.anchor
        self.items: list[tuple[Scalar | None, Node]] = []
        self.key: Scalar | None = None
        self.keys: dict[str, Scalar] = {}


def _build(text: str, report: Report) -> Node | None:
    root: Node | None = None
    anchors: dict[str, tuple[Node, int]] = {}
    stack: list[_Open] = []
    nodes = aliases = documents = 0

    def place(event: yaml.Event) -> tuple[int, int]:
        mark = event.start_mark
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)

    def stop(event: yaml.Event, message: str) -> None:
        report.add(place(event), message)
        report.raise_if_any()

    def put(node: Node, event: yaml.Event) -> None:
        nonlocal root
        if not stack:
            root = node
            return
        top = stack[-1]
        if isinstance(top.event, yaml.SequenceStartEvent):
            top.items.append((None, node))
        elif top.key is None:
            if not isinstance(node, Scalar):
                stop(event, "a key must be a word")
            assert isinstance(node, Scalar)
            if node.value == "<<" and not node.style:
                report.add(node, "merge keys (“<<”) are not read; write the lines out")
            elif node.value[:1].isspace():
                report.add(node, "this line is indented by something else than plain spaces")
            if node.value in top.keys:
                first = top.keys[node.value].line
                report.add(node, f"the key “{node.value}” stands twice; first in line {first}")
            top.key = top.keys.setdefault(node.value, node)
        else:
            top.items.append((top.key, node))
            top.key = None

    for event in yaml.parse(text, Loader=_Loader):
        nodes += 1
        if nodes > MAX_NODES:
            stop(event, f"the file has more than {MAX_NODES:,} nodes")
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                stop(event, "a second document; one file holds one")
        elif isinstance(event, yaml.ScalarEvent):
            scalar = Scalar(event.value, *place(event), event.style or "")
            if event.tag is not None and not scalar.style:
                tag = event.tag.replace("tag:yaml.org,2002:", "!!")
                report.add(scalar, f"“{tag}” in front is a tag, not text; put the text behind “|”")
            if event.anchor:
                anchors[event.anchor] = (scalar, 1)
            put(scalar, event)
        elif isinstance(event, yaml.AliasEvent):
            aliases += 1
            if event.anchor not in anchors:
                message = f"unknown alias “*{event.anchor}”; a text with “*” in front belongs in"
                stop(event, f"{message} quotation marks")
            node, size = anchors[str(event.anchor)]
            nodes += size
            if aliases > MAX_ALIASES or nodes > MAX_NODES:
                stop(event, f"too many aliases; at most {MAX_ALIASES} are read")
            put(node, event)
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(stack) >= MAX_DEPTH:
                stop(event, f"nested more than {MAX_DEPTH} deep")
            stack.append(_Open(event, nodes))
        elif isinstance(event, yaml.CollectionEndEvent):
            done = stack.pop()
            line, column = place(done.event)
            flow = bool(done.event.flow_style)
            node = (
                Sequence(tuple(n for _, n in done.items), line, column, flow)
                if isinstance(done.event, yaml.SequenceStartEvent)
                else Mapping(
                    {k.value: n for k, n in done.items if k}, done.keys, line, column, flow
                )
            )
            if done.anchor:
                anchors[done.anchor] = (node, nodes - done.before)
            put(node, done.event)
    return root
