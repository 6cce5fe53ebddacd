"""Russian: quotations, speakers, sources, dates and wires, from the word lists alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from auditor.article import Article
from auditor.auditing import audit
from auditor.engine.rule import Pack
from auditor.items import Source
from auditor.layers.analysis import LazyAnalysis
from auditor.load.identify import identifier
from auditor.readers import read

SAMPLES = Path(__file__).parent / "articles" / "samples_ru"


@pytest.fixture
def russian(pack: Pack) -> _Reader:
    return _Reader(pack)


class _Reader:
    def __init__(self, pack: Pack) -> None:
        self._pack = pack

    def __call__(self, text: str, published: date | None = None) -> LazyAnalysis:
        article = Article(text=text, language="ru", published=published)
        return LazyAnalysis(article, self._pack.lexicon)

    def sources(self, text: str) -> tuple[Source, ...]:
        return self(text).layer("sources")

    def one(self, text: str) -> Source:
        (source,) = self.sources(text)
        return source


def speakers(analysis: LazyAnalysis) -> list[tuple[str, str | None]]:
    text = analysis.text
    return [
        (text[q.start : q.end], q.speaker.name if q.speaker else None)
        for q in analysis.layer("quotes")
        if q.kind in ("direct", "partial")
    ]


# Quotations


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("«Мы готовы чинить мост», — заявил Олег Сурков.", ["Мы готовы чинить мост"]),
        ("«Мы готовы чинить мост», — заявил в субботу журналистам мэр Олег Сурков.", None),
        ("Олег Сурков заявил: «Мы готовы чинить мост».", None),
        ("„Мы готовы чинить мост“, — сказал Олег Сурков.", None),
        ("— Мы готовы чинить мост, — сказал Олег Сурков.", ["Мы готовы чинить мост"]),
        (
            "«Мы готовы, — пообещал министр Олег Сурков, — но не завтра».",
            ["Мы готовы, — пообещал министр Олег Сурков, — но не завтра"],
        ),
        (
            "— Мы готовы, — сказал Олег Сурков. — Завтра начнём.",
            ["Мы готовы, — сказал Олег Сурков. — Завтра начнём."],
        ),
        ("Олег Сурков назвал решение «полным провалом».", ["полным провалом"]),
    ],
)
def test_quotations_have_their_speaker(
    russian: _Reader, text: str, words: list[str] | None
) -> None:
    found = speakers(russian(text))
    assert {name for _, name in found} == {"Олег Сурков"}
    assert words is None or [said for said, _ in found] == words


def test_a_quotation_within_a_quotation(russian: _Reader) -> None:
    text = "«Нам „обещали всё“, а привезли мало», — сказала Нина Белова."
    assert speakers(russian(text)) == [
        ("Нам „обещали всё“, а привезли мало", "Нина Белова"),
        ("обещали всё", "Нина Белова"),
    ]


def test_points_of_a_list_are_no_speech(russian: _Reader) -> None:
    text = "Совет решил:\n\n— купить два автобуса, — старые списать;\n\n— нанять водителей."
    assert russian(text).layer("quotes") == ()


def test_a_body_in_marks_is_whoever_speaks_and_no_quotation(russian: _Reader) -> None:
    text = "Газета «Речной вестник» пишет, что паром сломан. «Речной вестник» добавляет, что давно."
    source = russian.one(text)
    assert (source.kind, source.name) == ("named_organisation", "Газета «Речной вестник»")
    assert len(source.mentions) == 2
    assert {q.kind for q in russian(text).layer("quotes")} == {"title"}


# Sources


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("По словам мэра Рыльска Марии Сомовой, паром починят.", "Мария Сомова"),
        ("Официальный представитель МИД Мария Сомова заявила, что рада.", "Мария Сомова"),
        ("Как сообщил директор верфи Пётр Алов, корпус цел.", "Пётр Алов"),
        ("Об этом сообщил губернатор Олег Сурков.", "Олег Сурков"),
        ("О закрытии моста рассказал капитан порта Глеб Рощин.", "Глеб Рощин"),
        ("Глава МИД России Лавренёв сказал, что рад.", "Лавренёв"),
        ("В понедельник Олег Сурков сказал, что рад.", "Олег Сурков"),
        ("26 апреля 2025 года Олег Сурков сказал, что рад.", "Олег Сурков"),
        ("Олег Сурков, мэр города, подтвердил, что воды нет.", "Олег Сурков"),
        ("Об этом ТАСС сообщил мэр города Олег Сурков.", "Олег Сурков"),
        ("Мост закрыт, рассказала изданию «Заречье» диспетчер Нина Белова.", "Нина Белова"),
    ],
)
def test_named_people(russian: _Reader, text: str, name: str) -> None:
    source = russian.one(text)
    assert (source.kind, source.name) == ("named_person", name)


@pytest.mark.parametrize(
    "text",
    [
        "В Минобороны сообщили, что учения закончены.",
        "В Кремле заявили, что не знают об этом.",
        "Мост закрыт, сообщили в понедельник в полиции.",
        "По данным полиции, водитель скрылся.",
        "Согласно отчёту ООН, реки мелеют.",
        "Как пояснили в пресс-службе больницы, пациент дома.",
        "Россия заявила, что выходит из договора.",
        "Представитель компании «Речфлот» сообщил, что паромы исправны.",
    ],
)
def test_accountable_bodies(russian: _Reader, text: str) -> None:
    source = russian.one(text)
    assert (source.kind, source.named) == ("named_organisation", True)


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        (
            "Источник в правоохранительных органах сообщил, что задержаны трое.",
            "unnamed_individual",
            "one",
        ),
        ("Как сообщил источник РБК, кандидата не будет.", "unnamed_individual", "one"),
        (
            "Знакомый с ситуацией источник заявил, что денег нет.",
            "unnamed_individual",
            "one",
        ),
        (
            "Высокопоставленный чиновник заявил, что денег нет.",
            "unnamed_individual",
            "one",
        ),
        ("Один из депутатов отметил, что был против.", "unnamed_individual", "one"),
        ("Житель Рыльска рассказал, что видел дым.", "unnamed_individual", "one"),
        (
            "Анонимный источник в компании заявил, что суда продадут.",
            "explicit_anonymity",
            "one",
        ),
        ("Эксперты считают, что цены вырастут.", "vague_collective", "several"),
        ("Очевидцы рассказали, что слышали взрыв.", "vague_collective", "several"),
        ("Местные жители говорят, что свет погас.", "vague_collective", "several"),
        ("Многие полагают, что уже поздно.", "vague_collective", "several"),
        ("По словам двух дипломатов, сделка сорвана.", "vague_collective", "several"),
        ("Власти опасаются, что река выйдет из берегов.", "vague_collective", "several"),
        ("Местные СМИ сообщили, что мост закрыт.", "unnamed_media", "body"),
        ("Telegram-каналы пишут, что мост закрыт.", "unnamed_media", "body"),
        ("Документы показывают, что деньги ушли.", "unnamed_document", "body"),
    ],
)
def test_unnamed_sources(russian: _Reader, text: str, kind: str, people: str) -> None:
    source = russian.one(text)
    assert (source.kind, source.people, source.named) == (kind, people, False)


@pytest.mark.parametrize(
    "text",
    [
        "Новый источник энергии подключили к сети.",
        "Источник шума сообщил о себе ночью гулом.",
        "Официальный визит начался утром.",
        "Эксперты приехали в город.",
        "Специалисты больницы провели осмотр.",
        "Участники встречи разошлись.",
        "Жители вышли убирать снег.",
        "Олегу Суркову сообщили, что он уволен.",
        "Врачи показали новый аппарат.",
        "Корабль сообщил Земле о себе.",
    ],
)
def test_what_only_looks_like_a_source(russian: _Reader, text: str) -> None:
    assert russian.sources(text) == ()


def test_a_surname_in_its_cases_is_one_source(russian: _Reader) -> None:
    text = (
        "«Мост откроют в мае следующего года», — сказал Олег Сурков. По словам Суркова, "
        "деньги есть.\n\n«Всё готово», — цитирует Суркова пресс-служба мэрии.\n\n"
        "Со ссылкой на Олега Суркова сообщается о втором мосте."
    )
    people = [s for s in russian.sources(text) if s.kind == "named_person"]
    assert [s.name for s in people] == ["Олег Сурков"]
    assert len(people[0].mentions) == 3


def test_her_words_are_hers_and_not_his(russian: _Reader) -> None:
    text = (
        "«Мост цел», — сказал Пётр Алов. «Мост треснул», — сказала Нина Белова. "
        "По её словам, трещину видно с берега уже год."
    )
    assert [(s.name, len(s.mentions)) for s in russian.sources(text)] == [
        ("Пётр Алов", 1),
        ("Нина Белова", 2),
    ]


def test_the_source_told_of_before_is_no_second_source(russian: _Reader) -> None:
    text = (
        "Источник в мэрии сообщил, что денег нет. Источник добавил, что их не будет.\n\n"
        "По словам источника, смету не утвердили."
    )
    assert len(russian.one(text).mentions) == 3


def test_a_source_of_an_agency_is_no_agency(russian: _Reader) -> None:
    source = russian.one("Источник «Интерфакса» в аэропорту сообщил, что рейс задержан.")
    assert source.kind == "unnamed_individual"
    assert source.organisation == "Интерфакса"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Чиновник рассказал об этом на условиях анонимности, поскольку не уполномочен "
            "общаться с прессой.",
            "поскольку не уполномочен общаться с прессой",
        ),
        (
            "Мужчина, просивший не называть его имя, опасаясь преследования, рассказал, что "
            "его били.",
            "опасаясь преследования",
        ),
        ("Чиновник, пожелавший остаться неназванным, сообщил, что склад пуст.", None),
    ],
)
def test_anonymity_and_its_reason(russian: _Reader, text: str, reason: str | None) -> None:
    source = russian.one(text)
    assert (source.kind, source.reason) == ("explicit_anonymity", reason)


def test_how_the_source_knows(russian: _Reader) -> None:
    source = russian.one("Источник, близкий к переговорам, сообщил, что сделка сорвана.")
    assert source.knowledge_basis == "близкий к переговорам"


# Passives, dates, wires, passages


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Как сообщается, водитель скрылся.", ["Как сообщается"]),
        ("По имеющимся данным, он якобы был пьян.", ["По имеющимся данным", "якобы"]),
        ("Как сообщается на сайте ведомства, рейс отменён.", []),
        ("Водитель якобы был пьян, сообщил мэр Олег Сурков.", []),
        ("Обвиняемый якобы взял деньги в мае, следует из дела.", []),
    ],
)
def test_hidden_sources(russian: _Reader, text: str, cues: list[str]) -> None:
    found = [s.cue for s in russian(text).layer("statements") if s.form == "passive"]
    assert found == cues


def test_who_would_not_speak(russian: _Reader) -> None:
    (statement,) = russian("В компании «Речфлот» отказались от комментариев.").layer("statements")
    assert statement.form == "declined"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Мост открыли 26 апреля 2025 года.", "26 апреля 2025", "2025-04-26"),
        ("Мост открыли 26.04.2025.", "26.04.2025", "2025-04-26"),
        ("Мост открыли в субботу, 26 апреля 2025 года.", "субботу, 26 апреля 2025", "2025-04-26"),
        ("Мост открыли в апреле 2025 года.", "апреле 2025", "2025-04"),
        ("Мост открыли в 2024 году.", "2024", "2024"),
        ("Мост открыли в субботу.", "субботу", "2025-04-26"),
        ("Мост открыли вчера.", "вчера", "2025-04-28"),
        ("Мост открыли два дня назад.", "два дня назад", "2025-04-27"),
        ("Мост откроют 1 мая.", "1 мая", "2025-05-01"),
        ("Мост открыли на прошлой неделе.", "на прошлой неделе", "2025-04"),
    ],
)
def test_dates(russian: _Reader, text: str, words: str, value: str) -> None:
    (found,) = russian(text, published=date(2025, 4, 29)).layer("dates")
    assert (text[found.start : found.end], str(found.value)) == (words, value)


@pytest.mark.parametrize(
    "text",
    [
        "Свет пропал в 2000 домах.",
        "В городскую среду вложили деньги.",
        "Среда обитания рыб изменилась.",
        "Магазин на улице 8 Марта закрыли.",
        "Суд отказал в апреле прошлого года.",
        "Марта Сомова пишет стихи.",
    ],
)
def test_what_only_looks_like_a_date(russian: _Reader, text: str) -> None:
    assert russian(text).layer("dates") == ()


@pytest.mark.parametrize(
    ("text", "agency", "role"),
    [
        ("Мост открыт, сообщает ТАСС.", "TASS", "source"),
        ("Мост открыт, передаёт РИА Новости со ссылкой на мэрию.", "RIA Novosti", "source"),
        ("Об этом стало известно «Интерфаксу» из документов. Ранее «Интерфакс» молчал.", None, ""),
        ("Рейс задержан, сообщили «Интерфаксу» в аэропорту.", "Interfax", "source"),
        ("Мост открыт, пишет «Речной вестник» со ссылкой на «Интерфакс».", "Interfax", "source"),
        ("МОСКВА, 26 апреля. /ТАСС/. Мост открыт.", "TASS", "dateline"),
    ],
)
def test_wires(russian: _Reader, text: str, agency: str | None, role: str) -> None:
    found = russian(text).layer("wires")
    if agency is None:
        assert {w.agency for w in found} == {"Interfax"}
    else:
        assert [(w.agency, w.role) for w in found] == [(agency, role)]


def test_boilerplate(russian: _Reader) -> None:
    text = "Мост закрыт.\n\nПодписывайтесь на наш Telegram-канал!\n\nЧитайте также: Как жили раньше"
    assert [p.sort for p in russian(text).layer("passages")] == ["share_prompt", "read_more"]


# Whole articles


def _audited(pack: Pack, name: str) -> tuple[str, set[str]]:
    path = SAMPLES / f"{name}.txt"
    article = read(path.read_bytes(), path=path.name, identify=identifier(), max_bytes=100_000)
    assert article.language == "ru"
    result = audit(article, pack)
    assert not result.errors
    return result.verdict, {f.rule for f in result.findings if f.severity != "note"}


@pytest.mark.parametrize(
    "name", ["parom-vernulsya", "spor-o-shkole", "so-ssylkoy-na-agentstvo", "goryachaya-liniya"]
)
def test_sound_articles_have_nothing_grave(pack: Pack, name: str) -> None:
    assert _audited(pack, name) == ("publish", set())


def test_a_bad_article(pack: Pack) -> None:
    verdict, rules = _audited(pack, "utechka-na-zavode")
    assert verdict == "revise"
    assert {"anonymous-sourcing/no-reason-given", "anonymous-sourcing/vague-collective"} <= rules


def test_dates_that_cannot_be(pack: Pack) -> None:
    verdict, rules = _audited(pack, "dve-daty")
    assert verdict == "revise"
    assert rules == {"dates/weekday-mismatch", "dates/impossible-date"}
