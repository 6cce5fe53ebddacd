"""Interviews whose turns name no one: “Q:”, “Reporter:”, “P.”, “Jawab:”, “Вопрос:”."""

from __future__ import annotations

import pytest
from conftest import article

from auditor.engine.rule import Pack
from auditor.layers.analysis import LazyAnalysis

EN = "The Tide spoke with skipper Ann Reed about the fees that mayor Tom Poe wants for the quay."
ES = (
    "La patrona Ana Ruiz habló con La Marea sobre las tasas que el alcalde Luis Vega quiere "
    "subir este verano."
)
ID = (
    "Nelayan Rina Kusuma berbicara dengan Kabar Laut pada Senin tentang tarif baru dan kapal yang "
    "menganggur di dermaga."
)
RU = "С капитаном Анной Сомовой о новых сборах в порту поговорил журналист Пётр Лунин."
MENTIONED = (
    "El alcalde Luis Vega quiere subir las tasas del puerto este verano, según la oposición."
)


def answers(pack: Pack, language: str, intro: str, ask: str, answer: str) -> list[str | None]:
    lines = [
        f"{ask} ¿Why so?" if language == "es" else f"{ask} Why so?",
        f"{answer} We can not pay that fee.",
        f"{ask} And now?",
        f"{answer} Now we wait for the vote.",
    ]
    text = "\n\n".join(["The fees at the quay go up", intro, *lines]) + "\n"
    quotes = LazyAnalysis(article(text, language=language), pack.lexicon).layer("quotes")
    said = [q for q in quotes if "We can" in text[q.start : q.end] or "Now we" in text[q.start :]]
    found = {text[q.start : q.end]: q.speaker and q.speaker.name for q in said}
    assert {"We can not pay that fee.", "Now we wait for the vote."} <= found.keys()
    assert not any("\n" in words for words in found)
    return [found["We can not pay that fee."], found["Now we wait for the vote."]]


@pytest.mark.parametrize(
    ("language", "intro", "ask", "answer", "who"),
    [
        ("en", EN, "Q:", "A:", "Ann Reed"),
        ("en", EN, "Q.", "A.", "Ann Reed"),
        ("en", EN, "Question:", "Answer:", "Ann Reed"),
        ("en", EN, "Reporter:", "Reed:", "Ann Reed"),
        ("es", ES, "P.", "R.", "Ana Ruiz"),
        ("es", ES, "Pregunta:", "Respuesta:", "Ana Ruiz"),
        ("id", ID, "Tanya:", "Jawab:", "Rina Kusuma"),
        ("es", MENTIONED, "Pregunta:", "Respuesta:", None),
        ("es", MENTIONED, "P.", "R.", None),
    ],
)
def test_who_is_introduced_answers(
    pack: Pack, language: str, intro: str, ask: str, answer: str, who: str | None
) -> None:
    assert answers(pack, language, intro, ask, answer) == [who, who]


def test_a_russian_interviewee_answers(pack: Pack) -> None:
    first, second = answers(pack, "ru", RU, "Вопрос:", "Ответ:")
    assert first == second
    assert first is None or "Сомов" in first


def test_initials_that_begin_paragraphs_are_no_interview(pack: Pack) -> None:
    text = (
        "The crew of the Star\n\nQ. Fox was the cook of the Star for nine long years at sea.\n\n"
        "A. Reed steered her through the storm and brought everybody home.\n"
    )
    assert LazyAnalysis(article(text), pack.lexicon).layer("quotes") == ()
