"""The article as every other part of the auditor sees it. Knows nothing else.

Offsets everywhere are code points into `Article.text`, end exclusive. Lines and
columns are 1-based and count code points too.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

BlockKind = Literal[
    "headline",
    "byline",
    "dateline",
    "lead",
    "body",
    "quote",
    "subhead",
    "caption",
    "boilerplate",
    "masthead",
]
PROSE = frozenset(("lead", "body", "quote"))
"""Blocks that are the article's running text; a quote is a block of somebody else's words."""

LanguageBasis = Literal["declared", "identified", "given", "unknown"]
"""How the language was decided: by the file, from the words, by the caller, or not at all."""


class Location(NamedTuple):
    """A place in the file: 1-based line and column, in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A run of `Article.text` with one role: readers set what the format tells, layers refine."""

    kind: BlockKind
    start: int
    end: int
    quote: int = 0
    """Quotes of equal number are one quotation, as far as the format tells."""


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink whose label is `text[start:end]`."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Leads from an offset in `Article.text` back to the file.

    Attributes:
        line_starts: offset of each line's first code point in the decoded file
            (byte-order mark dropped, newlines as `\\n`); the first is 0.
        runs: pairs (offset in the text, offset in the decoded file), ascending
            in the first, each true up to the next. Empty: both are the same.
    """

    line_starts: tuple[int, ...] = (0,)
    runs: tuple[tuple[int, int], ...] = ()

    def file_offset(self, offset: int) -> int:
        """The code point in the decoded file that `offset` of the text comes from."""
        if not self.runs:
            return offset
        index = max(bisect_right(self.runs, (offset, 1 << 60)) - 1, 0)
        in_text, in_file = self.runs[index]
        return in_file + (offset - in_text)

    def locate(self, offset: int) -> Location:
        """Line and column of `offset`; one behind the last character is allowed."""
        position = self.file_offset(offset)
        line = bisect_right(self.line_starts, position)
        return Location(line, position - self.line_starts[line - 1] + 1)


@dataclass(frozen=True, slots=True)
class Article:
    """One article, read and decoded.

    `text` is what layers and rules see. In plain text it is the file without its
    byte-order mark and with newlines as `\\n`; in Markdown and HTML it is the prose,
    mapped back run by run. The other fields are what the format says, never a guess.

    Attributes:
        path: the name the article is reported under.
        blocks: one per paragraph, in order, not overlapping.
        published: the day of publication that the file states.
        credits: credit fields the format gives (agency, copyright), as written.
        canonical: the address under which it was published, as the page states it.
        sha256: hex digest of the file's bytes.
    """

    text: str
    path: str = "-"
    format: Literal["text", "markdown", "html"] = "text"
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    language: str | None = None
    language_basis: LanguageBasis = "unknown"
    published: date | None = None
    author: str | None = None
    outlet: str | None = None
    credits: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    sha256: str = ""
    bytes: int = 0
    source: SourceMap = field(default_factory=SourceMap)
    canonical: str | None = None

    def locate(self, offset: int) -> Location:
        """Line and column in the file of an offset in `text`."""
        return self.source.locate(offset)
