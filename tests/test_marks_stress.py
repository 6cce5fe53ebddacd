"""Paragraphs made of known quotations in every style, among marks that are none."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from test_blocks import read

from auditor.layers.marks import spans

STYLES = [
    ("“", "”"),
    ('"', '"'),
    ("‘", "’"),
    ("'", "'"),
    ("«", "»"),
    ("„", "“"),
    ("„", "”"),
    ("‚", "‘"),
    ("``", "''"),
    ("「", "」"),
    ("”", "”"),
    ("»", "«"),
]
INNER = {"“": ("‘", "’"), '"': ("'", "'"), "‘": ("“", "”"), "'": ('"', '"'), "«": ("“", "”")}
PLAIN = [
    "The ferry sailed at dawn with nine crates of apples on deck",
    "Nobody on the quay had slept, and the lamps were still lit",
    "The clerk wrote down every name before the gates were opened",
]
DISTRACTORS = [
    "The soldiers{a} families waited in the rain for the boat",
    "It was five o{a}clock when the {a}90s band played rock {a}n{a} roll",
    "They didn{a}t know, and wouldn{a}t ask, what Hawai{a}i had to do with it",
    'The door is 6\'2" high and the plank is 12" wide',
    "The wreck lies at 55°45'30\"N by the old light",
    "The players{a} bus left, and the girls{a} coach walked",
    "Lukian{a}ivka and Ka{a}aba are names with a sign in them",
    "The 1980s{a} fashion and the James{a} house were gone",
]
SAID = [
    "We will not sell the boat",
    "The nets don{a}t hold and the owners{a} money is gone",
    "I have never seen a tide like this one",
    "It{a}s over",
]
CUES = ["{q},{c} said Ann Reed.", "Tom Poe said: {q}.{c}", "{q}!{c} she cried.", "{q},{c} he said."]


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A text and what is quoted in it, the outer before the inner."""
    opening, closing = draw(st.sampled_from(STYLES))
    apostrophe = draw(st.sampled_from(["'", "’"]))
    paragraphs, quoted = [], []
    for _ in range(draw(st.integers(1, 4))):
        sentences = []
        for _ in range(draw(st.integers(1, 3))):
            kind = draw(st.sampled_from(["plain", "odd", "said", "nested", "split"]))
            if kind == "plain":
                sentences.append(draw(st.sampled_from(PLAIN)) + ".")
                continue
            if kind == "odd":
                odd = draw(st.sampled_from(DISTRACTORS))
                sentences.append(odd.replace("{a}", apostrophe) + ".")
                continue
            words = draw(st.sampled_from(SAID)).replace("{a}", apostrophe)
            if kind == "split":
                sentences.append(
                    f"{opening}{words},{closing} said Ann Reed, {opening}and so be it.{closing}"
                )
                quoted += [f"{words},", "and so be it."]
                continue
            inner = INNER.get(opening) if kind == "nested" else None
            if inner:
                words = f"He told me, {inner[0]}Go home now,{inner[1]} and I went"
            cue = draw(st.sampled_from(CUES))
            whole = cue.replace("{q}", opening + words).replace("{c}", closing)
            begin = whole.index(opening) + len(opening)
            quoted.append(whole[begin : whole.index(closing, begin + len(words))])
            quoted += ["Go home now,"] if inner else []
            sentences.append(whole)
        paragraphs.append(" ".join(sentences))
    return "\n\n".join(paragraphs), quoted


@settings(max_examples=400)
@given(articles())
def test_every_known_quotation_is_found_and_nothing_else(made: tuple[str, list[str]]) -> None:
    text, quoted = made
    found = [text[s.start : s.end] for s in read(text).use(spans)]
    assert found == quoted


@settings(max_examples=200)
@given(articles(), st.sampled_from(['"', "“", "”", "'", "«"]))
def test_one_wrong_mark_turns_nothing_inside_out(made: tuple[str, list[str]], mark: str) -> None:
    text, quoted = made
    paragraphs = text.split("\n\n")
    broken = f"The clerk wrote {mark}down every name and closed the book."
    text = "\n\n".join([broken, PLAIN[0] + ".", *paragraphs])
    found = [text[s.start : s.end] for s in read(text).use(spans)]
    assert found[-len(quoted) :] == quoted or not quoted
