"""Statements and distinct sources."""

from __future__ import annotations

import pytest

from auditor.article import Article
from auditor.layers.analysis import LazyAnalysis
from auditor.lexicon import Lexicon
from auditor.load.lexicon import load_lexicon
from auditor.load.shipped import shipped


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(shipped() / "rules" / "_lists")


def read(lexicon: Lexicon, text: str, language: str = "en") -> LazyAnalysis:
    return LazyAnalysis(Article(text=text, language=language), lexicon)


def spans(text: str, items: tuple[object, ...]) -> list[str]:
    return [text[i.start : i.end] for i in items]  # type: ignore[attr-defined]


def test_one_official_quoted_twice_is_one_source_with_two_statements(lexicon: Lexicon) -> None:
    text = (
        "“The plan is a threat to the region,” said a senior defence official, who spoke on "
        "condition of anonymity.\n\n"
        "The official described the talks as “a waste of everybody’s time.”\n"
    )
    analysis = read(lexicon, text)
    (source,) = analysis.layer("sources")
    assert source.kind == "explicit_anonymity"
    assert not source.named
    assert len(source.statements) == len(source.mentions) == 2
    assert text[source.start : source.end].endswith("condition of anonymity")


@pytest.mark.parametrize(
    "text",
    [
        "Speaking directly to military officials, Pavel Orlov emphasized that the port was safe.",
        "Pavel Orlov said after the meeting with foreign officials that the port was safe.",
        "Pavel Orlov told residents that the port was safe, a claim amplified by state media.",
    ],
)
def test_whoever_listens_or_is_present_is_no_source(lexicon: Lexicon, text: str) -> None:
    assert [s.name for s in read(lexicon, text).layer("sources")] == ["Pavel Orlov"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Some analysts warned that prices could rise again.", "Some analysts"),
        ("The deal is dead, which some experts argue is good news.", "some experts"),
        ("The plan was met with skepticism by Western leaders.", "Western leaders"),
        ("Officials in Minsk have repeatedly denied the report.", "Officials in Minsk"),
    ],
)
def test_unnamed_sources_of_paraphrases(lexicon: Lexicon, text: str, who: str) -> None:
    analysis = read(lexicon, text)
    assert spans(text, analysis.layer("sources")) == [who]
    assert [s.form for s in analysis.layer("statements")][-1:] == ["paraphrase"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor would not say whether the bridge was safe.",
        "The State Department hired two hundred people.",
        "Their claims and reports fill three shelves.",
        "The show opened on Monday and attacks on it followed.",
    ],
)
def test_what_reports_no_speech_is_no_statement(lexicon: Lexicon, text: str) -> None:
    forms = [s.form for s in read(lexicon, text).layer("statements")]
    assert "paraphrase" not in forms
    assert "quotation" not in forms


def test_statements_know_cue_tone_occasion_and_quotations(lexicon: Lexicon) -> None:
    text = "“The port is safe,” Pavel Orlov claimed in a televised address. “Nobody is hurt.”"
    analysis = read(lexicon, text)
    (statement,) = analysis.layer("statements")
    assert (statement.cue, statement.cue_tone) == ("claimed", "doubt")
    assert statement.occasion == "in a televised address"
    assert statement.quotes == (1, 2)
    assert [q.statement for q in analysis.layer("quotes")] == [1, 1]


def test_stance_comes_from_the_words_said(lexicon: Lexicon) -> None:
    text = (
        "“They are liars and traitors,” Mira Holt said.\n\n"
        "“The vote is on Friday,” Oskar Lind said.\n"
    )
    assert [s.stance for s in read(lexicon, text).layer("statements")] == ["attack", "fact"]


def test_two_clauses_of_one_sentence_are_two_statements(lexicon: Lexicon) -> None:
    text = "Mira Holt confirmed the closure of the port, stating that ships would wait outside."
    first, second = spans(text, read(lexicon, text).layer("statements"))
    assert first == "Mira Holt confirmed the closure of the port"
    assert second.startswith("stating that")


def test_agency_is_a_wire_source_and_linked(lexicon: Lexicon) -> None:
    text = "The rebels have left the town, Reuters reported on Monday.\n"
    analysis = read(lexicon, text)
    (source,) = analysis.layer("sources")
    assert source.kind == "wire"
    assert analysis.layer("wires")[source.wire - 1].agency == source.name


def test_the_lead_rests_on_one_source_alone(lexicon: Lexicon) -> None:
    lead = "The rebels have fled the northern valley after a short battle, Pavel Orlov said."
    alone = f"Rebels flee\n\n{lead}\n\nMira Holt said schools would open on Monday.\n"
    sources = read(lexicon, alone).layer("sources")
    assert {s.name: s.sole_for for s in sources} == {"Pavel Orlov": ("lead",), "Mira Holt": ()}
    shared = alone + (
        "\nMira Holt said the rebels had fled the northern valley after a battle that was short.\n"
    )
    assert all("lead" not in s.sole_for for s in read(lexicon, shared).layer("sources"))


