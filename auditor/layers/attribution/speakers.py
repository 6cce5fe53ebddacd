"""Gives each quotation its speaker: by the trained scorer where the language has weights for it,
else by the sieves alone."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.items import Reading
from auditor.layers.attribution.candidates import Candidate
from auditor.layers.attribution.clues import Clues
from auditor.layers.attribution.cue import Cue
from auditor.layers.attribution.place import Place
from auditor.layers.attribution.scorer import Weights, choose
from auditor.layers.attribution.sieves import sieves
from auditor.layers.attribution.voice import Voice

_REASONS = 2
_DOUBTED = 0.8
"""As sure as it gets that nobody said it, where a sieve found somebody."""

_DUBBED = 0.8
"""How sure a naming verb right before the words makes its subject, where weights differ."""
_LED = 2
"""Tokens from that verb to the words (“described as”)."""
_WITHIN = 0.7
"""How likely a speaker must be for a name or irony in marks, which need nobody to say them."""

_GROUPS = {
    "cue": "cue",
    "fit": "cue",
    "headed": "cue",
    "sieve": "sieve",
    "previous": "previous",
    "like": "previous",
    "speaks": "speaks",
}
"""The first word of a clue, to the reason it belongs to; the others tell of its place."""


def voices(reading: Reading) -> tuple[Voice, ...]:
    """One for each of the frame's outermost quotations. Ask with `reading.use(voices)`."""
    weights = reading.language.weights
    if not weights:
        return tuple(reading.use(sieves).found)
    return tuple(_Choice(reading.use(Clues), weights).found)


class _Choice:
    def __init__(self, clues: Clues, weights: Weights) -> None:
        self.clues = clues
        self.weights = weights
        self.found: list[Voice] = []
        for index, sieved in enumerate(clues.sieves.found):
            self.found.append(self._voice(index, sieved))

    def _voice(self, index: int, sieved: Voice) -> Voice:
        place = self.clues.place(index)
        laid_out = self.clues.frame.tops[index].layout != "marks"
        if place is None or laid_out or sieved.sieve == "label":
            return sieved
        candidates = self.clues.candidates(place)
        told = [self.clues.of(place, c) for c in candidates]
        choice = choose(self.weights, told, self.clues.nobody(place))
        if choice.candidate is None:
            if sieved.source is None:
                return sieved
            return Voice(None, min(choice.probability, _DOUBTED), sieved.sieve)
        picked, surety = choice.candidate, choice.probability
        dubbing = self._dubbing(place, candidates)
        if dubbing is not None and dubbing != picked:
            picked, surety = dubbing, max(_DUBBED, 1 - surety)
        chosen = candidates[picked]
        if place.kind in "st" and surety < _WITHIN:
            # A name or irony in marks is somebody's only within what is surely reported.
            return Voice(None, min(choice.probability, _DOUBTED), sieved.sieve)
        reasons = self._reasons(place, chosen, told[picked])
        if sieved.source is not None and chosen.meets(sieved.source):
            source, cue, follows = sieved.source, sieved.cue, sieved.follows
        else:
            source = chosen.start, chosen.end
            cue, follows = self._cue(place, chosen), None
        if cue is None or follows is not None:
            before = self.found[index - 1] if index else None
            if before is not None and before.source and chosen.meets(before.source):
                cue, follows = before.cue, index - 1
            else:
                follows = None
        means = chosen.means if source == (chosen.start, chosen.end) else None
        return Voice(source, surety, "scorer", reasons, cue, follows, means)

    def _dubs(self, place: Place, cue: Cue) -> bool:
        if not cue.verb.naming or cue.order != "subject" or cue.unit != place.first:
            return False
        words = self.clues.text[slice(*cue.source)].casefold()
        return 0 < place.a - cue.last <= _LED and words not in self.clues.terms.pronouns

    def _dubbing(self, place: Place, candidates: Sequence[Candidate]) -> int | None:
        """“what Reed called “a farce””: whose naming verb leads right into the words."""
        for number, candidate in enumerate(candidates):
            if candidate.unit == place.first and any(
                self._dubs(place, cue) and candidate.meets(cue.source) for cue in candidate.cues
            ):
                return number
        return None

    def _cue(self, place: Place, chosen: Candidate) -> Cue | None:
        """The cue that ties it to the quotation, if one of its sentence does."""
        if chosen.unit not in (place.first, place.last):
            return None
        fits = [
            (self.clues.sieves.fit(place.number, cue)[0], n) for n, cue in enumerate(chosen.cues)
        ]
        fit, best = max(fits, default=(0.0, 0))
        return chosen.cues[best] if fit > 0 else None

    def _reasons(self, place: Place, chosen: Candidate, clues: list[str]) -> tuple[str, ...]:
        """What weighed for it, in words: what is said of it first, then where it stands."""
        sums: dict[str, float] = {}
        for clue in clues:
            weight = self.weights.get(clue)
            if weight:
                group = _GROUPS.get(clue.partition(" ")[0], "place")
                sums[group] = sums.get(group, 0.0) + weight
        ranked = sorted(sums, key=lambda group: (group in ("place", "speaks"), -sums[group]))
        told: list[str] = []
        for group in ranked:
            reason = self._said(group, place, chosen) if sums[group] > 0 else ""
            if reason and reason not in told:
                told.append(reason)
            if len(told) == _REASONS:
                break
        return tuple(told) or (_LIKELIEST,)

    def _said(self, group: str, place: Place, chosen: Candidate) -> str:
        if group == "cue":
            cue = self._cue(place, chosen)
            return self.clues.sieves.fit(place.number, cue)[1] if cue else ""
        if group == "sieve":
            return next(iter(place.voice.reasons), "")
        if group == "previous":
            goes_on = place.previous is not None and chosen.meets(place.previous)
            return "goes on from the quotation before" if goes_on else ""
        if group == "speaks":
            return "is quoted elsewhere in the article too"
        return self._where(place, chosen)

    def _where(self, place: Place, chosen: Candidate) -> str:
        near = self.clues.near(place, chosen)
        if near.where in ("SL", "SR"):
            low, high = sorted((chosen.start, place.start))
            others = (c for c in self.clues.mentions[chosen.unit] if c is not chosen)
            nearest = not any(low < c.start < high for c in others)
            return "the nearest person" if nearest else "named in its sentence"
        return _WHERE.get(near.where, "")


_LIKELIEST = "the likeliest of those named around it"
_WHERE = {
    "B1": "named in the sentence before",
    "B2": "named shortly before",
    "P1": "named in the paragraph before",
    "A": "named in the sentence after",
    "N": "named in the paragraph after",
}
