"""The index: every article of a run on one page."""

from __future__ import annotations

import json
import re
from typing import Any

from html_articles import HOSTILE, hostile
from html_fixture import Builder, run, summary
from html_tree import LOOK, Node, Tree, rows, squeezed

from auditor.writers.html import index_page, index_row, page_name


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
