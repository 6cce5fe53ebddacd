"""What a pair of quotation marks holds: speech, a fragment of it, irony or a name, a title.

Told from the words' own shape and from what stands around them in the sentence; the
words that decide are the language's `quotation` lists.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from itertools import pairwise
from operator import attrgetter

import regex

from auditor.finder import NOTHING, Finder
from auditor.items import Reading, Sentence
from auditor.kinds import QuoteKind
from auditor.layers.marks.pairing import Span
from auditor.lexicon import Language

DIRECT_WORDS = 4
FRAGMENT_WORDS = 7
"""A fitted-in fragment of so many words is somebody's, also where no verb says so."""

MAX_TITLE_WORDS = 12
MAX_NAME_WORDS = 5
MAX_SPEAKER_WORDS = 7

MAX_SENTENCE = 600
"""So many characters to each side of the marks are looked at."""
REACH = 70
"""How far from the marks a verb or a noun still belongs to them, in characters."""

_WORD = regex.compile(r"\w[\w'’.-]*")
_MARKS = " \t\n\u00a0\"“”„‟'‘’‚`«»‹›()[]"
_ENDS = ".,!?…—–"
_LED = regex.compile(r"^,?\s*[—–-]\s+")
_HANDED_OVER = regex.compile(r",\s*[—–-]\s+\p{Ll}")
"""“…», — усмехается дочь”: nothing but speech is followed so, whatever the verb."""
_CLAUSE = regex.compile(r"[,;:.!?]\s")
_STOPS = regex.compile(r"[.!?…](?:\s|$)")
_INNER = regex.compile(r"[,;:.!?][\"”’']?\s")


_values = attrgetter(*(f.name for f in fields(Span)))


@dataclass(frozen=True, slots=True)
class Mark(Span):
    """One quotation, and what it holds."""

    kind: QuoteKind = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class _Lists:
    reporting: Finder
    naming: Finder
    works: Finder
    function: frozenset[str]
    nicknames: Finder
    names: bool
    """Names of bodies stand in quotation marks."""


class _Verbs:
    """The reporting verbs of one sentence, each looked for once."""

    def __init__(self, text: str, low: int, high: int, pattern: Finder) -> None:
        self._text, self._high, self._pattern = text, high, pattern
        self._first = self._next = self._from(low)

    def outside(self, span: Span) -> bool:
        """Whether one stands before or after the quotation; ask in text order."""
        if self._first < span.open_start:
            return True
        if self._next < span.close_end:
            self._next = self._from(span.close_end)
        return self._next < self._high

    def _from(self, start: int) -> int:
        match = self._pattern.search(self._text, start, self._high)
        return match.start() if match else self._high


def judge(reading: Reading, found: Sequence[Span]) -> tuple[Mark, ...]:
    """The quotations with their kinds.

    Raises:
        NotKnown: the language has no `quotation` lists.
    """
    lists = reading.language.once(_build)
    sentences: tuple[Sentence, ...] = reading.layer("sentences")
    starts = [s.start for s in sentences]
    credited = {b.start for a, b in pairwise(reading.blocks) if a.kind == "dateline"}
    headlines = [(b.start, b.end) for b in reading.blocks if b.kind == "headline"]
    marks = []
    verbs: dict[tuple[int, int], _Verbs] = {}
    for span in found:
        in_headline = any(a <= span.start < b for a, b in headlines)
        low, high = _around(span, sentences, starts)
        if (low, high) not in verbs:
            verbs[low, high] = _Verbs(reading.text, low, high, lists.reporting)
        outside = verbs[low, high].outside(span)
        kind = _kind(reading.text, span, low, high, lists, in_headline or outside, in_headline)
        if lists.names and kind == "scare" and span.open_start in credited:
            kind = "title"  # “Казань, 3 мая — «Речной вестник».”
        marks.append(Mark(*_values(span), kind=kind))
    return tuple(marks)


def _build(language: Language) -> _Lists:
    nicknames = "quotation.nicknames" in language.lists
    return _Lists(
        language.pattern("quotation.reporting"),
        language.pattern("quotation.naming"),
        language.pattern("quotation.title_nouns"),
        language.words("quotation.function_words"),
        language.pattern("quotation.nicknames") if nicknames else NOTHING,
        "quotation.names_in_marks" in language.lists,
    )


def _around(span: Span, sentences: Sequence[Sentence], starts: list[int]) -> tuple[int, int]:
    """The sentence or sentences that hold the quotation."""
    low, high = span.open_start, span.close_end
    first = bisect_right(starts, span.open_start) - 1
    if first >= 0 and sentences[first].end > span.open_start:
        low = sentences[first].start
    last = bisect_right(starts, max(span.close_end - 1, span.open_start)) - 1
    if last >= 0 and sentences[last].end >= span.close_end:
        high = sentences[last].end
    return low, high


