"""The `passages` layer: text that is no reporting, or that stands twice.

Works on the raw lines, because blocks, sentences and quotations are told apart with its
help. A phrase counts only where a sentence begins with it and only outside quotation
marks; a sentence counts where it stands in the last lines, in brackets, or makes up its
line. Reporting that mentions a newsletter is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, cast, get_args

import regex

from auditor.finder import Finder
from auditor.items import Passage, Reading
from auditor.kinds import PassageSort
from auditor.lexicon import Language
from auditor.phrases import Lists, expand, to_regex

HEAD_LINES = 3
"""Masthead lines are looked for until so many other lines have gone by."""

TAIL = 0.15
"""Share of the lines, from the end, where prompts and contacts are at home."""

OWN_LINE = 0.6
"""A line is boilerplate as a whole when so much of it is."""

REPEATED_WORDS = 8
"""A shorter sentence may stand twice by chance or for effect."""

_BEGINNING = 3
_SHORT_LINE = 80
_CREDIT_WORDS = 8
_GAP = "…"
_GAP_PATTERN = r"(?:\s+\S+){0,10}?\s+"

_LINE = regex.compile(r"\S[^\n]*")
_BREAK = regex.compile(r"[.!?…][\"”’»)\]]*\s+|\n\s*")
_OPENER = regex.compile(r"[\s>»*•·–—\-(\[|#→▶►]*")
_NUMBER = re.compile(r"\d[\d.,:]*")  # `regex` compiles the replacement at every call
_YEAR_SIGN = regex.compile(r"(?:©|\(?c\))\s*(?:\p{L}+\s+){0,3}(?:19|20)\d\d", regex.IGNORECASE)
_HASHTAGS = regex.compile(r"(?:\s*#\w+){2,}\s*")
_ADDRESS = regex.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+\d[\d() -]{7,}\d")
_WEB = regex.compile(r"(?:https?://|www\.|@\w)")
_WORD = regex.compile(r"\w+")
_CRUMB = regex.compile(r"\s*[>»›|•·/]\s*")
_CALL_SIGN = regex.compile(r"\p{Lu}{3,5}\d{0,2}")
_INITIAL = regex.compile(r"\s(?:\p{Lu}|\p{Lu}\p{Ll}{1,2})\.\Z")
_ABBREVIATED = regex.compile(r"(?:^|[\s(“\"])\p{Lu}[\p{L}.]{0,4}\.\s+\Z")


class _Span(NamedTuple):
    start: int
    end: int


class _Hit(NamedTuple):
    """Boilerplate from `start` to `end`; `whole`: it makes its whole line so."""

    start: int
    end: int
    sort: PassageSort
    whole: bool


class _Prompt:
    """One phrase, with the gap it may hold; compiled when its first words are met."""

    def __init__(self, phrase: str, lists: Lists) -> None:
        self._pieces = [piece.strip() for piece in phrase.split(_GAP)]
        self._lists = lists
        self._head = Finder([self._pieces[0]], lists)
        self._whole: regex.Pattern[str] | None = None

    def match(self, text: str, pos: int, endpos: int) -> regex.Match[str] | None:
        """The phrase at `pos`."""
        if self._head.match(text, pos, endpos) is None:
            return None
        if self._whole is None:
            source = _GAP_PATTERN.join(to_regex([p], self._lists) for p in self._pieces)
            self._whole = regex.compile(source, regex.IGNORECASE, cache_pattern=False)
        return self._whole.match(text, pos, endpos)


@dataclass(frozen=True, slots=True)
class _Phrases:
    """What the lists of a language are compiled to.

    Attributes:
        beginnings: the first letters of all phrases, case-folded: most sentences have none.
        any_head: finds the words before the gap of any phrase.
        sorts: the full phrases of each sort.
        lines: for each sort, what a line consists of and nothing else.
        home: the first step of a breadcrumb.
        masthead: the last word of an outlet's name ("News", "TV").
    """

    beginnings: frozenset[str]
    any_head: Finder
    sorts: tuple[tuple[PassageSort, tuple[_Prompt, ...]], ...]
    lines: tuple[tuple[PassageSort, Finder], ...]
    home: frozenset[str]
    masthead: frozenset[str]


def passages(reading: Reading) -> tuple[Passage, ...]:
    """Boilerplate and repeated passages, in text order, not overlapping.

    A span is the whole line where the line is essentially boilerplate, else the
    sentence; of what stands twice, the second occurrence.

    Raises:
        NotKnown: the language has no lists of boilerplate.
    """
    phrases = reading.language.once(_compile)
    text = reading.text
    lines = [_Span(m.start(), m.start() + len(m.group().rstrip())) for m in _LINE.finditer(text)]
    found = [
        Passage(number=0, start=h.start, end=h.end, kind="boilerplate", sort=h.sort)
        for h in _boilerplate(text, lines, phrases)
    ]
    taken = [_Span(p.start, p.end) for p in found]
    found += [
        Passage(number=0, start=s.start, end=s.end, kind="repeated", overlap=1.0)
        for s in _repeated(text)
        if not _overlaps(s, taken)
    ]
    found.sort(key=lambda p: p.start)
    return tuple(
        Passage(number=n, start=p.start, end=p.end, kind=p.kind, sort=p.sort, overlap=p.overlap)
        for n, p in enumerate(found, 1)
    )


def _compile(language: Language) -> _Phrases:
    known = cast(tuple[PassageSort, ...], get_args(PassageSort))
    sentences = language.group("boilerplate")
    whole = language.group("boilerplate_line")
    heads = [p.split(_GAP)[0].strip() for phrases in sentences.values() for p in phrases]
    return _Phrases(
        beginnings=frozenset(
            string[:_BEGINNING].casefold() for h in heads for string in expand(h, language.get)
        ),
        any_head=Finder(heads, language.get),
        sorts=tuple(
            (sort, tuple(_Prompt(p, language.get) for p in sentences[sort]))
            for sort in known
            if sort in sentences
        ),
        lines=tuple((sort, Finder(whole[sort], language.get)) for sort in known if sort in whole),
        home=language.words("masthead.home"),
        masthead=language.words("masthead.outlet"),
    )


def _consists_of(finder: Finder, line: str) -> bool:
    """The line holds phrases, and no word beside them."""
    rest, end = "", 0
    for match in finder.finditer(line):
        rest += line[end : match.start()]
        end = match.end()
    return end > 0 and not any(c.isalnum() for c in rest + line[end:])


def _boilerplate(text: str, lines: list[_Span], phrases: _Phrases) -> list[_Hit]:
    hits = _masthead(text, lines, phrases)
    done = {h.start for h in hits}
    tail = min(int(len(lines) * (1 - TAIL)), len(lines) - 2)
    by_line = _prompts(text, lines, phrases)
    for index, line in enumerate(lines):
        titled = not index and text.startswith("# ", line.start)
        if line.start in done or titled:  # “# Source: …” is a headline, no credit
            continue
        if by_line and index in by_line:
            hits += _in_line(line, by_line[index], index >= tail)
        elif line.end - line.start <= _SHORT_LINE:
            sort = _whole_line(text[line.start : line.end], phrases)
            # “Twitter” between paragraphs may be a subheading, behind “Share” it is none.
            joins = bool(hits) and hits[-1].start == lines[index - 1].start
            lone = sort in ("share_prompt", "newsletter") and " " not in text[line.start : line.end]
            if sort and (index >= tail or joins or not lone):
                hits.append(_Hit(line.start, line.end, sort, True))
    return hits


def _masthead(text: str, lines: list[_Span], phrases: _Phrases) -> list[_Hit]:
    """Lines of the page around the article, before its first lines or among them."""
    chrome = dict(phrases.lines).get("site_chrome")
    hits: list[_Hit] = []
    names: list[_Span] = []
    others = 0
    for line in lines:
        if others >= HEAD_LINES:
            break
        words = text[line.start : line.end]
        if len(words) <= _SHORT_LINE and (
            (chrome and _consists_of(chrome, _NUMBER.sub("0", words))) or _is_trail(words, phrases)
        ):
            hits.append(_Hit(line.start, line.end, "site_chrome", True))
            # An outlet's name is one only where more of the page stands below it.
            hits += [_Hit(n.start, n.end, "site_chrome", True) for n in names]
            names.clear()
        elif not others and _is_outlet(words, phrases):
            if _CALL_SIGN.fullmatch(words.split()[0]):
                hits.append(_Hit(line.start, line.end, "site_chrome", True))
            else:
                names.append(line)
        else:
            others += 1
            names.clear()
    return sorted(hits)


def _is_trail(line: str, phrases: _Phrases) -> bool:
    """“Home > World > Europe”."""
    steps = _CRUMB.split(line)
    return len(steps) > 1 and steps[0].casefold() in phrases.home


def _is_outlet(line: str, phrases: _Phrases) -> bool:
    words = line.split()
    return (
        2 <= len(words) <= 4
        and words[-1].casefold() in phrases.masthead
        and all(w[0].isupper() for w in words)
    )


def _whole_line(line: str, phrases: _Phrases) -> PassageSort | None:
    normal = _NUMBER.sub("0", line)
    for sort, finder in phrases.lines:
        if sort != "site_chrome" and _consists_of(finder, normal):
            return sort
    if _HASHTAGS.fullmatch(line):
        return "share_prompt"
    if _YEAR_SIGN.match(line):
        return "copyright"
    if _ADDRESS.search(line) and len(_WORD.findall(_ADDRESS.sub("", line))) <= 2:
        return "contact"
    return None


def _prompts(text: str, lines: list[_Span], phrases: _Phrases) -> dict[int, list[_Hit]]:
    """Sentences that begin with a phrase, by line."""
    found: dict[int, list[_Hit]] = {}
    starts = [0, *(m.end() for m in _BREAK.finditer(text))]
    line_starts = [line.start for line in lines]
    skip, head = _OPENER.match, phrases.any_head.match
    for number, start in enumerate(starts):
        opened = skip(text, start)
        at = opened.end() if opened else start
        sign = text.startswith(("©", "c)", "C)"), at)
        begins = text[at : at + _BEGINNING].casefold() in phrases.beginnings
        if not sign and not (begins and head(text, at)):
            continue
        index = bisect_right(line_starts, at) - 1
        if index < 0:
            continue
        line = lines[index]
        begin = max(start, line.start)
        end = min(starts[number + 1] if number + 1 < len(starts) else line.end, line.end)
        hit = _hit(text, line, begin, at, end, phrases)
        if hit and not _inside_quotation(text[line.start : hit.start]):
            found.setdefault(index, []).append(hit)
    return found


def _hit(text: str, line: _Span, start: int, at: int, end: int, phrases: _Phrases) -> _Hit | None:
    signed = _YEAR_SIGN.match(text, at, end)
    bracket = -1 if signed else text.rfind("(", start, at)
    if bracket >= 0:
        close = text.find(")", at, line.end)
        end = close + 1 if close >= 0 else end
        start = bracket
    while end > at and text[end - 1].isspace():
        end -= 1
    for sort, prompts in phrases.sorts:
        match = next((m for p in prompts if (m := p.match(text, at, end))), None)
        if match and _fits(sort, text[at:end], bracket >= 0 or ":" in match.group()):
            label = text[match.end() - 1 : match.end() + 1].find(":") >= 0
            whole = start == line.start and (label or sort == "correction")
            return _Hit(start, end, sort, whole or bracket >= 0)
    return _Hit(start, end, "copyright", False) if signed else None


def _fits(sort: PassageSort, words: str, sure: bool) -> bool:
    """A contact gives an address; a photo credit without label or bracket is short."""
    if sort == "contact":
        return bool(":" in words or _ADDRESS.search(words) or _WEB.search(words))
    return sure or sort != "photo_credit" or words.count(" ") < _CREDIT_WORDS


def _in_line(line: _Span, hits: list[_Hit], in_tail: bool) -> Iterator[_Hit]:
    covered = sum(h.end - h.start for h in hits)
    bracketed = [h for h in hits if h.whole and h.start > line.start]
    if covered >= OWN_LINE * (line.end - line.start) or any(
        h.whole and h.start == line.start for h in hits
    ):
        yield _Hit(line.start, line.end, hits[0].sort, True)
    elif in_tail:
        yield from _joined(hits)
    else:
        yield from bracketed


def _joined(hits: list[_Hit]) -> list[_Hit]:
    """Neighbouring sentences of one sort as one passage."""
    joined: list[_Hit] = []
    for hit in hits:
        last = joined[-1] if joined else None
        if last and last.sort == hit.sort and hit.start - last.end <= 2:
            joined[-1] = _Hit(last.start, hit.end, hit.sort, True)
        else:
            joined.append(hit)
    return joined


def _inside_quotation(before: str) -> bool:
    """The line so far leaves a quotation open."""
    return (
        before.count('"') % 2 == 1
        or before.rfind("“") > before.rfind("”")
        or before.rfind("‘") > before.rfind("’")
        or before.rfind("«") > before.rfind("»")
    )


def _repeated(text: str) -> list[_Span]:
    """Sentences and lines that stood in the text before, neighbours joined."""
    seen: set[str] = set()
    found: list[_Span] = []
    breaks = [m.end() for m in _BREAK.finditer(text)]
    for start, end in zip([0, *breaks], [*breaks, len(text)], strict=True):
        words = text[start:end].strip()
        if words.count(" ") < REPEATED_WORDS - 1:
            continue
        if words not in seen:
            seen.add(words)
            continue
        begin = start + len(text[start:end]) - len(text[start:end].lstrip())
        if _ABBREVIATED.search(text[max(begin - 12, 0) : begin]) or _INITIAL.search(words):
            continue  # the split was at “Mr.”: only half a sentence is the same
        if found and begin - found[-1].end <= 2:
            found[-1] = _Span(found[-1].start, begin + len(words))
        else:
            found.append(_Span(begin, begin + len(words)))
    return found


def _overlaps(span: _Span, taken: list[_Span]) -> bool:
    return any(t.start < span.end and span.start < t.end for t in taken)
