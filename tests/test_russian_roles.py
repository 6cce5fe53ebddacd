"""Who is meant in Russian by a role, a body or a pronoun, and who was only told."""

from __future__ import annotations

import pytest
from russian import sources, speakers

from auditor.article import Article
from auditor.engine.rule import Pack
from auditor.layers.analysis import LazyAnalysis


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Capitals that open a sentence or name whose office it is
        ("Краевед Август Рощин сказал: «Мост стоял здесь сто лет».", "Август Рощин"),
        ("Адвокат Рощина Кирилл Дымов сказал: «Мост строили без нас».", "Кирилл Дымов"),
        ("Министр рыболовства Сенегала Маду Диоп сказал: «Море общее для всех».", "Маду Диоп"),
        ("Основатель верфи Жан д'Арвиль сказал: «Паром будет готов в мае».", "Жан д'Арвиль"),
        (
            "Его тренер, профессор Эмма Львовна Рощина, сказала: «Он старался, но не успел».",
            "Эмма Львовна Рощина",
        ),
        # Who was only told
        ("«Комиссия уже выехала на место», — сказал Рощин журналистам.", "Рощин"),
        ("Рощин обвинения отверг: «Это общие слова, их пишут все».", "Рощин"),
        # Who is cited
        ("«Мост строили без нас», — передаёт ТАСС со ссылкой на Олега Рощина.", "Олег Рощин"),
        (
            "Директор верфи Олег Рощин не согласен. «Мост строили без нас», — цитирует его РБК.",
            "Олег Рощин",
        ),
        # A post in a blog is where, not who
        ("Олег Рощин написал в своём телеграм-канале: «Мост строили без нас».", "Олег Рощин"),
    ],
)
def test_who_speaks(pack: Pack, text: str, name: str) -> None:
    assert speakers(pack, f"Про Рощина и мост спорят давно.\n\n{text}") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "В краевом министерстве транспорта сообщили, что мост цел.",
            "краевое министерство транспорта",
        ),
        ("В районной администрации уточнили, что мост цел.", "районная администрация"),
        (
            "В управлении образования Рыльска сообщили, что мост цел.",
            "управление образования Рыльска",
        ),
        ("В комитете по печати Смольного заявили, что мост цел.", "комитет по печати Смольного"),
        ("Как сообщили в пресс-службе клуба, матч отложен.", "пресс-служба клуба"),
        # областной or областный: no ending tells
        ("В областном комитете заявили, что мост цел.", "областном комитете"),
        (
            "О мосте рассказала официальный представитель управления МЧС по Курской области "
            "Нина Белова.",
            "Нина Белова",
        ),
        ("О мосте «Фонтанке» рассказали в администрации города.", "администрация города"),
    ],
)
def test_a_body_is_named_in_the_nominative(pack: Pack, text: str, name: str) -> None:
    assert sources(pack, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Мост закроет министерство транспорта Рыльской области.\n\n"
        "«Объезд откроем в мае, пустим автобусы», — говорится в сообщении министерства.",
        "В министерстве транспорта Рыльской области спорят о мосте.\n\n"
        "«Объезд откроем в мае, пустим автобусы», — заверили в министерстве.",
    ],
)
def test_a_body_told_of_before_keeps_its_longer_name(pack: Pack, text: str) -> None:
    assert speakers(pack, text) == ["министерство транспорта Рыльской области"]


def test_a_decision_is_in_the_words_of_the_court(pack: Pack) -> None:
    text = (
        "Областной суд в Туле обязал школу вернуть деньги.\n\n"
        "В решении областного суда сказано: «Труд по субботам должен быть оплачен»."
    )
    assert speakers(pack, text) == ["областной суд в Туле"]


def test_whoever_the_newspaper_talked_to_is_the_source_met_before(pack: Pack) -> None:
    text = (
        "Источник в мэрии утверждает, что мост закроют.\n\n"
        "«Решение принято, ищут деньги», — пояснил собеседник издания."
    )
    assert speakers(pack, text) == ["Источник в мэрии"]


def test_the_latter_is_whoever_was_named_last(pack: Pack) -> None:
    text = (
        "Спор ведут Пётр Алов и Нина Белова. «Мост нужен городу уже сейчас», — сказала Белова. "
        "Затем она повернулась к Алову.\n\n«Согласен, но в последний раз», — ответил тот."
    )
    assert speakers(pack, text) == ["Нина Белова", "Пётр Алов"]


def test_whose_office_it_is_must_have_been_told_of_the_person(pack: Pack) -> None:
    text = (
        "О рыси рассказала директор центра Ольга Белова.\n\n"
        "«Она ворует рыбу третий год подряд», — {}."
    )
    assert speakers(pack, text.format("объяснила хозяйка центра")) == ["Ольга Белова"]
    assert speakers(pack, text.format("объяснила хозяйка кафе")) != ["Ольга Белова"]


def test_a_namesake_of_the_official_is_not_the_official(pack: Pack) -> None:
    text = (
        "«Бюллетени я пересчитал сам», — сказал председатель комиссии Эдуард Рощин. "
        "«Название уже есть», — сказал краевед Август Рощин, однофамилец чиновника.\n\n"
        "По мнению чиновника, нужен второй тур."
    )
    found = LazyAnalysis(Article(text=text, language="ru"), pack.lexicon).layer("sources")
    assert [(s.name, len(s.mentions)) for s in found] == [("Эдуард Рощин", 2), ("Август Рощин", 1)]


def test_a_letter_quoted_on_its_own_is_by_whom_the_paragraph_before_names(pack: Pack) -> None:
    text = (
        "Поводом стало письмо Камиллы Рощиной, нашедшей в работе целые страницы.\n\n"
        "«Дед умер весной, и я перечитывала его книги. Всё это я уже видела»."
    )
    assert speakers(pack, text) == ["Камилла Рощина"]


def test_what_people_call_a_thing_is_nobodys_word(pack: Pack) -> None:
    text = "Олег Рощин сообщил, что мост, который горожане прозвали «горбатым», придётся закрыть."
    quotes = LazyAnalysis(Article(text=text, language="ru"), pack.lexicon).layer("quotes")
    assert [q.speaker for q in quotes] == [None]


def test_a_cow_is_nobody_a_role_can_mean(pack: Pack) -> None:
    text = (
        "— Мы не ждали её раньше майских, — рассказывает Нина Рощина.\n\n"
        "Корова Зорька двое суток стояла на крыше.\n\n"
        "— Зато доиться потом не давалась, — смеётся хозяйка."
    )
    assert set(speakers(pack, text)) == {"Нина Рощина"}
