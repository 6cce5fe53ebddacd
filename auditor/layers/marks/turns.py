"""Interviews without marks: “Name: words”, “Q: words”, and questions and answers behind dashes.

A name is a label only where it comes back or where one asks another, and where the article
names it elsewhere too or writes it in capitals. What never is a label (“Note:”), and which
letters ask and answer, are the language's lists `turns`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import regex

from auditor.article import Block
from auditor.items import Reading
from auditor.layers.marks.pairing import Part, Span
from auditor.lexicon import Language, NotKnown

MAX_LABEL = 60
"""Code points before the colon of a label."""
MAX_PARAGRAPHS = 5
"""An answer of more paragraphs ends with the first: the rest may be the writer's."""

_LABEL = regex.compile(
    r"(\p{Lu}[\p{L}.'’-]*(?:[ \t\u00a0]\p{Lu}[\p{L}.'’-]*){0,4})"
    r"(?:[ \t]*\([^)\n]{1,40}\))?: [ \t\u00a0]*(?=[^\s\"“”„«‘'])"
)
_LETTER = regex.compile(r"(\p{Lu})\.[ \t\u00a0]+(?=\S)")
_DASH = regex.compile(r"[—–―-][ \t\u00a0]*(?=[\p{Lu}\p{N}«\"“„])")
_ENDS = regex.compile(r"[.!?…][\"”’»)]*$")
_FLOW = frozenset(("lead", "body"))
_MARKS = '"”’»)'


@dataclass(frozen=True, slots=True)
class _Labels:
    question: frozenset[str]
    answer: frozenset[str]
    never: frozenset[str]


class _Line(NamedTuple):
    """A paragraph with its label: where the label ends and the words begin."""

    name: str
    label_end: int
    words: int
    part: Part | None


def turns(reading: Reading) -> tuple[Span, ...]:
    """What each says in turn, in text order; ask for it with `reading.use(turns)`."""
    text, blocks = reading.text, reading.blocks
    colons = set(_lines_with_colon(text))
    if len(colons) < 2:
        return _by_letters(reading)
    found: dict[int, _Line] = {}
    for index, block in enumerate(blocks):
        if block.start not in colons or block.kind not in _FLOW:
            continue
        if match := _LABEL.match(text, block.start, block.end):
            found[index] = _Line(match[1], match.end(1), match.end(), None)
    if len(found) < 2:
        return _by_letters(reading)
    labels = _labels(reading)
    lines = _lettered(found, labels) or _named(text, blocks, found, labels)
    return tuple(_spans(text, blocks, lines)) if lines else _by_letters(reading)


def _by_letters(reading: Reading) -> tuple[Span, ...]:
    """“P. ¿…?”, “R. …”: the letter with a full stop, where every question is one."""
    text, blocks = reading.text, reading.blocks
    found = {
        index: _Line(match[1], match.end(1), match.end(), None)
        for index, block in enumerate(blocks)
        if text[block.start + 1 : block.start + 3] == ". " and block.kind in _FLOW
        if (match := _LETTER.match(text, block.start, block.end))
    }
    if len(found) < 2:
        return ()
    lines = _lettered(found, _labels(reading))
    asked = [text[blocks[i].end - 1] == "?" for i, line in lines.items() if line.part == "question"]
    return tuple(_spans(text, blocks, lines)) if lines and all(asked) else ()


def _lines_with_colon(text: str) -> Iterator[int]:
    """Where lines begin that have a colon near their beginning: cheap to tell."""
    at = text.find(": ")
    while at >= 0:
        start = max(text.rfind("\n", max(at - MAX_LABEL, 0), at) + 1, 0)
        if start or at <= MAX_LABEL:
            yield start + len(text[start:at]) - len(text[start:at].lstrip())
        at = text.find(": ", at + 1)


