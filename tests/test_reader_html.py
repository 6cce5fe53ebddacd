"""The HTML reader: which words of a page are the article, and where they stand in the file."""

from __future__ import annotations

from datetime import date
from html import unescape
from pathlib import Path

import pytest
from reading import MORE, PROSE, blocks_of, bodies, html_of

from auditor.article import Article, Location
from auditor.readers import Unreadable

PAGES = Path(__file__).parent / "articles" / "pages"


def page(name: str) -> Article:
    return html_of((PAGES / name).read_bytes(), name)


# Whole pages


def test_a_news_page_is_read_as_its_article_and_nothing_else() -> None:
    article = page("lock-gates-delayed.html")
    assert [(kind, words.split(" ", 2)[:2]) for kind, words in blocks_of(article)] == [
        ("headline", ["Lock", "gates"]),
        ("body", ["Skippers", "must"]),
        ("byline", ["By", "Petra"]),
        ("body", ["11", "February"]),
        ("caption", ["The", "old"]),
        ("body", ["ARDLEY,", "February"]),
        ("body", ["“We", "could"]),
        ("subhead", ["A", "longer"]),
        ("body", ["Until", "then"]),
        ("body", ["People", "familiar"]),
        ("quote", ["“Nobody", "warned"]),
        ("body", ["Read", "more:"]),
        ("body", ["The", "office"]),
    ]
    assert article.format == "html"


def test_a_news_page_says_who_wrote_it_when_and_where() -> None:
    article = page("lock-gates-delayed.html")
    assert article.title == "Lock gates delayed until spring, & boats wait"
    assert article.published == date(2025, 2, 11)
    assert article.author == "Petra Lindqvist, Owen Adair"
    assert article.outlet == "The Canal Courier"
    assert (article.language, article.language_basis) == ("en", "declared")
    assert article.credits == ("Lowland Press Agency", "Copyright 2025 The Canal Courier")
    assert article.canonical == "https://courier.example/news/lock-gates"
    assert ("river arm", "https://courier.example/news/river-arm") in [
        (article.text[link.start : link.end], link.url) for link in article.links
    ]


def test_a_page_without_paragraph_marks_falls_into_paragraphs_at_double_breaks() -> None:
    article = page("pasar-ikan-pindah.html")
    assert [(kind, words.split(" ", 2)[:2]) for kind, words in blocks_of(article)] == [
        ("headline", ["Pasar", "Ikan"]),
        ("byline", ["Oleh:", "Dewi"]),
        ("caption", ["Pedagang", "menata"]),
        ("body", ["TELUK", "WANA"]),
        ("body", ['"Atap', "pasar"]),
        ("body", ["Seorang", "pejabat"]),
        ("body", ["Ketua", "paguyuban"]),
    ]
    assert (article.language, article.published) == ("id", date(2025, 6, 17))
    assert (article.author, article.outlet) == ("Dewi Larasati", "Kabar Wana")


def test_a_page_laid_out_by_a_table_in_an_old_encoding_is_read() -> None:
    article = page("dockers-strike-ends.htm")
    assert [(kind, words.split(" ", 2)[:2]) for kind, words in blocks_of(article)] == [
        ("headline", ["Dockers", "at"]),
        ("body", ["By", "JONAS"]),
        ("body", ["SANKT", "ORM,"]),
        ("body", ["“We", "didn’t"]),
        ("body", ["A", "source"]),
        ("body", ["The", "port’s"]),
        ("body", ["Ships", "will"]),
    ]
    assert article.locate(article.text.index("A source")) == Location(15, 1)
    assert article.credits == ("Bay Wire Service",)
    assert article.title == "Dockers at Sankt Orm end their strike"


@pytest.mark.parametrize("name", sorted(path.name for path in PAGES.iterdir()))
def test_every_word_of_a_page_is_where_it_is_said_to_be(name: str) -> None:
    article = page(name)
    encoding = "cp1252" if name.endswith(".htm") else "utf-8"
    lines = (PAGES / name).read_text(encoding).split("\n")
    for block in article.blocks:
        words = article.text[block.start : block.end].split()
        offset = block.start
        for word in words:
            offset = article.text.index(word, offset)
            line, column = article.locate(offset)
            there = unescape(lines[line - 1][column - 1 :])
            assert there[0] == word[0]
            if "&" not in lines[line - 1] and "<" not in lines[line - 1][column:][: len(word)]:
                assert there.startswith(word)
            offset += len(word)


