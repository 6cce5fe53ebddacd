"""Pairs quotation marks: the cheapest reading of all marks of an article.

Most paragraphs pair without doubt and are taken as they stand. Runs of the others are
read by dynamic programming over the stack of open quotations: every mark opens, closes
or is an apostrophe, at the costs of `shapes`; leaving a quotation open at the end of a
paragraph, or carrying it on into the next, costs too. So a wrong or missing mark is
repaired where it stands and cannot turn the rest of the article inside out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import regex

from auditor.article import PROSE
from auditor.items import Reading
from auditor.kinds import Closure
from auditor.layers.marks.shapes import CANDIDATE, NEVER, Costs, Words, cost, inward
from auditor.lexicon import Language, NotKnown
from auditor.phrases import to_regex

MAX_DEPTH = 3
MAX_RUN_MARKS = 400
"""A longer run of doubtful paragraphs is read in pieces."""

UNCLOSED, REPLACED, CARRIED, REOPENED = 3.0, 3.2, 2.4, 0.1
SAME_NESTED, MISMATCH, EMPTY, RESTYLED, ATTRIBUTED = 2.6, 4.0, 2.0, 3.5, 3.6
MIXED = 2.0
"""A paragraph reopens what the one before it did not."""
SHARED = 0.3
"""One mark closes two quotations of its style, as it may beside `SAME_NESTED`."""
UNTHINKABLE = 5.0
"""A single role that costs so much is not tried."""

_DASHED = regex.compile(r"[,.!?…]?\s*[—–-]\s")

MARGIN = 7.0
"""A state that costs so much more than the cheapest is given up."""

Layout = Literal["marks", "dash", "turn", "block"]
"""A pair of marks, a dash that opens its paragraph, “Name:”, a block of its own."""

Part = Literal["question", "answer"]
_TRANSCRIPT = regex.compile(r"[\"“‘'`]*\p{Lu}[\p{Lu}. '’-]+:\s")


@dataclass(frozen=True, slots=True)
class Span:
    """One quotation.

    Attributes:
        start, end: its words, without the marks.
        open_start, close_end: the same with the marks.
        depth: 0 outermost.
        style: its opening and closing mark as written; the second is empty if unclosed.
        reopened: it runs on, and every further paragraph begins with an opening mark.
        layout: what sets it off.
        asides: stretches inside it that are the writer's: “— said he. —”.
        label: bounds of the name or letter before it, in an interview.
        part: whether it asks or answers, where nothing but that tells who speaks.
    """

    start: int
    end: int
    open_start: int
    close_end: int
    closure: Closure
    depth: int
    style: tuple[str, str]
    reopened: bool = False
    layout: Layout = "marks"
    asides: tuple[tuple[int, int], ...] = ()
    label: tuple[int, int] | None = None
    part: Part | None = None

    def own(self, offset: int) -> bool:
        """Whether the character is one of its words, no aside."""
        inside = self.start <= offset < self.end
        return inside and not any(a <= offset < b for a, b in self.asides)


class _Paragraph(NamedTuple):
    low: int
    high: int
    marks: list[Costs]


class _Open(NamedTuple):
    """An open quotation: its mark, over how many paragraphs it was carried, and reopened."""

    mark: Costs
    carried: int = 0
    reopened: int = 0


class _Link(NamedTuple):
    """A finished quotation, as the arguments of `_span`, and those before it."""

    span: tuple[_Open, int, int, str, Closure, int]
    before: _Link | None


class _State(NamedTuple):
    """One way to read the marks so far; `skip`: marks ahead that only reopen."""

    cost: float
    stack: tuple[_Open, ...]
    done: _Link | None
    skip: int = 0


def spans(reading: Reading) -> tuple[Span, ...]:
    """Every quotation of the article, in text order, the outer before the inner."""
    text = reading.text
    found = [(m.start(), m.end()) for m in CANDIDATE.finditer(text)]
    if not found:
        return ()
    words = known_words(reading)
    if inward(text):
        words = replace(words, inward=True)
    flow, apart = _paragraphs(reading, found, words)
    result: list[Span] = []
    for paragraph in apart:
        simple = _simple(paragraph)
        result += _read(text, [paragraph], words) if simple is None else simple
    index = 0
    while index < len(flow):
        simple = _simple(flow[index])
        stop = index + 1
        if simple is None:
            stop = _run_end(flow, index)
            simple = _read(text, flow[index:stop], words)
        result += simple
        index = stop
    return tuple(sorted(result, key=lambda s: (s.open_start, -s.close_end)))


def known_words(reading: Reading) -> Words:
    """What the language tells about marks; nothing where it has no lists."""
    try:
        return reading.language.once(_build_words)
    except NotKnown:
        return Words()


def _build_words(language: Language) -> Words:
    elisions = language.optional("quotation.elisions")
    function = language.optional("quotation.function_words")
    if "quotation.reporting" not in language.lists:
        return Words(elisions, function)
    verb = to_regex(language.get("quotation.reporting"), language.get)
    word = r"[\w.’'-]+"
    attribution = rf",\s+(?:{word}\s+){{0,4}}?{verb}(?:\s+{word}){{0,4}}?\.(?!\w)"
    return Words(elisions, function, regex.compile(attribution, regex.IGNORECASE))


def _paragraphs(
    reading: Reading, found: Sequence[tuple[int, int]], words: Words
) -> tuple[list[_Paragraph], list[_Paragraph]]:
    """The text that quotations may run on through; then headlines, captions and the like."""
    text = reading.text
    flow: list[_Paragraph] = []
    apart: list[_Paragraph] = []
    position = 0
    for block in reading.blocks:
        marks = []
        while position < len(found) and found[position][0] < block.end:
            start, end = found[position]
            if start >= block.start:
                marks.append(cost(text, start, min(end, block.end), block.start, block.end, words))
            position += 1
        (flow if block.kind in PROSE else apart).append(_Paragraph(block.start, block.end, marks))
    return flow, apart


def _simple(paragraph: _Paragraph) -> list[Span] | None:
    """The pairs of a paragraph in which no mark leaves a doubt; None where one does."""
    stack: list[Costs] = []
    result: list[Span] = []
    for mark in paragraph.marks:
        inside = any(m.family == mark.family for m in stack)
        if not mark.sure:
            # Without a single mark open, a mark behind a word is an apostrophe.
            if mark.apostrophe and not inside:
                continue
            return None
        if mark.opens < mark.closes:
            if inside or len(stack) == MAX_DEPTH:
                return None
            stack.append(mark)
        elif not stack or stack[-1].family != mark.family:
            return None
        else:
            opener = _Open(stack.pop())
            result.append(_span(opener, mark.start, mark.end, mark.char, "closed", len(stack)))
    return None if stack else result


def _run_end(flow: Sequence[_Paragraph], first: int) -> int:
    """Index behind the last paragraph that a quotation left open in `first` may reach."""
    index = first + 1
    marks = len(flow[first].marks)
    while index < len(flow) and marks < MAX_RUN_MARKS:
        paragraph = flow[index]
        begins_open = paragraph.marks and paragraph.marks[0].start == paragraph.low
        if paragraph.marks and not begins_open and _simple(paragraph) is not None:
            break
        marks += len(paragraph.marks)
        index += 1
    return index


def _read(text: str, run: Sequence[_Paragraph], words: Words) -> list[Span]:
    states = [_State(0.0, (), None)]
    for index, paragraph in enumerate(run):
        if index:
            spoken = _TRANSCRIPT.match(text, paragraph.low, paragraph.high) is not None
            ended = run[index - 1]
            settled = [_settle(s, ended, spoken) for s in states]
            runs_on = [s for s in states if s.stack and not spoken]
            if runs_on and words.attribution.search(text, ended.low, ended.high):
                runs_on = [_doubt(s, text, ended, words) for s in runs_on]
            carried = _carry(runs_on, paragraph)
            states = _cheapest([*settled, *carried])
        for mark in paragraph.marks:
            states = _cheapest(after for s in states for after in _steps(s, mark, text))
    best = min((_settle(s, run[-1], False) for s in states), key=lambda s: s.cost)
    result = []
    link = best.done
    while link:
        result.append(_span(*link.span))
        link = link.before
    return result


def _cheapest(states: Iterable[_State]) -> list[_State]:
    """The cheapest state for each stack; quotations carried on are told from new ones."""
    best: dict[object, _State] = {}
    for state in states:
        key = (state.skip, *((o.mark.family, o.carried > 0) for o in state.stack))
        known = best.get(key)
        if known is None or state.cost < known.cost:
            best[key] = state
    limit = min(s.cost for s in best.values()) + MARGIN
    return [s for s in best.values() if s.cost < limit]


def _settle(state: _State, ended: _Paragraph, spoken: bool) -> _State:
    """The state with nothing open: what was open ends, unclosed, with its paragraph."""
    spent, stack, done, _ = state
    while stack:
        opener, stack = stack[-1], stack[:-1]
        # A transcript opens each speaker's part and closes none: that is its layout.
        closure: Closure = "run_on" if spoken and not stack else "unclosed"
        spent += (0.0 if closure == "run_on" else UNCLOSED) + 0.4 * (opener.mark.family == "s")
        done = _Link((opener, ended.high, ended.high, "", closure, len(stack)), done)
    return _State(spent, (), done)


def _doubt(state: _State, text: str, ended: _Paragraph, words: Words) -> _State:
    """Dearer where “, he said.” stands in what would run on: a closing mark is lost."""
    start = max(state.stack[-1].mark.end, ended.low)
    lost = words.attribution.search(text, start, ended.high) is not None
    return state._replace(cost=state.cost + ATTRIBUTED * lost)


def _carry(states: Iterable[_State], paragraph: _Paragraph) -> Iterator[_State]:
    """States in which the open quotations run on into the paragraph."""
    marks = paragraph.marks
    for spent, stack, done, _ in states:
        if len(stack) > 2:
            continue
        silent = tuple(o._replace(carried=o.carried + 1) for o in stack)
        yield _State(spent + CARRIED, silent, done)
        opened = marks[: len(stack)]
        position = paragraph.low
        price = spent + REOPENED
        for opener, mark in zip(stack, opened, strict=False):
            price += RESTYLED * (mark.char != opener.mark.char)
            price += MIXED * (opener.carried > opener.reopened)
            if mark.start != position or mark.family != opener.mark.family or mark.opens > 2.5:
                break
            position = mark.end
        else:
            if len(opened) == len(stack):
                again = tuple(o._replace(reopened=o.reopened + 1) for o in silent)
                yield _State(price, again, done, len(stack))


def _steps(state: _State, mark: Costs, text: str) -> Iterator[_State]:
    """Every state that one mark can lead to."""
    spent, stack, done, skip = state
    if skip:
        yield state._replace(skip=skip - 1)
        return
    yield _State(spent + mark.none, stack, done)
    top = stack[-1] if stack else None
    if top:
        price = _closing_price(top.mark, mark)
        if price < UNTHINKABLE:
            closure: Closure = "run_on" if top.carried else "closed"
            link = _Link((top, mark.start, mark.end, mark.char, closure, len(stack) - 1), done)
            yield _State(spent + price, stack[:-1], link)
            under = stack[-2].mark if len(stack) > 1 else None
            if under and under.char == top.mark.char and mark.char == "»":
                # «… фонд «Маяк», — сказал он: one mark closes both.
                both = _Link(
                    (stack[-2], mark.start, mark.end, mark.char, closure, len(stack) - 2), link
                )
                shared = 0.0 if _DASHED.match(text, mark.end) else SHARED
                yield _State(spent + price + shared, stack[:-2], both)
    if mark.opens >= UNTHINKABLE:
        return
    same = top is not None and top.mark.family == mark.family
    if len(stack) < MAX_DEPTH:
        price = spent + mark.opens + SAME_NESTED * same
        yield _State(price, (*stack, _Open(mark)), done)
    if top and same and not top.carried:
        end = top.mark.end + len(text[top.mark.end : mark.start].rstrip())
        link = _Link((top, end, end, "", "unclosed", len(stack) - 1), done)
        price = spent + mark.opens + REPLACED
        yield _State(price, (*stack[:-1], _Open(mark)), link)


def _closing_price(opener: Costs, mark: Costs) -> float:
    if opener.family == "l":
        closers = '“”"' if opener.char == "„" else "‘’'"
        return min(mark.closes, 0.2) if mark.char in closers else NEVER
    if opener.family != mark.family:
        return NEVER if "c" in (opener.family, mark.family) else mark.closes + MISMATCH
    price = mark.closes + EMPTY * (mark.start == opener.end)
    return price + 0.5 * (len(opener.char) != len(mark.char))


def _span(opener: _Open, end: int, close_end: int, char: str, closure: Closure, depth: int) -> Span:
    mark, carried, reopened = opener
    end, close_end = max(end, mark.end), max(close_end, mark.end)
    again = 0 < carried == reopened
    return Span(mark.end, end, mark.start, close_end, closure, depth, (mark.char, char), again)
