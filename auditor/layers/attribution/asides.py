"""Who is named in what the writer puts into a quotation."""

from __future__ import annotations

from bisect import bisect_left

from auditor.layers.attribution import mentions
from auditor.layers.attribution.terms import Terms
from auditor.layers.attribution.tokens import Tokens
from auditor.layers.attribution.voice import Voice
from auditor.layers.marks import Mark


def put_in(t: Tokens, mark: Mark, w: Terms) -> Voice | None:
    """“— …, — waves Petrova. — …”: somebody between the dashes, whatever the verb."""
    for start, end in mark.asides[:1]:
        inside = range(bisect_left(t.starts, start), bisect_left(t.starts, end))
        # The first word is whatever stands for the verb.
        verb = next((i for i in inside if t.is_word(i)), inside.stop)
        behind = range(verb + 1, inside.stop)
        named = [i for i in behind if t.capital(i) and t.lows[i - 1] not in w.prepositions]
        told = [i for i in behind if t.lows[i] in w.roles or t.lows[i] in w.pronouns]
        for at in (*named, *told):
            who = mentions.after(t, at, inside.stop, w)
            if who and mentions.speaks(t, who, w):
                span = t.starts[who.start], t.ends[who.end - 1]
                return Voice(span, 0.8, "cue", ("named between the dashes",))
    return None
