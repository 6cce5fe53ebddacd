"""Finds the words that attribute something, and the phrase of whoever it is attributed to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.items import Reading
from auditor.layers.attribution import addressees, mentions, subjects, told_in
from auditor.layers.attribution.cue import Cue, Order
from auditor.layers.attribution.frame import Frame, frame
from auditor.layers.attribution.mentions import Phrase
from auditor.layers.attribution.order import oblique
from auditor.layers.attribution.terms import Terms, Verb, terms
from auditor.layers.attribution.tokens import Tokens, tokenize
from auditor.layers.attribution.word_classes import (
    ADVERB,
    AUXILIARY,
    COMPLEMENT,
    CUE,
    INFINITIVE,
    POSSESSIVE,
    PREPOSITION,
    REPORTED,
    VERB,
)

Phrases = dict[str, tuple[tuple[str, ...], ...]]
_PLAIN = Verb("neutral")


class Lines:
    """The tokens of each unit, made when asked for."""

    def __init__(self, of: Frame, w: Terms) -> None:
        self._frame = of
        self._classes = w.classes
        self._made: dict[int, Tokens] = {}

    def __getitem__(self, unit: int) -> Tokens:
        if unit not in self._made:
            place = self._frame.units[unit]
            self._made[unit] = tokenize(self._frame.flat, place.start, place.end, self._classes)
        return self._made[unit]


def lines(reading: Reading) -> Lines:
    """Ask for it with `reading.use(lines)`."""
    return Lines(reading.use(frame), reading.language.once(terms))


def cues(reading: Reading) -> tuple[Cue, ...]:
    """All cues that have a source in their own sentence, in text order.

    Ask for it with `reading.use(cues)`.
    """
    w = reading.language.once(terms)
    tokens = reading.use(lines)
    units = range(len(reading.use(frame).units))
    return tuple(cue for unit in units for cue in in_line(tokens[unit], w, unit))


def in_line(t: Tokens, w: Terms, unit: int = 0) -> Iterator[Cue]:
    """The cues of one sentence."""
    found: list[Cue] = []
    free = 0
    for index, mask in enumerate(t.masks):
        if mask & CUE and index >= free:
            cue, free = _at(unit, t, index, w, found)
            if cue is not None:
                found.append(cue)
                yield cue


def _at(unit: int, t: Tokens, index: int, w: Terms, found: Sequence[Cue]) -> tuple[Cue | None, int]:
    """The cue at a token, if there is one, and the token to go on with."""
    word = t.lows[index]
    frames: tuple[tuple[Phrases, Order], ...] = (
        (w.according, "according"),
        (w.reactions, "reaction"),
    )
    for table, order in frames:
        length = longer(t, index, table)
        if length:
            return _following(unit, t, index, length, w, order), index + length
    if word in w.owned and index:
        owned = _owned(unit, t, index, w)
        if owned is not None:
            return owned, index + 1
    length = longer(t, index, w.verb_heads) or 1
    verb = w.verbs.get(" ".join(t.lows[index : index + length]) if length > 1 else word)
    if verb is None:
        return _impersonal(unit, t, index, w), index + length
    if index and (verb.noun or verb.guarded) and t.capital(index):
        # “State Department”, “Show”: a name, or a headline that says too little.
        return None, index + 1
    return _verb(unit, t, index, length, verb, w, found), index + length


def _plural(t: Tokens, index: int, w: Terms) -> bool:
    """A verb in the plural: it has no single person for its subject."""
    return bool(w.plural_endings) and t.lows[index].endswith(w.plural_endings)


def longer(t: Tokens, index: int, table: dict[str, tuple[tuple[str, ...], ...]]) -> int:
    """How many tokens the longest entry of `table` at `index` has; 0 for none."""
    for rest in table.get(t.lows[index], ()):
        if tuple(t.lows[index + 1 : index + 1 + len(rest)]) == rest:
            return 1 + len(rest)
    return 0


def _following(unit: int, t: Tokens, index: int, length: int, w: Terms, order: Order) -> Cue | None:
    phrase = mentions.after(t, index + length, len(t), w, t.lows[index + length - 1])
    if phrase is None:
        return None
    if w.free_order:
        # Behind the comma the clause begins: “по словам Сомова, директор уволен”.
        apposed = range(phrase.head_end + 1, phrase.end)
        if not (w.demonstratives and all(t.capital(i) for i in apposed)):
            phrase = phrase._replace(end=phrase.head_end)
    return _cue(unit, t, index, length, _PLAIN, order, phrase)


def _impersonal(unit: int, t: Tokens, index: int, w: Terms) -> Cue | None:
    """“В решении суда сказано: …”: the body whose paper it is."""
    led = {r[0] for r in w.according.get(t.lows[index], ()) if len(r) == 1}
    if not w.free_order or not led & (w.body_prepositions | w.governing):
        return None
    phrase = mentions.before(t, index - 1, 0, w) if index else None
    if phrase is None and index and t.words[index - 1] == ",":
        phrase = mentions.after(t, 1, index, w, t.lows[0])  # “В документе, копия …, сказано”
        phrase = phrase and Phrase(phrase.start, phrase.head_end, phrase.head_end)
    if phrase is None or not phrase.start or t.capital(phrase.start):
        return None
    if t.lows[phrase.start - 1] not in led:  # “из переписки следует”
        return None
    if phrase.start > 1 and t.lows[phrase.start - 2] in w.stops:
        return None  # “со ссылкой на …”
    owner = Phrase(phrase.start + 1, phrase.end, phrase.end)
    if len(range(*owner[:2])) and mentions.speaks(t, owner, w):
        phrase = owner
    return _cue(unit, t, index, 1, _PLAIN, "subject", phrase)


def _owned(unit: int, t: Tokens, index: int, w: Terms) -> Cue | None:
    """“Reed’s claim that …”, “her claim that …”: whoever’s claim it is."""
    if index + 1 >= len(t) or t.lows[index + 1] not in w.that:
        return None
    whose = t.lows[index - 1]
    if whose in w.him or whose in w.her:
        phrase = Phrase(index - 1, index, index)
    elif whose.endswith(w.possessive) and t.capital(index - 1):
        first = index - 1
        while first and t.capital(first - 1) and not t.lows[first - 1].endswith(w.possessive):
            first -= 1
        phrase = Phrase(first, index, index)
    else:
        return None
    verb = w.verbs.get(t.lows[index], _PLAIN)
    found = _cue(unit, t, index, 1, verb, "owned", phrase, complement=True)
    return found._replace(source=mentions.bare(t, phrase, w), head=mentions.bare(t, phrase, w)[1])


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
    clause = REPORTED if verb.guarded else COMPLEMENT
    # “сообщил, что”: some languages set off every clause with a comma.
    clause_at = addressees.past(t, behind, w)
    if clause_at < len(t) and t.words[clause_at] == ",":
        clause_at += 1
    complement = clause_at < len(t) and t.masks[clause_at] & clause != 0

    def made(order: Order, phrase: Phrase, said: bool = True) -> Cue:
        return _cue(unit, t, index, length, verb, order, phrase, said, complement)

    if t.lows[index] in w.citing and behind < len(t) and t.lows[behind] in (w.him | w.her):
        # “цитирует его РБК”: he speaks, not who cites him.
        return made("inverted", Phrase(behind, behind + 1, behind + 1))
    if verb.pronoun:
        return made("pronoun", Phrase(index, behind, behind))
    paper = told_in.paper(t, index, w) if w.written else None
    if paper:
        return made("according", paper)
    inverted = subjects.inverted(t, index, behind, verb, w)
    if inverted and not oblique(t, range(*inverted[:2]), w, index):
        return made("inverted", inverted)
    if verb.first:
        return None
    agent = subjects.agent(t, behind, verb, w)
    if agent:
        return made("agent", agent)
    left, said, passive = subjects.skip_fillers(t, index - 1, w)
    if passive and not verb.participle:
        return None
    if left < 0:
        return None
    follows = t.masks[behind] if behind < len(t) else 0
    if verb.noun and not complement and follows & (VERB | AUXILIARY | PREPOSITION):
        return None
    if verb.noun and t.masks[index - 1] & POSSESSIVE:
        return None
    if t.masks[index - 1] & INFINITIVE or (
        t.masks[max(index - 2, 0)] & INFINITIVE and t.masks[index - 1] & ADVERB
    ):
        order, phrase = subjects.earlier(t, index, w, found, "joined")
    else:
        order, phrase = subjects.of_cue(t, left, index, verb, w, found)
        told = (
            order == "subject"
            and phrase is not None
            and addressees.told(t, phrase.start, phrase.end, w)
        )
        governed = phrase is not None and order in ("subject", "apposed", "joined")
        if phrase is not None:
            governed = governed and oblique(t, range(*phrase[:2]), w, index)
        if w.free_order and not verb.participle and (told or governed or order in (None, "joined")):
            free = subjects.free(t, index, behind, w)
            if free and oblique(t, range(*free[:2]), w, index):
                free = None
            if free or governed or (told and _plural(t, index, w)):
                order, phrase = ("inverted", free) if free else (None, None)
    if verb.noun and order == "joined":
        return None
    if phrase is None or order is None:
        return None
    return made(order, phrase, said)
