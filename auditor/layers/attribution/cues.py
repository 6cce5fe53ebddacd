"""Finds the words that attribute something, and the phrase of whoever it is attributed to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from auditor.items import Reading
from auditor.layers.attribution import mentions
from auditor.layers.attribution.frame import Frame, frame
from auditor.layers.attribution.mentions import Phrase
from auditor.layers.attribution.terms import Terms, Verb, terms
from auditor.layers.attribution.tokens import Tokens, tokenize

Order = Literal[
    "subject",
    "inverted",
    "apposed",
    "relative",
    "according",
    "participle",
    "joined",
    "agent",
    "reaction",
    "pronoun",
]
"""How cue and source stand: “X said”, “said X”, “X, …, said”, “X, who said”, “according to X”,
“X …, saying”, “X … and said”, “confirmed by X”, “skepticism by X”, “he” inside the cue."""

_WORD = regex.compile(r"\w+")
_PLAIN = Verb("neutral")


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue with its source. Bounds `first` to `last` are token indexes of its unit.

    Attributes:
        start, end: the cue's words in the text.
        source: bounds of the source's phrase in the text; `head` is its core's end.
        said: something was said; not “would not say”.
        complement: a clause follows (“that”, “whether”).
    """

    unit: int
    start: int
    end: int
    first: int
    last: int
    verb: Verb
    order: Order
    phrase: Phrase
    source: tuple[int, int]
    head: int
    said: bool = True
    complement: bool = False


class Lines:
    """The tokens of each unit, made when asked for."""

    def __init__(self, of: Frame) -> None:
        self._frame = of
        self._made: dict[int, Tokens] = {}

    def __getitem__(self, unit: int) -> Tokens:
        if unit not in self._made:
            place = self._frame.units[unit]
            self._made[unit] = tokenize(self._frame.flat, place.start, place.end)
        return self._made[unit]


def lines(reading: Reading) -> Lines:
    """Ask for it with `reading.use(lines)`."""
    return Lines(reading.use(frame))


def cues(reading: Reading) -> tuple[Cue, ...]:
    """All cues that have a source in their own sentence, in text order.

    Ask for it with `reading.use(cues)`.
    """
    w = reading.language.once(terms)
    around = reading.use(frame)
    tokens = reading.use(lines)
    flat = around.flat
    # One pass over the words; only the sentences with a cue are looked at closely.
    places = [m.start() for m in _WORD.finditer(flat) if m.group().casefold() in w.cue_words]
    units = dict.fromkeys(around.unit_at(p) for p in places)
    return tuple(
        cue for unit in units if unit is not None for cue in _in_unit(unit, tokens[unit], w)
    )


def _in_unit(unit: int, t: Tokens, w: Terms) -> Iterator[Cue]:
    found: list[Cue] = []
    free = 0
    for index, word in enumerate(t.lows):
        if word in w.cue_words and index >= free:
            cue, free = _at(unit, t, index, w, found)
            if cue is not None:
                found.append(cue)
                yield cue


def _at(
    unit: int, t: Tokens, index: int, w: Terms, found: Sequence[Cue]
) -> tuple[Cue | None, int]:
    """The cue at a token, if there is one, and the token to go on with."""
    word = t.lows[index]
    for table, order in ((w.according, "according"), (w.reactions, "reaction")):
        length = _longer(t, index, table)
        if length:
            return _following(unit, t, index, length, w, order), index + length
    length = _longer(t, index, w.verb_heads) or 1
    verb = w.verbs.get(" ".join(t.lows[index : index + length]) if length > 1 else word)
    if verb is None:
        return None, index + 1
    if index and t.capital(index) and (verb.noun or verb.guarded):
        # “State Department”, “Show”: a name, or a headline that says too little.
        return None, index + 1
    return _verb(unit, t, index, length, verb, w, found), index + length


def _longer(t: Tokens, index: int, table: dict[str, tuple[tuple[str, ...], ...]]) -> int:
    """How many tokens the longest entry of `table` at `index` has; 0 for none."""
    for rest in table.get(t.lows[index], ()):
        if tuple(t.lows[index + 1 : index + 1 + len(rest)]) == rest:
            return 1 + len(rest)
    return 0


def _following(
    unit: int, t: Tokens, index: int, length: int, w: Terms, order: Order
) -> Cue | None:
    phrase = mentions.after(t, index + length, len(t), w)
    if phrase is None:
        return None
    return _cue(unit, t, index, length, _PLAIN, order, phrase)


def _cue(
    unit: int,
    t: Tokens,
    index: int,
    length: int,
    verb: Verb,
    order: Order,
    phrase: Phrase,
    said: bool = True,
    complement: bool = False,
) -> Cue:
    return Cue(
        unit,
        t.starts[index],
        t.ends[index + length - 1],
        index,
        index + length - 1,
        verb,
        order,
        phrase,
        (t.starts[phrase.start], t.ends[phrase.end - 1]),
        t.ends[phrase.head_end - 1],
        said,
        complement,
    )


