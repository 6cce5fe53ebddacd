"""Finds the article on a page: which flows of text are its prose, which are furniture.

What markup says comes first (schema.org's articleBody and its like, `article`, `main`); without
it, the element that holds nearly all prose, prose being paragraphs of some length in which few
words are links: Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text
Features" (WSDM 2010), from where the bound on link density comes.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from auditor.readers.html.names import (
    BODIES,
    COMMENTS,
    DOUBTFUL,
    FURNITURE,
    FURNITURE_ROLES,
    HEADINGS,
    HINTED,
    HINTS,
)
from auditor.readers.html.page import Flow, Node, Page

LINK_DENSITY = 1 / 3
"""Text is furniture where a larger share of it is links."""

MIN_WORDS = 10
"""A shorter flow of text proves no prose."""

MOST = 0.5
"""An element that holds more of the page's prose is taken for no furniture on a hint."""

_NEARLY_ALL = {"body": 0.95, "article": 0.95, "main": 0.75}
"""Kinds of markup in the order of trust, with the share of prose that an inner element must
hold to be the article alone."""

_UNMARKED = 0.75
"""The same share where nothing is marked up."""

_HINT_SPLIT = re.compile(r"[\s_-]+")
_SENTENCE_END = re.compile(r"[.!?…。][\"'”’»)\]]*\Z")


@dataclass(slots=True)
class Measures:
    """What is counted once for a page.

    Attributes:
        sizes: for each flow, its characters without white space; `linked`: those in links.
        prose: for each flow, its size if it is prose, else 0.
        totals: for each element, the size of all flows in it.
        last: for each element, the number of the last element inside it.
    """

    sizes: list[int]
    linked: list[int]
    prose: list[int]
    totals: list[int]
    last: list[int]


def measure(page: Page) -> Measures:
    """Sizes and links of every flow."""
    sizes, linked, prose = [], [], []
    for flow in page.flows:
        size = links = words = 0
        for start, end, number in flow.parts:
            parts = page.file[start:end].split()
            length = sum(map(len, parts))
            words += len(parts)
            size += length
            if page.nodes[number].link >= 0:
                links += length
        sizes.append(size)
        linked.append(links)
        good = words >= MIN_WORDS and links <= LINK_DENSITY * size
        prose.append(size - links if good else 0)
    last = list(range(len(page.nodes)))
    for number in range(len(page.nodes) - 1, 0, -1):
        parent = page.nodes[number].parent
        last[parent] = max(last[parent], last[number])
    totals = _within(page, sizes, [False] * len(page.nodes))
    return Measures(sizes, linked, prose, totals, last)


def furniture(page: Page, measures: Measures) -> list[bool]:
    """For each element, whether it is navigation, comments, an advert or the like.

    What only hints at furniture is none where it holds most of the page's prose: the pages
    of some systems are one single form, and an aside may lack its end tag.
    """
    certain = _inherited(page, [_is_furniture(page, n) for n in range(len(page.nodes))])
    prose = _within(page, measures.prose, certain)
    bound = MOST * prose[0]
    doubtful = [
        certain[number] or (_is_doubtful(page, number) and prose[number] <= bound)
        for number in range(len(page.nodes))
    ]
    return _inherited(page, doubtful)


def container(page: Page, measures: Measures, outside: list[bool]) -> int:
    """The number of the element that holds the article's body."""
    headers = _inherited(page, [node.name == "header" for node in page.nodes])
    without = [a or b for a, b in zip(outside, headers, strict=True)]
    prose = _within(page, measures.prose, without)
    counts = _within(page, [int(size > 0) for size in measures.prose], without)
    weights = prose if prose[0] else _within(page, measures.sizes, without)
    for kind, share in _NEARLY_ALL.items():
        named = [n for n in range(len(page.nodes)) if not outside[n] and _named(page, n, kind)]
        best = max(named, key=lambda n: (weights[n], -n), default=-1)
        if best >= 0 and weights[best] >= MOST * weights[0]:
            return _descend(page, prose, counts, best, share)
    return _descend(page, prose, counts, 0, _UNMARKED)


