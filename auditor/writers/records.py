"""Records to JSON values: generated from the item records, never mapped by hand.

An item gets an `id` and its `text`; links become ids; a `PartialDate` prints as ISO 8601;
what no word list could decide is null.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, cast, get_type_hints

from auditor.items import RECORDS, UNKNOWN, Item, Link, Speaker, item_id
from auditor.partial_date import PartialDate

SKIPPED = frozenset({"number"})


def layer_items(layer: str, items: tuple[Item, ...], text: str) -> list[dict[str, Any]]:
    """The JSON array of one layer."""
    return [_item(layer, item, text) for item in items]


def record(value: Any, text: str) -> Any:
    """Any record, nested ones included; whatever has a start and an end gets its `text`."""
    if value is None or value is UNKNOWN:
        return None
    if isinstance(value, PartialDate | date):
        return str(value)
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, Mapping):
        return {k: record(v, text) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [record(v, text) for v in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(value, text, _links(cast(Any, type(value))))
    return value


def _item(layer: str, item: Item, text: str) -> dict[str, Any]:
    return {
        "id": item_id(layer, item.number),
        **_plain(item, text, _links(cast(Any, RECORDS[layer]))),
    }


def _plain(value: Any, text: str, links: Mapping[str, Link]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for entry in fields(value):
        name = entry.name
        if name in SKIPPED:
            continue
        part = getattr(value, name)
        link = links.get(name)
        if link is not None and not link.via:
            found[name] = _ids(link.layer, part)
        else:
            found[name] = record(part, text)
        if name == "end" and isinstance(part, int):
            found["text"] = text[value.start : value.end]
    return found


def _ids(layer: str, part: Any) -> Any:
    if part is None or part is UNKNOWN:
        return None
    if isinstance(part, tuple):
        return [item_id(layer, number) for number in part]
    return item_id(layer, part)


@cache
def _links(record_type: Any) -> dict[str, Link]:
    """Fields of a record that are links, by name."""
    if record_type is Speaker:
        return {"source": Link("sources")}
    if not issubclass(record_type, Item):
        return {}
    hints = get_type_hints(record_type, include_extras=True)
    found = {}
    for name, hint in hints.items():
        link = next((n for n in getattr(hint, "__metadata__", ()) if isinstance(n, Link)), None)
        if link is not None:
            found[name] = link
    return found
