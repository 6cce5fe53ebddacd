"""Whose cue it is: the subject of a reporting verb, wherever it stands in the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.layers.attribution import dative, mentions
from auditor.layers.attribution.cue import Cue, Order
from auditor.layers.attribution.mentions import Phrase
from auditor.layers.attribution.terms import Terms, Verb
from auditor.layers.attribution.tokens import Tokens
from auditor.layers.attribution.word_classes import (
    ADVERB,
    ASIDE,
    AUXILIARY,
    BE,
    CAPITAL,
    COMPLEMENT,
    DEFINITE,
    DEMONSTRATIVE,
    DETERMINER,
    DIGITS,
    DOCUMENT,
    INDEFINITE,
    JOIN,
    PARTICIPLE,
    PERSONAL_RELATIVE,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    PUBLISHER,
    QUOTE,
    RELATIVE,
    ROLE,
    STOP,
    TIME,
    TIME_OPENER,
    TITLE,
    VAGUE,
    VERB,
    WORD,
)

_APPOSED = INDEFINITE | DEFINITE | CAPITAL | DIGITS | ROLE | TITLE
"""What an apposition may begin with."""


def inverted(t: Tokens, index: int, behind: int, verb: Verb, w: Terms) -> Phrase | None:
    if verb.straight or verb.participle:
        return None
    if index == 0:
        # “Said Jones: …”
        phrase = mentions.after(t, behind, len(t), w, t.lows[index])
        if phrase is None or phrase.end >= len(t):
            return None
        # “Kata Maryati, “…””: a verb that only stands before whoever speaks.
        led = (
            verb.first
            and t.words[phrase.end] == ","
            and phrase.end + 1 < len(t)
            and t.is_quote(phrase.end + 1)
        )
        return phrase if led or t.words[phrase.end] == ":" else None
    before = index - 1
    quoted = t.is_quote(before)
    if not quoted:
        if t.words[before] not in ",—–-?!…":
            return None
        quoted = before > 0 and t.is_quote(before - 1)
        agrees = not w.feminine_endings  # else its ending may show that it is not the subject's
        if agrees and not quoted and t.words[before] == "," and _apposed(t, before, 0, w):
            return None  # “Ketua, Ann Reed, mendesak polisi …”: the subject stands before it
    phrase = _teller(t, index, behind, w)
    if phrase is None:
        return None
    # “…,” said a beekeeper: no list has the noun, but its place is a speaker's.
    closed = verb.first and t.masks[phrase.end - 1] & DEMONSTRATIVE  # “ujar abdi dalem itu”
    placed = closed or (quoted and t.masks[phrase.start] & INDEFINITE)
    if not placed and not mentions.speaks(t, phrase, w):
        return None
    at = phrase.end
    if at >= len(t) or not t.masks[at] & WORD or t.masks[at] & RELATIVE:
        return phrase
    follows = t.masks[at]
    if follows & AUXILIARY or (follows & VERB and not follows & PARTICIPLE):
        return None
    if quoted or verb.first or w.free_order:
        return phrase
    return _without_basis(t, phrase, w) if _runs_out(t, at) else None


def _without_basis(t: Tokens, phrase: Phrase, w: Terms) -> Phrase:
    """“an official familiar | with the matter”: how the source knows is no part of it."""
    for at in range(phrase.start + 1, phrase.end):
        if t.lows[at] in w.knowledge:
            return Phrase(phrase.start, at, at)
    return phrase


def _runs_out(t: Tokens, at: int) -> bool:
    """No other clause follows: “…, said an official familiar with the matter.”"""
    return not any(mask & (VERB | AUXILIARY | PRONOUN) for mask in t.masks[at:])


def free(t: Tokens, index: int, behind: int, w: Terms) -> Phrase | None:
    """The subject behind its verb where nothing but the language's order puts it there."""
    phrase = _teller(t, index, behind, w)
    return phrase if phrase and mentions.speaks(t, phrase, w) else None


