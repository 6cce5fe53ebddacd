"""Which part of an article is headline, byline, dateline, lead, body or furniture."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.article import Article, Block
from auditor.items import Passage
from auditor.layers.analysis import LazyAnalysis
from auditor.lexicon import Language, Lexicon, NotKnown
from auditor.yamlfile import Mapping, Scalar, Sequence, parse

LISTS = Path(__file__).parents[1] / "rules" / "_lists" / "languages"


@cache
def lexicon() -> Lexicon:
    """Only the lists of this file's layers, so that no other list can fail these tests."""
    return Lexicon(languages={code: _language(code) for code in ("en", "id")})


def _language(code: str) -> Language:
    root = parse((LISTS / code / "structure.yaml").read_text(encoding="utf-8"), code)
    assert isinstance(root, Mapping)
    lists: dict[str, tuple[str, ...]] = {}
    for room, group in root.items():
        assert isinstance(group, Mapping)
        for name, phrases in group.items():
            assert isinstance(phrases, Sequence)
            lists[f"{room.value}.{name.value}"] = tuple(
                p.value for p in phrases.items if isinstance(p, Scalar)
            )
    return Language(code, code, lists)


class Reading(LazyAnalysis):
    """An analysis whose passages are given."""

    passages: tuple[Passage, ...] | None = None

    def layer(self, name: str) -> tuple:  # type: ignore[type-arg]
        if name == "passages":
            if self.passages is None:
                raise NotKnown("no word list")
            return self.passages
        return super().layer(name)


def read(
    text: str,
    language: str | None = "en",
    blocks: tuple[Block, ...] = (),
    passages: tuple[Passage, ...] | None = None,
    **fields: object,
) -> Reading:
    article = Article(text=text, language=language, blocks=blocks, **fields)  # type: ignore[arg-type]
    reading = Reading(article, lexicon())
    reading.passages = passages
    return reading


def kinds(reading: Reading) -> list[tuple[str, str]]:
    return [(b.kind, reading.text[b.start : b.end]) for b in reading.blocks]


BODY = (
    "The council of Rivne closed three bridges on Tuesday after engineers found cracks in "
    "the pillars that carry them across the river.\n\n"
    "Repairs will take until the spring, the city’s engineer said, and cost four million.\n"
)


def test_headline_and_lead() -> None:
    found = kinds(read("Three bridges close in Rivne\n\n" + BODY))
    assert [k for k, _ in found] == ["headline", "lead", "body"]
    assert found[0][1] == "Three bridges close in Rivne"


def test_headline_with_a_full_stop() -> None:
    found = kinds(read("Cracks shut three bridges in Rivne.\n\n" + BODY))
    assert found[0] == ("headline", "Cracks shut three bridges in Rivne.")


def test_text_without_headline_has_none() -> None:
    assert [k for k, _ in kinds(read(BODY))] == ["lead", "body"]
    assert [k for k, _ in kinds(read("One sentence is all there is."))] == ["lead"]


def test_one_sentence_a_line_is_one_paragraph_a_line() -> None:
    text = (
        "Mayor resigns\n\nThe mayor left office on Monday.\nHe gave no reason.\nA vote follows.\n"
    )
    assert [k for k, _ in kinds(read(text))] == ["headline", "lead", "body", "body"]


def test_furniture_above_the_headline_is_masthead() -> None:
    text = "WKLB News\nHome > World > Europe\n5 November 2025\nThree bridges close\n\n" + BODY
    found = kinds(read(text))
    assert [k for k, _ in found[:5]] == ["masthead", "masthead", "masthead", "headline", "lead"]


def test_a_headline_that_ends_like_an_outlet_is_no_masthead() -> None:
    text = "Mayor Attacks Local News\n\n" + BODY
    assert kinds(read(text))[0] == ("headline", "Mayor Attacks Local News")


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("By Jane Roe", "en"),
        ("By Jane Roe and John Doe in Kyiv, staff writers", "en"),
        ("Jane Roe, Reuters", "en"),
        ("Oleh: Budi Santoso", "id"),
        ("Penulis : Siti Aminah", "id"),
    ],
)
def test_bylines(line: str, language: str) -> None:
    found = kinds(read(f"Three bridges close in Rivne\n\n{line}\n\n{BODY}", language))
    assert [k for k, _ in found[:3]] == ["headline", "byline", "lead"]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("By Ilse Baum | 3 May 2025", "en"),
        ("By Ilse Baum | Updated 3 May 2025 | 4 min read", "en"),
        ("Oleh Rahmat Hidayat | Senin, 15 Desember 2025 | 08:30 WIB", "id"),
    ],
)
def test_a_byline_may_bring_its_date_along(line: str, language: str) -> None:
    found = kinds(read(f"Three bridges close in Rivne\n\n{line}\n\n{BODY}", language))
    assert [k for k, _ in found[:3]] == ["headline", "byline", "lead"]


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    line = "By Tuesday the river had risen so far that nobody could cross it."
    found = kinds(read(f"Three bridges close in Rivne\n\n{line}\n\n{BODY}"))
    assert found[1] == ("lead", line)