def _verb(
    unit: int,
    t: Tokens,
    index: int,
    length: int,
    verb: Verb,
    w: Terms,
    found: Sequence[Cue],
) -> Cue | None:
    behind = index + length
    complement = behind < len(t) and t.lows[behind] in w.complement

    def made(order: Order, phrase: Phrase, said: bool = True) -> Cue:
        return _cue(unit, t, index, length, verb, order, phrase, said, complement)

    if verb.pronoun:
        return made("pronoun", Phrase(index, index + 1, index + 1))
    inverted = _inverted(t, index, behind, verb, w)
    if inverted:
        return made("inverted", inverted)
    if verb.first:
        return None
    agent = _agent(t, behind, verb, w)
    if agent:
        return made("agent", agent)
    left, said, passive = _skip_fillers(t, index - 1, w)
    if passive and not verb.participle:
        return None
    if left < 0:
        return None
    if verb.noun and not complement and behind < len(t):
        follows = t.lows[behind]
        if follows in w.verbs or follows in w.auxiliaries or follows in w.prepositions:
            return None
    if verb.noun and t.lows[index - 1].endswith(w.possessive):
        return None
    if t.lows[index - 1] in w.infinitive or t.lows[max(index - 2, 0)] in w.infinitive and w.adverb(t.lows[index - 1]):
        order, phrase = _earlier(t, index, w, found, "joined")
    else:
        order, phrase = _subject(t, left, index, verb, w, found)
    if phrase is None or order is None:
        return None
    return made(order, phrase, said)


def _inverted(t: Tokens, index: int, behind: int, verb: Verb, w: Terms) -> Phrase | None:
    if verb.straight or verb.participle:
        return None
    if index == 0:
        # “Said Jones: …”
        phrase = mentions.after(t, behind, len(t), w)
        ends = phrase is not None and phrase.end < len(t) and t.words[phrase.end] == ":"
        return phrase if ends else None
    before = index - 1
    quoted = t.is_quote(before)
    if not quoted:
        if t.words[before] not in ",—–-?!…":
            return None
        quoted = before > 0 and t.is_quote(before - 1)
    phrase = mentions.after(t, behind, len(t), w)
    if phrase is None or not mentions.speaks(t, phrase, w):
        return None
    at = phrase.end
    ends = at >= len(t) or not t.is_word(at) or t.lows[at] in w.relatives
    if ends:
        return phrase
    follows = t.lows[at]
    if follows in w.auxiliaries or (follows in w.verbs and not w.verbs[follows].participle):
        return None
    return phrase if quoted or verb.first else None


def _agent(t: Tokens, behind: int, verb: Verb, w: Terms) -> Phrase | None:
    if verb.participle or behind >= len(t) or t.lows[behind] not in w.agent:
        return None
    phrase = mentions.after(t, behind + 1, len(t), w)
    return phrase if phrase and mentions.speaks(t, phrase, w) else None


def _skip_fillers(t: Tokens, at: int, w: Terms) -> tuple[int, bool, bool]:
    """Index left of auxiliaries and adverbs; whether it was said; whether it is a passive."""
    said, passive = True, False
    while at >= 0:
        word = t.lows[at]
        if word in w.auxiliaries or word in w.be:
            said = said and word not in w.unsaid
            passive = passive or word in w.be
        elif word in ("'", "’") or (w.adverb(word) and not t.capital(at)):
            pass
        else:
            break
        at -= 1
    return _skip_time(t, at, w), said, passive


def _skip_time(t: Tokens, at: int, w: Terms) -> int:
    """“Smith on Wednesday said”: left of the time, where something stands there."""
    if at > 0 and t.lows[at] in w.times:
        opener = at - 1
        if t.lows[opener] in w.time_openers and opener > 0:
            opener -= 1
            if t.lows[opener] in w.time_openers and opener > 0:
                opener -= 1
        if t.is_word(opener) and t.lows[opener] not in w.stops:
            return opener
    return at


def _subject(
    t: Tokens, left: int, index: int, verb: Verb, w: Terms, found: Sequence[Cue]
) -> tuple[Order | None, Phrase | None]:
    word = t.lows[left]
    low = _clause_start(t, left)
    if word in w.personal_relatives or word in w.relatives:
        at = left - 1
        if at >= 0 and t.words[at] == ",":
            at -= 1
        phrase = mentions.before(t, at, 0, w) if at >= 0 else None
        if phrase and mentions.speaks(t, phrase, w):
            return "relative", phrase
        return None, None
    if t.words[left] in (",", "—", "–") or t.is_quote(left):
        if t.words[left] == "," and not verb.participle:
            phrase = _apposed(t, left, low, w)
            if phrase:
                return "apposed", phrase
        if verb.participle or t.words[left] == ",":
            return _earlier(t, index, w, found, "participle" if verb.participle else "joined")
        return None, None
    if word in w.joins:
        return _earlier(t, index, w, found, "joined")
    phrase = mentions.before(t, left, low, w)
    if phrase is not None:
        who = _relative_left(t, phrase.start, low, w)
        if who is not None:
            phrase = who
        if verb.noun and phrase.start and t.lows[phrase.start - 1] in w.prepositions:
            return None, None
        if mentions.speaks(t, phrase, w) or (not verb.guarded and _somebody(t, phrase, low, w)):
            return "subject", phrase
        if verb.participle:
            return _earlier(t, index, w, found, "participle")
        return None, None
    if verb.participle and word not in w.prepositions and word not in w.be:
        return _earlier(t, index, w, found, "participle")
    return None, None


