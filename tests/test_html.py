"""The pages as text: what an editor reads, and what must not get in."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from html_fixture import Builder, harbour, run, summary
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.load.look import load_look
from auditor.writers.html import article_page, index_page, index_row, page_name
from auditor.yamlfile import YamlProblems

REPORTS = Path(__file__).parents[1] / "reports"
LOOK = load_look(REPORTS)
VOID = {"meta", "link", "input", "br", "img", "circle", "path", "rect", "use"}


class Node:
    """As much of a tree as the tests ask for."""

    def __init__(self, tag: str, attrs: dict[str, str], parent: Node | None) -> None:
        self.tag, self.attrs, self.parent = tag, attrs, parent
        self.children: list[Node | str] = []

    @property
    def classes(self) -> set[str]:
        return set(self.attrs.get("class", "").split())

    def all(self) -> list[Node]:
        found = []
        for child in self.children:
            if isinstance(child, Node):
                found += [child, *child.all()]
        return found

    def find(self, tag: str = "", cls: str = "", **attrs: str) -> list[Node]:
        return [
            n
            for n in self.all()
            if (not tag or n.tag == tag)
            and (not cls or cls in n.classes)
            and all(n.attrs.get(k) == v for k, v in attrs.items())
        ]

    def one(self, tag: str = "", cls: str = "", **attrs: str) -> Node:
        found = self.find(tag, cls, **attrs)
        assert len(found) == 1, (tag, cls, attrs, len(found))
        return found[0]

    def text(self, without: tuple[str, ...] = ()) -> str:
        if self.classes & set(without):
            return ""
        return "".join(c if isinstance(c, str) else c.text(without) for c in self.children)


class Tree(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Node("", {}, None)
        self.feed(page)
        self.close()
        assert self.here is self.root, f"<{self.here.tag}> is never closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {k: v or "" for k, v in attrs}, self.here)
        self.here.children.append(node)
        if tag not in VOID:
            self.here = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.here.children.append(Node(tag, {k: v or "" for k, v in attrs}, self.here))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.here.tag == tag, f"</{tag}> closes <{self.here.tag}>"
            assert self.here.parent is not None
            self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def page(article: dict[str, Any] | None = None, **head: Any) -> Node:
    return Tree(article_page(run(**head), article or harbour(), LOOK)).root


def squeezed(text: str) -> str:
    return " ".join(text.split())


def article_text(root: Node) -> str:
    section = root.one("section", id="text")
    return "".join(p.text(without=("ref",)) + "\n" for p in section.find("p") if "id" in p.attrs)


def notes(root: Node) -> list[Node]:
    return root.find("div", cls="f")


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


def rows(root: Node, section: str) -> list[list[str]]:
    body = root.one("section", id=section).find("tbody")[0]
    return [
        [squeezed(c.text()) for c in row.children if isinstance(c, Node)] for row in body.find("tr")
    ]


def test_who_is_speaking() -> None:
    root = page()
    found = {row[0].split("”")[0].strip("“"): row[1:] for row in rows(root, "speaking")}
    assert found["Ilse Marrant"] == ["Named person", "1", "2", "20", "2"]
    assert found["a city official"][0] == "Anonymous by agreement"
    assert squeezed(root.one("ul", cls="legend").text()) == (
        "Named 75%Unnamed 11%No speaker found 14%"
    )
    assert "Only source for the lead" in root.one("section", id="speaking").text()


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


# Safety


HOSTILE = (
    "<script>alert(1)</script> {{7*7}} {% raw %} <b style=color:red onclick=x()>bold</b>\n\n"
    "\u202egnp.exe</script><!-- <img src=x onerror=alert(1)> \u2028 &lt; &amp; javascript:alert(1)"
)


def hostile() -> dict[str, Any]:
    b = Builder(HOSTILE, path="<i>a</i>/\"'.txt")
    b.find("dates/weekday", "<script>alert(1)</script>", 4, message=HOSTILE)
    b.find("quotations/no-speaker", "</script><!--", 4)
    name = {"name": HOSTILE, "mentions": [], "reason": HOSTILE, "sole_for": []}
    b.add("sources", "{{7*7}}", kind="named_person", named=True, **name)
    return b.build() | {"title": HOSTILE, "author": HOSTILE, "language": '"><script>'}


def test_hostile_words_stay_words() -> None:
    article = hostile()
    text = article_page(run(), article, LOOK)
    root = Tree(text).root
    assert squeezed(article_text(root)) == squeezed(HOSTILE)
    assert len(root.find("script")) == 2 and len(root.find("style")) == 1
    assert not root.find("img") and not root.find("i", style="")
    assert "{{7*7}}" in text
    assert json.loads(root.one("script", id="audit-data").text()) == article
    assert squeezed(root.one("h1").text()) == squeezed(HOSTILE)


def test_the_embedded_json_is_the_articles_object_and_cannot_end_its_element() -> None:
    article = hostile()
    text = article_page(run(), article, LOOK)
    raw = text.split('id="audit-data">')[1].split("</script>")[0]
    assert json.loads(raw) == article
    assert not re.search("[<\u2028\u2029]", raw)


@pytest.mark.parametrize("make", [harbour, hostile])
def test_no_inline_style_no_handlers_no_address_outside(make: Any) -> None:
    root = page(make())
    for node in root.all():
        assert not [a for a in node.attrs if a == "style" or a.startswith("on")], node.attrs
        for name in ("href", "src"):
            address = node.attrs.get(name, "#")
            assert address.startswith(("#", "data:image/svg+xml,")), address
    assert "url(" not in LOOK.style and "@import" not in LOOK.style


def test_the_policy_comes_before_anything_it_governs() -> None:
    head = page().one("head")
    tags = [n.tag for n in head.all()]
    policy = head.one("meta", **{"http-equiv": "Content-Security-Policy"}).attrs["content"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert tags.index("meta") < tags.index("style")


# Size, sameness, texts


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


def test_no_text_of_the_page_stands_in_a_template() -> None:
    for name, source in LOOK.templates.items():
        source = re.sub(r"{% block (kind|skip) %}\w*{% endblock %}", "", source)  # no texts
        markup = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", source, flags=re.S)
        visible = re.sub(r'<[^>]*>|[\w-]+="[^"]*"', " ", markup)
        assert not re.findall(r"[A-Za-z]{2,}", visible), name


def test_every_text_the_templates_name_is_in_the_catalogue() -> None:
    for name, source in LOOK.templates.items():
        for key in re.findall(r'\bt\("([\w.]+)"[,)]', source):
            assert key in LOOK.strings, f"{name}: {key}"
        for key in re.findall(r't\.count\("([\w.]+)"', source):
            assert {f"{key}.one", f"{key}.other"} <= set(LOOK.strings), f"{name}: {key}"


def test_another_language_falls_back_on_english(tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "reports"
    shutil.copytree(REPORTS, folder)
    (folder / "strings" / "id.yaml").write_text("verdict:\n  revise: Perbaiki dahulu.\n")
    text = article_page(run(), harbour(), load_look(folder, "id"))
    assert '<html lang="id">' in text and "Perbaiki dahulu." in text and "Quotations" in text


def test_a_broken_file_of_texts_is_told_with_its_place(tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "reports"
    shutil.copytree(REPORTS, folder)
    (folder / "strings" / "en.yaml").write_text("brand: x\nnav: [a, b]\n")
    with pytest.raises(YamlProblems, match=r"en\.yaml:2:\d+: “nav” must be a text"):
        load_look(folder)


# The index


def many(count: int) -> list[dict[str, Any]]:
    articles = []
    for number in range(count):
        b = Builder(path=f"news/{number:03}.txt")
        for nth in range(number % 7):
            b.find("wires/no-credit", None, 4, "blocking" if nth == 5 else "warning")
            b.find("dates/relative", "last week", 6)
        articles.append(b.build())
    return articles


def index(articles: list[dict[str, Any]], **head: Any) -> Node:
    rows = [index_row(a, page_name(a["path"])) for a in articles]
    head = {"summary": summary(articles), "gate": None, "links": [], "errors": []} | head
    return Tree(index_page(run(**head), rows, LOOK)).root


def test_the_index_lists_the_worst_first_and_links_every_page() -> None:
    articles = many(30)
    articles[3] |= {"score": None, "verdict": "incomplete"}
    root = index(articles)
    body = root.one("table", id="list").one("tbody").find("tr")
    scores = [r.find("td")[0].text() for r in body]
    assert scores[0] == "—"
    assert [float(s) for s in scores[1:]] == sorted(float(s) for s in scores[1:])
    assert {r.one("a").attrs["href"] for r in body} == {page_name(a["path"]) for a in articles}
    assert "30 articles audited" in root.one("h1").text()


def test_the_index_shows_a_hundred_rows_and_embeds_all() -> None:
    root = index(many(130))
    assert len(root.one("table", id="list").one("tbody").find("tr")) == 100
    assert len(json.loads(root.one("script", id="audit-data").text())["rows"]) == 130
    assert "100 worst of 130" in root.one("noscript").text()


def test_the_histogram_counts_every_score_once() -> None:
    articles = many(30)
    chart = index(articles).one("svg", cls="histogram")
    assert sum(int(t.text()) for t in chart.find("text", cls="n")) == 30
    assert "Pass mark 75" in chart.attrs["aria-label"]


def test_the_rule_table_adds_up() -> None:
    articles = many(14)
    found = {r[0].split()[-1]: r[1:] for r in rows(index(articles), "rules")}
    counted = [f for a in articles for f in a["findings"] if f["rule"] == "dates/relative"]
    lost = sum(f["counted"] for f in counted)
    assert found["dates/relative"] == [
        str(len(counted)),
        "12",
        "86%",
        f"{lost:.1f}".removesuffix(".0"),
    ]


def test_the_gate_and_unreadable_files_are_told() -> None:
    root = index(
        many(2),
        gate={"passed": False, "failed": ["1 article to revise"]},
        errors=[{"path": "x.bin", "message": "not a text"}],
    )
    assert "This run does not pass. 1 article to revise" in squeezed(
        root.one("p", cls="verdict").text()
    )
    assert "x.bin not a text" in squeezed(root.one("section", id="errors").text())


def test_an_empty_run_has_an_index() -> None:
    assert "0 articles audited" in index([]).one("h1").text()


def test_hostile_titles_stay_words_in_the_index() -> None:
    article = hostile()
    root = index([article])
    assert squeezed(root.one("a", cls="name").text()) == squeezed(HOSTILE)
    assert len(root.find("script")) == 2


def test_page_names_are_readable_safe_and_distinct() -> None:
    names = [page_name(p) for p in ("a/Story One.txt", "b/Story One.txt", "../../é", "x" * 300)]
    assert names[0].startswith("story-one-txt-") and len(set(names)) == 4
    assert all(re.fullmatch(r"[a-z0-9-]{1,60}\.html", n) for n in names)
