"""Whose cue it is: the subject of a reporting verb, wherever it stands in the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.layers.attribution import mentions
from auditor.layers.attribution.cue import Cue, Order
from auditor.layers.attribution.mentions import Phrase
from auditor.layers.attribution.terms import Terms, Verb
from auditor.layers.attribution.tokens import Tokens


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
    phrase = mentions.after(t, behind, len(t), w, t.lows[index])
    if phrase is None:
        return None
    # “…,” said a beekeeper: no list has the noun, but its place is a speaker's.
    placed = quoted and t.lows[phrase.start] in w.indefinite
    if not placed and not mentions.speaks(t, phrase, w):
        return None
    at = phrase.end
    ends = at >= len(t) or not t.is_word(at) or t.lows[at] in w.relatives
    if ends:
        return phrase
    follows = t.lows[at]
    if follows in w.auxiliaries or (follows in w.verbs and not w.verbs[follows].participle):
        return None
    if quoted or verb.first or w.free_order:
        return phrase
    return _without_basis(t, phrase, w) if _runs_out(t, at, w) else None


def _without_basis(t: Tokens, phrase: Phrase, w: Terms) -> Phrase:
    """“an official familiar | with the matter”: how the source knows is no part of it."""
    for at in range(phrase.start + 1, phrase.end):
        if t.lows[at] in w.knowledge:
            return Phrase(phrase.start, at, at)
    return phrase


def _runs_out(t: Tokens, at: int, w: Terms) -> bool:
    """No other clause follows: “…, said an official familiar with the matter.”"""
    return not any(
        low in w.verbs or low in w.auxiliaries or low in w.pronouns for low in t.lows[at:]
    )


def free(t: Tokens, index: int, behind: int, w: Terms) -> Phrase | None:
    """The subject behind its verb where nothing but the language's order puts it there."""
    phrase = mentions.after(t, behind, len(t), w, t.lows[index])
    return phrase if phrase and mentions.speaks(t, phrase, w) else None


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
        word = t.lows[at]
        if word in w.auxiliaries or word in w.be:
            said = said and word not in w.unsaid
            passive = passive or word in w.be
        elif word in ("'", "’") or (w.adverb(word) and not t.capital(at)):
            pass
        elif aside := _aside(t, at, w):
            at -= aside
            continue
        else:
            break
        at -= 1
    timed = _skip_time(t, at, w)
    while timed < at and timed > 0 and w.adverb(t.lows[timed]) and not t.capital(timed):
        timed -= 1  # “The bank just this month announced”
    return timed, said, passive


def _aside(t: Tokens, at: int, w: Terms) -> int:
    """How many tokens of a phrase between source and cue end at `at` (“Lind in turn said”)."""
    for rest in w.asides.get(t.lows[at], ()):
        first = at - len(rest)
        if first > 0 and tuple(t.lows[first:at]) == rest and t.is_word(first - 1):
            return len(rest) + 1
    return 0


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


def of_cue(
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
            return earlier(t, index, w, found, "participle" if verb.participle else "joined")
        return None, None
    if word in w.joins:
        led = _clause_pronoun(t, index, found, w) if verb.guarded else None
        return ("joined", led) if led else earlier(t, index, w, found, "joined")
    phrase = mentions.before(t, left, low, w)
    if phrase is not None:
        who = _relative_left(t, phrase.start, low, w)
        if who is not None:
            # “pria yang … itu menulis”: where a demonstrative closes it, all of it is meant.
            closed = t.lows[phrase.end - 1] in w.demonstratives
            phrase = Phrase(who.start, phrase.end, phrase.end) if closed else who
        if verb.noun and phrase.start and t.lows[phrase.start - 1] in w.prepositions:
            return None, None
        if w.body_prepositions and _is_place(t, phrase, index, w):
            return None, None
        bare = bool(w.finite_endings) and not t.lows[index].endswith(w.finite_endings)
        if verb.noun and bare and t.lows[phrase.start] in w.indefinite:
            return None, None  # “an executive order that …”
        if mentions.speaks(t, phrase, w) or (not verb.guarded and _somebody(t, phrase, low, w)):
            return "subject", phrase
        if verb.participle:
            return earlier(t, index, w, found, "participle")
        return None, None
    if verb.participle and word not in w.prepositions and word not in w.be:
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


def _is_place(t: Tokens, phrase: Phrase, index: int, w: Terms) -> bool:
    """“В Туле рассказал Петров”: a preposition stands before it, and the verb is no plural."""
    before = t.lows[phrase.start - 1] if phrase.start else ""
    if before not in w.prepositions and before not in w.body_prepositions:
        return False
    return before not in w.body_prepositions or not t.lows[index].endswith(w.plural_endings)


def _somebody(t: Tokens, phrase: Phrase, low: int, w: Terms) -> bool:
    """“One questioner said”: no list has the noun, but its place is a subject's."""
    opens = t.lows[phrase.start]
    if phrase.end - phrase.start not in (2, 3) or not (
        opens in w.definite or opens in w.indefinite or opens in w.quantifiers
    ):
        return False
    return (
        phrase.start == low
        or not t.is_word(phrase.start - 1)
        or t.lows[phrase.start - 1] in w.stops
    )


def _clause_start(t: Tokens, left: int) -> int:
    for index in range(left, -1, -1):
        if (t.is_quote(index) and not _inside_name(t, index)) or t.words[index] in (";", ":"):
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
            if left in w.prepositions or (
                t.is_word(phrase.start - 1) and left not in w.stops and left not in w.joins
            ):
                continue
        between = t.lows[at + 1]
        relative = between in w.relatives
        if not relative and any(t.lows[x] in w.auxiliaries for x in range(at + 1, comma)):
            continue
        opens_apposition = (
            between in w.indefinite
            or between in w.definite
            or t.capital(at + 1)
            or between.isdigit()
            or between in w.roles
            or between in w.titles
        )
        if opens_apposition and t.lows[at - 1] in w.demonstratives and t.capital(at + 1):
            return Phrase(at + 1, comma, comma)  # “juru bicara itu, Sari Dewi, …”: the name
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
        if t.lows[at] in w.joins or t.lows[at] in w.complement:
            return None
        at -= 1
    return None


def earlier(
    t: Tokens, index: int, w: Terms, found: Sequence[Cue], order: Order
) -> tuple[Order | None, Phrase | None]:
    """The subject of the cue before, or of the sentence."""
    for plain in (True, False):
        for cue in reversed(found):
            if cue.phrase.start >= index or t.lows[cue.phrase.start] in w.present:
                continue
            if cue.order == "relative" and order == "participle" and t.words[index - 1] == ",":
                continue  # “mocked those who praise rivals, saying …”: whoever mocked
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
        opening = (
            opening
            or (word in w.verbs and w.verbs[word].participle)
            or (word.endswith(w.participle_endings) and t.capital(at))
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
    end = phrase.head_end
    vague = end == phrase.start + 1 and t.lows[phrase.start] in w.vague
    if vague and end < high and t.lows[end] in w.prepositions:
        return None  # “Some of it she brings on herself …”
    end = phrase.start + 1
    while end < phrase.head_end and not (
        t.capital(end - 1)
        and t.lows[end - 1] not in w.definite
        and not t.capital(end)
        and t.is_word(end)
        and t.lows[end] not in w.roles
        and t.lows[end] not in w.prepositions
        and not (w.free_order and t.lows[end - 1] in w.roles)
    ):
        end += 1
    phrase = Phrase(phrase.start, phrase.end if end == phrase.head_end else end, end)
    return phrase if mentions.speaks(t, phrase, w) else None
