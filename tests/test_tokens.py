"""A sentence's tokens stand where the text has them, and each knows every list it is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.engine.rule import Pack
from auditor.layers.attribution import word_classes
from auditor.layers.attribution.frame import FILL
from auditor.layers.attribution.terms import Terms, terms
from auditor.layers.attribution.tokens import tokenize

WORDS = [
    "Reed",
    "said",
    "the",
    "mayor’s",
    "U.S.",
    "d'Artois",
    "«Заря»",
    "ferry-men",
    "7",
    "quietly",
    "—",
    "(",
    "…",
    "3,000",
]
PIECES = st.lists(
    st.tuples(
        st.sampled_from([*WORDS, FILL * 9, FILL * 90]),
        st.sampled_from([" ", "  ", "\n", "\u00a0", ", ", ".", ""]),
    ),
    max_size=12,
)


@pytest.fixture(scope="module")
def english(pack: Pack) -> Terms:
    return terms(pack.lexicon.language("en"))


@given(PIECES, st.sampled_from(["", " ", "\n\n"]))
def test_tokens_cover_all_but_white_space(
    english: Terms, pieces: list[tuple[str, str]], edge: str
) -> None:
    flat = edge + "".join(word + gap for word, gap in pieces) + edge
    t = tokenize("xx" + flat, 2, 2 + len(flat), english.classes)
    inked = [
        i for start, end in zip(t.starts, t.ends, strict=True) for i in range(start - 2, end - 2)
    ]
    assert inked == [i for i, c in enumerate(flat) if not c.isspace()]
    for start, end, word in zip(t.starts, t.ends, t.words, strict=True):
        assert ("xx" + flat)[start:end].removeprefix("«") == word or word == "«"


def test_a_word_knows_what_it_does(english: Terms) -> None:
    flat = f"{FILL * 5} Mayor Reed quietly told the BBC that 12 ferries sank ."
    t = tokenize(flat, 0, len(flat), english.classes)
    assert [i for i in range(len(t)) if t.capital(i)] == [1, 2, 6]
    assert [i for i in range(len(t)) if t.is_quote(i)] == [0]
    assert [i for i in range(len(t)) if not t.is_word(i)] == [0, len(t) - 1]
    assert t.count(word_classes.ADVERB, 0, len(t)) == 1
    for low, mask in zip(t.lows, t.masks, strict=True):
        assert bool(mask & word_classes.VERB) == (low in english.verbs)
        assert bool(mask & word_classes.TITLE) == (low in english.titles)
        assert bool(mask & word_classes.REPORTED) == (low in english.that)
        assert bool(mask & word_classes.DIGITS) == low.isdigit()


def test_a_covered_quotation_is_not_kept(english: Terms) -> None:
    before = len(english.classes)
    for length in range(100, 160):
        tokenize(FILL * length, 0, length, english.classes)
    assert len(english.classes) == before
