"""The page of an article, as text: what an editor reads."""

from __future__ import annotations

import json
from typing import Any

import pytest
from html_articles import harbour
from html_fixture import Builder, run
from html_tree import LOOK, REPORTS, Tree, article_text, notes, page, rows, squeezed
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.load.look import load_look
from auditor.writers.html import article_page

# What an editor sees first


def test_the_verdict_says_what_to_do_and_why() -> None:
    verdict = squeezed(page().one("p", cls="verdict").text())
    assert verdict == (
        "Revise before republishing. Anonymity without a reason. Lead rests on one unnamed source."
    )


def test_a_clean_article_is_ready() -> None:
    root = page(Builder().build())
    verdict = squeezed(root.one("p", cls="verdict").text())
    assert verdict.startswith("Ready to republish.")
    assert root.one("svg", role="img").attrs["aria-label"].startswith("Score 100 out of 100")
    assert not root.find("div", cls="way")


def test_an_incomplete_audit_shows_no_score_and_says_why() -> None:
    article = harbour() | {
        "score": None,
        "verdict": "incomplete",
        "reasons": ["The rule dates/order broke."],
        "errors": [{"rule": "dates/order", "message": "division by zero"}],
    }
    root = page(article)
    gauge = root.one("div", cls="gauge")
    assert "—" in gauge.text() and "100 " not in gauge.text()
    assert not gauge.find("circle", cls="arc")
    assert "The rule dates/order broke." in root.one("p", cls="verdict").text()
    assert "The rule dates/order broke." in root.one("section", id="why").text()
    assert "division by zero" in root.one("section", id="checks").text()


def test_every_way_to_the_score_leads_to_the_same_figure() -> None:
    article = harbour()
    root = page(article)
    table = root.one("table", cls="sum")
    lost = [float(r.find("td")[-1].text().replace("−", "-")) for r in table.find("tr")[1:-1]]
    embedded = json.loads(root.one("script", id="audit-data").text())
    from_findings = 100 - sum(
        min(
            category["cap"],
            sum(f["counted"] for f in embedded["findings"] if f["category"] == name),
        )
        for name, category in embedded["categories"].items()
    )
    shown = float(root.one("text", cls="score").text())
    assert shown == article["score"] == 100 + sum(lost) == from_findings
    assert f"= {shown}" in root.one("details", cls="sums").text()
    by_rule = {
        row.one("code").text(): float(row.find("td")[-1].text())
        for row in root.one("table", cls="detail").find("tr")
        if row.find("code")
    }
    assert by_rule["anonymous-sourcing/vague-collective"] == 4.5
    assert sum(by_rule.values()) == 100 - shown


def test_the_ring_is_a_full_circle_of_score_and_losses() -> None:
    article = harbour()
    arcs = page(article).one("div", cls="gauge").find("circle", cls="arc")
    lengths = [float(a.attrs["stroke-dasharray"].split()[0]) for a in arcs]
    assert len(arcs) == 6
    assert sum(lengths) == pytest.approx(2 * 3.14159 * 84, rel=0.03)
    assert lengths[0] / sum(lengths) == pytest.approx(article["score"] / 100, abs=0.01)


def test_the_shortest_way_gives_what_it_promises() -> None:
    article = harbour()
    way = page(article).one("div", cls="way")
    gains = [float(b.text()) for b in way.find("b")]
    assert article["score"] + sum(gains) == 76
    assert "to 76" in way.text()
    cleared = {a.attrs["href"][3:] for a in way.find("a")}
    assert {f["id"] for f in article["findings"] if f["severity"] == "blocking"} <= cleared


def test_the_way_counts_caps() -> None:
    b = Builder()
    for words in ("Stennet", "harbour", "cracks"):
        b.find("anonymous-sourcing/no-reason", words, 16, "blocking")
    for words in ("closed", "piers", "public"):
        b.find("anonymous-sourcing/sole-for-lead", words, 16)
    article = b.build()
    way = page(article).one("div", cls="way")
    assert article["score"] == 70
    assert [float(b.text()) for b in way.find("b")] == [2, 28]


# The text and its notes


def test_the_text_is_the_articles_text() -> None:
    article = harbour()
    assert squeezed(article_text(page(article))) == squeezed(article["text"])


