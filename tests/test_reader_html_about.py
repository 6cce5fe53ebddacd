"""What a page says about its article: headline, byline, captions, day, author, language."""

from __future__ import annotations

from datetime import date

import pytest
from reading import MORE, PROSE, blocks_of, bodies, html_of

from auditor.article import Article, Location


def test_the_logo_is_not_the_headline() -> None:
    site = "<meta property=og:site_name content='Quay News'>"
    head = f"<title>Night boat sails | Quay News</title>{site}"
    top = "<header><h1>Quay News</h1></header>"
    with_heading = html_of(f"{head}{top}<article><h1>Boat is back</h1><p>{PROSE}</article>")
    assert blocks_of(with_heading)[0] == ("headline", "Boat is back")
    without = html_of(f"{head}{top}<article><p>{PROSE}</article>")
    assert blocks_of(without)[0] == ("headline", "Night boat sails")
    assert without.locate(0) == Location(1, 8)


def test_a_headline_in_any_element_is_known_by_the_pages_title_and_never_doubled() -> None:
    file = (
        '<meta property="og:title" content="Night boat sails again">'
        f"<article><div class=t>Night boat sails again</div><p>{PROSE}</p></article>"
    )
    article = html_of(file)
    assert blocks_of(article) == [("headline", "Night boat sails again"), ("body", PROSE)]
    assert article.locate(0).column == file.rindex("Night") + 1


def test_a_title_in_an_attribute_is_the_headline_where_nothing_else_is() -> None:
    file = f'<meta property="og:title" content="Fish &amp; ferries"><article><p>{PROSE}</article>'
    article = html_of(file)
    assert blocks_of(article)[0] == ("headline", "Fish & ferries")
    assert article.locate(5).column == file.index("&") + 1
    assert article.locate(7).column == file.index("ferries") + 1


def test_a_second_first_heading_is_a_subhead_and_one_that_heads_nothing_is_gone() -> None:
    file = f"<article><h1>Boat</h1><p>{PROSE}</p><h1>Ice</h1><p>{MORE}</p><h2>Tags</h2></article>"
    kinds = [kind for kind, _ in blocks_of(html_of(file))]
    assert kinds == ["headline", "body", "subhead", "body"]


def test_a_heading_without_its_end_tag_is_only_its_first_words() -> None:
    article = html_of(f"<div><h1>Boat sails<p>{PROSE}</p><p>{MORE}</p></div>")
    assert blocks_of(article) == [("headline", "Boat sails"), ("body", PROSE), ("body", MORE)]


def test_an_image_is_described_once() -> None:
    figure = "<figure><img alt='The boat at the quay'><figcaption>She sails.</figcaption></figure>"
    plain = (
        "<p><img src=b.jpg alt='Her rudder &amp; screw'></p><img alt=Logo><img alt='IMG 2 3.jpg'>"
    )
    article = html_of(f"<article><h1>Boat</h1><p>{PROSE}</p>{figure}{plain}<p>{MORE}</p></article>")
    captions = [words for kind, words in blocks_of(article) if kind == "caption"]
    assert captions == ["She sails.", "Her rudder & screw"]


def test_a_line_above_the_text_that_names_its_author_is_the_byline() -> None:
    line = "<div>Posted on <a href=/d>January 2, 2025</a> by <a class=author href=/a>Ana</a></div>"
    file = f"<article><h1>Boat</h1>{line}<div class=entry-content><p>{PROSE}</p></div></article>"
    assert ("byline", "Posted on January 2, 2025 by Ana") in blocks_of(html_of(file))


def test_what_follows_the_articles_body_is_none_of_it() -> None:
    about = "<p>Ana Roe covers rivers and boats for the Quay News from her desk in Ardley.</p>"
    file = (
        f"<article><h1>Boat</h1><div class=entry-content><p>{PROSE}<p>{MORE}</div>{about}</article>"
    )
    assert bodies(html_of(file)) == [PROSE, MORE]


