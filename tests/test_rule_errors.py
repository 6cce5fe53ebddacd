"""Everything that can be wrong with a rule is told with its place and a remedy, all at once."""

from __future__ import annotations

import pytest

from auditor.engine.parse_rule import read_rule, slow_patterns
from auditor.engine.rule import Pack, Rule
from auditor.yamlfile import Report, YamlProblems, lines_of, parse

RULE = """title: A label
why: Readers lose something.
severity: note
select: sources
where: {kind: vague_collective}
message: Who are “{text}”?
advice: Name one.
examples:
  en:
    - flag: "[[Analysts]] say no."
    - pass: Ann Reed said no.
"""
SELECT = "select: sources\nwhere: {kind: vague_collective}"
WHERE = "{kind: vague_collective}"

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
    "an unknown attribute": (
        RULE.replace("kind:", "kinds:"),
        ["5:9: layer “sources” has no attribute “kinds”; did you mean “kind”?"],
    ),
    "an unknown attribute behind a link": (
        RULE.replace(WHERE, "{wire.agenc: TASS}"),
        ["5:14: layer “wires” has no attribute “agenc”; did you mean “agency”?"],
    ),
    "a path that leads nowhere": (
        RULE.replace(WHERE, "{kind.x: yes}"),
        ["5:14: nothing can follow “kind”, which is a word"],
    ),
    "a word that the attribute never is": (
        RULE.replace("vague_collective", "vague_collectiv"),
        ["5:15: “kind” is never “vague_collectiv”; did you mean “vague_collective”?"],
    ),
    "an unknown test": (
        RULE.replace(WHERE, "{first_paragraph: {over: 3}}"),
        [
            "5:27: unknown test for “first_paragraph”, which is a number, “over”;"
            " did you mean “above”?"
        ],
    ),
    "text for a number": (
        RULE.replace(WHERE, "{first_paragraph: {above: many}}"),
        ["5:34: “first_paragraph” is a number, not “many”"],
    ),
    "a word for yes or no": (
        RULE.replace(WHERE, "{named: nope}"),
        ["5:16: “named” is yes or no, not “nope”"],
    ),
    "none of what is always there": (
        RULE.replace(WHERE, "{kind: none}"),
        ["5:15: “kind” is always there; “none” tells nothing"],
    ),
    "a value for a link": (
        RULE.replace(WHERE, "{wire: yes}"),
        ["5:15: “wire” is a link; it takes none, known or a mapping of tests"],
    ),
    "any without a list": (
        RULE.replace(WHERE, "{any: {kind: wire}}"),
        ["5:14: “any” takes a list of conditions"],
    ),
    "a share of nothing": (
        RULE.replace(WHERE, "{statements: {above: 50%}}"),
        ["5:29: a share needs a “where”: a share of what?"],
    ),
    "an operand of another type": (
        RULE.replace(WHERE, "{named: $first_paragraph}"),
        ["5:16: “$first_paragraph” is a number, “named” is yes or no: they cannot be compared"],
    ),
    "an unknown operand": (
        RULE.replace(WHERE, "{organisation: $organisatio}"),
        ["5:24: layer “sources” has no attribute “organisatio”; did you mean “organisation”?"],
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
    "a ladder without an end": (
        RULE.replace("severity: note", "severity:\n  - warning: {named: no}"),
        ["4:5: the last step of a ladder has no condition"],
    ),
    "a step that is never reached": (
        RULE.replace("severity: note", "severity:\n  - note\n  - warning: {named: no}"),
        ["5:5: this step is never reached: the one before has no condition"],
    ),
    "an unknown severity in a ladder": (
        RULE.replace("severity: note", "severity:\n  - warnin: {named: no}\n  - note"),
        ["4:5: “severity” cannot be “warnin”; did you mean “warning”?"],
    ),
    "an unknown attribute in a ladder": (
        RULE.replace("severity: note", "severity:\n  - warning: {namd: no}\n  - note"),
        ["4:15: layer “sources” has no attribute “namd”; did you mean “named”?"],
    ),
    "hits without a bound": (
        RULE.replace("severity: note", "severity:\n  - warning: {hits: 3}\n  - note"),
        ["4:21: “hits” is compared by bounds, for instance {at_least: 3}"],
    ),
    "an unknown distance": (
        RULE.replace(WHERE, "{near: {select: wires, within: 2 lines}}"),
        [
            "5:39: “within” is sentence, paragraph, article, or a number of words, sentences or"
            " paragraphs, with before or after behind it; not “2 lines”"
        ],
    ),
    "near without a distance": (
        RULE.replace(WHERE, "{near: {select: wires}}"),
        ["5:15: “near” has no “within”: how far, for instance “2 sentences before”"],
    ),
    "near in an unknown layer": (
        RULE.replace(WHERE, "{near: {select: wire, within: sentence}}"),
        ["5:24: “select” cannot be “wire”; did you mean “wires”?"],
    ),
    "near with two ways to look": (
        RULE.replace(WHERE, "{near: {select: wires, phrases: [x], within: sentence}}"),
        ["5:15: “near” takes select or phrases, one of them"],
    ),
    "an unknown attribute behind near": (
        RULE.replace(WHERE, "{near: {select: wires, within: sentence, where: {agenc: x}}}"),
        ["5:57: layer “wires” has no attribute “agenc”; did you mean “agency”?"],
    ),
    "near in a message, but not in where": (
        RULE.replace("{text}", "{near.agency}"),
        ["6:20: {near.…} needs exactly one “near” in “where”"],
    ),
    "an unknown attribute of what is near": (
        RULE.replace(WHERE, "{near: {select: wires, within: sentence}}").replace(
            "{text}", "{near.agenc}"
        ),
        ["6:25: layer “wires” has no attribute “agenc”; did you mean “agency”?"],
    ),
    "once per something unknown": (
        RULE.replace("advice:", "once_per: speaker\nadvice:"),
        ["7:11: layer “sources” has no attribute “speaker”"],
    ),
    "once per a list": (
        RULE.replace("advice:", "once_per: statements\nadvice:"),
        ["7:11: “statements” is a list; once_per takes one value"],
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
    "an empty unless, which would spare everything": (
        RULE.replace("message:", "unless: {}\nmessage:"),
        ["6:9: an empty condition always holds; write a line, or leave it out"],
    ),
    "not of an empty list": (
        RULE.replace(WHERE, "{kind: {not: []}}"),
        ["5:21: “kind” is compared with an empty list"],
    ),
    "none among values": (
        RULE.replace(WHERE, "{role: {not: none}}"),
        ["5:21: “none” stands alone, as in “role: none”; use “any” to join tests"],
    ),
    "an empty text": (
        RULE.replace(WHERE, "{role: ''}"),
        ["5:15: “role” is compared with an empty text"],
    ),
    "a number that is none": (
        RULE.replace(WHERE, "{first_paragraph: {above: nan}}"),
        ["5:34: “first_paragraph” is a number, not “nan”"],
    ),
    "no space behind a colon": (
        RULE.replace(WHERE, "{kind:wire}"),
        ["5:9: layer “sources” has no attribute “kind:wire”; a space belongs behind the colon"],
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
    "two faults in one ladder": (
        RULE.replace("severity: note", "severity: [{warnin: {named: no}}, nte]"),
        [
            "3:13: “severity” cannot be “warnin”; did you mean “warning”?",
            "3:35: “severity” cannot be “nte”; did you mean “note”?",
        ],
    ),
    "faults beside an unknown layer": (
        RULE.replace(": sources", ": source").replace(": note", ": nte").replace("flag:", "flg:"),
        [
            "3:11: “severity” cannot be “nte”; did you mean “note”?",
            "4:9: “select” cannot be “source”; did you mean “sources”?",
            "10:7: unknown expectation “flg”; did you mean “flag”?",
        ],
    ),
    "faults beside near without a distance": (
        RULE.replace(WHERE, "{near: {select: wires, where: {rle: source}}}"),
        [
            "5:15: “near” has no “within”: how far, for instance “2 sentences before”",
            "5:39: layer “wires” has no attribute “rle”; did you mean “role”?",
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


def load(text: str, pack: Pack) -> Rule:
    report = Report("r.yaml")
    root = parse(text, "r.yaml")
    rule = read_rule("anonymous-sourcing/x", root, text.split("\n"), pack.lexicon, report)
    report.raise_if_any()
    assert rule is not None
    return rule


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_rule_is_told_exactly(name: str, pack: Pack) -> None:
    text, expected = BROKEN[name]
    with pytest.raises(YamlProblems) as caught:
        load(text, pack)
    assert [str(p) for p in caught.value.problems] == [f"r.yaml:{line}" for line in expected]


def test_the_rule_they_were_broken_from_is_in_order(pack: Pack) -> None:
    assert load(RULE, pack).languages == ("en",)


def test_a_pattern_behind_a_bar_ends_with_its_line(pack: Pack) -> None:
    rule = load(RULE.replace(SELECT, "pattern: |\n  Analysts"), pack)
    assert rule.matchers["en"].pattern.search("Analysts say no.") is not None


def test_line_ends_of_old_computers_are_read(pack: Pack) -> None:
    text = RULE.replace("\n", "\r")
    assert lines_of(text) == lines_of(RULE) == lines_of(RULE.replace("\n", "\r\n"))
    report = Report("r.yaml")
    assert read_rule("x/y", parse(text, "r.yaml"), lines_of(text), pack.lexicon, report)


def test_yaml_never_bends_a_word(pack: Pack) -> None:
    rule = load(RULE.replace(WHERE, "{named: no, organisation: on}"), pack)
    assert "on" in str(rule.where)


@pytest.mark.parametrize(("pattern", "slow"), [(r"(\w+) \1", True), (r"corridors? of \w+", False)])
def test_a_pattern_without_a_fixed_word_is_named(pattern: str, slow: bool, pack: Pack) -> None:
    rule = load(RULE.replace(SELECT, f"pattern: '{pattern}'"), pack)
    assert bool(list(slow_patterns(rule))) == slow
