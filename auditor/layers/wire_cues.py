"""What the words around an agency's name say: the lists of `wires.yaml`, compiled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import regex

from auditor.finder import Finder
from auditor.kinds import CitedFor
from auditor.lexicon import Language
from auditor.phrases import to_regex


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns for the text before and after a name.

    Attributes:
        before: ends where the name begins; what follows is a source.
        right_before: the same, with nothing in between.
        after, after_sure: begin where the name ends; the second only for names that can
            mean nothing else.
        follows: what may stand after a short form that is a source.
        between: single words that may stand between a cue and the name.
        byline, credit_before, photo_before: at the start of a line, sentence or bracket.
        credit_after, photo_after: behind the name.
        officials: by country code, one of its officials; `says`: that somebody speaks.
    """

    before: regex.Pattern[str]
    right_before: regex.Pattern[str]
    after: regex.Pattern[str]
    after_sure: regex.Pattern[str]
    follows: regex.Pattern[str]
    between: frozenset[str]
    byline: regex.Pattern[str]
    credit_before: regex.Pattern[str]
    credit_after: regex.Pattern[str]
    photo_before: regex.Pattern[str]
    photo_after: regex.Pattern[str]
    officials: Mapping[str, _Officials]
    says: Finder

    def cited_for(self, sentence: str, country: str) -> CitedFor | None:
        """Whose words the agency passes on: its own country's officials', another's, or unclear."""
        if not self.says.search(sentence):
            return None
        own = self.officials.get(country)
        if own and own.search(sentence):
            return "own_officials"
        if any(p.search(sentence) for c, p in self.officials.items() if c != country):
            return "others"
        return None


def cues_of(language: Language) -> Cues:
    """The language's cues.

    Raises:
        NotKnown: one of the lists is missing.
    """

    def words(name: str) -> str:
        return f"(?i:{to_regex(language.get(name), language.get)})"

    cue = "wire_cues."
    gap = rf"(?:\s+(?:{words(cue + 'between')}|\p{{Lu}}[\p{{L}}'’-]*)){{0,5}}"
    aside = r"(?:\s*\([^()\n]{2,8}\))?(?:,[^,.;\n]{3,60},|,)?"
    after_gap = rf"(?:['’]s?)?{aside}(?:\s+(?:{words(cue + 'between')}|\p{{Lu}}\p{{L}}+)){{0,4}}\s+"
    opener = r"[\s(\[*•–—\-|©]*(?:\d{4}\s+)?"
    return Cues(
        before=regex.compile(words(cue + "before") + gap + r"[\s«“\"]*\Z"),
        right_before=regex.compile(words(cue + "before") + r"\s*\Z"),
        after=regex.compile(rf"[»”\"]?{after_gap}{words(cue + 'after')}"),
        after_sure=regex.compile(rf"[»”\"]?{after_gap}{words(cue + 'after_sure')}"),
        follows=regex.compile(
            rf"['’]s\b|\s*[.,;:!?)\]”\"’»–—]|\s*$|\s+-|\s+{words(cue + 'follows')}"
        ),
        between=language.words(cue + "between"),
        byline=regex.compile(opener + words(cue + "byline")),
        credit_before=regex.compile(opener + words(cue + "credit_before")),
        credit_after=regex.compile(words(cue + "credit_after")),
        photo_before=regex.compile(opener + words(cue + "photo_before")),
        photo_after=regex.compile(r"[\s/]{1,3}" + words(cue + "photo_after")),
        officials={c: _Officials(language, c) for c in language.group("wire_countries")},
        says=language.pattern("wire_own_officials.says"),
    )


class _Officials:
    """One country's officials: “Russian defence minister”, “ministry of Russia”, a body by name.

    Compiled when first asked: an article cites the agencies of few countries.
    """

    def __init__(self, language: Language, code: str) -> None:
        self._language = language
        self._code = code
        self._pattern: regex.Pattern[str] | None = None
        countries = language.get(f"wire_countries.{code}")
        bodies = language.lists.get(f"wire_bodies.{code}", ())
        self._hints = Finder([*countries, *bodies], language.get)

    def search(self, sentence: str) -> bool:
        """The sentence speaks of one of them."""
        if self._hints.search(sentence) is None:
            return False
        if self._pattern is None:
            self._pattern = regex.compile(self._source())
        return self._pattern.search(sentence) is not None

    def _source(self) -> str:
        def words(name: str) -> str:
            return f"(?i:{to_regex(self._language.get(name), self._language.get)})"

        country = words(f"wire_countries.{self._code}")
        official = words("wire_own_officials.words")
        link = words("wire_own_officials.link")
        sources = [
            rf"{country}(?:['’]s)?(?:\s+[\p{{L}}-]+){{0,2}}?\s+{official}",
            rf"{official}(?:\s+(?:{link}|\p{{Lu}}[\p{{L}}-]+)){{0,3}}\s+{country}",
        ]
        if f"wire_bodies.{self._code}" in self._language.lists:
            sources.append(words(f"wire_bodies.{self._code}"))
        return "|".join(sources)
