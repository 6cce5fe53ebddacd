"""Agencies in running text: which are found, what they do there, and what is none."""

from __future__ import annotations

import pytest

from auditor.article import Article, Link
from auditor.items import Wire
from auditor.layers.analysis import LazyAnalysis
from auditor.lexicon import Lexicon
from auditor.load.lexicon import load_lexicon
from auditor.load.shipped import shipped

_HEADLINE = {"en": "Harbour bridge closed after storm\n\n", "id": "Jembatan ditutup usai badai\n\n"}
_FILLER = {
    "en": "\n\nThe council meets again next week.\n\nWork on the bridge goes on.\n\nIt is old."
    "\n\nFerries run every hour.\n\nTickets cost two coins.\n\nThe queue is long.\n\nRain is due."
    "\n\nNobody was hurt.",
    "id": "\n\nDewan kota bersidang lagi pekan depan.\n\nPerbaikan berlanjut.\n\nJembatan itu tua."
    "\n\nKapal berangkat tiap jam.\n\nHarga tiket naik.\n\nAntrean panjang.\n\nHujan turun."
    "\n\nTidak ada korban.",
}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(shipped() / "rules" / "_lists")


def read(
    lexicon: Lexicon, text: str, language: str = "en", links: tuple[Link, ...] = ()
) -> list[tuple[str, Wire]]:
    article = Article(text=text, language=language, links=links)
    found = LazyAnalysis(article, lexicon).layer("wires")
    assert [w.number for w in found] == list(range(1, len(found) + 1))
    return [(text[w.start : w.end], w) for w in found]


def in_body(lexicon: Lexicon, text: str, language: str) -> list[tuple[str, str, str]]:
    whole = _HEADLINE[language] + text + _FILLER[language]
    return [(words, w.agency_id, w.role) for words, w in read(lexicon, whole, language)]