WORDS = st.text(st.sampled_from("ab“”<>&\"'{}\u202e\u2028é漢 \n"), min_size=1, max_size=60)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=6))
def test_no_character_is_lost_or_doubled_under_any_marks(
    text: str, spans: list[tuple[int, int]]
) -> None:
    b = Builder(text)
    for start, length in spans:
        finding = b.find("dates/weekday", None, 1)
        end = min(start + length, len(text))
        if start < end:
            finding |= {"start": start, "end": end, "text": text[start:end]}
    article = b.build()
    if len(text) > 20:
        article["blocks"] = article["blocks"][1:]
    root = page(article)
    assert squeezed(article_text(root)) == squeezed(text)
    assert len(notes(root)) == len(spans)
    assert not [m for m in root.find("mark") if m.find("mark")]


def test_overlapping_findings_are_cut_into_segments_that_name_both() -> None:
    root = page()
    marks = {squeezed(m.text()): m for m in root.find("mark")}
    both = marks["a city official said"]
    titles = {n.attrs["data-n"]: n.one("span", cls="t").text() for n in notes(root)}
    assert [titles[n] for n in both.attrs["data-f"].split()] == [
        "Anonymity without a reason",
        "Lead rests on one unnamed source",
    ]
    assert "blocking" in both.classes
    assert "warning" in marks["after cracks were found in two of its piers,"].classes


def test_each_badge_leads_to_its_note_and_back() -> None:
    root = page()
    badges = root.one("section", id="text").find("sup", cls="ref")
    assert len(badges) == 11
    for badge in badges:
        link = badge.one("a")
        note = root.one("div", id=link.attrs["href"][1:])
        assert note.one("span", cls="i").text() == badge.text()
        assert note.one("span", cls="t").text() in link.attrs["aria-label"]
        root.one(id=f"m{badge.text()}")


def test_a_note_says_all_there_is_to_say() -> None:
    article = harbour()
    finding = next(f for f in article["findings"] if f["severity"] == "blocking")
    note = page(article).one("div", id=f"f-{finding['id']}")
    text = squeezed(note.text())
    assert note.one("span", cls="t").text() == "Anonymity without a reason"
    assert note.one("span", cls="pt").text() == "−8"
    assert squeezed(note.one("span", cls="lv").text()) == "Blocking · AAnonymous sourcing"
    assert note.find("i", cls="shape")
    assert "open" in note.one("details").attrs
    for words in (
        finding["message"],
        finding["advice"],
        "Readers cannot judge a claim whose source hides",
        "House style, sources",
        "the same source again “the official said”",
        "anonymous-sourcing/no-reason, paragraph 1",
    ):
        assert words in text


def test_a_halved_finding_shows_what_it_was_worth() -> None:
    note = next(n for n in notes(page()) if n.one("span", cls="pt").text() == "−1.5")
    assert "3 points, counted as 1.5" in note.text()


def test_findings_on_the_whole_article_stand_above_the_text() -> None:
    root = page()
    whole = root.one("section", id="whole")
    assert [n.one("span", cls="t").text() for n in notes(whole)] == [
        "No date of publication",
        "No byline and no credit",
    ]
    assert [n.attrs["data-n"] for n in notes(root)] == [str(i) for i in range(1, 14)]


def test_a_finding_without_a_place_is_shown_and_says_so() -> None:
    b = Builder("One word.\n\n\n\nTwo words.")
    b.find("dates/weekday", None, 1).update({"start": 10, "end": 12, "text": "lost"})
    whole = page(b.build()).one("section", id="whole")
    assert "no place that can be marked" in whole.text() and "lost" in whole.text()


def test_a_dismissed_finding_is_set_aside_with_its_reason() -> None:
    article = harbour()
    root = page(article)
    aside = next(f for f in article["findings"] if f["decision"])
    assert not root.find(id=f"f-{aside['id']}")
    assert "he did refuse, twice" in root.one("section", id="checks").text()
    assert "1 finding is set aside" in root.one("section", id="checks").text()


def test_language_and_direction_are_on_each_paragraph() -> None:
    article = harbour() | {"language": "ar"}
    paragraphs = [p for p in page(article).one("section", id="text").find("p") if "id" in p.attrs]
    assert paragraphs
    assert all(p.attrs["dir"] == "auto" and p.attrs["lang"] == "ar" for p in paragraphs)


# Below the text


def test_who_is_speaking() -> None:
    root = page()
    found = {row[0].split("”")[0].strip("“"): row[1:] for row in rows(root, "speaking")}
    assert found["Ilse Marrant"] == ["Named person", "1", "2", "20", "56%", "2"]
    assert found["Analysts"][2:5] == ["—", "—", "—"]
    assert found["a city official"][0] == "Anonymous by agreement"
    assert squeezed(root.one("ul", cls="legend").text()) == (
        "Named 75%Unnamed 11%No speaker found 14%"
    )
    assert "Only source for the lead" in root.one("section", id="speaking").text()


