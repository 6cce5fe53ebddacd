"""Who says a quotation inside a quotation."""

from __future__ import annotations

import pytest

from auditor.article import Article
from auditor.items import Quote
from auditor.layers.analysis import LazyAnalysis
from auditor.lexicon import Lexicon
from auditor.load.lexicon import load_lexicon
from auditor.load.shipped import shipped


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(shipped() / "rules" / "_lists")


def inner(lexicon: Lexicon, text: str, language: str) -> list[str | None]:
    """The speakers of the inner quotations, lower case."""
    found: tuple[Quote, ...] = LazyAnalysis(Article(text=text, language=language), lexicon).layer(
        "quotes"
    )
    within = (q for q in found if any(o.start < q.start and q.end < o.end for o in found))
    return [q.speaker.name.casefold() if q.speaker else None for q in within]


ENGLISH = {
    "“My mother told me, ‘Never sell the boat,’ and I listened,” said Joan Reed.": "my mother",
    "“‘Never sell the boat,’ my mother told me,” said Joan Reed.": "my mother",
    "“I told the skipper, ‘You will have to tow it,’” Joan Reed said.": "joan reed",
    "Karl Vance owns the yard. “He came in and said, ‘Pay by Friday or go,’” Joan Reed said.": (
        "karl vance"
    ),
    "Karl Vance owns the yard. “‘Nobody pays for rust,’ Vance told us,” said Joan Reed.": (
        "karl vance"
    ),
    "“The skipper was like, ‘That engine is older than I am,’” said Joan Reed.": "the skipper",
    "“A notice hung there: ‘Keep out of the yard at night,’” said Joan Reed.": None,
    "“They kept saying ‘it will float again one day’ at the pub,” said Joan Reed.": None,
    "“People call it a ‘swimming museum’ these days,” said Joan Reed.": "joan reed",
}
INDONESIAN = {
    "“Paman saya bilang, ‘Perahu itu jangan dijual,’ lalu saya menurut,” kata Rina Lubis.": (
        "paman saya"
    ),
    "“Saya jawab, ‘Mesinnya sudah tua sekali, Pak,’” kata Rina Lubis.": "rina lubis",
    "“Saya bertemu penjaga dermaga. Dia bilang, ‘Bayar dulu sebelum hari Jumat,’” kata Rina.": (
        "penjaga dermaga"
    ),
    "“Ada tulisan di pintu, ‘Dilarang masuk pada malam hari,’” kata Rina Lubis.": None,
}
RUSSIAN = {
    "«Пришёл бригадир и говорит: “Лодку до пятницы надо убрать”, а куда её убрать?» — "
    "рассказала Анна Лугова.": "бригадир",
    "«Я ему ответила: “Мотор старше нас с вами”», — рассказала Анна Лугова.": "анна лугова",
    "Верфью управляет Пётр Ганин. «Ганин пришёл и сказал: “За ржавчину никто не платит”», — "
    "рассказала Анна Лугова.": "пётр ганин",
    "«На двери висело: “Ночью вход на верфь закрыт”», — рассказала Анна Лугова.": None,
}
CASES = [
    (language, text, who)
    for language, cases in (("en", ENGLISH), ("id", INDONESIAN), ("ru", RUSSIAN))
    for text, who in cases.items()
]


@pytest.mark.parametrize(("language", "text", "who"), CASES)
def test_whoever_is_quoted_within_a_quotation(
    lexicon: Lexicon, language: str, text: str, who: str | None
) -> None:
    assert inner(lexicon, text, language) == [who]


def test_a_name_used_for_a_relative_leads_to_the_namesake(lexicon: Lexicon) -> None:
    text = (
        "Togar Sirait dan adiknya, Rina Sirait, mengelola dermaga.\n\n"
        "“Abang bilang, ‘Perahu itu jangan dijual,’” kata Rina.\n"
    )
    assert inner(lexicon, text, "id") == ["togar sirait"]


def test_whoever_is_only_quoted_by_another_is_no_source(lexicon: Lexicon) -> None:
    text = "“My mother told me, ‘Never sell the boat,’ and I listened,” said Joan Reed.\n"
    analysis = LazyAnalysis(Article(text=text, language="en"), lexicon)
    assert [s.name for s in analysis.layer("sources")] == ["Joan Reed"]
    assert analysis.layer("quotes")[1].speaker.source is None
