"""Quotation marks: which pair up, and what they hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_blocks import read

from auditor.article import Article
from auditor.engine.rule import Pack
from auditor.layers.analysis import LazyAnalysis
from auditor.layers.marks import Mark, Span, marks, spans
from auditor.lexicon import NotKnown


def found(text: str, language: str | None = "en") -> list[str]:
    reading = read(text, language)
    return [text[s.start : s.end] for s in reading.use(spans)]


def spans_of(text: str) -> tuple[Span, ...]:
    return read(text).use(spans)


def marks_of(text: str, language: str = "en") -> tuple[Mark, ...]:
    return read(text, language).use(marks)


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("“", "”"),
        ('"', '"'),
        ("‘", "’"),
        ("'", "'"),
        ("«", "»"),
        ("« ", " »"),
        ("»", "«"),
        ("„", "“"),
        ("„", "”"),
        ("``", "''"),
        ("''", "''"),
        ("”", "”"),
        ("”", "“"),
        ("“", "“"),
        ("“", '"'),
        ('"', "”"),
        ("「", "」"),
    ],
)
def test_every_pair_of_marks(opening: str, closing: str) -> None:
    text = f"He said: {opening}We don’t want Anna's help,{closing} and left. {opening}Go!{closing}"
    assert [w.strip() for w in found(text)] == ["We don’t want Anna's help,", "Go!"]


def test_offsets_enclose_the_words_and_the_marks() -> None:
    text = "😀 She said “go home” twice."
    (span,) = spans_of(text)
    assert text[span.start : span.end] == "go home"
    assert text[span.open_start : span.close_end] == "“go home”"
    assert (span.closure, span.depth, span.style) == ("closed", 0, ("“", "”"))


@pytest.mark.parametrize(
    "text",
    [
        "Russia’s army and its soldiers’ families don’t know.",
        "Russia's army and its soldiers' families don't know.",
        "They were rockin’ and rollin’ in the ’90s; tell ’em.",
        "They were rockin' and rollin' in the '90s; tell 'em.",
        'He is 5\'10" tall, she is 5’ 6” and the screen is 27" wide.',
        "The drivers’ and owners’ associations met at St James’.",
    ],
)
def test_apostrophes_and_inches_are_no_marks(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_apostrophes_inside_single_marks(apostrophe: str) -> None:
    opening = "'" if apostrophe == "'" else "‘"
    speech = f"The soldiers{apostrophe} families don{apostrophe}t want Kyiv{apostrophe}s pity,"
    name = "Seven Sisters"
    text = (
        f"{opening}{speech}{apostrophe} she said of the {opening}{name}{apostrophe} of the hills "
        f"and the workers{apostrophe} homes."
    )
    assert found(text) == [speech, name]


def test_three_levels() -> None:
    text = "He said: “She told me ‘I read “Dune” twice’ and left.”"
    assert [(s.depth, text[s.start : s.end]) for s in spans_of(text)] == [
        (0, "She told me ‘I read “Dune” twice’ and left."),
        (1, "I read “Dune” twice"),
        (2, "Dune"),
    ]


def test_closing_together() -> None:
    assert found("“She said, ‘Go home.’” He left.") == ["She said, ‘Go home.’", "Go home."]
    assert found("'She said, \"Go home.\"' He left.") == ['She said, "Go home."', "Go home."]


def test_run_on_with_reopening_marks() -> None:
    text = "“We saw it burn.\n\n“We ran.\n\n“Nobody came,” said Ann Roe. “Nobody.”"
    first, second = spans_of(text)
    assert text[first.start : first.end] == "We saw it burn.\n\n“We ran.\n\n“Nobody came,"
    assert (first.closure, first.reopened) == ("run_on", True)
    assert (text[second.start : second.end], second.closure) == ("Nobody.", "closed")


def test_run_on_without_reopening_marks() -> None:
    text = "She went on. ‘We saw it burn.\n\nWe ran.\n\nNobody came.’ Roe’s house is gone."
    (span,) = spans_of(text)
    assert text[span.start : span.end] == "We saw it burn.\n\nWe ran.\n\nNobody came."
    assert (span.closure, span.reopened) == ("run_on", False)


def test_a_quotation_runs_on_around_a_caption() -> None:
    text = "“We saw it burn.\n\nPhoto: The “old” mill.\n\n“We ran,” she said."
    assert [s.closure for s in spans_of(text)] == ["run_on", "closed"]


def test_unclosed_ends_with_its_paragraph() -> None:
    text = "He said: “We saw it burn and ran.\n\nThe mill is gone. “All of it,” Roe said."
    first, second = spans_of(text)
    assert text[first.start : first.end] == "We saw it burn and ran."
    assert (first.closure, first.close_end, first.style[1]) == ("unclosed", first.end, "")
    assert text[second.start : second.end] == "All of it,"


@pytest.mark.parametrize("opening, closing", [("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'")])
@pytest.mark.parametrize("lost", ["first opening", "first closing", "stray"])
def test_one_wrong_mark_does_not_flip_the_rest(opening: str, closing: str, lost: str) -> None:
    begin = "" if lost == "first opening" else opening
    end = "" if lost == "first closing" else closing
    stray = f" a word{closing} here" if lost == "stray" else ""
    text = (
        f"{begin}We ran,{end} he said{stray}. Then it burned.\n\n"
        f"{opening}All of it,{closing} she said. {opening}It’s gone.{closing}\n\n"
        f"He told us {opening}never again,{closing} and wept."
    )
    assert found(text)[-3:] == ["All of it,", "It’s gone.", "never again,"]


def test_a_lost_closing_mark_within_a_paragraph() -> None:
    text = 'She said "we ran and he said "we stayed" to us.'
    assert [(text[s.start : s.end], s.closure) for s in spans_of(text)] == [
        ("we ran and he said", "unclosed"),
        ("we stayed", "closed"),
    ]


RUSSIAN_NESTED = (
    "«Судно купил фонд «Маяк», — сказала она. Потом ушла.\n\n«Это «ремонт» по-нашему», — сказал он."
)


def test_one_closing_mark_for_two_quotations_of_its_style() -> None:
    assert found(RUSSIAN_NESTED, "ru") == [
        "Судно купил фонд «Маяк",
        "Маяк",
        "Это «ремонт» по-нашему",
        "ремонт",
    ]


def test_a_name_in_the_same_marks_within_a_quotation_that_closes() -> None:
    text = "«Завод «Маяк» стоит», — сказала она. Газета «Волна» вышла."
    assert found(text, "ru") == ["Завод «Маяк» стоит", "Маяк", "Волна"]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "“The boat is gone, said Ann Roe.\n\nIt was “new”.", "The boat is gone,"),
        ("id", '"Perahu itu hilang, kata Budi.\n\nPerahu itu "baru".', "Perahu itu hilang,"),
        ("ru", "«Лодки уже нет, — сказала Белова.\n\nОна «новая».", "Лодки уже нет"),
        ("es", "«La barca no está —dijo Ana Ruiz.\n\nEra «nueva».", "La barca no está"),
    ],
)
def test_a_quotation_without_its_closing_mark_ends_before_its_cue(
    pack: Pack, language: str, text: str, words: str
) -> None:
    article = Article(text=text, language=language)
    first, second = LazyAnalysis(article, pack.lexicon).layer("quotes")
    assert text[first.start : first.end] == words
    assert first.closure == "unclosed"
    assert second.end == text.rindex(".") - 1


def test_a_transcript_that_never_closes_is_not_one_quotation() -> None:
    text = 'Transcript:\n\n"ROE: Who ran?\n\n"DOE: We did.\n\n"ROE: Thank you."\n\nIt ended.'
    assert found(text) == ["ROE: Who ran?", "DOE: We did.", "ROE: Thank you."]


def test_spans_need_no_word_lists() -> None:
    assert found("Sie sagte: „Wir gehen.“ Er blieb.", "de") == ["Wir gehen."]
    with pytest.raises(NotKnown):
        read("Sie sagte: „Wir gehen.“", "de").use(marks)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("direct", "“We will not leave our village,” said Ann Roe."),
        ("direct", "Roe said: “We will not leave our village.”"),
        ("direct", "Roe said that “They will not take our village.”"),
        ("direct", "“We will not leave our village.”"),
        ("partial", "Roe called the plan “a gift to the other side of the river.”"),
        ("partial", "Roe called the plan “reckless” on Monday."),
        ("partial", "“Never,” said Ann Roe."),
        ("scare", "The “experts” have gone home."),
        ("scare", "The so-called “grey wolves” have gone home."),
        ("scare", "The ‘Vostok’ grouping crossed the river."),
        ("scare", "The 'South' Group of Forces crossed the river, Roe said."),
        ("scare", "The car bore the letters “O” and nothing else, Roe said."),
        ("title", "He wrote the novel “The Last Bridge” in prison."),
        ("title", "She works on “Newsnight Tonight” in London."),
        ("title", "He wore a shirt with the slogan “Never Again War” at work."),
    ],
)
def test_kinds_in_english(kind: str, text: str) -> None:
    assert marks_of(text)[0].kind == kind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("direct", "“Kami tidak akan meninggalkan desa,” kata Budi."),
        ("partial", "Budi menyebut rencana itu “gegabah” pada Senin."),
        ("scare", "Pasukan yang disebut “serigala malam” mundur."),
        ("title", "Ia menulis buku “Jembatan Terakhir” di penjara."),
    ],
)
def test_kinds_in_indonesian(kind: str, text: str) -> None:
    assert marks_of(text, "id")[0].kind == kind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("direct", "«Лодку мы покрасили утром», — усмехается дочь."),
        ("direct", '"Лодку мы покрасили утром", - говорится в письме.'),
        ("direct", "«Лодку мы покрасили утром»."),
        ("direct", "«Лодку мы покрасили утром, — сказала дочь, — и высушили»."),
        ("scare", "Лодка, которую соседи прозвали «Синей Птицей», сгорела."),
        ("title", "Лодка «Синяя птица» сгорела, сообщили в порту."),
        ("title", "Пожар в порту\n\nКазань, 3 мая — «Речной вестник». Лодка сгорела."),
    ],
)
def test_kinds_in_russian(pack: Pack, kind: str, text: str) -> None:
    analysis = LazyAnalysis(Article(text=text, language="ru"), pack.lexicon)
    assert [m.kind for m in analysis.use(marks)] == [kind]


def test_a_run_on_quotation_is_direct() -> None:
    (mark,) = marks_of("Roe spoke: “Burned.\n\nAll of it.” It rained.")
    assert (mark.kind, mark.closure) == ("direct", "run_on")


PIECES = st.sampled_from(
    [
        *"“”„\"‘’'«»`‚",
        "''",
        "``",
        "he said, ",
        "soldiers",
        "5",
        " ",
        " ",
        "\n\n",
        "\n",
        ". ",
        "A",
        "—",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=60).map("".join)))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for mark in marks_of(text):
        assert 0 <= mark.open_start < mark.start <= mark.end <= mark.close_end <= len(text)
        assert mark.closure != "closed" or "\n\n" not in text[mark.start : mark.end].strip("\n")


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_marks_before_do_not_change_sound_paragraphs(noise: str) -> None:
    sound = "Ann Roe spoke. “We ran,” she said. “It’s gone.”"
    text = f"{noise}\n\nIt rained for a day.\n\n{sound}"
    assert found(text)[-2:] == ["We ran,", "It’s gone."]
