"""The patterns that find dates, put together from a language's lists.

Three quick ones find the cues (names, words, digits); the others read what stands at a
cue or right before it. The quick ones are the standard library's `re`: it skips ahead
to the first letters of a tree of literals, where `regex` tries every place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import regex

Strings = Callable[[str], Sequence[str]]

_S = r"(?:[^\S\n]{1,3}|\n)"
_YYYY = r"(?:1[5-9]|20|21)\d\d"
_YEAR = rf"{_YYYY}(?![\w%]|[.,]\d|[-–/]\d)"
_MODERN = r"(?:1[89]|20|21)\d\d"
_NO_NUMBER_BEFORE = r"(?<![\w$€£#]|\d[.,:/–-])"
_NO_NUMBER_BEHIND = r"(?![%\d]|[.,:/]\d)"

SIDES = ("last", "this", "next")


@dataclass(frozen=True)
class Patterns:
    """Patterns of one language.

    Attributes:
        names, words, digits: find the cues; whole words, but for their beginning.
        dated: a date with a number in it, with or without its weekday.
        bare: behind a weekday or a month: part of the day and modifier.
        day_back, modifier_back, year_back, count_back: what stands right before a cue.
        count_ahead: what stands right behind “hace”.
        years: two years with a mark or word of a range between them.
        decade, season_back: the end of “1990s”; the season before a year.
        bracketed_day: “(23)” behind “today”.
        misprint: “7/03/204”.
    """

    names: re.Pattern[str]
    words: re.Pattern[str]
    digits: re.Pattern[str]
    dated: regex.Pattern[str]
    bare: regex.Pattern[str]
    number_behind: regex.Pattern[str]
    year: regex.Pattern[str]
    day_back: regex.Pattern[str]
    modifier_back: regex.Pattern[str]
    year_back: regex.Pattern[str]
    count_back: regex.Pattern[str]
    count_ahead: regex.Pattern[str]
    years: regex.Pattern[str]
    decade: regex.Pattern[str]
    season_back: regex.Pattern[str]
    bracketed_day: regex.Pattern[str]
    misprint: regex.Pattern[str]


def patterns(strings: Strings, words: Iterable[str]) -> Patterns:
    """Compiles the patterns.

    `strings` gives the spelled-out phrases of a list of dates; `words` are the cues
    that may stand in any case.
    """

    def any_case(*lists: str) -> str:
        return f"(?i:{either(s for name in lists for s in strings(name))})"

    def as_written(name: str) -> str:
        return either(with_capitals(strings(name)))

    month, weekday = as_written("months"), as_written("weekdays")
    short, th = as_written("weekdays_short"), rf"(?:{any_case('ordinals')})?"
    of, the = any_case("of"), any_case("the")
    pod = rf"(?:{_S}{any_case('parts_of_day')})?"
    dash = r"[^\S\n]?(?P<dash>[-–—])[^\S\n]?"
    to = rf"{_S}(?P<to>{any_case('to')}){_S}"
    day = rf"{_NO_NUMBER_BEFORE}(?P<d>\d{{1,2}}){th}(?:(?:{dash}|{to})(?P<d2>\d{{1,2}}){th})?"
    year = rf"(?P<y>{_YEAR})"
    # “from 40 on July 14 to 46 percent”: behind a word, only a number that closes its
    # clause or has the year behind it is a day.
    second = (
        rf"(?:{dash}(?P<d2>\d{{1,2}}){th}(?!\w|{_S}{month}|,?\d|[%.]\d)"
        rf"|{to}(?P<d2>\d{{1,2}}){th}(?=,?{_S}{_YEAR}|[,.;:)](?!\d)|\s*$))"
    )
    month_first = (
        rf"(?P<m>{month}){_S}(?:{the}{_S})?(?P<d>\d{{1,2}}){th}(?!\w)"
        rf"{second}?{_NO_NUMBER_BEHIND}(?:,?{_S}{year})?"
    )
    forms = (
        rf"{day}{_S}(?:{of}{_S})?(?P<m>{month})(?!\w)(?:,?{_S}(?:{of}{_S})?{year})?",
        month_first,
        rf"(?P<m>{month})(?:,?{_S}|{_S}{of}{_S}){year}",
        rf"{_NO_NUMBER_BEFORE}(?P<iy>{_YYYY})-(?P<im>\d\d)-(?P<id>\d\d)(?![\w-])",
        rf"{_NO_NUMBER_BEFORE}(?P<n1>\d{{1,2}})(?P<sep>[/.-])(?P<n2>\d{{1,2}})"
        rf"(?P=sep)(?P<n3>{_YYYY}|(?<=/)\d\d)(?![\w/%]|[.,-]\d)",
    )
    core = rf"(?:{'|'.join(forms)})"
    year_word = rf"(?:{_S}{any_case('counts.year_after')})?"
    bracketed = rf"\((?:{core}{year_word}|(?P<n1>\d{{1,2}})/(?P<n2>\d{{1,2}}))\)"
    # “April 26, 2025, a Saturday”
    told = rf"(?:,{_S}{any_case('counts.is_a')}{_S}(?P<wd>{weekday})(?!\w))?"
    before_side = any_case(*(f"modifiers.before.{side}" for side in SIDES))
    after_side = any_case(*(f"modifiers.after.{side}" for side in SIDES))
    units = [any_case(*(f"{n}.{u}" for u in UNITS)) for n in ("units", "one", "few")]
    return Patterns(
        names=re.compile(tree(with_capitals(s for n in NAMES for s in strings(n))) + r"(?!\w)"),
        words=re.compile(tree(in_cases(words)) + r"(?!\w)"),
        # One set first, which the search can skip ahead to.
        digits=re.compile(r"[0-9](?:(?<=[12])[0-9]{3}|[0-9]?[/.-][0-9]{1,2})"),
        dated=_compiled(
            rf"(?:(?P<wd>{weekday})|(?P<ws>{short})){pod}"
            rf"(?:,?{_S}?{bracketed}|(?P<join>,?){_S}(?:{the}{_S})?{core})|{core}{told}"
        ),
        bare=_compiled(rf"{pod}(?:{_S}(?P<mod>{after_side}))?(?!\w)"),
        number_behind=_compiled(rf",?{_S}(?:{of}{_S})?(?:{_YEAR}|\d{{1,2}}(?!\d))"),
        year=_compiled(_YEAR),
        day_back=_compiled(rf"{day}{_S}(?:{of}{_S})?$"),
        modifier_back=_compiled(
            rf"(?<!\w)(?:(?P<part>{any_case('part_of')})(?:{_S}|-)|(?P<mod>{before_side}){_S})$"
        ),
        year_back=_compiled(
            rf"(?<!\w)(?:(?P<end>{any_case('year_end')})|(?:{any_case('part_of')}(?:{_S}|-))?"
            rf"(?P<word>{any_case('year_word')})|{any_case('part_of')}){_S}$"
        ),
        count_back=_compiled(
            rf"(?<!\w)(?:(?P<num>{any_case('numbers')}|\d{{1,3}}){_S}(?P<unit>{units[0]})"
            rf"|(?P<one>{units[1]})|(?P<few>{units[2]})){_S}$"
        ),
        count_ahead=_compiled(
            rf"{_S}(?:(?P<num>{any_case('numbers')}|\d{{1,3}}){_S}(?P<unit>{units[0]})"
            rf"|(?P<one>{units[1]})|(?P<few>{units[2]}))(?!\w)"
        ),
        years=_compiled(
            rf"(?P<y>{_MODERN})(?:[^\S\n]?[-–—][^\S\n]?(?P<y2>{_MODERN})(?![\w%]|[.,]\d|[-–/]\d)"
            rf"|{_S}{any_case('to', 'counts.and')}{_S}(?:{any_case('year_word')}{_S})?"
            rf"(?P<y3>{_YEAR}))"
        ),
        decade=_compiled(rf"(?P<y>{_MODERN[:-4]}\d0){any_case('counts.decade')}(?!\w)"),
        season_back=_compiled(
            rf"(?<!\w){any_case('counts.seasons')}{_S}(?:{of}{_S}|{any_case('year_word')}{_S})?$"
        ),
        bracketed_day=_compiled(r"[^\S\n]?\((?P<d>\d{1,2})(?:/(?P<n>\d{1,2}))?\)"),
        misprint=_compiled(rf"{_NO_NUMBER_BEFORE}\d{{1,2}}/\d{{1,2}}/\d{{3}}(?![\w/%]|[.,-]\d)"),
    )


UNITS = ("day", "week", "month", "year")
NAMES = ("months", "weekdays", "weekdays_short", "not_dates")


def with_capitals(strings: Iterable[str]) -> set[str]:
    """Spells names as the lists do, and in capitals: “may” is no month."""
    return {form for s in strings for form in (s, s.upper())}


def in_cases(strings: Iterable[str]) -> set[str]:
    """The ways a common word is printed: as listed, opening a sentence, in capitals."""
    return {form for s in strings for form in (s, s[:1].upper() + s[1:], s.upper())}


def either(strings: Iterable[str]) -> str:
    """An alternation, longest first; matches nothing where there are no strings."""
    longest_first = sorted(set(strings), key=lambda s: (-len(s), s))
    escaped = [regex.escape(s).replace(r"\ ", _S).replace("'", "['’]") for s in longest_first]
    return f"(?:{'|'.join(escaped)})" if escaped else "(?!)"


def tree(strings: Iterable[str]) -> str:
    """The same as a tree of characters, each branch opening with a literal."""
    branches: dict[str, list[str]] = {}
    ends = False
    for string in sorted(set(strings)):
        if string:
            branches.setdefault(string[0], []).append(string[1:])
        else:
            ends = True
    if not branches:
        return "" if ends else "(?!)"
    parts = [_ATOMS.get(c, re.escape(c)) + tree(rest) for c, rest in branches.items()]
    inside = parts[0] if len(parts) == 1 and not ends else f"(?:{'|'.join(parts)})"
    return inside + ("?" if ends else "")


_ATOMS = {" ": r"\s", "'": "['’]"}


def _compiled(source: str) -> regex.Pattern[str]:
    return regex.compile(source, cache_pattern=False)
