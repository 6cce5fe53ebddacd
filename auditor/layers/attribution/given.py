"""Given names that are common words too: “April Summers said”, “said Will Reed”."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.layers.attribution.terms import Terms
from auditor.layers.attribution.word_classes import (
    DEFINITE,
    PREPOSITION,
    PRONOUN,
    STOP,
    TIME,
    TIME_OPENER,
    TITLE,
)

_NO_SURNAME = STOP | TIME | PRONOUN | DEFINITE | TITLE


def begins_name(before: str, words: Sequence[str], w: Terms) -> bool:
    """Whether the first word of a run of capitals is a given name; what stands before tells.

    “Will Reed resign?”, “in April Reed said”, but “Yesterday, Will Reed said”; at the
    beginning of a sentence only a month is one.
    """
    if len(words) < 2 or words[0].casefold() not in w.given_words:
        return False
    of = w.classes.of
    if of(words[1].casefold().rstrip(".,")) & _NO_SURNAME:
        return False
    last = before.rsplit(maxsplit=1)[-1:]
    if last and last[0][-1].isalnum():
        return not of(last[0].casefold()) & (PREPOSITION | TIME_OPENER)
    return bool(of(words[0].casefold()) & TIME) or before.rstrip().endswith((",", ")"))
