"""What can be wrong with a condition, a ladder or “near” is told with its place and a remedy."""

from __future__ import annotations

import pytest
from broken_rule import RULE, WHERE, load, problems

from auditor.engine.rule import Pack

BROKEN = {
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
    "two faults in one ladder": (
        RULE.replace("severity: note", "severity: [{warnin: {named: no}}, nte]"),
        [
            "3:13: “severity” cannot be “warnin”; did you mean “warning”?",
            "3:35: “severity” cannot be “nte”; did you mean “note”?",
        ],
    ),
    "faults beside near without a distance": (
        RULE.replace(WHERE, "{near: {select: wires, where: {rle: source}}}"),
        [
            "5:15: “near” has no “within”: how far, for instance “2 sentences before”",
            "5:39: layer “wires” has no attribute “rle”; did you mean “role”?",
        ],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_condition_is_told_exactly(name: str, pack: Pack) -> None:
    text, expected = BROKEN[name]
    assert problems(text, pack) == expected


def test_yaml_never_bends_a_word(pack: Pack) -> None:
    rule = load(RULE.replace(WHERE, "{named: no, organisation: on}"), pack)
    assert "on" in str(rule.where)
