"""Dates that disagree, put into made-up passages: how many are seen, how many imagined.

    python benchmarks/accuracy/dates.py [--seed 1] [--count 200] [--show KIND]

For each kind of fault and language, `--count` passages are written twice: with one fault,
and as its faultless twin, which differs in the fault alone. Recall is the share of faulty
passages in which a conflict of the right kind is reported; a conflict of any kind in a twin
is a false alarm. Sentences, names and dates are invented, and those who wrote the checks
wrote the sentences too: the figures show that the checks do what they claim, not how often
real prose is worded so. `--show` prints the passages of a kind that went wrong.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from date_passages import TONGUES, Tongue

from auditor import load_pack
from auditor.layers.analysis import LazyAnalysis
from auditor.lexicon import Lexicon
from auditor.readers import read

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Case:
    """One passage: the day it is published (None: not told), and a faulty version of it."""

    good: str
    bad: str
    published: date | None = None
    headline: str = ""
    bad_headline: str = ""


def some_day(rng: Random) -> date:
    return date(1996, 1, 20) + timedelta(days=rng.randrange(10800))


def wrong(rng: Random, right: int, low: int, high: int, least: int) -> int:
    """A number between `low` and `high`, `least` or more away from the right one."""
    return rng.choice([n for n in range(low, high + 1) if abs(n - right) >= least])


def weekday(rng: Random, t: Tongue) -> Case:
    day = some_day(rng)
    off = rng.randrange(1, 7)
    form = rng.choice(t.with_weekday)
    frame = rng.choice(t.events)
    near = rng.random() < 0.2
    if near and t.with_weekday_no_year:
        form = rng.choice(t.with_weekday_no_year)
    good, bad = (frame.format(t.weekday(form, day, (day.weekday() + o) % 7)) for o in (0, off))
    return Case(good, bad, day + DAY * rng.randrange(1, 20) if near else None)


def impossible(rng: Random, t: Tongue) -> Case:
    month = rng.choice([2, 4, 6, 9, 11])
    year = rng.randrange(1996, 2026)
    last = 28 if month == 2 and year % 4 else 29 if month == 2 else 30
    form, frame = rng.choice(t.full), rng.choice(t.events)
    good = t.numbers(form, year, month, rng.randrange(13, last + 1))
    bad = t.numbers(form, year, month, last + (rng.random() < 0.3) * (month == 2) + 1)
    return Case(frame.format(good), frame.format(bad))


def _related(rng: Random, t: Tongue, good: date, bad: date, base: date, words: str) -> Case:
    form, frame = rng.choice(t.full), rng.choice(t.after)
    first = rng.choice(t.events).format(t.date(form, base))
    return Case(*(f"{first} {frame.format(words, t.date(form, d))}" for d in (good, bad)))


def order(rng: Random, t: Tongue) -> Case:
    base, sign = some_day(rng), rng.choice([1, -1])
    count = rng.randrange(2, 12)
    unsure = rng.random() < 0.4
    words = t.some(sign, rng) if unsure else t.apart(count, "day", sign, rng)
    return _related(rng, t, base + sign * count * DAY, base - sign * count * DAY, base, words)


def interval(rng: Random, t: Tongue) -> Case:
    base, sign = some_day(rng), rng.choice([1, -1])
    unit = rng.choice(["day", "day", "week", "month", "year"])
    count = rng.randrange(2, 11)
    length = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}[unit]
    off = wrong(rng, count, 2, 14, 1 if unit == "day" else 2)
    days = [round(n * length) for n in (count, off)]
    good, bad = (base + sign * d * DAY for d in days)
    return _related(rng, t, good, bad, base, t.apart(count, unit, sign, rng))


def duration(rng: Random, t: Tongue) -> Case:
    unit = rng.choice(["day", "month", "year", "year"])
    begin = some_day(rng)
    if unit == "day":
        count = rng.randrange(4, 25)
        siege, end = rng.random() < 0.4, begin + count * DAY
        form = rng.choice(t.full if siege else t.written)
        frames = t.sieges if siege else t.lasted
        ends = (t.date(form, begin), t.date(form, end))
        off = wrong(rng, count, 2, 40, 2)
    elif unit == "month":
        count = rng.randrange(3, 11)
        index = begin.year * 12 + begin.month - 1 + count
        ends = (t.month(begin.year, begin.month), t.month(index // 12, index % 12 + 1))
        off = wrong(rng, count, 2, 20, 3)
    else:
        count = rng.randrange(2, 35)
        ends = (str(begin.year), str(begin.year + count))
        off = wrong(rng, count, 2, 45, 2)
    if unit != "day":
        frames = t.lasted_years if unit == "year" else t.lasted
    frame = rng.choice(frames)
    return Case(*(frame.format(*ends, t.amount(n, unit)) for n in (count, off)))


def age(rng: Random, t: Tongue) -> Case:
    now = some_day(rng)
    years = rng.randrange(19, 91)
    off = wrong(rng, years, 18, 95, 2)
    born = now.year - years
    which = rng.randrange(4)
    if which == 0:
        frame = rng.choice(t.aged)
        return Case(*(frame.format(born, t.years_old(n)) for n in (years, off)), published=now)
    if which == 1:
        frame = rng.choice(t.died)
        return Case(*(frame.format(born, now.year, t.years_old(n)) for n in (years, off)))
    if which == 2:
        frame, later = rng.choice(t.two_ages), rng.randrange(3, 30)
        bad = wrong(rng, years + later, 20, 130, 2)
        return Case(
            *(frame.format(years, now.year, n, now.year + later) for n in (years + later, bad))
        )
    frame = rng.choice(t.anniversary)
    return Case(*(frame.format(born, t.nth(n), now.year) for n in (years, off)))


def range_(rng: Random, t: Tongue) -> Case:
    begin = some_day(rng)
    which = rng.randrange(3)
    if which == 0:
        begin = begin.replace(day=rng.randrange(1, 20))
        end = begin + DAY * rng.randrange(1, 8)
        form, frame = rng.choice(t.short_ranges), rng.choice(t.during)
        good, bad = t.range(form, begin, end), t.range(form, end, begin)
    elif which == 1:
        end = begin + DAY * rng.randrange(3, 60)
        form, frame = rng.choice(t.written), rng.choice(t.from_to)
        return Case(
            frame.format(t.date(form, begin), t.date(form, end)),
            frame.format(t.date(form, end), t.date(form, begin)),
        )
    else:
        frame = rng.choice(t.from_to_year)
        years = (begin.year, begin.year + rng.randrange(1, 30))
        return Case(frame.format(*years), frame.format(*years[::-1]))
    return Case(frame.format(good), frame.format(bad))


def publication(rng: Random, t: Tongue) -> Case:
    now = some_day(rng)
    away = rng.randrange(3, 200) * DAY
    form = rng.choice(t.full)
    if rng.random() < 0.5:
        frame, good, bad = rng.choice(t.events), now - away, now + away
    else:
        frame, good, bad = rng.choice(t.announced), now + away, now - away
    return Case(frame.format(t.date(form, good)), frame.format(t.date(form, bad)), now)


def dateline(rng: Random, t: Tongue) -> Case:
    now = some_day(rng)
    good = now - DAY * rng.randrange(0, 3)
    bad = now + DAY * rng.randrange(3, 300)
    if rng.random() < 0.3 and (good.month, good.day) != (2, 29):
        bad = good.replace(year=good.year - 1)  # the slip of January
    frame, form, rest = rng.choice(t.datelines), rng.choice(t.dateline_forms), rng.choice(t.fillers)
    return Case(*(f"{frame.format(t.date(form, d))} {rest}" for d in (good, bad)), published=now)


def headline(rng: Random, t: Tongue) -> Case:
    day = some_day(rng)
    bad = day + rng.choice([-1, 1]) * DAY * rng.randrange(1, 20)
    head, body = rng.choice(t.headlines)
    short, full = rng.choice(t.written), rng.choice(t.full)
    text = body.format(t.date(full, day))
    return Case(text, text, None, head.format(t.date(short, day)), head.format(t.date(short, bad)))


def event(rng: Random, t: Tongue) -> Case:
    day = some_day(rng)
    bad = day + rng.choice([-1, 1]) * DAY * rng.randrange(1, 40)
    first, again = rng.choice(t.twice)
    one, two = rng.choice(t.full), rng.choice(t.full)
    between = rng.choice(t.fillers)
    return Case(
        *(
            f"{first.format(t.date(one, day))} {between} {again.format(t.date(two, d))}"
            for d in (day, bad)
        )
    )


KINDS: dict[str, tuple[Callable[[Random, Tongue], Case], frozenset[str]]] = {
    # how it is made, and the kinds of conflict that tell of it
    "weekday": (weekday, frozenset({"weekday"})),
    "impossible": (impossible, frozenset({"impossible"})),
    "order": (order, frozenset({"order", "interval"})),
    "interval": (interval, frozenset({"interval", "order"})),
    "duration": (duration, frozenset({"duration"})),
    "age": (age, frozenset({"age"})),
    "range": (range_, frozenset({"range"})),
    "publication": (publication, frozenset({"publication"})),
    "dateline": (dateline, frozenset({"publication"})),
    "headline": (headline, frozenset({"event"})),
    "event": (event, frozenset({"event"})),
}


def passage(rng: Random, t: Tongue, case: Case) -> tuple[str, str]:
    """The case among sentences that have nothing to do with it."""
    lead, tail = rng.choice(t.fillers), rng.choice(t.fillers)
    title = rng.choice(t.titles)
    opens = case.good[:3].isupper() or bool(case.headline)
    before = "" if opens else f"{lead}\n\n"
    return tuple(  # type: ignore[return-value]
        f"{head or title}\n\n{before}{text}\n\n{tail}\n"
        for head, text in ((case.headline, case.good), (case.bad_headline, case.bad))
    )


def conflicts(text: str, code: str, published: date | None, lexicon: Lexicon) -> set[str]:
    article = read(
        text.encode(),
        path="passage.txt",
        identify=lambda _: None,
        language=code,
        max_bytes=10**6,
    )
    if published is not None:
        article = replace(article, published=published)
    return {c.kind for c in LazyAnalysis(article, lexicon).layer("date_conflicts")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--show", default="")
    parser.add_argument("--language", default="", help="en, id or ru alone")
    options = parser.parse_args()
    lexicon = load_pack().lexicon
    seen: dict[tuple[str, str], int] = defaultdict(int)
    false: dict[str, int] = defaultdict(int)
    tongues = [t for t in TONGUES if options.language in ("", t.code)]
    for t in tongues:
        for kind, (make, right) in KINDS.items():
            rng = Random(f"{options.seed} {t.code} {kind}")
            for _ in range(options.count):
                case = make(rng, t)
                good, bad = passage(rng, t, case)
                found = conflicts(bad, t.code, case.published, lexicon)
                seen[t.code, kind] += bool(found & right)
                alarms = conflicts(good, t.code, case.published, lexicon)
                false[t.code] += bool(alarms)
                if kind == options.show and not found & right:
                    print(
                        f"MISSED {sorted(found)} {case.published} {case.bad_headline} | {case.bad}"
                    )
                if alarms and (kind == options.show or options.show == "false"):
                    print(f"FALSE {sorted(alarms)} {case.published} {case.headline} | {case.good}")
    print(f"{'recall':16}" + "".join(f"{t.code:>8}" for t in tongues))
    for kind in KINDS:
        row = "".join(f"{seen[t.code, kind] / options.count:8.3f}" for t in tongues)
        print(f"{kind:16}{row}")
    twins = options.count * len(KINDS)
    rates = "".join(f"{1000 * false[t.code] / twins:8.2f}" for t in tongues)
    print(f"{'false in 1,000':16}{rates}   of {twins} twins each")


if __name__ == "__main__":
    main()
