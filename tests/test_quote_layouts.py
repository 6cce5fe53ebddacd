"""Words of others that layout sets off: blocks of their own, dashes, “Name:” in an interview."""

from __future__ import annotations

import pytest

from auditor.engine.rule import Pack
from auditor.items import Quote
from auditor.layers.analysis import LazyAnalysis
from auditor.readers import read

Said = list[tuple[str, str | None]]


def analyse(pack: Pack, text: str, language: str, path: str = "a.txt") -> LazyAnalysis:
    article = read(
        text.encode(), path=path, identify=lambda _: None, language=language, max_bytes=10**6
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


# Interviews

TALK = "Keeper of the light\n\n{intro}\n\n{turns}\n\nThe lamp was lit at six."
INTRO = "Tom Poe has kept the lighthouse for years. Ann Reed spoke to Tom Poe in his kitchen."


def turns(*lines: str) -> str:
    return "\n\n".join(lines)


@pytest.mark.parametrize(
    ("language", "asks", "answers"),
    [("en", "Q", "A"), ("id", "T", "J"), ("ru", "В", "О"), ("es", "P", "R")],
)
def test_letters_that_ask_and_answer(pack: Pack, language: str, asks: str, answers: str) -> None:
    answer = f"{answers}: It rained.", "It was dark."
    text = turns("Title 1", f"{asks}: Why so?", *answer, f"{asks}: So?")
    found = said(analyse(pack, text, language))
    assert found == [("Why so?", None), ("It rained.\n\nIt was dark.", None), ("So?", None)]


def test_the_sentence_before_tells_who_asks_and_who_answers(pack: Pack) -> None:
    lines = turns("Q: Do you sleep?", "A: Hardly ever.", "Q: And storms?", "A: They come and go.")
    found = said(analyse(pack, TALK.format(intro=INTRO, turns=lines), "en"))
    assert [name for _, name in found] == ["Ann Reed", "Tom Poe", "Ann Reed", "Tom Poe"]


def test_letters_in_brackets_behind_names_tell_who_speaks(pack: Pack) -> None:
    intro = "Tom Poe (TP) keeps the light and Ann Reed (AR) paints it."
    lines = turns("AR: It wants paint.", "TP: It wants oil.", "AR: It gets both.")
    found = said(analyse(pack, TALK.format(intro=intro, turns=lines), "en"))
    assert [name for _, name in found] == ["Ann Reed", "Tom Poe", "Ann Reed"]


@pytest.mark.parametrize(
    ("first", "second"), [("Reed", "Poe"), ("Ann Reed", "Tom Poe"), ("REED", "POE")]
)
def test_names_before_colons(pack: Pack, first: str, second: str) -> None:
    lines = turns(f"{first}: It wants paint.", f"{second}: It wants oil.", f"{first}: Both.")
    found = said(analyse(pack, TALK.format(intro=INTRO, turns=lines), "en"))
    assert [words for words, _ in found] == ["It wants paint.", "It wants oil.", "Both."]
    assert [name.split()[-1].title() for _, name in found if name] == ["Reed", "Poe", "Reed"]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("id", ("Catatan: harga naik.", "Catatan: harga turun.", "Editor: Ani.", "Editor: Budi.")),
        ("id", ("Baca juga: Pasar tutup.", "Baca juga: Pasar buka.", "Foto: Ani.", "Foto: Budi.")),
        ("ru", ("Читайте также: Рынок закрыт.", "Читайте также: Рынок открыт.")),
        ("en", ("Reed: It wants paint.",)),
        ("en", ("London: It rained.", "Ardley: It did not.")),
        ("en", ("Cake: Two eggs.", "Soup: No salt.", "Cake: Much sugar.")),
        ("en", ("Fare: Two coins.", "Fare: Three coins.")),
        ("en", ("Q: It is a letter.", "Q: It comes before R.")),
    ],
)
def test_lines_with_a_colon_that_nobody_says(
    pack: Pack, language: str, lines: tuple[str, ...]
) -> None:
    intro = "Ann Reed came from London to Ardley. Cake is easy. Catatan dan Foto. Editor. Читайте."
    text = TALK.format(intro=intro, turns=turns(*lines))
    assert analyse(pack, text, language).layer("quotes") == ()


def test_the_writers_paragraph_about_a_speaker_is_no_answer(pack: Pack) -> None:
    lines = turns("Reed: It wants paint.", "Poe laughs.", "Poe: Oil.", "Reed: Both.")
    found = said(analyse(pack, TALK.format(intro=INTRO, turns=lines), "en"))
    assert [words for words, _ in found] == ["It wants paint.", "Oil.", "Both."]


RUSSIAN = (
    "Смотритель\n\nПавел Громов тридцать лет служит на маяке. {intro}\n\n"
    "— Вы спите по ночам?\n\n— Редко. Лампа не ждёт.\n\n— А штормы?\n\n— Приходят и уходят."
)


@pytest.mark.parametrize(
    ("intro", "asks", "answers"),
    [
        ("С ним поговорила корреспондент Анна Белова.", "Анна Белова", "Павел Громов"),
        ("Маяк виден издалека.", None, None),
    ],
)
def test_dashes_that_ask_and_answer(
    pack: Pack, intro: str, asks: str | None, answers: str | None
) -> None:
    found = said(analyse(pack, RUSSIAN.format(intro=intro), "ru"))
    assert [name for _, name in found] == [asks, answers, asks, answers]
    assert found[1][0] == "Редко. Лампа не ждёт."


def test_a_dash_within_the_speech_hands_over_to_nobody(pack: Pack) -> None:
    text = "— Ремонт, — это обман соседей, — сказал Олег Сурков."
    assert said(analyse(pack, text, "ru")) == [("Ремонт, — это обман соседей", "Олег Сурков")]


def test_a_reply_without_a_speaker_in_a_dialogue_is_nobodys(pack: Pack) -> None:
    text = "— Вы спите? — спросила Анна Белова.\n\n— Редко сплю.\n\nМаяк виден издалека."
    assert said(analyse(pack, text, "ru")) == [("Вы спите?", "Анна Белова"), ("Редко сплю.", None)]
