"""Clauses that say a source is not named, why, and how the source knows.

A clause is found by its phrase; a reason is widened to the words that join it on
("because he …") and to the end of its clause, as is how the source knows. Right behind the
clause, and where it opens the sentence, what is joined on is a reason in whatever words.
What belongs together in one sentence is one record. To whom it belongs is for others.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

import regex

from auditor.finder import Finder
from auditor.items import Reading
from auditor.layers.attribution.terms import Terms, terms
from auditor.lexicon import Language

_CLAUSE_END = regex.compile(r"[,.;:!?()\n“”\"]|\s[–—-]\s")
_WORD_BEFORE = regex.compile(r"(?<!\w)(\w+)[ \n]+$")
_GAP = regex.compile(r",?\s+|\s+[–—-]\s+")
_COLON = regex.compile(r":\s+")
_WORD = regex.compile(r"\w+")
_LED = 3
"""Words between “therefore” and an anonymity clause."""
_LATER = 3
"""Sentences behind an anonymity clause in which “She fears losing her job” is its reason."""
_REACH = 60
"""How far before a reason its joining word may stand, in code points."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anonymity:
    """What one sentence says about a source that is not named.

    Attributes:
        start, end: the anonymity clause; where there is none, the reason or the
            knowledge basis.
        explicit: the text says outright that the source is not named.
        reason: why, in the article's words.
        weak: the reason says that it was convenient, not why it was needed.
        knowledge_basis: how the source knows.
    """

    start: int
    end: int
    explicit: bool
    reason: str | None = None
    reason_start: int | None = None
    reason_end: int | None = None
    weak: bool = False
    knowledge_basis: str | None = None
    knowledge_start: int | None = None
    knowledge_end: int | None = None


def anonymity(reading: Reading) -> tuple[Anonymity, ...]:
    """Every anonymity clause, free-standing reason and knowledge basis, in text order.

    Raises:
        NotKnown: the language has no lists for them.
    """
    text, pattern = reading.text, reading.language.pattern
    telling = pattern("anonymity.explicit", "anonymity.unauthorised", "anonymity.knowledge")
    if telling.search(text) is None:
        return ()
    lead = reading.language.words("anonymity.lead")
    explicit = [_led(text, s, lead) for s in _spans(pattern("anonymity.explicit"), text)]
    unauthorised = _spans(pattern("anonymity.unauthorised"), text)
    knowledge = _spans(pattern("anonymity.knowledge"), text)
    reasons = _spans(pattern("anonymity.reasons"), text) if explicit else []
    weak = _spans(pattern("anonymity.weak_reasons"), text) if explicit else []
    joints = reading.language.once(Joints)
    sentences = [(s.start, s.end) for s in reading.layer("sentences")]
    starts = [s for s, _ in sentences]
    by_sentence: dict[int, list[tuple[str, Span]]] = {}
    for kind, spans in (
        ("explicit", explicit),
        ("unauthorised", unauthorised),
        ("reason", reasons),
        ("weak", weak),
        ("knowledge", knowledge),
    ):
        for span in spans:
            index = bisect_right(starts, span[0]) - 1
            if index >= 0 and span[0] < sentences[index][1]:
                by_sentence.setdefault(index, []).append((kind, span))
    found: list[Anonymity] = []
    told = -_LATER
    for index in sorted(by_sentence):
        kinds = {kind for kind, _ in by_sentence[index]}
        if "explicit" in kinds:
            told = index
        elif kinds <= {"reason"}:
            between = text[sentences[max(told, 0)][0] : sentences[index][0]]
            if index - told > _LATER or "\n" in between or not joints.goes_on(text, starts[index]):
                continue
        found += _of_sentence(text, sentences[index], by_sentence[index], joints)
    return tuple(found)


class Joints:
    """What a reason begins with: anywhere, right behind an anonymity clause, at the start."""

    def __init__(self, language: Language) -> None:
        self.anywhere = language.pattern("anonymity.connectors")
        told = language.lists
        purposes = [n for n in ("anonymity.purposes",) if n in told]
        self.behind = language.pattern("anonymity.connectors", *purposes)
        w: Terms = language.once(terms)
        self.pronouns = w.pronouns
        self.verbs, self.articles = w.cue_words, w.definite | w.indefinite | w.prepositions
        self.colon = bool(language.optional("anonymity.colon"))
        where = "anonymity.therefore"
        self.therefore = language.pattern(where) if where in told else None
        self.opening = language.pattern("anonymity.causes") if "anonymity.causes" in told else None

    def goes_on(self, text: str, start: int) -> bool:
        """Whether a sentence goes on about whoever the one before told of: “She fears …”."""
        word = _WORD.search(text, start)
        return word is not None and word.group().casefold() in self.pronouns


