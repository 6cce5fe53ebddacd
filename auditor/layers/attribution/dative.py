"""Who was told, by the case of a name behind the verb: “сказал Сидоров Беловой”."""

from __future__ import annotations

from auditor.layers.attribution.mentions import Phrase
from auditor.layers.attribution.terms import Terms
from auditor.layers.attribution.tokens import Tokens


def without_told(t: Tokens, phrase: Phrase, w: Terms) -> Phrase:
    """“сказал Сидоров | Беловой”: a surname in the dative behind one in the nominative."""
    last = phrase.end - 1
    if phrase.end - phrase.start < 2 or phrase.head_end != phrase.end or not w.dative_endings:
        return phrase
    if not (t.capital(last) and t.capital(last - 1) and _dative(t, last, w)):
        return phrase
    first = last
    if first - 1 > phrase.start and _dative(t, first - 1, w):
        first -= 1  # “сказала Белова | Петру Сидорову”
    if t.lows[first - 1] in w.first_names or not t.lows[first - 1].endswith(w.subject_endings):
        return phrase
    return Phrase(phrase.start, first, first)


def only_told(t: Tokens, phrase: Phrase, verb: str, w: Terms) -> bool:
    """“сказали Марии Сомовой”: one name in the dative is no subject of a plural verb."""
    if not w.dative_endings or not verb.endswith(w.plural_endings):
        return False
    inside = range(phrase.start, phrase.end)
    named = all(t.capital(i) and not t.words[i].isupper() for i in inside)
    return named and _dative(t, phrase.end - 1, w)


def _dative(t: Tokens, index: int, w: Terms) -> bool:
    return t.lows[index].endswith(w.dative_endings) and t.lows[index] not in w.roles
