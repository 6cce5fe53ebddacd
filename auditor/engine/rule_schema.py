"""JSON Schema of rules, generated from the records' types and remarks; drives completion.

YAML language servers read it: `# yaml-language-server: $schema=rule.schema.json`. It is
looser than the loader, which checks names behind links and word lists as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from auditor.engine.parse_condition import BOUNDS, NEAR_KEYS
from auditor.engine.parse_example import EXPECT, GIVEN
from auditor.engine.parse_rule import KEYS
from auditor.items import RECORDS
from auditor.kinds import Severity
from auditor.schema import Key, json_schema
from auditor.vocabulary import VOCABULARY, Attribute

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that YAML language servers know best."""

PRESENCE: Schema = {"enum": ["none", "known"]}
PLAIN: Schema = {"type": ["string", "number", "boolean"]}
OPERAND: Schema = {"type": "string", "pattern": r"^\$"}


def rule_schema() -> Schema:
    """The schema of one rule file."""
    properties = {name: json_schema(key) for name, key in KEYS.items()}
    properties |= {
        "extends": {"type": "string", "description": "a shipped rule whose place this one takes"},
        "severity": _severity(),
        "phrases": _by_language(_strings(), KEYS["phrases"]),
        "except": _by_language(_strings(), KEYS["except"]),
        "pattern": _by_language({"type": "string"}, KEYS["pattern"]),
        "where": _described(KEYS["where"]),
        "unless": _described(KEYS["unless"]),
        "examples": _examples(),
    }
    required = [name for name, key in KEYS.items() if key.required]
    return {
        "$schema": DRAFT,
        "title": "auditor rule",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "if": {"required": ["extends"]},
        "else": {
            "required": required,
            "oneOf": [{"required": [key]} for key in ("select", "phrases", "pattern")],
        },
        "allOf": [_conditions_of(layer) for layer in RECORDS],
        "definitions": {f"on_{layer}": _condition(layer) for layer in RECORDS},
    }


def _conditions_of(layer: str) -> Schema:
    """`where` and `unless` speak of the attributes of the layer that is selected."""
    selects: Schema = {"properties": {"select": {"const": layer}}, "required": ["select"]}
    if layer == "text":
        selects = {"anyOf": [{"required": ["phrases"]}, {"required": ["pattern"]}]}
    condition = {"$ref": f"#/definitions/on_{layer}"}
    return {"if": selects, "then": {"properties": {"where": condition, "unless": condition}}}


def _condition(layer: str) -> Schema:
    own = {"$ref": f"#/definitions/on_{layer}"}
    properties: Schema = {
        "any": {"type": "array", "items": own, "description": "at least one of these holds"},
        "all": {"type": "array", "items": own, "description": "all of these hold"},
        "near": _near(),
    }
    linked = []
    for attribute in VOCABULARY[layer].values():
        properties[attribute.name] = _test(attribute)
        if attribute.kind in ("link", "record", "groups"):
            linked.append(attribute.name)
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": {rf"^({'|'.join(linked)})\.": {}} if linked else {},
        "additionalProperties": False,
    }


def _test(attribute: Attribute) -> Schema:
    doc = {"description": attribute.doc}
    empty = attribute.optional or attribute.kind == "list" or attribute.many
    presence = [PRESENCE] if empty else []
    match attribute.kind:
        case "words":
            word: Schema = {"enum": list(attribute.values)}
            several = {"type": "array", "items": word}
            options = [word, several, OPERAND, _mapping({"not": {"anyOf": [word, several]}})]
            return {"anyOf": [*presence, *options]} | doc
        case "text":
            several = {"type": "array", "items": PLAIN}
            tests: Schema = {"not": {"anyOf": [PLAIN, several]}, "matches": {"type": "string"}}
            return {"anyOf": [PLAIN, several, _mapping(tests)]} | doc
        case "yes_no":
            return {"enum": [True, False, "yes", "no"]} | doc
        case "number":
            bounds = {bound: {"anyOf": [{"type": "number"}, OPERAND]} for bound in BOUNDS}
            return {"anyOf": [*presence, {"type": "number"}, _mapping(bounds)]} | doc
        case "date":
            tests = {"before": PLAIN, "after": PLAIN}
            return {"anyOf": [*presence, PLAIN, _mapping(tests)]} | doc
        case "list":
            limit = {"type": ["number", "string"]}
            where = {"$ref": f"#/definitions/on_{attribute.layer}"}
            counted = dict.fromkeys(BOUNDS, limit) | {"where": where}
            return {"anyOf": [PRESENCE, _mapping(counted)]} | doc
        case _:
            return {"anyOf": [PRESENCE, {"type": "object"}]} | doc


def _near() -> Schema:
    properties = {name: json_schema(key) for name, key in NEAR_KEYS.items()}
    properties["where"] = {"type": "object"}
    return _mapping(properties) | {"required": ["within"]}


def _severity() -> Schema:
    word: Schema = {"enum": list(get_args(Severity))}
    step = {
        "type": "object",
        "propertyNames": word,
        "additionalProperties": {"type": "object"},
        "minProperties": 1,
        "maxProperties": 1,
    }
    ladder = {"type": "array", "items": {"anyOf": [word, step]}, "minItems": 1}
    return {"anyOf": [word, ladder], "description": KEYS["severity"].doc}


def _examples() -> Schema:
    given = _mapping(dict.fromkeys(GIVEN, PLAIN))
    example = _mapping({word: {"type": "string"} for word in EXPECT} | {"given": given})
    listed = {"type": "array", "items": example, "minItems": 1}
    return {"type": "object", "additionalProperties": listed, "description": KEYS["examples"].doc}


def _by_language(part: Schema, key: Key) -> Schema:
    parts = {"type": "object", "additionalProperties": part}
    return {"anyOf": [part, parts], "description": key.doc}


def _strings() -> Schema:
    return {"type": "array", "items": {"type": "string"}}


def _mapping(properties: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}


def _described(key: Key) -> Schema:
    return {"type": "object", "description": key.doc}
