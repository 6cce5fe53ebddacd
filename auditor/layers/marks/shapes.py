"""What a single quotation mark looks like in its place: opening, closing, or an apostrophe.

Each mark gets three costs, from its character and its two neighbours: what it takes to
read it as opening, as closing, or as no quotation mark at all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import regex

Family = Literal["d", "s", "g", "l", "c"]
"""Marks that may pair: double, single, guillemets, low openers („ ‚), corner brackets."""

_MARKS = "“”„‟\"＂«»‹›‘’‚‛'`´「」『』"

CANDIDATE = regex.compile(
    # An apostrophe between two letters is by far the most frequent mark and never pairs.
    r"``|‘‘|’’|(?<!')''(?!')|\"\"|(?:(?<![\p{L}\p{N}])['’‘‛`´]|['’‛`´](?![\p{L}\p{N}]))"
    r"|[“”„‟\"＂«»‹›‚「」『』]"
)
"""One candidate mark."""

_NOTHING = regex.compile(r"(?!)")
NEVER = 99.0
_FAMILY: dict[str, Family] = {"„": "l", "‚": "l", "«": "g", "»": "g", "‹": "g", "›": "g"}
_FAMILY |= dict.fromkeys("「」『』", "c") | dict.fromkeys("‘’‛'`´", "s")  # type: ignore[arg-type]
_OPENING = {"“", "‘", "„", "‚", "«", "‹", "``", "‘‘", "「", "『", "`", "‟", "‛"}
_CLOSING = {"”", "’", "»", "›", "’’", "」", "』", "´"}
_DOUBLED = {"``", "‘‘", "’’", "''", '""'}

_BEFORE_OPEN = "([{<—–―-/=…:*_"
_BEFORE_CLOSE = ".,!?;:…—–―-)]%>*_。，！？"
_AFTER_CLOSE = ".,;:!?)]}—–―-/…<*_。，"
_ADJACENT = 12
"""More marks in a row than this mean nothing."""
_FEET = regex.compile(r"\d\s?['’′]\s?\d{1,2}(?:\.\d+|½|¼|¾)?$")
_NUMBER = regex.compile(r"(?:^|[^\d:])\d{1,3}(?:\.\d+|½|¼|¾)?$")
_DECADE = regex.compile(r"\d0s\b|\d\d\b(?!\d)")
_AND = regex.compile(r"(?<!\w)['’‘][nN]['’](?!\w)")
"""Rock ’n’ roll."""
_TURNED = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
_IN = regex.compile(r"(?<![^\s(—–-])[»›](?=\w)|(?<=[\w.,!?…])[«‹](?![^\s.,;:)!?])")
_OUT = regex.compile(r"(?<![^\s(—–-])[«‹](?=\w)|(?<=[\w.,!?…])[»›](?![^\s.,;:)!?])")
_NEXT_WORD = regex.compile(r"\s*([\w’']+)")


@dataclass(frozen=True, slots=True)
class Costs:
    """One mark in its place. `sure`: it can only be what it costs least to read it as."""

    start: int
    end: int
    char: str
    family: Family
    opens: float
    closes: float
    none: float
    sure: bool
    apostrophe: bool = False
    """It stands behind a word, where an apostrophe may."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that help to read marks; nothing where the language has no such list.

    Attributes:
        elisions: words with an apostrophe in front.
        function: words that no possessive stands before.
        attribution: “, he said.” at the end of a sentence.
        inward: the article writes »so« and not «so».
    """

    elisions: frozenset[str] = frozenset()
    function: frozenset[str] = frozenset()
    attribution: regex.Pattern[str] = _NOTHING
    inward: bool = False


def cost(text: str, start: int, end: int, low: int, high: int, words: Words) -> Costs:
    """The costs of the mark `text[start:end]` in the paragraph `text[low:high]`."""
    char = text[start:end]
    if len(char) == 2 and char not in _DOUBLED:
        char = char[0]
    family = "d" if len(char) == 2 else _FAMILY.get(char, "d")
    before, after = _neighbours(text, start, end, low, high)
    left_open = before.isspace() or before in _BEFORE_OPEN
    right_shut = after.isspace() or after in _AFTER_CLOSE
    if family == "c":
        shut = char in "」』"
        return Costs(start, end, char, family, NEVER if shut else 0, 0 if shut else NEVER, 3, True)
    if family == "s" or char == "‚":
        return _single(text, start, end, char, before, after, left_open, right_shut, words)
    looks = _TURNED[char] if words.inward and family == "g" else char
    made = _double(text, start, end, looks, family, before, after, left_open, right_shut)
    return replace(made, char=char) if looks != char else made


def inward(text: str) -> bool:
    """Whether guillemets open with », as in German and Danish books."""
    return len(_IN.findall(text)) > len(_OUT.findall(text))


def _neighbours(text: str, start: int, end: int, low: int, high: int) -> tuple[str, str]:
    """The nearest characters that are no quotation marks themselves; a space at the edges.

    So it is where nothing but marks stands for `_ADJACENT` characters.
    """
    index, low = start - 1, max(low, start - _ADJACENT)
    while index >= low and text[index] in _MARKS:
        index -= 1
    before = text[index] if index >= low else " "
    index, high = end, min(high, end + _ADJACENT)
    while index < high and text[index] in _MARKS:
        index += 1
    return before, text[index] if index < high else " "


def _shape(before: str, after: str, left_open: bool, right_shut: bool) -> tuple[float, float, bool]:
    """Costs of opening and closing by the neighbours alone, and whether they leave no doubt."""
    if left_open and not right_shut:
        # A dash or a bracket before it still lets it close: “I went—” he said.
        return 0.0, (5.0 if before.isspace() or before in "([{" else 2.5), before not in "—–―-/…*_"
    if right_shut and not left_open:
        return (5.0 if after.isspace() or after in ".,;:!?)" else 2.5), 0.0, after not in "—–―-/…*_"
    if before.isspace() and after.isspace():
        return 1.5, 1.5, False
    if left_open and right_shut:
        if before.isspace():
            return 0.5, 2.5, False
        if after.isspace():
            return 4.0, 0.2, False
        return 1.5, 1.5, False
    return 2.0, 2.0, False


def _double(
    text: str,
    start: int,
    end: int,
    char: str,
    family: Family,
    before: str,
    after: str,
    left_open: bool,
    right_shut: bool,
) -> Costs:
    opens, closes, sure = _shape(before, after, left_open, right_shut)
    none = 3.6
    if char in _OPENING:
        opens, closes = opens * 0.75, closes + 2.0
        sure = sure and opens == 0.0
    elif char in _CLOSING:
        opens, closes = opens + 2.0, closes * 0.75
        sure = sure and closes == 0.0
    if char == "„":
        opens, closes = 0.0, NEVER
    elif before.isdigit() and char in '"”':
        lead = text[max(start - 12, 0) : start]
        if _FEET.search(lead):
            none, sure = 0.2, False
            closes += 1.0
        elif char == '"' and _NUMBER.search(lead):
            none, sure = 1.2, False
    if char == "''":
        none = min(none, 2.5)
        sure = sure and (opens == 0.0 or closes == 0.0)
    return Costs(start, end, char, family, opens, closes, none, sure)


def _single(
    text: str,
    start: int,
    end: int,
    char: str,
    before: str,
    after: str,
    left_open: bool,
    right_shut: bool,
    words: Words,
) -> Costs:
    family: Family = "l" if char == "‚" else "s"
    if char in "'’‘" and (_AND.match(text, start) or _AND.match(text, max(start - 2, 0), end)):
        return Costs(start, end, char, family, NEVER, NEVER, 0.0, False, True)
    opens, closes, _ = _shape(before, after, left_open, right_shut)
    if char == "‚":
        # Also a comma look-alike: it opens only where it stands like an opener.
        return Costs(start, end, char, family, opens, NEVER, 1.0, False)
    adjacent = text[start - 1] if start else " "
    if left_open and not right_shut:
        none = _as_elision(text, end, char, words)
        if none < 1:
            opens += 2.5
        if char in "’´":
            opens += 2.5
            none = min(none, 1.5)
        elif char == "'":
            none = min(none, 3.0)
        sure = none >= 3 and opens == 0.0 and char in "‘`"
        return Costs(start, end, char, family, opens + 0.1, closes + 1.0, none, sure)
    if adjacent.isalpha() and char not in "‘`":
        opens = max(opens, 5.0)
        none = _as_possessive(text, start, end, after, words)
        return Costs(start, end, char, family, opens, closes + 0.1, none, False, True)
    if adjacent.isdigit() and char in "'’":
        return Costs(start, end, char, family, NEVER, closes + 0.4, 0.3, False, True)
    if char in "‘`‛":
        return Costs(start, end, char, family, opens * 0.75, closes + 2.5, 3.0, False)
    none = 3.6 if before in ".,!?…" and right_shut else 2.6
    if char == "’" and not left_open:
        opens += 1.0
    return Costs(start, end, char, family, opens, closes, none, False)


def _as_elision(text: str, end: int, char: str, words: Words) -> float:
    """Cost of reading a mark before a word as an apostrophe: ’em, ’90s."""
    if _DECADE.match(text, end):
        return 0.1
    word = _NEXT_WORD.match(text, end)
    if word and word[1].casefold() in words.elisions:
        return 0.4
    return 3.6 if char in "‘`" else 3.0


def _as_possessive(text: str, start: int, end: int, after: str, words: Words) -> float:
    """Cost of reading a mark behind a letter as an apostrophe: soldiers’ families, goin’."""
    plural = text[start - 1] in "sSzxZX"
    dropped = text[max(start - 2, 0) : start].casefold() in ("in", "o", " o", "th", "an", "ol")
    if not plural and not dropped:
        return 2.6
    if not after.isspace():
        return 1.6 if dropped else 2.2
    word = _NEXT_WORD.match(text, end)
    if word is None:
        return 2.2
    if word[1].casefold() in words.function:
        return 2.0
    return 0.7
