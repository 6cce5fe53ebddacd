"""Chooses the flows of a page that are its article, and gives each its role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.article import BlockKind
from auditor.readers.html.assemble import pieces_at, pieces_of, words_of
from auditor.readers.html.body import Measures, container, inside, is_links, link_lists
from auditor.readers.html.characters import Piece
from auditor.readers.html.meta import About
from auditor.readers.html.names import HEADINGS
from auditor.readers.html.page import Page
from auditor.readers.html.signed import signed, with_dash

MAX_BYLINE = 120
"""Characters without white space; longer text about an author is no byline."""

MIN_DESCRIPTION = 3
"""Words; a shorter description of an image is a label."""

MIN_TITLE = 12
"""Characters; a shorter heading may begin the page's title by chance."""

_NEAR = 5
_FILE_NAME = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|avif)\Z", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BARS = frozenset("-–—|:·•»«/")
_TITLE_EDGE = " \t\n-–—|:·•»«/"


@dataclass(slots=True)
class Draft:
    """A block to be.

    Attributes:
        flow: its number on the page, -1 where it stands in the head.
        quote: the number of the block quotation's element that it belongs to, or 0.
    """

    kind: BlockKind
    pieces: list[Piece]
    flow: int
    quote: int = 0


@dataclass(slots=True)
class Chosen:
    """The blocks in order, and the flows between which the article's head stands."""

    drafts: list[Draft]
    head: tuple[int, int] = (0, -1)


def choose(page: Page, measures: Measures, said: About, outside: list[bool]) -> Chosen:
    """The article's blocks.

    Args:
        outside: for each element, whether it is furniture.
    """
    return _Choice(page, measures, said, outside).made()


def title_pieces(page: Page, said: About) -> list[Piece]:
    """The page's title, without the outlet's name behind it; empty where it has none."""
    for place in said.titles:
        pieces = pieces_at(page, place)
        words = words_of(pieces)
        if words and said.outlet and words.endswith(said.outlet):
            shorter = words[: -len(said.outlet)]
            kept = shorter.rstrip(_TITLE_EDGE)
            if kept and len(kept) < len(shorter):
                return list(_cut(pieces, len(kept)))
        if words:
            return pieces
    return []


def begins_title(words: str, title: str) -> bool:
    """Whether a title is these words and, behind a dash or bar, the outlet's or section's name."""
    rest = title[len(words) :].lstrip()
    return len(words) >= MIN_TITLE and title.startswith(words) and rest[:1] in _BARS