def test_missing_lists_make_the_layer_unknown() -> None:
    from auditor.lexicon import Language, NotKnown

    bare = Lexicon(languages={"en": Language("en", "English", {})})
    with pytest.raises(NotKnown):
        read(bare, "“The port is safe,” Pavel Orlov said.").layer("quotes")


def test_sources_that_shrink_to_one_person_contradict_themselves(lexicon: Lexicon) -> None:
    text = "Sources said the talks had failed. The source added that no date was set."
    (source,) = read(lexicon, text).layer("sources")
    assert source.people == "contradictory"


@pytest.mark.parametrize("many", ["Two officials", "Some officials", "3 officials"])
def test_one_of_two_officials_is_no_contradiction(lexicon: Lexicon, many: str) -> None:
    text = f"{many} said the talks had failed. The official added nothing more."
    assert all(s.people != "contradictory" for s in read(lexicon, text).layer("sources"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "A survey by the Northern Rivers Institute found that the maps were old. "
            "The survey said that no town had been warned.",
            "Northern Rivers Institute",
        ),
        (
            "The Halden Post reported the findings first. The newspaper said that officials "
            "had known for a year.",
            "Halden Post",
        ),
        (
            "According to a new analysis by the Water Board, prices rose.\n\n"
            "The analysis says they will rise again.",
            "Water Board",
        ),
        (
            "A new report by Lily Barton, a former tax aide, shows that costs rose. "
            "The report says they will rise again.",
            "Lily Barton",
        ),
    ],
)
def test_the_report_is_whose_it_was(lexicon: Lexicon, text: str, name: str) -> None:
    (source,) = read(lexicon, text).layer("sources")
    assert source.name == name


def test_the_memo_nobody_signed_stays_unnamed(lexicon: Lexicon) -> None:
    text = "According to a leaked memo, the dam was unsafe. The memo says that the gates are old."
    (source,) = read(lexicon, text).layer("sources")
    assert source.kind == "unnamed_document"
    assert len(source.mentions) == 2


def test_a_share_of_those_asked_is_no_source(lexicon: Lexicon) -> None:
    text = "Only 52 percent of voters agreed that the plan was right."
    assert read(lexicon, text).layer("sources") == ()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Two people familiar with the sale said the price had doubled. One of the people said "
            "it would double again.",
            "several",
        ),
        (
            "Sources in the port said the gates were shut. The source added that it was late.",
            "contradictory",
        ),
    ],
)
def test_one_of_them_is_the_same_source(lexicon: Lexicon, text: str, people: str) -> None:
    (source,) = read(lexicon, text).layer("sources")
    assert source.people == people
    assert len(source.mentions) == 2


def test_the_first_and_the_second_official_stay_two(lexicon: Lexicon) -> None:
    text = (
        "A tax official said the raid was planned. A second tax official said that it was not.\n\n"
        "“Nobody told us,” said the first official, who left in June."
    )
    first, second = read(lexicon, text).layer("sources")
    assert [len(first.mentions), len(second.mentions)] == [2, 1]


@pytest.mark.parametrize(
    "clause",
    [
        "The nurse’s name is being withheld because staff have been told not to speak.",
        "She asked not to be named because staff have been told not to speak.",
    ],
)
def test_a_reason_paragraphs_later_belongs_to_whom_it_names(lexicon: Lexicon, clause: str) -> None:
    text = (
        "“We washed the gloves,” said a nurse at the clinic.\n\nThe ministry puts the toll at 19."
        f"\n\nThe road stays shut.\n\n{clause}"
    )
    source = read(lexicon, text).layer("sources")[0]
    assert source.kind == "explicit_anonymity"
    assert source.reason == "because staff have been told not to speak"


def test_whoever_got_hold_of_a_paper_did_not_write_it(lexicon: Lexicon) -> None:
    text = "Internal emails obtained by the Halden Post show that managers knew of the leak."
    (source,) = read(lexicon, text).layer("sources")
    assert source.kind == "unnamed_document"


def test_the_plot_of_a_film_has_no_sources(lexicon: Lexicon) -> None:
    text = "In the new thriller from Lisbon, a source in the secret service says that all is lost."
    assert read(lexicon, text).layer("sources") == ()


def test_a_headlines_report_is_the_bodys(lexicon: Lexicon) -> None:
    text = (
        "# Ward ignored warnings, report finds\n\n"
        "Midwives raised the alarm nine times, the Care Quality Commission said in a report."
    )
    (source,) = read(lexicon, text).layer("sources")
    assert source.name == "Care Quality Commission"


@pytest.mark.parametrize(
    "text",
    ["Mozilla said it had mended the flaw.", "Orbis, which owns the pit, said that all was well."],
)
def test_it_is_a_body_that_says_it(lexicon: Lexicon, text: str) -> None:
    (source,) = read(lexicon, text).layer("sources")
    assert source.kind == "named_organisation"


@pytest.mark.parametrize(
    "text",
    [
        "A report said the bridge built by Acme Steel had failed.",
        "Local media broadcast footage of Ann Reed, and reported that the gate was shut.",
    ],
)
def test_whom_a_paper_tells_of_did_not_make_it(lexicon: Lexicon, text: str) -> None:
    sources = read(lexicon, text).layer("sources")
    assert sources
    assert not any(s.named for s in sources)
