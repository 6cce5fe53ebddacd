"""A web page as elements and flows of text, built from its tags without recursion.

End tags that are missing are supplied and stray ones ignored, by the scopes of the HTML
standard's tree construction in a simplified form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from auditor.readers.html.characters import value
from auditor.readers.html.names import (
    BLOCKS,
    BYLINES,
    CELLS,
    HEADINGS,
    LISTS,
    ROOTS,
    ROWS,
    SCOPES,
    SILENT,
    TABLE_PARTS,
    UNSEEN_CLASSES,
    VOID,
)
from auditor.readers.html.scan import Place, Token, attributes, is_xml, scan

_UNDISPLAYED = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BLANK = re.compile(r"(?:\s|&nbsp;?|&#160;|&#x[aA]0;)*+")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n\s*")


@dataclass(slots=True)
class Node:
    """An element.

    Attributes:
        places: its attributes' values in the file.
        link: the number of the element that makes its text a link, or -1.
        silent: its text is not shown.
        figure: the number of the figure it is or stands in, or -1.
        byline, caption, pre, signs: it is one, or stands in one; the last is what names the
            author of a block quotation within it.
        quote: the number of the outermost block quotation it is or stands in, or -1.
    """

    name: str
    parent: int = -1
    places: dict[str, Place] = field(default_factory=dict)
    link: int = -1
    figure: int = -1
    silent: bool = False
    byline: bool = False
    caption: bool = False
    pre: bool = False
    quote: int = -1
    signs: bool = False


@dataclass(slots=True)
class Flow:
    """Text that runs on without a break between block-level edges: a paragraph, if all is well.

    Attributes:
        node: the innermost block-level element around it.
        parts: stretches of the file with the element each stands in; a line break is empty.
    """

    node: int
    parts: list[tuple[int, int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Page:
    """A decoded file taken apart.

    Attributes:
        nodes: elements in the order of their start tags, each after its parent; 0 is the page.
        flows: in the order of the file.
        images: for each image with a description: the number of flows begun before it,
            its element's number, and the place of the description.
        heads: `meta`, `link`, `base`, `html` and `time` elements, with their attributes.
        scripts: the contents of JSON-LD scripts.
        title: the place of the page's title.
    """

    file: str
    nodes: list[Node] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)
    images: list[tuple[int, int, Place]] = field(default_factory=list)
    heads: list[tuple[str, dict[str, Place], int]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    title: Place | None = None

    def get(self, places: dict[str, Place], name: str) -> str:
        """An attribute's decoded value, trimmed; empty where there is none."""
        if name not in places:
            return ""
        start, end = places[name]
        return value(self.file[start:end]).strip()


def build(file: str) -> Page:
    """The page in a decoded file; never fails."""
    return _Builder(file).page


