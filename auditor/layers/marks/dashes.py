"""Speech that dashes set off: “— Мы готовы, — сказал он”, also within quotation marks.

Only where the language says that a dash opens speech (`quotation.speech_dash`), and only
where the paragraph itself has a reporting verb behind another dash: a list whose points
begin with dashes is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import regex

from auditor.finder import Finder
from auditor.items import Reading
from auditor.layers.marks.pairing import Span
from auditor.lexicon import Language, NotKnown

_DASH = regex.compile(r"[—–―][ \t\u00a0]+")
_HANDS_OVER = regex.compile(r"[,!?…][ \t\u00a0]*[—–―][ \t\u00a0]+(?=\p{Ll})")
_RESUMES = regex.compile(r"[.,][ \t\u00a0]*[—–―][ \t\u00a0]+")
_VERB_WITHIN = 40
"""How far behind the dash the reporting verb may stand, in code points."""
_FLOW = frozenset(("lead", "body"))
_STYLE = ("—", "")


def dashes(reading: Reading) -> tuple[Span, ...]:
    """Every piece of such speech, in text order; ask for it with `reading.use(dashes)`."""
    try:
        verbs = reading.language.once(_verbs)
    except NotKnown:
        return ()
    if verbs is None:
        return ()
    blocks = (b for b in reading.blocks if b.kind in _FLOW)
    return tuple(s for b in blocks for s in _speech(reading.text, b.start, b.end, verbs))


def divided(reading: Reading, found: Iterable[Span]) -> Iterator[Span]:
    """The quotations, those in two that hold “— сказал он, —” within one pair of marks."""
    try:
        verbs = reading.language.once(_verbs)
    except NotKnown:
        verbs = None
    for span in found:
        told = _turn(reading.text, span.start, span.end, verbs) if verbs else None
        again = _RESUMES.search(reading.text, told.end(), span.end) if told else None
        if span.closure != "closed" or told is None or again is None:
            yield span
            continue
        end = told.start() + (reading.text[told.start()] != ",")
        yield replace(span, end=end, close_end=end)
        yield replace(span, start=again.end(), open_start=again.end())


def _verbs(language: Language) -> Finder | None:
    known = "quotation.speech_dash" in language.lists
    return language.pattern("quotation.reporting") if known else None


def _speech(text: str, low: int, high: int, verbs: Finder) -> Iterator[Span]:
    opener = _DASH.match(text, low, high)
    while opener is not None:
        turn = _turn(text, opener.end(), high, verbs)
        if turn is None:
            if opener.start() > low:
                yield _span(opener.start(), opener.end(), high)
            return
        end = turn.start() + (text[turn.start()] != ",")
        yield _span(opener.start(), opener.end(), end)
        opener = _RESUMES.search(text, turn.end(), high)


def _turn(text: str, begin: int, high: int, verbs: Finder) -> regex.Match[str] | None:
    """Where the speech hands over to “said he”."""
    for match in _HANDS_OVER.finditer(text, begin, high):
        if verbs.search(text, match.end(), min(match.end() + _VERB_WITHIN, high)):
            return match
    return None


def _span(start: int, first: int, end: int) -> Span:
    return Span(first, end, start, end, "closed", 0, _STYLE)
