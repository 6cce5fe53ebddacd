"""Gives each expression the value that the article allows, and no more.

The publication date counts first; without one, a full date told with its weekday in
dateline or lead, and the full date before it in the paragraph. What rests on an
inference has a confidence below 1 and an anchor.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from auditor.article import Block
from auditor.items import DateExpression, Reading
from auditor.kinds import DatePart, Precision
from auditor.layers.dates.anchors import Anchor, Evidence, gather, words_of_span
from auditor.layers.dates.calendar import days_on, exists, shifted_month
from auditor.layers.dates.relations import Dated, dates_before, fit
from auditor.layers.dates.scan import Found, scan
from auditor.layers.dates.wording import WEEKDAYS, day_in_words, days_in_words, weekday_in_words
from auditor.layers.dates.words import words_of
from auditor.partial_date import PartialDate

SKIPPED = frozenset({"masthead", "boilerplate", "caption", "byline"})
INFERRED, GUESSED = 0.8, 0.65
NEAR = 30
"""Days from the anchor within which a date without a year is taken to lie next to it."""


@dataclass(frozen=True, slots=True)
class _Value:
    value: PartialDate | None
    precision: Precision
    missing: tuple[DatePart, ...] = ()
    anchor: str | None = None
    confidence: float = 1.0


def resolved(reading: Reading) -> tuple[Dated, ...]:
    """Every expression outside masthead, byline, caption and boilerplate, resolved."""
    evidence = reading.use(evidence_of)
    done: list[Dated] = []
    for number, one in enumerate(evidence.found, 1):
        done.append(_item(number, _numeric(one, evidence), done, evidence, reading.text))
    return tuple(done)


def evidence_of(reading: Reading) -> Evidence:
    """The article's expressions and what they can be worked out from."""
    words = reading.language.once(words_of)
    skipped = [b for b in reading.blocks if b.kind in SKIPPED]
    found = [f for f in scan(reading.text, words) if not _inside(f.start, skipped)]
    return gather(reading, found, words)


def _inside(offset: int, blocks: Sequence[Block]) -> bool:
    index = bisect_right(blocks, offset, key=lambda b: b.start) - 1
    return index >= 0 and offset < blocks[index].end


def _item(number: int, found: Found, done: Sequence[Dated], evidence: Evidence, text: str) -> Dated:
    result = _resolve(found, done, evidence, text)
    full = result.value.full if result.value else None
    item = DateExpression(
        number=number,
        start=found.start,
        end=found.end,
        confidence=result.confidence,
        value=result.value,
        precision=result.precision,
        missing=result.missing,
        anchor=result.anchor,
        weekday=None if found.weekday is None else WEEKDAYS[found.weekday],
        actual_weekday=WEEKDAYS[full.weekday()] if full else None,
    )
    dated = Dated(found, item)
    return Dated(found, replace(item, checks=tuple(_checks(dated, done, text))))


def _resolve(found: Found, done: Sequence[Dated], evidence: Evidence, text: str) -> _Value:
    match found.kind:
        case "date":
            return _date(found, evidence)
        case "numeric":
            return _Value(None, "vague", ("month", "day"), confidence=0.5)
        case "year" if found.last_year:
            return _Value(None, "year")
        case "season":
            return _Value(PartialDate(found.year), "season")
        case "decade":
            return _Value(None, "decade")
        case "misprint":
            return _Value(None, "vague", ("year",))
        case "year":
            value = PartialDate(found.year, found.month)
            return _Value(value, "month" if found.month else "year")
        case "month":
            return _month(found, evidence)
        case "weekday":
            return _weekday(found, evidence)
        case "relative":
            return _relative(found, evidence)
        case "related":
            return _related(found, done, text)
        case _:
            return _Value(None, "vague", ("year", "month", "day"))


