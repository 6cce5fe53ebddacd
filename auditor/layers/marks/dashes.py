"""Speech that dashes set off: “— Мы готовы, — сказал он”, also within quotation marks.

Only where the language says that a dash opens speech (`quotation.speech_dash`), and only
where a reporting verb stands behind another dash, or the writer's words stand between two:
a list whose points begin with dashes is none. What the writer puts in (“— сказал он. —”)
divides no quotation; it is an aside of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

import regex

from auditor.article import Block
from auditor.finder import Finder
from auditor.items import Reading
from auditor.layers.marks.pairing import Span, known_words
from auditor.layers.marks.turns import exchange
from auditor.lexicon import Language, NotKnown

_DASH = regex.compile(r"(?:[—–―][ \t\u00a0]*|-[ \t\u00a0]+)(?=[^\s—–―-])")
_HANDS_OVER = regex.compile(
    r"(?:[,!?…][ \t\u00a0]*[—–―-][ \t\u00a0]+|[ \t\u00a0][—–―]"
    r"|(?<=[\p{L}\p{N}.,!?…])[—―])(?=\p{Ll})"
)
_RESUMES = regex.compile(
    r"[.,][ \t\u00a0]*[—–―-][ \t\u00a0]+|(?<=[\p{L}\p{N}])[—–―][.,;:…]*[ \t\u00a0]+"
)
_NEW_SENTENCE = regex.compile(r"\.[ \t\u00a0]*[—–―-][ \t\u00a0]+\p{Lu}")
_OTHER = regex.compile(r"[ \t\u00a0][—–―-][ \t\u00a0]")
_VERB_WITHIN = 40
"""How far behind the dash the reporting verb may stand, in code points."""
_ASIDE_WITHIN = 120
"""How long an aside without a verb that is known may be, in code points."""
_FLOW = frozenset(("lead", "body"))
_OPENERS = "—–―-"


def dashes(reading: Reading) -> tuple[Span, ...]:
    """Every paragraph of such speech, in text order; ask for it with `reading.use(dashes)`."""
    verbs = _known_verbs(reading)
    if verbs is None:
        return ()
    text = reading.text
    runs = groupby(reading.blocks, lambda b: text[b.start] in _OPENERS and b.kind in _FLOW)
    return tuple(s for opened, run in runs if opened for s in _run(text, tuple(run), verbs))


def _run(text: str, run: Sequence[Block], verbs: Finder) -> Iterator[Span]:
    """Paragraphs with dashes in a row: where one names whoever speaks, the others are speech."""
    asked = tuple(exchange(text, run))
    if len(asked) == len(run):
        yield from asked
        return
    named = [_speech(text, b.start, b.end, verbs) for b in run]
    for block, span in zip(run, named, strict=True):
        if span is None and any(named):
            span = _reply(text, block)
        if span is not None:
            yield span


def _reply(text: str, block: Block) -> Span | None:
    """A whole sentence behind a dash, in a dialogue."""
    opener = _DASH.match(text, block.start, block.end)
    first = text[opener.end()] if opener else ""
    if opener is None or not first.isupper() or text[block.end - 1] not in ".!?…":
        return None
    end = block.end
    style = text[block.start], ""
    return Span(opener.end(), end, block.start, end, "closed", 0, style, layout="dash")


def told(reading: Reading, found: Iterable[Span]) -> Iterator[Span]:
    """The quotations in marks, with the asides of those that hold “— сказал он —”.

    One that is never closed ends before “he said”.
    """
    verbs = _known_verbs(reading)
    for span in found:
        if span.closure == "unclosed":
            yield _ended(reading, span, verbs)
            continue
        if verbs is None or span.closure != "closed":
            yield span
            continue
        end, asides = _asides(reading.text, span.start, span.end, verbs, strict=True)
        yield replace(span, asides=asides) if asides and end == span.end else span


def _ended(reading: Reading, span: Span, verbs: Finder | None) -> Span:
    """A quotation whose closing mark is missing, up to what tells who speaks."""
    text, end, asides = reading.text, span.end, span.asides
    if verbs is not None:
        end, asides = _asides(text, span.start, span.end, verbs, strict=True)
    if end == span.end and not asides:
        cue = known_words(reading).attribution.search(text, span.start, span.end)
        end = cue.start() + 1 if cue else end
    if end <= span.start:
        return span
    return replace(span, end=end, close_end=min(span.close_end, end), asides=asides)


def _known_verbs(reading: Reading) -> Finder | None:
    try:
        return reading.language.once(_verbs)
    except NotKnown:
        return None


def _verbs(language: Language) -> Finder | None:
    known = "quotation.speech_dash" in language.lists
    return language.pattern("quotation.reporting") if known else None


def _speech(text: str, low: int, high: int, verbs: Finder) -> Span | None:
    """The speech of a paragraph that begins with a dash and names whoever speaks."""
    opener = _DASH.match(text, low, high)
    if opener is None:
        return None
    end, asides = _asides(text, opener.end(), high, verbs)
    if end == high and not asides:
        return None
    return Span(
        opener.end(), end, low, end, "closed", 0, (text[low], ""), layout="dash", asides=asides
    )


def _asides(
    text: str, begin: int, high: int, verbs: Finder, strict: bool = False
) -> tuple[int, tuple[tuple[int, int], ...]]:
    """Where the speech ends, and the stretches in it that are the writer's.

    Args:
        strict: only a reporting verb hands over.
    """
    found: list[tuple[int, int]] = []
    while (turn := _turn(text, begin, high, verbs, strict)) is not None:
        end = turn.start() + (text[turn.start()] in "!?…")
        again = _RESUMES.search(text, turn.end(), high)
        if again is None:
            return end, tuple(found)
        found.append((end, again.end()))
        begin = again.end()
    return high, tuple(found)


def _turn(text: str, begin: int, high: int, verbs: Finder, strict: bool) -> regex.Match[str] | None:
    """Where the speech hands over to “said he”."""
    for match in _HANDS_OVER.finditer(text, begin, high):
        near = min(match.end() + _VERB_WITHIN, high)
        other = _OTHER.search(text, match.end(), near)
        if verbs.search(text, match.end(), other.start() if other else near):
            return match
        if strict:
            continue
        # “…, — машет рукой Павлов. — Потом”: a new sentence behind the second dash.
        again = _RESUMES.search(text, match.end(), min(match.end() + _ASIDE_WITHIN, high))
        if again and _NEW_SENTENCE.match(text, again.start()):
            return match
    return None
