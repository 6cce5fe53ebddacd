"""`sole_for: article`: one source for all that is told, said only where nothing speaks against."""

from __future__ import annotations

import pytest

from auditor.article import Article
from auditor.engine.rule import Pack
from auditor.layers.analysis import LazyAnalysis

ENGLISH = """Rebels flee valley

The rebels have fled the northern valley after a short battle, a senior official said.

“They left their guns behind,” the official said.

Two bridges were blown up in the retreat, the official added.
"""
INDONESIAN = """Bendungan Wara retak

Bendungan Wara retak sepanjang dua meter sejak pekan lalu, kata seorang pejabat dinas pengairan.

“Airnya merembes setiap malam,” ujar pejabat itu.

Pejabat itu mengatakan pintu air akan dibuka besok pagi.
"""
RUSSIAN = """Мост через Ладу закрыт

Мост через Ладу закрыли после удара баржи об опору, сообщил источник в областной администрации.

«Трещина идёт до самого настила», — сказал источник.

По словам источника, ремонт займёт три месяца.
"""


def resting(pack: Pack, text: str, language: str) -> list[int]:
    """The numbers of the sources that the article rests on alone."""
    sources = LazyAnalysis(Article(text, language=language), pack.lexicon).layer("sources")
    return [s.number for s in sources if "article" in s.sole_for]


@pytest.mark.parametrize(
    ("language", "text", "more"),
    [
        ("en", ENGLISH, ""),
        ("en", ENGLISH, "The rebels’ speaker, Mira Holt, denied the report.\n"),
        ("en", ENGLISH, "The governor’s office declined to comment.\n"),
        ("en", ENGLISH, "Schoolteacher Oskar Lind said pupils would sit exams next spring.\n"),
        ("id", INDONESIAN, ""),
        ("id", INDONESIAN, "Wali Kota Rudi Hartawan membantah laporan itu.\n"),
        ("id", INDONESIAN, "Guru Sari Lestari mengatakan ujian murid ditunda sampai Senin.\n"),
        ("ru", RUSSIAN, ""),
        ("ru", RUSSIAN, "Мэр Олег Тарасов опроверг сообщения о трещине.\n"),
        ("ru", RUSSIAN, "Учитель Пётр Зимин сказал, что школьники сдадут экзамены весной.\n"),
    ],
)
def test_who_else_speaks_supports_nothing(pack: Pack, language: str, text: str, more: str) -> None:
    assert resting(pack, f"{text}\n{more}", language) == [1]


@pytest.mark.parametrize(
    ("language", "text", "more"),
    [
        # Somebody else says it too, in other words, or vouches for it.
        ("en", ENGLISH, "Ferryman Oskar Lind said he had seen rebels crossing the river.\n"),
        ("en", ENGLISH, "Mayor Mira Holt confirmed that everything happened exactly that way.\n"),
        ("en", ENGLISH, "Mayor Mira Holt said it was so.\n"),
        ("id", INDONESIAN, "Petani Sari Lestari mengatakan retakan itu makin lebar.\n"),
        ("id", INDONESIAN, "Wali Kota Rudi Hartawan membenarkan hal tersebut.\n"),
        ("ru", RUSSIAN, "Рыбак Пётр Зимин сказал, что видел баржу у моста.\n"),
        ("ru", RUSSIAN, "Мэр Олег Тарасов подтвердил, что всё именно так.\n"),
        # It is open who said some of it.
        (
            "en",
            ENGLISH,
            "It rained.\n\n“We ran until our shoes fell apart and nobody looked back at all.”\n",
        ),
        ("en", ENGLISH, "Three commanders are believed to be dead.\n"),
        # The writer tells most of it.
        ("en", ENGLISH, "\n\n".join(["Rain fell on the road."] * 4) + "\n"),
        ("id", INDONESIAN, "\n\n".join(["Hujan turun di jalan desa."] * 4) + "\n"),
        ("ru", RUSSIAN, "\n\n".join(["На дороге шёл дождь."] * 4) + "\n"),
    ],
)
def test_it_is_not_said_where_anything_speaks_against_it(
    pack: Pack, language: str, text: str, more: str
) -> None:
    assert resting(pack, f"{text}\n{more}", language) == []


def test_one_statement_makes_no_article(pack: Pack) -> None:
    first, lead = ENGLISH.split("\n\n")[:2]
    assert resting(pack, f"{first}\n\n{lead}\n", "en") == []