def _of_sentence(
    text: str, sentence: Span, parts: list[tuple[str, Span]], joints: Joints
) -> Iterable[Anonymity]:
    def of(*kinds: str) -> list[Span]:
        return sorted(span for kind, span in parts if kind in kinds)

    anchors = of("explicit") or (of("unauthorised") or of("knowledge") or of("reason"))[:1]
    explicit = bool(of("explicit"))
    for number, anchor in enumerate(anchors):
        begin = anchor[0] if number else sentence[0]
        end = anchors[number + 1][0] if number + 1 < len(anchors) else sentence[1]
        within = [(k, s) for k, s in parts if begin <= s[0] < end]
        strong = [s for k, s in within if k in ("unauthorised", "reason")]
        weak = [s for k, s in within if k == "weak"]
        reason = _nearest(strong, anchor) or _nearest(weak, anchor)
        knowledge = _nearest([s for k, s in within if k == "knowledge"], anchor)
        if reason:
            reason = _widen(text, reason, sentence, joints.anywhere)
        elif explicit:
            reason = _joined(text, anchor, sentence, joints)
        if knowledge:
            rest = [s[0] for k, s in parts if k in ("explicit", "unauthorised", "reason")]
            knowledge = _to_its_verb(text, knowledge, sentence, rest, joints)
        start, stop = anchor
        if not explicit:
            start, stop = reason or knowledge or anchor
        yield Anonymity(
            start=start,
            end=stop,
            explicit=explicit,
            reason=text[reason[0] : reason[1]] if reason else None,
            reason_start=reason[0] if reason else None,
            reason_end=reason[1] if reason else None,
            weak=bool(reason) and bool(weak) and not strong,
            knowledge_basis=text[knowledge[0] : knowledge[1]] if knowledge else None,
            knowledge_start=knowledge[0] if knowledge else None,
            knowledge_end=knowledge[1] if knowledge else None,
        )


def _nearest(spans: list[Span], anchor: Span) -> Span | None:
    return min(spans, key=lambda s: min(abs(s[0] - anchor[1]), abs(anchor[0] - s[1])), default=None)


def _widen(text: str, reason: Span, sentence: Span, join: Finder) -> Span:
    """The reason with its joining word and the rest of its clause."""
    begin, end = reason
    earliest = max(sentence[0], begin - _REACH)
    for match in _CLAUSE_END.finditer(text, earliest, begin):
        earliest = match.end()
    joints = list(join.finditer(text, earliest, begin))
    if joints:
        begin = joints[-1].start()
    return begin, _clause_end(text, end, sentence)


def _clause_end(text: str, offset: int, sentence: Span) -> int:
    after = _CLAUSE_END.search(text, offset, sentence[1])
    end = after.start() if after else sentence[1]
    return offset + len(text[offset:end].rstrip())


def _to_its_verb(
    text: str, knowledge: Span, sentence: Span, rest: list[int], joints: Joints
) -> Span:
    """How the source knows, as far as its clause goes: “familiar with the plan | said”."""
    begin, end = knowledge
    stop = _clause_end(text, end, sentence)
    stop = min([stop, *(s for s in rest if s > end)])
    before = text[:end].split()[-1].casefold()
    for word in _WORD.finditer(text, end, stop):
        low = word.group().casefold()
        if low in joints.verbs and before not in joints.articles:
            stop = word.start()
            break
        before = low
    return begin, end + len(text[end:stop].rstrip())


def _joined(text: str, anchor: Span, sentence: Span, joints: Joints) -> Span | None:
    """“… not to be named | to avoid a row”, “Because …, | the paper is not naming him”."""
    gap = _GAP.match(text, anchor[1], sentence[1])
    behind = joints.behind.match(text, gap.end(), sentence[1]) if gap else None
    if behind is not None:
        return behind.start(), _clause_end(text, behind.end(), sentence)
    colon = joints.colon and _COLON.match(text, anchor[1], sentence[1])
    if colon:  # “Имя не указано: за разговоры с прессой увольняют.”
        return colon.end(), sentence[0] + len(text[slice(*sentence)].rstrip(" \n."))
    led = joints.therefore and joints.therefore.search(text, sentence[0], anchor[0])
    if led and len(text[led.end() : anchor[0]].split()) <= _LED:
        # “За это увольняют, поэтому | имя мы не называем.”
        return sentence[0], sentence[0] + len(text[sentence[0] : led.start()].rstrip(" ,;—–"))
    opening = joints.opening and joints.opening.match(text, sentence[0], anchor[0])
    if not opening:
        return None
    end = _clause_end(text, opening.end(), sentence)
    return (opening.start(), end) if end < anchor[0] else None


def _led(text: str, span: Span, lead: frozenset[str]) -> Span:
    """The clause with the words that lead up to it: “who spoke on …”."""
    begin = span[0]
    while True:
        word = _WORD_BEFORE.search(text, max(begin - _REACH, 0), begin)
        if word is None or word.group(1).casefold() not in lead:
            return begin, span[1]
        begin = word.start(1)


def _spans(pattern: Finder, text: str) -> list[Span]:
    return [m.span() for m in pattern.finditer(text)]
