"""What is said without quotation marks, what it amounts to, and on what occasion."""

from __future__ import annotations

import pytest

from auditor.article import Article
from auditor.items import Statement
from auditor.layers.analysis import LazyAnalysis
from auditor.lexicon import Lexicon
from auditor.load.lexicon import load_lexicon
from auditor.load.shipped import shipped


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(shipped() / "rules" / "_lists")


def read(lexicon: Lexicon, text: str, language: str) -> LazyAnalysis:
    return LazyAnalysis(Article(text=text, language=language), lexicon)


def said(lexicon: Lexicon, text: str, language: str) -> list[tuple[str, str]]:
    """Form and cue of each statement."""
    found: tuple[Statement, ...] = read(lexicon, text, language).layer("statements")
    return [(s.form, s.cue) for s in found]


@pytest.mark.parametrize(
    ("language", "text", "cue"),
    [
        ("id", "Rencana itu disampaikan Bupati Rina Lubis di Medan.", "disampaikan"),
        ("id", "Hasil survei itu dipaparkan Rina Lubis di balai kota.", "dipaparkan"),
        ("id", "Rina Lubis menambahkan, dermaga lama akan dibongkar.", "menambahkan"),
        ("id", "Rina Lubis berjanji membangun dermaga baru tahun depan.", "berjanji"),
        ("id", "Rina Lubis meminta warga tidak melewati dermaga lama.", "meminta"),
        ("id", "Rina Lubis menyebut dermaga itu rusak sejak lama.", "menyebut"),
        ("id", "Pejabat itu mengaku belum membaca laporan dermaga.", "mengaku"),
        ("ru", "Со слов водолазов, баржа лежит на боку у причала.", "Со слов"),
        ("ru", "Анна Лугова на это возразила, что причал старый.", "возразила"),
        ("ru", "Анна Лугова призвала жителей обходить причал стороной.", "призвала"),
        ("ru", "Застройщики утверждают, что причал выдержит зиму.", "утверждают"),
        ("ru", "Анна Лугова рассказала РБК, что причал закроют.", "рассказала"),
        ("en", "Mira Holt urged residents to stay away from the quay.", "urged"),
        ("en", "Mira Holt in turn said the quay would be closed.", "said"),
    ],
)
def test_paraphrases(lexicon: Lexicon, language: str, text: str, cue: str) -> None:
    assert said(lexicon, text, language) == [("paraphrase", cue)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Surat itu disampaikan kepada panitia lelang kemarin."),
        ("id", "Usul itu disampaikan dalam rapat yang panjang."),
        ("id", "Rina Lubis meminta kursi dan segelas air."),
        ("ru", "Анна Лугова призвала к порядку собрание."),
        ("en", "Mira Holt ordered soup and two rolls."),
    ],
)
def test_what_only_looks_like_one(lexicon: Lexicon, language: str, text: str) -> None:
    assert said(lexicon, text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "В мэрии от комментариев отказались.",
        "Анна Лугова от оценок воздержалась.",
        "На вопросы газеты Анна Лугова отвечать отказалась.",
        "Представители завода на запрос редакции не ответили.",
        "На вопрос о сроках ремонта министр не ответил.",
        "Когда откроют причал, Анна Лугова сказать затруднилась.",
    ],
)
def test_russian_refusals_in_either_order(lexicon: Lexicon, text: str) -> None:
    assert [form for form, _ in said(lexicon, text, "ru")] == ["declined"]


def test_what_is_expected_by_nobody_in_particular(lexicon: Lexicon) -> None:
    text = "Как ожидается, причал откроют в июне."
    assert said(lexicon, text, "ru") == [("passive", "Как ожидается")]


def test_a_sentence_before_a_quotation_keeps_its_own_statement(lexicon: Lexicon) -> None:
    text = "Mira Holt said that the quay would close. “Nobody has repaired it for years.”"
    first, second = read(lexicon, text, "en").layer("statements")
    assert (first.form, second.form) == ("paraphrase", "quotation")
    assert text[first.start : first.end].endswith("close.")
    assert first.source == second.source
    assert second.quotes == (1,)


@pytest.mark.parametrize(
    ("language", "text", "occasion"),
    [
        ("en", "Mira Holt said on Tuesday that the quay would open on Friday.", "on Tuesday"),
        (
            "en",
            "Mira Holt told reporters in Geneva that the quay was shut.",
            "told reporters in Geneva",
        ),
        ("en", "“The quay is shut,” Mira Holt said in a Telegram post.", "in a Telegram post"),
        ("en", "Mira Holt told the BBC the quay was shut.", "told the BBC"),
        ("en", "Mira Holt said through a spokesman that the quay was shut.", "through a spokesman"),
        (
            "en",
            "On Monday, Mira Holt told the council that it was shut.",
            "On Monday; told the council",
        ),
        ("en", "Mira Holt said the quay would open on Friday in Lisbon.", None),
        (
            "id",
            "Rina Lubis mengatakan kepada wartawan di Jakarta, Selasa (3/2/2026), dermaga aman.",
            "kepada wartawan di Jakarta, Selasa (3/2/2026)",
        ),
        (
            "id",
            "“Dermaga ini sudah aman,” tulis Rina lewat akun Instagram-nya.",
            "lewat akun Instagram-nya",
        ),
        ("id", "“Dermaga ini sudah aman,” kata Rina Lubis di Jakarta, Senin.", "di Jakarta, Senin"),
        (
            "ru",
            "Анна Лугова сообщила журналистам в Женеве, что причал закрыт.",
            "журналистам в Женеве",
        ),
        (
            "ru",
            "«Причал закрыт до весны», — написала Анна Лугова в своём телеграм-канале.",
            "в своём телеграм-канале",
        ),
        ("ru", "В среду Анна Лугова заявила, что причал откроют.", "В среду"),
    ],
)
def test_when_where_to_whom_and_through_whom(
    lexicon: Lexicon, language: str, text: str, occasion: str | None
) -> None:
    (statement,) = read(lexicon, text, language).layer("statements")
    assert statement.occasion == occasion


def test_more_signs_make_a_stance_surer(lexicon: Lexicon) -> None:
    text = (
        "Mira Holt said the council was corrupt.\n\n"
        "“They are liars, cowards and traitors,” Mira Holt said.\n\n"
        "Oskar Lind said that 40 boats had left.\n\n"
        "Oskar Lind believes that the boats will return.\n\n"
        "Oskar Lind condemned the vote of the council.\n"
    )
    found = [(s.stance, s.stance_confidence) for s in read(lexicon, text, "en").layer("statements")]
    assert [stance for stance, _ in found] == ["attack", "attack", "fact", "opinion", "attack"]
    weak, strong, fact, *_ = (confidence for _, confidence in found)
    assert 0.5 < weak < strong < 1
    assert 0.5 < fact < 1
