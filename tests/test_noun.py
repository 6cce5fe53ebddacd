"""What kind of source a noun phrase is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from auditor.article import Article, Block
from auditor.layers.analysis import LazyAnalysis
from auditor.layers.attribution.noun import classify
from auditor.layers.attribution.noun_phrase import NounPhrase
from auditor.lexicon import Lexicon
from auditor.load.institutions import load_institutions
from auditor.load.lexicon import load_lexicon
from auditor.load.shipped import shipped
from auditor.yamlfile import YamlProblems


@cache
def lexicon() -> Lexicon:
    return load_lexicon(shipped() / "rules" / "_lists")


def noun(
    phrase: str, language: str = "en", sentence: str = "So it stands. {} said it."
) -> NounPhrase | None:
    text = sentence.format(phrase)
    article = Article(text, language=language, blocks=(Block("body", 0, len(text)),))
    start = text.index(phrase)
    return classify(LazyAnalysis(article, lexicon()), start, start + len(phrase))


def found(phrase: str, language: str = "en") -> NounPhrase:
    result = noun(phrase, language)
    assert result is not None, phrase
    return result


@pytest.mark.parametrize(
    ("phrase", "name", "role"),
    [
        ("Nadia Verhoeven", "Nadia Verhoeven", None),
        ("Mr. Okafor", "Okafor", None),
        ("Foreign Minister Ilse van der Meer", "Ilse van der Meer", "Foreign Minister"),
        ("Tomsk Mayor Pavel Orlov", "Pavel Orlov", "Tomsk Mayor"),
        ("a retired police officer, Grace Mbeki", "Grace Mbeki", "retired police officer"),
        ("the head of the harbour board, Jonas Lindqvist", "Jonas Lindqvist", None),
        ("a fisherman named Tomas Reyes", "Tomas Reyes", "fisherman"),
        ("Leila Haddad, a nurse at the clinic", "Leila Haddad", "nurse at the clinic"),
        ("Channel Four’s Ewan Price", "Ewan Price", None),
        ("Stephen King", "Stephen King", None),
        ("Former President Bill Clinton", "Bill Clinton", "Former President"),
    ],
)
def test_a_person_keeps_the_name_without_titles(phrase: str, name: str, role: str | None) -> None:
    person = found(phrase)
    assert (person.kind, person.named, person.name) == ("named_person", True, name)
    if role is not None:
        assert person.role == role


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Kremlin", "Kremlin"),
        ("Norway’s air force", "Norway’s air force"),
        ("the Ministry of Fisheries", "Ministry of Fisheries"),
        ("the Justice Department", "Justice Department"),
        ("Police in Leeds", "Police in Leeds"),
        ("prosecutors", "prosecutors"),
        ("the Harbour Workers Union", "Harbour Workers Union"),
        ("the IAEA", "IAEA"),
        ("the Committee for Safer Harbours", "Committee for Safer Harbours"),
        ("The Evening Courier", "Evening Courier"),
        ("the company", "company"),
        ("a report by the UN refugee agency", "UN refugee agency"),
        ("a Gallup poll", "Gallup"),
        ("the indictment", "indictment"),
        ("Citizenship and Immigration Services", "Citizenship and Immigration Services"),
    ],
)
def test_an_accountable_body_is_a_named_source(phrase: str, name: str) -> None:
    body = found(phrase)
    assert (body.kind, body.people, body.name) == ("named_organisation", "body", name)


@pytest.mark.parametrize(
    "phrase", ["a spokesman for the Pentagon", "a foreign ministry spokeswoman"]
)
def test_a_spokesman_is_as_accountable_as_the_body(phrase: str) -> None:
    speaker = found(phrase)
    assert (speaker.kind, speaker.named, speaker.people) == ("named_organisation", True, "one")
    assert speaker.organisation in ("Pentagon", "foreign ministry")


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("a senior Finnish defence official", "official"),
        ("one analyst", "analyst"),
        ("a source close to the talks", "source"),
        ("another Western diplomat in the room", "diplomat"),
        ("one of the president’s advisers", "advisers"),
        ("the official", "official"),
        ("a neighbour", "neighbour"),
        ("a pollster who asked not to be named", "pollster"),
    ],
)
def test_one_person_nobody_names(phrase: str, head: str) -> None:
    person = found(phrase)
    assert (person.kind, person.named, person.people) == ("unnamed_individual", False, "one")
    assert person.head == head


@pytest.mark.parametrize(
    "phrase",
    [
        "officials",
        "Officials in Warsaw",
        "two people familiar with the matter",
        "Some economists",
        "others",
        "Many in the valley",
        "those close to the negotiations",
        "local residents",
        "Western leaders",
        "Kremlin officials",
        "intelligence agencies",
        "creditors",
        "state and local leaders",
        "the two men",
        "His aides",
        "supporters of NATO",
    ],
)
def test_several_people_nobody_names(phrase: str) -> None:
    people = found(phrase)
    assert (people.kind, people.named) == ("vague_collective", False)


def test_an_unnamed_official_is_anonymous_outright() -> None:
    assert found("an unnamed government official").kind == "explicit_anonymity"


def test_media_and_documents_without_a_publisher() -> None:
    assert found("Hungarian state media").kind == "unnamed_media"
    assert found("local newspapers").kind == "unnamed_media"
    assert found("intelligence briefings shown to the cabinet").kind == "unnamed_document"
    assert found("Earlier reports").kind == "unnamed_document"
    assert found("a leaked memo").kind == "unnamed_document"


def test_a_news_agency_goes_by_its_usual_name() -> None:
    agency = found("South Korean news agency Yonhap")
    assert (agency.kind, agency.named) == ("wire", True)
    assert agency.name is not None and agency.name.startswith("Yonhap")


@pytest.mark.parametrize(
    "phrase",
    [
        "it",
        "This",
        "which",
        "she",
        "the situation",
        "Monday",
        "the mind",
        "43 percent",
        "a global problem",
        "Renewable energy sources",
        "her eyes",
    ],
)
def test_what_cannot_say_anything_is_no_source(phrase: str) -> None:
    assert noun(phrase) is None


def test_the_body_somebody_belongs_to() -> None:
    assert found("Analysts at the Institute for the Study of War").organisation == (
        "Institute for the Study of War"
    )
    assert found("a White House aide").organisation == "White House"
    assert found("an engineer with Northvolt").organisation == "Northvolt"
    assert found("critics of NATO").organisation is None
    assert found("residents of Boise").organisation is None


def test_a_country_is_a_body_with_no_organisation() -> None:
    country = found("the United States")
    assert (country.kind, country.people, country.country) == ("named_organisation", "body", "US")
    assert country.organisation is None
    assert found("Moscow").country == "RU"
    assert found("a senior Russian officer").country == "RU"
    assert found("Rep. Ann Jordan").country is None


def test_who_holds_an_office_is_known_without_a_name() -> None:
    holder = found("the prime minister")
    assert (holder.kind, holder.named, holder.name) == ("named_person", True, None)
    assert found("a former prime minister").kind == "unnamed_individual"
    assert found("Anna Berg’s mother").named
    assert not found("a friend").named


def test_gender_where_a_word_tells_it() -> None:
    assert found("Mrs. Lund").gender == "f"
    assert found("a party spokesman").gender == "m"
    assert found("Elena Markova").gender == "f"
    assert found("Officer Lund").gender is None


def test_a_capital_at_the_start_of_a_sentence_proves_nothing() -> None:
    line = "The bloggers were busy. {} said it."
    bloggers = noun("Bloggers", sentence=line)
    assert bloggers is not None and not bloggers.named


@pytest.mark.parametrize(
    ("phrase", "kind", "named"),
    [
        ("seorang pejabat senior Rusia", "unnamed_individual", False),
        ("sejumlah pengamat", "vague_collective", False),
        ("warga", "vague_collective", False),
        ("sumber yang mengetahui masalah itu", "unnamed_individual", False),
        ("sumber-sumber di kepolisian", "vague_collective", False),
        ("seorang abdi dalem", "unnamed_individual", False),
        ("bekas manajer perusahaan itu", "unnamed_individual", False),
        ("laporan tahunan Ombudsman Pusat", "named_organisation", True),
        ("BPBD Kabupaten Rawasari", "named_organisation", True),
        ("media lokal Kamboja", "unnamed_media", False),
        ("media setempat", "unnamed_media", False),
        ("laporan intelijen", "unnamed_document", False),
        ("staf umum militer Ukraina", "named_organisation", True),
        ("Kementerian Pertahanan Jepang", "named_organisation", True),
        ("juru bicara Kremlin", "named_organisation", True),
        ("polisi", "named_organisation", True),
        ("Presiden Prancis Emmanuel Macron", "named_person", True),
        ("Seorang warga bernama Wayan", "named_person", True),
    ],
)
def test_indonesian(phrase: str, kind: str, named: bool) -> None:
    result = found(phrase, "id")
    assert (result.kind, result.named) == (kind, named)


def test_indonesian_names_and_things() -> None:
    assert found("Presiden Prancis Emmanuel Macron", "id").name == "Emmanuel Macron"
    assert found("staf umum militer Ukraina", "id").country == "UA"
    assert noun("Sumber daya alam", "id") is None
    assert noun("dia", "id") is None


def test_a_newsroom_may_add_institutions(tmp_path: Path) -> None:
    path = tmp_path / "institutions.yaml"
    path.write_text("- Harbour (Board|Council)\n- lifeboat service\n", encoding="utf-8")
    phrases = load_institutions(path)
    text = "The lifeboat service said so."
    article = Article(text, language="en", blocks=(Block("body", 0, len(text)),))
    own = Lexicon(languages=lexicon().languages, institutions=phrases)
    body = classify(LazyAnalysis(article, own), 0, len("The lifeboat service"))
    assert body is not None and body.name == "lifeboat service"
    assert load_institutions(tmp_path / "none.yaml") == ()


def test_faults_of_the_institutions_file_are_named(tmp_path: Path) -> None:
    path = tmp_path / "institutions.yaml"
    path.write_text("- Harbour (Board\n- [a, b]\n", encoding="utf-8")
    with pytest.raises(YamlProblems) as caught:
        load_institutions(path)
    assert [p.line for p in caught.value.problems] == [1, 2]
