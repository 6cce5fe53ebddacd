"""Quotations that a web page marks up: `blockquote`, `q`, and who signs them."""

from __future__ import annotations

import pytest
from reading import blocks_of, html_of

from auditor.engine.rule import Pack
from auditor.layers.analysis import LazyAnalysis
from auditor.readers import read

PROSE = (
    "<p>The harbour board met on Monday to settle the fees for the summer, and it heard from the "
    "owners of nine boats.</p><p>The hall on the quay was full until the lamps were put out and "
    "everybody had gone home.</p>"
)


def page(words: str) -> str:
    return f"<html lang=en><article><h1>Fees at the harbour go up</h1>{PROSE}{words}{PROSE}"


def quoted(pack: Pack, words: str) -> list[tuple[str, str | None]]:
    found = read(page(words).encode(), path="a.html", identify=lambda _: None, max_bytes=10**6)
    quotes = LazyAnalysis(found, pack.lexicon).layer("quotes")
    return [(found.text[q.start : q.end], q.speaker and q.speaker.name) for q in quotes]


def test_block_quotations_side_by_side_are_two(pack: Pack) -> None:
    words = (
        "<blockquote><p>We can not pay that.</p><p>We never could.</p></blockquote>"
        "<blockquote>The fees are fair.</blockquote>"
    )
    found = [said for said, _ in quoted(pack, words)]
    assert found == ["We can not pay that.\n\nWe never could.", "The fees are fair."]


def test_a_block_that_breaks_off_goes_on_in_the_next(pack: Pack) -> None:
    words = "<blockquote>We can not pay</blockquote><blockquote>that fee.</blockquote>"
    assert [said for said, _ in quoted(pack, words)] == ["We can not pay\n\nthat fee."]


@pytest.mark.parametrize(
    "words",
    [
        "<blockquote><p>We can not pay.</p><footer>— <cite>Ann Reed</cite>, skipper</footer>"
        "</blockquote>",
        "<blockquote><p>We can not pay.</p><footer>Ann Reed, skipper</footer></blockquote>",
        "<blockquote>We can not pay. <cite>Ann Reed</cite></blockquote>",
        "<blockquote>We can not pay.<br><cite>Ann Reed, skipper</cite></blockquote>",
        "<blockquote><p>We can not pay. — <cite>Ann Reed</cite></p></blockquote>",
        "<blockquote><p>We can not pay.</p><cite>– Ann Reed</cite></blockquote>",
        "<figure><blockquote>We can not pay.</blockquote><figcaption>Ann Reed, skipper</figcaption>"
        "</figure>",
    ],
)
def test_who_signs_a_block_is_its_speaker(pack: Pack, words: str) -> None:
    behind = "<blockquote>The fees are fair.<footer>Tom Poe</footer></blockquote>"
    assert quoted(pack, words + behind) == [
        ("We can not pay.", "Ann Reed"),
        ("The fees are fair.", "Tom Poe"),
    ]


def test_a_cited_work_in_a_block_signs_nothing(pack: Pack) -> None:
    words = "<blockquote>I read <cite>Quay and Tide</cite> twice and wept.</blockquote>"
    assert quoted(pack, words)[0][0] == "I read Quay and Tide twice and wept."


def test_a_caption_of_a_picture_stays_a_caption() -> None:
    words = (
        "<figure><img src=a.jpg><blockquote>We can not pay.</blockquote></figure>"
        "<figure><img src=b.jpg><figcaption>The quay at night, seen from the bridge</figcaption>"
        "</figure>"
    )
    kinds = {text: kind for kind, text in blocks_of(html_of(page(words)))}
    assert kinds["The quay at night, seen from the bridge"] == "caption"


def test_q_is_a_quotation_in_marks(pack: Pack) -> None:
    words = (
        "<p>The skipper Ann Reed said <q>we can not pay, and <q>fair</q> it is not</q> later.</p>"
    )
    said = quoted(pack, words)
    assert said == [("we can not pay, and ‘fair’ it is not", "Ann Reed"), ("fair", "Ann Reed")]


@pytest.mark.parametrize("inner", ["“We can not pay”", "&ldquo;We can not pay&rdquo;"])
def test_q_with_marks_of_its_own_gets_no_more(inner: str) -> None:
    found = html_of(page(f"<p>“No,” she said. <q>{inner}</q>, said Ann Reed.</p>"))
    assert "said. “We can not pay”, said Ann" in found.text


def test_a_place_in_q_leads_to_the_file() -> None:
    file = page("<p>Ann Reed said <q>we can not pay</q> and left.</p>")
    found = html_of(file)
    line = file.index("we can not pay") + 1
    assert found.locate(found.text.index("we can not pay")).column == line
    assert found.locate(found.text.index("“we")).column == file.index("<q>") + 1
    assert found.locate(found.text.index("and left")).column == file.index("and left") + 1
