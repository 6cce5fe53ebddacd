"""What a rule may test: each layer's attributes, read off the item records' types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from auditor import items, kinds
from auditor.items import Internal, Link, Unknown
from auditor.partial_date import PartialDate

Kind = Literal["words", "text", "yes_no", "number", "date", "link", "list", "record", "groups"]


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a layer.

    Attributes:
        kind: decides how a test's value is read.
        values: the words it may hold, for `words`.
        layer: where a link or a list leads.
        via: field of the nested record that holds the number, for such links.
        optional: it may be none.
        many: it holds several words at once; a test asks whether one is among them.
        fields: attributes of a nested record.
        derived: worked out when asked for, not stored.
    """

    name: str
    kind: Kind
    doc: str
    values: tuple[str, ...] = ()
    layer: str = ""
    via: str = ""
    optional: bool = False
    many: bool = False
    derived: bool = False
    fields: Mapping[str, Attribute] = field(default_factory=dict)


_PLAIN: dict[Any, Kind] = {
    bool: "yes_no",
    int: "number",
    float: "number",
    PartialDate: "date",
}


def _attribute(name: str, hint: Any, doc: str = "", derived: bool = False) -> Attribute | None:
    link: Link | None = None
    if get_origin(hint) is Annotated:
        hint, *notes = get_args(hint)
        if any(isinstance(note, Internal) for note in notes):
            return None
        link = next((note for note in notes if isinstance(note, Link)), None)
        doc = next((note for note in notes if isinstance(note, str)), doc)
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    optional = NoneType in parts
    (core,) = [p for p in parts if p not in (NoneType, Unknown)]
    many = get_origin(core) is tuple
    if many:
        core = get_args(core)[0]
    kind: Kind
    values: tuple[str, ...] = ()
    nested: dict[str, Attribute] = {}
    if link is not None:
        kind = "list" if many else "link"
    elif name == "confidence":
        kind, values = "words", get_args(kinds.Band)
    elif get_origin(core) is Literal:
        kind, values = "words", get_args(core)
    elif get_origin(core) is not None and issubclass(get_origin(core), Mapping):
        kind = "groups"
    elif isinstance(core, type) and is_dataclass(core) and core is not PartialDate:
        kind = "record"
        nested = {a.name: a for a in _of_record(core)}
    else:
        kind = _PLAIN.get(core, "text")
    return Attribute(
        name,
        kind,
        doc,
        values,
        link.layer if link else "",
        link.via if link else "",
        optional,
        many and kind == "words",
        derived,
        nested,
    )


def _of_record(record: type) -> Iterator[Attribute]:
    hints = get_type_hints(record, include_extras=True)
    for entry in fields(record):
        attribute = _attribute(entry.name, hints[entry.name])
        if attribute is not None:
            yield attribute


def _of_layer(layer: str) -> dict[str, Attribute]:
    found = {a.name: a for a in _of_record(items.RECORDS[layer])}
    for derived in (items.COMMON, items.DERIVED.get(layer, {})):
        for name, (hint, doc) in derived.items():
            attribute = _attribute(name, hint, doc, derived=True)
            if attribute is not None and name not in found:
                found[name] = attribute
    return found


VOCABULARY: dict[str, dict[str, Attribute]] = {layer: _of_layer(layer) for layer in items.RECORDS}
"""Layer name to its attributes by name."""

OPERATORS = frozenset({"any", "all", "near", "none", "known", "not", "where", "hits"})
"""Words with a meaning of their own in conditions; no attribute may bear one of them."""
