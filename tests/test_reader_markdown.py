"""Markdown and front matter: prose without markup, true to its places in the file."""

from __future__ import annotations

from datetime import date

import pytest
from reading import blocks_of, markdown_of, refusal, text_of

from auditor.article import Location


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
        ("quote", "Quoted words."),
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
