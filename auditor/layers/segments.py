"""Sentences and paragraphs.

Boundaries come from `sentencex`; where a quotation, an abbreviation of the language or a
small letter shows that no sentence ends there, the pieces are joined again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import regex
from sentencex import get_sentence_boundaries

from auditor.article import PROSE
from auditor.finder import NOTHING, Finder
from auditor.items import Paragraph, Reading, Sentence
from auditor.layers.marks.pairing import Span, spans
from auditor.lexicon import Language, NotKnown

_KINDS = PROSE | {"headline", "subhead", "caption"}
_STOP = regex.compile(r"[.!?…。！？।؟:;][\"“”‘’'»)\]]*\s+|[。！？]")
_ABBREVIATED = regex.compile(r"([\p{L}][\p{L}.]*)\.[\"”’')\]]*\s*$")
_INITIAL = regex.compile(r"(?<![\p{L}.])\p{Lu}\.\s*$")
_DASHES = "—–― \t\u00a0"
_OPENERS = "\"“”„‘’'`«»([{ \t\u00a0"
_NEAR = 200
"""Code points to each side of a boundary that are looked at."""
MAX_SENTENCE = 5000
"""What has more code points is no sentence, and is cut."""
MAX_QUOTED = 1500
"""Sentences in a longer quotation are told apart whatever follows it."""


def paragraphs(reading: Reading) -> tuple[Paragraph, ...]:
    """The lead and the body's paragraphs, numbered from 1."""
    body = (b for b in reading.blocks if b.kind in PROSE)
    return tuple(Paragraph(number=n, start=b.start, end=b.end) for n, b in enumerate(body, 1))


def sentences(reading: Reading) -> tuple[Sentence, ...]:
    """The sentences of headline, subheads, body and captions, without outer white space.

    None crosses a block; a closed quotation and its attribution are one sentence.
    """
    text = reading.text
    code = reading.article.language or "en"
    joints = _joints(reading)
    quoted = [s for s in reading.use(spans) if s.depth == 0 and s.closure == "closed"]
    opened = [s.open_start for s in quoted]
    found: list[tuple[int, int]] = []
    for block in reading.blocks:
        if block.kind in _KINDS:
            for start, end in _split(text[block.start : block.end], code):
                start, end = start + block.start, end + block.start
                joined = (
                    found
                    and found[-1][0] >= block.start
                    and end - found[-1][0] <= MAX_SENTENCE
                    and _joins(text, *found[-1], start, joints, quoted, opened)
                )
                if joined:
                    found[-1] = found[-1][0], end
                else:
                    found.append((start, end))
    return tuple(Sentence(number=n, start=a, end=b) for n, (a, b) in enumerate(found, 1))


def _split(text: str, code: str) -> Iterator[tuple[int, int]]:
    """Trimmed pieces; together they hold every character that is no white space."""
    if not _STOP.search(text):
        pieces = [(0, len(text))]
    else:
        marks = get_sentence_boundaries(code, text)
        edges = sorted({0, len(text), *(m["start_index"] for m in marks)})
        pieces = [(a, b) for a, b in pairwise(edges) if b <= len(text)]
    for start, end in _short(text, pieces):
        piece = text[start:end]
        body = piece.strip()
        if body:
            start += len(piece) - len(piece.lstrip())
            yield start, start + len(body)


def _short(text: str, pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pieces, those cut that are too long for sentences."""
    for start, end in pieces:
        while end - start > MAX_SENTENCE:
            space = text.rfind(" ", start + 1, start + MAX_SENTENCE)
            cut = space if space > 0 else start + MAX_SENTENCE
            yield start, cut
            start = cut
        yield start, end


def _joins(
    text: str,
    first: int,
    first_end: int,
    start: int,
    joints: tuple[Finder, frozenset[str]],
    quoted: Sequence[Span],
    opened: Sequence[int],
) -> bool:
    """Whether what stands before and after a boundary is one sentence."""
    reporting, abbreviations = joints
    before, after = text[max(first, first_end - _NEAR) : first_end], text[start : start + _NEAR]
    opening = after.lstrip(_OPENERS)
    if opening.lstrip(_DASHES)[:1].islower():
        return True
    inside = bisect_right(opened, first_end) - 1
    if inside >= 0:
        span = quoted[inside]
        if span.open_start < start < span.end:
            return span.end - span.start <= MAX_QUOTED and _goes_on(text, span)
        if span.close_end == first_end and before[-2:-1] in ("!", "?"):
            cue = reporting.search(after[:60])
            return cue is not None and cue.start() > 0 and len(after[: cue.start()].split()) <= 4
    if abbreviation := _ABBREVIATED.search(before):
        word = abbreviation[1].casefold()
        return word in abbreviations or bool(_INITIAL.search(before) and opening[:1].isupper())
    return False


def _goes_on(text: str, span: Span) -> bool:
    """What follows the quotation belongs to its sentence: “…,” he said."""
    following = text[span.close_end : span.close_end + 3].lstrip()[:1]
    return text[span.end - 1] in ",—–" or following in ",;" or following.islower()


def _joints(reading: Reading) -> tuple[Finder, frozenset[str]]:
    try:
        return reading.language.once(_build)
    except NotKnown:
        return NOTHING, frozenset()


def _build(language: Language) -> tuple[Finder, frozenset[str]]:
    reporting = "quotation.reporting" in language.lists
    short = "structure.abbreviations" in language.lists
    return (
        language.pattern("quotation.reporting") if reporting else NOTHING,
        language.words("structure.abbreviations") if short else frozenset(),
    )