# Characters and places


def test_references_are_read_and_keep_true_places() -> None:
    article = html_of(
        "<p>Fish &amp; chips&nbsp;cost &pound5, &#8220;too much&#x201D; &notit; &bogus; R&D."
    )
    assert article.text == "Fish & chips\u00a0cost £5, “too much” ¬it; &bogus; R&D."
    for words, column in (("& chips", 9), ("chips", 15), ("cost", 26), ("£", 31), ("5", 37)):
        assert article.locate(article.text.index(words)) == Location(1, column)
    assert article.locate(article.text.index("it;")) == Location(1, 68)


def test_what_only_guides_the_typesetter_is_dropped_and_white_space_is_one_space() -> None:
    article = html_of("<p>The govern&shy;ment\n\t has <b> a </b> plan<wbr>ned road.</p>")
    assert article.text == "The government has a planned road."
    assert article.locate(article.text.index("ment")).column == 19
    assert article.locate(article.text.index("has")) == Location(2, 3)


def test_the_end_of_a_block_is_behind_its_last_character() -> None:
    article = html_of("<p>He said &ldquo;no&rdquo;</p>\n<p>She left.</p>")
    assert article.locate(article.blocks[0].end) == Location(1, 28)


def test_windows_newlines_do_not_move_places() -> None:
    article = html_of("<html>\r\n<p>One.</p>\r\n<p>Two.</p>")
    assert article.locate(article.text.index("Two")) == Location(3, 4)


# Which words


@pytest.mark.parametrize(
    "left_out",
    [
        "<nav><p>{}</p></nav>",
        "<aside><p>{}</p></aside>",
        "<footer><p>{}</p></footer>",
        "<form><p>{}</p></form>",
        "<p hidden>{}</p>",
        "<div aria-hidden='true'>{}</div>",
        "<div style='DISPLAY : none'>{}</div>",
        "<span class='x sr-only'>{}</span>",
        "<script>document.write('<p>{}</p>')</script>",
        "<style>{}</style>",
        "<template><p>{}</p></template>",
        "<noscript><p>{}</p></noscript>",
        "<!-- <p>{}</p> -->",
        "<div class='newsletter-box'><p>{}</p></div>",
        "<section id='comments'><p>{}</p></section>",
        "<ul><li><a href='/x'>{}</a></ul>",
        "<h3>Also</h3><ul><li><a href='/x'>{}</a></ul>",
        "<div><a href='/x'>{}</a></div>",
        "<svg><text>{}</text></svg>",
    ],
)
def test_furniture_and_what_nobody_sees_are_left_out(left_out: str) -> None:
    words = "A swan was seen again on the towpath near the mill"
    between = left_out.format(words)
    article = html_of(f"<article><h1>Boat sails</h1><p>{PROSE}</p>{between}<p>{MORE}</p></article>")
    assert blocks_of(article) == [("headline", "Boat sails"), ("body", PROSE), ("body", MORE)]


def test_a_sentence_that_is_a_link_is_still_a_sentence() -> None:
    article = html_of(f"<article><p>{PROSE}</p><p><a href='/x'>{MORE}</a></p></article>")
    assert bodies(article) == [PROSE, MORE]


def test_a_page_that_is_one_form_is_no_furniture() -> None:
    file = f"<form id='aspnetForm'><div><p>{PROSE}</p><p>{MORE}</p></div></form><p>Contact</p>"
    assert bodies(html_of(file)) == [PROSE, MORE]


def test_an_aside_without_its_end_tag_does_not_swallow_the_article() -> None:
    rest = f"<p>{MORE}</p>" * 4
    assert len(bodies(html_of(f"<article><p>{PROSE}</p><aside>{rest}</article>"))) == 5


def test_comments_longer_than_the_article_are_not_taken_for_it() -> None:
    comments = f"<div class='comment'><p>{MORE} {MORE}</p></div>" * 9
    file = f"<body class='comments-open'><div><p>{PROSE}</p></div><div>{comments}</div>"
    assert bodies(html_of(file)) == [PROSE]


