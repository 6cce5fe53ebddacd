"""Sentences that look like a fault and are none, each in an otherwise faultless article."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from auditor.article import Article, Block
from auditor.auditing import audit
from auditor.engine.rule import Pack
from auditor.items import Source
from auditor.layers.analysis import LazyAnalysis

LISTS = Path(__file__).parent / "silence"

FRAMES = {
    "en": (
        "Harbour gets a new crane",
        "The harbour at Lowmere has a new crane, harbour master Ruth Calder said on Tuesday. "
        "“It lifts forty tonnes and needs no diesel,” Calder said at a meeting of the council.",
        "Work on the quay goes on until the autumn of next year, Calder said.",
    ),
    "id": (
        "Pelabuhan Muara mendapat derek baru",
        "Pelabuhan Muara mendapat derek baru, kata kepala pelabuhan Ratna Wijaya pada Selasa. "
        "“Derek ini mengangkat empat puluh ton dan tidak memakai solar,” kata Ratna dalam rapat.",
        "Pekerjaan di dermaga berlanjut sampai musim hujan tahun depan, kata Ratna.",
    ),
    "ru": (
        "Порт Сурма получил новый кран",
        "Порт Сурма получил новый кран, сообщила во вторник начальник порта Вера Лебедева. "
        "«Он поднимает сорок тонн и не требует топлива», — сказала Лебедева на заседании совета.",
        "Работы на причале продлятся до осени следующего года, уточнила Лебедева.",
    ),
}
BYLINES = {"en": "Ann Moss", "id": "Dewi Lestari", "ru": "Анна Мохова"}
UNNAMED = ("explicit_anonymity", "unnamed_individual", "vague_collective", "unnamed_media")


def sentences(language: str) -> list[tuple[str, str]]:
    listed = yaml.safe_load((LISTS / f"{language}.yaml").read_text(encoding="utf-8"))
    return [(language, entry["text"]) for entry in listed]


CASES = [case for language in FRAMES for case in sentences(language)]


def framed(language: str, sentence: str) -> tuple[Article, tuple[int, int]]:
    """The sentence as a paragraph of a small article, and where it stands."""
    headline, lead, last = FRAMES[language]
    text, blocks = headline, [Block("headline", 0, len(headline))]
    for number, paragraph in enumerate((lead, sentence, last)):
        start = len(text) + 2
        text += "\n\n" + paragraph
        blocks.append(Block("body" if number else "lead", start, len(text)))
    place = text.index("\n\n" + sentence) + 2
    day = date(2025, 11, 5)
    known = {"published": day, "author": BYLINES[language], "language": language}
    return (
        Article(text=text, blocks=tuple(blocks), format="markdown", **known),  # type: ignore[arg-type]
        (place, place + len(sentence)),
    )


def flagged(pack: Pack, language: str, sentence: str) -> list[str]:
    article, (start, end) = framed(language, sentence)
    result = audit(article, pack)
    assert not result.errors
    return [
        f"{f.rule}: {f.text}"
        for f in result.findings
        if f.start is not None and f.end is not None and f.start < end and start < f.end
    ]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Analysts say the quay will sink."),
        ("id", "Para pengamat mengatakan dermaga itu akan ambles."),
        ("ru", "Эксперты считают, что причал осядет."),
    ],
)
def test_the_frame_would_show_a_fault(pack: Pack, language: str, sentence: str) -> None:
    assert any(f.startswith("anonymous-sourcing/") for f in flagged(pack, language, sentence))


@pytest.mark.parametrize(("language", "sentence"), CASES, ids=lambda part: str(part)[:40])
def test_no_rule_flags_it(pack: Pack, language: str, sentence: str) -> None:
    assert flagged(pack, language, sentence) == []


@pytest.mark.parametrize(("language", "sentence"), CASES, ids=lambda part: str(part)[:40])
def test_no_unnamed_source_is_seen_in_it(pack: Pack, language: str, sentence: str) -> None:
    article, (start, end) = framed(language, sentence)
    sources: tuple[Source, ...] = LazyAnalysis(article, pack.lexicon).layer("sources")
    assert any(s.kind == "named_person" for s in sources)
    assert [
        article.text[s.start : s.end]
        for s in sources
        if s.kind in UNNAMED and any(start <= m.start < end for m in s.mentions)
    ] == []
