"""Who says a quotation: the ways in which an article tells it."""

from __future__ import annotations

import pytest

from auditor.article import Article
from auditor.items import Quote
from auditor.layers.analysis import LazyAnalysis
from auditor.lexicon import Lexicon
from auditor.load.lexicon import load_lexicon
from auditor.load.shipped import shipped


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(shipped() / "rules" / "_lists")


def quotes(lexicon: Lexicon, text: str, language: str = "en") -> list[tuple[str, str | None]]:
    """Each quotation's first word with the name of its speaker."""
    found: tuple[Quote, ...] = LazyAnalysis(Article(text=text, language=language), lexicon).layer(
        "quotes"
    )
    return [
        (text[q.start : q.end].split()[0].strip(".,"), q.speaker.name if q.speaker else None)
        for q in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“We shall open the bridge in May,” Anna Brandt said.",
        "“We shall open the bridge in May,” said Anna Brandt.",
        "“We shall open the bridge in May,” said Anna Brandt, who heads the council.",
        "Anna Brandt, the head of the council, said: “We shall open the bridge in May.”",
        "Anna Brandt, who heads the council, told reporters: “We shall open the bridge in May.”",
        "Anna Brandt praised the engineers, adding: “We shall open the bridge in May.”",
        "Anna Brandt thanked the engineers, saying:\n“We shall open the bridge in May.”",
        "“We shall open the bridge in May,” the mayor, Anna Brandt, told a crowd on Monday.",
        "“We shall open the bridge in May.” — Anna Brandt",
        "Mayor Anna Brandt on Tuesday said, “We shall open the bridge in May.”",
        "According to Anna Brandt, “We shall open the bridge in May.”",
        "The bridge is what Anna Brandt called “We shall open the bridge in May.”",
    ],
)
def test_the_speaker_is_found_in_every_word_order(lexicon: Lexicon, text: str) -> None:
    assert quotes(lexicon, f"{text}\n") == [("We", "Anna Brandt")]


def test_a_quotation_cut_in_two_has_one_speaker(lexicon: Lexicon) -> None:
    text = "“The roof is safe,” Oskar Lind said, “and the walls will follow by autumn.”"
    assert quotes(lexicon, text) == [("The", "Oskar Lind"), ("and", "Oskar Lind")]


def test_a_quotation_goes_on_without_a_second_cue(lexicon: Lexicon) -> None:
    text = "“The roof is safe,” Oskar Lind said. “The walls will follow by autumn.”"
    assert quotes(lexicon, text) == [("The", "Oskar Lind"), ("The", "Oskar Lind")]


def test_two_quotations_back_to_back_keep_their_own_speakers(lexicon: Lexicon) -> None:
    text = (
        "Oskar Lind told the council that the builders were ‘the pride of the town.’ "
        "‘They worked through every storm,’ Mira Holt stated."
    )
    assert quotes(lexicon, text) == [("the", "Oskar Lind"), ("They", "Mira Holt")]


def test_the_fullest_name_is_given_for_surname_title_and_pronoun(lexicon: Lexicon) -> None:
    text = (
        "Harbour rebuilt after storm\n\n"
        "General Pavel Orlov inspected the harbour on Monday.\n\n"
        "“The harbour is open,” Orlov said.\n\n"
        "“No ship will wait,” the general insisted.\n\n"
        "“We kept our word,” he added.\n"
    )
    assert {name for _, name in quotes(lexicon, text)} == {"Pavel Orlov"}


def test_she_is_not_the_man_who_spoke_last(lexicon: Lexicon) -> None:
    text = (
        "“The harbour is open,” Mr. Pavel Orlov said after Mrs. Mira Holt asked about it.\n\n"
        "“No ship will wait,” he added.\n"
    )
    assert quotes(lexicon, text)[1] == ("No", "Pavel Orlov")


def test_an_interview_names_its_speakers_at_the_line_s_head(lexicon: Lexicon) -> None:
    text = '"WALLIS: Will the bridge open this year?\n\n"DORN: It will open before the winter."\n'
    assert [name for _, name in quotes(lexicon, text)] == ["WALLIS", "DORN"]


def test_names_and_irony_in_marks_have_no_speaker(lexicon: Lexicon) -> None:
    text = "Mira Holt said the bridge was safe, and then left for the ‘Sokol’ camp near the town."
    assert quotes(lexicon, text) == [("Sokol", None)]


def test_no_speaker_is_claimed_for_certain_beside_a_cue(lexicon: Lexicon) -> None:
    text = (
        "“I saw the water come over the wall and I ran.” The flood killed nobody. "
        "Mira Holt said the wall would be rebuilt.\n"
    )
    found = LazyAnalysis(Article(text=text, language="en"), lexicon).layer("quotes")
    assert found[0].speaker is not None or found[0].confidence < 0.9


def test_reasons_are_words_an_editor_understands(lexicon: Lexicon) -> None:
    text = "“The harbour is open,” said Pavel Orlov."
    (quote,) = LazyAnalysis(Article(text=text, language="en"), lexicon).layer("quotes")
    assert quote.speaker.reasons == ("“said” right after it", "the nearest person")
    assert text[quote.speaker.start : quote.speaker.end] == "Pavel Orlov"


@pytest.mark.parametrize(
    "text",
    [
        "“Jembatan akan dibuka pada bulan Mei,” kata Rina Wulandari kepada wartawan.",
        "Rina Wulandari mengatakan: “Jembatan akan dibuka pada bulan Mei.”",
        "Menurut Rina Wulandari, “Jembatan akan dibuka pada bulan Mei.”",
    ],
)
def test_indonesian_word_orders(lexicon: Lexicon, text: str) -> None:
    assert quotes(lexicon, text, "id") == [("Jembatan", "Rina Wulandari")]


def test_indonesian_pronouns_lead_back_to_the_speaker(lexicon: Lexicon) -> None:
    text = (
        "Rina Wulandari mengatakan: “Jembatan akan dibuka pada bulan Mei.”\n\n"
        "“Kami menepati janji kepada warga,” ujar dia.\n\n"
        "“Tidak ada kapal yang menunggu,” ujarnya.\n"
    )
    assert {name for _, name in quotes(lexicon, text, "id")} == {"Rina Wulandari"}
