"""Text that is no reporting: what is told apart, how far it reaches, and what is left alone."""

from __future__ import annotations

import pytest

from auditor.article import Article
from auditor.items import Passage
from auditor.layers.analysis import LazyAnalysis
from auditor.lexicon import Lexicon, NotKnown
from auditor.load.lexicon import load_lexicon
from auditor.load.shipped import shipped

HEADLINE = {
    "en": "Ferry runs aground near the old pier",
    "id": "Kapal feri kandas di dekat dermaga",
}
BODY = {
    "en": (
        "The ferry ran aground on Tuesday with forty people on board, the harbour office said.",
        "“We felt a bump and then nothing,” said Jane Roe, who was on her way to work.",
        "Divers will look at the hull on Wednesday, and a tug stands by in the meantime.",
        "The line has been closed twice before, in spring and in autumn, for repairs.",
        "Buses take passengers around the bay until the ferry is afloat.",
        "The harbour master expects the channel to be open by the weekend.",
    ),
    "id": (
        "Kapal feri itu kandas pada Selasa dengan empat puluh penumpang, kata kantor pelabuhan.",
        "“Kami merasakan benturan lalu senyap,” kata Siti, yang hendak berangkat bekerja.",
        "Penyelam akan memeriksa lambung kapal pada Rabu, dan sebuah kapal tunda bersiaga.",
        "Jalur itu pernah ditutup dua kali, pada musim hujan dan kemarau, untuk perbaikan.",
        "Bus mengangkut penumpang mengitari teluk sampai kapal mengapung lagi.",
        "Kepala pelabuhan berharap alur pelayaran dibuka pada akhir pekan.",
    ),
}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(shipped() / "rules" / "_lists")


def read(lexicon: Lexicon, text: str, language: str = "en") -> list[tuple[str, Passage]]:
    found = LazyAnalysis(Article(text=text, language=language), lexicon).layer("passages")
    assert [p.number for p in found] == list(range(1, len(found) + 1))
    return [(text[p.start : p.end], p) for p in found]


def page(language: str, *, head: str = "", middle: str = "", tail: str = "") -> str:
    body = list(BODY[language])
    if middle:
        body.insert(3, middle)
    lines = [*([head] if head else []), HEADLINE[language], *body, *([tail] if tail else [])]
    return "\n\n".join(lines)


HEAD = [
    ("en", "News", "site_chrome"),
    ("en", "KXYZ News", "site_chrome"),
    ("en", "Home > World > Europe", "site_chrome"),
    ("en", "3 min read", "site_chrome"),
    ("en", "By Admin", "site_chrome"),
    ("en", "1,204 views", "site_chrome"),
    ("id", "Berita", "site_chrome"),
    ("id", "Beranda > Nasional", "site_chrome"),
    ("id", "3 menit baca", "site_chrome"),
    ("id", "Oleh Admin", "site_chrome"),
]
MIDDLE = [
    ("en", "ADVERTISEMENT", "advertisement"),
    ("en", "READ MORE: Ferry line to close in May", "read_more"),
    ("en", "Related stories", "read_more"),
    ("en", "Sign up for our daily newsletter and never miss a story.", "newsletter"),
    ("en", "FILE PHOTO: The ferry in the harbour in May.", "photo_credit"),
    ("en", "#ferry #harbour", "share_prompt"),
    ("id", "Baca juga: Jalur feri ditutup pada Mei", "read_more"),
    ("id", "IKLAN", "advertisement"),
    ("id", "Foto: Kapal feri di pelabuhan", "photo_credit"),
]
TAIL = [
    ("en", "Follow us on X and Facebook.", "share_prompt"),
    ("en", "Follow Jane Roe on Twitter: @janeroe", "share_prompt"),
    ("en", "For Harbour Daily updates, click on WhatsApp or Telegram.", "share_prompt"),
    ("en", "Join our WhatsApp channel", "share_prompt"),
    ("en", "Get the day's news delivered straight to your inbox.", "newsletter"),
    ("en", "© 2025 Harbour Daily. All rights reserved.", "copyright"),
    ("en", "Copyright 2025 Harbour Daily", "copyright"),
    ("en", "(c) 2025 Harbour Daily. All rights reserved.", "copyright"),
    ("en", "For eyewitness accounts, write to: desk@harbour.example", "contact"),
    ("en", "desk@harbour.example", "contact"),
    ("en", "This is a developing story. Check back for updates.", "developing"),
    ("en", "This article was originally published on Harbour Daily.", "origin_notice"),
    ("en", "(Reporting by Jane Roe; Editing by Bo Lee)", "origin_notice"),
    ("en", "FOR IMMEDIATE RELEASE", "press_release"),
    ("en", "Correction: The ferry carries cars. An earlier text said it does not.", "correction"),
    ("en", "This story has been updated with a comment from the harbour office.", "correction"),
    ("id", "Ikuti berita Pelabuhan Harian di Google News.", "share_prompt"),
    ("id", "Hak cipta dilindungi undang-undang.", "copyright"),
    ("id", "Berita ini akan terus diperbarui.", "developing"),
    ("id", "Artikel ini telah tayang di Pelabuhan Harian.", "origin_notice"),
    ("id", "Sumber: Pelabuhan Harian", "origin_notice"),
    ("id", "Ralat: Kapal itu membawa mobil, bukan barang.", "correction"),
    ("id", "Hubungi redaksi: meja@pelabuhan.example", "contact"),
]


