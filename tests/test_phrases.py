"""The phrase language of rules and word lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.finder import Finder
from auditor.phrases import PhraseError, compile_phrases, expand


def found(phrases: list[str], text: str, lists: dict[str, list[str]] | None = None) -> list[str]:
    finder = Finder(phrases, (lists or {}).__getitem__)
    pattern = compile_phrases(phrases, (lists or {}).__getitem__)
    matches = [m.group() for m in finder.finditer(text)]
    assert matches == [m.group() for m in pattern.finditer(text)]
    return matches


@pytest.mark.parametrize(
    ("phrase", "text", "matches"),
    [
        ("sen(d|t) ripples", "It sent ripples. It SEND ripples. It sends ripples.", 2),
        ("a (very |)big deal", "a big deal, a very big deal, a verybig deal", 2),
        ("raise* eyebrows", "raises eyebrows and raised eyebrows", 2),
        ("don't", "don't, don’t, dont", 2),
        ("corridors of power", "corridors\nof   power", 1),
        ("the end", "the end. thee end. the ends. athe end", 1),
        ("C.", "Plan C. follows", 1),
        ("demonstrat*", "demonstrators, demonstrate, re-demonstrated, undemonstrative", 3),
    ],
)
def test_what_a_phrase_matches(phrase: str, text: str, matches: int) -> None:
    assert len(found([phrase], text)) == matches


def test_a_phrase_stops_at_an_empty_line() -> None:
    assert found(["since after"], "long since\n\nafter all") == []


def test_the_longer_of_two_phrases_wins() -> None:
    assert found(["the war", "the war of words"], "in the war of words") == ["the war of words"]


def test_a_phrase_may_stand_for_a_list() -> None:
    lists = {"who": ["(an|the) analyst", "experts"]}
    assert found(["<who> say"], "experts say; the analyst say", lists) == [
        "experts say",
        "the analyst say",
    ]


@pytest.mark.parametrize(
    ("phrase", "offset"),
    [("a (b|c", 2), ("a b)", 3), ("...", 0), ("", 0), ("(|)", 0), ("(a|b|c|d)" * 7, 0)],
)
def test_a_phrase_that_cannot_be_read(phrase: str, offset: int) -> None:
    with pytest.raises(PhraseError) as caught:
        expand(phrase)
    assert caught.value.offset == offset


def test_a_list_within_itself_is_refused() -> None:
    lists = {"a": ["<b> x"], "b": ["<a>"]}
    with pytest.raises(PhraseError, match="contains itself"):
        expand("<a>", lists.__getitem__)


@given(st.lists(st.from_regex(r"[a-z]{1,6}( [a-z]{1,6}){0,3}", fullmatch=True), min_size=1))
def test_every_plain_phrase_finds_itself(phrases: list[str]) -> None:
    pattern = compile_phrases(phrases)
    assert all(pattern.fullmatch(p.upper()) for p in phrases)


@given(st.text(max_size=40))
def test_any_text_is_a_phrase_or_refused(text: str) -> None:
    try:
        strings = expand(text)
    except PhraseError:
        return
    assert all(s.strip() for s in strings)
    compile_phrases([text])
    list(Finder([text]).finditer(text))


def test_letters_whose_lower_case_is_longer_keep_their_place() -> None:
    assert [m.span() for m in Finder(["İstanbul", "end"]).finditer("İİ İstanbul end")] == [
        (3, 11),
        (12, 15),
    ]


WORDS = st.lists(
    st.sampled_from(["the", "a", "of", "power", "corridor", "corridors", "sent", "own"]), min_size=1
)


@given(
    st.lists(WORDS.map(" ".join), min_size=1, max_size=6),
    st.lists(st.tuples(WORDS.map(" ".join), st.sampled_from([" ", "\n", "  ", "\n\n", ", "]))),
)
def test_the_automaton_and_one_large_pattern_agree(
    phrases: list[str], pieces: list[tuple[str, str]]
) -> None:
    text = "".join(words.title() + gap for words, gap in pieces)
    spans = [m.span() for m in Finder(phrases).finditer(text)]
    assert spans == [m.span() for m in compile_phrases(phrases).finditer(text)]


def test_long_phrases_are_found_without_being_spelled_out() -> None:
    phrase = "because (the |)" + "(talks|plans|files|deals|cases|terms) " * 4 + "(are|were) private"
    text = "he hid Because talks plans files\ndeals were private, he said"
    assert found([phrase], text) == ["Because talks plans files\ndeals were private"]


def test_positions_bound_the_match_and_see_what_is_around_it() -> None:
    finder = Finder(["end", "the end"])
    assert finder.match("bend end", 1) is None
    assert finder.search("the end of the end", 5, 18).span() == (11, 18)  # type: ignore[union-attr]
    assert finder.fullmatch("x the end", 2).span() == (2, 9)  # type: ignore[union-attr]
    assert finder.fullmatch("the ends") is None
