"""Everything that can be wrong with a rule is told with its place and a remedy, all at once."""

from __future__ import annotations

import pytest
from broken_rule import RULE, load, problems

from auditor.engine.parse_rule import read_rule
from auditor.engine.rule import Pack
from auditor.yamlfile import Report, lines_of, parse

BROKEN = {
    "a misspelt key": (
        RULE.replace("advice:", "advise:"),
        ["7:1: unknown key in a rule “advise”; did you mean “advice”?"],
    ),
    "a missing key": (
        RULE.replace("why: Readers lose something.\n", ""),
        ["1:1: a rule has no “why”: what the reader loses, in a sentence or two"],
    ),
    "an unknown layer": (
        RULE.replace("select: sources", "select: source"),
        ["4:9: “select” cannot be “source”; did you mean “sources”?"],
    ),
    "an unknown placeholder": (
        RULE.replace("{text}", "{txt}"),
        ["6:20: layer “sources” has no attribute “txt”; did you mean “text”?"],
    ),
    "a placeholder that may be none": (
        RULE.replace("{text}", "{role}"),
        ["6:20: “role” may be none; test it in “where”, or give a fallback behind “|”"],
    ),
    "a placeholder that cannot be printed": (
        RULE.replace("{text}", "{wire}"),
        ["6:20: “wire” cannot be printed; name one of its attributes"],
    ),
    "a brace alone": (
        RULE.replace("{text}", "{text"),
        ["6:10: a brace without its partner"],
    ),
    "an unknown severity": (
        RULE.replace("severity: note", "severity: error"),
        ["3:11: “severity” cannot be “error”; known: blocking, note, warning"],
    ),
    "an unknown language": (
        RULE.replace("  en:\n", "  eng:\n"),
        ["9:3: unknown language “eng”; did you mean “en”?"],
    ),
    "no example that passes": (
        RULE.replace("    - pass: Ann Reed said no.\n", ""),
        ["9:3: “en” needs an example that passes"],
    ),
    "an example without a mark": (
        RULE.replace('"[[Analysts]] say no."', "Analysts say no."),
        ["10:13: mark what must be flagged with [[ and ]]"],
    ),
    "a mark alone": (
        RULE.replace('"[[Analysts]] say no."', '"[[Analysts say no."'),
        ["10:13: “[[” without its partner"],
    ),
    "a mark in an example that passes": (
        RULE.replace("Ann Reed said no.", '"[[Ann]] Reed said no."'),
        ["11:13: an example that passes marks nothing"],
    ),
    "an unknown given": (
        RULE + "      given: {publishd: 2025-01-01}\n",
        ["12:15: unknown attribute in “given” “publishd”; did you mean “published”?"],
    ),
    "no such day": (
        RULE + "      given: {published: 2025-13-01}\n",
        ["12:26: “published” is a date such as 2025-11-08, not “2025-13-01”"],
    ),
    "two ways to select": (
        RULE.replace("select: sources", "select: sources\nphrases: [some]"),
        ["5:1: “phrases” cannot stand beside “select”"],
    ),
    "no way to select": (
        RULE.replace("select: sources\n", ""),
        ["1:1: a rule needs one of select, phrases or pattern"],
    ),
    "a brace at the start": (
        RULE.replace("message: Who are “{text}”?", "message: {text} is nobody"),
        ["6:17: YAML reads “{” at the start as its own; put the text behind “|”"],
    ),
    "brackets at the start": (
        RULE.replace('"[[Analysts]] say no."', "[[Analysts]] say no."),
        ["10:26: YAML reads “[[” at the start as its own; put the text behind “|”"],
    ),
    "a quotation mark at the start": (
        RULE.replace("Ann Reed said no.", '"No," Ann Reed said.'),
        ['11:19: YAML reads “"” at the start as its own; put the text behind “|”'],
    ),
    "a comment by mistake": (
        RULE.replace("Name one.", "Name # one."),
        ["7:14: YAML takes the rest of “advice” for a comment; put the text behind “|”"],
    ),
    "a second colon": (
        RULE.replace("Name one.", "Do this: name one."),
        ["7:16: a second “: ” in one line; put the text behind “|” on its own lines or quote it"],
    ),
    "a long title": (
        RULE.replace("A label", "A label of more than six words"),
        ["1:8: the title has more than 6 words"],
    ),
    "a tab": (
        RULE.replace("  en:", "\ten:"),
        ["9:1: a tab indents this line; YAML wants spaces"],
    ),
    "a key twice": (
        RULE + "title: Again\n",
        ["12:1: the key “title” stands twice; first in line 1"],
    ),
    "nothing as a text": (
        RULE.replace("title: A label", "title: ~"),
        ["1:8: “title” is empty"],
    ),
    "standards without brackets": (
        RULE.replace("advice:", "standards: AP, Reuters\nadvice:"),
        ["7:12: “standards” must be a list: [AP, Reuters]"],
    ),
    "an example without text": (
        RULE.replace("Ann Reed said no.", '""'),
        ["11:13: the example has no text"],
    ),
    "a mark around nothing": (
        RULE.replace("[[Analysts]] say", "[[]] Analysts say"),
        ["10:13: “[[” and “]]” with nothing between them"],
    ),
    "a mark around the sign of a headline": (
        RULE.replace("[[Analysts]] say", "[[# Analysts]] say"),
        ["10:13: the “# ” of the headline stands before “[[”"],
    ),
    "a comment by mistake in an example": (
        RULE.replace("Ann Reed said no.", "Ann Reed said # no."),
        ["11:27: YAML takes the rest of “pass” for a comment; put the text behind “|”"],
    ),
    "a comment by mistake in the second line of a text": (
        RULE.replace("Name one.", "Name\n  one # now."),
        ["8:7: YAML takes the rest of “advice” for a comment; put the text behind “|”"],
    ),
    "a month for a day": (
        RULE + "      given: {published: 2025-11}\n",
        ["12:26: “published” is a date such as 2025-11-08, not “2025-11”"],
    ),
    "faults beside an unknown layer": (
        RULE.replace(": sources", ": source").replace(": note", ": nte").replace("flag:", "flg:"),
        [
            "3:11: “severity” cannot be “nte”; did you mean “note”?",
            "4:9: “select” cannot be “source”; did you mean “sources”?",
            "10:7: unknown expectation “flg”; did you mean “flag”?",
        ],
    ),
    "nothing": ("", ["1:1: a rule must be a mapping of keys to values"]),
    "several at once, in the order of the lines": (
        RULE.replace("{text}", "{txt}").replace("kind:", "kinds:").replace(": note", ": notes"),
        [
            "3:11: “severity” cannot be “notes”; did you mean “note”?",
            "5:9: layer “sources” has no attribute “kinds”; did you mean “kind”?",
            "6:20: layer “sources” has no attribute “txt”; did you mean “text”?",
        ],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_rule_is_told_exactly(name: str, pack: Pack) -> None:
    text, expected = BROKEN[name]
    assert problems(text, pack) == expected


def test_the_rule_they_were_broken_from_is_in_order(pack: Pack) -> None:
    assert load(RULE, pack).languages == ("en",)


def test_line_ends_of_old_computers_are_read(pack: Pack) -> None:
    text = RULE.replace("\n", "\r")
    assert lines_of(text) == lines_of(RULE) == lines_of(RULE.replace("\n", "\r\n"))
    report = Report("r.yaml")
    assert read_rule("x/y", parse(text, "r.yaml"), lines_of(text), pack.lexicon, report)
