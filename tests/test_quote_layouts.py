"""Words of others that layout sets off: blocks of their own, dashes, “Name:” in an interview."""

from __future__ import annotations

import pytest

from auditor.article import Article
from auditor.engine.rule import Pack
from auditor.items import Quote
from auditor.layers.analysis import LazyAnalysis
from auditor.readers import read

Said = list[tuple[str, str | None]]


def analyse(
    pack: Pack, text: str, language: str, path: str = "a.txt", identify: None = None
) -> LazyAnalysis:
    article = read(
        text.encode(), path=path, identify=lambda _: identify, language=language, max_bytes=10**6
    )
    return LazyAnalysis(article, pack.lexicon)


def said(analysis: LazyAnalysis) -> Said:
    """Direct quotations with their speakers; those within others left out."""
    found: list[Quote] = []
    for quote in analysis.layer("quotes"):
        inner = found and quote.start < found[-1].end
        if quote.kind == "direct" and not inner:
            found.append(quote)
    text = analysis.text
    return [(text[q.start : q.end], q.speaker.name if q.speaker else None) for q in found]


# Blocks

BEFORE = "The ferry stopped on Monday after a crack was found in its hull."
AFTER = "The council will look at the boat again before the summer season begins."
WORDS = "We will not run a boat we do not trust."
MARKDOWN = f"{BEFORE}\n\nMayor Ann Reed wrote to residents:\n\n> {WORDS}\n>\n> Walk.\n\n{AFTER}\n"
HTML = (
    f"<article><p>{BEFORE}<p>Mayor Ann Reed wrote to residents:"
    f"<blockquote><p>{WORDS}<p>Walk.</blockquote><p>{AFTER}</article>"
)


@pytest.mark.parametrize(("file", "path"), [(MARKDOWN, "a.md"), (HTML, "a.html")])
def test_a_block_of_words_is_one_quotation_of_whoever_leads_to_it(
    pack: Pack, file: str, path: str
) -> None:
    found = said(analyse(pack, file, "en", path))
    assert found == [(f"{WORDS}\n\nWalk.", "Ann Reed")]


@pytest.mark.parametrize("signature", ["\n>\n> — Tom Poe, engineer", " — Tom Poe"])
def test_a_block_belongs_to_whoever_signs_it(pack: Pack, signature: str) -> None:
    file = f"{BEFORE}\n\nAnn Reed said nothing.\n\n> {WORDS}{signature}\n\n{AFTER}\n"
    assert said(analyse(pack, file, "en", "a.md")) == [(WORDS, "Tom Poe")]


def test_two_signed_blocks_in_a_row_are_two_quotations(pack: Pack) -> None:
    second = "> Not on Sunday, at least.\n>\n> — Ann Reed"
    file = f"{BEFORE}\n\n> {WORDS}\n>\n> — Tom Poe\n\n{second}\n\n{AFTER}"
    found = said(analyse(pack, file, "en", "a.md"))
    assert found == [(WORDS, "Tom Poe"), ("Not on Sunday, at least.", "Ann Reed")]


def test_a_block_in_quotation_marks_is_one_quotation_not_two(pack: Pack) -> None:
    file = f"{BEFORE}\n\nAnn Reed said:\n\n> “{WORDS}”\n\n{AFTER}"
    quotes = analyse(pack, file, "en", "a.md").layer("quotes")
    assert len(quotes) == 1


def test_a_page_that_is_one_block_quotes_nobody(pack: Pack) -> None:
    file = f"> {BEFORE}\n>\n> {AFTER}\n"
    assert analyse(pack, file, "en", "a.md").layer("quotes") == ()


def test_words_of_a_block_count_as_prose_and_as_quoted(pack: Pack) -> None:
    analysis = analyse(pack, f"{BEFORE}\n\n> {WORDS}\n\n{AFTER}\n", "en", "a.md")
    (whole,) = analysis.layer("article")
    assert whole.words == 13 + 10 + 13
    assert analysis.value(whole, "quoted_words") == 10
    sentence = analysis.layer("sentences")[1]
    assert analysis.value(sentence, "place") == ("quote", "body")
    assert analysis.value(sentence, "quoted") is True


# Dashes

DASHES = (
    "Вода ушла из села Лугового в среду.\n\n"
    "— Мы ждали её позже, — рассказывает Нина Белова. — А она пришла ночью.\n\n"
    "В селе сорок дворов."
)


def test_the_writers_words_between_dashes_are_an_aside_and_not_quoted(pack: Pack) -> None:
    analysis = analyse(pack, DASHES, "ru")
    words = "Мы ждали её позже, — рассказывает Нина Белова. — А она пришла ночью."
    assert said(analysis) == [(words, "Нина Белова")]
    (quote,) = analysis.layer("quotes")
    (aside,) = quote.asides
    assert "рассказывает Нина Белова" in analysis.text[aside.start : aside.end]
    assert analysis.value(analysis.layer("article")[0], "quoted_words") == 8
    (source,) = analysis.layer("sources")
    assert analysis.value(source, "quoted") is False


def test_a_gesture_between_dashes_names_whoever_speaks(pack: Pack) -> None:
    text = DASHES.replace("рассказывает Нина Белова", "трёт глаза соседка Нина Белова")
    ((_, speaker),) = said(analyse(pack, text, "ru"))
    assert speaker == "Нина Белова"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "—Estamos listos —dijo Ana Ruiz—. Mañana empezamos.",
            "Estamos listos —dijo Ana Ruiz—. Mañana empezamos.",
        ),
        (
            "«Estamos listos —dijo Ana Ruiz—, pero hoy no».",
            "Estamos listos —dijo Ana Ruiz—, pero hoy no",
        ),
        ("—Estamos todos listos —dijo Ana Ruiz.", "Estamos todos listos"),
    ],
)
def test_spanish_dashes(pack: Pack, text: str, words: str) -> None:
    assert said(analyse(pack, text, "es")) == [(words, "Ana Ruiz")]


def test_articles_without_such_layouts_are_as_before(pack: Pack) -> None:
    article = Article(text="— one\n— two, three\n", language="en")
    assert LazyAnalysis(article, pack.lexicon).layer("quotes") == ()
