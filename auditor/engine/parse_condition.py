"""Reads `where` and `unless`: every name, word and type is checked against the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from typing import cast, get_args

import regex

from auditor.engine.conditions import (
    All,
    AnyOf,
    Bound,
    Bounds,
    Condition,
    Count,
    IsKnown,
    IsNone,
    Line,
    Matches,
    OneOf,
    Operand,
    Path,
    Test,
    When,
)
from auditor.engine.near import Direction, Distance, Near, Unit
from auditor.engine.parse_matcher import by_language, read_pattern, read_phrases
from auditor.engine.paths import NameProblem, called, read_path
from auditor.finder import Finder
from auditor.items import RECORDS
from auditor.lexicon import Lexicon
from auditor.partial_date import PartialDate
from auditor.schema import NO, YES, Key, read_mapping
from auditor.vocabulary import Attribute
from auditor.yamlfile import Mapping, Node, Report, Scalar, Sequence, did_you_mean

NEAR_KEYS: Map[str, Key] = {
    "select": Key("word", "the layer in which to look", values=tuple(RECORDS)),
    "phrases": Key("node", "phrases to look for, instead of a layer"),
    "within": Key("text", "how far, for instance “2 sentences before”", required=True),
    "where": Key("node", "what must hold of the other item"),
}
BOUNDS = get_args(Bound)
_WITHIN = regex.compile(
    r"(?:(sentence|paragraph|article)|([0-9]{1,6}) (words?|sentences?|paragraphs?))"
    r"(?: (before|after))?"
)
_DATE = regex.compile(r"([0-9]{4})(?:-([0-9][0-9]?)(?:-([0-9][0-9]?))?)?")
_NUMBER = regex.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,12})?")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a condition is read against.

    Attributes:
        layer: the layer whose items it is asked of.
        selected: the layer that the rule selects, for `$`.
        lexicon, languages: word lists that patterns may name, and where the rule runs.
        groups: named groups of the rule's pattern.
    """

    report: Report
    layer: str
    selected: str
    lexicon: Lexicon
    languages: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()

    def within(self, layer: str) -> Scope:
        """The same, for items of another layer."""
        return replace(self, layer=layer, groups=())


def read_condition(node: Node | None, scope: Scope) -> Condition:
    """A mapping whose lines must all hold; whatever is wrong is reported."""
    if not isinstance(node, Mapping):
        scope.report.add(node or (1, 1), "a condition is a mapping of attributes to tests")
        return All(())
    if not node.entries:
        scope.report.add(node, "an empty condition always holds; write a line, or leave it out")
    parts: list[Condition] = []
    for key, value in node.items():
        if key.value in ("any", "all"):
            parts.append(_several(key, value, scope))
        elif key.value == "near":
            near = _near(value, scope)
            if near is not None:
                parts.append(near)
        else:
            line = _line(key, value, scope)
            if line is not None:
                parts.append(line)
    return All(tuple(parts))


def _several(key: Scalar, value: Node, scope: Scope) -> Condition:
    if not isinstance(value, Sequence) or not value.items:
        scope.report.add(value, f"“{key.value}” takes a list of conditions")
        return All(())
    parts = tuple(read_condition(entry, scope) for entry in value.items)
    return AnyOf(parts) if key.value == "any" else All(parts)


def _near(node: Node, scope: Scope) -> Near | None:
    before = len(scope.report.problems)
    values = read_mapping(node, NEAR_KEYS, scope.report, "“near”")
    if not isinstance(node, Mapping):
        return None
    if len(scope.report.problems) > before:
        layer = values.get("select")
        if layer and "where" in node.entries:  # told at once with the rest
            read_condition(node.entries["where"], scope.within(str(layer)))
        return None
    if ("select" in values) == ("phrases" in values):
        scope.report.add(node, "“near” takes select or phrases, one of them")
        return None
    layer = str(values.get("select", "text"))
    distance = _distance(node, scope)
    where = All(())
    if "where" in node.entries:
        read = read_condition(node.entries["where"], scope.within(layer))
        where = read if isinstance(read, All) else All((read,))
    finders: dict[str, Finder] = {}
    if "phrases" in values:
        finders = {
            language: finder
            for language, part in by_language(node.entries["phrases"], "phrases", scope)
            if (finder := read_phrases(part, language, scope.lexicon, scope.report)) is not None
        }
    return None if distance is None else Near(layer, distance, where, finders)


