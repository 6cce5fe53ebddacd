"""Readers: what an editor's files become, and what they are told about the others."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.article import Article, Location
from auditor.readers import Unreadable, format_of, read

LIMIT = 100_000


def nobody_knows(_: str) -> None:
    return None


def text_of(file: str | bytes, path: str = "a.txt", **options: object) -> Article:
    data = file.encode() if isinstance(file, str) else file
    options = {"identify": nobody_knows, "max_bytes": LIMIT} | options
    return read(data, path=path, **options)  # type: ignore[arg-type]


def markdown_of(file: str, **options: object) -> Article:
    return text_of(file, "a.md", **options)


def blocks_of(article: Article) -> list[tuple[str, str]]:
    return [(b.kind, article.text[b.start : b.end]) for b in article.blocks]


def refusal(data: bytes, path: str = "a.txt", **options: object) -> str:
    with pytest.raises(Unreadable) as caught:
        text_of(data, path, **options)
    assert caught.value.path == path
    assert str(caught.value).startswith(f"{path}: ")
    return caught.value.reason


# Plain text


def test_each_line_of_plain_text_is_one_body_block_without_its_outer_spaces() -> None:
    article = text_of("The mill closes\n\n  Sixty people lose work.  \nA second line.\n")
    assert blocks_of(article) == [
        ("body", "The mill closes"),
        ("body", "Sixty people lose work."),
        ("body", "A second line."),
    ]
    assert article.format == "text"
    assert article.title is None


def test_plain_text_is_the_file_with_windows_and_old_mac_newlines_made_plain() -> None:
    data = "\ufeff One\r\ntwo\rthree\n\n".encode()
    article = text_of(data)
    assert article.text == " One\ntwo\nthree\n\n"
    assert article.bytes == len(data)
    assert article.sha256 == sha256(data).hexdigest()
    assert article.locate(article.text.index("three")) == Location(3, 1)


@pytest.mark.parametrize(
    "encoding",
    [
        *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"),
        *("utf-32", "utf-32-le", "utf-32-be"),
    ],
)
@pytest.mark.parametrize(
    "words", ["Ms Łukasik said: “Wir bleiben.”", "Мэр сказал: «Мост откроют в срок»."]
)
def test_unicode_files_are_read_with_or_without_a_mark(words: str, encoding: str) -> None:
    assert text_of(words.encode(encoding)).text == words


NAMED = '<meta charset="{}"><p>{}'


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        (NAMED.format("windows-1251", "Мэр сказал «нет»."), "cp1251"),
        (NAMED.format("ISO-8859-1", "“We’re staying,” José said…"), "cp1252"),
        (NAMED.format("iso-8859-2", "Łukasik żyje."), "iso-8859-2"),
        (NAMED.format("shift_jis", "市長は「橋は開く」と述べた。"), "cp932"),
        (NAMED.format("iso-2022-jp", "市長は「橋は開く」と述べた。"), "iso-2022-jp"),
        (NAMED.format("gb2312", "市长说：“桥会开放。”"), "gb18030"),
        (
            "<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'><p>Мост закрыт.",
            "koi8-r",
        ),
        ("<?xml version='1.0' encoding='windows-1250'?><html><p>Łukasik żyje.", "cp1250"),
    ],
)
def test_a_web_page_is_read_in_the_encoding_it_names(page: str, encoding: str) -> None:
    assert text_of(page.encode(encoding), "a.html").text == page[page.index("<p>") + 3 :]


@pytest.mark.parametrize("name", ["windows-1252", "utf-16", "no-such-code", "unicode_escape"])
def test_a_web_page_that_is_utf_8_is_read_so_whatever_it_names(name: str) -> None:
    page = NAMED.format(name, "José said “no”.")
    assert text_of(page, "a.html").text == "José said “no”."


def test_an_encoding_named_in_a_comment_is_not_the_pages() -> None:
    page = '<!-- <meta charset="koi8-r"> -->' + NAMED.format("cp1251", "Мост закрыт.")
    assert text_of(page.encode("cp1251"), "a.html").text == "Мост закрыт."


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("“We’re staying,” the baker said – loudly.", "cp1252"),
        ("Chef José said the café’s door stood open… all night.", "cp1252"),
        ("El niño y el señor llegaron mañana, según Muñoz.", "cp1252"),
        ("Мэр города заявил, что «мост откроют в срок», сообщает газета.", "cp1251"),
    ],
)
def test_older_encodings_are_told_apart(words: str, encoding: str) -> None:
    data = words.encode(encoding)
    assert [text_of(data).text for _ in range(3)] == [words] * 3


def test_language_of_the_caller_outranks_the_file_which_outranks_the_words() -> None:
    file = "---\nlang: en-US\n---\nThe baker waits."

    def malay(_: str) -> tuple[str, float]:
        return "ms", 0.9

    given_one = text_of(file, language="in", identify=malay)
    assert (given_one.language, given_one.language_basis) == ("id", "given")
    declared = text_of(file, identify=malay)
    assert (declared.language, declared.language_basis) == ("en", "declared")
    identified = text_of("Kedai itu tutup.", identify=malay)
    assert (identified.language, identified.language_basis) == ("ms", "identified")


def test_an_unsure_guess_of_the_language_is_no_language() -> None:
    article = text_of("Hm.", identify=lambda _: ("nl", 0.2))
    assert (article.language, article.language_basis) == (None, "unknown")


def test_only_the_beginning_of_the_prose_is_shown_to_the_identifier() -> None:
    seen: list[str] = []
    text_of("---\nauthor: Someone\n---\n" + "word " * 4_000, identify=seen.append)
    assert seen[0].startswith("word")
    assert len(seen[0]) <= 5_000


# Markdown


def test_markup_is_no_part_of_the_prose() -> None:
    article = markdown_of(
        "# The *old* mill\n\n"
        "Ms Ode said it was **no `small` loss**, [the council](https://example.org/a) said.\n\n"
        "## Jobs ##\n\n"
        "> Quoted words.\n\n"
        "- first\n- second <!-- check! -->\n\n"
        "![The mill &amp; its yard](mill.jpg)\n\n"
        "<aside>advert</aside>\n\n"
        "```\ncode = 1\n```\n"
    )
    assert blocks_of(article) == [
        ("headline", "The old mill"),
        ("body", "Ms Ode said it was no small loss, the council said."),
        ("subhead", "Jobs"),
        ("body", "Quoted words."),
        ("body", "first"),
        ("body", "second"),
        ("caption", "The mill & its yard"),
    ]
    assert article.title == "The old mill"
    (link,) = article.links
    assert article.text[link.start : link.end] == "the council"
    assert link.url == "https://example.org/a"


def test_hard_breaks_stay_and_soft_breaks_are_spaces() -> None:
    article = markdown_of("One  \ntwo\\\nthree<br>four\nfive\n")
    assert article.text == "One\ntwo\nthree\nfour five"


def test_indented_paragraphs_are_prose() -> None:
    article = markdown_of("The mayor spoke.\n\n    Nobody answered.\n")
    assert ("body", "Nobody answered.") in blocks_of(article)


def test_only_the_first_heading_of_level_one_is_the_headline() -> None:
    article = markdown_of("First\n=====\n\nWords.\n\n# Second\n")
    assert blocks_of(article) == [
        ("headline", "First"),
        ("body", "Words."),
        ("subhead", "Second"),
    ]


def test_places_lead_back_to_the_file_behind_markup_entities_and_escapes() -> None:
    file = "# Rain\n\n> - The **dam**, said\n>   Ms *Ito* of R&amp;D \\[sic\\], holds.\n"
    article = markdown_of(file)
    lines = file.split("\n")
    for word in ("Rain", "The", "dam", "said", "Ms", "Ito", "R&", "D [", "sic", "holds."):
        line, column = article.locate(article.text.index(word))
        plain = {"R&": "R&amp;", "D [": "D \\["}.get(word, word)
        assert lines[line - 1].startswith(plain, column - 1)


def test_the_end_of_a_paragraph_is_in_its_own_line() -> None:
    article = markdown_of("Short one.\n\n\n\nNext.\n")
    assert article.locate(article.blocks[0].end) == Location(1, 11)


def test_code_spans_keep_their_words_and_places() -> None:
    file = "Type `` a ` b `` and ` c` or `x\n   y` now.\n"
    article = markdown_of(file)
    assert article.text == "Type a ` b and  c or x y now."
    assert file.split("\n")[1][article.locate(article.text.index("y now")).column - 1] == "y"


@pytest.mark.parametrize(
    ("path", "format"),
    [
        *(("a.md", "markdown"), ("A.MARKDOWN", "markdown"), ("a.mdown", "markdown"), ("-", "text")),
        *(("a.html", "html"), ("A.HTM", "html"), ("a.xhtml", "html")),
    ],
)
def test_the_suffix_tells_the_format(path: str, format: str) -> None:
    assert format_of(path) == format


def test_a_web_page_without_a_name_is_known_by_its_first_words() -> None:
    page = "\ufeff\n<!DOCTYPE html>\n<html><p>Rain today.</p></html>"
    assert text_of(page, "-").text == "Rain today."


def test_the_caller_may_name_the_format() -> None:
    assert text_of("*Hello* there.", "-", format="markdown").text == "Hello there."


# Front matter

FRONT = """---
title: "Ferry returns"
date: 2025-11-08T10:00:00Z
authors:
  - Ana Reyes
  - name: Tom Bell
