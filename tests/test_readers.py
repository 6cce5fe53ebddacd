"""Readers: what an editor's files become, and what they are told about the others."""

from __future__ import annotations

import io
import zipfile
from hashlib import sha256

import pytest
from reading import blocks_of, refusal, text_of

from auditor.article import Location
from auditor.readers import format_of

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


# Formats


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
