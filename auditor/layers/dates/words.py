"""What a language's lists of dates compile to: patterns and a few tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TypeVar

import regex

from auditor.finder import Finder
from auditor.layers.dates.pattern import (
    SIDES,
    UNITS,
    Patterns,
    Strings,
    in_cases,
    patterns,
    tree,
)
from auditor.lexicon import Language
from auditor.phrases import expand

V = TypeVar("V")

RELATIVES = {
    # name of the list: unit and how many of it lie between now and then
    "two_days_ago": ("day", -2),
    "yesterday": ("day", -1),
    "today": ("day", 0),
    "tomorrow": ("day", 1),
    "in_two_days": ("day", 2),
    "last_week": ("week", -1),
    "this_week": ("week", 0),
    "next_week": ("week", 1),
    "last_month": ("month", -1),
    "this_month": ("month", 0),
    "next_month": ("month", 1),
    "last_year": ("year", -1),
    "this_year": ("year", 0),
    "next_year": ("year", 1),
}


@dataclass(frozen=True)
class Words:
    """One language's words for dates; keys are folded (`fold`).

    Attributes:
        months: 1 for January; weekdays: 0 for Monday.
        relatives: “yesterday” to (unit, offset).
        units, one, few: “days”, “a day” in one word, “several days” to the unit.
        next_to: “the day before”, “the next day” to -1 and 1.
        directions: “ago” to 0, “earlier” to -1, “later” to 1.
        openers: the same for words that stand before the number (“hace tres días”).
        openers_tail: what must follow “за два дня” to make it “earlier”.
        numeric: the order of numeric dates, where writers agree: "dm", "md" or "".
        joint: what may stand between “two days later” and its date.
        year_behind: must follow a year that stands alone; None where nothing must.
        before_date and the following: match a text that ends with one of their phrases.
    """

    patterns: Patterns
    months: dict[str, int]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    doubtful: frozenset[str]
    relatives: dict[str, tuple[str, int]]
    modifiers: dict[str, int]
    numbers: dict[str, int]
    units: dict[str, str]
    one: dict[str, str]
    few: dict[str, str]
    next_to: dict[str, int]
    directions: dict[str, int]
    openers: dict[str, int]
    openers_tail: regex.Pattern[str]
    vague: frozenset[str]
    numeric: str
    joint: regex.Pattern[str]
    before_date: regex.Pattern[str]
    before_month: regex.Pattern[str]
    before_year: regex.Pattern[str]
    year_behind: regex.Pattern[str] | None
    weekday_word: regex.Pattern[str]
    month_only: regex.Pattern[str]
    opens_range: regex.Pattern[str]
    inexact: regex.Pattern[str]
    future: Finder
    past: Finder
    began: Finder
    enters: re.Pattern[str]
    nth: dict[str, int]
    events: tuple[tuple[Finder, date], ...]
    plain: frozenset[str]
    range_joint: regex.Pattern[str]


def fold(text: str) -> str:
    """The key under which a phrase of the lists is looked up."""
    return " ".join(text.casefold().replace("’", "'").split())


def counts_lists(language: Language) -> dict[str, tuple[str, ...]]:
    """The lists below `dates.counts`, all of them optional: lengths, ages, cues of events."""
    prefix = "dates.counts."
    return {k.removeprefix(prefix): v for k, v in language.lists.items() if k.startswith(prefix)}


def words_of(language: Language) -> Words:
    """The tables and patterns of one language; use by `language.once(words_of)`.

    Raises:
        NotKnown: a list of dates is missing.
    """

    extra = counts_lists(language)

    def strings(name: str) -> list[str]:
        house, _, below = name.partition(".")
        phrases = extra.get(below, ()) if house == "counts" else language.get(f"dates.{name}")
        return [" ".join(s.split()) for p in phrases for s in expand(p, language.get)]

    def ordered(name: str, first: int) -> dict[str, int]:
        phrases = language.get(f"dates.{name}")
        return {fold(s): i for i, p in enumerate(phrases, first) for s in expand(p, language.get)}

    def table(names: dict[str, V]) -> dict[str, V]:
        return {fold(s): v for name, v in names.items() for s in strings(name)}

    def ending(name: str) -> regex.Pattern[str]:
        return _ending(strings(name))

    relatives = table({f"relative.{name}": v for name, v in RELATIVES.items()})
    next_to = table({"day_before": -1, "day_after": 1})
    directions = table({"ago": 0, "earlier": -1, "later": 1})
    openers = table({"counts.ago_before": 0, "counts.earlier_before": -1, "counts.later_before": 1})
    vague = frozenset(fold(s) for s in strings("vague"))
    order = {"day month": "dm", "month day": "md"}
    joints = _any([*strings("to"), *strings("counts.and")])
    year_word = rf"(?:\s+{_any(strings('counts.year_after'))})?"
    return Words(
        patterns=patterns(strings, chain(relatives, next_to, directions, openers, vague)),
        months=ordered("months", 1),
        weekdays=ordered("weekdays", 0),
        short_weekdays=ordered("weekdays_short", 0),
        doubtful=frozenset(fold(s) for s in strings("weekdays_doubtful")),
        relatives=relatives,
        modifiers=table(
            {
                f"modifiers.{where}.{side}": sign
                for where in ("before", "after")
                for side, sign in zip(SIDES, (-1, 0, 1), strict=True)
            }
        ),
        numbers=ordered("numbers", 1),
        units=table({f"units.{unit}": unit for unit in UNITS}),
        one=table({f"one.{unit}": unit for unit in UNITS}),
        few=table({f"few.{unit}": unit for unit in UNITS}),
        next_to=next_to,
        directions=directions,
        openers=openers,
        openers_tail=regex.compile(
            rf"\s{_any(strings('counts.earlier_tail'))}(?!\w)", regex.IGNORECASE
        ),
        vague=vague,
        numeric=next((order[p] for p in language.get("dates.numeric_order") if p in order), ""),
        joint=regex.compile(rf",?\s+(?:{_any(strings('before_date'))}\s+)?", regex.IGNORECASE),
        before_date=ending("before_date"),
        before_month=ending("before_month"),
        before_year=ending("before_year"),
        year_behind=(
            regex.compile(rf"\s{_any(strings('year_behind'))}(?!\w)", regex.IGNORECASE)
            if "dates.year_behind" in language.lists
            else None
        ),
        weekday_word=ending("weekday_word"),
        month_only=ending("month_only"),
        opens_range=_ending([*strings("from"), *strings("counts.between")]),
        inexact=ending("inexact"),
        future=language.pattern("dates.future"),
        past=language.pattern("dates.past"),
        began=language.pattern("dates.began"),
        enters=_enters(strings),
        nth=ordered("nth", 1),
        events=tuple(
            (language.pattern(f"dates.events.{day}"), date.fromisoformat(day))
            for day in language.group("dates.events")
        ),
        plain=frozenset(fold(s) for s in strings("plain_words")),
        range_joint=regex.compile(
            rf"(?:\s*[-–—]|{year_word}\s+{joints})"
            rf"\s*(?:{_any(strings('before_date'))}\s+)?",
            regex.IGNORECASE,
        ),
    )


def _enters(strings: Strings) -> re.Pattern[str]:
    """“Enters its fourth year”; number and unit in either order."""
    nth, unit = _any(strings("nth")), _any(strings("year_unit"))
    enters = tree(in_cases(strings("enters")))
    own_order = rf"(?P<nth>{nth})\s{unit}"
    return re.compile(rf"{enters}\s(?:{own_order}|{unit}\s(?P<behind>{nth}))(?!\w)")


def _ending(strings: Iterable[str]) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\w){_any(strings)}\s+$", regex.IGNORECASE)


def _any(strings: Iterable[str]) -> str:
    escaped = (regex.escape(s).replace(r"\ ", r"\s+") for s in sorted(strings, key=len)[::-1])
    return f"(?:{'|'.join(escaped) or '(?!)'})"
