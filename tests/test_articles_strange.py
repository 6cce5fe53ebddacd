"""Strange articles that once broke or misled an audit."""

from __future__ import annotations

import time
from collections.abc import Callable

from conftest import article

from auditor.engine.rule import Pack
from auditor.findings import Audit
from auditor.layers.analysis import LazyAnalysis


def test_quotations_without_a_word_break_no_rule(audited: Callable[..., Audit]) -> None:
    text = (
        "Captain Bob Fox posted a picture of the pier. “😭😭😭,” wrote Fox. The harbour said it "
        "was closed. Ann Reed said the pier had stood for ninety years. The council had it painted "
        "in spring, and the ferry had called there twice a day until the storm came in from the "
        "west and took the lamp, the bench and both of the ladders with it into the sea.\n"
    )
    assert audited(text).score is not None


def test_a_pronoun_that_was_he_is_not_she_later(pack: Pack) -> None:
    text = (
        "Bryn Evans lost his barn in the flood. His wife, Megan Evans, was away.\n\n"
        "“The barn is gone,” he said.\n\n“The house stands,” she said.\n"
    )
    quotes = LazyAnalysis(article(text), pack.lexicon).layer("quotes")
    assert [q.speaker.name for q in quotes] == ["Bryn Evans", "Megan Evans"]


def test_twice_the_article_takes_about_twice_as_long(pack: Pack) -> None:
    paragraph = (
        "“Kami tidak punya air,” kata Rina Kusuma. “Pompa itu rusak,” ujar seorang warga. "
        "Ia mengatakan perbaikan akan selesai. “Saya sudah menelepon,” katanya.\n\n"
    )

    def took(times: int) -> float:
        analysis = LazyAnalysis(article(paragraph * times, language="id"), pack.lexicon)
        begun = time.process_time()
        analysis.layer("quotes")
        return time.process_time() - begun

    took(5)
    assert took(320) < 10 * took(80)
