"""Unnamed sources in Russian: who is one, who is none, and which mentions are the same."""

from __future__ import annotations

import pytest

from auditor.article import Article
from auditor.engine.rule import Pack
from auditor.items import Source
from auditor.layers.analysis import LazyAnalysis


def _sources(pack: Pack, text: str) -> list[Source]:
    article = Article(text=text, language="ru")
    return list(LazyAnalysis(article, pack.lexicon).layer("sources"))


def _told(pack: Pack, text: str) -> list[tuple[str, list[str]]]:
    """Of each source its kind and its mentions."""
    return [(s.kind, [text[m.start : m.end] for m in s.mentions]) for s in _sources(pack, text)]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        # Trades and people of all sorts
        ("Сено отсырело, пожаловалась птичница из Заречья.", "птичница из Заречья"),
        ("Владельцы лодок объясняют убытки ранним льдом.", "Владельцы лодок"),
        ("«Пароход ушёл пустым», — вспоминает экс-боцман.", "экс-боцман"),
        ("«Рыба ушла», — вспоминает экс-инспектор.", "экс-инспектор"),
        # Between commas any cue reports
        ("Паром, надеются рыбаки, починят до весны.", "рыбаки"),
        # Something stands between the verb and its subject
        ("«Шли на ощупь», — крикнул с палубы матрос.", "матрос"),
        ("«Мост качало», — описывает шторм паромщик.", "паромщик"),
        ("Сети стоят пустыми, рассказал на условиях анонимности бывший егерь.", "бывший егерь"),
        ("Болельщики жалуются на холод: в ложе не топят с осени.", "Болельщики"),
        ("Так думает мать одного из матросов.", "мать одного из матросов"),
    ],
)
def test_who_speaks_without_a_name(pack: Pack, text: str, mention: str | None) -> None:
    found = [
        m for kind, ms in _told(pack, text) if kind.startswith(("unn", "vag", "exp")) for m in ms
    ]
    assert found == ([mention] if mention else [])


@pytest.mark.parametrize(
    "text",
    [
        "Рыбаков просят не выходить на лёд до марта.",
        "Гостям причала рассказали о старом пароме.",
        "Причал закрыли до того, как о нём написали дачники.",
        "Матросы показали список погибших рыбаков, и лодку спустили на воду.",
        "Родители пишут ей по ночам, а она им не отвечает.",
        "По сюжету фильма боцман говорит рыбакам, что парома не будет.",
        "Совет принял закон о паромах. В документе говорится о новых причалах.",
    ],
)
def test_who_is_no_source(pack: Pack, text: str) -> None:
    assert [s for s in _sources(pack, text) if not s.named] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Свидетель защиты, боцман Олег Рощин, заявил, что лёд был тонок.", "Олег Рощин"),
        ("Местный паромщик, 70-летний Олег Рощин, уверяет, что лёд тонок.", "Олег Рощин"),
        ("«Лёд трещал», — сказала соседка, представившаяся как Анна Рощина.", "Анна Рощина"),
        ("«Лёд трещал», — сказала рыбачка. Её зовут Анна Рощина, ей сорок.", "Анна Рощина"),
        (
            "# Эксперт назвал сроки ледохода\n\nЛёд сойдёт в мае, считает эколог Олег Рощин.",
            "Олег Рощин",
        ),
        (
            "Лёд сойдёт в мае, сообщил ТАСС начальник порта Олег Рощин.\n\n"
            "Буксиры, добавил собеседник агентства, уже вышли.",
            "Олег Рощин",
        ),
    ],
)
def test_a_noun_that_the_text_names_is_no_unnamed_source(pack: Pack, text: str, name: str) -> None:
    found = [(s.name, s.named) for s in _sources(pack, text) if s.kind != "wire"]
    assert found == [(name, True)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "Паром продадут, рассказали два сотрудника порта. Цену, уточняет один из них, снизят.",
            ["два сотрудника порта", "один из них"],
        ),
        (
            "«Лёд тонок», — сетует фермер из Заречья.\n\nСено, считает аграрий, придётся купить.",
            ["фермер из Заречья", "аграрий"],
        ),
        (
            "# Источник: паром продадут\n\nПаром продадут, сообщил источник в порту.",
            ["источник в порту", "Источник"],
        ),
        (
            "Паром опасен, говорится во внутреннем отчёте. Борт, следует из документа, проржавел.",
            ["внутреннем отчёте", "документа"],
        ),
        (
            "Паром продадут, пишут местные паблики. Цена, по их данным, мала.",
            ["местные паблики", "по их данным"],
        ),
    ],
)
def test_one_source_under_several_words(pack: Pack, text: str, mentions: list[str]) -> None:
    (found,) = _told(pack, text)
    assert sorted(found[1]) == sorted(mentions)


@pytest.mark.parametrize(
    "text",
    [
        "Паром продадут, говорит чиновник порта.\n\nВторой чиновник называет это слухами.",
        "Паром продадут, говорит рыбак.\n\nЦену, добавляет его соседка, снизят.",
        "Лёд тонок, считают экологи.\n\nПаром пойдёт, уверяет источник в порту.",
    ],
)
def test_two_stay_two(pack: Pack, text: str) -> None:
    assert len(_sources(pack, text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Вода спадёт, сообщили в управлении МЧС по Вятке.\n\nВ ведомстве просят не спешить.",
        "Вода спадёт, сообщает полиция Вятки.\n\nМост, по данным полицейских, цел.",
        "Вода спадёт, рассказали в Гидрометцентре. Ветер, добавили синоптики ведомства, стихнет.",
    ],
)
def test_a_body_under_several_words(pack: Pack, text: str) -> None:
    (body,) = _sources(pack, text)
    assert body.named and body.people == "body"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Паром опасен, говорит боцман порта. Имя не указано: за такие слова уволили двоих.",
            "за такие слова уволили двоих",
        ),
        (
            "Паром опасен, говорит боцман порта. "
            "За такие слова увольняют, поэтому имя мы не называем.",
            "За такие слова увольняют",
        ),
        (
            "Боясь за место, боцман порта рассказал на условиях анонимности, что паром опасен.",
            "Боясь за место",
        ),
        (
            "«Паром опасен», — говорит Марина (имя изменено из-за угроз), служившая на нём год.",
            "из-за угроз",
        ),
    ],
)
def test_why_a_name_is_withheld(pack: Pack, text: str, reason: str) -> None:
    (source,) = _sources(pack, text)
    assert (source.kind, source.named, source.reason) == ("explicit_anonymity", False, reason)


def test_a_surname_that_is_a_trade_too_is_a_name(pack: Pack) -> None:
    text = "Лодку делал Фёдор Плотников. «Она течёт», — смеётся Плотников."
    assert [s.name for s in _sources(pack, text)] == ["Фёдор Плотников"]
