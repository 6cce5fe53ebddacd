"""UI texts, numbers and dates in the words of one catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_PARTIAL_DATE = re.compile(r"(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?")
_MINUS = "\N{MINUS SIGN}"


class Texts:
    """Looks texts up. A name that the catalogue lacks is a KeyError: it is our mistake."""

    def __init__(self, strings: Mapping[str, str]) -> None:
        self._strings = strings

    def __call__(self, name: str, /, **values: object) -> str:
        """The text called `name`, its {placeholders} filled in."""
        return _PLACEHOLDER.sub(lambda m: str(values[m[1]]), self._strings[name])

    def count(self, name: str, number: int, /, **values: object) -> str:
        """A text with a number in it: `name.one` or `name.other`."""
        form = "one" if number == 1 else "other"
        return self(f"{name}.{form}", count=self.whole(number), **values)

    def word(self, group: str, value: object) -> str:
        """The word for one value of a vocabulary; the value itself where there is none."""
        if value is None or value == "":
            return self("sign.none")
        return self._strings.get(f"{group}.{value}") or str(value).replace("_", " ")

    def parts(self, group: str, values: Iterable[object]) -> str:
        """The words for several values, listed."""
        return self("sign.join").join(self.word(group, value) for value in values)

    def has(self, name: str) -> bool:
        return name in self._strings

    def whole(self, number: int) -> str:
        """12345 as "12,345"."""
        return f"{number:,}".replace(",", self("number.thousands"))

    def tenths(self, number: float) -> str:
        """8.0 as "8", 2.5 as "2.5"; a minus sign, never a hyphen."""
        text = f"{abs(number):.1f}".removesuffix(".0").replace(".", self("number.decimal"))
        return (_MINUS if number < 0 and text != "0" else "") + text

    def minus(self, number: float) -> str:
        """What is taken off: 8.0 as "−8", 0 as "0"."""
        return self.tenths(-number)

    def percent(self, share: float) -> str:
        """0.4 as "40%"."""
        whole = Decimal(repr(share * 100)).quantize(Decimal(1), ROUND_HALF_UP)
        return self("number.percent", number=whole)

    def date(self, value: str | None) -> str:
        """An ISO 8601 date of which parts may be missing ("2025-04", "--11-07"), in words."""
        found = _PARTIAL_DATE.fullmatch(value or "")
        if found is None:
            return value or self("sign.none")
        year, month, day = (None if part in (None, "-") else part for part in found.groups())
        parts = [n for n, part in (("day", day), ("month", month), ("year", year)) if part]
        name = "date." + "_".join(parts)
        if not self.has(name):
            return value or ""
        return self(
            name,
            year=year,
            month=self(f"month.{int(month)}") if month and 1 <= int(month) <= 12 else month,
            day=int(day or 0),
        )
