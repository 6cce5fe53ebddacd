"""Finds date expressions in a text and reads what they say; resolves nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from auditor.layers.dates.context import sentence
from auditor.layers.dates.words import Words, fold

BACK = 40
"""How many code points before a cue are looked at."""


@dataclass(frozen=True, slots=True)
class Relation:
    """“Two days earlier”: how a date lies to one told before it.

    Attributes:
        unit: day, week, month or year.
        sign: -1 for earlier, 1 for later.
        amount: how many units, None where the text gives no exact number.
        text: the words.
    """

    unit: str
    sign: int
    amount: int | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One expression as the text has it. Numbers may name no real day (31 April).

    Attributes:
        kind: date (a month with a day or a year), numeric (day and month not told
            apart yet), year, season, decade, month, weekday, relative (to now), related
            (to a date told before), misprint, vague.
        weekday: 0 for Monday.
        last_day: the end of a range within a month (“5–9 May”).
        last_year: the end of a range of years (“1998–2010”).
        shift: for relative, (unit, how many from now); for month and weekday the
            modifier: -1 last, 0 this, 1 next.
        sure_range: a word or the year makes it certain that it is a range.
    """

    kind: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    last_year: int | None = None
    numbers: tuple[int, int] | None = None
    weekday: int | None = None
    shift: tuple[str, int | None] | None = None
    relation: Relation | None = None
    sure_range: bool = False


_CAPITALISED = regex.compile(r"\p{Lu}[\w.'’-]*[^\S\n]$")
_NAME_BEHIND = regex.compile(r"[^\S\n]\p{Lu}[\p{Ll}.]")
_COUNTED = regex.compile(r"[^\S\n]\p{Ll}+s\b(?<!\bas|\bwas|\bhas)")
"""“From 1900 to 2000 people”: a noun in the plural."""
_WORD_BACK = regex.compile(r"(?<!\w)\w+[^\S\n]$")
_PUNCTUATION = regex.compile(r"\s*(?:[,.;:!?)—–]|$)")


def scan(text: str, words: Words) -> Iterator[Found]:
    """Every expression, in text order, without overlap."""
    pending: Found | None = None
    for found in _cues(text, words):
        if pending is not None:
            if found.kind in ("date", "numeric") and words.joint.fullmatch(
                text, pending.end, found.start
            ):
                found = replace(found, relation=pending.relation)
            elif _stands_alone(pending, text, words):
                yield pending
        pending = found if found.kind == "related" else None
        if pending is None:
            yield found
    if pending is not None and _stands_alone(pending, text, words):
        yield pending


def _stands_alone(found: Found, text: str, words: Words) -> bool:
    # “the day before the vote” hangs on something that is no date.
    hangs = fold(text[found.start : found.end]) in words.next_to
    return not hangs or _PUNCTUATION.match(text, found.end) is not None


def _cues(text: str, words: Words) -> Iterator[Found]:
    patterns = words.patterns
    cues: list[tuple[int, int, re.Match[str]]] = []
    for order, pattern in enumerate((patterns.names, patterns.words, patterns.digits)):
        cues += [(m.start(), order, m) for m in pattern.finditer(text)]
    cues.sort(key=lambda cue: cue[:2])
    reader = _Reader(text, words)
    for start, order, match in cues:
        if start < reader.done or (start and (text[start - 1].isalnum() or text[start - 1] == "_")):
            continue
        found = (reader.name, reader.word, reader.digits)[order](match)
        if found is not None:
            yield found
            reader.done = max(reader.done, found.end)


