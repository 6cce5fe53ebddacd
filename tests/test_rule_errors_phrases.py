"""What can be wrong with phrases, patterns and the word lists in them is told with its place."""

from __future__ import annotations

import pytest
from broken_rule import RULE, SELECT, WHERE, load, problems

from auditor.engine.parse_rule import slow_patterns
from auditor.engine.rule import Pack

BROKEN = {
    "an unknown word list": (
        RULE.replace(SELECT, "phrases: [<clichs>]"),
        ["4:12: no word list “clichs” in “en”; did you mean “cliches”?"],
    ),
    "a phrase with one bracket": (
        RULE.replace(SELECT, "phrases: [an, 'the (end']"),
        ["4:20: “(” without “)”"],
    ),
    "a bad pattern": (
        RULE.replace(SELECT, "pattern: 'the (end'"),
        ["4:19: the pattern cannot be read: missing ) at position 8"],
    ),
    "an unknown list in a pattern": (
        RULE.replace(SELECT, r"pattern: '\L<urgenc> now'"),
        ["4:14: no word list “urgenc” in “en”; did you mean “urgency”?"],
    ),
    "a pattern that matches nothing": (
        RULE.replace(SELECT, "pattern: 'x*'"),
        ["4:10: the pattern matches nothing at all, everywhere"],
    ),
    "an unknown group": (
        RULE.replace(SELECT, "pattern: '(?P<word>end)'\nwhere: {groups.wrd: end}"),
        ["5:16: the pattern has no group “wrd”; did you mean “word”?"],
    ),
    "phrases without an example": (
        RULE.replace(SELECT, "phrases: {en: [end], id: [akhir]}"),
        ["4:22: no example in “id”: examples are where a rule runs"],
    ),
    "an exception that cannot be read": (
        RULE.replace(SELECT, "phrases: [the end]\nexcept: [the (end]"),
        ["5:14: “(” without “)”"],
    ),
    "an unknown list in matches": (
        RULE.replace(WHERE, r"{name: {matches: '\L<who>'}}"),
        ["5:29: no word list “who” in “en”"],
    ),
    "except beside select": (
        RULE.replace("message:", "except: [Analysts say]\nmessage:"),
        ["6:1: “except” belongs to phrases or a pattern; here “unless” does the same"],
    ),
    "an open list name": (
        RULE.replace(SELECT, "phrases: [<cliches]"),
        ["4:11: “<” stands alone; a word list is written <cliches>"],
    ),
    "a phrase without end": (
        RULE.replace(SELECT, f"phrases: [{'x' * 1001}]"),
        ["4:11: the phrase has more than 1,000 characters; cut it in two"],
    ),
    "two unknown lists in a pattern": (
        RULE.replace(SELECT, r"pattern: '\L<urgenc> \L<clichs>'"),
        [
            "4:14: no word list “urgenc” in “en”; did you mean “urgency”?",
            "4:25: no word list “clichs” in “en”; did you mean “cliches”?",
        ],
    ),
    "a pattern in double quotation marks": (
        RULE.replace(SELECT, r'pattern: "\bend"'),
        ["4:10: in double quotation marks YAML reads “\\b” as its own; use single ones"],
    ),
    "a pattern that calls itself": (
        RULE.replace(SELECT, "pattern: '(?R)'"),
        ["4:10: the pattern is nested too deep, or runs without end; make it simpler"],
    ),
    "a pattern of brackets": (
        RULE.replace(SELECT, f"pattern: '{'(' * 3000}'"),
        ["4:10: the pattern is nested too deep, or runs without end; make it simpler"],
    ),
    "an empty pattern": (
        RULE.replace(SELECT, "pattern: ''"),
        ["4:10: the pattern is empty"],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_phrase_is_told_exactly(name: str, pack: Pack) -> None:
    text, expected = BROKEN[name]
    assert problems(text, pack) == expected


def test_a_pattern_behind_a_bar_ends_with_its_line(pack: Pack) -> None:
    rule = load(RULE.replace(SELECT, "pattern: |\n  Analysts"), pack)
    assert rule.matchers["en"].pattern.search("Analysts say no.") is not None


@pytest.mark.parametrize(("pattern", "slow"), [(r"(\w+) \1", True), (r"corridors? of \w+", False)])
def test_a_pattern_without_a_fixed_word_is_named(pattern: str, slow: bool, pack: Pack) -> None:
    rule = load(RULE.replace(SELECT, f"pattern: '{pattern}'"), pack)
    assert bool(list(slow_patterns(rule))) == slow
