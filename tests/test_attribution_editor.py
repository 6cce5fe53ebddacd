"""What an editor would not let pass: people who only might speak, and names cut wrongly."""

from __future__ import annotations

from functools import cache

import pytest
from conftest import article

from auditor.items import Source
from auditor.layers.analysis import LazyAnalysis
from auditor.lexicon import Lexicon
from auditor.load.lexicon import load_lexicon
from auditor.load.shipped import shipped


@cache
def lexicon() -> Lexicon:
    return load_lexicon(shipped() / "rules" / "_lists")


def read(text: str, language: str = "en") -> LazyAnalysis:
    return LazyAnalysis(article(f"Harbour news today\n\n{text}\n", language=language), lexicon())


def sources(text: str, language: str = "en") -> tuple[Source, ...]:
    return read(text, language).layer("sources")


def speakers(text: str, language: str = "en") -> list[str | None]:
    quotes = read(text, language).layer("quotes")
    return [q.speaker.name if q.speaker else None for q in quotes]


@pytest.mark.parametrize(
    "text",
    [
        "In spring, when people think that the ice is thick, the harbour closes.",
        "All that counts is what the voters say they want.",
        "Politicians always promise that the bridge will be painted.",
        "The mayor likes residents who say that the harbour is fine.",
        "Historians will look back and ask why nobody repaired the dam.",
        "Shoppers have been exposed to leaflets warning of empty shelves.",
        "Pupils who like to say things such as “boats first” are few.",
        "Some of it was lost by insisting on the old route.",
    ],
)
def test_what_a_sort_of_people_might_say_is_no_statement(text: str) -> None:
    assert sources(text) == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two officials who say they saw the ship refused to land.", "Two officials"),
        ("Western diplomats, who said that it came late, left.", "Western diplomats"),
        ("Residents left the hall, saying they were tired of it.", "Residents"),
        ("When the ferry sank, officials said that the pumps had failed.", "officials"),
    ],
)
def test_what_a_group_did_say_stays_a_statement(text: str, who: str) -> None:
    analysis = read(text)
    assert [analysis.text[s.start : s.end] for s in analysis.layer("sources")] == [who]


def test_a_noun_that_looks_like_a_verb_has_no_singular_speaker() -> None:
    assert sources("The mayor signed an executive order that closes the pier at night.") == ()
    (official,) = sources("An official reports that the pier is closed.")
    assert official.kind == "unnamed_individual"


def test_a_participle_behind_a_comma_belongs_to_the_main_clause() -> None:
    found = sources(
        "Mayor Ilse Baum mocked rivals who praise the harbour, saying that she would sell it."
    )
    assert [s.name for s in found] == ["Ilse Baum"]


def test_the_first_word_of_a_sentence_is_no_speaker() -> None:
    text = (
        "Chancellor Otto Braun called the plan “late”. Asked whether he had read it, he said: "
        "“Yes, twice over.”"
    )
    assert speakers(text) == ["Otto Braun", "Otto Braun"]


def test_two_sentences_never_share_a_name() -> None:
    text = (
        "“Nobody is hiring,” said Ruth Aldous of the Institute of Directors. Employers say that "
        "the tax has hurt them."
    )
    assert {s.name for s in sources(text)} == {"Ruth Aldous", None}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Her death was confirmed by her son, Kwame Oyelaran.", "Kwame Oyelaran", "son"),
        (
            "“We acted at once,” said its director of quality, Niall Dunne.",
            "Niall Dunne",
            "director of quality",
        ),
        ("Leo Spratt, 63, who drove him, said that the car was lost.", "Leo Spratt", None),
        (
            "“There is a bog,” said the lead author, hydrologist Fenella Stark.",
            "Fenella Stark",
            "lead author, hydrologist",
        ),
        ("Prosecutor Fiona Lake said that the safe was empty.", "Fiona Lake", "Prosecutor"),
        ("His barrister, Mark Ruane KC, said that he slept.", "Mark Ruane KC", "barrister"),
    ],
)
def test_a_name_behind_a_role(text: str, name: str, role: str | None) -> None:
    (source,) = sources(text)
    assert (source.kind, source.name, source.role) == ("named_person", name, role)


def test_a_firm_with_an_ampersand_is_a_body() -> None:
    (source,) = sources("Borrow & Sons said that the wet spring was to blame.")
    assert (source.kind, source.name) == ("named_organisation", "Borrow & Sons")


@pytest.mark.parametrize(
    "text",
    [
        "Two in three said that they would rather walk.",
        "Four out of 10 said that they would rather walk.",
        "The bill has nine sponsors and no Republicans say that it will pass.",
    ],
)
def test_a_share_or_nobody_is_no_source(text: str) -> None:
    assert sources(text) == ()


