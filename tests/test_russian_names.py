"""Russian names: in the nominative, hers or his, and whoever is meant by them."""

from __future__ import annotations

import pytest
from russian import sources, speakers

from auditor.engine.rule import Pack
from auditor.layers.attribution.declined import Declined


@pytest.fixture
def declined(pack: Pack) -> Declined:
    return pack.lexicon.languages["ru"].once(Declined)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Степана Рощина", "Степан Рощин"),
        ("Камиллы Лодкиной", "Камилла Лодкина"),
        ("Олега Юрьевича Верстова", "Олег Юрьевич Верстов"),
        ("Айгуль Саматовой", "Айгуль Саматова"),
        ("Леонида Живаго", "Леонид Живаго"),
        ("Веры Седых", "Вера Седых"),
        ("Анны Цой", "Анна Цой"),
        ("Семёна Ткача", "Семён Ткач"),
        ("И. О. Лодкиной", "И. О. Лодкина"),
        ("Ольги Римской-Волковой", "Ольга Римская-Волкова"),
    ],
)
def test_a_name_in_another_case_is_given_in_the_nominative(
    declined: Declined, written: str, name: str
) -> None:
    assert declined.nominative(written) == name


@pytest.mark.parametrize(
    "name",
    [
        "Степан Рощин",
        "Нина Белова",
        "Александра Рощина",  # hers, or Александр’s
        "Августа Рощина",
        "Никита Цой",
        "Мамаду Бассен",
        "Сергея Шойгу",  # no ending tells that it is no Шойга
        "Тимура Пучка",  # Пучок or Пучко
    ],
)
def test_what_may_be_a_nominative_or_is_not_certain_stays(declined: Declined, name: str) -> None:
    assert declined.nominative(name) == name


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("По словам Рощина, мост цел.", "Рощин"),
        ("По словам Рощиной, мост цел.", "Рощина"),
        ("По словам Александра Рощина, мост цел.", "Александр Рощин"),
        ("По словам Дюма, мост цел.", "Дюма"),
    ],
)
def test_the_place_of_a_name_tells_its_case(pack: Pack, place: str, name: str) -> None:
    assert sources(pack, place) == [name]


_COUPLE = "Мост строили Андрей Викторович Рощин и его бывшая жена Светлана Рощина.\n\n"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("«Мост цел уже третий год», — сказал Рощин.", "Андрей Викторович Рощин"),
        ("«Мост цел уже третий год», — сказала Рощина.", "Светлана Рощина"),
        ("«Мост цел уже третий год», — сказала она.", "Светлана Рощина"),
        ("«Мост цел уже третий год», — сказал он.", "Андрей Викторович Рощин"),
    ],
)
def test_two_of_one_surname_are_told_apart(pack: Pack, said: str, name: str) -> None:
    assert speakers(pack, _COUPLE + said) == [name]


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("По словам Рощина", "Андрей Викторович Рощин"),
        ("По словам Рощиной", "Светлана Рощина"),
    ],
)
def test_two_of_one_surname_behind_a_preposition(pack: Pack, who: str, name: str) -> None:
    assert sources(pack, f"{_COUPLE}{who}, мост цел.") == [name]


def test_a_verb_tells_which_of_two_who_share_all_letters(pack: Pack) -> None:
    text = (
        "Центром ведают Ольга Ким и ветеринар Станислав Ким.\n\n"
        "«Засов мы поменяли ещё летом», — объяснила Ким.\n\n"
        "«Замок я купил сам», — добавил Ким."
    )
    assert speakers(pack, text) == ["Ольга Ким", "Станислав Ким"]


def test_a_role_is_borne_by_whom_the_verb_fits(pack: Pack) -> None:
    text = (
        "Мост закрыли, рассказала Нина Белова. Её выслушал Олег Сурков.\n\n"
        "«Ремонт начнётся в мае», — сказала директор."
    )
    assert speakers(pack, text) == ["Нина Белова"]
