"""Claims whose source the wording hides, and people who would not speak.

A passive is a cue such as "reportedly" or "was seen as". It hides nobody where the
sentence itself says who says so, where the agent follows, or inside a quotation.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import regex

from auditor.finder import Finder
from auditor.items import Reading
from auditor.layers.attribution.noun import classify
from auditor.layers.attribution.noun_phrase import NounPhrase
from auditor.lexicon import Language
from auditor.phrases import to_regex

Span = tuple[int, int]

_CLAUSE_END = regex.compile(r"[,.;:!?()\n“”\"]|\s[–—-]\s")
_REACH = 90
"""How far from a cue its agent may stand, in code points."""

_BEFORE = 40
"""How far before a participle its auxiliary may stand."""

_CHARGES = 400
"""How far before the sentence the charges may stand that "allegedly" repeats."""

_SUBJECT_REACH = 200
"""How far before a cue whoever declines may stand."""

_PLAIN = ("hedge", "report", "reaction")
_SPOKEN = ("direct", "partial")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """A cue that hides its source, or says that somebody would not speak.

    Attributes:
        start, end: the cue.
        agent: the noun phrase that says, thinks or declines after all, where there is
            one; a passive with an agent hides nobody.
        organisation: of whoever declined.
    """

    start: int
    end: int
    cue: str
    form: Literal["passive", "declined"]
    agent: Span | None = None
    organisation: str | None = None


class _Cues:
    """What is compiled once for a language."""

    def __init__(self, language: Language) -> None:
        def source(name: str) -> str:
            return to_regex(language.get(name), language.get)

        self.plain = {k: language.pattern(f"passive.{k}s") for k in _PLAIN}
        self.any = language.pattern(*(f"passive.{k}s" for k in (*_PLAIN, "participle")))
        adverbs = source("passive.adverbs")
        needs_auxiliary = bool(language.get("passive.auxiliaries"))
        auxiliary = rf"{source('passive.auxiliaries')}\s+" if needs_auxiliary else ""
        self.before = _compile(rf"{auxiliary}(?:{adverbs}\s+)*$")
        self.adverbs = _compile(rf"(?:\s+{adverbs})*\s+")
        self.as_ = language.pattern("passive.as")
        self.by = language.pattern("passive.agent")
        self.from_ = language.pattern("passive.agent", "passive.reaction_agent")
        self.no_agent = language.pattern("passive.no_agent")
        self.literal = language.pattern("passive.literal_before")
        self.attributed = language.pattern("passive.attributed")
        self.legal = language.pattern("passive.legal")
        self.legal_hedges = language.pattern("passive.legal_hedges")
        self.phrase_end = language.words("noun.boundaries") - language.words("passive.agent_links")

    def find(self, text: str) -> Iterator[tuple[str, Span]]:
        """Every place that may be a cue, with what sort it is."""
        for match in self.any.finditer(text):
            start, end = match.span()
            kinds = (k for k, p in self.plain.items() if p.fullmatch(text, start, end))
            kind = next(kinds, None)
            if kind:
                yield kind, (start, end)
                continue
            before = self.before.search(text, max(start - _BEFORE, 0), start)
            after = self.adverbs.match(text, end)
            if before is None or after is None:
                continue
            as_ = self.as_.match(text, after.end(), after.end() + _BEFORE)
            if as_:
                yield "view", (before.start(), as_.end())
            elif self.by.match(text, after.end(), after.end() + _BEFORE):
                yield "by", (before.start(), after.start() + len(after.group().rstrip()))


def _compile(source: str) -> regex.Pattern[str]:
    return regex.compile(source, regex.IGNORECASE, cache_pattern=False)


def passives(reading: Reading) -> tuple[Hidden, ...]:
    """Every cue of a claim or view that nobody stands behind, in text order.

    Where an agent follows ("by Western analysts") it is given.

    Raises:
        NotKnown: the language has no lists for them.
    """
    cues = reading.language.once(_Cues)
    found = list(_passives(reading, cues))
    return tuple(_unquoted(reading, found)) if found else ()


def _passives(reading: Reading, cues: _Cues) -> Iterator[Hidden]:
    text = reading.text
    sentences = [(s.start, s.end) for s in reading.layer("sentences")]
    for kind, (start, end) in cues.find(text):
        sentence = _around(sentences, start)
        if sentence is None or cues.literal.match(text, _skip_space(text, end), sentence[1]):
            continue
        agent: Span | None = None
        if kind == "by":
            agent = _agent_as(reading, cues, end, sentence)
            if agent is None:
                continue
        elif kind == "view":
            agent = _agent_after(reading, cues, cues.by, end, sentence)
        elif kind == "reaction":
            agent = _agent_next(reading, cues, cues.from_, end, sentence)
        else:
            agent = _agent_next(reading, cues, cues.by, end, sentence)
        if agent is None and kind != "report" and _attributed(text, (start, end), sentence, cues):
            continue
        yield Hidden(start=start, end=end, cue=text[start:end], form="passive", agent=agent)


def _attributed(text: str, cue: Span, sentence: Span, cues: _Cues) -> bool:
    """Whether the sentence says elsewhere who says so."""
    for begin, end in ((sentence[0], cue[0]), (cue[1], sentence[1])):
        if cues.attributed.search(text, begin, end):
            return True
    legal = cues.legal_hedges.match(text, cue[0], sentence[1])
    near = max(sentence[0] - _CHARGES, text.rfind("\n", 0, sentence[0]) + 1)
    return legal is not None and cues.legal.search(text, near, sentence[1]) is not None


def _agent_next(reading: Reading, cues: _Cues, by: Finder, end: int, sentence: Span) -> Span | None:
    """The agent where "by" follows at once."""
    start = _skip_space(reading.text, end)
    match = by.match(reading.text, start, sentence[1])
    return _phrase(reading, cues, match.end(), sentence[1]) if match else None


def _agent_after(
    reading: Reading, cues: _Cues, by: Finder, end: int, sentence: Span
) -> Span | None:
    """The agent later in the clause: “was seen as a rebuke by Western diplomats”."""
    stop = _clause_end(reading.text, end, min(end + _REACH, sentence[1]))
    for match in by.finditer(reading.text, end, stop):
        agent = _phrase(reading, cues, match.end(), sentence[1])
        if agent and not cues.no_agent.match(
            reading.text, _skip_space(reading.text, agent[1]), sentence[1]
        ):
            return agent
    return None


def _agent_as(reading: Reading, cues: _Cues, end: int, sentence: Span) -> Span | None:
    """The agent between "by" and "as": “was seen by British diplomats as”."""
    by = cues.by.match(reading.text, _skip_space(reading.text, end), sentence[1])
    stop = min(end + _REACH, sentence[1])
    after = cues.as_.search(reading.text, end, stop)
    if by is None or after is None:
        return None
    return _checked(reading, by.end(), after.start())


def _phrase(reading: Reading, cues: _Cues, begin: int, limit: int) -> Span | None:
    """The noun phrase that begins at `begin`, where it can be a source."""
    text = reading.text
    stop = _clause_end(text, begin, limit)
    for word in regex.finditer(r"\w[\w'’-]*", text[begin:stop]):
        if word.start() and word.group().casefold() in cues.phrase_end:
            stop = begin + word.start()
            break
    return _checked(reading, begin, stop)


def _checked(reading: Reading, begin: int, end: int) -> Span | None:
    begin = _skip_space(reading.text, begin)
    end = begin + len(reading.text[begin:end].rstrip())
    return (begin, end) if classify(reading, begin, end) else None


def declined(reading: Reading) -> tuple[Hidden, ...]:
    """Every "declined to comment", with who declined and for which body.

    Raises:
        NotKnown: the language has no lists for them.
    """
    language, text = reading.language, reading.text
    matches = list(language.pattern("declined").finditer(text))
    if not matches:
        return ()
    edges = language.once(_edges)
    sentences = [(s.start, s.end) for s in reading.layer("sentences")]
    found = []
    for match in matches:
        sentence = _around(sentences, match.start())
        if sentence is None:
            continue
        subject, noun = _subject(reading, sentence[0], match.start(), edges)
        found.append(
            Hidden(
                start=match.start(),
                end=match.end(),
                cue=match.group(),
                form="declined",
                agent=subject,
                organisation=(noun.organisation or noun.name) if noun else None,
            )
        )
    return tuple(_unquoted(reading, found))


def _subject(
    reading: Reading, begin: int, end: int, edges: regex.Pattern[str]
) -> tuple[Span | None, NounPhrase | None]:
    """The nearest noun phrase before the cue that can be a source."""
    text = reading.text
    begin = max(begin, end - _SUBJECT_REACH)
    pronouns = reading.language.words("noun.no_source")
    starts = [begin, *(m.end() for m in edges.finditer(text, begin, end))]
    for start in reversed(starts):
        start = _skip_space(text, start)
        span = start, start + len(text[start:end].rstrip(" \n,"))
        if start >= end:
            continue
        if text[slice(*span)].casefold() in pronouns:
            return span, None
        noun = classify(reading, *span)
        if noun:
            return span, noun
    return None, None


def _edges(language: Language) -> regex.Pattern[str]:
    words = to_regex(language.get("declined_after"), language.get)
    return _compile(rf"[,;:(“”\"]|\s[–—-]\s|{words}")


def _unquoted(reading: Reading, found: Iterable[Hidden]) -> Iterator[Hidden]:
    """Those that do not stand inside somebody's words."""
    from auditor.layers.marks import marks

    spoken = [m for m in reading.use(marks) if m.kind in _SPOKEN]
    return (h for h in found if not any(m.own(h.start) for m in spoken))


def _around(spans: list[Span], offset: int) -> Span | None:
    index = bisect_right(spans, offset, key=lambda s: s[0]) - 1
    return spans[index] if index >= 0 and offset < spans[index][1] else None


def _clause_end(text: str, begin: int, limit: int) -> int:
    match = _CLAUSE_END.search(text, begin, limit)
    return match.start() if match else limit


def _skip_space(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset
