"""Claims whose source the wording hides, and people who would not speak."""

from __future__ import annotations

import pytest
from conftest import article

from auditor.layers.analysis import LazyAnalysis
from auditor.layers.attribution.hidden import Hidden, declined, passives
from auditor.load.lexicon import load_lexicon
from auditor.load.shipped import shipped

LEXICON = load_lexicon(shipped() / "rules" / "_lists")


def reading(text: str, language: str = "en") -> LazyAnalysis:
    return LazyAnalysis(article(text, language=language), LEXICON)


def hidden(text: str, language: str = "en") -> list[str]:
    return [h.cue for h in passives(reading(text, language)) if h.agent is None]


def agents(text: str, language: str = "en") -> list[str]:
    found = passives(reading(text, language))
    return [text[slice(*h.agent)] for h in found if h.agent is not None]


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("The mine had reportedly flooded in spring.", "reportedly"),
        ("The speech was widely seen as a warning to the unions.", "was widely seen as"),
        (
            "In what has been described as a record haul, divers raised nine crates.",
            "has been described as",
        ),
        ("Her silence is viewed as consent.", "is viewed as"),
        ("It is understood that the sale has failed.", "It is understood that"),
        ("The ship is believed to have sunk.", "believed to have"),
        ("The visit came amid reports of unrest in the north.", "amid reports of"),
        ("Earlier reports indicated that nine houses had burned.", "Earlier reports indicated"),
        ("The offer was met with scepticism.", "met with scepticism"),
        ("Rumours have circulated since May.", "Rumours have circulated"),
    ],
)
def test_the_cue_that_hides_its_source(sentence: str, cue: str) -> None:
    assert hidden(sentence) == [cue]


@pytest.mark.parametrize(
    "sentence",
    [
        "He allegedly took the car, according to the indictment.",
        "The mine had reportedly flooded, the water board said.",
        "She understood that the deal was over.",
        "He was seen sharing bread with the crew.",
        "The ferry is expected to leave at noon.",
        "The suspect allegedly broke a window before he was arrested.",
        "“It was widely seen as a joke,” the mayor told the council.",
        "The lake, known as the Mirror, froze.",
        "She described the room as small.",
        "The theft was reported to the police.",
    ],
)
def test_nothing_is_hidden_where_somebody_says_so_or_saw_it(sentence: str) -> None:
    assert hidden(sentence) == []
    assert agents(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "agent"),
    [
        ("The proposal was met with anger by fishermen, who blocked the port.", "fishermen"),
        ("The order was seen by Turkish diplomats as an insult.", "Turkish diplomats"),
        (
            "The march was portrayed as a threat by the ruling party.",
            "the ruling party",
        ),
    ],
)
def test_an_agent_is_found_and_hides_nobody(sentence: str, agent: str) -> None:
    assert hidden(sentence) == []
    assert agents(sentence) == [agent]


def test_somebody_elses_act_is_no_agent() -> None:
    sentence = "The law was seen as an attempt by ministers to buy time."
    assert hidden(sentence) == ["was seen as"]


def test_nothing_is_hidden_inside_a_quotation() -> None:
    assert hidden("The paper printed a note. “He has reportedly left the country for good.”") == []
    assert hidden("The paper printed a note. He has reportedly left the country for good.") == [
        "reportedly"
    ]


@pytest.mark.parametrize(
    ("sentence", "cues"),
    [
        ("Kapal itu dilaporkan tenggelam di Selat Sunda.", ["dilaporkan"]),
        ("Jembatan itu diduga runtuh akibat banjir.", ["diduga"]),
        ("Kunjungan itu dipandang sebagai peringatan.", ["dipandang sebagai"]),
        ("Beredar kabar bahwa pasar akan ditutup.", ["Beredar kabar"]),
        ("Para terduga dibawa ke kota.", []),
        ("Kinerja bupati dinilai oleh dewan.", []),
        ("Kasus itu dilaporkan ke polisi.", []),
        ("Kapal itu diduga tenggelam, kata nelayan.", []),
    ],
)
def test_indonesian(sentence: str, cues: list[str]) -> None:
    assert hidden(sentence, "id") == cues


def only_declined(sentence: str, language: str = "en") -> Hidden:
    (found,) = declined(reading(sentence, language))
    return found


@pytest.mark.parametrize(
    ("sentence", "cue", "organisation"),
    [
        ("The Pentagon declined to comment.", "declined to comment", "Pentagon"),
        (
            "A spokesman for the Interior Ministry did not respond to a request for comment.",
            "did not respond to a request",
            "Interior Ministry",
        ),
        ("When asked, the Kremlin refused to comment.", "refused to comment", "Kremlin"),
        (
            "Ana Silva, who owns the quay, could not be reached.",
            "could not be reached",
            "Ana Silva",
        ),
        ("The plan is dead, but he declined to elaborate.", "declined to elaborate", None),
    ],
)
def test_who_would_not_speak(sentence: str, cue: str, organisation: str | None) -> None:
    found = only_declined(sentence)
    assert (found.form, found.cue, found.organisation) == ("declined", cue, organisation)


def test_declined_in_indonesian() -> None:
    found = only_declined("Kementerian Kelautan menolak berkomentar.", "id")
    assert found.organisation == "Kementerian Kelautan"


def test_an_answer_is_no_refusal() -> None:
    text = "The ministry responded to a request for comment. The firm declined the offer."
    assert declined(reading(text)) == ()


def test_allegedly_after_the_charges_is_what_the_charges_say() -> None:
    charges = "Three men have been charged with theft from the museum. "
    assert hidden(charges + "The coins were allegedly taken through a skylight.") == []
    assert hidden("The coins were allegedly taken through a skylight.") == ["allegedly"]