def test_of_several_articles_the_longest_is_read() -> None:
    teasers = "".join(
        f"<article><h2><a href=/{n}>Teaser</a></h2><p>Short.</p></article>" for n in "ab"
    )
    file = f"<main>{teasers}<article><p>{PROSE}</p><p>{MORE}</p></article></main>"
    assert bodies(html_of(file)) == [PROSE, MORE]


def test_without_markup_the_densest_element_is_the_article() -> None:
    file = (
        "<div id=top>Weather: rain and later some sun</div>"
        f"<div id=m><div id=t><p>{PROSE}</p><p>{MORE}</p><p>{PROSE}</p></div></div>"
        "<div id=r><div>Swan on the towpath</div><div>Bakery opens its doors</div></div>"
    )
    assert bodies(html_of(file)) == [PROSE, MORE, PROSE]


def test_parts_of_an_article_between_adverts_belong_together() -> None:
    part, advert = "<div class=text><p>{}</p><p>{}</p></div>", "<div class=ad>Boots!</div>"
    long = part.format(PROSE * 4, MORE * 4)
    file = f"<div>{long}{advert}{part.format(PROSE, MORE)}</div><div>Swan on the towpath</div>"
    assert bodies(html_of(file)) == [PROSE * 4, MORE * 4, PROSE, MORE]


def test_a_short_report_is_told_from_a_long_menu_by_its_markup() -> None:
    file = (
        "<div>Weather</div><article><p>Rain today.</p><p>Sun later.</p></article><div>Tides</div>"
    )
    assert bodies(html_of(file)) == ["Rain today.", "Sun later."]


def test_a_page_of_short_lines_is_read_all_the_same() -> None:
    assert bodies(html_of("<p>Rain today.</p><p>Sun later.</p>")) == ["Rain today.", "Sun later."]


def test_body_blocks_are_paragraphs_items_cells_and_quotations() -> None:
    file = (
        f"<article><p>{PROSE}<div>Loose <i>text</i> here.</div>"
        "<ul><li>One fish<li>Two fish</ul>"
        "<blockquote>Somebody said so.</blockquote><table><tr><td>Tram<td>Bus</table>"
        "<dl><dt>Fare<dd>Two coins</dl><pre>Wire copy\nof one.\n\nAnd of two.</pre></article>"
    )
    assert bodies(html_of(file))[1:] == [
        *("Loose text here.", "One fish", "Two fish", "Tram", "Bus"),
        *("Fare", "Two coins", "Wire copy of one.", "And of two."),
    ]
    assert ("quote", "Somebody said so.") in blocks_of(html_of(file))


# Files that are not as they should be


@pytest.mark.parametrize(
    "file",
    [
        "<p>{0}<p>{1}",
        "</div></p><p>{0}</b></p></td></article><p>{1}</span>",
        "<table><tr><td><table><tr><td><p>{0}</td><td><p>{1}</table>",
        "<div><b><p>{0}</b></div><i><p>{1}",
        "<p title='>'>{0}</p><p class=a\">{1}</p>",
        "<title>Boat<p>{0}<p>{1}",
        "<p>{0}</p><!-- <p>never</p> --!><p>{1}</p><!-- open",
        "<a name=x><p>{0}<p>{1}",
        "<P>{0}</P  ><P\n>{1}",
    ],
)
def test_broken_markup_loses_no_prose(file: str) -> None:
    assert bodies(html_of(file.format(PROSE, MORE))) == [PROSE, MORE]


@pytest.mark.parametrize(
    "file",
    [
        "<div>" * 10_000 + PROSE,
        "<b>" * 10_000 + PROSE + "</i></p></div>" * 10_000,
        "<p>a <b>b " * 5_000,
        "<a href=x>" + "<div>" * 10_000 + "</a>" * 10_000 + PROSE,
        "<title>" * 10_000 + PROSE,
        "<table><tr><td>" * 5_000 + PROSE,
        f"<p>{PROSE}<a b=" + "\"<a c='" * 10_000,
    ],
)
def test_hostile_pages_are_read_to_the_end(file: str) -> None:
    assert html_of(file).blocks


@pytest.mark.parametrize(
    "file", ["<html></html>", "<nav></nav><p>&nbsp;</p>", "<script>var a = 1;"]
)
def test_a_page_without_words_is_refused(file: str) -> None:
    with pytest.raises(Unreadable, match="no article text"):
        html_of(file)
