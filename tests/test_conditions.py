"""What conditions mean: three answers, paths over links, shares, operands."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from auditor import load_pack
from auditor.article import Article, Block
from auditor.engine.conditions import Condition
from auditor.engine.parse_condition import Scope, read_condition
from auditor.items import (
    UNKNOWN,
    ArticleItem,
    DateExpression,
    Item,
    Quote,
    Source,
    Speaker,
    Statement,
    Wire,
)
from auditor.layers.analysis import LazyAnalysis
from auditor.layers.registry import compute
from auditor.lexicon import Language, Lexicon
from auditor.partial_date import PartialDate
from auditor.yamlfile import Report, parse


@cache
def load_lexicon_once() -> Lexicon:
    return load_pack().lexicon


TEXT = "One two three four five six seven eight."


def condition(text: str, layer: str, selected: str | None = None) -> Condition:
    report = Report("c.yaml")
    lexicon = Lexicon({"en": Language("en", "English", {"who": ("ann", "bo")})})
    scope = Scope(report, layer, selected or layer, lexicon, ("en",))
    read = read_condition(parse(text, "c.yaml"), scope)
    report.raise_if_any()
    return read


def analysis(**layers: tuple[Item, ...]) -> LazyAnalysis:
    """An analysis whose layers are given instead of computed."""
    made = LazyAnalysis(
        Article(text=TEXT, language="en", blocks=(Block("body", 0, len(TEXT)),)), Lexicon()
    )
    for name in ("quotes", "statements", "sources", "wires", "dates", "article"):
        made._memo[compute(name)] = layers.get(name, ())
    return made


def source(number: int, **fields: Any) -> Source:
    return Source(
        **{"number": number, "start": 0, "end": 3, "kind": "named_person", "named": True} | fields
    )


def holds(text: str, item: Item, layer: str, **layers: tuple[Item, ...]) -> bool | None:
    return condition(text, layer).holds(item, item, analysis(**layers))


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("{kind: named_person}", True),
        ("{kind: [wire, named_person]}", True),
        ("{kind: {not: wire}}", True),
        ("{kind: {not: [wire, named_person]}}", False),
        ("{named: yes}", True),
        ("{named: no}", False),
        ("{role: none}", True),
        ("{role: known}", False),
        ("{role: {not: mayor}}", False),
        ("{role: mayor}", False),
        ("{name: ann   REED}", True),
        ("{name: {matches: '^ann'}}", True),
        (r"{name: {matches: '^\L<who> reed'}}", True),
        (r"{name: {matches: '^\L<who>$'}}", False),
        ("{first_paragraph: {at_least: 2, below: 3}}", True),
        ("{first_paragraph: {above: 2}}", False),
        ("{reason_distance: {at_most: 9}}", False),
        ("{sole_for: lead}", True),
        ("{sole_for: {not: [article]}}", True),
        ("{sole_for: none}", False),
        ("{statements: none}", True),
        ("{wire: none}", True),
        ("{wire.agency: none}", True),
        ("{wire.agency: known}", False),
        ("{wire.agency: {not: TASS}}", False),
        ("{place: body, quoted: no}", True),
        ("{words: 1}", True),
        ("{any: [{named: no}, {role: none}]}", True),
        ("{all: [{named: yes}, {role: known}]}", False),
        ("{confidence: likely}", True),
    ],
)
def test_tests_on_a_source(text: str, answer: bool) -> None:
    one = source(
        1, name="Ann Reed", first_paragraph=2, sole_for=("lead", "headline"), confidence=0.7
    )
    assert holds(text, one, "sources", sources=(one,)) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("{sole_for: lead}", None),
        ("{sole_for: none}", None),
        ("{sole_for: known}", None),
        ("{sole_for: lead, named: no}", False),
        ("{any: [{sole_for: lead}, {named: yes}]}", True),
        ("{any: [{sole_for: lead}, {named: no}]}", None),
        ("{organisation: $role}", None),
    ],
)
def test_what_is_not_known_convicts_nobody(text: str, answer: bool | None) -> None:
    one = source(1, sole_for=UNKNOWN, organisation="Harbour Board")
    assert holds(text, one, "sources", sources=(one,)) is answer


def test_a_path_over_links() -> None:
    who = source(1, people="several", kind="vague_collective", named=False)
    quote = Quote(
        number=1,
        start=0,
        end=3,
        kind="direct",
        speaker=Speaker(source=1, start=0, end=3, name="x", kind="vague_collective"),
    )
    layers: dict[str, tuple[Item, ...]] = {"quotes": (quote,), "sources": (who,)}
    assert holds("{speaker.people: several, speaker.named: no}", quote, "quotes", **layers)
    assert holds("{speaker: known}", quote, "quotes", **layers)
    silent = Quote(number=1, start=0, end=3, kind="direct")
    assert holds("{speaker: none}", silent, "quotes", quotes=(silent,))
    assert holds("{speaker.people: none}", silent, "quotes", quotes=(silent,))
    assert not holds("{speaker.people: several}", silent, "quotes", quotes=(silent,))


@pytest.mark.parametrize(
    ("text", "unnamed", "answer"),
    [
        ("{sources: {where: {named: no}, at_least: 2, above: 50%}}", 2, True),
        ("{sources: {where: {named: no}, above: 50%}}", 1, False),
        ("{sources: {where: {named: no}}}", 1, True),
        ("{sources: {where: {named: no}}}", 0, False),
        ("{sources: {where: {named: no}, at_most: 0}}", 0, True),
        ("{sources: {at_least: 3}}", 0, True),
        ("{sources: {above: 3}}", 0, False),
    ],
)
def test_counts_and_shares(text: str, unnamed: int, answer: bool) -> None:
    sources = tuple(source(n, named=n > unnamed) for n in (1, 2, 3))
    whole = ArticleItem(number=1, start=0, end=3, words=8)
    assert holds(text, whole, "article", sources=sources, article=(whole,)) is answer


def test_a_share_of_nothing_never_holds() -> None:
    whole = ArticleItem(number=1, start=0, end=3, words=8)
    for bound in ("above: 0%", "at_most: 100%", "below: 50%"):
        text = f"{{sources: {{where: {{named: no}}, {bound}}}}}"
        assert holds(text, whole, "article", article=(whole,)) is False


def test_a_count_that_an_unknown_could_change_is_undecided() -> None:
    sources = (source(1, sole_for=("lead",)), source(2, sole_for=UNKNOWN))
    whole = ArticleItem(number=1, start=0, end=3, words=8)
    text = "{{sources: {{where: {{sole_for: lead}}, at_least: {}}}}}"
    layers: dict[str, tuple[Item, ...]] = {"sources": sources, "article": (whole,)}
    assert holds(text.format(1), whole, "article", **layers) is True
    assert holds(text.format(2), whole, "article", **layers) is None
    assert holds(text.format(3), whole, "article", **layers) is False


def test_an_operand_is_of_the_selected_item_however_deep() -> None:
    wires = tuple(
        Wire(number=n, start=0, end=3, agency=a, role="source", control="private")
        for n, a in ((1, "Alpha"), (2, "Beta"))
    )
    whole = ArticleItem(number=1, start=0, end=3, words=8)
    text = "{article.wires: {where: {agency: $agency}, at_most: 1}}"
    layers: dict[str, tuple[Item, ...]] = {"wires": wires, "article": (whole,)}
    assert holds(text, wires[0], "wires", **layers) is True
    twice = (
        wires[0],
        Wire(**{f: getattr(wires[0], f) for f in wires[0].__dataclass_fields__} | {"number": 2}),
    )
    assert holds(text, wires[0], "wires", wires=twice, article=(whole,)) is False


@pytest.mark.parametrize(
    ("value", "text", "answer"),
    [
        ((2022, 2, 24), "{value: {before: 2022-02-25}}", True),
        ((2022, 2, 24), "{value: {before: 2022-02}}", False),
        ((2022, 2, None), "{value: {before: 2022-02-28}}", False),
        ((2022, 1, None), "{value: {before: 2022-02}}", True),
        ((2023, None, None), "{value: {after: 2022}}", True),
        ((None, 2, 24), "{value: {after: 2022}}", False),
        ((2022, 2, 24), "{value: 2022-02-24}", True),
    ],
)
def test_dates_are_compared_at_the_precision_both_have(
    value: tuple[int | None, int | None, int | None], text: str, answer: bool
) -> None:
    one = DateExpression(number=1, start=0, end=3, value=PartialDate(*value))
    assert holds(text, one, "dates", dates=(one,)) is answer


def test_a_statement_inside_a_list_condition() -> None:
    said = Statement(number=1, start=0, end=3, form="declined", cue="declined")
    one = source(1, statements=(1,))
    text = "{statements: {where: {form: declined}}}"
    assert holds(text, one, "sources", sources=(one,), statements=(said,)) is True


SPOKEN = "Ann spoke. Bo spoke. Then it rained.\n\nCy spoke there."


@pytest.mark.parametrize(
    ("near", "who", "answer"),
    [
        ("{select: sources, within: sentence}", 1, False),
        ("{select: sources, within: 1 sentences}", 1, True),
        ("{select: sources, within: 1 sentence before}", 1, False),
        ("{select: sources, within: 1 sentence after}", 1, True),
        ("{select: sources, within: 1 sentence before}", 2, True),
        ("{select: sources, within: 1 sentences}", 3, False),
        ("{select: sources, within: 2 sentences}", 3, True),
        ("{select: sources, within: paragraph}", 3, False),
        ("{select: sources, within: 1 paragraph}", 3, True),
        ("{select: sources, within: article after}", 3, False),
        ("{select: sources, within: article}", 3, True),
        ("{select: sources, within: 1 words}", 1, True),
        ("{select: sources, within: 0 words}", 1, False),
        ("{select: sources, within: article, where: {named: no}}", 1, False),
        ("{select: sources, within: article, where: {role: $role}}", 1, None),
        ("{select: sources, within: article, where: {name: $name}}", 2, False),
        ("{phrases: [it (rained|snowed)], within: paragraph}", 1, True),
        ("{phrases: [it (rained|snowed)], within: paragraph}", 3, False),
        ("{phrases: [it rained], within: 3 words before}", 3, True),
    ],
)
def test_near(near: str, who: int, answer: bool | None) -> None:
    starts = [SPOKEN.index(n) for n in ("Ann", "Bo", "Cy")]
    sources = tuple(
        source(n, start=at, end=SPOKEN.index(" ", at), name=str(n))
        for n, at in enumerate(starts, 1)
    )
    blocks = (Block("body", 0, SPOKEN.index("\n")), Block("body", SPOKEN.index("Cy"), len(SPOKEN)))
    made = LazyAnalysis(Article(text=SPOKEN, language="en", blocks=blocks), load_lexicon_once())
    made._memo[compute("sources")] = sources
    item = sources[who - 1]
    found = condition(f"{{near: {near}}}", "sources").holds(item, item, made)
    assert found is answer
