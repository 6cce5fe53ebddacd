"""Reads a rule: every name, word, type, list, group, placeholder and language is checked."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from typing import cast

from auditor.engine.conditions import All, Condition, Line, OneOf, Path
from auditor.engine.parse_condition import Scope, read_condition
from auditor.engine.parse_example import read_examples
from auditor.engine.parse_matcher import (
    by_language,
    named_lists,
    read_pattern,
    read_phrases,
)
from auditor.engine.parse_message import only_near, read_message
from auditor.engine.parse_severity import check_names, read_severity
from auditor.engine.paths import NameProblem, called, read_path
from auditor.engine.rule import Matcher, Rule
from auditor.items import RECORDS
from auditor.lexicon import Lexicon
from auditor.schema import Key, Value, read_mapping
from auditor.yamlfile import Mapping, Node, Report, Scalar, Sequence

MAX_TITLE_WORDS = 6

KEYS: Map[str, Key] = {
    "title": Key("text", "a label of at most six words", required=True),
    "why": Key("text", "what the reader loses, in a sentence or two", required=True),
    "severity": Key("node", "blocking, warning or note, or a ladder of them", required=True),
    "select": Key("word", "the layer whose items are looked at", values=tuple(RECORDS)),
    "phrases": Key("node", "phrases to find, for all languages or by language"),
    "pattern": Key("node", "a pattern to find, for all languages or by language"),
    "where": Key("node", "what must hold of an item that is flagged"),
    "unless": Key("node", "what must not all hold of it"),
    "message": Key("text", "what is said about it, with {attributes}", required=True),
    "advice": Key("text", "what to do", required=True),
    "except": Key("node", "phrases in which a match does not count"),
    "once_per": Key("word", "makes one finding of all items with the same value"),
    "standards": Key("words", "whose rule it is"),
    "examples": Key("node", "texts that are flagged and texts that pass", required=True),
}
PROSE = ("title", "why", "message", "advice")
DEFAULTS: Map[str, tuple[object, ...]] = {"place": ("headline", "body"), "quoted": (False,)}


@dataclass(frozen=True, slots=True)
class Warned:
    """A rule that works but could be better, for `auditor rules check`."""

    rule: str
    path: str
    line: int
    column: int
    message: str


def read_rule(
    rule_id: str, root: Node | None, lines: list[str], lexicon: Lexicon, report: Report
) -> Rule | None:
    """The rule in one file, or None where anything is wrong, all of which is reported.

    Args:
        rule_id: category/name, from where the file lies.
        lines: the file's lines, to see what YAML took for a comment.
    """
    before = len(report.problems)
    values = read_mapping(root, KEYS, report, "a rule")
    if not isinstance(root, Mapping):
        return None
    _check_prose(root, lines, report)
    _check_examples(root.get("examples"), lines, report)
    select, key = _select(root, values, report)
    if select is None:  # what follows depends on it, but for this
        read_examples(root.get("examples"), "", lexicon, report)
        check_names(root.get("severity"), report)
        return None
    if select != "text" and "except" in root.entries:
        beside = "“except” belongs to phrases or a pattern; here “unless” does the same"
        report.add(root.keys["except"], beside)
    examples = read_examples(root.get("examples"), select, lexicon, report)
    languages = tuple(dict.fromkeys(e.language for e in examples))
    scope = Scope(report, select, select, lexicon, languages)
    matchers = _matchers(root, scope) if select == "text" else {}
    groups = {g for m in matchers.values() for g in getattr(m.pattern, "groupindex", ())}
    scope = replace(scope, groups=tuple(sorted(groups)))
    where = _where(root, scope)
    unless = read_condition(root.get("unless"), scope) if root.get("unless") else None
    severity = read_severity(root.get("severity"), scope)
    once_per = _once_per(root, scope)
    message = read_message(root.get("message"), where, scope)
    if len(report.problems) > before:
        return None
    return Rule(
        id=rule_id,
        category=rule_id.partition("/")[0],
        title=str(values["title"]),
        why=str(values["why"]),
        severity=severity,
        select=select,
        where=where,
        unless=unless,
        message=message,
        advice=str(values["advice"]),
        standards=cast("tuple[str, ...]", values.get("standards", ())),
        languages=languages,
        matchers=matchers,
        examples=examples,
        once_per=once_per,
        near=only_near(where),
        path=report.path,
        line=key.line,
        column=key.column,
    )


def slow_patterns(rule: Rule) -> Iterable[Warned]:
    """Says so where a pattern has no fixed word, so that it runs over every article."""
    for language, matcher in rule.matchers.items():
        if not matcher.needs:
            message = f"the {language} pattern has no fixed word in it: it cannot be pre-filtered"
            yield Warned(rule.id, rule.path, rule.line, rule.column, message)


def _check_prose(root: Mapping, lines: list[str], report: Report) -> None:
    for name in PROSE:
        node = root.get(name)
        if not isinstance(node, Scalar) or node.style or not node.exact:
            continue
        _check_comment(node, root.keys[name], lines, report)
    title = root.get("title")
    if isinstance(title, Scalar) and len(title.value.split()) > MAX_TITLE_WORDS:
        report.add(title, f"the title has more than {MAX_TITLE_WORDS} words")


def _check_examples(node: Node | None, lines: list[str], report: Report) -> None:
    """The same for the texts of examples, each on a line of its own."""
    listed = node.entries.values() if isinstance(node, Mapping) else ()
    for entries in listed:
        for entry in entries.items if isinstance(entries, Sequence) else ():
            if not isinstance(entry, Mapping) or entry.flow:
                continue
            for key, text in entry.items():
                if isinstance(text, Scalar) and not text.style and text.exact:
                    _check_comment(text, key, lines, report)


def _check_comment(node: Scalar, key: Scalar, lines: list[str], report: Report) -> None:
    """Reports “ #” in a plain text, over all lines that are indented further than its key."""
    for number in range(node.line, len(lines) + 1):
        line = lines[number - 1]
        if number > node.line and (not line.strip() or not line[: key.column].isspace()):
            return
        start = node.column - 1 if number == node.line else 0
        at = f" {line[start:]}".find(" #")
        if at >= 0:
            message = f"YAML takes the rest of “{key.value}” for a comment; put the text behind “|”"
            report.add((number, start + at + 1), message)
            return


