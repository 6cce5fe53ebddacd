"""The people an article names: who “Ayu”, “the mayor” and “the 43-year-old” can be.

Everything is looked up when asked for: most articles never need it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import regex

from auditor.items import Reading
from auditor.layers.attribution.aliases import aliases
from auditor.layers.attribution.cases import Cases
from auditor.layers.attribution.declined import Declined, Gender
from auditor.layers.attribution.frame import FILL, Frame, frame
from auditor.layers.attribution.gender_beside import gender_beside
from auditor.layers.attribution.names import Name, Names, names, without_stop
from auditor.layers.attribution.noun import classify
from auditor.layers.attribution.noun_lists import Lists
from auditor.layers.attribution.noun_phrase import NounPhrase
from auditor.layers.attribution.terms import Terms, terms

_WORD = regex.compile(r"[\p{L}\d]+(?:['’.\-‑]\p{L}+)*")
_BEFORE = 90
"""Code points before a name in which a title or a trade may stand."""
_BESIDE = 70
"""Code points behind a name in which an age, an alias or a trade may stand."""
_CLAUSE = regex.compile(r"[,.;:!?()\n]")
_SHORTEST = 3
"""Letters of a name that stands alone; fewer are initials and units."""
_WORDS = 8
"""Words before a name that may be said of it."""


class Told(NamedTuple):
    """One naming of a person, with what is said beside the name.

    Attributes:
        beside: case-folded words before and behind the name, its own left out.
    """

    name: Name
    beside: frozenset[str]


class People:
    """Ask for it with `reading.use(People)`."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._names: Names = reading.use(names)
        self._frame: Frame = reading.use(frame)
        self._terms: Terms = reading.language.once(terms)
        self._cases: Cases = reading.language.once(Cases)
        self._declined: Declined = reading.language.once(Declined)
        self._phrases: dict[int, NounPhrase | None] = {}
        self._told: tuple[Told, ...] | None = None
        self._low: str | None = None
        self._aliases: dict[str, str] | None = None
        self._proven: set[str] | None = None
        self._places: set[str] | None = None

    def phrase(self, name: Name) -> NounPhrase | None:
        """What a run of capitals is, where it is a person."""
        if name.start not in self._phrases:
            found = classify(self._reading, name.start, name.end)
            person = found is not None and found.kind == "named_person" and found.name
            word = name.words[0] if len(name.words) == 1 else ""
            no_name = self._behind_in(name) or (
                word and (len(word) < _SHORTEST or self._is_place(word) or self._is_adjective(name))
            )
            self._phrases[name.start] = (
                self._gendered(name, found) if person and not no_name else None
            )
        return self._phrases[name.start]

    def _gendered(self, name: Name, found: NounPhrase | None) -> NounPhrase | None:
        """With what the nouns beside the name tell, where case endings tell nothing."""
        if found is None or self._declined:
            return found
        lists: Lists = self._reading.language.once(Lists)
        told = gender_beside(self._frame.flat, name.start, name.end, lists)
        return replace(found, gender=told) if told else found

    def _is_adjective(self, name: Name) -> bool:
        """“суд Тверской | области”: what it belongs to follows in small letters."""
        where = "names.adjective_endings"
        if not self._declined or where not in self._reading.language.lists:
            return False
        endings = tuple(self._reading.language.words(where))
        behind = self._frame.flat[name.end : name.end + 2]
        return name.words[0].endswith(endings) and behind[:1] == " " and behind[1:].islower()

    def _behind_in(self, name: Name) -> bool:
        """“в Набережных Челнах”: a place, unless a first name begins it."""
        words = self._reading.language.optional("names.place_prepositions")
        before = self._frame.flat[max(0, name.start - 6) : name.start].casefold().split()[-1:]
        lists: Lists = self._reading.language.once(Lists)
        return not words.isdisjoint(before) and name.words[0].casefold() not in lists.first_names

    def _is_place(self, word: str) -> bool:
        """Whether the article says “in” it somewhere."""
        if self._places is None:
            language, flat = self._reading.language, self._frame.flat
            words = language.optional("names.place_prepositions")
            self._places = {
                run.words[0]
                for run in self._names.runs
                if len(run.words) == 1
                and words.intersection(
                    flat[max(0, run.start - 6) : run.start].casefold().split()[-1:]
                )
            }
        return word in self._places

    def fullest(self, word: str) -> str | None:
        """The one name of which `word` (case-folded) is a part, or an alias; else None."""
        found: list[str] = []
        for name in self._names.runs:
            if len(name.words) < 2 or not any(
                self._cases.same(w.casefold(), word) for w in name.words
            ):
                continue
            phrase = self.phrase(name)
            if phrase is None or not phrase.name or " " not in phrase.name:
                continue
            full = without_stop(phrase.name)
            if not any(self._cases.same(w.casefold(), word) for w in full.split()):
                continue
            if all(not self._same(full, other) for other in found):
                found.append(full)
        return found[0] if len(found) == 1 else None

    def full(self, word: str, gender: Gender | None, start: int) -> str | None:
        """The full name of whoever bears a surname: the last one before `start`, else the first.

        Args:
            word: case-folded.
            gender: whoever is known to be of the other is left out.
        """
        found: str | None = None
        for name in self._names.runs:
            if len(name.words) < 2 or not self._cases.same(name.words[-1].casefold(), word):
                continue
            if found is not None and name.start > start:
                break
            phrase = self.phrase(name)
            if phrase is None or not phrase.name or " " not in phrase.name:
                continue
            if gender and phrase.gender and phrase.gender != gender:
                continue
            if self._declined.may_be(word, name.words[-1], phrase.gender):
                found = self._declined.nominative(phrase.name, gender or phrase.gender)
        return found

    def _same(self, one: str, other: str) -> bool:
        return self._cases.all_same(one.casefold().split(), other.casefold().split())

    def alias(self, name: str) -> str | None:
        """The name of whoever is also known as `name` (case-folded)."""
        if self._aliases is None:
            self._aliases = dict(aliases(self._reading, self._is_proven))
        return self._aliases.get(name)

    def _is_proven(self, name: Name) -> bool:
        return self.proven(name) and self.phrase(name) is not None

    def behind_office(self, phrase: NounPhrase, name: str) -> str:
        """“Kepala Desa Batu Rawan Yohanes Lukas”, later “Yohanes”: the name behind the place."""
        words = name.split()
        office = bool(phrase.role) and str(phrase.role)[0].isupper()
        if not office or len(words) < 3 or not self._terms.demonstratives:
            return name
        alone = {run.words[0] for run in self._names.runs if len(run.words) == 1}
        later = next((i for i, w in enumerate(words[:-1]) if w in alone), 0)
        return " ".join(words[later:])

    def titled(self, title: str, last: str) -> Name | None:
        """The first naming of a person by title and last name, case-folded."""
        for name in self._names.runs:
            if name.words[-1].casefold() == last and title in name.titles and self.phrase(name):
                return name
        return None

    def introduced_behind(self, end: int) -> Name | None:
        """“A neighbour, | who gave her name as Peggy Shaw”: Peggy Shaw."""
        text, lists = self._reading.text, self._reading.language.once(Lists)
        begin = end + (text[end : end + 1] == ",")
        begin += text[begin : begin + 1] == " "
        match = lists.named_by.match(text, begin)
        runs = self._names.between(match.end(), match.end() + 2) if match else ()
        return runs[0] if runs else None

    def in_full(self, phrase: NounPhrase, name: str, last: str, start: int) -> str:
        """The longest form of a surname, in any case; the surname where there is none."""
        if self._declined:
            full = self.full(last, phrase.gender, start)
            if full is not None:
                return full
        lists = self._reading.language.once(Lists)
        known = self._names.fullest.get(last, name)
        if " " not in known:
            known = self.fullest(last) or known
        if " " in known and not lists.listed:
            return known
        others = (f for k, f in self._names.fullest.items() if self._cases.same(k, last))
        # “Глава МИД России Сомов” opens a sentence with capitals that are no name.
        # “Фёдор Плотников”: a trade by its letters, a surname by its ending.
        told = lists.surname_endings
        whole = (
            f
            for f in (known, *others)
            if not lists.no_names & {w for w in f.casefold().split() if not w.endswith(told)}
        )
        return next((f for f in whole if " " in f), name if lists.listed else known)

    # Descriptions

    def described(self, phrase: NounPhrase, words: Sequence[str], start: int) -> Name | None:
        """Whoever a description means by the words beside a name: “the 43-year-old”.

        None where two people fit and neither was named just before.

        Args:
            words: the description's words, case-folded.
            start: where it stands.
        """
        numbers = [w for w in words if w[:2].isdigit()]
        heads = phrase.head.split()
        best, found = 0, list[Told]()
        for name in self._names.between(0, start):
            if not self._may_tell(name, (*heads, *numbers)):
                continue
            told = Told(name, self._beside(name))
            headed = heads and all(self._beside_is(told, w) for w in heads)
            if not headed and not any(self._beside_is(told, w) for w in numbers):
                continue
            who = self.phrase(name)
            if who is None or (phrase.gender and who.gender and phrase.gender != who.gender):
                continue
            if self._declined and self.another(" ".join(told.name.words), phrase.head):
                continue
            fits = sum(self._beside_is(told, w) for w in words)
            if fits > best:
                best, found = fits, []
            if fits == best:
                found.append(told)
        if not found:
            return None
        last = found[-1].name
        alone = all(self._cases.same(self._key(t.name), self._key(last)) for t in found)
        return last if alone or "\n" not in self._frame.flat[last.end : start].strip() else None

    def _may_tell(self, name: Name, words: Sequence[str]) -> bool:
        """Whether one of the words stands near a name: cheap to tell, where none is inflected."""
        if self._cases.inflected:
            return True
        flat = self._frame.flat
        if self._low is None:
            self._low = flat.casefold()
        if len(self._low) != len(flat):
            return True
        around = self._low[max(0, name.start - _BEFORE) : name.end + _BESIDE]
        return any(word in around for word in words)

    def fits_beside(self, name: str, phrase: NounPhrase) -> bool:
        """Whether whose office it is (“хозяйка центра”) was told beside the name too."""
        generic = self._reading.language.optional("generic_bodies")
        whose = [w for w in (phrase.role or "").casefold().split()[1:] if w not in generic]
        key = name.split()[-1].casefold()
        return not whose or any(
            self._cases.same(self._key(told.name), key)
            and all(self._beside_is(told, word) for word in whose)
            for told in self._all()
        )

    def another(self, name: str, head: str) -> bool:
        """Whether somebody is told to be another's: “Попов, однофамилец чиновника”."""
        where = "people.relations"
        if where not in self._reading.language.lists:
            return False
        relations = self._reading.language.words(where)
        whole = name.casefold().split()
        for told in self._all():
            if not self._cases.holds([w.casefold() for w in told.name.words], whole):
                continue
            around = self._frame.flat[max(0, told.name.start - _BESIDE) : told.name.end + _BESIDE]
            for part in _CLAUSE.split(around):
                words = part.casefold().split()
                if any(a in relations and self._cases.same(b, head) for a, b in pairwise(words)):
                    return True
        return False

    def _beside_is(self, told: Told, word: str) -> bool:
        return self._cases.among(word, told.beside)

    @staticmethod
    def _key(name: Name) -> str:
        return name.words[-1].casefold()

    def proven(self, name: Name) -> bool:
        """Whether more than the beginning of a sentence makes a run of capitals a name."""
        if len(name.words) > 1:
            return not self._declined or not self._opens(name) or self._is_person(name)
        if self._bracketed(name):
            return True
        if self._proven is None:
            self._proven = {
                word.casefold()
                for run in self._names.runs
                for word in run.words[(1 if self._opens(run) and not run.titles else 0) :]
            }
        return self._cases.among(name.words[0].casefold(), self._proven)

    def _is_person(self, name: Name) -> bool:
        """“Корова Зорька” opens a sentence: a first name, or another naming, tells a person."""
        lists: Lists = self._reading.language.once(Lists)
        lows = [word.casefold() for word in name.words]
        if any(w in lists.first_names or w.endswith(lists.patronymics) for w in lows):
            return True
        return any(
            self._cases.same(run.words[-1].casefold(), lows[-1])
            for run in self._names.runs
            if run is not name
        )

    def _bracketed(self, name: Name) -> bool:
        """“Светлана (имя изменено)”: a first name with something said of it."""
        lists: Lists = self._reading.language.once(Lists)
        listed = name.words[0].casefold() in lists.first_names
        return listed and self._frame.flat[name.end :].startswith(" (")

    def _opens(self, name: Name) -> bool:
        before = self._frame.flat[max(0, name.start - 4) : name.start].rstrip(" (")
        return not before or before[-1] in ".!?:\n…—–-" + FILL

    def _all(self) -> tuple[Told, ...]:
        if self._told is None:
            self._told = tuple(
                Told(name, self._beside(name))
                for name in self._names.runs
                if self.phrase(name) is not None
            )
        return self._told

    def _beside(self, name: Name) -> frozenset[str]:
        """The words of its noun phrase, and of an apposition on either side."""
        flat = self._frame.flat
        before = flat[max(0, name.start - _BEFORE) : name.start]
        cut = max(before.rfind(stop) for stop in ";:\n()")
        before = before[cut + 1 :]
        stop = before.rfind(". ")
        while stop >= 0 and _shortened(before[:stop], self._terms):
            stop = before.rfind(". ", 0, stop)
        parts = before[stop + 1 :].split(",")
        near = parts[-1] if parts[-1].strip() else ",".join(parts[-2:])
        behind = flat[name.end : name.end + _BESIDE].lstrip(". ")
        if behind.startswith("("):
            behind = behind.partition(")")[0]
        elif behind.startswith(","):
            behind = _CLAUSE.split(behind[1:], 1)[0]
        else:
            behind = ""
        inside = flat[name.start : name.end]
        words = _WORD.findall(f"{' '.join(near.split()[-_WORDS:])} {inside} {behind}")
        return frozenset(w.casefold() for w in words) - {w.casefold() for w in name.words}


def _shortened(before: str, w: Terms) -> bool:
    words = before.split()
    return bool(words) and (len(words[-1]) <= 3 or words[-1].casefold() in w.titles)
