"""Finders that search a text in one pass find what each finds alone, wherever they are asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from auditor.finder import Finder, search_together

WORDS = st.sampled_from(["the", "bell", "bells", "rang", "o’clock", "at", "no*", "(old|new|) bell"])
PHRASES = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=4)
PIECES = st.lists(
    st.tuples(
        st.sampled_from(["The", "bell", "Bells", "rang", "o'clock", "at", "noon", "old", "ábell"]),
        st.sampled_from([" ", "\n", "  ", "\n\n", ", ", "’s ", ""]),
    )
)
FILLING = "Nobody on the quay had counted the strokes that morning, and the harbour clock stood. "


def alone(phrases: list[str], text: str, pos: int, end: int) -> list[tuple[int, int]]:
    return [m.span() for m in Finder(phrases).finditer(text, pos, end)]


@given(st.lists(PHRASES, min_size=2, max_size=3), PIECES, st.booleans(), st.integers(0, 40))
def test_what_is_found_together_is_what_is_found_alone(
    lists: list[list[str]], pieces: list[tuple[str, str]], long: bool, pos: int
) -> None:
    text = "".join(word + gap for word, gap in pieces) + (FILLING * 4 if long else "")
    finders = [Finder(phrases) for phrases in lists]
    search_together(finders)
    for finder, phrases in zip(finders, lists, strict=True):
        found = [m.span() for m in finder.finditer(text, pos, len(text) - 3)]
        assert found == alone(phrases, text, pos, len(text) - 3)


@given(PHRASES, PIECES, st.booleans())
def test_one_place_of_a_long_text_gives_the_same_before_and_after_all_of_it(
    phrases: list[str], pieces: list[tuple[str, str]], asked: bool
) -> None:
    text = "".join(word + gap for word, gap in pieces) + FILLING * 4
    finder = Finder(phrases)
    if asked:
        list(finder.finditer(text))
    for pos in range(min(len(text), 60)):
        match = finder.match(text, pos)
        longest = max(
            (b for a, b in alone(phrases, text, pos, len(text)) if a == pos), default=None
        )
        assert (match.end() if match else None) == longest
