"""Clauses that say a source is not named, and why."""

from __future__ import annotations

import pytest
from conftest import article

from auditor.layers.analysis import LazyAnalysis
from auditor.layers.attribution.anonymity import Anonymity, anonymity
from auditor.load.lexicon import load_lexicon
from auditor.load.shipped import shipped

LEXICON = load_lexicon(shipped() / "rules" / "_lists")


def found(text: str, language: str = "en") -> list[tuple[str, Anonymity]]:
    reading = LazyAnalysis(article(text, language=language), LEXICON)
    return [(reading.text[a.start : a.end], a) for a in anonymity(reading)]


def only(text: str, language: str = "en") -> tuple[str, Anonymity]:
    clauses = found(text, language)
    assert len(clauses) == 1, clauses
    return clauses[0]


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        (
            "“It is over,” said a banker, who spoke on condition of anonymity.",
            "who spoke on condition of anonymity",
        ),
        ("A tenant, who asked not to be named, had left.", "who asked not to be named"),
        (
            "The driver, whose name has been withheld, told the court.",
            "whose name has been withheld",
        ),
        ("A cook who declined to be identified called it a mess.", "who declined to be identified"),
        ("One aide, speaking off the record, laughed.", "speaking off the record"),
        ("A nurse who wished to remain anonymous wept.", "who wished to remain anonymous"),
        (
            "The caller, who refused to give his full name, hung up.",
            "who refused to give his full name",
        ),
    ],
)
def test_the_clause_that_says_nobody_is_named(sentence: str, clause: str) -> None:
    words, record = only(sentence)
    assert words == clause
    assert record.explicit
    assert record.reason is None and record.knowledge_basis is None


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        (
            "A clerk spoke on condition of anonymity because he was not authorised to brief us.",
            "because he was not authorised to brief us",
        ),
        (
            "The banker asked not to be named, citing the sensitivity of the sale, and left.",
            "citing the sensitivity of the sale",
        ),
        (
            "“They took him,” said a neighbour who asked not to be named for fear of reprisals.",
            "for fear of reprisals",
        ),
    ],
)
def test_the_reason_is_given_in_the_articles_words(sentence: str, reason: str) -> None:
    _, record = only(sentence)
    assert record.reason == reason
    assert not record.weak
    assert sentence[record.reason_start : record.reason_end] == reason


def test_a_weak_reason_is_a_reason_but_weak() -> None:
    _, record = only("An aide, granted anonymity to speak candidly, called the plan dead.")
    assert record.explicit and record.weak
    assert record.reason == "to speak candidly"


def test_a_reason_may_stand_in_a_sentence_of_its_own() -> None:
    clauses = found(
        "The gates were shut, an official said. He was not authorized to speak to the press."
    )
    assert [(a.explicit, a.reason) for _, a in clauses] == [
        (False, "not authorized to speak to the press")
    ]


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        (
            "Two people familiar with the matter said the bid had failed.",
            "familiar with the matter",
        ),
        (
            "A lawyer with direct knowledge of the case said so.",
            "with direct knowledge of the case",
        ),
        ("An envoy who attended the talks said they were cold.", "who attended the talks"),
    ],
)
def test_how_the_source_knows(sentence: str, basis: str) -> None:
    _, record = only(sentence)
    assert record.knowledge_basis == basis
    assert not record.explicit


def test_what_stands_in_one_sentence_is_one_record() -> None:
    _, record = only(
        "People briefed on the plan spoke on condition of anonymity because talks are confidential."
    )
    assert record.explicit
    assert record.knowledge_basis == "briefed on the plan"
    assert record.reason == "because talks are confidential"


@pytest.mark.parametrize(
    "sentence",
    [
        "The airport was closed for security reasons.",
        "She was named after her aunt and identified with her cause.",
        "He is not authorised to sign cheques.",
        "The committee discussed sensitive matters all day.",
        "The donation was anonymous.",
    ],
)
def test_ordinary_words_are_no_anonymity(sentence: str) -> None:
    assert found(sentence) == []


def test_indonesian() -> None:
    words, record = only(
        "Kata pegawai yang enggan disebutkan namanya karena tidak berwenang bicara kepada media.",
        "id",
    )
    assert words == "yang enggan disebutkan namanya"
    assert record.explicit
    assert record.reason == "karena tidak berwenang bicara kepada media"