TRUE = [
    # datelines
    ("en", "MOSCOW, April 26. /TASS/. The bridge was opened again.", "TASS", "tass", "dateline"),
    ("en", "SEOUL, Nov. 5 (Yonhap) -- The bridge was closed.", "Yonhap", "yonhap", "dateline"),
    ("en", "KYIV, Ukraine (AP) — The bridge was closed.", "AP", "ap", "dateline"),
    ("en", "PORTVILLE, Ohio, Oct. 4 (UPI) — The bridge was closed.", "UPI", "upi", "dateline"),
    ("en", "LISBON, May 2 (Reuters) - The bridge was closed.", "Reuters", "reuters", "dateline"),
    ("en", "BEIJING, Nov. 5 (Xinhua) -- A bridge was closed.", "Xinhua", "xinhua", "dateline"),
    ("en", "ANKARA (AA) - A bridge was closed on Monday.", "AA", "anadolu", "dateline"),
    ("en", "TEHRAN (Tasnim) – A bridge was closed.", "Tasnim", "tasnim", "dateline"),
    ("en", "CAIRO, Nov 5 (MENA) - A bridge was closed.", "MENA", "mena", "dateline"),
    ("en", "Manama, Nov. 05 (BNA): A bridge was closed.", "BNA", "bna_bh", "dateline"),
    ("en", "KABUL (BNA) – A bridge was closed.", "BNA", "bakhtar", "dateline"),
    ("en", "TOKYO, Nov. 5, Kyodo - A bridge was closed.", "Kyodo", "kyodo", "dateline"),
    ("en", "LEEDS--(BUSINESS WIRE)--A firm said it built bridges.", "BUSINESS WIRE",
     "businesswire", "dateline"),
    ("id", "Jakarta (ANTARA) - Jembatan itu ditutup.", "ANTARA", "antara", "dateline"),
    ("id", "KUALA LUMPUR, 5 Nov (Bernama) -- Jembatan itu ditutup.", "Bernama", "bernama",
     "dateline"),
    # credits
    ("en", "By Jane Roe, Associated Press\n\nThe bridge shook.", "Associated Press", "ap",
     "credit"),
    ("en", "By Jane Roe, AFP\n\nThe bridge shook.", "AFP", "afp", "credit"),
    ("en", "(With inputs from AFP)", "AFP", "afp", "credit"),
    ("en", "Source: Xinhua", "Xinhua", "xinhua", "credit"),
    ("en", "© 2025 The Associated Press. All rights reserved.", "The Associated Press", "ap",
     "credit"),
    ("en", "Associated Press writer Jane Roe contributed to this report.", "Associated Press",
     "ap", "credit"),
    ("en", "It rained. (Reporting by Jane Roe; Editing by Bo Lee)",
     "(Reporting by Jane Roe; Editing by Bo Lee)", "reuters", "credit"),
    ("id", "Sumber: Antara", "Antara", "antara", "credit"),
    ("id", "Artikel ini disadur dari laporan Reuters.", "Reuters", "reuters", "credit"),
    # photographs
    ("en", "A man walks on the bridge. REUTERS/Jane Roe", "REUTERS", "reuters", "photo"),
    ("en", "A man walks on the bridge. (AP Photo/Jane Roe)", "AP", "ap", "photo"),
    ("en", "Photo: AFP/Jane Roe", "AFP", "afp", "photo"),
    ("id", "Foto: ANTARA FOTO/Budi Raharjo", "ANTARA FOTO", "antara", "photo"),
    ("id", "ANTARA FOTO/Budi Raharjo", "ANTARA FOTO", "antara", "photo"),
    # sources
    ("en", "The bridge has fallen, as reported by RIA Novosti, and is closed.", "RIA Novosti",
     "ria", "source"),
    ("en", "The mayor told The Associated Press that it was safe.", "The Associated Press", "ap",
     "source"),
    ("en", "It is safe, according to Reuters.", "Reuters", "reuters", "source"),
    ("en", "On Friday South Korean news agency Yonhap reported that it fell.", "Yonhap", "yonhap",
     "source"),
    ("en", "Yonhap, citing two engineers, said it fell.", "Yonhap", "yonhap", "source"),
    ("en", "The AP reported on Friday that the bridge fell.", "AP", "ap", "source"),
    ("en", "“It fell,” an engineer told AFP.", "AFP", "afp", "source"),
    ("en", "An engineer told AFP on Friday that it fell.", "AFP", "afp", "source"),
    ("en", "The rebels have fled, the Russian state news agency TASS said.", "TASS", "tass",
     "source"),
    ("en", "Xinhua, the official Chinese news agency, wrote that it fell.", "Xinhua", "xinhua",
     "source"),
    ("en", "Interfax-Ukraine reported that it fell.", "Interfax-Ukraine", "interfax_ukraine",
     "source"),
    ("en", "The bridge fell, Ria Novosti reported.", "Ria Novosti", "ria", "source"),
    ("en", "Associated Press of Pakistan reported that it fell.", "Associated Press of Pakistan",
     "app_pk", "source"),
    ("en", "The bridge fell, РИА Новости reported.", "РИА Новости", "ria", "source"),
    ("en", "The bridge is old. [Reuters]", "Reuters", "reuters", "source"),
    ("en", "He told Bloomberg on Monday that rates would fall.", "Bloomberg", "bloomberg",
     "source"),
    ("id", "Jembatan itu runtuh, dikutip dari AFP, Jumat (7/11).", "AFP", "afp", "source"),
    ("id", "Insinyur itu mengatakan kepada BBC bahwa jembatan aman.", "BBC", "bbc", "source"),
    ("id", "Jembatan itu runtuh, seperti dilansir Reuters.", "Reuters", "reuters", "source"),
    ("id", "Jembatan itu runtuh, seperti dilansir Antara pada Senin.", "Antara", "antara",
     "source"),
    ("id", "Kantor berita Korea Selatan Yonhap melaporkan jembatan runtuh.", "Yonhap", "yonhap",
     "source"),
    ("id", "Menurut kantor berita RIA Novosti, jembatan runtuh.", "RIA Novosti", "ria", "source"),
    ("id", "Jembatan runtuh, lapor kantor berita ТАСС.", "ТАСС", "tass", "source"),
    # mentions
    ("en", "A Reuters photographer fell into the river.", "Reuters", "reuters", "mention"),
    ("en", "The latest Reuters/Ipsos poll is out.", "Reuters", "reuters", "mention"),
    ("en", "Their channel competes with the BBC and others.", "BBC", "bbc", "mention"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "agency", "role"), TRUE)
def test_a_mention_is_found_with_its_role(
    lexicon: Lexicon, language: str, text: str, words: str, agency: str, role: str
) -> None:
    assert in_body(lexicon, text, language) == [(words, agency, role)]