def test_figures_are_no_people() -> None:
    assert all(
        s.kind != "vague_collective"
        for s in sources("Figures published on Sunday suggest that the harbour is losing money.")
    )


def test_whoever_said_behind_a_quotation_need_stand_in_no_list() -> None:
    assert speakers("“The roof was shut all night,” said an ironmonger.") == ["an ironmonger"]
    assert speakers("“The roof was shut all night,” said a sign on the door.") == [None]


# Indonesian


def test_agency_copy_that_ends_with_kata_is_attributed() -> None:
    found = sources("Pelabuhan ditutup selama sembilan hari, kata Menteri Budi Santoso.", "id")
    assert [s.name for s in found] == ["Budi Santoso"]


def test_a_clause_of_anonymity_does_not_hide_the_verb() -> None:
    (source,) = sources(
        "Seorang pejabat pelabuhan yang enggan disebut namanya karena tidak berwenang berbicara "
        "mengatakan kapal itu bocor.",
        "id",
    )
    assert (source.kind, source.people) == ("explicit_anonymity", "one")


def test_where_an_official_works_is_not_the_officials_name() -> None:
    (source,) = sources("Seorang pejabat Gedung Putih mengatakan kapal itu bocor.", "id")
    assert (source.kind, source.organisation) == ("unnamed_individual", "Gedung Putih")


def test_one_word_before_an_age_is_a_name() -> None:
    (source,) = sources(
        "Seorang saksi mata, Sarmin (50), mengaku mendengar tiga kali ledakan.", "id"
    )
    assert (source.kind, source.name) == ("named_person", "Sarmin")


def test_the_relative_with_a_name_speaks_not_the_dead() -> None:
    text = (
        "Ki Sudarmo meninggal dunia kemarin.\n\n"
        "“Bapak berpesan supaya kami rukun,” kata putranya, Joko Lestanto."
    )
    assert speakers(text, "id") == ["Joko Lestanto"]


def test_a_ministry_speaks_in_its_statement() -> None:
    text = "Kementerian Perdagangan dalam pernyataan menyebut langkah itu “sesuai harapan kita”."
    assert speakers(text, "id") == ["Kementerian Perdagangan"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The quay was full. “We waited all night,” said Kelly. “Look at it now.”", ["Kelly"] * 2),
        ("“We waited all night,” Kelly said on the quay.", ["Kelly"]),
        ("“We shall wait until it is over,” Reilly told them.", ["Reilly"]),
    ],
)
def test_a_name_that_looks_like_an_adverb_speaks(text: str, names: list[str]) -> None:
    quotes = read(text).layer("quotes")
    assert [q.speaker and q.speaker.name for q in quotes] == names


def test_a_plural_possessive_does_not_cut_the_source() -> None:
    (source,) = read("Prices fell, according to the skippers’ association.").layer("sources")
    assert (source.named, source.kind) == (True, "named_organisation")


def test_both_are_people_who_were_named_before() -> None:
    text = "Ann Reed met Bo Lind. Both women said there were no plans."
    assert all(s.named for s in read(text).layer("sources"))


def test_a_headline_verb_nobody_knows_does_not_join_the_name() -> None:
    text = "# Sarah Silver heckles harbour supporters: ‘You are being ridiculous tonight.’"
    (quote,) = read(text).layer("quotes")
    assert quote.speaker is not None
    assert quote.speaker.name == "Sarah Silver"


def test_the_person_is_the_source_without_a_name_just_before() -> None:
    text = (
        "Another source familiar with the plan said, “I think he will try to be friendly.” At the"
        " same time, the person added, “you saw what it did to him last year.”"
    )
    (source,) = sources(text)
    assert len(source.statements) == 2


def test_what_is_told_before_said_is_the_sources_claim() -> None:
    (source,) = sources("The last bus left at noon, said an official familiar with the matter.")
    assert (source.kind, source.named) == ("unnamed_individual", False)
    text = "The rate will rise in May, said an official who asked not to be named."
    reading = read(text)
    (statement,) = reading.layer("statements")
    assert reading.text[statement.start : statement.end] == text


@pytest.mark.parametrize("who", ["the ferryman", "a ferryman", "the old ferryman"])
def test_whoever_speaks_beside_a_quotation_is_somebody(who: str) -> None:
    text = f"“The gate was shut when we came to it,” {who} said."
    assert speakers(text) == [who]
    assert [s.named for s in sources(text)] == [False]


def test_a_bare_source_has_no_role() -> None:
    (bare,) = sources("The deal with the union is dead, a source said.")
    (told,) = sources("The deal with the union is dead, a senior union official said.")
    assert (bare.role, told.role) == (None, "senior union official")