def _somebody(t: Tokens, phrase: Phrase, low: int, w: Terms) -> bool:
    """“One questioner said”: no list has the noun, but the place and the article are a subject's."""
    opens = t.lows[phrase.start]
    if phrase.end - phrase.start not in (2, 3) or not (
        opens in w.definite or opens in w.indefinite or opens in w.quantifiers
    ):
        return False
    return phrase.start == low or not t.is_word(phrase.start - 1) or t.lows[phrase.start - 1] in w.stops


def _clause_start(t: Tokens, left: int) -> int:
    for index in range(left, -1, -1):
        if t.is_quote(index) and not _inside_name(t, index) or t.words[index] in (";", ":"):
            return index + 1
    return 0


def _inside_name(t: Tokens, index: int) -> bool:
    return 0 < index < len(t) - 1 and t.capital(index - 1) and t.capital(index + 1)


def _apposed(t: Tokens, comma: int, low: int, w: Terms) -> Phrase | None:
    """The subject left of an insertion that ends with the comma before the cue."""
    for at in range(low + 1, comma):
        if t.words[at] != "," or comma - at > 30:
            continue
        phrase = mentions.before(t, at - 1, low, w)
        if phrase is None or not mentions.speaks(t, phrase, w):
            continue
        if phrase.start > low:
            left = t.lows[phrase.start - 1]
            if left in w.prepositions or (t.is_word(phrase.start - 1) and left not in w.stops and left not in w.joins):
                continue
        between = t.lows[at + 1]
        relative = between in w.relatives
        if not relative and any(
            t.lows[x] in w.auxiliaries for x in range(at + 1, comma)
        ):
            continue
        opens_apposition = (
            between in w.indefinite or between in w.definite or t.capital(at + 1) or between.isdigit()
            or between in w.roles or between in w.titles
        )
        if opens_apposition:
            # The phrase takes its apposition along.
            return Phrase(phrase.start, comma, at)
        return Phrase(phrase.start, phrase.end, at)
    return None


def _relative_left(t: Tokens, start: int, low: int, w: Terms) -> Phrase | None:
    """“The woman who saw the crash said”: the woman."""
    at = start - 1
    while at > low and start - at < 14 and t.is_word(at):
        if t.lows[at] in w.personal_relatives:
            phrase = mentions.before(t, at - 1, low, w)
            return phrase if phrase and mentions.speaks(t, phrase, w) else None
        if t.lows[at] in w.joins or t.lows[at] in w.complement or t.lows[at] in w.verbs:
            return None
        at -= 1
    return None


def _earlier(
    t: Tokens, index: int, w: Terms, found: Sequence[Cue], order: Order
) -> tuple[Order | None, Phrase | None]:
    """The subject of the cue before, or of the sentence."""
    for plain in (True, False):
        for cue in reversed(found):
            if cue.phrase.start < index and t.lows[cue.phrase.start] not in w.present:
                if not (plain and cue.verb.guarded):
                    return order, cue.phrase
    phrase = subject(t, 0, index, w)
    return (order, phrase) if phrase else (None, None)


def subject(t: Tokens, low: int, high: int, w: Terms) -> Phrase | None:
    """The subject of a sentence, where it stands at its beginning or behind an opening phrase."""
    at = low
    for _ in range(4):
        while at < high and (not t.is_word(at) or (w.adverb(t.lows[at]))):
            at += 1
        if at >= high:
            return None
        word = t.lows[at]
        opening = word in w.prepositions or word in w.stops or word in w.times
        opening = opening and word not in w.definite and word not in w.indefinite
        opening = opening or word.isdigit()
        opening = opening or (word in w.verbs and w.verbs[word].participle) or (
            word.endswith(w.participle_endings) and t.capital(at)
        )
        if not opening:
            break
        while at < high and t.words[at] != "," and not t.is_quote(at):
            at += 1
        at += 1
    if at >= high:
        return None
    phrase = mentions.after(t, at, high, w)
    if phrase is None:
        return None
    end = phrase.start + 1
    while end < phrase.head_end and not (
        t.capital(end - 1) and t.lows[end - 1] not in w.definite and not t.capital(end) and t.is_word(end)
        and t.lows[end] not in w.roles and t.lows[end] not in w.prepositions
    ):
        end += 1
    phrase = Phrase(phrase.start, phrase.end if end == phrase.head_end else end, end)
    return phrase if mentions.speaks(t, phrase, w) else None
