"""What the tests of Russian articles ask: who speaks, who is a source."""

from __future__ import annotations

from auditor.article import Article
from auditor.engine.rule import Pack
from auditor.layers.analysis import LazyAnalysis


def speakers(pack: Pack, text: str) -> list[str | None]:
    """Of each direct quotation the speaker's name."""
    quotes = LazyAnalysis(Article(text=text, language="ru"), pack.lexicon).layer("quotes")
    return [q.speaker.name if q.speaker else None for q in quotes if q.kind == "direct"]


def sources(pack: Pack, text: str) -> list[str | None]:
    """The name of each source."""
    found = LazyAnalysis(Article(text=text, language="ru"), pack.lexicon).layer("sources")
    return [s.name for s in found]
