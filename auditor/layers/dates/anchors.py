"""What the rest of the article gives to work a date out from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from auditor.items import Reading
from auditor.layers.dates.calendar import days_on
from auditor.layers.dates.context import quoted, sentence
from auditor.layers.dates.scan import Found
from auditor.layers.dates.words import Words
from auditor.partial_date import PartialDate

REACH = 10
"""How many dates before one are looked at."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day that others are worked out from; `name` as the report gives it."""

    day: date
    name: str
    is_now: bool = True


@dataclass(frozen=True, slots=True)
class Evidence:
    """An article's anchors and habits.

    Attributes:
        published: the day it came out, by the file or the dateline.
        general: the same, else the day of the lead.
        numeric: "dm" or "md" where the article's numeric dates agree, else "".
        found: all expressions; full: those that name a year.
    """

    text: str
    words: Words
    published: Anchor | None
    general: Anchor | None
    numeric: str
    found: tuple[Found, ...]
    full: tuple[Found, ...]

    def near(self, found: Found) -> Anchor | None:
        """What a month or day without a year is worked out from.

        None where the paragraph speaks of another year.
        """
        before = list(self._in_paragraph(found))
        if self.general is not None:
            year = self.general.day.year
            strange = any(f.year != year for f in before)
            return None if strange else self.general
        if not before:
            return None
        nearest = before[0]
        day = PartialDate(nearest.year, nearest.month, nearest.day).full
        if day is None or nearest.kind != "date":
            return None
        return Anchor(day, f"“{words_of_span(self.text, nearest)}”", is_now=False)

    def _in_paragraph(self, found: Found) -> Iterator[Found]:
        """The expressions with a year before it in its paragraph, nearest first."""
        paragraph = self.text.rfind("\n", 0, found.start) + 1
        index = bisect_left(self.full, found.start, key=lambda f: f.start)
        for other in reversed(self.full[max(index - REACH, 0) : index]):
            if other.start < paragraph:
                return
            yield other

    def weekday(self, found: Found, anchor: Anchor) -> date | None:
        """The day a weekday alone means, where one is likely."""
        assert found.weekday is not None
        if quoted(self.text, found.start):
            return None
        back = (anchor.day.weekday() - found.weekday) % 7
        if anchor is self.published:
            shift = None if self.tells_of_future(found) else -back
        else:
            # The lead's own day, the day before or after; others could be on either side.
            shift = {0: 0, 1: -1, 6: 1}.get(back)
        return None if shift is None else days_on(anchor.day, shift)

    def tells_of_future(self, found: Found) -> bool:
        """Whether the sentence has a word for what is still to come."""
        start, end = sentence(self.text, found.start, found.end)
        return self.words.future.search(self.text, start, end) is not None

    def quoted(self, found: Found) -> bool:
        return quoted(self.text, found.start)


def words_of_span(text: str, found: Found) -> str:
    """The expression's words on one line."""
    return " ".join(text[found.start : found.end].split())


def gather(reading: Reading, found: Sequence[Found], words: Words) -> Evidence:
    """Looks through an article's expressions for what dates the others."""
    published = None
    if reading.article.published is not None:
        published = Anchor(reading.article.published, "publication date")
    opening = _opening(reading)
    dateline = _first_full(found, opening["dateline"])
    if published is None and dateline is not None:
        day = _day(dateline)
        published = Anchor(day, "dateline") if day else None
    general = published
    if general is None:
        general = _lead_anchor(reading.text, found, opening["lead"])
    return Evidence(
        text=reading.text,
        words=words,
        published=published,
        general=general,
        numeric=words.numeric or _numeric_habit(found),
        found=tuple(found),
        full=tuple(f for f in found if f.year is not None),
    )


def _opening(reading: Reading) -> dict[str, tuple[int, int]]:
    spans = {"dateline": (0, 0), "lead": (0, 0)}
    for block in reversed(reading.blocks):
        if block.kind in spans:
            spans[block.kind] = (block.start, block.end)
    if spans["lead"] == (0, 0):
        body = next((b for b in reading.blocks if b.kind == "body"), None)
        if body is not None:
            spans["lead"] = (body.start, body.end)
    return spans


def _first_full(found: Sequence[Found], span: tuple[int, int]) -> Found | None:
    return next((f for f in found if span[0] <= f.start < span[1] and _day(f)), None)


def _lead_anchor(text: str, found: Sequence[Found], span: tuple[int, int]) -> Anchor | None:
    """The lead's full date, if it is told with its weekday and in the article's latest year.

    A date with its weekday is one of the news; a bare full date may be of long ago.
    """
    latest = max((f.year for f in found if f.year), default=None)
    for one in found:
        day = _day(one)
        if not span[0] <= one.start < span[1] or day is None:
            continue
        if one.weekday == day.weekday() and one.year == latest:
            return Anchor(day, f"“{words_of_span(text, one)}” in the lead", is_now=False)
    return None


def _day(found: Found) -> date | None:
    if found.kind != "date" or found.last_day:
        return None
    return PartialDate(found.year, found.month, found.day).full


def _numeric_habit(found: Sequence[Found]) -> str:
    habits = {
        "dm" if f.numbers[0] > 12 else "md"
        for f in found
        if f.numbers and (f.numbers[0] > 12) != (f.numbers[1] > 12)
    }
    return habits.pop() if len(habits) == 1 else ""
