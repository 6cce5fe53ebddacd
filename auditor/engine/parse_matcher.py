"""Reads phrases and patterns, for all languages of a rule or by language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

import regex

from auditor.finder import Finder
from auditor.lexicon import Lexicon
from auditor.phrases import PhraseError, check, list_names
from auditor.yamlfile import Mapping, Node, Report, Scalar, Sequence, did_you_mean

FLAGS = regex.IGNORECASE | regex.MULTILINE
MAX_PHRASE = 1000
"""Characters of one phrase; longer ones take long to read."""
_NAMED_LIST = regex.compile(r"\\L<([\w.]+)>")


_LIST = regex.compile(r"<[\w.-]+>")
_BRACKET = regex.compile(r"[<>]")
_CONTROL = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class Where(Protocol):
    """What is known of the rule around: see `parse_condition.Scope`."""

    @property
    def report(self) -> Report: ...

    @property
    def lexicon(self) -> Lexicon: ...

    @property
    def languages(self) -> tuple[str, ...]: ...


def by_language(node: Node, name: str, where: Where) -> Iterator[tuple[str, Node]]:
    """The parts of `node` by language; one part stands for all where it is no mapping."""
    if not isinstance(node, Mapping):
        for language in where.languages:
            yield language, node
        return
    for key, value in node.items():
        if key.value not in where.lexicon.languages:
            where.report.unknown(key, "language", key.value, where.lexicon.languages)
        elif key.value in where.languages:
            yield key.value, value
        elif where.languages:
            message = f"no example in “{key.value}”: examples are where a rule runs"
            where.report.add(key, message)
    for language in where.languages:
        if language not in node.entries and name != "except":
            where.report.add(node, f"examples in “{language}”, but no {name} for it")


def read_phrases(node: Node, language: str, lexicon: Lexicon, report: Report) -> Finder | None:
    """A finder of the phrases; None where one of them cannot be read, which is reported."""
    if not isinstance(node, Sequence) or not node.items:
        report.add(node, "phrases are a list: [first phrase, second phrase]")
        return None
    lists = lexicon.languages[language].lists
    before = len(report.problems)
    for entry in node.items:
        _check_phrase(entry, language, lists, report)
    if len(report.problems) > before:
        return None
    phrases = [entry.value for entry in node.items if isinstance(entry, Scalar)]
    return Finder(phrases, lists.__getitem__)


def _check_phrase(entry: Node, language: str, lists: Any, report: Report) -> None:
    if not isinstance(entry, Scalar):
        report.add(entry, "a phrase is text; put it in quotation marks")
        return
    if len(entry.value) > MAX_PHRASE:
        report.add(entry, f"the phrase has more than {MAX_PHRASE:,} characters; cut it in two")
        return
    unknown = False
    bracket = _BRACKET.search(_LIST.sub(lambda m: " " * len(m.group()), entry.value))
    if bracket:
        message = f"“{bracket.group()}” stands alone; a word list is written <cliches>"
        report.add(inside(entry, bracket.start()), message)
        return
    for name, at in list_names(entry.value):
        if name not in lists:
            unknown = True
            message = f"no word list “{name}” in “{language}”{did_you_mean(name, lists)}"
            report.add(inside(entry, at), message)
    if unknown:
        return
    try:
        check(entry.value, lists.__getitem__)
    except PhraseError as error:
        report.add(inside(entry, error.offset), str(error))


def read_pattern(
    node: Scalar, language: str, lexicon: Lexicon, report: Report, *, blank: bool = False
) -> regex.Pattern[str] | None:
    """The compiled pattern with the language's word lists; None where it cannot be read.

    Args:
        blank: it may match an empty text, as `^$` does.
    """
    lists = named_lists(node, language, lexicon, report)
    if lists is None:
        return None
    used: dict[str, Any] = {name.replace(".", "_"): words for name, words in lists.items()}
    written = written_pattern(node)
    if not written.strip():
        report.add(node, "the pattern is empty")
        return None
    if _CONTROL.search(written):
        message = "in double quotation marks YAML reads “\\b” as its own; use single ones"
        report.add(node, message)
        return None
    source = _NAMED_LIST.sub(lambda m: rf"\L<{m.group(1).replace('.', '_')}>", written)
    try:
        pattern = regex.compile(source, FLAGS, cache_pattern=False, **used)
        if pattern.fullmatch("", timeout=1.0) is not None and not blank:
            report.add(node, "the pattern matches nothing at all, everywhere")
            return None
        return pattern
    except (MemoryError, RecursionError, OverflowError, TimeoutError):
        report.add(node, "the pattern is nested too deep, or runs without end; make it simpler")
        return None
    except regex.error as error:
        place = inside(node, getattr(error, "pos", None) or 0)
        report.add(place, f"the pattern cannot be read: {error}")
        return None


def named_lists(
    node: Scalar, language: str, lexicon: Lexicon, report: Report
) -> dict[str, list[str]] | None:
    """The word lists that a pattern names (`\\L<cliches>`), spelled out."""
    words = lexicon.languages[language]
    found: dict[str, list[str]] = {}
    before = len(report.problems)
    for match in _NAMED_LIST.finditer(node.value):
        name = match.group(1)
        if name not in words.lists:
            message = f"no word list “{name}” in “{language}”{did_you_mean(name, words.lists)}"
            report.add(inside(node, match.start(1)), message)
        else:
            found[name] = sorted(words.words(name))
    return found if len(report.problems) == before else None


def written_pattern(node: Scalar) -> str:
    """The pattern as it is meant: the line's end behind “|” is YAML's, not the author's."""
    return node.value.rstrip("\n") if node.style in ("|", ">") else node.value


def inside(node: Scalar, offset: int) -> tuple[int, int]:
    """Line and column of a place inside a scalar of one line; its start otherwise."""
    if not node.exact or node.style in ("|", ">") or "\n" in node.value:
        return node.line, node.column
    return node.line, node.column + offset + bool(node.style)