def _select(root: Mapping, values: dict[str, Value], report: Report) -> tuple[str | None, Scalar]:
    """The layer a rule selects, and the key that says so."""
    given = [k for k in ("select", "phrases", "pattern") if k in root.entries]
    if not given:
        report.add(root, "a rule needs one of select, phrases or pattern")
        return None, Scalar("", 1, 1)
    anchor = root.keys[given[0]]
    if len(given) > 1:
        report.add(root.keys[given[1]], f"“{given[1]}” cannot stand beside “{given[0]}”")
        return None, anchor
    if given != ["select"]:
        return "text", anchor
    layer = values.get("select")
    if layer == "text":
        report.add(anchor, "give phrases or a pattern instead of select: text")
        return None, anchor
    return (None if layer is None else str(layer)), anchor


def _once_per(root: Mapping, scope: Scope) -> Path | None:
    node = root.get("once_per")
    if not isinstance(node, Scalar):
        return None
    try:
        path = read_path(node.value.strip(), scope.layer, scope.groups)
    except NameProblem as problem:
        scope.report.add((node.line, node.column + problem.offset), str(problem))
        return None
    if path.last.kind in ("list", "record"):
        scope.report.add(node, f"“{path}” is {called(path.last)}; once_per takes one value")
        return None
    return path


def _where(root: Mapping, scope: Scope) -> Condition:
    node = root.get("where")
    written = read_condition(node, scope) if node else All(())
    if scope.layer != "text":
        return written
    # The writer is never blamed for a speaker's words, nor for a footer.
    named = _names(node)
    added = [
        Line(read_path(name, "text"), OneOf(values))
        for name, values in DEFAULTS.items()
        if name not in named
    ]
    return All((written, *added))


def _names(node: Node | None) -> set[str]:
    """Every attribute that a condition names at its top, any and all opened."""
    found: set[str] = set()
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key.value in ("any", "all") and isinstance(value, Sequence):
                found |= set().union(*(_names(entry) for entry in value.items))
            else:
                found.add(key.value)
    return found


def _matchers(root: Mapping, scope: Scope) -> dict[str, Matcher]:
    name = "phrases" if "phrases" in root.entries else "pattern"
    node = root.get(name)
    if node is None:
        return {}
    spared = {}
    if "except" in root.entries:
        spared = {
            language: read_phrases(part, language, scope.lexicon, scope.report)
            for language, part in by_language(root.entries["except"], "except", scope)
        }
    found = {}
    for language, part in by_language(node, name, scope):
        build = _from_phrases if name == "phrases" else _from_pattern
        matcher = build(part, language, scope)
        if matcher is not None:
            found[language] = replace(matcher, spared=spared.get(language))
    return found


def _from_phrases(node: Node, language: str, scope: Scope) -> Matcher | None:
    finder = read_phrases(node, language, scope.lexicon, scope.report)
    return None if finder is None else Matcher(finder)


def _from_pattern(node: Node, language: str, scope: Scope) -> Matcher | None:
    if not isinstance(node, Scalar):
        scope.report.add(node, "“pattern” is one text; put it in single quotation marks")
        return None
    pattern = read_pattern(node, language, scope.lexicon, scope.report)
    if pattern is None:
        return None
    lists = named_lists(node, language, scope.lexicon, scope.report) or {}
    return Matcher(pattern, {name.replace(".", "_"): words for name, words in lists.items()})