@pytest.mark.parametrize(
    ("dateline", "language"),
    [
        ("MOSCOW, April 26. /TASS/.", "en"),
        ("SEOUL, Nov. 5 (Yonhap) --", "en"),
        ("KYIV, Ukraine (AP) —", "en"),
        ("NEW YORK, 5 November (Reuters) -", "en"),
        ("PORT ELIZABETH, S. Africa -", "en"),
        ("WASHINGTON --", "en"),
        ("Lviv –", "en"),
        ("JAKARTA, KOMPAS.com –", "id"),
        ("Jakarta (ANTARA) -", "id"),
        ("Jakarta, CNN Indonesia --", "id"),
        ("Liputan6.com, Jakarta -", "id"),
        ("КИЕВ, 5 ноября (Интерфакс) —", None),
    ],
)
def test_datelines_are_split_off_the_lead(dateline: str, language: str | None) -> None:
    found = kinds(read(f"Three bridges close in Rivne\n\n{dateline} {BODY}", language))
    assert found[1] == ("dateline", dateline)
    assert found[2][0] == "lead"
    assert found[2][1].startswith("The council")


@pytest.mark.parametrize(
    "opening",
    [
        "BREAKING — The council",
        "The mayor (D-Ohio) - who",
        "GOP — the old party — ",
        "Trump – who",
        "WALLACE: Why did",
        "In May, June and July - the",
    ],
)
def test_what_looks_like_a_dateline(opening: str) -> None:
    found = kinds(read(f"Three bridges close in Rivne\n\n{opening} {BODY}"))
    assert "dateline" not in [k for k, _ in found]


def test_standfirst_before_the_dateline_is_a_subhead() -> None:
    text = f"Bridges close\n\nEngineers find cracks.\n\nLVIV, Ukraine (AP) — {BODY}"
    assert [k for k, _ in kinds(read(text))][:4] == ["headline", "subhead", "dateline", "lead"]


def test_photo_credits_are_captions() -> None:
    text = f"Bridges close\n\nFILE PHOTO: A bridge in Rivne.\n\n{BODY}\nThe river. (Ann Doe/AP)\n"
    found = [k for k, _ in kinds(read(text))]
    assert found == ["headline", "caption", "lead", "body", "caption"]


def test_subheads_stand_alone_between_paragraphs() -> None:
    text = f"Bridges close\n\n{BODY}\nWhat happens next\n\n{BODY}"
    assert ("subhead", "What happens next") in kinds(read(text))


def test_a_list_of_names_has_no_subheads() -> None:
    text = f"Bridges close\n\n{BODY}\nAnn Doe\nJohn Roe\nJane Moe\n"
    assert "subhead" not in [k for k, _ in kinds(read(text))]


def test_a_paragraph_of_boilerplate_is_no_body() -> None:
    text = f"Bridges close\n\n{BODY}\nFollow us on Telegram. Write to us.\n"
    one = text.index("Follow us")
    two = text.index("Write")
    passages = (
        Passage(number=1, start=one, end=two - 1, kind="boilerplate"),
        Passage(number=2, start=two, end=len(text) - 1, kind="boilerplate"),
    )
    assert kinds(read(text, passages=passages))[-1][0] == "boilerplate"
    assert kinds(read(text, passages=passages[:1]))[-1][0] == "body"


def test_boilerplate_above_the_headline_that_names_the_site_is_masthead() -> None:
    text = f"WKLB News\nBridges close\n\n{BODY}"
    passages = (Passage(number=1, start=0, end=9, kind="boilerplate", sort="site_chrome"),)
    assert [k for k, _ in kinds(read(text, passages=passages))][:2] == ["masthead", "headline"]


def test_lines_wrapped_at_a_fixed_width_are_one_paragraph() -> None:
    text = (
        "Three bridges close\n\n"
        "The council of Rivne closed three bridges on\nTuesday after engineers found cracks in\n"
        "the pillars that carry them across the\nriver and its banks.\n\n"
        "Repairs will take until the spring, the\ncity’s engineer said, and they will cost\n"
        "four million.\n"
    )
    assert [k for k, _ in kinds(read(text))] == ["headline", "lead", "body"]


def test_what_the_format_says_is_kept() -> None:
    text = "Bridges close\nA bridge at dusk\nThe council closed three bridges."
    given_blocks = (Block("headline", 0, 13), Block("caption", 14, 30), Block("body", 31, 64))
    found = kinds(read(text, blocks=given_blocks, format="markdown"))
    assert [k for k, _ in found] == ["headline", "caption", "lead"]


def test_markdown_does_not_guess_a_headline_from_a_sentence() -> None:
    text = "The council met.\n\n" + BODY
    first, rest = Block("body", 0, 16), Block("body", 18, len(text))
    assert kinds(read(text, blocks=(first, rest), format="markdown"))[0][0] == "lead"


def test_a_language_without_lists_is_read_by_shape() -> None:
    text = "Drei Brücken gesperrt\n\nDie Stadt hat am Dienstag drei Brücken gesperrt.\n"
    assert [k for k, _ in kinds(read(text, "de"))] == ["headline", "lead"]
    assert [k for k, _ in kinds(read(text, None))] == ["headline", "lead"]


PIECES = st.sampled_from(
    [
        "News",
        "By Jane Roe",
        "KYIV (AP) —",
        "\n",
        "\n\n",
        " ",
        "“Yes,” he said.",
        "A b.",
        "😀",
        "Photo:",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map("".join)))
def test_every_character_is_in_one_block(text: str) -> None:
    found = read(text.replace("\r", "")).blocks
    text = text.replace("\r", "")
    seen = [0] * len(text)
    for block in found:
        assert 0 <= block.start < block.end <= len(text)
        for index in range(block.start, block.end):
            seen[index] += 1
    assert list(found) == sorted(found, key=lambda b: b.start)
    assert all(n == 1 for n, c in zip(seen, text, strict=True) if not c.isspace())
