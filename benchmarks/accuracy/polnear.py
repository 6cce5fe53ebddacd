"""Reads PolNeAR (Newell, Margolin and Ruths 2018): articles with hand-marked attributions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

Span = tuple[int, int]


@dataclass(frozen=True)
class Attribution:
    """Who (source) said (cue) what (content); spans in code points of the text."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Document:
    """One article and its attributions, of the first annotator by name."""

    name: str
    text: str
    attributions: tuple[Attribution, ...] = field(default=())


def documents(folder: Path, part: str) -> Iterator[Document]:
    """The articles of `part` ("train", "dev"), by name.

    Args:
        folder: holds the parts, each with `text/` and `attributions/` (brat stand-off).
    """
    for path in sorted((folder / part / "text").glob("*.txt")):
        marked = sorted((folder / part / "attributions").glob(f"{path.stem}_*.ann"))
        if marked:
            with path.open(encoding="utf-8", newline="") as file:
                text = file.read()
            yield Document(path.stem, text, tuple(_attributions(marked[0])))


def _attributions(path: Path) -> Iterator[Attribution]:
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[list[str]] = []
    with path.open(encoding="utf-8", newline="") as file:
        lines = file.read().split("\n")
    for line in lines:
        parts = line.rstrip("\r").split("\t")
        if line.startswith("T") and len(parts) >= 2:
            _, _, places = parts[1].partition(" ")
            spans[parts[0]] = tuple(
                (int(a), int(b)) for a, b in (p.split(" ") for p in places.split(";"))
            )
        elif line.startswith("E") and len(parts) >= 2:
            events.append(parts[1].split())
    for event in events:
        found: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
        for argument in event:
            role, _, name = argument.partition(":")
            kind = role.rstrip("0123456789")
            if kind in found and name in spans:
                found[kind] += spans[name]
        yield Attribution(*(tuple(sorted(found[k])) for k in ("Source", "Cue", "Content")))