def exchange(text: str, run: Sequence[Block]) -> Iterator[Span]:
    """Dashes that ask and answer in strict turn: every second paragraph is a question."""
    asks = [text[b.start : b.end].rstrip(_MARKS).endswith("?") for b in run]
    openers = [_DASH.match(text, b.start, b.end) for b in run]
    if len(run) < 4 or asks != [n % 2 == 0 for n in range(len(run))]:
        return
    for number, (block, opener) in enumerate(zip(run, openers, strict=True)):
        if opener is None or not _ENDS.search(text, opener.end(), block.end):
            return
        part: Part = "answer" if number % 2 else "question"
        yield _span(opener.end(), block.end, block.start, None, part)


def _labels(reading: Reading) -> _Labels:
    try:
        return reading.language.once(_build)
    except NotKnown:
        return _Labels(frozenset(), frozenset(), frozenset())


def _build(language: Language) -> _Labels:
    return _Labels(*map(language.optional, ("turns.question", "turns.answer", "turns.never")))


def _lettered(found: dict[int, _Line], labels: _Labels) -> dict[int, _Line]:
    """Those with “Q:” and “A:”; none where only one of them occurs."""
    told: dict[int, _Line] = {}
    for index, line in found.items():
        if part := _part(line.name, labels):
            told[index] = line._replace(part=part)
    return told if len({line.part for line in told.values()}) == 2 else {}


def _part(name: str, labels: _Labels) -> Part | None:
    low = name.casefold()
    return "question" if low in labels.question else "answer" if low in labels.answer else None


def _named(
    text: str, blocks: Sequence[Block], found: dict[int, _Line], labels: _Labels
) -> dict[int, _Line]:
    found = {i: line._replace(part=_part(line.name, labels)) for i, line in found.items()}
    counts = Counter(line.name for line in found.values())
    lines = {
        index: line
        for index, line in found.items()
        if line.name.casefold() not in labels.never
        and _ENDS.search(text, line.words, blocks[index].end)
        and (line.part or _known(text, line.name, counts))
    }
    names = {line.name for line in lines.values()}
    again = len(lines) > len(names)
    if all(line.part for line in lines.values()):
        return {}
    asked = any(text[blocks[i].end - 1] == "?" for i in lines) and len(names) > 1
    return lines if again or asked else {}


def _known(text: str, name: str, counts: Counter[str]) -> bool:
    """Whether the article names it apart from the labels, or it is written in capitals."""
    if name.isupper() and len(name) > 1:
        return True
    # Within a sentence: at its beginning every word has a capital.
    last = regex.escape(name.split()[-1])
    labels = sum(n for label, n in counts.items() if regex.search(rf"[ \u00a0]{last}\b", label))
    return len(regex.findall(rf"(?<=[\p{{L}},;(–—]\s){last}", text)) > labels


def _spans(text: str, blocks: Sequence[Block], lines: dict[int, _Line]) -> Iterator[Span]:
    order = sorted(lines)
    people = {line.name.split()[-1] for line in lines.values() if line.part is None}
    for index, behind in zip(order, [*order[1:], None], strict=True):
        line, last = lines[index], index
        if behind is not None and line.part != "question" and behind - index <= MAX_PARAGRAPHS:
            between = blocks[index + 1 : behind]
            if all(_goes_on(text, b, people) for b in between):
                last = behind - 1
        label = blocks[index].start, line.label_end
        yield _span(line.words, blocks[last].end, line.words, label, line.part)


def _goes_on(text: str, block: Block, people: set[str]) -> bool:
    """Whether a paragraph without a label is more of an answer, not the writer's."""
    if block.kind != "body" or not _ENDS.search(text, block.start, block.end):
        return False
    return people.isdisjoint(regex.findall(r"[\p{L}’'-]+", text[block.start : block.end]))


def _span(start: int, end: int, low: int, label: tuple[int, int] | None, part: Part | None) -> Span:
    style = (":", "")
    return Span(start, end, low, end, "closed", 0, style, layout="turn", label=label, part=part)
