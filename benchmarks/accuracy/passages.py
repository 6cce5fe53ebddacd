"""Reads the labelled passages about sources in `source_passages/`, a file a language.

Each passage lists its sources in the order of first mention. `mentions` are exact words
of the text, `words@2` the second place where they stand; `not_sources` are noun phrases
that look like an unnamed source and are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import regex
import yaml

FOLDER = Path(__file__).parent / "source_passages"
_PLACE = regex.compile(r"@(\d+)$")

Span = tuple[int, int]


@dataclass(frozen=True)
class Gold:
    """One source as a careful editor sees it; spans in code points of the passage."""

    kind: str
    named: bool
    name: str | None
    mentions: tuple[Span, ...]
    people: str
    reason: Span | None
    basis: Span | None


@dataclass(frozen=True)
class Passage:
    """A few paragraphs with their sources. `trap`: it only looks as if one were unnamed."""

    id: str
    language: str
    trap: bool
    text: str
    sources: tuple[Gold, ...]
    not_sources: tuple[Span, ...]


def passages(language: str) -> Iterator[Passage]:
    """The passages of one language, in order.

    Raises:
        ValueError: words that are not in their passage; the message names it.
    """
    for entry in yaml.safe_load((FOLDER / f"{language}.yaml").read_text("utf-8")):
        text = entry["text"]

        def at(words: str, text: str = text, entry: dict[str, str] = entry) -> Span:
            try:
                return place(text, words)
            except ValueError as error:
                raise ValueError(f"{entry['id']}: {error}") from None

        yield Passage(
            id=entry["id"],
            language=language,
            trap=bool(entry.get("trap")),
            text=text,
            sources=tuple(
                Gold(
                    kind=source["kind"],
                    named=source["named"],
                    name=source.get("name"),
                    mentions=tuple(at(m) for m in source["mentions"]),
                    people=source["people"],
                    reason=at(source["reason"]) if source.get("reason") else None,
                    basis=at(source["knowledge_basis"]) if source.get("knowledge_basis") else None,
                )
                for source in entry["sources"]
            ),
            not_sources=tuple(at(words) for words in entry.get("not_sources") or ()),
        )


def place(text: str, words: str) -> Span:
    """Where the words stand as whole words; “words@2” asks for the second place."""
    marked = _PLACE.search(words)
    wanted = int(marked.group(1)) if marked else 1
    plain = words[: marked.start()] if marked else words
    spaced = r"\s+".join(map(regex.escape, plain.split()))
    found = [m.span() for m in regex.finditer(rf"(?<!\w){spaced}(?!\w)", text)]
    if len(found) < wanted:
        raise ValueError(f"“{plain}” does not stand in it {wanted} times")
    return found[wanted - 1]
