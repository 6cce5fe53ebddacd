"""Sentences and paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_blocks import read


def sentences(text: str, language: str | None = "en") -> list[str]:
    return [text[s.start : s.end] for s in read(text, language).layer("sentences")]


def test_sentences_have_no_outer_space_and_count_code_points() -> None:
    text = "😀 The bridge fell.  Nobody was hurt.\n\nIt rained."
    assert sentences(text) == ["😀 The bridge fell.", "Nobody was hurt.", "It rained."]
    assert [s.number for s in read(text).layer("sentences")] == [1, 2, 3]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The minister met Gen. Anna Roe on Nov. 5 in Kyiv."),
        ("en", "The plan of the U.S. troops was known to J. R. Doe."),
        ("en", "Lt. Gen. Roe and Sen. Doe left with Dr. Moe."),
        ("en", "“We ran. It burned,” said Ann Roe."),
        ("en", "'We ran. It burned,' said Ann Roe."),
        ("en", "‘We ran. It’s gone,’ Ann Roe said."),
        ("en", "“Why did they run?” Ann Roe asked."),
        ("en", "Roe said: “We ran. It burned,” and left."),
        ("id", "Menurut Dr. Siti Aminah, S.H. perusahaan PT Maju Tbk. merugi."),
        ("id", "Letjen. Budi Santoso dan Drs. Ahmad hadir."),
    ],
)
def test_one_sentence(language: str, sentence: str) -> None:
    other = "Hujan turun." if language == "id" else "It rained."
    assert sentences(f"{sentence} {other}", language) == [sentence, other]


def test_a_quotation_that_ends_its_sentence_ends_it() -> None:
    text = "‘It’s a wall.’ The rain fell. 'It's a door.' 'Go,' he said."
    assert sentences(text) == [
        "‘It’s a wall.’",
        "The rain fell.",
        "'It's a door.'",
        "'Go,' he said.",
    ]


def test_bylines_and_datelines_are_no_sentences() -> None:
    text = "Bridges close\n\nBy Jane Roe\n\nKYIV, Ukraine (AP) — The bridges closed. It rained.\n"
    assert sentences(text) == ["Bridges close", "The bridges closed.", "It rained."]


def test_paragraphs_are_lead_and_body() -> None:
    text = "Bridges close\n\nBy Jane Roe\n\nThe bridges closed.\n\nIt rained for a day.\n"
    found = read(text).layer("paragraphs")
    assert [(p.number, text[p.start : p.end]) for p in found] == [
        (1, "The bridges closed."),
        (2, "It rained for a day."),
    ]


@pytest.mark.parametrize("language", [None, "de", "xx", ""])
def test_languages_without_lists(language: str | None) -> None:
    assert sentences("Es regnet. Es schneit.", language) == ["Es regnet.", "Es schneit."]


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=150),
        st.lists(
            st.sampled_from(["A. ", "b", "!", "\n", "“", "”", "’", " ", "😀", "Gen. ", "\r", "。"]),
            max_size=40,
        ).map("".join),
    ),
    st.sampled_from(["en", "id", "zh", None]),
)
def test_no_text_is_lost_or_read_twice(text: str, language: str | None) -> None:
    reading = read(text, language)
    position = 0
    covered: set[int] = set()
    for sentence in reading.layer("sentences"):
        assert position <= sentence.start < sentence.end <= len(text)
        position = sentence.end
        covered |= set(range(sentence.start, sentence.end))
    for block in reading.blocks:
        if block.kind in ("headline", "lead", "body", "subhead", "caption"):
            inked = {i for i in range(block.start, block.end) if not text[i].isspace()}
            assert inked <= covered
