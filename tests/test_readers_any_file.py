"""What holds for every file whatever stands in it, tried on arbitrary ones."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading import PROSE, UNSEEN, blocks_of, html_of, markdown_of, text_of

from auditor.article import Article
from auditor.readers import Unreadable

CHARACTERS = st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\r\ufeff")


MARKUP = st.sampled_from(
    [
        *("*", "**", "_", "`", "``", "[", "](", '](/u "t")', ")", "![", "]", "<b>", "</b>"),
        *("<!--", "-->", "&amp;", "&#x41;", "&bogus;", "\\", "\\*", "\n", "\n\n", "  \n", "\\\n"),
        *("# ", "## ", " ##", "> ", "- ", "1. ", "\t", "    ", "```\n", "---\n", "===\n", "<br>"),
        *("<http://a.b/%20>", "[x]: /u\n", "[x]", "<div>\n", "word ", "Ms Roe said", "“", "’", " "),
        *("title: x\n", "date: 2025-01-02\n", "\u2028", "\x85", "\x0b", "\xa0", "é", "😀"),
    ]
)


FILES = st.lists(MARKUP | st.text(CHARACTERS, max_size=8), max_size=40).map("".join)


@given(FILES)
@settings(deadline=None)
def test_plain_text_is_always_the_decoded_file(file: str) -> None:
    try:
        article = text_of(file)
    except Unreadable:
        return
    assert article.text == file
    lines = file.split("\n")
    for offset in range(len(file) + 1):
        line, column = article.locate(offset)
        assert sum(len(words) + 1 for words in lines[: line - 1]) + column - 1 == offset
    assert_blocks_in_order(article)
    bodies = [words for kind, words in blocks_of(article) if kind == "body"]
    assert [w.strip() for w in bodies] == bodies


@given(FILES, st.sampled_from(["", "---\ntitle: A 'b'\n---\n", '---\ntitle: "a \\" b"\n---\n']))
@settings(deadline=None, max_examples=400)
def test_every_character_of_markdown_prose_is_true_to_its_place(file: str, front: str) -> None:
    whole = front + file
    try:
        article = markdown_of(whole)
    except Unreadable:
        return
    assert_blocks_in_order(article)
    text, runs = article.text, article.source.runs
    assert [r[0] for r in runs] == sorted({r[0] for r in runs})
    starts = [r[0] for r in runs] + [len(text)]
    inside = {o for b in article.blocks for o in range(b.start, b.end)}
    for (start, place), end in zip(runs, starts[1:], strict=True):
        for offset in range(start, end):
            if offset not in inside:
                continue
            there = whole[place + offset - start : place + offset - start + 1]
            same = there == text[offset]
            spelt_otherwise = there in ("&", "\\", "<") or (there, text[offset]) == ("\n", " ")
            in_title = article.blocks[0].end > offset and bool(front)
            assert same or spelt_otherwise or in_title, (offset, text[start:end], there)
    for offset in range(len(text) + 1):
        line, column = article.locate(offset)
        assert line >= 1
        assert column >= 1
    for link in article.links:
        assert 0 <= link.start < link.end <= len(text)


@given(st.binary(max_size=300), st.sampled_from(["a.md", "a.txt"]))
@settings(deadline=None, max_examples=200)
def test_bytes_are_read_or_refused(data: bytes, path: str) -> None:
    try:
        article = text_of(data, path)
    except Unreadable as refused:
        assert refused.reason
        return
    assert article.bytes == len(data)
    again = text_of(data, path)
    assert again == article


@given(st.text("abcXYZ019éж", min_size=1, max_size=60))
@settings(deadline=None)
def test_words_without_markup_come_through_markdown_whole(words: str) -> None:
    article = markdown_of(f"Lead **{words}** end.")
    assert article.text == f"Lead {words} end."


def assert_blocks_in_order(article: Article) -> None:
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.text)
        words = article.text[block.start : block.end]
        assert words == words.strip()
        end = block.end


HTML_TAGS = [
    *("p", "div", "br", "a", "b", "h1", "h2", "ul", "li", "table", "td", "article", "main"),
    *("aside", "nav", "header", "form", "pre", "img", "figure"),
]


HTML_MARKUP = st.one_of(
    st.sampled_from(HTML_TAGS).map(lambda name: f"<{name}>"),
    st.sampled_from(HTML_TAGS).map(lambda name: f"</{name}>"),
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


@given(st.lists(HTML_MARKUP, max_size=40).map("".join))
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
