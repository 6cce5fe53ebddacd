"""The words for lengths, ages and single events, compiled from the lists below `dates.counts`.

All of these lists are optional: a language that lacks one gets no conflict that needs it.
Phrases for ages have slots: “#” for a number, “%” for an ordinal as a word, “@” for a year.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from auditor.finder import Finder
from auditor.layers.dates.words import Words, counts_lists, fold, words_of
from auditor.lexicon import Language
from auditor.phrases import expand

_NOT_BEFORE = r"(?<![\w.,:$€£/-])"


@dataclass(frozen=True)
class Counts:
    """One language's words for counting.

    Attributes:
        length_before, length_behind: “12 years,” right before a range; “, a total of 12
            years” right behind it. Groups: n, unit; cue where the words add parts up.
        ages_now, ages_at_death, two_ages, anniversaries: n is the number, y the year.
        born, died, founded, began, ended: what happened, by its words.
        announced: a plan; follows: what may not stand between a plan and its date.
        not_when: before a date that is no day of the event (until, for).
        once: what happens but once; repeats: words for one of several.
        past_time: words that put an age into the past.
    """

    words: Words
    length_before: regex.Pattern[str]
    length_behind: regex.Pattern[str]
    ages_now: regex.Pattern[str]
    ages_at_death: regex.Pattern[str]
    two_ages: regex.Pattern[str]
    anniversaries: regex.Pattern[str]
    born: Finder
    died: Finder
    founded: Finder
    began: Finder
    ended: Finder
    announced: Finder
    follows: Finder
    not_when: regex.Pattern[str]
    once: Finder
    repeats: Finder
    past_time: Finder

    def number(self, text: str) -> int | None:
        """The value of a number or ordinal in digits or words."""
        key = fold(text)
        if key.isdecimal():
            return int(key)
        return self.words.numbers.get(key) or self.words.nth.get(key)


def counts_of(language: Language) -> Counts:
    """The words of one language; use by `language.once(counts_of)`.

    Raises:
        NotKnown: a list of dates that is not optional is missing.
    """
    words = language.once(words_of)
    lists = counts_lists(language)

    def strings(name: str) -> list[str]:
        return [s for p in lists.get(name, ()) for s in expand(p, language.get)]

    def finder(name: str) -> Finder:
        return Finder(lists.get(name, ()), language.get)

    number = rf"(?P<n>{_any(words.numbers)}|\d{{1,3}})"
    slots = {
        "#": number,
        "%": rf"(?P<n>{_any(words.nth)})",
        "@": r"(?P<y>(?:1[5-9]|20|21)\d\d)",
    }
    bare = r"(?<=\p{L}),\s(?P<n>\d{2})(?=,)|(?<=\p{L}\s)\((?P<n>\d{2})\)"

    def templates(name: str, *more: str) -> regex.Pattern[str]:
        filled = []
        for string in strings(name):
            source = regex.escape(string, literal_spaces=True).replace(r"\#", "#")
            source = source.replace(r"\%", "%").replace(r"\@", "@").replace(" ", r"\s+")
            for slot, pattern in slots.items():
                source = source.replace(slot, pattern)
            filled.append(rf"{_NOT_BEFORE}{source}(?!\w|[.,]\d|%)")
        return _compiled("|".join([*filled, *more]) or "(?!)")

    length = rf"{number}\s+(?P<unit>{_any(words.units)})(?!\w)"
    opens = _any([*strings("range_opens")])
    counted = _any([*words.directions, *strings("not_length")])
    after = rf"(?:-\p{{L}}{{1,3}})?(?:\s+{_any(strings('year_after'))})?"
    # “7 years in all” may leave years out, “or 9 years” may not.
    ended, adding = _any(strings("length_after")), _any(strings("adds_up"))
    cue = rf"(?:(?P<after>{ended})|(?P<cue>{adding})|{_any(strings('length_cues'))})"
    return Counts(
        words=words,
        length_before=_compiled(
            rf"{_NOT_BEFORE}{length}\s*(?P<mark>[,:;(–—-]?)\s*(?P<open>{opens}\s+)?$"
        ),
        length_behind=_compiled(
            rf"{after}\s*(?P<mark>[,(–—-]?)\s*{cue}\s+{length}(?!\s+{counted}(?!\w))"
        ),
        ages_now=templates("ages_now", *([bare] if lists.get("ages_now") else [])),
        ages_at_death=templates("ages_at_death"),
        two_ages=templates("two_ages"),
        anniversaries=templates("anniversaries"),
        born=finder("born"),
        died=finder("died"),
        founded=finder("founded"),
        began=finder("began"),
        ended=finder("ended"),
        announced=finder("announced"),
        follows=finder("follows"),
        not_when=regex.compile(rf"(?<!\w){_any(strings('not_when'))}\s+$", regex.IGNORECASE),
        once=finder("once"),
        repeats=finder("repeats"),
        past_time=finder("past_time"),
    )


def _compiled(source: str) -> regex.Pattern[str]:
    return regex.compile(source, regex.IGNORECASE, cache_pattern=False)


def _any(strings: Iterable[str]) -> str:
    longest = sorted(set(strings), key=lambda s: (-len(s), s))
    escaped = (regex.escape(s).replace(r"\ ", r"\s+").replace("'", "['’]") for s in longest)
    return f"(?:{'|'.join(escaped) or '(?!)'})"