def link_lists(page: Page, measures: Measures) -> list[bool]:
    """For each element, whether it is a list that consists of links."""
    linked = _within(page, measures.linked, [False] * len(page.nodes))
    lists = [
        node.name in ("ul", "ol", "menu") and linked[number] > MOST * measures.totals[number]
        for number, node in enumerate(page.nodes)
    ]
    return _inherited(page, lists)


def is_links(page: Page, measures: Measures, index: int) -> bool:
    """Whether a flow is furniture by its links: a paragraph only if it is nothing but a label."""
    flow, size, linked = page.flows[index], measures.sizes[index], measures.linked[index]
    if page.nodes[flow.node].name in ("p", "blockquote", *HEADINGS):
        return linked == size and not _SENTENCE_END.search(last_words(page, flow))
    return linked > MOST * size


def last_words(page: Page, flow: Flow) -> str:
    """The raw end of a flow, to be looked at for a full stop."""
    for start, end, _ in reversed(flow.parts):
        words = page.file[max(start, end - 12) : end].rstrip()
        if words:
            return words
    return ""


def _within(page: Page, amounts: list[int], outside: list[bool]) -> list[int]:
    """For each element, the sum over the flows in it that are not outside."""
    sums = [0] * len(page.nodes)
    for flow, amount in zip(page.flows, amounts, strict=True):
        if not outside[flow.node]:
            sums[flow.node] += amount
    for number in range(len(page.nodes) - 1, 0, -1):
        sums[page.nodes[number].parent] += sums[number]
    return sums


def _inherited(page: Page, marks: list[bool]) -> list[bool]:
    for number in range(1, len(page.nodes)):
        marks[number] = marks[number] or marks[page.nodes[number].parent]
    return marks


def _descend(page: Page, prose: list[int], counts: list[int], start: int, share: float) -> int:
    """The innermost element that still holds so large a share of the prose in `start`.

    It never is a single paragraph, nor one of several of the same class: those are parts of
    an article between its adverts.
    """
    alike: Counter[tuple[int, str, str]] = Counter()
    for number, node in enumerate(page.nodes):
        if prose[number]:
            alike[_likeness(page, node)] += 1
    best = start
    for number in range(start + 1, len(page.nodes)):
        node = page.nodes[number]
        if node.parent == best and prose[number] >= share * prose[start]:
            if counts[number] < 2 or (node.places and alike[_likeness(page, node)] > 1):
                break
            best = number
    return best


def _likeness(page: Page, node: Node) -> tuple[int, str, str]:
    return node.parent, node.name, page.get(node.places, "class")


def _is_furniture(page: Page, number: int) -> bool:
    node = page.nodes[number]
    if node.name in FURNITURE:
        return not node.signs
    if not node.places:
        return False
    if page.get(node.places, "role").casefold() in FURNITURE_ROLES:
        return True
    return node.name != "p" and not COMMENTS.isdisjoint(_labels(page, number).split())


def _is_doubtful(page: Page, number: int) -> bool:
    node = page.nodes[number]
    if node.name in DOUBTFUL:
        return True
    if node.name not in HINTED or not node.places:
        return False
    if page.get(node.places, "role").casefold() == "complementary":
        return True
    return not HINTS.isdisjoint(_HINT_SPLIT.split(_labels(page, number)))


def _labels(page: Page, number: int) -> str:
    places = page.nodes[number].places
    return f"{page.get(places, 'class')} {page.get(places, 'id')}".casefold()


def _named(page: Page, number: int, kind: str) -> bool:
    node = page.nodes[number]
    if kind == "body":
        if "articleBody" in page.get(node.places, "itemprop").split():
            return True
        labels = f"{_labels(page, number)} {page.get(node.places, 'name').casefold()}"
        return bool(node.places) and not BODIES.isdisjoint(labels.split())
    return node.name == kind or page.get(node.places, "role").casefold() == kind


def inside(measures: Measures, number: int, element: int) -> bool:
    """Whether an element is, or stands in, another."""
    return element <= number <= measures.last[element]
