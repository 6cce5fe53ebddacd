"""One declarative schema for every YAML file a person writes.

A `Key` says what may stand behind one key. The same records check a file, with line,
column and nearest valid name, and can describe it to people and to editors.
"""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass
from math import isfinite
from typing import Any, Literal

from auditor.yamlfile import Mapping, Node, Report, Scalar, Sequence, did_you_mean, nearest

Kind = Literal["text", "word", "words", "whole", "number", "yes_no", "node"]
Value = str | int | float | bool | tuple[str, ...] | Node

YES = frozenset({"yes", "true", "on"})
NO = frozenset({"no", "false", "off"})


NOTHING = ("~", "null")
"""What YAML has for nothing at all; in quotation marks it is text."""


@dataclass(frozen=True, slots=True)
class Key:
    """What stands behind one key.

    Attributes:
        kind: text; one word of `values`; words (a list, or one alone); a whole number;
            a number; yes or no; or a node that its own reader checks.
        doc: one sentence for the reference and for completion in editors.
        values: the words allowed, where they are known beforehand.
        low, high: bounds of a number, both allowed.
    """

    kind: Kind
    doc: str
    required: bool = False
    values: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None


def read_mapping(
    node: Node | None, keys: Map[str, Key], report: Report, what: str
) -> dict[str, Value]:
    """The values of a mapping, by key; whatever is wrong is reported and left out."""
    found: dict[str, Value] = {}
    if not isinstance(node, Mapping):
        report.add(node or (1, 1), f"{what} must be a mapping of keys to values")
        return found
    for key, value in node.items():
        spec = keys.get(key.value)
        if spec is None:
            report.unknown(key, f"key in {what}", key.value, keys)
            continue
        read = read_value(value, spec, report, key.value)
        if read is not None:
            found[key.value] = read
    # A misspelt key has been told already; it is not missing as well.
    meant = {nearest(name, keys) for name in node.entries if name not in keys}
    for name, spec in keys.items():
        if spec.required and name not in node.entries and name not in meant:
            report.add(node, f"{what} has no “{name}”: {spec.doc}")
    return found


def read_value(node: Node, spec: Key, report: Report, name: str) -> Value | None:
    """One value, read as its key's kind asks; None where that fails, and reported."""
    if spec.kind == "node":
        return node
    if spec.kind == "words":
        return _words(node, spec, report, name)
    if not isinstance(node, Scalar):
        report.add(node, f"“{name}” must be {_called(spec)}")
        return None
    text = node.value.strip()
    if spec.kind == "text":
        if not text or (not node.style and text in NOTHING):
            report.add(node, f"“{name}” is empty")
            return None
        return text
    if spec.kind == "word":
        return _word(node, spec, report, name)
    if spec.kind == "yes_no":
        if text.casefold() in YES | NO:
            return text.casefold() in YES
        report.add(node, f"“{name}” must be yes or no, not “{text}”")
        return None
    return _number(node, spec, report, name)


def _number(node: Scalar, spec: Key, report: Report, name: str) -> int | float | None:
    text = node.value.strip()
    try:
        number: int | float = int(text) if spec.kind == "whole" else float(text)
        if not isfinite(number) or "_" in text:
            raise ValueError(text)
    except (ValueError, OverflowError):
        report.add(node, f"“{name}” must be {_called(spec)}, not “{text}”")
        return None
    if (spec.low is not None and number < spec.low) or (
        spec.high is not None and number > spec.high
    ):
        report.add(node, f"“{name}” must be {_called(spec)}, not {text}")
        return None
    return number


def _word(node: Scalar, spec: Key, report: Report, name: str) -> str | None:
    word = node.value.strip()
    if not word and not spec.values:
        report.add(node, f"“{name}” is empty")
        return None
    if spec.values and word not in spec.values:
        report.add(node, f"“{name}” cannot be “{word}”" + did_you_mean(word, spec.values))
        return None
    return word


def _words(node: Node, spec: Key, report: Report, name: str) -> tuple[str, ...]:
    nodes = node.items if isinstance(node, Sequence) else (node,)
    found = []
    if isinstance(node, Scalar) and not node.style and ", " in node.value:
        report.add(node, f"“{name}” must be a list: [{node.value}]")
        return ()
    for entry in nodes:
        if isinstance(entry, Scalar):
            word = _word(entry, spec, report, name)
            if word:
                found.append(word)
        else:
            report.add(entry, f"“{name}” must be a list of words")
    return tuple(found)


def _called(spec: Key) -> str:
    names = {
        "text": "text",
        "word": "one word",
        "words": "a list of words",
        "whole": "a whole number",
        "number": "a number",
        "yes_no": "yes or no",
        "node": "a mapping",
    }
    called = names[spec.kind]
    if spec.low is not None and spec.high is not None:
        return f"{called} from {spec.low:g} to {spec.high:g}"
    if spec.low is not None:
        return f"{called} of at least {spec.low:g}"
    return called


def json_schema(spec: Key) -> dict[str, Any]:
    """What stands behind a key, as JSON Schema."""
    found: dict[str, Any] = {"description": spec.doc}
    match spec.kind:
        case "word" if spec.values:
            found["enum"] = list(spec.values)
        case "text" | "word":
            found["type"] = ["string", "number"]
        case "words":
            word = {"enum": list(spec.values)} if spec.values else {"type": "string"}
            found["anyOf"] = [word, {"type": "array", "items": word}]
        case "whole" | "number":
            found["type"] = "integer" if spec.kind == "whole" else "number"
            bounds = {"minimum": spec.low, "maximum": spec.high}
            found |= {name: limit for name, limit in bounds.items() if limit is not None}
        case "yes_no":
            found["enum"] = [True, False, *sorted(YES), *sorted(NO)]
        case _:
            pass
    return found


def mapping_schema(keys: Map[str, Key], title: str) -> dict[str, Any]:
    """A whole mapping, as JSON Schema."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        "type": "object",
        "properties": {name: json_schema(key) for name, key in keys.items()},
        "required": [name for name, key in keys.items() if key.required],
        "additionalProperties": False,
    }