def _teller(t: Tokens, index: int, behind: int, w: Terms) -> Phrase | None:
    """The phrase behind a verb, without whoever was told."""
    phrase = mentions.after(t, behind, len(t), w, t.lows[index])
    if phrase is None or dative.only_told(t, phrase, t.lows[index], w):
        return None
    return dative.without_told(t, phrase, w)


def agent(t: Tokens, behind: int, verb: Verb, w: Terms) -> Phrase | None:
    if verb.participle or behind >= len(t):
        return None
    by = t.lows[behind] in w.agent
    if not by and not verb.passive:
        return None
    phrase = mentions.after(t, behind + by, len(t), w)
    return phrase if phrase and mentions.speaks(t, phrase, w) else None


def skip_fillers(t: Tokens, at: int, w: Terms) -> tuple[int, bool, bool]:
    """Index left of auxiliaries and adverbs; whether it was said; whether it is a passive."""
    said, passive = True, False
    while at >= 0:
        mask = t.masks[at]
        if mask & (AUXILIARY | BE):
            said = said and t.lows[at] not in w.unsaid
            passive = passive or mask & BE != 0
        elif t.lows[at] in ("'", "’") or (mask & ADVERB and not mask & CAPITAL):
            pass
        elif mask & ASIDE and (aside := _aside(t, at, w)):
            at -= aside
            continue
        else:
            break
        at -= 1
    timed = _skip_time(t, at)
    while 0 < timed < at and t.masks[timed] & ADVERB and not t.masks[timed] & CAPITAL:
        timed -= 1  # “The bank just this month announced”
    return timed, said, passive


def _aside(t: Tokens, at: int, w: Terms) -> int:
    """How many tokens of a phrase between source and cue end at `at` (“Lind in turn said”)."""
    for rest in w.asides.get(t.lows[at], ()):
        first = at - len(rest)
        if first > 0 and tuple(t.lows[first:at]) == rest and t.is_word(first - 1):
            return len(rest) + 1
    return 0


def _skip_time(t: Tokens, at: int) -> int:
    """“Smith on Wednesday said”: left of the time, where something stands there."""
    masks = t.masks
    if at > 0 and masks[at] & TIME:
        opener = at - 1
        while opener > 0 and masks[opener] & TIME:
            opener -= 1  # “on Tuesday night”
        if masks[opener] & TIME_OPENER and opener > 0:
            opener -= 1
            if masks[opener] & TIME_OPENER and opener > 0:
                opener -= 1
        comma = t.words[opener] == "," and opener + 1 < at
        if (masks[opener] & WORD or comma) and not masks[opener] & STOP:
            return opener
    return at


