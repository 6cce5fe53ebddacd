"""What the words around a mention show of whoever it means: “сказала” is a woman's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from auditor.layers.attribution.cue import Cue
from auditor.layers.attribution.cues import Lines
from auditor.layers.attribution.declined import Case, Gender
from auditor.layers.attribution.terms import Terms


class Shown(NamedTuple):
    """Attributes:
    gender: by the verb's own ending.
    case: how the mention hangs on its cue; None where nothing tells.
    """

    gender: Gender | None = None
    case: Case | None = None


NOTHING = Shown()


def shown(cues: Iterable[Cue], lines: Lines, w: Terms) -> dict[tuple[int, int], Shown]:
    """By the bounds of the mention; empty where the language's verbs tell no gender."""
    found: dict[tuple[int, int], Shown] = {}
    if not w.feminine_endings:
        return found
    for cue in cues:
        known = found.get(cue.source, NOTHING)
        told = _of(cue, lines[cue.unit].lows[cue.first : cue.last + 1], w)
        found[cue.source] = Shown(known.gender or told.gender, known.case or told.case)
    return found


def _of(cue: Cue, words: Sequence[str], w: Terms) -> Shown:
    if cue.order == "pronoun":
        own = " ".join(words)
        return Shown("f" if own in w.hers else "m" if own in w.his else None)
    plain = w.feminine_endings + w.masculine_endings  # “к такому выводу пришла Анна Алова”
    if cue.order in ("agent", "reaction") or (
        cue.order == "according" and words[-1] not in w.verbs and not words[-1].endswith(plain)
    ):
        return Shown(case="governed")
    for word in words:
        if word.endswith(w.feminine_endings):
            return Shown("f", "plain")
        if word.endswith(w.masculine_endings):
            return Shown("m", "plain")
    return Shown(case="plain")
