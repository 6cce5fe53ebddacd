"""Reads a rule's examples: small articles in which `[[…]]` marks what must be flagged."""

from __future__ import annotations

from typing import get_args

import regex

from auditor.engine.parse_condition import read_date
from auditor.engine.rule import Example
from auditor.kinds import Severity
from auditor.lexicon import Lexicon
from auditor.yamlfile import Mapping, Node, Report, Scalar, Sequence

EXPECT = ("pass", "flag", *get_args(Severity))
GIVEN = ("published", "words", "author", "outlet")
"""Attributes of the article that an example may set."""

_DAY = regex.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COUNT = regex.compile(r"[0-9]{1,9}")
_MARK = regex.compile(r"\[\[|\]\]")


def read_examples(
    node: Node | None, select: str, lexicon: Lexicon, report: Report
) -> tuple[Example, ...]:
    """All examples of a rule; each language needs one that passes and one that is flagged."""
    if node is None:
        return ()
    if not isinstance(node, Mapping):
        report.add(node, "“examples” maps a language to a list of examples")
        return ()
    found: list[Example] = []
    for key, value in node.items():
        if key.value not in lexicon.languages:
            report.unknown(key, "language", key.value, lexicon.languages)
            continue
        if not isinstance(value, Sequence):
            report.add(value, f"examples in “{key.value}” must be a list")
            continue
        before = len(report.problems)
        own = [e for n in value.items if (e := _example(n, key.value, select, report)) is not None]
        expected = {e.expect for e in own}
        if len(report.problems) == before and not ("pass" in expected and expected - {"pass"}):
            lacking = "is flagged" if "pass" in expected else "passes"
            report.add(key, f"“{key.value}” needs an example that {lacking}")
        found += own
    return tuple(found)


def _example(node: Node, language: str, select: str, report: Report) -> Example | None:
    if not isinstance(node, Mapping):
        report.add(node, "an example says what is expected: pass, flag or a severity")
        return None
    words = [k for k in node.keys.values() if k.value != "given"]
    if len(words) != 1:
        report.add(node, "an example has one text, behind pass, flag or a severity")
        return None
    expect = words[0]
    if expect.value not in EXPECT:
        report.unknown(expect, "expectation", expect.value, EXPECT)
        return None
    text = node.entries[expect.value]
    if not isinstance(text, Scalar):
        report.add(text, "the example's text must stand behind “|”")
        return None
    given = _given(node.get("given"), report)
    before = len(report.problems)
    plain, spans = _unmark(text, report)
    if len(report.problems) > before:
        return None
    if not plain.strip():
        report.add(text, "the example has no text")
    elif any(not plain[start:end].strip() for start, end in spans):
        report.add(text, "“[[” and “]]” with nothing between them")
    elif plain.startswith("# ") and spans and spans[0][0] < len("# "):
        report.add(text, "the “# ” of the headline stands before “[[”")
    elif expect.value == "pass" and spans:
        report.add(text, "an example that passes marks nothing")
    elif expect.value != "pass" and select == "article" and spans:
        report.add(text, "a rule on the article marks nothing")
    elif expect.value != "pass" and select != "article" and not spans:
        report.add(text, "mark what must be flagged with [[ and ]]")
    headline = plain.startswith("# ")
    if headline:
        plain = plain[2:]
        spans = tuple((start - 2, end - 2) for start, end in spans)
    return Example(language, expect.value, plain, headline, spans, given, text.line, text.column)


def _given(node: Node | None, report: Report) -> dict[str, str]:
    if node is None:
        return {}
    if not isinstance(node, Mapping):
        report.add(node, "“given” maps attributes of the article to values")
        return {}
    found: dict[str, str] = {}
    for key, value in node.items():
        if key.value not in GIVEN:
            report.unknown(key, "attribute in “given”", key.value, GIVEN)
        elif not isinstance(value, Scalar):
            report.add(value, f"“{key.value}” takes a single value")
        elif key.value == "published" and not _is_day(value.value.strip()):
            report.add(value, f"“published” is a date such as 2025-11-08, not “{value.value}”")
        elif key.value == "words" and not _COUNT.fullmatch(value.value.strip()):
            report.add(value, f"“words” is a whole number, not “{value.value}”")
        else:
            found[key.value] = value.value.strip()
    return found


def _is_day(text: str) -> bool:
    return bool(_DAY.fullmatch(text)) and getattr(read_date(text), "full", None) is not None


def _unmark(node: Scalar, report: Report) -> tuple[str, tuple[tuple[int, int], ...]]:
    text, spans, opened, plain, end = node.value, [], -1, "", 0
    for match in _MARK.finditer(text):
        plain += text[end : match.start()]
        end = match.end()
        if match.group() == "[[" and opened < 0:
            opened = len(plain)
        elif match.group() == "]]" and opened >= 0:
            spans.append((opened, len(plain)))
            opened = -1
        else:
            report.add(node, f"“{match.group()}” without its partner")
    if opened >= 0:
        report.add(node, "“[[” without its partner")
    return plain + text[end:], tuple(spans)