def speaking(article: dict[str, Any]) -> dict[str, str]:
    """What stands below the name of each source."""
    body = page(article).one("section", id="speaking").find("tbody")[0]
    names = [row.find("th")[0] for row in body.find("tr")]
    fine = [" / ".join(squeezed(n.text()) for n in th.find("span", cls="fine")) for th in names]
    return dict(zip((squeezed(th.text(without=("fine",))) for th in names), fine, strict=True))


def test_a_source_counts_once_however_often_it_is_mentioned() -> None:
    told = speaking(harbour())
    assert "Counted once, 2 mentions" in told["“a city official”"]
    assert "Counted" not in told["Ilse Marrant"]


def test_why_the_name_is_left_out_or_that_nobody_says_why() -> None:
    article = harbour()
    told = speaking(article)
    missing = "No reason given"
    assert {name for name, fine in told.items() if missing in fine} == {
        "“a city official”",
        "“Analysts”",
    }
    article["sources"][0]["reason"] = "for fear of losing his post"
    told = speaking(article)["“a city official”"]
    assert "Reason given: for fear of losing his post" in told and missing not in told


def test_how_a_source_knows() -> None:
    told = speaking(harbour())
    assert "How it knows: briefed on the inspection" in told.pop("“a city official”")
    assert "knows" not in " ".join(told.values())


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("named_person", "Named person"),
        ("named_organisation", "Named institution"),
        ("wire", "News agency"),
        ("explicit_anonymity", "Anonymous by agreement"),
        ("unnamed_individual", "Unnamed person"),
        ("vague_collective", "Unnamed group"),
        ("unnamed_media", "Unnamed media"),
        ("unnamed_document", "Unnamed document"),
    ],
)
def test_the_kind_of_a_source_in_words(kind: str, word: str) -> None:
    article = harbour()
    article["sources"][1]["kind"] = kind
    assert ["Ilse Marrant", word] in [
        [row[0].removesuffix("No reason given"), row[1]] for row in rows(page(article), "speaking")
    ]


def test_quotations_with_speaker_and_reasons() -> None:
    found = rows(page(), "quotations")
    assert found[0] == [
        "“until the first frost”",
        "a city officialas “the official”Anonymous by agreement",
        "Sure 97%same sentence, reporting verb between them",
        "4",
        "1",
    ]
    assert found[-1][1] == "No speaker found"


def test_dates_with_checks_and_conflicts() -> None:
    found = rows(page(), "dates")
    assert found[0] == ["Wednesday, 14 May 2025", "14 May 2025", "day exists, weekday", "—", "1"]
    assert found[1][1] == "cannot be worked out"
    assert found[3][3] == "Order does not fit “2021”Computed: 5 years"
    assert found[4][3] == "Order does not fit “2016”Computed: 5 years"


def test_an_agencys_owner_is_unverified_until_checked() -> None:
    article = harbour()
    assert "unverified" in rows(page(article), "credits")[0][3]
    article["wires"][0]["verified"] = True
    assert "unverified" not in rows(page(article), "credits")[0][3]


def test_nothing_found_and_not_looked_at_are_different_things() -> None:
    article = Builder().build()
    assert "No quotation was found." in page(article).one("section", id="quotations").text()
    article["undecided"] = [{"layer": "quotes", "reason": "no word lists"}]
    assert "Not looked at" in page(article).one("section", id="quotations").text()


def test_passed_and_not_applicable_are_counted_and_explained() -> None:
    checks = page().one("section", id="checks")
    assert "4 checks passed" in checks.text()
    assert "the pack has no list “opinion” for English" in checks.text()
    assert all("open" not in d.attrs for d in checks.find("details"))


def test_provenance_names_every_input() -> None:
    article = harbour()
    text = squeezed(page(article).one("section", id="provenance").text())
    for words in ("auditor 0.1.0", "default 0.1.0", "91d0" * 16, article["sha256"], "20 May 2025"):
        assert words in text


# Size, sameness


def test_budgets_of_a_typical_article() -> None:
    b = Builder("\n\n".join([harbour()["text"], *["Nothing more was said that day. " * 15] * 9]))
    assert 5000 < len(b.text) < 6000
    source = harbour()
    b.findings, b.layers = source["findings"], {n: source[n] for n in b.layers}
    for nth in range(1, 5):
        b.find("dates/relative", "that day", 3).update(b.span("that day", nth * 3))
    text = article_page(run(), b.build(), LOOK)
    assert len(text.encode()) <= 120_000
    assert len(Tree(text).root.all()) <= 1_500


def test_same_input_same_bytes() -> None:
    first = article_page(run(), harbour(), LOOK)
    assert first == article_page(run(), harbour(), load_look(REPORTS))
