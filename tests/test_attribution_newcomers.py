"""Somebody new in the story is not whoever was named before; a body keeps its whole name."""

from __future__ import annotations

import pytest

from auditor.engine.rule import Pack
from auditor.items import Source
from auditor.layers.analysis import LazyAnalysis
from auditor.readers import read


def told(pack: Pack, language: str, text: str) -> list[Source]:
    article = read(
        text.encode(),
        path="x.txt",
        identify=lambda _: None,
        language=language,
        max_bytes=10**6,
    )
    return list(LazyAnalysis(article, pack.lexicon).layer("sources"))


def test_seorang_with_itu_at_its_end_is_somebody_new(pack: Pack) -> None:
    text = (
        "“Kami siap,” kata Jatmiko Prasaja, Ketua Koperasi.\n\n"
        "Seorang pengurus yang hadir dalam rapat itu menuturkan, kasnya kosong."
    )
    kinds = [(s.kind, s.name) for s in told(pack, "id", text)]
    assert kinds == [("named_person", "Jatmiko Prasaja"), ("unnamed_individual", None)]


def test_a_short_form_in_brackets_does_not_cut_a_name_off(pack: Pack) -> None:
    text = "Komisi Pengawas Air (KPA) Sumba Barat menyatakan sumur itu kering."
    assert [s.name for s in told(pack, "id", text)] == ["Komisi Pengawas Air"]


@pytest.mark.parametrize(
    ("language", "text", "reason"),
    [
        (
            "id",
            "Seorang petambak yang enggan disebut namanya mengaku sudah melapor. "
            "“Tidak digubris,” ujarnya. Ia takut kehilangan kontrak bila namanya ditulis.",
            True,
        ),
        (
            "en",
            "A porter who asked not to be named said the lift had failed. "
            "He feared reprisals from the owner.",
            True,
        ),
        # Another paragraph is about something else.
        (
            "en",
            "A porter who asked not to be named said the lift had failed.\n\n"
            "He feared reprisals from the owner.",
            False,
        ),
        # So is a sentence with a subject of its own.
        (
            "en",
            "A porter who asked not to be named said the lift had failed. "
            "Tenants feared reprisals from the owner.",
            False,
        ),
    ],
)
def test_a_reason_may_follow_in_a_sentence_of_its_own(
    pack: Pack, language: str, text: str, reason: bool
) -> None:
    (nameless,) = (s for s in told(pack, language, text) if s.kind == "explicit_anonymity")
    assert (nameless.reason is not None) is reason


def test_she_is_the_spokeswoman_who_declined_to_comment(pack: Pack) -> None:
    text = (
        "“It is finished,” one of them said.\n\n"
        "A spokeswoman for the Harbour Trust declined to comment on the leak. "
        "“We will publish our plans soon,” she said."
    )
    found = told(pack, "en", text)
    assert ("named_organisation", 2) in [(s.kind, len(s.mentions)) for s in found]


def test_a_place_in_a_phrase_is_not_who_speaks(pack: Pack) -> None:
    text = "A diplomat with knowledge of the talks in Lisbon said the ferry deal was dead."
    assert [(s.kind, s.name) for s in told(pack, "en", text)] == [("unnamed_individual", None)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Prosecutor Edith Marlow told the jury that he lied. "
            "The first witness said the man limped.",
        ),
        (
            "en",
            "Guard Edith Marlow said the gate was shut.\n\n"
            "The porter, who asked not to be named, said it was open.",
        ),
        ("ru", "Адвокат Лев Бражников заявил об ошибке. Свидетель рассказал, что видел лодку."),
    ],
)
def test_a_witness_is_not_the_lawyer_before(pack: Pack, language: str, text: str) -> None:
    named, nameless = told(pack, language, text)
    assert named.name and nameless.name is None
    assert nameless.kind in ("unnamed_individual", "explicit_anonymity")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Edith Marlow, a witness, said the gate was shut. The witness said it rained."),
        ("ru", "Свидетель Лев Бражников заявил об ошибке. Свидетель добавил, что видел лодку."),
    ],
)
def test_a_witness_who_was_named_stays_one_source(pack: Pack, language: str, text: str) -> None:
    assert len(told(pack, language, text)) == 1


@pytest.mark.parametrize("verb", ["Menurut jaksa,", "Jaksa menyebut"])
def test_a_bare_office_is_whoever_was_named_with_it(pack: Pack, verb: str) -> None:
    text = f"“Kapal itu disita,” kata jaksa Widuri Lestari. {verb} muatannya solar curian."
    assert [s.name for s in told(pack, "id", text)] == ["Widuri Lestari"]


def test_a_bare_office_that_nobody_was_named_with_stays_unnamed(pack: Pack) -> None:
    text = "“Kapal itu disita,” kata syahbandar Widuri Lestari. Menurut jaksa, solarnya curian."
    assert [s.name for s in told(pack, "id", text)] == ["Widuri Lestari", None]
