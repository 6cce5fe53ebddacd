"""Messages: text with `{attribute}` in it, filled from the flagged item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from auditor.engine.conditions import THROUGH_NONE, Count, Path, distinct
from auditor.items import UNKNOWN, Analysis, Item
from auditor.partial_date import PartialDate

PLACEHOLDER = regex.compile(r"\{([^{}]*)\}")
MAX_SHOWN = 160
"""Longer texts are cut in a message, in code points; the finding holds the whole."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """`{path}` or `{path|fallback}`.

    Attributes:
        count: the filter that `where` puts on the list, if it does.
        near: the path starts at the item that `near` found.
    """

    path: Path
    count: Count | None = None
    fallback: str | None = None
    near: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """Plain text and placeholders, in order."""

    parts: tuple[str | Placeholder, ...]

    def fill(self, item: Item, analysis: Analysis, near: Item | None = None) -> str:
        """The message about `item`, in one line; `near` is what the rule's `near` found."""
        return " ".join("".join(self._pieces(item, analysis, near)).split())

    def _pieces(self, item: Item, analysis: Analysis, near: Item | None) -> Iterator[str]:
        for part in self.parts:
            if isinstance(part, str):
                yield part
                continue
            start = near if part.near else item
            value = part.path.follow(start, analysis) if start is not None else None
            if value in (None, UNKNOWN, THROUGH_NONE):
                yield ("" if part.path.group else "?") if part.fallback is None else part.fallback
            elif isinstance(value, tuple) and part.count is not None:
                found, _ = part.count.tally(distinct(value), item, analysis)
                yield f"{found} of {len(value)}" if part.count.where else str(len(value))
            else:
                yield show(value, part.path)


def show(value: object, path: Path) -> str:
    """A value as a reader expects it: dates in words, shares in per cent, lists as a number."""
    if isinstance(value, PartialDate):
        return in_words(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.0%}" if _is_share(path) else f"{value:.1f}".removesuffix(".0")
    if isinstance(value, tuple):
        if value and isinstance(value[0], str):
            return ", ".join(v.replace("_", " ") for v in value)
        return str(len(dict.fromkeys(value)))
    if path.last.kind == "words":
        text = str(value).replace("_", " ")
        return text.capitalize() if path.last.name.endswith("weekday") else text
    text = " ".join(str(value).split())
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1].rstrip() + "…"


def in_words(value: PartialDate) -> str:
    """“20 May 2025”, “May 2025”, “7 November”."""
    month = MONTHS[value.month - 1] if value.month and value.month <= 12 else value.month
    parts = [value.day, month, value.year]
    return " ".join(str(p) for p in parts if p is not None)


def _is_share(path: Path) -> bool:
    # Shares are the numbers between 0 and 1; an index such as the reading grade is not.
    return "share" in path.last.doc
