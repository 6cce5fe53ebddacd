"""Who signs a block quotation: what stands in `cite`, `footer`, or the caption of its figure.

The HTML standard puts the attribution of a `blockquote` outside it or in its footer; pages
put it in `cite` as well. It becomes a block of its own behind a dash, as print has it.
"""

from __future__ import annotations

import re

from auditor.readers.html.assemble import pieces_of, words_of
from auditor.readers.html.characters import Piece
from auditor.readers.html.page import Flow, Page

_DASHED = re.compile(r"\s*[—–―-]")
_ENDED = re.compile(r"(?:[.!?…,:;—–―-][\"“”’»)]*|[\"”’»])\s*\Z")


def signed(page: Page, flow: Flow) -> tuple[list[Piece], list[Piece]]:
    """What a flow of a block quotation says, and who signs it; nobody where it does not tell.

    `<cite>` in the midst of a sentence is the title of a work.
    """
    parts = flow.parts
    first = len(parts)
    while first and page.nodes[parts[first - 1][2]].signs:
        first -= 1
    name = pieces_of(page, Flow(flow.node, parts[first:]))
    if not words_of(name):
        return pieces_of(page, flow), []
    words = pieces_of(page, Flow(flow.node, parts[:first]))
    said = "".join(piece.text for piece in words)
    if said and not _ENDED.search(said):
        return pieces_of(page, flow), []
    if _DASHED.match(said[-1:]):
        # “… — <cite>Name</cite>”: the dash that stands there signs it.
        return pieces_of(page, flow), []
    return words, with_dash(name)


def with_dash(name: list[Piece]) -> list[Piece]:
    """The words with a dash before them, if they have none; it takes the place of their first."""
    if not name or _DASHED.match(name[0].text):
        return name
    return [Piece("— ", name[0].at, name[0].at), *name]