def _kind(
    text: str,
    span: Span,
    low: int,
    high: int,
    lists: _Lists,
    reported: bool,
    in_headline: bool,
) -> QuoteKind:
    if span.closure == "run_on" or span.layout != "marks":
        return "direct"
    inner = text[span.start : span.end].strip()
    words = _WORD.findall(_without_asides(text, span) if span.asides else inner)
    if not words:
        return "scare"
    before = text[max(low, span.open_start - MAX_SENTENCE) : span.open_start].strip(_MARKS)
    after = text[span.close_end : min(high, span.close_end + MAX_SENTENCE)].strip()
    spoken = bool(span.asides) or _is_spoken(inner, before, after, lists)
    if spoken and len(words) <= MAX_TITLE_WORDS and _is_work(inner, words, before, lists):
        return "title"
    if not spoken and len(words) <= MAX_NAME_WORDS and _is_nickname(before, lists):
        return "scare"
    if lists.names and not spoken and _is_marked_name(inner, words, before, after):
        return "title"
    if not spoken and len(words) <= MAX_TITLE_WORDS:
        capitals = _is_title_case(words, lists) and not _INNER.search(inner)
        if _is_named(before, lists):
            return "title" if capitals and len(words) > 1 else "scare"
        if capitals and not _stands_alone(inner, before, after):
            if lists.works.search(before[-REACH:]) or lists.works.search(after[:REACH]):
                return "title"
            if not in_headline:
                return "title" if len(words) > 1 else "scare"
    if len(words) >= DIRECT_WORDS and _is_speech(span, inner, before, after, spoken):
        return "direct"
    if reported or spoken or len(words) >= FRAGMENT_WORDS:
        return "partial"
    return "scare"


def _without_asides(text: str, span: Span) -> str:
    start, own = span.start, ""
    for first, behind in span.asides:
        own += text[start:first] + " "
        start = behind
    return own + text[start : span.end]


def _is_spoken(inner: str, before: str, after: str, lists: _Lists) -> bool:
    """A reporting verb stands right beside the words, with its comma or colon."""
    if before.endswith(":"):
        return True
    if before.endswith(",") and lists.reporting.search(before[-REACH:]):
        return True
    if inner[-1] not in _ENDS and not after.startswith(","):
        return False
    if not before and _HANDED_OVER.match(after):
        return True
    cue = lists.reporting.search(after[:REACH])
    if cue is None:
        return False
    between = _LED.sub("", after[: cue.start()])
    near = len(_WORD.findall(between)) <= MAX_SPEAKER_WORDS
    return near and not _INNER.search(between) and (not before or inner[-1] in ",!?—–")


def _is_marked_name(inner: str, words: Sequence[str], before: str, after: str) -> bool:
    """A few words with a capital, fitted into a sentence: «Красная звезда»."""
    if len(words) > MAX_NAME_WORDS or inner[-1] in _ENDS or _INNER.search(inner):
        return False
    between = bool(before) and (before[-1].isalnum() or before[-1] in ",(%")
    fitted = between or (not before and after[:1].isalpha())
    return fitted and (inner[0].isupper() or inner[0].isdigit())


def _stands_alone(inner: str, before: str, after: str) -> bool:
    """The words are a whole sentence by themselves."""
    return not before and not after and inner[-1] in _ENDS


def _is_speech(span: Span, inner: str, before: str, after: str, spoken: bool) -> bool:
    """Whole clauses, not a fragment fitted into another sentence."""
    if spoken:
        return True
    capital = inner.lstrip(_MARKS + _ENDS)[:1].isupper()
    if not before:
        # Alone, or with nothing but its author behind a dash.
        alone = not after or after[0] in "–—―-" or _STOPS.match(after) is not None
        return alone or inner[-1] in _ENDS or span.closure == "unclosed"
    if before[-1] in ",:;.!?—–…":
        return inner[-1] in _ENDS or capital
    return capital and inner[-1] in _ENDS


def _is_named(before: str, lists: _Lists) -> bool:
    """A word such as “so-called” or “letters” stands right in front."""
    return _ends_with(before, lists.naming, lists.function)


def _is_work(inner: str, words: Sequence[str], before: str, lists: _Lists) -> bool:
    """“… the anthem “Slow River,” she added”: a comma in the marks makes no speech of it."""
    capitals = len(words) > 1 and _is_title_case(words, lists) and not _INNER.search(inner)
    return capitals and before[-1:].isalpha() and _ends_with(before, lists.works)


def _is_nickname(before: str, lists: _Lists) -> bool:
    """“…, whom neighbours dubbed” stands before it in its clause."""
    clause = _CLAUSE.split(before[-REACH:])[-1]
    return lists.nicknames.search(clause) is not None


def _ends_with(before: str, pattern: Finder, between: frozenset[str] = frozenset()) -> bool:
    tail = before[-REACH:]
    ends = [m.end() for m in pattern.finditer(tail)]
    if not ends:
        return False
    rest = tail[ends[-1] :].strip(_MARKS + ",")
    return all(len(w) <= 3 and w.casefold() in between for w in rest.split())


def _is_title_case(words: Sequence[str], lists: _Lists) -> bool:
    if not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    large = [w for w in words if w[0].isupper() or w[0].isdigit()]
    small = [w for w in words if not (w[0].isupper() or w[0].isdigit())]
    names = [w for w in large if w.casefold() not in lists.function]
    return bool(names) and all(w.casefold() in lists.function for w in small)