FALSE = [
    ("en", "She took the AP exam in physics."),
    ("en", "The family lives in ERIE, PA, near the lake."),
    ("en", "Leaders of the Asia-Pacific Economic Cooperation (APEC) met."),
    ("en", "The Palestinian Authority (PA) — which runs the town — closed the bridge."),
    ("en", "Officers of the Australian Federal Police (AFP) came. The AFP reported two arrests."),
    ("en", "The Armed Forces of the Philippines (AFP) sent a ship."),
    ("en", "Oil prices in the Middle East and North Africa (MENA) rose."),
    ("en", "The AA meeting starts at eight."),
    ("en", "The rating fell from AA to AA-minus."),
    ("en", "Michael Bloomberg told a crowd that he would not run."),
    ("en", "Mr. Bloomberg reported a fortune. Bloomberg reported it late."),
    ("en", "The Dow Jones closed higher."),
    ("en", "Russia offered its Sputnik V vaccine."),
    ("en", "The trend reported last year goes on."),
    ("en", "A beta version was released."),
    ("en", "Petra draws a million visitors a year."),
    ("en", "The map reported by the office was wrong."),
    ("en", "Farmers in Fars province lost their harvest."),
    ("en", "The Tanzanian spa closed."),
    ("en", "Flights of TAP Air Portugal were late."),
    ("en", "The RSS feed is broken."),
    ("en", "RSS volunteers marched in Nagpur."),
    ("en", "The PTI leader addressed workers. Khan told PTI workers to march."),
    ("en", "The UNI campus is in Lima."),
    ("en", "Researchers of the SANA project met."),
    ("en", "She works at the Inter-American Press Association office."),
    ("en", "He wrote to @Reuters and https://www.example.org/BBC/page on Monday."),
    ("en", "The MAP of the town hangs in the hall."),
    ("en", "The Lusa river rose."),
    ("en", "A man called Antara Roy reported the theft."),
    ("en", "The CNA of the region was vague, he said."),
    ("en", "Turkey's AKP lost the vote."),
    ("en", "The PAP won in Singapore."),
    ("en", "AGI may arrive soon, engineers say."),
    ("en", "The RT index fell."),
    ("en", "The associated press conference was late."),
    ("en", "“Red Star won the match,” he said."),
    ("en", "According to Sputnik V trials the jab works."),
    ("en", "The current time is noon."),
    ("en", "He is an MIA soldier, the army said."),
    ("id", "Perbatasan antara kedua negara ditutup."),
    ("id", "Antara kedua kota itu ada jembatan."),
    ("id", "Pria bernama Budi jatuh dari jembatan."),
    ("id", "Desa Antara terletak di tepi sungai."),
    ("id", "Kabar itu mengejutkan warga."),
    ("id", "Menurut kabar yang beredar, jembatan ditutup."),
    ("id", "Mahasiswa UPI Bandung berunjuk rasa."),
    ("id", "Ia naik map berisi surat ke kantor."),
    ("id", "Selisihnya antara lain biaya."),
    ("id", "Ia menunggu di SPA hotel."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), FALSE)
def test_a_homograph_is_no_mention(lexicon: Lexicon, language: str, text: str) -> None:
    assert in_body(lexicon, text, language) == []


def test_an_abbreviation_the_article_explains_counts_from_then_on(lexicon: Lexicon) -> None:
    text = "He spoke to the Associated Press (AP). Later the AP deleted the tweet."
    found = in_body(lexicon, text, "en")
    assert [words for words, _, _ in found] == ["Associated Press", "AP"]


def test_signature_behind_the_last_sentence_is_a_credit(lexicon: Lexicon) -> None:
    for last, agency in [("(AP)", "ap"), ("— AFP", "afp"), ("(TAP)", "tap"), ("--IANS", "ians")]:
        text = f"{_HEADLINE['en']}The bridge was closed.\n\nIt will open in May. {last}"
        assert [(w.agency_id, w.role) for _, w in read(lexicon, text)] == [(agency, "credit")]


def test_first_mention_leaves_photographs_aside(lexicon: Lexicon) -> None:
    text = (
        "Bridge closed\n\nFoot traffic. REUTERS/Jane Roe\n\nReuters reported it."
        "\n\nReuters said more. AFP reported less."
    )
    assert [(w.role, w.first) for _, w in read(lexicon, text)] == [
        ("photo", False),
        ("source", True),
        ("source", False),
        ("source", True),
    ]


def test_link_to_the_agency_itself(lexicon: Lexicon) -> None:
    text = "Bridge closed\n\nThe bridge fell, TASS reported. The pier held, Interfax reported."
    at, other = text.index("TASS"), text.index("Interfax")
    links = (
        Link(at, at + 4, "https://www.tass.com/a/1"),
        Link(other, other + 8, "https://interfax.example.org/"),
    )
    assert [w.linked for _, w in read(lexicon, text, links=links)] == [True, False]


@pytest.mark.parametrize(
    ("language", "sentence", "cited_for"),
    [
        ("en", "Russia will send engineers, the Russian defence minister said, TASS reported.",
         "own_officials"),
        ("en", "The Kremlin said on Monday that it would, TASS reported.", "own_officials"),
        ("en", "“No,” said a spokesman for Russia's foreign ministry, TASS reported.",
         "own_officials"),
        ("en", "The Ukrainian defence minister said the town had held, TASS reported.", "others"),
        ("en", "The rebels have fled, TASS reported.", None),
        ("en", "The governor said the rebels had fled, TASS reported.", None),
        ("id", "Menteri Pertahanan Rusia mengatakan pasukan ditarik, lapor TASS.",
         "own_officials"),
        ("id", "Para pemberontak melarikan diri, lapor TASS.", None),
    ],
)  # fmt: skip
def test_whose_words_an_agency_passes_on(
    lexicon: Lexicon, language: str, sentence: str, cited_for: str | None
) -> None:
    text = _HEADLINE[language] + sentence + _FILLER[language]
    ((_, wire),) = [(w, i) for w, i in read(lexicon, text, language) if i.agency_id == "tass"]
    assert wire.cited_for == cited_for


def test_control_comes_with_its_basis(lexicon: Lexicon) -> None:
    text = "Bridge closed\n\nTASS reported it. Yonhap reported it. Reuters reported it."
    tass, yonhap, reuters = [w for _, w in read(lexicon, text)]
    assert (tass.control, tass.country) == ("state_controlled", "RU")
    assert yonhap.control == "public_service"
    assert tass.verified and not reuters.verified
    assert tass.basis and reuters.basis