def of_cue(
    t: Tokens, left: int, index: int, verb: Verb, w: Terms, found: Sequence[Cue]
) -> tuple[Order | None, Phrase | None]:
    mask = t.masks[left]
    low = _clause_start(t, left)
    if mask & (PERSONAL_RELATIVE | RELATIVE):
        at = left - 1
        if at >= 0 and t.words[at] == ",":
            at -= 1
        phrase = mentions.before(t, at, 0, w) if at >= 0 else None
        if phrase and mentions.speaks(t, phrase, w):
            return "relative", phrase
        return None, None
    if t.words[left] in (",", "—", "–") or mask & QUOTE:
        if t.words[left] == "," and not verb.participle:
            phrase = _apposed(t, left, low, w)
            if phrase:
                return "apposed", phrase
        if verb.participle or t.words[left] == ",":
            return earlier(t, index, w, found, "participle" if verb.participle else "joined")
        return None, None
    if mask & JOIN:
        led = _clause_pronoun(t, index, found, w) if verb.guarded else None
        return ("joined", led) if led else earlier(t, index, w, found, "joined")
    phrase = mentions.before(t, left, low, w)
    if phrase is not None:
        who = _relative_left(t, phrase.start, low, w) or _modified_left(t, phrase.start, low, w)
        if who is not None:
            # “pria yang … itu menulis”: where a demonstrative closes it, all of it is meant.
            closed = bool(t.masks[phrase.end - 1] & DEMONSTRATIVE)
            # “studi yang terbit di jurnal …”: its publisher may stand there.
            paper = bool(w.demonstratives) and t.count(DOCUMENT, who.start, who.end) > 0
            closed = closed or paper
            phrase = Phrase(who.start, phrase.end, phrase.end) if closed else who
        if verb.noun and phrase.start and t.masks[phrase.start - 1] & PREPOSITION:
            return None, None
        if w.body_prepositions and _is_place(t, phrase, index, w):
            return None, None
        bare = bool(w.finite_endings) and not t.lows[index].endswith(w.finite_endings)
        if verb.noun and bare and _singular(t, phrase.start, index):
            return None, None  # “an executive order that …”, “told them on a conference call that”
        if verb.participle and t.masks[phrase.head_end - 1] & (ROLE | DOCUMENT) > ROLE:
            # “In a statement announcing …”, “a letter urging …”: whoever wrote it.
            return earlier(t, index, w, found, "participle")
        if mentions.speaks(t, phrase, w) or (
            not (verb.guarded or verb.noun) and _somebody(t, phrase, low)
        ):
            return "subject", phrase
        if verb.participle:
            return earlier(t, index, w, found, "participle")
        return None, None
    if verb.participle and not mask & (PREPOSITION | BE):
        return earlier(t, index, w, found, "participle")
    return None, None


def _clause_pronoun(t: Tokens, index: int, found: Sequence[Cue], w: Terms) -> Phrase | None:
    """“… after she attacked the police and blamed …”: she, the subject of that clause."""
    low = max((cue.last for cue in found), default=0)
    for at in range(index - 1, low + 1, -1):
        if not t.is_word(at) and t.words[at] != ",":
            return None
        if t.lows[at] in w.pronouns and t.lows[at] not in w.thing:
            opens = t.lows[at - 1]
            clause = opens in w.stops and opens not in w.complement and opens not in w.joins
            return Phrase(at, at + 1, at + 1) if clause else None
    return None


def _singular(t: Tokens, start: int, index: int) -> bool:
    """Whether the phrase, or the noun right before the cue, has “a” before it."""
    near = range(max(start, index - 3), index)
    return any(t.masks[at] & INDEFINITE for at in (start, *near))


def _is_place(t: Tokens, phrase: Phrase, index: int, w: Terms) -> bool:
    """“В Туле рассказал Петров”: a preposition stands before it, and the verb is no plural."""
    before = t.lows[phrase.start - 1] if phrase.start else ""
    if before not in w.prepositions and before not in w.body_prepositions:
        return False
    return before not in w.body_prepositions or not t.lows[index].endswith(w.plural_endings)


def _somebody(t: Tokens, phrase: Phrase, low: int) -> bool:
    """“One questioner said”: no list has the noun, but its place is a subject's."""
    if phrase.end - phrase.start not in (2, 3) or not t.masks[phrase.start] & DETERMINER:
        return False
    before = t.masks[phrase.start - 1]
    return phrase.start == low or not before & WORD or before & STOP != 0


def _clause_start(t: Tokens, left: int) -> int:
    for index in range(left, -1, -1):
        mask = t.masks[index]
        if mask & WORD:
            continue
        if (mask & QUOTE and not _inside_name(t, index)) or t.words[index] in (";", ":"):
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
            left = t.masks[phrase.start - 1]
            if left & PREPOSITION or (left & WORD and not left & (STOP | JOIN)):
                continue
        between = t.masks[at + 1]
        clause = next((i for i in range(at + 1, comma) if t.masks[i] & RELATIVE), comma)
        if t.count(AUXILIARY, at + 1, clause):
            continue  # but “a lawyer who has …” stays an insertion
        aged = w.free_order and t.words[at + 1][0].isdigit()  # “, 70-летний Федот Курков,”
        opens_apposition = between & _APPOSED or aged
        if opens_apposition and t.masks[at - 1] & DEMONSTRATIVE and between & CAPITAL:
            return Phrase(at + 1, comma, comma)  # “juru bicara itu, Sari Dewi, …”: the name
        if opens_apposition:
            # The phrase takes its apposition along.
            return Phrase(phrase.start, comma, at)
        return Phrase(phrase.start, phrase.end, at)
    return None


