"""Who says a quotation inside a quotation: “My mother told me, ‘Never sell the boat.’”

The outer speaker's own words are read as the writer's are: a cue beside the inner marks, and
the phrase of whoever it belongs to. “I” is the outer speaker; “she” is whoever the speaker
named last. Whoever is only quoted by somebody else is no source of the article's own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from auditor.items import Reading, Speaker
from auditor.layers.attribution import mentions
from auditor.layers.attribution.cases import Cases
from auditor.layers.attribution.cues import in_line, longer
from auditor.layers.attribution.entity import Entity
from auditor.layers.attribution.frame import FILL
from auditor.layers.attribution.mentions import Phrase
from auditor.layers.attribution.names import names
from auditor.layers.attribution.noun import classify
from auditor.layers.attribution.people import People
from auditor.layers.attribution.terms import Terms, Verb, terms
from auditor.layers.attribution.tokens import Tokens, tokenize
from auditor.layers.marks import Mark
from auditor.lexicon import Language

_SENTENCE = regex.compile(rf"[.!?…]['’”»\"]?\s+(?=[\p{{Lu}}{FILL}])|\n")
_OPENS = regex.compile(rf"\s+[\p{{Lu}}{FILL}]")
_ENDS = ".!?…"
_LEADS = 7
"""Tokens between a cue and the inner marks behind it (“told my brother and me, ‘…’”)."""
_BESIDE = 2
"""The same where the inner marks hold a fragment or irony only."""
_AROUND = 1500
"""Code points of the outer quotation to each side of the inner one that are looked at."""
_NEAR = 400
"""Code points before the outer quotation in which “he” must have been named."""
_FOLLOWS = 4
"""Tokens between the inner marks and a cue behind them (“‘…,’ my mother said”)."""


@dataclass(frozen=True, slots=True)
class _Line:
    """The sentence of the outer speaker that holds the inner marks, which are one token."""

    tokens: Tokens
    at: int
    closed: bool
    """The inner marks end the sentence."""


class Nested:
    """Made only where marks stand inside marks.

    Args:
        sources: the article's sources with their numbers.
        every: all quotations in the order of their words, the outer before the inner.
    """

    def __init__(
        self, reading: Reading, sources: Sequence[tuple[Entity, int]], every: Sequence[Mark]
    ) -> None:
        self._reading = reading
        self._text = reading.text
        self._terms: Terms = reading.language.once(spoken)
        self._people: People = reading.use(People)
        self._cases: Cases = reading.language.once(Cases)
        self._sources = sources
        self._every = every
        self._flat: tuple[tuple[int, int], str] = (0, 0), ""

    def speaker(
        self, mark: Mark, outer: tuple[int, int], who: Speaker | None
    ) -> tuple[bool, Speaker | None]:
        """Whether somebody is told to say `mark`, which stands within `outer`, and who it is.

        Args:
            who: says `outer`.
        """
        flat = self._covered(outer)
        outer = max(outer[0], mark.open_start - _AROUND), min(outer[1], mark.close_end + _AROUND)
        line = _line(flat, mark, outer, self._text, self._terms)
        if line is None:
            return False, None
        phrase = self._left(line, _LEADS if mark.kind == "direct" else _BESIDE) or self._right(line)
        if phrase is None:
            return False, None
        return True, self._meant(flat, line.tokens, phrase, outer, who)

    def _meant(
        self, flat: str, t: Tokens, phrase: Phrase, outer: tuple[int, int], who: Speaker | None
    ) -> Speaker | None:
        w = self._terms
        word = t.lows[phrase.start]
        if phrase.end - phrase.start == 1 and word in w.present:
            return self._as_outer(t, phrase, who) if word in w.speaker else None
        if phrase.end - phrase.start == 1 and word in w.pronouns:
            return self._pronoun(flat, t, phrase, outer, who)
        return self._phrase(t, phrase, who)

    def _covered(self, outer: tuple[int, int]) -> str:
        """The text up to the end of `outer`, its inner quotations covered."""
        if self._flat[0] == outer:
            return self._flat[1]
        pieces: list[str] = []
        done = 0
        for mark in self._every[bisect_left(self._every, outer[0], key=lambda m: m.start) :]:
            if mark.open_start >= outer[1]:
                break
            itself = mark.open_start < outer[0] or (mark.start, mark.end) == outer
            if itself or mark.open_start < done or mark.close_end > outer[1]:
                continue
            pieces += self._text[done : mark.open_start], FILL * (mark.close_end - mark.open_start)
            done = mark.close_end
        flat = "".join((*pieces, self._text[done : outer[1]]))
        self._flat = outer, flat
        return flat

    # Where the phrase stands

    def _left(self, line: _Line, reach: int) -> Phrase | None:
        """Before the marks: “My mother told me, ‘…’”."""
        t, w = line.tokens, self._terms
        verb = next(
            (
                i
                for i in range(line.at - 1, max(line.at - reach, 0) - 1, -1)
                if t.lows[i] in w.verbs or longer(t, i, w.verb_heads)
            ),
            None,
        )
        if verb is None or any(t.is_quote(i) for i in range(verb, line.at)):
            return None
        for cue in reversed(tuple(in_line(t, w))):
            plain = cue.order not in ("joined", "participle") or not w.free_order
            if cue.first <= verb <= cue.last and plain and self._fits(t, cue.phrase):
                return self._whole(t, cue.phrase)
        return self._subject(t, verb)

    def _right(self, line: _Line) -> Phrase | None:
        """Behind the marks: “‘…,’ my mother said”."""
        t, w, at = line.tokens, self._terms, line.at
        if line.closed:
            return None
        for cue in in_line(t, w):
            near = cue.first > at and min(cue.first, cue.phrase.start) - at <= _FOLLOWS
            if near and cue.order in ("inverted", "subject") and self._fits(t, cue.phrase):
                return self._whole(t, cue.phrase)
        return None

    def _fits(self, t: Tokens, phrase: Phrase) -> bool:
        """Not “me”, nor a verb that only opens its sentence."""
        word = t.lows[phrase.start]
        if phrase.end - phrase.start == 1 and word in self._terms.present:
            return word in self._terms.speaker
        named = phrase.start > 0 and t.capital(phrase.start)
        return not self._terms.free_order or named or self._is_head(t, phrase.start)

    def _subject(self, t: Tokens, verb: int) -> Phrase | None:
        """The person nearest before the verb: “My boss came in and said”."""
        w = self._terms
        for at in range(verb - 1, -1, -1):
            if t.is_quote(at):
                return None
            led = at > 0 and t.lows[at - 1] in w.prepositions
            word = t.lows[at]
            if word in w.speaker and not led:
                return self._whole(t, Phrase(at, at + 1, at + 1))
            if word in w.pronouns and not led:
                return Phrase(at, at + 1, at + 1)
            paper = w.free_order and word in w.documents
            if self._is_head(t, at) and not led and not paper:
                return self._around(t, at)
        return None

    def _is_head(self, t: Tokens, at: int) -> bool:
        """A noun for people, or a name the article knows."""
        word = t.lows[at]
        if word in self._terms.roles or word in self._terms.pronouns:
            return True
        return t.capital(at) and self._full(word) is not None

    def _around(self, t: Tokens, head: int) -> Phrase:
        """The whole phrase of a noun."""
        w = self._terms
        start, end = head, head + 1
        while start and t.is_word(start - 1):
            word = t.lows[start - 1]
            if not (word in w.definite or word in w.indefinite or self._is_head(t, start - 1)):
                break
            start -= 1
        if w.demonstratives and end < len(t) and t.lows[end] in w.present:
            end += 1  # “bapak saya”
        return Phrase(start, end, end)

    def _whole(self, t: Tokens, phrase: Phrase) -> Phrase:
        """“bapak saya”: the pronoun behind a noun says whose it is."""
        at = phrase.start
        single = phrase.end - at == 1 and t.lows[at] in self._terms.present
        if single and self._terms.demonstratives and at and t.lows[at - 1] in self._terms.roles:
            return Phrase(at - 1, phrase.end, phrase.end)
        return phrase

    # Whom the phrase means

    def _as_outer(self, t: Tokens, phrase: Phrase, who: Speaker | None) -> Speaker | None:
        word = t.words[phrase.start]
        reason = f"“{word}” is whoever speaks around it"
        start, end = self._span(t, phrase)
        if who is None:
            return None
        return replace(who, start=start, end=end, reasons=(reason,))

    def _pronoun(
        self, flat: str, t: Tokens, phrase: Phrase, outer: tuple[int, int], who: Speaker | None
    ) -> Speaker | None:
        """“He told me”: whoever the speaker named before, else the last other person."""
        w = self._terms
        word = t.lows[phrase.start]
        if word in w.plural or word in w.thing:
            return None
        before = tokenize(flat, outer[0], t.starts[phrase.start], w.classes)
        for at in range(len(before) - 1, -1, -1):
            if self._is_head(before, at) and before.lows[at] not in w.pronouns:
                return self._phrase(before, self._behind(before, at), who)
        name = self._named_before(outer[0], who)
        reason = "the person named last before it"
        return self._made(name, self._span(t, phrase), reason) if name else None

    def _named_before(self, before: int, who: Speaker | None) -> str | None:
        """The person other than the speaker whom the article named last."""
        runs = self._reading.use(names).between(max(0, before - _NEAR), before)
        for run in reversed(runs):
            phrase = self._people.phrase(run)
            name = self._full(run.words[-1].casefold()) if phrase else None
            if name is not None and (who is None or name != who.name):
                return name
        return None

    def _behind(self, t: Tokens, head: int) -> Phrase:
        """The phrase of a noun with what goes on behind it: “penjaga kebun”."""
        start = self._around(t, head)
        end = mentions.walk_right(t, head, len(t), self._terms)
        return Phrase(start.start, max(end, start.end), max(end, start.end))

    def _phrase(self, t: Tokens, phrase: Phrase, who: Speaker | None) -> Speaker | None:
        start, end = self._span(t, phrase)
        words = t.lows[phrase.start : phrase.end]
        whose = any(word in self._terms.present or word in self._terms.own for word in words)
        name = None
        if not whose:
            name = self._by_name(t, phrase) or self._relative(t, phrase, who)
            name = name or self._described(start, end, words)
        return self._made(name, (start, end), "named beside it by whoever speaks around it")

    def _made(self, name: str | None, span: tuple[int, int], reason: str) -> Speaker:
        """`name`: the full name, where the article has one."""
        found = classify(self._reading, *span)
        source = None
        for entity, number in self._sources:
            if name and entity.name and self._same(entity.name, name):
                source, name = number, entity.name
                break
        return Speaker(
            source=source,
            start=span[0],
            end=span[1],
            name=name or " ".join(self._text[slice(*span)].split()),
            kind="named_person" if name else found.kind if found else "unnamed_individual",
            reasons=(reason,),
        )

    def _same(self, one: str, other: str) -> bool:
        return self._cases.all_same(one.casefold().split(), other.casefold().split())

    def _full(self, word: str) -> str | None:
        return self._people.alias(word) or self._people.fullest(word)

    def _by_name(self, t: Tokens, phrase: Phrase) -> str | None:
        capitals = (i for i in reversed(range(phrase.start, phrase.end)) if t.capital(i))
        for at in capitals:
            name = self._full(t.lows[at])
            if name is None:
                continue
            first, _, last = name.rpartition(" ")
            # Whoever speaks is in the nominative: “А. В. Завьялова”, but “Завьялов сказал”.
            nearer = self._cases.nearer(t.lows[at], last.casefold())
            return f"{first} {t.words[at]}" if first and nearer else name
        return None

    def _described(self, start: int, end: int, words: Sequence[str]) -> str | None:
        """“the coach told us”: whom the article calls that."""
        found = classify(self._reading, start, end)
        if found is None or not found.definite or found.people != "one":
            return None
        who = self._people.described(found, words, len(self._text))
        return self._full(who.words[-1].casefold()) if who else None

    def _relative(self, t: Tokens, phrase: Phrase, who: Speaker | None) -> str | None:
        """“Abang told me”: the one other person of the speaker's surname."""
        word = t.lows[phrase.start]
        alone = phrase.end - phrase.start == 1 and t.capital(phrase.start)
        if not alone or who is None or word not in self._terms.elders:
            return None
        own = who.name.split()
        others = {
            " ".join(run.words)
            for run in self._reading.use(names).runs
            if len(run.words) > 1 and run.words[-1] == own[-1] and run.words[0] != own[0]
        }
        return others.pop() if len(others) == 1 else None

    def _span(self, t: Tokens, phrase: Phrase) -> tuple[int, int]:
        return t.starts[phrase.start], t.ends[phrase.end - 1]