def _distance(node: Mapping, scope: Scope) -> Distance | None:
    value = node.entries["within"]
    text = value.value.strip() if isinstance(value, Scalar) else ""
    match = _WITHIN.fullmatch(text)
    if match is None:
        known = "sentence, paragraph, article, or a number of words, sentences or paragraphs"
        message = f"“within” is {known}, with before or after behind it; not “{text}”"
        scope.report.add(value, message)
        return None
    one, number, many, direction = match.groups()
    unit = many.rstrip("s") + "s" if many else {"article": "article"}.get(one, one + "s")
    return Distance(cast(Unit, unit), int(number or 0), cast(Direction, direction or "both"))


def _line(key: Scalar, value: Node, scope: Scope) -> Line | None:
    try:
        path = read_path(key.value, scope.layer, scope.groups)
    except NameProblem as problem:
        scope.report.add((key.line, key.column + problem.offset), str(problem))
        return None
    test = _test(path, value, scope)
    return None if test is None else Line(path, test)


def _test(path: Path, value: Node, scope: Scope) -> Test | None:
    attribute = path.last
    if isinstance(value, Scalar) and value.style == "" and value.value in ("none", "known"):
        return _presence(path, value, scope)
    if isinstance(value, Mapping):
        return _mapping(path, value, scope)
    if attribute.kind in ("link", "list", "record"):
        scope.report.add(
            value, f"“{path}” is {called(attribute)}; it takes none, known or a mapping of tests"
        )
        return None
    entries = value.items if isinstance(value, Sequence) else (value,)
    if isinstance(value, Sequence) and attribute.kind not in ("words", "text", "groups"):
        scope.report.add(value, f"“{path}” is {called(attribute)}; a list of values fits no such")
        return None
    values = [_value(path, entry, scope) for entry in entries]
    if not values:
        scope.report.add(value, f"“{path}” is compared with an empty list")
    return None if None in values or not values else OneOf(tuple(values))


def _presence(path: Path, value: Scalar, scope: Scope) -> Test | None:
    can_be_none = path.optional or path.last.kind == "list" or path.last.many
    if not can_be_none:
        scope.report.add(value, f"“{path}” is always there; “{value.value}” tells nothing")
        return None
    return IsNone() if value.value == "none" else IsKnown()


def _mapping(path: Path, value: Mapping, scope: Scope) -> Test | None:
    attribute, keys = path.last, set(value.entries)
    allowed = _allowed(attribute)
    for key in value.keys.values():
        if key.value not in allowed:
            what = f"test for “{path}”, which is {called(attribute)},"
            scope.report.unknown(key, what, key.value, allowed)
    if not value.entries:
        scope.report.add(value, f"“{path}” has an empty test")
    if not keys <= set(allowed) or not keys:
        return None
    if "not" in keys:
        return _single(path, value, "not", scope)
    if "matches" in keys:
        return _single(path, value, "matches", scope)
    if keys & {"before", "after"}:
        return _single(path, value, "before" if "before" in keys else "after", scope)
    return _count(path, value, scope) if attribute.kind == "list" else _bounds(path, value, scope)


def _allowed(attribute: Attribute) -> tuple[str, ...]:
    match attribute.kind:
        case "words":
            return ("not",)
        case "text" | "groups":
            return ("not", "matches")
        case "number":
            return tuple(BOUNDS)
        case "date":
            return ("before", "after")
        case "list":
            return (*BOUNDS, "where")
        case _:
            return ()


def _single(path: Path, value: Mapping, name: str, scope: Scope) -> Test | None:
    if len(value.entries) > 1:
        scope.report.add(value, f"“{name}” stands alone; use “all” to join tests")
        return None
    node = value.entries[name]
    if name == "matches":
        return _matches(node, scope)
    entries = node.items if isinstance(node, Sequence) and name == "not" else (node,)
    values = [_value(path, entry, scope) for entry in entries]
    if not values:
        scope.report.add(node, f"“{path}” is compared with an empty list")
    if None in values or not values:
        return None
    if name == "not":
        return OneOf(tuple(values), negated=True)
    return When("before" if name == "before" else "after", values[0])


def _matches(node: Node, scope: Scope) -> Test | None:
    if not isinstance(node, Scalar):
        scope.report.add(node, "“matches” takes one pattern")
        return None
    patterns = {}
    for language in scope.languages:
        pattern = read_pattern(node, language, scope.lexicon, scope.report, blank=True)
        if pattern is None:
            return None
        patterns[language] = pattern
    return Matches(patterns)