def _numeric(found: Found, evidence: Evidence) -> Found:
    """A numeric date with day and month told apart, where the article settles it."""
    if found.numbers is None:
        return found
    first, second = found.numbers
    orders = evidence.numeric
    if not orders and first == second:
        orders = "dm"
    if not orders and found.year and found.weekday is not None:
        fits = [
            order
            for order, (day, month) in (("dm", (first, second)), ("md", (second, first)))
            if exists(found.year, month, day)
            and date(found.year, month, day).weekday() == found.weekday
        ]
        orders = fits[0] if len(fits) == 1 else ""
    if first > 12 or second > 12:
        # One reading only; two numbers above 12 are a misprint in either.
        orders = "dm" if first > 12 else "md"
    if not orders:
        return found
    day, month = (first, second) if orders == "dm" else (second, first)
    return replace(found, kind="date", day=day, month=month)


def _date(found: Found, evidence: Evidence) -> _Value:
    day = None if found.last_day else found.day
    precision: Precision = "month" if day is None else "day"
    if found.year is not None:
        return _Value(PartialDate(found.year, found.month, day), precision)
    assert found.month is not None
    near = evidence.near(found)
    if near is not None:
        year, confidence = _year_of(found, near)
        if year is not None:
            value = PartialDate(year, found.month, day)
            return _Value(value, precision, (), near.name, confidence)
    return _Value(PartialDate(None, found.month, day), precision, ("year",))


def _year_of(found: Found, anchor: Anchor) -> tuple[int | None, float]:
    """The year in which a month (and day) lies nearest to the anchor, if that is clear."""
    assert found.month is not None
    day = found.day or 15
    near = anchor.day
    candidates = []
    for year in (near.year - 1, near.year, near.year + 1):
        if exists(year, found.month, day):
            that = date(year, found.month, day)
            candidates.append((abs((that - near).days), that))
    if found.weekday is not None and found.day and min(candidates, default=(0,))[0] > NEAR:
        # Farther off, the weekday tells the year; so near, it may itself be wrong.
        fitting = [c for c in candidates if c[1].weekday() == found.weekday]
        candidates = fitting or candidates
    if not candidates:
        return (near.year, INFERRED) if found.month <= 12 else (None, 0.0)
    distance, that = min(candidates)
    same_year = that.year == near.year
    if same_year or distance <= 62:
        return that.year, INFERRED
    return None, 0.0


def _month(found: Found, evidence: Evidence) -> _Value:
    assert found.month is not None
    anchor = evidence.general
    modifier = found.shift[1] if found.shift else None
    if anchor is None:
        return _Value(PartialDate(None, found.month), "month", ("year",))
    now = anchor.day
    year: int | None
    if modifier == -1:
        year = now.year if found.month < now.month else now.year - 1
    elif modifier == 1:
        year = now.year if found.month > now.month else now.year + 1
    elif modifier == 0:
        year = now.year
    else:
        year, _ = _year_of(found, anchor)
    missing: tuple[DatePart, ...] = () if year else ("year",)
    value = PartialDate(year, found.month)
    return _Value(value, "month", missing, anchor.name if year else None, INFERRED if year else 1.0)


def _weekday(found: Found, evidence: Evidence) -> _Value:
    assert found.weekday is not None
    modifier = found.shift[1] if found.shift else None
    anchor = evidence.general
    if anchor is None:
        return _Value(None, "day", ("year", "month", "day"))
    if modifier is None:
        that = evidence.weekday(found, anchor)
        if that is not None:
            return _Value(PartialDate.of(that), "day", (), anchor.name, GUESSED)
    if modifier in (-1, 1) and anchor is evidence.published and not evidence.quoted(found):
        that = _other_week(found.weekday, anchor.day, modifier)
        if that is not None:
            return _Value(PartialDate.of(that), "day", (), anchor.name, INFERRED)
    return _Value(None, "day", (), None, GUESSED)


def _other_week(weekday: int, now: date, side: int) -> date | None:
    """“Last Friday”, “next Monday”, where the nearest one lies in another week.

    “Last Tuesday”, said on a Thursday, is two days ago for some and nine for others.
    """
    days = (
        ((now.weekday() - weekday) % 7 or 7) if side < 0 else ((weekday - now.weekday()) % 7 or 7)
    )
    same_week = weekday < now.weekday() if side < 0 else weekday > now.weekday()
    return None if same_week else days_on(now, side * days)


