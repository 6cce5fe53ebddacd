"""Reads a message: each placeholder leads to something that can be printed."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.engine.conditions import All, Condition, Count, IsNone, Line, Path
from auditor.engine.messages import PLACEHOLDER, Message, Placeholder
from auditor.engine.near import Near
from auditor.engine.parse_condition import Scope
from auditor.engine.parse_matcher import inside
from auditor.engine.paths import NameProblem, read_path
from auditor.yamlfile import Node, Scalar

NEAR = "near."


def read_message(node: Node | None, where: Condition, scope: Scope) -> Message:
    """The message; whatever is wrong with it is reported."""
    if not isinstance(node, Scalar):
        return Message(())
    parts: list[str | Placeholder] = []
    end = 0
    for match in PLACEHOLDER.finditer(node.value):
        parts.append(node.value[end : match.start()])
        end = match.end()
        placeholder = _placeholder(match.group(1), inside(node, match.start(1)), where, scope)
        if placeholder is not None:
            parts.append(placeholder)
    parts.append(node.value[end:])
    rest = PLACEHOLDER.sub("", node.value)
    if "{" in rest or "}" in rest:
        scope.report.add(node, "a brace without its partner")
    return Message(tuple(parts))


def _placeholder(
    written: str, place: tuple[int, int], where: Condition, scope: Scope
) -> Placeholder | None:
    name, bar, fallback = written.partition("|")
    name = name.strip()
    near = None
    condition, layer, groups = where, scope.layer, scope.groups
    if name.startswith(NEAR):
        near = only_near(where)
        if near is None:
            scope.report.add(place, "{near.…} needs exactly one “near” in “where”")
            return None
        condition, layer, groups = near.where, near.layer, ()
        name = name.removeprefix(NEAR)
    try:
        path = read_path(name, layer, groups)
    except NameProblem as problem:
        offset = problem.offset + (len(NEAR) if near else 0)
        scope.report.add((place[0], place[1] + offset), str(problem))
        return None
    shown = f"{NEAR if near else ''}{path}"
    lines = list(sure_lines(condition))
    if path.last.kind in ("link", "record"):
        scope.report.add(place, f"“{shown}” cannot be printed; name one of its attributes")
    elif (
        path.optional
        and not path.group
        and not bar
        and not any(_proves(line, path) for line in lines)
    ):
        message = f"“{shown}” may be none; test it in “where”, or give a fallback behind “|”"
        scope.report.add(place, message)
    count = next(
        (
            line.test
            for line in lines
            if str(line.path) == str(path) and isinstance(line.test, Count)
        ),
        None,
    )
    return Placeholder(path, count, fallback if bar else None, near is not None)


def only_near(where: Condition) -> Near | None:
    """The one `near` that holds whenever the condition holds; None where there is not one."""
    found = [part for part in _sure(where) if isinstance(part, Near)]
    return found[0] if len(found) == 1 else None


def sure_lines(condition: Condition) -> Iterator[Line]:
    """The lines that hold whenever the condition holds."""
    return (part for part in _sure(condition) if isinstance(part, Line))


def _sure(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, All):
        for part in condition.parts:
            yield from _sure(part)
    else:
        yield condition


def _proves(line: Line, path: Path) -> bool:
    """Whatever passes a test on `source.name` has a source, and a name."""
    if isinstance(line.test, IsNone):
        return False
    wanted, have = str(path), str(line.path)
    if have == wanted:
        return True
    optional = [index for index, a in enumerate(path.attributes) if a.optional]
    if path.group or not optional:
        return False
    deepest = ".".join(a.name for a in path.attributes[: optional[-1] + 1])
    return f"{have}.".startswith(f"{deepest}.")
