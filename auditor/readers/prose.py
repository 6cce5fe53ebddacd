"""What a reader of one format makes of a decoded file."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.article import Block, Link


@dataclass(frozen=True, slots=True)
class Prose:
    """The text of an article with its blocks and links; `runs` as in `SourceMap`."""

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    runs: tuple[tuple[int, int], ...] = ()
    title: str | None = None
