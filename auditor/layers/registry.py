"""Which function computes which layer. Adding a layer is: a record, a file, a line here."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from auditor.items import Reading

_WHERE = {
    "sentences": "segments",
    "paragraphs": "segments",
    "quotes": "attribution",
    "statements": "attribution",
    "sources": "attribution",
    "dates": "dates",
    "date_conflicts": "date_conflicts",
    "wires": "wires",
    "passages": "passages",
    "article": "whole",
}

LAYERS = tuple(_WHERE)
"""Every layer that is computed from the article, in the order of the JSON."""


def compute(layer: str) -> Callable[[Reading], tuple[Any, ...]]:
    """The function that computes a layer; its module is imported when first asked for.

    Raises:
        KeyError: no such layer.
    """
    module = import_module(f"auditor.layers.{_WHERE[layer]}")
    function: Callable[[Reading], tuple[Any, ...]] = getattr(module, layer)
    return function