@pytest.mark.parametrize(
    ("where", "language", "line", "sort"),
    [(where, *row) for where, rows in [("head", HEAD), ("middle", MIDDLE), ("tail", TAIL)]
     for row in rows],
)  # fmt: skip
def test_a_line_of_boilerplate_is_marked_as_a_whole(
    lexicon: Lexicon, where: str, language: str, line: str, sort: str
) -> None:
    found = read(lexicon, page(language, **{where: line}), language)
    assert [(words, p.kind, p.sort) for words, p in found] == [(line, "boilerplate", sort)]


def test_lines_of_the_page_around_the_article_are_separate(lexicon: Lexicon) -> None:
    text = "KXYZ News\nNews\n\n" + page("en")
    assert [words for words, _ in read(lexicon, text)] == ["KXYZ News", "News"]


def test_a_footer_of_several_prompts_is_one_passage(lexicon: Lexicon) -> None:
    footer = (
        "For more Harbour Daily news, join us on Telegram. For tips and pictures, write to: "
        "desk@harbour.example. Follow us on Facebook or X (formerly Twitter)"
    )
    assert [words for words, _ in read(lexicon, page("en", tail=footer))] == [footer]


def test_behind_reporting_only_the_sentence_is_marked(lexicon: Lexicon) -> None:
    line = "Jane Roe has written about ferries, bridges and tunnels on three continents for years."
    tail = f"{line} Follow her on Twitter: @janeroe"
    assert [words for words, _ in read(lexicon, page("en", tail=tail))] == [
        "Follow her on Twitter: @janeroe"
    ]


def test_a_bracketed_photo_credit_is_marked_within_its_line(lexicon: Lexicon) -> None:
    middle = "A tug passes the ferry on Tuesday while people wave. (Photo by Jane Roe/Harbour)"
    ((words, passage),) = read(lexicon, page("en", middle=middle))
    assert (words, passage.sort) == ("(Photo by Jane Roe/Harbour)", "photo_credit")