class _Builder:
    def __init__(self, file: str) -> None:
        self.page = Page(file, [Node("body")])
        self._file = file
        self._xml = is_xml(file)
        self._open = [0]
        self._depths: dict[str, list[int]] = {}
        self._scopes = [0]
        self._blocks = [0]
        self._lists = [0]
        self._flow: Flow | None = None
        self._break: int | None = None
        for token in scan(file):
            if token.kind == "text":
                self._text(token.start, token.end)
            elif token.kind == "raw":
                self._raw(token)
            elif token.kind == "open":
                self._start(token)
            else:
                self._end(token)

    @property
    def _top(self) -> Node:
        return self.page.nodes[self._open[-1]]

    # Text

    def _text(self, start: int, end: int) -> None:
        node = self._top
        if node.silent:
            return
        if node.pre:
            position = start
            for gap in _EMPTY_LINE.finditer(self._file, start, end):
                self._stretch(position, gap.start())
                self._edge()
                position = gap.end()
            start = position
        self._stretch(start, end)

    def _stretch(self, start: int, end: int) -> None:
        blank = _BLANK.fullmatch(self._file, start, end) is not None
        if start == end or (blank and (self._flow is None or self._break is not None)):
            return
        if self._flow is None:
            self._flow = Flow(self._open[self._blocks[-1]])
            self.page.flows.append(self._flow)
        elif self._break is not None:
            self._flow.parts.append((self._break, self._break, self._open[-1]))
        self._break = None
        self._flow.parts.append((start, end, self._open[-1]))

    def _quotation_mark(self, at: int) -> None:
        """Notes a tag that stands for a mark: as an empty stretch, like a line break."""
        if self._top.silent:
            return
        if self._flow is None:
            self._flow = Flow(self._open[self._blocks[-1]])
            self.page.flows.append(self._flow)
        elif self._break is not None:
            self._flow.parts.append((self._break, self._break, self._open[-1]))
        self._break = None
        self._flow.parts.append((at, at, self._open[-1]))

    def _edge(self) -> None:
        self._flow = None
        self._break = None

    def _line_break(self, at: int) -> None:
        """Two breaks in a row end a paragraph."""
        if self._break is not None:
            self._edge()
        elif self._flow is not None:
            self._break = at

    def _raw(self, token: Token) -> None:
        if token.name == "title" and self.page.title is None and not self._top.silent:
            self.page.title = (token.start, token.end)
        elif token.name == "script":
            kind = self.page.get(self._top.places, "type").casefold()
            if kind.startswith("application/ld+json"):
                self.page.scripts.append(self._file[token.start : token.end])

    # Start tags

    def _start(self, token: Token) -> None:
        name = token.name
        places = attributes(self._file, token)
        if name in ("html", "base", "meta", "link", "time"):
            self.page.heads.append((name, places, len(self.page.flows)))
        if name in ROOTS:
            return
        if name in VOID:
            self._void(name, places, token)
            return
        self._supply_ends(name)
        if name in BLOCKS:
            self._edge()
        self._push(name, places)
        if name == "q":
            self._quotation_mark(token.start - len("<q"))
        if token.closed and self._xml:
            self._end(token)

    def _void(self, name: str, places: dict[str, Place], token: Token) -> None:
        if name == "br":
            self._line_break(token.start - 3)
        elif name == "hr":
            self._close_in_scope("p")
            self._edge()
        elif name == "img" and "alt" in places and not self._top.silent:
            image = Node("img", self._open[-1], places)
            if not self._is_hidden(image):
                self.page.images.append((len(self.page.flows), self._open[-1], places["alt"]))

    def _supply_ends(self, name: str) -> None:
        if name in BLOCKS:
            self._close_in_scope("p")
        if name == "li":
            self._close_above("li", max(self._lists[-1], self._scopes[-1]))
        elif name in ("dd", "dt"):
            for other in ("dd", "dt"):
                self._close_above(other, max(self._lists[-1], self._scopes[-1]))
        elif name in TABLE_PARTS:
            table = self._last("table")
            if name in CELLS:
                closing = CELLS
            elif name == "tr":
                closing = ROWS
            else:
                closing = TABLE_PARTS
            for other in closing:
                self._close_above(other, table)
        elif name == "a":
            self._unlink()
        elif name in HEADINGS and self._top.name in HEADINGS:
            self._close(len(self._open) - 1)

    def _push(self, name: str, places: dict[str, Place]) -> None:
        parent = self._top
        number = len(self.page.nodes)
        node = Node(
            name,
            self._open[-1],
            places,
            parent.link,
            number if name == "figure" else parent.figure,
            parent.silent or name in SILENT,
            parent.byline,
            parent.caption or name in ("figcaption", "caption"),
            parent.pre or name in ("pre", "listing"),
            parent.quote if parent.quote >= 0 or name != "blockquote" else number,
            parent.signs or (parent.quote >= 0 and name in ("cite", "footer")),
        )
        if name == "a" and "href" in places:
            node.link = number
        if places:
            node.silent = node.silent or self._is_hidden(node)
            node.byline = node.byline or self._is_byline(node)
            node.caption = node.caption or "caption-text" in self.page.get(places, "class")
        depth = len(self._open)
        self.page.nodes.append(node)
        self._open.append(number)
        self._depths.setdefault(name, []).append(depth)
        for group, names in (
            (self._scopes, SCOPES),
            (self._blocks, BLOCKS),
            (self._lists, LISTS),
        ):
            if name in names:
                group.append(depth)

    def _is_hidden(self, node: Node) -> bool:
        places = node.places
        return (
            ("hidden" in places and self.page.get(places, "hidden") != "until-found")
            or self.page.get(places, "aria-hidden").casefold() == "true"
            or ("style" in places and bool(_UNDISPLAYED.search(self.page.get(places, "style"))))
            or not UNSEEN_CLASSES.isdisjoint(self.page.get(places, "class").split())
        )

    def _is_byline(self, node: Node) -> bool:
        return (
            not BYLINES.isdisjoint(self.page.get(node.places, "class").casefold().split())
            or "author" in self.page.get(node.places, "rel").casefold().split()
            or "author" in self.page.get(node.places, "itemprop").split()
        )

    # End tags

    def _end(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self._line_break(token.start - 4)
        elif name in HEADINGS:
            open_one = max(HEADINGS, key=self._last)
            self._close_in_scope(open_one)
        elif name in TABLE_PARTS:
            self._close_above(name, self._last("table"))
        elif name in SCOPES:
            self._close_above(name, 0)
        elif name in BLOCKS:
            self._close_in_scope(name)
        elif name == "a":
            self._unlink()
        elif self._last(name) > self._blocks[-1]:
            if name == "q" and self._flow is not None:
                self._quotation_mark(token.start - len("</q"))
            self._close(self._last(name))

    def _last(self, name: str) -> int:
        depths = self._depths.get(name)
        return depths[-1] if depths else 0

    def _close_in_scope(self, name: str) -> None:
        self._close_above(name, self._scopes[-1])

    def _close_above(self, name: str, limit: int) -> None:
        depth = self._last(name)
        if depth > limit:
            self._close(depth)

    def _close(self, depth: int) -> None:
        for at in range(len(self._open) - 1, depth - 1, -1):
            name = self.page.nodes[self._open.pop()].name
            self._depths[name].pop()
            for group in (self._scopes, self._blocks, self._lists):
                if group[-1] == at:
                    group.pop()
            if name in BLOCKS:
                self._edge()

    def _unlink(self) -> None:
        """Ends the open link; blocks that were opened in it stay open, but are none of it."""
        if self._last("a") > self._blocks[-1]:
            self._close(self._last("a"))
            return
        for number in reversed(self._open):
            node = self.page.nodes[number]
            if node.link < 0:
                return
            node.link = -1
