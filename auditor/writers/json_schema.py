"""The JSON Schema of the output, generated from the records that make it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from auditor.article import Block
from auditor.auditing import OUTPUT_LAYERS
from auditor.findings import CategoryScore, Decision, Finding, Related
from auditor.items import RECORDS, Item, Link, Readability, Speaker, Unknown
from auditor.partial_date import PartialDate
from auditor.writers.json import SCHEMA_VERSION
from auditor.writers.records import SKIPPED

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
MAYBE_TEXT: Schema = {"type": ["string", "null"]}
NUMBER: Schema = {"type": "number"}
COUNT: Schema = {"type": "integer", "minimum": 0}
TENTHS: Schema = {"type": "number", "minimum": 0}


def json_schema() -> Schema:
    """Draft 2020-12. Keys may be added in version 1; those required here stay."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "auditor output",
        "description": "What “auditor audit --format json” prints. Offsets are code points.",
        **_object(
            {
                "schema_version": {"const": SCHEMA_VERSION},
                "tool": _object(
                    dict.fromkeys(("name", "version", "pack", "pack_hash", "config_hash"), TEXT)
                    | {"today": MAYBE_TEXT}
                ),
                "categories": _list(
                    _object({"id": TEXT, "title": TEXT, "letter": TEXT, "cap": NUMBER})
                ),
                "rules": _map(
                    _object(
                        dict.fromkeys(("title", "category", "severity", "why", "advice"), TEXT)
                        | dict.fromkeys(("standards", "languages"), _list(TEXT))
                    )
                ),
                "articles": _list(_article()),
                "links": _list({"type": "object"}),
                "summary": {"type": "object"},
                "gate": _object({"passed": {"type": "boolean"}, "failed": _list(TEXT)}),
                "errors": _list(_object({"path": TEXT, "message": TEXT})),
            }
        ),
        "$defs": {layer: _item(layer) for layer in OUTPUT_LAYERS}
        | {
            "finding": _record(Finding) | {"description": _summary(Finding)},
            "decision": _record(Decision),
            "related": _record(Related),
        },
    }


def _article() -> Schema:
    return _object(
        {
            "path": TEXT,
            **dict.fromkeys(("title", "language", "published"), MAYBE_TEXT),
            **dict.fromkeys(("author", "outlet", "canonical"), MAYBE_TEXT),
            "language_basis": TEXT,
            "sha256": TEXT,
            "bytes": COUNT,
            "words": COUNT,
            "text": TEXT,
            "blocks": _list(_record(Block)),
            "score": {"type": ["number", "null"], "minimum": 0, "maximum": 100},
            "pass_mark": COUNT,
            "verdict": {"enum": ["publish", "revise", "incomplete"]},
            "reasons": _list(TEXT),
            "coverage": _object({"applicable": COUNT, "selected": COUNT}),
            "categories": _map(
                _object(dict.fromkeys((f.name for f in fields(CategoryScore)), NUMBER))
            ),
            "findings": _list({"$ref": "#/$defs/finding"}),
            "passed": _list(TEXT),
            "not_applicable": _list(_object({"rule": TEXT, "reason": TEXT})),
            "undecided": _list(_object({"layer": TEXT, "reason": TEXT})),
            "errors": _list(
                {
                    "type": "object",
                    "properties": {"rule": TEXT, "layer": TEXT, "message": TEXT},
                    "required": ["message"],
                }
            ),
            **{layer: _list({"$ref": f"#/$defs/{layer}"}) for layer in OUTPUT_LAYERS},
            "readability": {"anyOf": [_record(Readability), {"type": "null"}]},
        }
    )


def _item(layer: str) -> Schema:
    schema = _record(RECORDS[layer])
    schema["properties"] = {"id": TEXT} | schema["properties"]
    schema["required"] = ["id", *schema["required"]]
    return schema | {"description": _summary(RECORDS[layer])}


def _record(record: type) -> Schema:
    hints = get_type_hints(record, include_extras=True)
    found: dict[str, Schema] = {}
    for entry in fields(record):
        name = entry.name
        if name in SKIPPED and issubclass(record, Item):
            continue
        if record is Block and name == "quote":  # only the layers ask which quote goes on
            continue
        if record is Finding and name in ("points", "counted"):
            found[name] = TENTHS
        elif record is Speaker and name == "source":
            # Somebody whom only another's words name is no source.
            found[name] = MAYBE_TEXT
        else:
            found[name] = _type(hints[name])
        if name == "end" and record is not Block and "text" not in hints:
            found["text"] = TEXT
    return _object(found)


def _type(hint: Any) -> Schema:
    doc, link = "", None
    if get_origin(hint) is Annotated:
        hint, *notes = get_args(hint)
        doc = next((n for n in notes if isinstance(n, str)), "")
        link = next((n for n in notes if isinstance(n, Link)), None)
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    empty = any(p in (NoneType, Unknown) for p in parts)
    (core,) = [p for p in parts if p not in (NoneType, Unknown)]
    schema = _core(core, link)
    if empty:
        schema = {"anyOf": [schema, {"type": "null"}]}
    return schema | ({"description": doc} if doc else {})


def _core(core: Any, link: Link | None) -> Schema:
    if get_origin(core) is tuple:
        return _list(_core(get_args(core)[0], link))
    if link is not None and not link.via:
        return TEXT
    if get_origin(core) is Literal:
        return {"enum": list(get_args(core))}
    if core is Decision or core is Related:
        return {"$ref": f"#/$defs/{core.__name__.lower()}"}
    if is_dataclass(core) and isinstance(core, type) and core is not PartialDate:
        return _record(core)
    if get_origin(core) is not None and issubclass(get_origin(core), Mapping):
        return _map(TEXT)
    names = {bool: "boolean", int: "integer", float: "number", str: "string", date: "string"}
    return {"type": names.get(core, "string")}


def _summary(record: type) -> str:
    return " ".join((record.__doc__ or "").split("\n\n")[0].split())


def _object(properties: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": dict(properties), "required": list(properties)}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _map(values: Schema) -> Schema:
    return {"type": "object", "additionalProperties": values}