REPORTING = [
    ("en", "“Follow me.” That was all he said before he jumped into the water and swam."),
    ("en", "“It is true. Follow us on Twitter and you will see,” he told the crowd at noon."),
    ("en", '"It is true. Subscribe to our newsletter and you will see," he told the crowd.'),
    ("en", "The party wants voters to follow it on Twitter, share its posts and sign up for news."),
    ("en", "The office lost touch (via Politico) with the crew an hour before it ran aground."),
    ("en", "Contact with the enemy was lost at dawn, the commander said in his report."),
    ("en", "Share of the market fell to nine per cent in the year to May, the firm said."),
    ("en", "Copyright law protects the plan of the ferry, the yard said in its answer."),
    ("en", "Readers subscribe to our view that ferries should run on time, the union said."),
    ("en", "Watch officers saw the lights of the ferry shortly before it ran aground."),
    ("en", "The newsletter of the harbour office first reported that the ferry had run aground."),
    ("en", "Sources told the harbour office that the ferry had been moved in the night."),
    ("en", "Photographs of the ferry show a hole in the hull, the divers said on Tuesday."),
    ("en", "News of the accident spread quickly through the town on Tuesday evening."),
    ("en", "“Share the news, read more and call us,” reads a poster at the pier in the town."),
    ("en", "Photos from the pier show smoke over the harbour and people running to the bank."),
    ("en", "First published in 1925, the timetable of the ferry has hardly changed since then."),
    ("en", "Getty Images said it had sold the picture of the ferry to four newspapers."),
    ("en", "Like many on Facebook and in town, she had not heard that the line was closed."),
    ("en", "Translated from Norwegian, the name of the ferry means a small sea bird."),
    ("en", "The post is sponsored by the harbour office, which runs the ferry."),
    ("id", "Ia meminta warga mengikuti kabar kapal di Facebook dan membagikan berita itu."),
    ("id", "“Ikuti kami di Facebook,” kata seorang penumpang kepada awak kapal feri itu."),
    ("id", "Sumber di pelabuhan mengatakan kapal itu dipindahkan pada malam hari."),
    ("id", "Foto kapal itu memperlihatkan lubang di lambung, kata para penyelam."),
    ("id", "Hubungi kapal lewat radio gagal dilakukan, kata kepala pelabuhan."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line"), REPORTING)
@pytest.mark.parametrize("where", ["middle", "tail"])
def test_reporting_is_left_alone(lexicon: Lexicon, where: str, language: str, line: str) -> None:
    assert read(lexicon, page(language, **{where: line}), language) == []


def test_a_section_word_as_a_subheading_is_left_alone(lexicon: Lexicon) -> None:
    assert read(lexicon, page("en", middle="Politics")) == []


def test_a_network_is_a_share_prompt_behind_another_one(lexicon: Lexicon) -> None:
    alone = page("en", middle="Twitter")
    assert read(lexicon, alone) == []
    text = page("en", middle="Share this:\n\nFacebook\n\nTwitter")
    assert [words for words, _ in read(lexicon, text)] == ["Share this:", "Facebook", "Twitter"]


def test_what_stands_twice_is_marked_at_its_second_place(lexicon: Lexicon) -> None:
    again = "Divers will look at the hull on Wednesday, and a tug stands by in the meantime."
    text = page("en", tail=f"Nobody was hurt. {again}")
    ((words, passage),) = read(lexicon, text)
    assert (words, passage.kind, passage.overlap, passage.origin) == (again, "repeated", 1.0, None)
    assert passage.start == text.rindex(again)


def test_repeated_sentences_side_by_side_are_one_passage(lexicon: Lexicon) -> None:
    text = page("en") + "\n\n" + " ".join(BODY["en"][3:5])
    assert [words for words, _ in read(lexicon, text)] == [" ".join(BODY["en"][3:5])]


def test_a_short_refrain_may_stand_twice(lexicon: Lexicon) -> None:
    assert read(lexicon, page("en", middle="Nobody was hurt.", tail="Nobody was hurt.")) == []


def test_a_language_without_lists_is_not_known(lexicon: Lexicon) -> None:
    with pytest.raises(NotKnown):
        read(lexicon, "Le ferry est à quai.", "fr")


def test_an_empty_text_has_no_passages(lexicon: Lexicon) -> None:
    assert read(lexicon, "") == read(lexicon, "\n \n") == []