publisher: The Quay
language: en
credit: Coast Agency
wire: Bay Wire
---
"""


@pytest.mark.parametrize("path", ["a.md", "a.txt"])
def test_front_matter_fills_the_fields(path: str) -> None:
    article = text_of(FRONT + "The ferry is back.\n", path)
    assert article.title == "Ferry returns"
    assert article.published == date(2025, 11, 8)
    assert article.author == "Ana Reyes, Tom Bell"
    assert article.outlet == "The Quay"
    assert (article.language, article.language_basis) == ("en", "declared")
    assert article.credits == ("Coast Agency", "Bay Wire")
    assert blocks_of(article) == [("headline", "Ferry returns"), ("body", "The ferry is back.")]
    assert article.locate(article.blocks[0].start) == Location(2, 9)
    assert article.locate(article.blocks[1].start) == Location(12, 1)


def test_a_heading_outranks_the_title_as_headline() -> None:
    article = markdown_of("---\ntitle: In the menu\n---\n# On the page\n\nWords.\n")
    assert ("headline", "On the page") in blocks_of(article)
    assert "In the menu" not in article.text
    assert article.title == "In the menu"


def test_a_title_with_escapes_keeps_true_places() -> None:
    file = "---\ntitle: 'The mayor''s long day'\n---\nWords.\n"
    article = markdown_of(file)
    assert article.text.startswith("The mayor's long day")
    assert (
        article.locate(article.text.index("long")).column == file.split("\n")[1].index("long") + 1
    )


@pytest.mark.parametrize("written", ["8 November 2025", "2025-13-40", "yesterday", "~"])
def test_other_dates_in_the_front_matter_are_not_guessed(written: str) -> None:
    assert markdown_of(f"---\ndate: {written}\n---\nWords.\n").published is None


def test_broken_front_matter_is_refused_with_its_place() -> None:
    reason = refusal(b"---\ntitle: One\ndate: [2025\n---\nWords.\n", "a.md")
    assert "front matter" in reason
    assert "line 4" in reason or "line 3" in reason
    assert "column" in reason


def test_a_rule_of_dashes_above_prose_is_no_front_matter() -> None:
    article = markdown_of("---\n\nThe council met. It agreed: no cuts.\n\n---\n\nMore.\n")
    assert blocks_of(article)[0] == ("body", "The council met. It agreed: no cuts.")


# Refusals


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 x", "this is a PDF; export it as text"),
        (b"\x89PNG\r\n\x1a\nxx", "image"),
        (b"\xff\xd8\xff\xe0xx", "image"),
        (b"words\x00words", "NUL"),
        (b"a\x01\x02\x03\x04\x05\x06b", "control characters"),
        (b"<!DOCTYPE html><p>Hi", "HTML"),
        ("Über größere Bäume".encode() + b"\xff", "broken UTF-8 character in line 1"),
    ],
)
def test_each_refusal_says_what_is_wrong(data: bytes, words: str) -> None:
    assert words in refusal(data)


def test_a_word_document_is_named() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert "Word document" in refusal(buffer.getvalue(), "a.docx")


def test_a_file_over_the_limit_names_the_setting() -> None:
    reason = refusal(b"x" * 11, max_bytes=10)
    assert "10 bytes" in reason
    assert "max_bytes" in reason


@pytest.mark.parametrize("file", ["<!-- only a note -->\n", "---\ntitle: Alone\n---\n"])
def test_a_file_without_prose_is_refused(file: str) -> None:
    assert "no article text" in refusal(file.encode(), "a.md")


def test_one_stray_control_character_does_no_harm() -> None:
    assert text_of("A page\x0c break and a\x01 stray.").text.startswith("A page")


# On arbitrary files

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
