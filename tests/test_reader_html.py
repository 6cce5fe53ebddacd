"""The HTML reader: which words of a page are the article, and where they stand in the file."""

from __future__ import annotations

from datetime import date
from html import unescape
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditor.article import Article, Location
from auditor.readers import Unreadable, read

PAGES = Path(__file__).parent / "articles" / "pages"
UNSEEN = "\u00ad\u200b\u2060\ufeff"
PROSE = "The ferry office said on Monday that the night boat would sail again from the old quay."
MORE = "It had been laid up since the storm in March, when her rudder was torn off by the ice."


def html_of(file: str | bytes, path: str = "a.html") -> Article:
    data = file.encode() if isinstance(file, str) else file
    return read(data, path=path, identify=lambda _: None, max_bytes=10_000_000)


def page(name: str) -> Article:
    return html_of((PAGES / name).read_bytes(), name)


def blocks_of(article: Article) -> list[tuple[str, str]]:
    return [(b.kind, article.text[b.start : b.end]) for b in article.blocks]


def bodies(article: Article) -> list[str]:
    return [words for kind, words in blocks_of(article) if kind == "body"]


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
        ("body", ["“Nobody", "warned"]),
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
        *("Loose text here.", "One fish", "Two fish", "Somebody said so.", "Tram", "Bus"),
        *("Fare", "Two coins", "Wire copy of one.", "And of two."),
    ]


# Headline, captions, bylines


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


# What a page states


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


TAGS = [
    *("p", "div", "br", "a", "b", "h1", "h2", "ul", "li", "table", "td", "article", "main"),
    *("aside", "nav", "header", "form", "pre", "img", "figure"),
]
MARKUP = st.one_of(
    st.sampled_from(TAGS).map(lambda name: f"<{name}>"),
    st.sampled_from(TAGS).map(lambda name: f"</{name}>"),
    st.sampled_from(
        [
            *(
                "<a href='/x?a=1&amp;b'>",
                "<span hidden>",
                "<p class=byline>",
                "<img alt='a &amp; b c'>",
            ),
            *(
                "<title>",
                "</title>",
                "<script>",
                "</script>",
                "<!--",
                "-->",
                "<!x>",
                "<?x",
                "<",
                ">",
            ),
            *("&amp;", "&nbsp;", "&shy;", "&#8220;", "&#0;", "&#xD800;", "&notit;", "&bogus;", "&"),
            *("&NotEqualTilde;", "&#13;", "<div class=share>", "<figcaption>", "\n", "\n\n", "  "),
            *(
                "<meta property=og:title content='T &lt; u'>",
                "<time datetime='2025-01-02'>",
                '"',
                "'",
            ),
            '<script type="application/ld+json">{"@type":"Article","author":{"@id":1}}</script>',
            *(PROSE, "Ms Roe said “no”. ", "<br><br>", "</", "<p ", "=", "/>", "\u00ad", "\u2028"),
        ]
    ),
    st.text(
        st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\r\ufeff"), max_size=6
    ),
)


@given(st.lists(MARKUP, max_size=40).map("".join))
@settings(deadline=None, max_examples=400)
@example("a<br>&shy;<br>b")
@example("<p>&nbsp; x &nbsp;<br> </p>")
def test_every_character_of_any_page_is_true_to_its_place(file: str) -> None:
    try:
        article = html_of(file)
    except Unreadable as refused:
        assert refused.reason
        return
    text, runs, end = article.text, article.source.runs, 0
    assert [r[0] for r in runs] == sorted({r[0] for r in runs})
    for block in article.blocks:
        assert end <= block.start < block.end <= len(text)
        words = text[block.start : block.end]
        assert words == words.strip()
        end = block.end
        for offset in range(block.start, block.end):
            place = article.source.file_offset(offset)
            there = file[place]
            layout = there.isspace() and text[offset] == " "
            broken = there == "<" and text[offset] == "\n"
            assert there == text[offset] or there == "&" or layout or broken
        before, behind = (article.source.file_offset(o) for o in (block.end - 1, block.end))
        assert before < behind <= len(file)
    for link in article.links:
        assert 0 <= link.start < link.end <= len(text)
    assert html_of(file) == article


@given(st.text(max_size=200), st.sampled_from(["a.html", "a.xhtml", "-"]))
@settings(deadline=None, max_examples=200)
def test_any_text_is_read_or_refused(file: str, path: str) -> None:
    try:
        article = html_of(file.encode("utf-8", "replace"), path)
    except Unreadable as refused:
        assert refused.reason
        return
    assert not set(UNSEEN) & set(article.text) or article.format != "html"
