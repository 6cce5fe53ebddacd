"""What a reader of one format makes of a decoded file."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.article import Block, Link
from auditor.readers.frontmatter import FrontMatter


@dataclass(frozen=True, slots=True)
class Prose:
    """The text of an article with its blocks and links; `runs` as in `SourceMap`.

    Attributes:
        stated: what the format itself says about the article; outranks front matter.
        canonical: the address under which the article was published.
    """

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    runs: tuple[tuple[int, int], ...] = ()
    title: str | None = None
    stated: FrontMatter | None = None
    canonical: str | None = None
