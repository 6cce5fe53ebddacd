"""Where the order of words alone makes a cue with its subject behind it a report.

In languages whose subject may follow its verb: “Мост закроют, обещает мэр”, “Так считает
эксперт”. Any cue counts there, also one with other uses.
"""

from __future__ import annotations

from auditor.layers.attribution.cue import Cue
from auditor.layers.attribution.terms import Terms
from auditor.layers.attribution.tokens import Tokens

_MIN_CONTENT = 2
"""Words that must be told beside what stands between commas."""


def placed(t: Tokens, cue: Cue, w: Terms) -> bool:
    """Whether the place of a cue shows that it reports something."""
    if not w.free_order or not cue.said:
        return False
    if cue.order == "pronoun":  # “по его словам”
        return True
    behind = cue.last + 1
    if cue.order in ("subject", "apposed", "joined"):
        return _colon(t, behind)  # “Болельщики жалуются на цены: …”
    if cue.order != "inverted" or not cue.first:
        return False
    opener = t.lows[cue.first - 1]
    if opener in w.thus:
        return True
    return opener in (",", "—", "–") and _closed(t, cue, w) and _content(t, cue) >= _MIN_CONTENT


def _colon(t: Tokens, behind: int) -> bool:
    """Whether a colon follows, with no other sign before it, and what was said behind it."""
    sign = next((i for i in range(behind, len(t)) if not t.is_word(i)), len(t))
    return sign + _MIN_CONTENT < len(t) and t.words[sign] == ":"


def timed(t: Tokens, cue: Cue, w: Terms) -> bool:
    """“до того, как о ней написали пользователи”: when it was, not what was said."""
    if not w.governing or cue.order != "inverted":
        return False
    opener = next((i for i in range(cue.first - 1, -1, -1) if not t.is_word(i)), -1) + 1
    return opener < cue.first and t.lows[opener] in w.supposing


def _closed(t: Tokens, cue: Cue, w: Terms) -> bool:
    """Whether nothing but an addition follows the subject: “, обещает мэр в письме”."""
    end = cue.phrase.end
    return end >= len(t) or not t.is_word(end) or t.lows[end] in w.prepositions


def _content(t: Tokens, cue: Cue) -> int:
    """Words before the cue, and behind it where the sentence goes on after a comma."""
    end = cue.phrase.end
    goes_on = end < len(t) and t.words[end] in (",", "—", "–")
    behind = sum(t.is_word(i) for i in range(end, len(t))) if goes_on else 0
    return sum(t.is_word(i) for i in range(cue.first)) + behind