class _Reader:
    """Reads what stands at a cue; `done` is the end of what has been read."""

    def __init__(self, text: str, words: Words) -> None:
        self.text = text
        self.words = words
        self.patterns = words.patterns
        self.done = 0

    def before(self, start: int) -> str:
        return self.text[max(start - BACK, self.done) : start]

    def name(self, match: re.Match[str]) -> Found | None:
        key = fold(match.group())
        weekday = self.words.weekdays.get(key, self.words.short_weekdays.get(key))
        if weekday is not None:
            return self._with_weekday(match, key)
        if key in self.words.months:
            return self._with_month(match, key)
        self.done = match.end()
        return None

    def word(self, match: re.Match[str]) -> Found | None:
        words, key = self.words, fold(match.group())
        start, end = match.span()
        if key in words.directions:
            return self._counted(start, end, words.directions[key])
        if key in words.openers:
            return self._counted_ahead(start, end, words.openers[key])
        if key in words.next_to:
            relation = Relation("day", words.next_to[key], 1, match.group())
            return Found(kind="related", start=start, end=end, relation=relation)
        if key in words.relatives:
            if words.weekday_word.search(self.before(start)):
                return None
            counted = self._counted_unit(start, end, key)
            if counted is not None:
                return counted
            today = self.patterns.bracketed_day.match(self.text, end)
            unit, amount = words.relatives[key]
            if today is not None and unit == "day":
                day, month = int(today["d"]), int(today["n"]) if today["n"] else None
                return Found(
                    kind="relative",
                    start=start,
                    end=today.end(),
                    shift=(unit, amount),
                    day=day,
                    month=month,
                )
            return Found(kind="relative", start=start, end=end, shift=words.relatives[key])
        return Found(kind="vague", start=start, end=end)

    def digits(self, match: re.Match[str]) -> Found | None:
        start = match.start()
        dated = self.patterns.dated.match(self.text, start)
        if dated is not None:
            return self._dated(dated)
        if len(match.group()) != 4:
            return self._misprint(start)
        wide = self._years(start) or self._decade(start)
        if wide is not None or not self.patterns.year.match(self.text, start):
            return wide
        behind = self.words.year_behind
        if behind is not None and not behind.match(self.text, match.end()):
            return None
        season = self.patterns.season_back.search(self.before(start))
        if season is not None:
            first, year = start - len(season.group()), int(match.group())
            return Found(kind="season", start=first, end=match.end(), year=year)
        back = self.patterns.year_back.search(self.before(start))
        first = start - len(back.group()) if back else start
        sure = back is not None and (back["end"] or back["word"])
        if not sure and not self.words.before_year.search(self.before(first)):
            return None
        month = 12 if back is not None and back["end"] else None
        year = int(match.group())
        return Found(kind="year", start=first, end=match.end(), year=year, month=month)

    def _misprint(self, start: int) -> Found | None:
        match = self.patterns.misprint.match(self.text, start)
        return None if match is None else Found(kind="misprint", start=start, end=match.end())

    def _years(self, start: int) -> Found | None:
        """“From 1998 to 2010”, “(1998–2010)”; a dash alone may join other numbers."""
        match = self.patterns.years.match(self.text, start)
        if match is None:
            return None
        before, after = self.before(start), self.text[match.end() : match.end() + 1]
        bracketed = before[-1:] == "(" and (after in (")", ",", " "))
        behind = self.words.year_behind
        named = behind is not None and behind.match(self.text, match.end()) is not None
        opened = self.words.opens_range.search(_without_year_word(before, self.words))
        if match["y2"] is None:
            if opened is None or (not named and _COUNTED.match(self.text, match.end())):
                return None
        elif not bracketed and not named and opened is None:
            return None
        return Found(
            kind="year",
            start=start,
            end=match.end(),
            year=int(match["y"]),
            last_year=int(match["y2"] or match["y3"]),
            sure_range=True,
        )

    def _decade(self, start: int) -> Found | None:
        match = self.patterns.decade.match(self.text, start)
        if match is None:
            return None
        return Found(kind="decade", start=start, end=match.end(), year=int(match["y"]))

    def _with_weekday(self, match: re.Match[str], key: str) -> Found | None:
        dated = self.patterns.dated.match(self.text, match.start())
        if dated is not None:
            if self._ends_a_name(dated):
                return None
            return self._dated(dated)
        if key not in self.words.weekdays:
            return None
        before = self.before(match.start())
        if key in self.words.doubtful and not self.words.weekday_word.search(before):
            return None
        start, end, modifier = self._modified(match)
        before = self.before(start)
        if not self.words.before_date.search(before) and (
            _CAPITALISED.search(before) or _NAME_BEHIND.match(self.text, end)
        ):
            return None
        weekday = self.words.weekdays[key]
        return Found(
            kind="weekday", start=start, end=end, weekday=weekday, shift=("weekday", modifier)
        )

    def _ends_a_name(self, dated: regex.Match[str]) -> bool:
        """In “The Evening Sun March 4, 2014” the weekday is part of a name."""
        loose = dated["join"] == "" or dated["ws"] is not None
        return (
            loose
            and _CAPITALISED.search(self.before(dated.start())) is not None
            and (self.words.before_date.search(self.before(dated.start())) is None)
        )

    def _with_month(self, match: re.Match[str], key: str) -> Found | None:
        back = self.patterns.day_back.search(self.before(match.start()))
        start = match.start() - len(back.group()) if back else match.start()
        dated = self.patterns.dated.match(self.text, start)
        if dated is not None:
            only = not back and dated["d"] and not dated["y"]
            if only and (int(dated["d"]) > 31 or self.words.month_only.search(self.before(start))):
                # “In June 30 people died” has a month and a number of people.
                month = self.words.months[key]
                return Found(kind="month", start=start, end=match.end(), month=month)
            return self._dated(dated)
        if self.patterns.number_behind.match(self.text, match.end()):
            return None
        start, end, modifier = self._modified(match)
        sure = modifier is not None or start < match.start()
        if not sure and not self.words.before_month.search(self.before(start)):
            return None
        if _NAME_BEHIND.match(self.text, end) or self.text[end : end + 1] in ("'", "’"):
            return None
        month = self.words.months[key]
        return Found(kind="month", start=start, end=end, month=month, shift=("month", modifier))

    def _modified(self, match: re.Match[str]) -> tuple[int, int, int | None]:
        """Start and end with “last”, “early”, “night”, and what the modifier says."""
        bare = self.patterns.bare.match(self.text, match.end())
        back = self.patterns.modifier_back.search(self.before(match.start()))
        start = match.start() - len(back.group()) if back else match.start()
        end = bare.end() if bare else match.end()
        word = (bare["mod"] if bare else None) or (back["mod"] if back else None)
        return start, end, self.words.modifiers[fold(word)] if word else None

    def _counted_unit(self, start: int, end: int, key: str) -> Found | None:
        """“Dua tahun lalu”: with a number before it “last year” is two years ago."""
        words = self.words
        unit, side = words.relatives[key]
        back = _WORD_BACK.search(self.before(start))
        first, number = key.split()[0], fold(back.group()) if back else ""
        if not side or not number or words.units.get(first) != unit:
            return None
        few = f"{number} {first}" in words.few
        amount = int(number) if number.isdecimal() else words.numbers.get(number)
        if amount is None and not few:
            return None
        start -= len(back.group()) if back else 0
        shift = (unit, None if few or amount is None else side * amount)
        return Found(kind="relative", start=start, end=end, shift=shift)

    def _counted(self, start: int, end: int, sign: int) -> Found | None:
        words = self.words
        back = words.patterns.count_back.search(self.before(start))
        if back is None:
            return None
        first = start - len(back.group())
        return self._count(back, first, end, sign)

    def _counted_ahead(self, start: int, end: int, sign: int) -> Found | None:
        """“Hace tres semanas”, “через два дня”: the word stands before the number."""
        ahead = self.words.patterns.count_ahead.match(self.text, end)
        if ahead is None:
            return None
        behind = self.text[ahead.end() : ahead.end() + 30]
        tail = self.words.openers_tail.match(behind) if sign < 0 else None
        if sign < 0 and tail is None:
            return None
        reach = ahead.end() + (tail.end() if tail else 0)
        if sign > 0 and self.words.future.search(self.text, *sentence(self.text, start, reach)):
            counted = self._count(ahead, start, reach, 0)
            unit, amount = counted.shift or ("", None)
            return replace(counted, shift=(unit, None if amount is None else -amount))
        return self._count(ahead, start, reach, sign)

    def _count(self, back: regex.Match[str], first: int, end: int, sign: int) -> Found:
        words = self.words
        amount: int | None = None
        if back["num"]:
            unit, number = words.units[fold(back["unit"])], fold(back["num"])
            amount = int(number) if number.isdecimal() else words.numbers[number]
            if words.inexact.search(self.before(first)):
                amount = None
        elif back["one"]:
            unit, amount = words.one[fold(back["one"])], 1
        else:
            unit = words.few[fold(back["few"])]
        if sign == 0:
            shift = None if amount is None else -amount
            return Found(kind="relative", start=first, end=end, shift=(unit, shift))
        relation = Relation(unit, sign, amount, self.text[first:end])
        return Found(kind="related", start=first, end=end, relation=relation)

    def _dated(self, match: regex.Match[str]) -> Found:
        words, (start, end) = self.words, match.span()
        weekday = None
        if match["wd"]:
            weekday = words.weekdays[fold(match["wd"])]
        elif match["ws"]:
            weekday = words.short_weekdays[fold(match["ws"])]
        common = Found(
            kind="date",
            start=start,
            end=end,
            year=_year(match["iy"] or match["y"] or match["n3"]),
            weekday=weekday,
        )
        opened = words.opens_range.search(self.before(start)) is not None
        common = replace(common, sure_range=opened)
        if match["iy"]:
            return replace(common, month=int(match["im"]), day=int(match["id"]))
        if match["n1"]:
            return replace(common, kind="numeric", numbers=(int(match["n1"]), int(match["n2"])))
        last = match["d2"]
        return replace(
            common,
            month=words.months[fold(match["m"])],
            day=int(match["d"]) if match["d"] else None,
            last_day=int(last) if last else None,
            sure_range=opened or bool(last and match["y"]),
        )


def _without_year_word(before: str, words: Words) -> str:
    """“From the year ” as “from ”."""
    back = words.patterns.year_back.search(before)
    return before[: back.start()] if back is not None and back["word"] else before


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year > 50 else 2000)
