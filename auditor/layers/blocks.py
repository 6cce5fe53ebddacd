"""Blocks: which part of an article is headline, byline, dateline, lead, body or furniture.

What a format says (Markdown headings) is kept; the rest is told by shape and position,
helped by the language's `structure` lists. A language without them is read by shape alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import regex

from auditor.article import Article, Block, BlockKind
from auditor.items import Passage, Reading
from auditor.layers.furniture import Furniture, furniture
from auditor.lexicon import NotKnown

MAX_HEADLINE = 200
MAX_STOPPED_HEADLINE = 130
MAX_STANDFIRST = 250
MAX_SUBHEAD = 80
MAX_WRAPPED_LINE = 100

_LINE = regex.compile(r"[^\n]*\S[^\n]*")
_INK = regex.compile(r"\S")
_WORD = regex.compile(r"\w")
_CLOSERS = " \t\u00a0\"'”’»)]*_"
_STOPS = ".。!?…।"
_INNER_STOP = regex.compile(r"\p{Ll}{3}[.!?][\"'”’)]?\s+[\"'“‘(]?\p{Lu}")


@dataclass(slots=True)
class _Part:
    """A paragraph whose role is still being decided."""

    start: int
    end: int
    kind: BlockKind
    text: str
    given: bool
    """The format itself names its role."""
    gap: bool = False
    """An empty line follows."""
    quote: int = 0


def blocks(reading: Reading) -> tuple[Block, ...]:
    """The article's blocks, in order, not overlapping; every non-blank character is in one.

    A dateline is split off the paragraph it opens. Never raises NotKnown.
    """
    article = reading.article
    parts = _parts(article)
    known = furniture(reading)
    _mark_boilerplate(parts, _boilerplate(reading))
    rest = [p for p in parts if p.kind != "boilerplate"]
    first = _read_top(rest, article, known)
    for part in parts[: parts.index(rest[0])] if rest else ():
        if known.is_furniture(part.text, article.outlet, True):
            part.kind = "masthead"
    _read_opening(rest, first, known)
    if article.format == "text":
        _mark_subheads(rest)
    return tuple(_split_dateline(parts, known))


def _parts(article: Article) -> list[_Part]:
    text = article.text
    given = article.blocks or tuple(Block("body", m.start(), m.end()) for m in _LINE.finditer(text))
    parts: list[_Part] = []
    position = 0
    for block in sorted(given, key=lambda b: b.start):
        start, end = max(block.start, position), min(block.end, len(text))
        if start > position:
            _append(parts, text, position, start, "body")
        if end > start:
            _append(parts, text, start, end, block.kind, block.quote)
            position = end
    _append(parts, text, position, len(text), "body")
    if article.format == "text":
        parts = _join_wrapped(parts, text)
    _unquote(parts)
    for part, after in pairwise(parts):
        part.gap = text.count("\n", part.end, after.start) > 1
    return parts


def _unquote(parts: list[_Part]) -> None:
    """A page that is one quote as a whole quotes nobody: that is its layout."""
    quoted = [p for p in parts if p.kind == "quote"]
    if 2 * sum(len(p.text) for p in quoted) > sum(len(p.text) for p in parts):
        for part in quoted:
            part.kind, part.given = "body", False


def _append(
    parts: list[_Part], text: str, start: int, end: int, kind: BlockKind, quote: int = 0
) -> None:
    piece = text[start:end]
    if body := piece.strip():
        start += len(piece) - len(piece.lstrip())
        given = kind != "body"
        parts.append(_Part(start, start + len(body), kind, body, given, quote=quote))


def _join_wrapped(parts: list[_Part], text: str) -> list[_Part]:
    """Joins the lines of a text that was wrapped at a fixed width; others stay as they are."""
    glued = [
        (a, b) for a, b in pairwise(parts) if text.count("\n", a.end, b.start) == 1 and not a.given
    ]
    broken = sum(1 for a, _ in glued if a.text[-1].isalnum() or a.text[-1] in ",-–—")
    if len(glued) < 4 or broken < 0.6 * len(glued):
        return parts
    if max(len(p.text) for p in parts) > MAX_WRAPPED_LINE:
        return parts
    joined = parts[:1]
    for part in parts[1:]:
        last = joined[-1]
        if text.count("\n", last.end, part.start) == 1 and not part.given:
            last.end, last.text = part.end, text[last.start : part.end]
        else:
            joined.append(part)
    return joined


def _boilerplate(reading: Reading) -> tuple[Passage, ...]:
    try:
        passages = reading.layer("passages")
    except NotKnown:
        return ()
    return tuple(p for p in passages if p.kind == "boilerplate")


def _mark_boilerplate(parts: list[_Part], passages: tuple[Passage, ...]) -> None:
    """A paragraph is boilerplate when no word of it is left outside the passages."""
    for part in parts:
        if part.given and part.kind in ("headline", "caption"):
            continue
        inside = [p for p in passages if p.start < part.end and part.start < p.end]
        if not inside:
            continue
        left, position = "", part.start
        for passage in inside:
            left += part.text[position - part.start : max(passage.start - part.start, 0)]
            position = max(position, min(passage.end, part.end))
        left += part.text[position - part.start :]
        if not _WORD.search(left):
            photo = all(p.sort == "photo_credit" for p in inside)
            part.kind = "caption" if photo else "boilerplate"
            part.given = True


def _read_top(parts: list[_Part], article: Article, known: Furniture) -> int:
    """Marks furniture and headline; gives the index of the first part behind them."""
    for index, part in enumerate(parts):
        if part.kind == "headline":
            for before in parts[:index]:
                if not before.given and known.is_furniture(before.text, article.outlet):
                    before.kind = "masthead"
            return index + 1
    index = 0
    while index < len(parts) and not parts[index].given and known.is_furniture(parts[index].text):
        index += 1
    outlet = index
    while outlet < len(parts) and known.is_furniture(parts[outlet].text, article.outlet, True):
        outlet += 1
    # A name such as “Daily Post” is an outlet only if a headline follows it.
    if outlet > index and _is_headline(parts, outlet, article, known):
        index = outlet
    if index == len(parts):
        return 0
    for part in parts[:index]:
        part.kind = "masthead"
    while index < len(parts) and known.is_byline(parts[index].text):
        parts[index].kind = "byline"
        index += 1
    if _is_headline(parts, index, article, known):
        parts[index].kind = "headline"
        return index + 1
    return index


def _is_headline(parts: list[_Part], index: int, article: Article, known: Furniture) -> bool:
    if index + 1 >= len(parts) or parts[index].given:
        return False
    part = parts[index]
    line = part.text
    if "\n" in line and article.format != "text":
        return False
    if article.title and line.casefold() == article.title.casefold():
        return True
    if len(line) > MAX_HEADLINE or known.dateline(line) or known.is_caption(line):
        return False
    bare = line.rstrip(_CLOSERS)
    if not bare or bare[-1] in ":,":
        return False
    if bare[-1] not in _STOPS:
        return True
    return article.format == "text" and part.gap and _is_short_against(parts, index)


def _is_short_against(parts: list[_Part], index: int) -> bool:
    """One sentence with its full stop, shorter than the paragraphs that follow: a headline."""
    line = parts[index].text
    if line[0] in "\"“‘'«" and not any(c in "\"”’'»" for c in line[1:]):
        return False
    following = [len(p.text) for p in parts[index + 1 : index + 6]]
    return (
        len(line) <= MAX_STOPPED_HEADLINE
        and not _INNER_STOP.search(line)
        and len(following) > 1
        and max(following) > 1.5 * len(line)
    )


def _read_opening(parts: list[_Part], index: int, known: Furniture) -> None:
    """Marks bylines, furniture and standfirst between headline and text, and the lead."""
    near_headline = index > 0 and parts[index - 1].kind == "headline"
    opening: list[_Part] = []
    for part in parts[index:]:
        if part.given:
            continue
        if known.is_furniture(part.text):
            part.kind = "masthead"
        elif known.is_byline(part.text) or (
            near_headline and not opening and known.is_bare_byline(part.text)
        ):
            part.kind = "byline"
            _mark_standfirst(opening)
        elif known.is_caption(part.text):
            part.kind = "caption"
        elif known.dateline(part.text):
            _mark_standfirst(opening)
            opening.append(part)
            break
        elif len(part.text) > MAX_STANDFIRST or len(opening) == 2 or not near_headline:
            opening.append(part)
            break
        else:
            opening.append(part)
    if opening:
        opening[0].kind = "lead"
    for part in parts[index:]:
        if not part.given and part.kind == "body":
            if known.is_caption(part.text):
                part.kind = "caption"
            elif known.is_byline(part.text):
                part.kind = "byline"


def _mark_standfirst(opening: list[_Part]) -> None:
    for part in opening:
        part.kind = "subhead"
    opening.clear()


def _mark_subheads(parts: list[_Part]) -> None:
    """Short lines without a full stop that stand alone between paragraphs."""
    for before, part, after in zip(parts, parts[1:], parts[2:], strict=False):
        if (
            part.kind == "body"
            and not part.given
            and before.gap
            and len(part.text) <= MAX_SUBHEAD
            and part.text[0].isupper()
            and part.text[-1].isalnum()
            and before.kind in ("lead", "body", "quote", "caption")
            and after.kind == "body"
            and len(after.text) > MAX_SUBHEAD
            and after.text.rstrip(_CLOSERS)[-1:] in _STOPS
        ):
            part.kind = "subhead"


def _split_dateline(parts: list[_Part], known: Furniture) -> list[Block]:
    found: list[Block] = []
    for part in parts:
        length = known.dateline(part.text) if part.kind == "lead" else 0
        if length:
            found.append(
                Block("dateline", part.start, part.start + len(part.text[:length].rstrip()))
            )
        if ink := _INK.search(part.text, length):
            found.append(Block(part.kind, part.start + ink.start(), part.end, part.quote))
    return found