def spoken(language: Language) -> Terms:
    """The words of attribution as people use them when they tell: “she goes”, “bilang”.

    Ask for it with `language.once(spoken)`.
    """
    plain = terms(language)
    if "cue_frames.spoken" not in language.lists:
        return plain
    more = {form: Verb("neutral") for form in language.words("cue_frames.spoken")}
    heads = dict(plain.verb_heads)
    for head, *rest in (form.split() for form in more if " " in form):
        heads[head] = (tuple(rest), *heads.get(head, ()))
    return replace(
        plain,
        verbs=more | plain.verbs,
        verb_heads=heads,
        cue_words=plain.cue_words | more.keys() | heads.keys(),
    )


def _line(flat: str, mark: Mark, outer: tuple[int, int], text: str, w: Terms) -> _Line | None:
    start = outer[0]
    for found in _SENTENCE.finditer(flat, outer[0], mark.open_start):
        start = found.end()
    closed = text[mark.end - 1] in _ENDS and _OPENS.match(flat, mark.close_end) is not None
    after = _SENTENCE.search(flat, mark.close_end, outer[1])
    end = mark.close_end if closed else after.start() if after else outer[1]
    t = tokenize(flat, start, end, w.classes)
    # Three deep, the marks between cover it.
    at = next((i for i in range(len(t)) if t.starts[i] >= mark.open_start), None)
    return _Line(t, at, closed) if at is not None else None
