"""Reads a rule: every name, word, type, list, group, placeholder and language is checked."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Map
from dataclasses import dataclass
from typing import Any, cast, get_args

import regex

from auditor.engine.conditions import All, Condition, Count, IsNone, Line, OneOf, Path
from auditor.engine.literals import fixed_words
from auditor.engine.messages import PLACEHOLDER, Message, Placeholder
from auditor.engine.parse_condition import Scope, error_place, inside, read_condition
from auditor.engine.parse_example import read_examples
from auditor.engine.paths import NameProblem, read_path
from auditor.engine.rule import Matcher, Rule, Step
from auditor.finder import Finder
from auditor.items import RECORDS, Severity
from auditor.lexicon import Lexicon
from auditor.phrases import PhraseError, check, list_names
from auditor.schema import Key, Value, read_mapping
from auditor.yamlfile import Mapping, Node, Report, Scalar, Sequence, did_you_mean

SEVERITIES = get_args(Severity)
FLAGS = regex.IGNORECASE | regex.MULTILINE
MAX_TITLE_WORDS = 6

KEYS: Map[str, Key] = {
    "title": Key("text", "a label of at most six words", required=True),
    "why": Key("text", "what the reader loses, in a sentence or two", required=True),
    "severity": Key("word", "blocking, warning or note", required=True, values=SEVERITIES),
    "select": Key("word", "the layer whose items are looked at", values=tuple(RECORDS)),
    "phrases": Key("node", "phrases to find, for all languages or by language"),
    "pattern": Key("node", "a pattern to find, for all languages or by language"),
    "where": Key("node", "what must hold of an item that is flagged"),
    "unless": Key("node", "what must not all hold of it"),
    "message": Key("text", "what is said about it, with {attributes}", required=True),
    "advice": Key("text", "what to do", required=True),
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
    select, key = _select(root, values, report)
    if select is None:  # what follows depends on it
        return None
    examples = read_examples(root.get("examples"), select, lexicon, report)
    languages = tuple(dict.fromkeys(e.language for e in examples))
    matchers = _matchers(root, languages, lexicon, report) if select == "text" else {}
    groups = {g for m in matchers.values() for g in getattr(m.pattern, "groupindex", ())}
    scope = Scope(report, select, select, tuple(sorted(groups)))
    where = _where(root, scope)
    unless = read_condition(root.get("unless"), scope) if root.get("unless") else None
    message = _message(root, scope, where)
    if len(report.problems) > before:
        return None
    return Rule(
        id=rule_id,
        category=rule_id.partition("/")[0],
        title=str(values["title"]),
        why=str(values["why"]),
        severity=(Step(cast(Severity, values["severity"])),),
        select=select,
        where=where,
        unless=unless,
        message=message,
        advice=str(values["advice"]),
        standards=cast("tuple[str, ...]", values.get("standards", ())),
        languages=languages,
        matchers=matchers,
        examples=examples,
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
        if not isinstance(node, Scalar) or node.style:
            continue
        rest = lines[node.line - 1][node.column - 1 :]
        if " #" in rest:
            report.add(
                (node.line, node.column + rest.index(" #") + 1),
                f"YAML takes the rest of “{name}” for a comment; put the text behind “|”",
            )
    title = root.get("title")
    if isinstance(title, Scalar) and len(title.value.split()) > MAX_TITLE_WORDS:
        report.add(title, f"the title has more than {MAX_TITLE_WORDS} words")


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


def _matchers(
    root: Mapping, languages: tuple[str, ...], lexicon: Lexicon, report: Report
) -> dict[str, Matcher]:
    name = "phrases" if "phrases" in root.entries else "pattern"
    node = root.get(name)
    if node is None:
        return {}
    if isinstance(node, Mapping):
        parts = {}
        for key, value in node.items():
            if key.value not in lexicon.languages:
                report.unknown(key, "language", key.value, lexicon.languages)
            elif key.value not in languages and languages:
                report.add(key, f"no example in “{key.value}”: examples are where a rule runs")
            else:
                parts[key.value] = value
        for language in languages:
            if language not in node.entries and language in lexicon.languages:
                report.add(node, f"examples in “{language}”, but no {name} for it")
    else:
        parts = dict.fromkeys(languages, node)
    build = _from_phrases if name == "phrases" else _from_pattern
    found = {}
    for language, value in parts.items():
        matcher = build(value, language, lexicon, report)
        if matcher is not None:
            found[language] = matcher
    return found


def _from_phrases(node: Node, language: str, lexicon: Lexicon, report: Report) -> Matcher | None:
    if not isinstance(node, Sequence):
        report.add(node, "“phrases” is a list: [first phrase, second phrase]")
        return None
    lists = lexicon.languages[language].lists
    good: list[str] = []
    for entry in node.items:
        if not isinstance(entry, Scalar):
            report.add(entry, "a phrase is text; put it in quotation marks")
            continue
        unknown = [(n, at) for n, at in list_names(entry.value) if n not in lists]
        for list_name, at in unknown:
            message = f"no word list “{list_name}” in “{language}”{did_you_mean(list_name, lists)}"
            report.add(inside(entry, at), message)
        if unknown:
            continue
        try:
            check(entry.value, lists.__getitem__)
            good.append(entry.value)
        except PhraseError as error:
            report.add(inside(entry, error.offset), str(error))
    if not good:
        return None
    finder = Finder(good, lists.__getitem__)
    return Matcher(finder, finder.needs)


def _from_pattern(node: Node, language: str, lexicon: Lexicon, report: Report) -> Matcher | None:
    if not isinstance(node, Scalar):
        report.add(node, "“pattern” is one text; put it in single quotation marks")
        return None
    words = lexicon.languages[language]
    lists: dict[str, list[str]] = {}
    for match in regex.finditer(r"\\L<([\w.]+)>", node.value):
        name = match.group(1)
        if name not in words.lists:
            message = f"no word list “{name}” in “{language}”{did_you_mean(name, words.lists)}"
            report.add(inside(node, match.start(1)), message)
            return None
        lists[name] = sorted(words.words(name))
    try:
        pattern = _compile(node.value, lists)
    except regex.error as error:
        report.add(inside(node, error_place(error)), f"the pattern cannot be read: {error}")
        return None
    if pattern.fullmatch("") is not None:
        report.add(node, "the pattern matches nothing at all, everywhere")
        return None
    return Matcher(pattern, fixed_words(node.value, FLAGS, lists))


def _compile(source: str, lists: dict[str, list[str]]) -> regex.Pattern[str]:
    used: dict[str, Any] = {name.replace(".", "_"): words for name, words in lists.items()}
    for name in lists:
        source = source.replace(rf"\L<{name}>", rf"\L<{name.replace('.', '_')}>")
    return regex.compile(source, FLAGS, cache_pattern=False, **used)


def _message(root: Mapping, scope: Scope, where: Condition) -> Message:
    node = root.get("message")
    if not isinstance(node, Scalar):
        return Message(())
    parts: list[str | Placeholder] = []
    end = 0
    lines = _lines(where)
    for match in PLACEHOLDER.finditer(node.value):
        parts.append(node.value[end : match.start()])
        end = match.end()
        place = inside(node, match.start(1))
        try:
            path = read_path(match.group(1).strip(), scope.layer, scope.groups)
        except NameProblem as problem:
            scope.report.add((place[0], place[1] + problem.offset), str(problem))
            continue
        tested = [line for line in lines if str(line.path) == str(path)]
        if path.last.kind in ("link", "record"):
            scope.report.add(place, f"“{path}” cannot be printed; name one of its attributes")
        elif path.optional and not any(_proves(line) for line in lines if _covers(line, path)):
            scope.report.add(place, f"“{path}” may be none; test it in “where”")
        count = next((t.test for t in tested if isinstance(t.test, Count)), None)
        parts.append(Placeholder(path, count))
    parts.append(node.value[end:])
    if "{" in (rest := PLACEHOLDER.sub("", node.value)) or "}" in rest:
        scope.report.add(node, "a brace without its partner")
    return Message(tuple(parts))


def _lines(condition: Condition) -> list[Line]:
    """The lines that hold whenever the condition holds."""
    if isinstance(condition, Line):
        return [condition]
    if isinstance(condition, All):
        return [line for part in condition.parts for line in _lines(part)]
    return []


def _proves(line: Line) -> bool:
    return not isinstance(line.test, IsNone)


def _covers(line: Line, path: Path) -> bool:
    """Whatever passes a test on `source.name` has a source, and a name."""
    wanted, have = str(path), str(line.path)
    if have == wanted:
        return True
    optional = [i for i, a in enumerate(path.attributes) if a.optional] + (
        [len(path.attributes)] if path.group else []
    )
    deepest = ".".join(a.name for a in path.attributes[: optional[-1] + 1]) if optional else ""
    return bool(deepest) and not path.group and (have + ".").startswith(deepest + ".")