class _Choice:
    def __init__(self, page: Page, measures: Measures, said: About, outside: list[bool]) -> None:
        self._page, self._measures, self._said, self._outside = page, measures, said, outside
        self._body = container(page, measures, outside)
        self._lists = link_lists(page, measures)
        self._title = title_pieces(page, said)
        self._lead = 0

    def made(self) -> Chosen:
        page = self._page
        body = [i for i, flow in enumerate(page.flows) if self._is_inside(flow.node)]
        if not body:
            return Chosen([])
        headline = self._headline(body)
        first = body[0] if headline is None else min(body[0], headline)
        prose = self._measures.prose
        self._lead = next((i for i in range(first, body[-1] + 1) if prose[i]), first)
        drafts: list[Draft] = []
        if headline is None and self._title:
            drafts.append(Draft("headline", self._title, -1))
        images = iter(self._images(first, body[-1]))
        image = next(images, None)
        for index in range(first, body[-1] + 1):
            while image and image.flow <= index:
                drafts.append(image)
                image = next(images, None)
            if index == headline:
                drafts.append(Draft("headline", pieces_of(page, page.flows[index]), index))
                continue
            node = page.flows[index].node
            # What heads a list of links goes with it.
            if (
                self._lists[node]
                and drafts
                and drafts[-1].kind == "subhead"
                and drafts[-1].flow == index - 1
            ):
                drafts.pop()
            made = self._drafts(index)
            drafts += (d for d in made if self._belongs(d, body[0], headline))
        while image:
            drafts.append(image)
            image = next(images, None)
        while drafts and drafts[-1].kind == "subhead":
            drafts.pop()
        return Chosen(_without_repeats(drafts), (first, self._lead))

    def _is_inside(self, node: int) -> bool:
        return inside(self._measures, node, self._body)

    def _drafts(self, index: int) -> Iterator[Draft]:
        """The block that a flow makes, and one for what signs a block quotation."""
        draft = self._draft(index)
        if draft is None:
            return
        flow = self._page.flows[index]
        draft.quote = max(self._page.nodes[flow.node].quote, 0)
        if draft.kind == "quote":
            words, name = signed(self._page, flow)
            if name:
                kept = [words, name] if words_of(words) else [name]
                yield from (Draft("quote", part, index, draft.quote) for part in kept)
                return
        elif draft.kind == "caption" and (quote := self._captioned(index)):
            draft = Draft("quote", with_dash(draft.pieces), index, quote)
        yield draft

    def _captioned(self, index: int) -> int:
        """The block quotation whose author a figure's caption names, or 0."""
        nodes, page = self._page.nodes, self._page
        figure = nodes[page.flows[index].node].figure
        pictured = any(nodes[number].figure == figure for _, number, _ in page.images)
        if figure < 0 or pictured:
            return 0
        last = self._measures.last[figure]
        return next((n for n in range(figure, last + 1) if nodes[n].quote == n), 0)

    def _draft(self, index: int) -> Draft | None:
        """The block that a flow makes; None for furniture."""
        flow = self._page.flows[index]
        node = self._page.nodes[flow.node]
        if self._outside[flow.node] or self._lists[flow.node]:
            return None
        kind: BlockKind = "quote" if node.quote >= 0 else "body"
        if self._is_byline(index):
            kind = "byline"
        elif node.caption:
            kind = "caption"
        elif is_links(self._page, self._measures, index):
            return None
        elif self._heading(index):
            kind = "subhead"
        pieces = pieces_of(self._page, flow)
        return Draft(kind, pieces, index) if words_of(pieces) else None

    def _belongs(self, draft: Draft, body: int, headline: int | None) -> bool:
        """Between headline and body, and above the headline, only what is clearly the article's."""
        if draft.flow >= body and (headline is None or draft.flow > headline):
            return True
        if headline is not None and draft.flow < headline:
            return bool(self._measures.prose[draft.flow]) or draft.kind == "byline"
        dated = _YEAR.search(words_of(draft.pieces)) is not None
        return (
            dated or draft.kind not in ("body", "quote") or bool(self._measures.prose[draft.flow])
        )

    def _is_byline(self, index: int) -> bool:
        """A short line that mostly names an author, or that names one above the first prose."""
        size = self._measures.sizes[index]
        parts = self._page.flows[index].parts
        named = sum(end - start for start, end, node in parts if self._page.nodes[node].byline)
        most = 2 * named >= size or index < self._lead
        return size <= MAX_BYLINE and named > 0 and most

    def _heading(self, index: int) -> str:
        """The name of the heading that a flow is; empty for other text."""
        number = self._page.flows[index].node
        node = self._page.nodes[number]
        if node.name in HEADINGS:
            return node.name
        parent = self._page.nodes[node.parent].name if number else ""
        # A heading that holds more lacks its end tag.
        alone = number and self._measures.totals[node.parent] == self._measures.sizes[index]
        return parent if alone and parent in HEADINGS else ""

    # Headline

    def _headline(self, body: list[int]) -> int | None:
        """The flow that is the headline: what says the title, else the nearest first heading."""
        page, said = self._page, self._said
        title = _plain(words_of(self._title))
        first_headings: list[int] = []
        for index in range(body[-1] + 1):
            flow = page.flows[index]
            near = index <= body[0] + _NEAR
            heading = self._heading(index)
            if self._outside[flow.node] or not (heading == "h1" or (title and near)):
                continue
            size = self._measures.sizes[index]
            if heading != "h1" and (self._measures.linked[index] or size > len(title) * 8):
                continue
            words = _plain(words_of(pieces_of(page, flow)))
            if not words or (said.outlet and words == _plain(said.outlet)):
                continue
            if words == title or begins_title(words, title):
                return index
            if heading == "h1":
                first_headings.append(index)
        inner = [index for index in first_headings if self._is_inside(page.flows[index].node)]
        before = [index for index in first_headings if index < body[0]]
        return inner[0] if inner else before[-1] if before else None

    # Images

    def _images(self, first: int, last: int) -> Iterator[Draft]:
        """The descriptions of the article's images that have no caption."""
        page = self._page
        captioned = {
            figure
            for flow in page.flows
            if page.nodes[flow.node].caption and (figure := page.nodes[flow.node].figure) >= 0
        }
        for flows, number, place in page.images:
            node = page.nodes[number]
            if not first < flows <= last + 1 or self._outside[number] or self._lists[number]:
                continue
            if node.figure in captioned or (node.link >= 0 and node.figure < 0):
                continue
            pieces = pieces_at(page, place)
            words = words_of(pieces)
            if len(words.split()) >= MIN_DESCRIPTION and not _FILE_NAME.search(words):
                yield Draft("caption", pieces, flows)


def _without_repeats(drafts: list[Draft]) -> list[Draft]:
    """Leaves out descriptions of images that say what another block says."""
    said = {_plain(words_of(d.pieces)) for d in drafts if d.kind == "headline"}
    result = []
    for draft in drafts:
        words = _plain(words_of(draft.pieces))
        if draft.kind != "caption" or words not in said:
            result.append(draft)
        if draft.kind == "caption":
            said.add(words)
    return result


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _cut(pieces: list[Piece], length: int) -> Iterator[Piece]:
    for piece in pieces:
        if length <= 0:
            return
        kept = piece.text[:length]
        end = piece.end if kept == piece.text else piece.at + len(kept)
        yield piece._replace(text=kept, end=end)
        length -= len(kept)