def _relative(found: Found, evidence: Evidence) -> _Value:
    assert found.shift is not None
    unit, amount = found.shift
    # There is no precision “week”: a week counts as part of its month.
    precision: Precision = "day" if unit == "day" else "year" if unit == "year" else "month"
    anchor = evidence.published
    if anchor is None:
        holes: dict[str, tuple[DatePart, ...]] = {
            "day": ("year", "month", "day"),
            "month": ("year", "month"),
            "year": ("year",),
        }
        return _Value(None, precision, holes[precision])
    if amount is None or abs(amount) > 9999 or evidence.quoted(found):
        return _Value(None, precision, (), None, GUESSED)
    now = anchor.day
    value: PartialDate | None = None
    try:
        if unit == "day":
            value = PartialDate.of(now + timedelta(days=amount))
            if found.day not in (None, value.day) or found.month not in (None, value.month):
                value = None  # “Today (23)” on another day than the article's
        elif unit == "week" and amount in (-1, 0, 1):
            monday = now - timedelta(days=now.weekday()) + timedelta(weeks=amount)
            sunday = monday + timedelta(days=6)
            if monday.month == sunday.month:
                value = PartialDate(monday.year, monday.month)
        elif unit == "week":
            # “Three weeks ago” may be three days more or less.
            around = [now + timedelta(weeks=amount, days=d) for d in (-3, 3)]
            if around[0].month == around[1].month:
                value = PartialDate(around[0].year, around[0].month)
        elif unit == "month" and (abs(amount) < 2 or 6 <= now.day <= 25):
            value = PartialDate(*shifted_month(now.year, now.month, amount))
        elif unit == "year" and (abs(amount) < 2 or 4 <= now.month <= 9):
            # In January “six years ago” is seven years of the calendar as often as six.
            value = PartialDate(now.year + amount)
    except (OverflowError, ValueError):
        value = None
    if value is None:
        return _Value(None, precision, (), None, GUESSED)
    return _Value(value, precision, (), anchor.name, INFERRED)


def _related(found: Found, done: Sequence[Dated], text: str) -> _Value:
    relation = found.relation
    assert relation is not None
    precision: Precision = (
        "day" if relation.unit == "day" else "year" if relation.unit == "year" else "month"
    )
    before = dates_before(found.start, done, text)
    if before and len(before) == 1 and relation.unit == "day" and relation.amount is not None:
        full = before[0].item.value.full if before[0].item.value else None
        that = full and days_on(full, relation.sign * relation.amount)
        if that is not None:
            name = f"“{words_of_span(text, before[0].found)}”"
            return _Value(PartialDate.of(that), precision, (), name, GUESSED)
    # It may hang on an event rather than on a date: nothing is known to be missing.
    return _Value(None, precision, (), None, GUESSED)


def _checks(dated: Dated, done: Sequence[Dated], text: str) -> list[str]:
    found, item = dated.found, dated.item
    words = " ".join(text[item.start : item.end].split())
    checks = []
    if item.weekday and item.weekday == item.actual_weekday and found.kind == "date":
        checks.append(f"{words}: is a {item.weekday.capitalize()}.")
    if found.kind in ("weekday", "relative") and item.value and item.value.full:
        full = item.value.full
        name = weekday_in_words(full.weekday())
        checks.append(f"{words}: {name}, {day_in_words(full)}, worked out from {item.anchor}.")
    fitting = fit(found, item.value, done, text) if found.kind == "date" else None
    if found.relation and fitting and fitting.verdict == "holds":
        side = "before" if found.relation.sign < 0 else "after"
        other = words_of_span(text, fitting.other.found)
        distance = days_in_words(abs(fitting.days))
        checks.append(f"{words}: {distance} {side} “{other}”, as “{found.relation.text}” says.")
    return checks
