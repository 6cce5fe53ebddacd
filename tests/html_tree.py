"""Reads pages back as a tree, for tests of what stands on them."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from html_articles import harbour
from html_fixture import run

from auditor.load.look import load_look
from auditor.writers.html import article_page

REPORTS = Path(__file__).parents[1] / "reports"


LOOK = load_look(REPORTS)


VOID = {"meta", "link", "input", "br", "img", "circle", "path", "rect", "use"}


class Node:
    """As much of a tree as the tests ask for."""

    def __init__(self, tag: str, attrs: dict[str, str], parent: Node | None) -> None:
        self.tag, self.attrs, self.parent = tag, attrs, parent
        self.children: list[Node | str] = []

    @property
    def classes(self) -> set[str]:
        return set(self.attrs.get("class", "").split())

    def all(self) -> list[Node]:
        found = []
        for child in self.children:
            if isinstance(child, Node):
                found += [child, *child.all()]
        return found

    def find(self, tag: str = "", cls: str = "", **attrs: str) -> list[Node]:
        return [
            n
            for n in self.all()
            if (not tag or n.tag == tag)
            and (not cls or cls in n.classes)
            and all(n.attrs.get(k) == v for k, v in attrs.items())
        ]

    def one(self, tag: str = "", cls: str = "", **attrs: str) -> Node:
        found = self.find(tag, cls, **attrs)
        assert len(found) == 1, (tag, cls, attrs, len(found))
        return found[0]

    def text(self, without: tuple[str, ...] = ()) -> str:
        if self.classes & set(without):
            return ""
        return "".join(c if isinstance(c, str) else c.text(without) for c in self.children)


class Tree(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Node("", {}, None)
        self.feed(page)
        self.close()
        assert self.here is self.root, f"<{self.here.tag}> is never closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {k: v or "" for k, v in attrs}, self.here)
        self.here.children.append(node)
        if tag not in VOID:
            self.here = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.here.children.append(Node(tag, {k: v or "" for k, v in attrs}, self.here))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.here.tag == tag, f"</{tag}> closes <{self.here.tag}>"
            assert self.here.parent is not None
            self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def page(article: dict[str, Any] | None = None, **head: Any) -> Node:
    return Tree(article_page(run(**head), article or harbour(), LOOK)).root


def squeezed(text: str) -> str:
    return " ".join(text.split())


def article_text(root: Node) -> str:
    section = root.one("section", id="text")
    return "".join(p.text(without=("ref",)) + "\n" for p in section.find("p") if "id" in p.attrs)


def notes(root: Node) -> list[Node]:
    return root.find("div", cls="f")


def rows(root: Node, section: str) -> list[list[str]]:
    body = root.one("section", id=section).find("tbody")[0]
    return [
        [squeezed(c.text()) for c in row.children if isinstance(c, Node)] for row in body.find("tr")
    ]
