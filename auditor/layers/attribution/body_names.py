"""The bodies an article names: what “KPU” is short for, the longer name of “министерство”."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from auditor.items import Reading
from auditor.layers.attribution.cases import Cases
from auditor.layers.attribution.cues import lines
from auditor.layers.attribution.frame import Frame, frame
from auditor.layers.attribution.names import Name, Names, names
from auditor.layers.attribution.noun import classify
from auditor.layers.attribution.noun_lists import Lists
from auditor.layers.attribution.terms import Terms, terms
from auditor.layers.attribution.tokens import Tokens

_PLACE = regex.compile(r" (\p{Ll}{1,2}) \p{Lu}[\p{L}-]+")
_TRIES = 4
"""Earlier places of a word that are looked at for a longer name of it."""


class BodyNames:
    """Ask for it with `reading.use(BodyNames)`."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._names: Names = reading.use(names)
        self._frame: Frame = reading.use(frame)
        self._terms: Terms = reading.language.once(terms)
        self._cases: Cases = reading.language.once(Cases)

    def spelled_out(self, short: str) -> str | None:
        """“KPU” is “Komisi Pemilihan Umum”: the one run of capitals with these initials."""
        runs = (self._frame.flat[run.start : run.end].split() for run in self._names.runs)
        found = {
            " ".join(words[: len(short)])
            for words in runs
            if len(words) >= len(short) > 1
            and "".join(word[0] for word in words[: len(short)]) == short
        }
        return found.pop() if len(found) == 1 else None

    def before(self, words: Sequence[str], start: int) -> str | None:
        """The longer name by which the text told of a body before: “краевое министерство”."""
        flat = self._frame.flat
        stem = words[0][: max(len(words[0]) - 2, 3)].casefold()
        low, place = flat.lower(), start
        for _ in range(_TRIES):
            place = low.rfind(stem, 0, place)
            unit = self._frame.unit_at(place) if place >= 0 else None
            if unit is None:
                return None
            t = self._reading.use(lines)[unit]
            at = next((i for i, s in enumerate(t.starts) if s == place), None)
            if at is None or at + len(words) > len(t):
                continue
            first, last = self._around(t, at, at + len(words) - 1)
            found = classify(self._reading, t.starts[first], t.ends[last])
            name = found.name if found is not None and found.people == "body" else None
            if name and self._cases.holds(name.casefold().split(), words):
                name = self._with_place(name, flat)
                return name[0].lower() + name[1:] if self._in_small(name, flat) else name
        return None

    def _around(self, t: Tokens, first: int, last: int) -> tuple[int, int]:
        """First and last token of a body's name: adjectives before its noun, genitives behind."""
        lists: Lists = self._reading.language.once(Lists)
        verbs = (*self._terms.plural_endings, *self._terms.feminine_endings)
        while first and t.lows[first - 1].endswith(lists.adjective_endings):
            first -= 1
        while last + 1 < len(t) and t.is_word(last + 1):
            low = t.lows[last + 1]
            genitive = low.endswith(lists.genitive_endings) and not low.endswith(verbs)
            if low in lists.boundaries or not (t.capital(last + 1) or genitive):
                break
            last += 1
        return first, last

    def _with_place(self, name: str, flat: str) -> str:
        """“областной суд | в Туле”"""
        end = flat.find(name) + len(name)
        place = _PLACE.match(flat, end) if end >= len(name) else None
        told = place is not None and place[1] in self._terms.body_prepositions
        return name + place[0] if told and place is not None else name

    @staticmethod
    def _in_small(name: str, flat: str) -> bool:
        """Whether its first capital is the sentence's alone."""
        place = flat.find(name)
        before = flat[max(place - 3, 0) : place].strip()
        return not name.split()[0].isupper() and (not before or before[-1] in ".!?")

    def last_in(self, start: int, end: int) -> Name | None:
        """The last body named in a stretch of text."""
        for run in reversed(self._names.between(start, end)):
            found = classify(self._reading, run.start, run.end)
            if found is not None and found.people == "body" and found.named:
                return run
        return None