def _relative_left(t: Tokens, start: int, low: int, w: Terms) -> Phrase | None:
    """“The woman who saw the crash said”: the woman."""
    at = start - 1
    while at > low and start - at < 14 and t.masks[at] & WORD:
        if t.masks[at] & PERSONAL_RELATIVE:
            phrase = mentions.before(t, at - 1, low, w)
            return phrase if phrase and mentions.speaks(t, phrase, w) else None
        if t.masks[at] & (JOIN | COMPLEMENT):
            return None
        at -= 1
    return None


def _modified_left(t: Tokens, start: int, low: int, w: Terms) -> Phrase | None:
    """“A diplomat briefed on the plan said”, “Emails seen by the Post show”."""
    at = start - 1
    if at - 1 <= low or not t.masks[at] & (PREPOSITION | PUBLISHER):
        return None
    at -= 1
    if t.lows[at] not in w.postmodifiers:
        return None
    while at > low and t.masks[at - 1] & ADVERB:
        at -= 1
    phrase = mentions.before(t, at - 1, low, w)
    return phrase if phrase and mentions.speaks(t, phrase, w) else None


def earlier(
    t: Tokens, index: int, w: Terms, found: Sequence[Cue], order: Order
) -> tuple[Order | None, Phrase | None]:
    """The subject of the cue before, or of the sentence."""
    for plain in (True, False):
        for cue in reversed(found):
            if cue.phrase.start >= index or t.masks[cue.phrase.start] & PRESENT:
                continue
            if cue.order == "relative" and order == "participle" and t.words[index - 1] == ",":
                continue  # “mocked those who praise rivals, saying …”: whoever mocked
            if not (plain and cue.verb.guarded):
                return order, cue.phrase
    phrase = subject(t, 0, index, w)
    return (order, phrase) if phrase else (None, None)


def subject(t: Tokens, low: int, high: int, w: Terms) -> Phrase | None:
    """The subject of a sentence, where it stands at its beginning or behind an opening phrase."""
    at, masks = low, t.masks
    for _ in range(4):
        while at < high and (not masks[at] & WORD or masks[at] & ADVERB):
            at += 1
        if at >= high:
            return None
        mask = masks[at]
        opening = mask & (PREPOSITION | STOP | TIME) and not mask & (DEFINITE | INDEFINITE)
        opens = opening or mask & (DIGITS | PARTICIPLE)
        if not (opens or (mask & CAPITAL and t.lows[at].endswith(w.participle_endings))):
            break
        while at < high and t.words[at] != "," and not masks[at] & QUOTE:
            at += 1
        at += 1
    if at >= high:
        return None
    phrase = mentions.after(t, at, high, w)
    if phrase is None:
        return None
    end = phrase.head_end
    vague = end == phrase.start + 1 and masks[phrase.start] & VAGUE
    if vague and end < high and masks[end] & PREPOSITION:
        return None  # “Some of it she brings on herself …”
    pointed = masks[phrase.head_end - 1] & DEMONSTRATIVE  # “Auditor itu”
    end = phrase.head_end if pointed else phrase.start + 1
    while end < phrase.head_end and not (
        masks[end - 1] & CAPITAL
        and not masks[end - 1] & DEFINITE
        and masks[end] & WORD
        and not masks[end] & (CAPITAL | ROLE | PREPOSITION)
        and not (w.free_order and masks[end - 1] & ROLE)
    ):
        end += 1
    phrase = Phrase(phrase.start, phrase.end if end == phrase.head_end else end, end)
    return phrase if mentions.speaks(t, phrase, w) else None
