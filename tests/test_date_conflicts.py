"""Dates that cannot hold: each kind of fault, beside the same text without it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.article import Article
from auditor.layers.analysis import LazyAnalysis
from auditor.lexicon import Lexicon
from auditor.load.languages import load_languages
from auditor.load.shipped import shipped

PUBLISHED = date(2025, 11, 8)


@cache
def lexicon() -> Lexicon:
    return Lexicon(languages=load_languages(shipped() / "rules" / "_lists" / "languages"))


def faults(
    text: str, language: str = "en", published: date | None = None
) -> list[tuple[str, str, str | None]]:
    article = Article(text=text, language=language, published=published)
    found = LazyAnalysis(article, lexicon()).layer("date_conflicts")
    assert [c.number for c in found] == list(range(1, len(found) + 1))
    return [(c.kind, text[c.start : c.end], c.computed) for c in found]


@pytest.mark.parametrize(
    ("language", "text", "fault"),
    [
        (
            "en",
            "He arrived on Monday, May 20, 2025.",
            ("weekday", "Monday, May 20, 2025", "20 May 2025 was a Tuesday"),
        ),
        (
            "en",
            "It is due on 31 April.",
            ("impossible", "31 April", "April has 30 days"),
        ),
        (
            "en",
            "It began on February 29, 2023.",
            ("impossible", "February 29, 2023", "February 2023 has 28 days"),
        ),
        ("en", "It began on 15/15/2024.", ("impossible", "15/15/2024", "there is no month 15")),
        (
            "en",
            "They met on November 7. Just days earlier, on November 9, troops had left.",
            ("order", "November 9", "“November 9” is 2 days after “November 7”"),
        ),
        (
            "en",
            "They met on November 7. The day before, on November 8, troops had left.",
            ("order", "November 8", "“November 8” is 1 day after “November 7”"),
        ),
        (
            "en",
            "They met on November 7. Two days later, on November 12, they parted.",
            ("interval", "November 12", "“November 12” is 5 days after “November 7”"),
        ),
        (
            "en",
            "The fair ran from 9 to 5 May.",
            ("range", "9 to 5 May", "day 9 comes after day 5"),
        ),
        (
            "en",
            "The fair ran from May 9 to May 5.",
            ("range", "May 5", "“May 9” comes after “May 5”"),
        ),
        (
            "id",
            "Ia tiba pada Senin (26/4/2025).",
            ("weekday", "Senin (26/4/2025)", "26 April 2025 was a Saturday"),
        ),
        (
            "id",
            "Mereka bertemu pada 7 November. Beberapa hari sebelumnya, pada 9 November, hujan.",
            ("order", "9 November", "“9 November” is 2 days after “7 November”"),
        ),
        (
            "id",
            "Ia tiba pada 31/4/2025.",
            ("impossible", "31/4/2025", "April has 30 days"),
        ),
    ],
)
def test_faults(language: str, text: str, fault: tuple[str, str, str]) -> None:
    assert faults(text, language) == [fault]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He arrived on Tuesday, May 20, 2025."),
        ("en", "He arrived on Tuesday, May 20."),
        ("en", "It began on February 29, 2024, and ended on February 29."),
        ("en", "It opened on 25/4/2025 and on 5/5/2025."),
        ("id", "Jembatan dibuka pada 4/5/2025."),
        ("en", "They met on November 7. Just days earlier, on November 5, troops had left."),
        ("en", "They met on January 2. Days earlier, on December 30, troops had left."),
        ("en", "They met on November 7. A year earlier, on November 9, troops had left."),
        ("en", "He fell on Wednesday. On November 7 she came. A day later, on May 9, it rained."),
        ("en", "The fair ran from 5 to 9 May and from November 9 to January 5."),
        ("en", "Support rose from 40 percent on July 14 to 46 percent on August 1."),
        ("en", "Support has grown since June 31 percent of voters said no."),
        ("en", "So wrote The Evening Sun March 4, 2014."),
        ("id", "Ia tiba pada Sabtu (26/4/2025) dan pulang pada Minggu (27/4/2025)."),
    ],
)
def test_silence(language: str, text: str) -> None:
    assert faults(text, language) == []


def test_the_earlier_of_two_satisfies_a_relation() -> None:
    text = "They met on May 9. She left on May 3. Days earlier, on May 7, it rained."
    assert faults(text) == []


def test_a_weekday_without_a_year_is_held_against_the_publication_year() -> None:
    text = "He spoke on Tuesday, November 4, and on Tuesday, November 3."
    assert [f[:2] for f in faults(text, published=PUBLISHED)] == [
        ("weekday", "Tuesday, November 3")
    ]
    assert faults(text) == []


def test_the_past_does_not_lie_ahead_of_the_publication() -> None:
    told = "She resigned on November 22, 2025."
    assert faults(told, published=PUBLISHED) == [
        (
            "publication",
            "November 22, 2025",
            "22 November 2025 is 14 days after the publication date",
        )
    ]
    for text in (
        "The law takes effect on November 22, 2025.",
        "The council, which voted against it, will meet on November 22, 2025.",
        "It was signed by both sides and is to expire on November 22, 2025.",
        "She resigned on November 9, 2025.",
    ):
        assert faults(text, published=PUBLISHED) == []


def test_enters_its_fourth_year() -> None:
    text = (
        "The strike began on February 24, 2022. As the strike enters its fourth year, shops close."
    )
    (fault,) = faults(text, published=PUBLISHED)
    assert fault[:2] == ("duration", "enters its fourth year")
    assert fault[2] is not None and "began on 24 February 2025" in fault[2]
    assert faults(text, published=date(2025, 2, 20)) == []
    assert faults(text) == []
    other = text.replace("The strike began", "The fair began")
    assert faults(other, published=PUBLISHED) == []


def test_a_numeric_date_with_two_readings() -> None:
    assert faults("It opened on 4/5/2025.") == [
        ("ambiguous", "4/5/2025", "4 May 2025 or 5 April 2025")
    ]


@pytest.mark.parametrize(
    ("language", "first", "phrase", "second"),
    [
        (
            "en",
            "On {} they met. ",
            "enters its fourth year",
            "As war in Ukraine {}, we wait.",
        ),
        ("id", "Pada {} mereka bertemu. ", "memasuki tahun keempat", "Perang di Ukraina {}."),
    ],
)
def test_a_well_known_beginning(language: str, first: str, phrase: str, second: str) -> None:
    end = second.format(phrase)
    late, due = ("7 November 2025", "20 Februari 2025" if language == "id" else "20 February 2025")
    (fault,) = faults(first.format(late) + end, language)
    assert fault == (
        "event",
        phrase,
        "counted from 24 February 2022, year 4 began on 24 February 2025",
    )
    assert faults(first.format(due) + end, language) == []
    assert faults(first.format("7 November 2021") + end, language) == []


def test_a_well_known_beginning_against_dates_without_a_year() -> None:
    phrase = "Bread grows dear while the invasion of Ukraine enters its fourth year."
    two = "On November 7 they met. On November 9 they parted. "
    (fault,) = faults(two + phrase)
    assert fault[2] == "counted from 24 February 2022, a new year of it begins on 24 February"
    assert faults("On November 7 they met. " + phrase) == []
    assert faults("On November 7 they met. On February 20 they parted. " + phrase) == []


ARITHMETIC = [
    ("en", "Reke ran the mill for 12 years, from 1998 to 2005.", "duration"),
    ("en", "The siege began on May 3, 2015 and ended on May 20, 2015, after 30 days.", "duration"),
    ("en", "Reke was born in 1950 and died in 2010 at the age of 52.", "age"),
    ("en", "Born in 1973, Ilse Brandvold, 58, still rows.", "age"),
    ("en", "She was 41 in 1998 and 68 in 2016.", "age"),
    ("en", "The brewery, founded in 1925, celebrated its 90th anniversary in 2015.", ""),
    ("en", "The brewery, founded in 1925, celebrated its 80th anniversary in 2015.", "age"),
    ("en", "Reke chaired the board between 2010 and 2006.", "range"),
    ("en", "The pier opened on May 3, 2015, a Friday.", "weekday"),
    ("en", "The council will vote on May 3, 2015.", "publication"),
    ("en", "The pier was opened on May 3, 2016.", "publication"),
    ("en", "LINDHAGEN, May 3, 2016 — Nobody answered the telephone.", "publication"),
    ("id", "Suteja memimpin museum selama 12 tahun, dari 1998 hingga 2005.", "duration"),
    ("id", "Rangga Suteja, kelahiran 1973, kini berumur 60 tahun.", "age"),
    ("id", "Mereka tiba pada 9 Mei 2015. Dua hari sebelumnya, pada 7 Mei 2015, hujan.", ""),
    ("ru", "Реке руководил музеем 12 лет, с 1998 по 2005 год.", "duration"),
    ("ru", "В 1998 году ему было 41, а в 2010 году — 60.", "age"),
    ("ru", "Ярмарка шла с 14.05.2015 по 09.05.2015.", "range"),
    # what looks wrong and is right, or is not told
    ("en", "She was 41 in 1998 and 60 in 2016.", ""),
    ("en", "He was elected in 1988 and had spent 28 years in office in 2016.", ""),
    ("en", "The talks ran from September to March, or seven months.", ""),
    ("en", "It began six years ago, in 2009.", ""),
    ("en", "He lived there for three years between 2005 and 2010.", ""),
    ("en", "He played for the club from 2001 to 2010, after five years abroad.", ""),
    ("en", "Prices rose from 1800 to 2000 pounds.", ""),
    ("en", "Clinton, born in 1947, has a daughter, 35, in New York.", ""),
    ("en", "She was born in 1973 and has a 12-year-old daughter.", ""),
    ("en", "Smith died on May 3, 2015. Mary Smith died on May 5, 2015.", ""),
    ("en", "The pier was due to be opened on May 3, 2015. The pier was opened on May 5, 2015.", ""),
    ("en", "The council will vote on the plan announced on May 3, 2015.", ""),
    ("en", "The company announced a summit on Feb. 20, 2016.", ""),
    ("en", "“It will open on May 3, 2015,” he said.", ""),
    (
        "ru",
        "Встреча прошла 2 января 2016 года. Через неделю, 19 января 2016 года, состоится суд.",
        "",
    ),
]


@pytest.mark.parametrize(("language", "text", "kind"), ARITHMETIC)
def test_arithmetic(language: str, text: str, kind: str) -> None:
    found = faults(text, language, date(2016, 1, 12))
    assert [f[0] for f in found] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("language", "text", "second"),
    [
        (
            "en",
            "The pier was opened on May 3, 2015. The pier, opened on May 5, 2015, is of oak.",
            "May 5, 2015",
        ),
        (
            "id",
            "Wali Kota Suteja Mundur 3 Mei 2015\n\nWali Kota Rangga Suteja mundur pada 5 Mei 2015.",
            "5 Mei 2015",
        ),
        ("ru", "Причал открыли 3 мая 2015 года. Причал открыли 5 мая 2015 года.", "5 мая 2015"),
    ],
)
def test_one_event_has_one_date(language: str, text: str, second: str) -> None:
    ((kind, words, computed),) = faults(text, language)
    assert (kind, words) == ("event", second)
    assert computed is not None and computed.endswith("are 2 days apart")
    assert faults(text.replace(second, second.replace("5", "3", 1)), language) == []


FORMS = {
    "en": ("{m} {d}, {y}", "{d} {m} {y}", "the {d}th of {m} {y}", "{y}-{n:02}-{d:02}"),
    "id": ("{d} {m} {y}", "{d}/{n}/{y}", "{d:02}-{n:02}-{y}", "{d:02}.{n:02}.{y}"),
    "ru": ("{d} {m} {y}", "{d:02}.{n:02}.{y}"),
}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
BEFORE = {"en": "It opened on", "id": "Dibuka pada", "ru": "Открыли"}


def written(day: date, form: str, language: str) -> str:
    month = MONTHS[language].split()[day.month - 1]
    return form.format(m=month, d=day.day, y=day.year, n=day.month)


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from([(language, form) for language in FORMS for form in FORMS[language]]),
)
def test_every_date_reads_back(day: date, case: tuple[str, str]) -> None:
    language, form = case
    text = f"{BEFORE[language]} {written(day, form, language)}."
    article = Article(text=text, language=language)
    (item,) = LazyAnalysis(article, lexicon()).layer("dates")
    assert str(item.value) == day.isoformat()
    assert faults(text, language) == []


@given(
    st.dates(date(1950, 1, 1), date(2050, 12, 31)),
    st.integers(1, 4000),
    st.lists(st.integers(-40, 40), min_size=3, max_size=3, unique=True),
)
def test_a_common_offset_changes_no_verdict(day: date, offset: int, away: list[int]) -> None:
    def verdicts(origin: date) -> list[tuple[str, int]]:
        days = [origin + timedelta(days=n) for n in away]
        a, b, c = (written(d, "{m} {d}, {y}", "en") for d in days)
        text = (
            f"They met on {a}. Ten days later, on {b}, they parted. The fair ran from {b} to {c},"
            f" or 12 days. The pier was opened on {a}. The pier, opened on {c}, is of oak."
        )
        found = LazyAnalysis(Article(text=text, language="en", published=origin), lexicon())
        return [(c.kind, c.first) for c in found.layer("date_conflicts")]

    assert verdicts(day) == verdicts(day + timedelta(days=offset))