def test_a_long_text_about_the_author_is_no_byline() -> None:
    about = f"<p class=author>{PROSE} {MORE}</p>"
    file = f"<article><p class=byline>By Ana Roe</p><p>{PROSE}</p>{about}</article>"
    kinds = [kind for kind, _ in blocks_of(html_of(file))]
    assert kinds == ["byline", "body", "body"]


def stated(head: str, html: str = "<html>") -> Article:
    return html_of(f"{html}<head>{head}</head><article><h1>Boat</h1><p>{PROSE}</p></article>")


LD = '<script type="application/ld+json">{}</script>'


TIME = '<meta property="article:published_time" content="{}">'


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (LD.format('[{"@type":"NewsArticle","datePublished":"2025-03-04T01:00Z"}]'), 4),
        (TIME.format("2025-03-05 09:00:00"), 5),
        ('<meta itemprop="datePublished" content="2025-03-06">', 6),
        ('<time itemprop="datePublished" datetime="2025-03-07">Friday</time>', 7),
        (TIME.format("4 March 2025"), None),
        (TIME.format("2025-13-41"), None),
        (LD.format('{"@type":"Event","datePublished":"2025-03-04"}'), None),
        (LD.format('{"@type":"NewsArticle","datePublished":'), None),
    ],
)
def test_the_day_of_publication_is_taken_as_stated_or_not_at_all(
    head: str, day: int | None
) -> None:
    assert stated(head).published == (date(2025, 3, day) if day else None)


def test_a_time_in_the_articles_head_dates_it_and_one_in_its_text_does_not() -> None:
    time = "<time datetime='2025-03-08T10:00'>Saturday</time>"
    head = f"<article><h1>Boat</h1>{time}<p>{PROSE}</p></article>"
    assert html_of(head).published == date(2025, 3, 8)
    text = f"<article><h1>Boat</h1><p>{PROSE}</p><p>{MORE} {time}</p></article>"
    assert html_of(text).published is None


def test_broken_linked_data_does_not_hide_the_rest() -> None:
    broken = '<script type="application/ld+json">' + "[" * 100_000 + "</script>"
    good = (
        '<script type="application/ld+json">{"@type":"NewsArticle","author":'
        '{"@type":"Person","name":"Ana Roe &amp; co"},"creditText":"Bay Wire"}</script>'
    )
    article = stated(broken + good)
    assert (article.author, article.credits) == ("Ana Roe & co", ("Bay Wire",))


def test_an_address_is_no_author() -> None:
    meta = '<meta property="article:author" content="{}">'
    assert stated(meta.format("https://social.example/ana")).author is None
    assert stated(meta.format("Ana Roe")).author == "Ana Roe"


@pytest.mark.parametrize(
    ("html", "head", "language"),
    [
        ("<html lang=id-ID>", "", "id"),
        ("<html xml:lang='en'>", "", "en"),
        ("<html>", '<meta http-equiv="Content-Language" content="in">', "id"),
        ("<html>", '<meta property="og:locale" content="en_US">', "en"),
        ("<html lang=en>", '<meta property="og:locale" content="id_ID">', None),
        ("<html lang=''>", "", None),
    ],
)
def test_the_language_is_what_the_page_says_unless_it_says_two(
    html: str, head: str, language: str | None
) -> None:
    assert stated(head, html).language == language


def test_links_are_absolute_where_a_base_makes_them_so() -> None:
    link = "<a href=' ../b?x=1&amp;y=2&copy=3 '>this</a>, <a href='#n'>1</a>"
    body = f"<article><p>{PROSE} See {link}.</article>"
    plain, base = html_of(body), html_of("<base href='https://quay.example/n/a'>" + body)
    assert [link.url for link in plain.links] == ["../b?x=1&y=2&copy=3"]
    (found,) = base.links
    assert found.url == "https://quay.example/b?x=1&y=2&copy=3"
    assert base.text[found.start : found.end] == "this"
