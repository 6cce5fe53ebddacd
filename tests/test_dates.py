"""Dates in running text: what is found, what it is worth, and what is no date."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.article import Article, Block
from auditor.items import DateExpression
from auditor.layers.analysis import LazyAnalysis
from auditor.lexicon import Lexicon
from auditor.load.languages import load_languages
from auditor.load.shipped import shipped

PUBLISHED = date(2025, 11, 8)  # a Saturday


@cache
def lexicon() -> Lexicon:
    return Lexicon(languages=load_languages(shipped() / "rules" / "_lists" / "languages"))


def read(
    text: str,
    language: str = "en",
    published: date | None = None,
    blocks: tuple[Block, ...] | None = None,
) -> list[tuple[str, DateExpression]]:
    article = Article(text=text, language=language, published=published, blocks=blocks or ())
    found = LazyAnalysis(article, lexicon()).layer("dates")
    assert [item.number for item in found] == list(range(1, len(found) + 1))
    return [(text[item.start : item.end], item) for item in found]


def values(text: str, language: str = "en", published: date | None = None) -> dict[str, str]:
    found = read(text, language, published)
    return {words: str(item.value) if item.value else "-" for words, item in found}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It opened on April 26, 2025.", "April 26, 2025", "2025-04-26"),
        ("It opened on 26 April 2025.", "26 April 2025", "2025-04-26"),
        ("It opened on April\u00a026, 2025.", "April\u00a026, 2025", "2025-04-26"),
        ("It opened on the 4th of November 2025.", "4th of November 2025", "2025-11-04"),
        ("It opened on 26/4/2025.", "26/4/2025", "2025-04-26"),
        ("It opened on 2025-04-26.", "2025-04-26", "2025-04-26"),
        ("It opened on Nov. 30th.", "Nov. 30th", "--11-30"),
        ("It opened on 26 April.", "26 April", "--04-26"),
        ("It opened in April 2025.", "April 2025", "2025-04"),
        ("It opened in April.", "April", "--04"),
        ("It opened in 2014.", "2014", "2014"),
        ("It has been open since the end of 2023.", "the end of 2023", "2023-12"),
        ("The Baltimore Sun March 4, 2014 had it first.", "March 4, 2014", "2014-03-04"),
        ("It opened on Tuesday, May 20, 2025.", "Tuesday, May 20, 2025", "2025-05-20"),
        ("It opened on April 31, 2025.", "April 31, 2025", "2025-04-31"),
    ],
)
def test_english_dates(text: str, words: str, value: str) -> None:
    assert values(text) == {words: value}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Jembatan dibuka pada Sabtu (26/4/2025).", "Sabtu (26/4/2025)", "2025-04-26"),
        ("Jembatan dibuka pada 4/5/2025.", "4/5/2025", "2025-05-04"),
        ("Rabu malam, 9 Maret 2016, hujan.", "Rabu malam, 9 Maret 2016", "2016-03-09"),
        ("Jembatan dibuka pada tahun 2014.", "tahun 2014", "2014"),
        ("Jembatan dibuka Agustus lalu.", "Agustus lalu", "--08"),
        ("Jembatan dibuka pada Mei.", "Mei", "--05"),
        ("Jembatan dibuka pada hari Minggu.", "Minggu", "-"),
        ("Jembatan dibuka minggu ini.", "minggu ini", "-"),
    ],
)
def test_indonesian_dates(text: str, words: str, value: str) -> None:
    assert values(text, "id") == {words: value}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("You may 5 times try, may be.", "en"),
        ("He led the March on Washington and reads the Sunday Times.", "en"),
        ("The memorial recalls the attacks of Sept. 11 and the Jan. 6 riot.", "en"),
        ("He was a guest on Last Week Tonight and reads USA Today.", "en"),
        ("She was on Fox News Sunday and in 60 Minutes.", "en"),
        ("They won 3-2 and paid $2014 for 1,000 kilometers (620 miles).", "en"),
        ("Call 555-2014 about version 2.10.2014.3, said the man, 52.", "en"),
        ("Theresa May met April Ryan.", "en"),
        ("Perbaikan makan waktu satu minggu dan mei pun lewat.", "id"),
    ],
)
def test_what_is_no_date(text: str, language: str) -> None:
    assert values(text, language) == {}


def test_an_ambiguous_numeric_date_is_not_guessed() -> None:
    ((_, item),) = read("It opened on 4/5/2025.")
    assert (item.value, item.precision, item.missing) == (None, "vague", ("month", "day"))


def test_an_ambiguous_numeric_date_is_settled_by_another_or_by_its_weekday() -> None:
    assert values("From 4/5/2025 and again on 4/26/2025.")["4/5/2025"] == "2025-04-05"
    assert values("It opened on Sunday (4/5/2025).") == {"Sunday (4/5/2025)": "2025-05-04"}


def test_a_day_without_a_year_lacks_the_year_until_the_article_is_dated() -> None:
    ((_, item),) = read("They met on November 7.")
    assert item.missing == ("year",)
    ((_, item),) = read("They met on November 7.", published=PUBLISHED)
    assert (str(item.value), item.missing, item.anchor) == ("2025-11-07", (), "publication date")


def test_a_weekday_alone_counts_back_from_the_publication() -> None:
    assert values("They met on Thursday.", published=PUBLISHED) == {"Thursday": "2025-11-06"}
    assert values("They will meet on Thursday.", published=PUBLISHED) == {"Thursday": "-"}
    ((_, item),) = read("They met on Thursday.")
    assert (item.value, item.missing) == (None, ("year", "month", "day"))
    assert item.weekday == "thursday"


def test_the_lead_dates_the_weekdays_and_days_after_it() -> None:
    text = (
        "Bridge opens\n\nThe bridge opened on Tuesday, May 20, 2025, after years of work.\n\n"
        "The mayor confirmed it on Wednesday. Tests had begun on April 26."
    )
    found = read(text)
    assert [str(item.value) for _, item in found] == ["2025-05-20", "2025-05-21", "2025-04-26"]
    assert found[1][1].anchor == "“Tuesday, May 20, 2025” in the lead"
    assert found[1][1].confidence < 0.9


def test_an_old_date_in_the_lead_dates_nothing_else() -> None:
    text = (
        "Towers remembered\n\nThe towers fell on May 20, 2001, in the old town.\n\n"
        "The mayor spoke on Wednesday. She will speak again on April 26."
    )
    assert [str(item.value) for _, item in read(text)] == ["2001-05-20", "None", "--04-26"]


def test_words_relative_to_the_day() -> None:
    text = "Yesterday it rained; last year too; two days ago it snowed; last August was hot."
    assert values(text, published=PUBLISHED) == {
        "Yesterday": "2025-11-07",
        "last year": "2024",
        "two days ago": "2025-11-06",
        "last August": "2025-08",
    }


def test_a_date_worked_out_from_the_one_before() -> None:
    found = dict(read("They met on Nov. 7, 2025. Three days later, they parted."))
    assert str(found["Three days later"].value) == "2025-11-10"
    assert found["Three days later"].anchor == "“Nov. 7, 2025”"


def test_what_was_checked_is_said() -> None:
    ((_, item),) = read("It opened on Tuesday, May 20, 2025.")
    assert item.checks == ("Tuesday, May 20, 2025: is a Tuesday.",)
    found = read("They met on November 7. Just days earlier, on November 5, rain fell.")
    assert found[1][1].checks == (
        "November 5: 2 days before “November 7”, as “days earlier” says.",
    )


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("In a recent meeting the council agreed.", "In a recent meeting", "en"),
        ("Baru-baru ini dewan kota sepakat.", "Baru-baru ini", "id"),
    ],
)
def test_words_that_date_nothing(text: str, words: str, language: str) -> None:
    ((found, item),) = read(text, language)
    assert (found, item.precision) == (words, "vague")
    assert item.missing == ("year", "month", "day")


def test_furniture_is_not_read() -> None:
    text = "Rain on March 1, 2025.\n\nPhoto taken on April 26, 2025."
    blocks = (Block("body", 0, 22), Block("caption", 24, len(text)))

    class Given(LazyAnalysis):
        @property
        def blocks(self) -> tuple[Block, ...]:
            return blocks

    found = Given(Article(text=text, language="en"), lexicon()).layer("dates")
    assert [text[item.start : item.end] for item in found] == ["March 1, 2025"]


MONTHS = {
    "en": "January February March April May June July August September October November December",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
}
FORMATS = {
    "en": (
        "{m} {d}, {y}",
        "{d} {m} {y}",
        "{y}-{n:02}-{d:02}",
        "{m} {d}th, {y}",
        "{d}th of {m} {y}",
    ),
    "id": ("{d} {m} {y}", "{d}/{n}/{y}", "{y}-{n:02}-{d:02}", "{d}-{n:02}-{y}"),
}


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["en", "id"]), st.data())
def test_every_format_reads_back(day: date, language: str, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(FORMATS[language]))
    name = MONTHS[language].split()[day.month - 1]
    words = form.format(d=day.day, m=name, n=day.month, y=day.year)
    frame = {"en": "It opened on {} as planned.", "id": "Jembatan dibuka pada {} siang."}
    assert values(frame[language].format(words), language) == {words: day.isoformat()}


# fmt: off
FRAGMENTS = st.sampled_from([
    "May", "March", "Sunday", "on ", "in ", " ", ", ", "2025", "31", "/", "-", "(", ")", "\n",
    "last ", "two ", "days ", "earlier", "ago", "999 ", "the day before", "“", "'", "4/5/25",
    "hari ", "Minggu", "lalu", "recently", "9999", "0", "th", "to ", "from ", "’", "۳",
])
# fmt: on


@given(
    st.one_of(st.text(max_size=200), st.lists(FRAGMENTS, max_size=30).map("".join)),
    st.sampled_from(["en", "id"]),
    st.sampled_from([None, PUBLISHED, date.min, date.max]),
)
def test_any_text_is_read_and_spans_lie_inside(
    text: str, language: str, published: date | None
) -> None:
    article = Article(text=text, language=language, published=published)
    analysis = LazyAnalysis(article, lexicon())
    end = 0
    for item in analysis.layer("dates"):
        assert end <= item.start < item.end <= len(text)
        end = item.end
    for conflict in analysis.layer("date_conflicts"):
        assert 0 <= conflict.start < conflict.end <= len(text)
        assert 1 <= conflict.first <= len(analysis.layer("dates"))


def test_the_day_of_the_market_week_may_follow_a_weekday() -> None:
    text = "Ia meninggal pada Senin Pon, 3 November 2025."
    ((words, found),) = read(text, "id")
    assert (words, str(found.value), found.weekday) == (
        "Senin Pon, 3 November 2025",
        "2025-11-03",
        "monday",
    )