def _count(path: Path, value: Mapping, scope: Scope) -> Test | None:
    where = None
    if "where" in value.entries:
        where = read_condition(value.entries["where"], scope.within(path.last.layer))
    bounds: list[tuple[Bound, float, bool]] = []
    for key, node in value.items():
        if key.value == "where":
            continue
        text = node.value.strip() if isinstance(node, Scalar) else ""
        share = text.endswith("%")
        number = _number(text.removesuffix("%").strip())
        if number is None or (share and not 0 <= number <= 100) or number < 0:
            message = f"“{key.value}” takes a number or a share such as 50%, not “{text}”"
            scope.report.add(node, message)
            return None
        if share and where is None:
            scope.report.add(node, "a share needs a “where”: a share of what?")
            return None
        bounds.append((cast(Bound, key.value), number, share))
    return Count(where, tuple(bounds))


def _bounds(path: Path, value: Mapping, scope: Scope) -> Test | None:
    bounds: list[tuple[Bound, object]] = []
    for key, node in value.items():
        read = _value(path, node, scope)
        if read is None:
            return None
        bounds.append((cast(Bound, key.value), read))
    return Bounds(tuple(bounds))


def read_bounds(node: Node, name: str, scope: Scope) -> tuple[tuple[Bound, float], ...]:
    """Plain bounds of a count, as in `hits: {at_least: 3}`."""
    found: list[tuple[Bound, float]] = []
    if not isinstance(node, Mapping) or not node.entries:
        scope.report.add(node, f"“{name}” is compared by bounds, for instance {{at_least: 3}}")
        return ()
    for key, value in node.items():
        number = _number(value.value) if isinstance(value, Scalar) else None
        if key.value not in BOUNDS:
            scope.report.unknown(key, f"test for “{name}”", key.value, BOUNDS)
        elif number is None:
            scope.report.add(value, f"“{name}” is compared with a number")
        else:
            found.append((cast(Bound, key.value), number))
    return tuple(found)


def _value(path: Path, node: Node, scope: Scope) -> object | None:
    """One value, read as its attribute's type asks; None where it cannot be, and reported."""
    if not isinstance(node, Scalar):
        scope.report.add(node, f"“{path}” takes a single value here")
        return None
    text, attribute = node.value.strip(), path.last
    if text.startswith("$") and node.style == "":
        return _operand(path, node, text[1:], scope)
    if text in ("none", "known") and not node.style:
        message = f"“{text}” stands alone, as in “{path}: {text}”; use “any” to join tests"
        scope.report.add(node, message)
        return None
    match attribute.kind:
        case "words":
            if text not in attribute.values:
                known = did_you_mean(text, attribute.values)
                scope.report.add(node, f"“{path}” is never “{text}”{known}")
                return None
            return text
        case "yes_no":
            if text.casefold() not in YES | NO:
                scope.report.add(node, f"“{path}” is yes or no, not “{text}”")
                return None
            return text.casefold() in YES
        case "number":
            number = _number(text)
            if number is None:
                scope.report.add(node, f"“{path}” is a number, not “{text}”")
            return number
        case "date":
            day = read_date(text)
            if day is None:
                scope.report.add(node, f"“{path}” is a date such as 2022-02-24, not “{text}”")
            return day
        case _:
            if not text:
                scope.report.add(node, f"“{path}” is compared with an empty text")
            return text or None


def _operand(path: Path, node: Scalar, name: str, scope: Scope) -> Operand | None:
    try:
        other = read_path(name, scope.selected, scope.groups)
    except NameProblem as problem:
        scope.report.add((node.line, node.column + 1 + problem.offset), str(problem))
        return None
    same = {path.last.kind, other.last.kind} in (
        {path.last.kind},
        {"text", "words"},
        {"text", "groups"},
    )
    if not same or other.last.kind in ("link", "list", "record"):
        scope.report.add(
            node,
            f"“${name}” is {called(other.last)}, “{path}” is {called(path.last)}:"
            " they cannot be compared",
        )
        return None
    return Operand(other)


def _number(text: str) -> float | None:
    return float(text) if _NUMBER.fullmatch(text) else None


def read_date(text: str) -> PartialDate | None:
    """ "2022", "2022-02" or "2022-02-24"; None for anything else."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    value = PartialDate(year, month, day)
    if month is not None and not 1 <= month <= 12:
        return None
    return None if day is not None and value.full is None else value
