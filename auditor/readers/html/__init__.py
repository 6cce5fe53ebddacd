"""HTML: the article's prose on a web page, mapped back to the file run by run.

Nothing is fetched and no script is run. What the page shows to nobody, its navigation,
comments, adverts and lists of links are left out.
"""

from __future__ import annotations

from auditor.article import Link
from auditor.readers.frontmatter import FrontMatter
from auditor.readers.html.assemble import add, words_of
from auditor.readers.html.body import furniture, measure
from auditor.readers.html.characters import Piece
from auditor.readers.html.meta import about, absolute, time_in_head
from auditor.readers.html.page import build
from auditor.readers.html.select import begins_title, choose, title_pieces
from auditor.readers.mapped import MappedText
from auditor.readers.prose import Prose


def read_html(file: str, front: FrontMatter) -> Prose:
    """The article on a page: headline, bylines, subheads, paragraphs and captions as blocks.

    Headline is the heading that says the page's title, else the heading of level 1 in the
    body or nearest before it, else the title where it stands in the page's head. `front` is
    unused: a page states such things by itself.
    """
    del front
    page = build(file)
    said = about(page)
    measures = measure(page)
    chosen = choose(page, measures, said, furniture(page, measures))
    if not any(draft.kind in ("body", "quote") for draft in chosen.drafts):
        chosen = choose(page, measures, said, [False] * len(page.nodes))
    text = MappedText()
    spans = [s for draft in chosen.drafts for s in add(text, draft.kind, draft.pieces, draft.quote)]
    links = (
        Link(start, end, address)
        for start, end, number in spans
        if (address := absolute(page.get(page.nodes[number].places, "href"), said.base))
    )
    title = _line(title_pieces(page, said))
    headline = next((_line(d.pieces) for d in chosen.drafts if d.kind == "headline"), "")
    if not title or begins_title(headline, title):
        title = headline
    return Prose(
        text.text,
        tuple(text.blocks),
        tuple(links),
        tuple(text.runs),
        title or None,
        stated=FrontMatter(
            published=said.published or time_in_head(page, *chosen.head),
            author=said.author,
            outlet=said.outlet,
            language=said.language,
            credits=said.credits,
        ),
        canonical=said.canonical,
    )


def _line(pieces: list[Piece]) -> str:
    return " ".join(words_of(pieces).split())
