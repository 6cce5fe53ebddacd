"""Lines that are no reporting: mastheads, bylines, datelines, captions, told from one line.

Shapes that hold in every language are patterns here; words come from the language's
`structure` lists. A language without a list is read without it.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from auditor.finder import NOTHING, Finder
from auditor.items import Reading
from auditor.lexicon import Language, NotKnown

MAX_LINE = 90
MAX_BYLINE = 160
MAX_DATELINE = 90

_WORDS = regex.compile(r"[\w’'&.@-]*\w")
_CRUMB = regex.compile(r"\s*(?:[>›»|•·/→]|\s[-–—])\s*")
_SITE = r"\p{L}[\w-]*(?:\.[a-z]{2,4}){1,2}"
_SITE_LINE = regex.compile(_SITE, regex.IGNORECASE)

_UP = r"\p{Lu}[\p{Lu}\p{M}.'’-]+"
_CAP = r"\p{Lu}[\p{L}\p{M}\p{N}.'’-]*"
_DAY = r",?\s+(?:\p{Lu}\p{L}+\.?\s+\d{1,2}|\d{1,2}\s+\p{L}+\.?)(?:,?\s+\d{4})?"
_SLASHED = rf"\.?\s*/(?P<agency>{_CAP}(?: {_CAP}){{0,2}})/\.?(?:\s*(?:--+|[—–―-])(?=\s))?"
_BRACKET = r"\s*[(\[](?P<agency>[^()\[\]\n]{2,40})[)\]]"
_DASH = r"(?:\s*(?:--+|[—–―])\s*|\s+-\s+|-\s+)"
_PLACE = rf"(?P<place>{_UP}(?:[ /]{_UP}){{0,3}})"
_ANY_PLACE = rf"(?P<place>{_CAP}(?:[ /]{_CAP}){{0,3}})"
_REGION = rf"(?P<region>(?:,\s*{_CAP}(?:\s{_CAP}){{0,3}}){{0,3}})"

_FORMS = [
    regex.compile(form)
    for form in (
        rf"{_ANY_PLACE}{_REGION}(?P<day>{_DAY})?{_SLASHED}",
        rf"{_PLACE}{_REGION}(?P<day>{_DAY})?(?:{_BRACKET})?{_DASH}",
        rf"{_ANY_PLACE}{_REGION}(?P<day>{_DAY})?{_BRACKET}{_DASH}",
        rf"{_PLACE}{_REGION}(?P<day>{_DAY})?{_BRACKET}\.?:?\s",
        rf"\((?P<agency>\p{{Lu}}[^()\n]{{1,30}})\){_DASH}",
        r"\((?P<agency>\p{Lu}{2,10})\)(?=\p{Lu})",
        rf"(?P<site>(?i:{_SITE}))(?:,\s*{_ANY_PLACE})?{_REGION}{_DASH}",
    )
]
# Small letters and nothing but a dash or a colon: the place must be a known one.
_KNOWN_FORM = regex.compile(rf"{_ANY_PLACE}{_REGION}(?P<day>{_DAY})?(?:{_DASH}|:\s)")
_PARTY = regex.compile(r"\p{Lu}{1,2}[-–]\p{Lu}")


@dataclass(frozen=True)
class Furniture:
    """Judges single lines. Patterns match nothing where the language has no list."""

    labels: Finder
    outlet_words: frozenset[str]
    date_words: frozenset[str]
    openers: Finder
    byline_words: frozenset[str]
    not_datelines: frozenset[str]
    places: frozenset[str]
    captions: Finder
    houses: frozenset[str]

    def is_furniture(self, line: str, outlet: str | None = None, by_name: bool = False) -> bool:
        """A section label, breadcrumb, share button, date or reading time on its own line.

        `outlet`: the outlet's name, where the file states it. `by_name`: a line that has
        the shape of an outlet's name counts too.
        """
        if len(line) > MAX_LINE:
            return False
        bare = line.strip(" \t.:|•·*#[]")
        if outlet and bare.casefold() == outlet.casefold():
            return True
        if self._is_label(bare) or self._is_date(bare):
            return True
        crumbs = [c for c in _CRUMB.split(bare) if c]
        if len(crumbs) > 1 and all(
            self._is_label(c) or self._is_date(c) or self._is_outlet(c) for c in crumbs
        ):
            return True
        return by_name and self._is_outlet(bare)

    def _is_label(self, text: str) -> bool:
        return self.labels.fullmatch(text) is not None

    def _is_date(self, text: str) -> bool:
        if not any(c.isdigit() for c in text):
            return False
        words = [w.casefold().strip(".") for w in _WORDS.findall(text)]
        return all(w in self.date_words or w[0].isdigit() for w in words)

    def _is_outlet(self, text: str) -> bool:
        if _SITE_LINE.fullmatch(text):
            return True
        words = text.split()
        return (
            0 < len(words) <= 4
            and all(w[0].isupper() for w in words)
            and text[-1].isalpha()
            and (words[-1].casefold() in self.outlet_words or words[0].casefold() == "the")
            and any(w.casefold() in self.outlet_words for w in words)
        )

    def is_byline(self, line: str) -> bool:
        """ "By Jane Roe", "Oleh: Budi Santoso": an opener and names, nothing else."""
        if len(line) > MAX_BYLINE:
            return False
        first, *others = _CRUMB.split(line.strip()) or [line]
        if others and all(self._is_label(c) or self._is_date(c) for c in others if c):
            line = first  # “By Jane Roe | 3 May 2025”
        opener = self.openers.match(regex.sub(r"\s+:", ":", line.lstrip(" \t(|*—–-")))
        return opener is not None and self._is_names(opener.string[opener.end() :])

    def is_bare_byline(self, line: str) -> bool:
        """ "Jane Roe", "Jane Roe, Reuters": a name alone; only to be asked below a headline."""
        if not 5 <= len(line) <= 60 or line[-1] in "!?:…\"”'’":
            return False
        names = line.split()
        return 2 <= len(names) <= 6 and self._is_names(line) and not line.isupper()

    def _is_names(self, text: str) -> bool:
        words = _WORDS.findall(text)
        capitals = sum(1 for w in words if w[0].isupper())
        return (
            0 < capitals <= 14
            and not any(c.isdigit() for c in text)
            and all(w[0].isupper() or w.casefold() in self.byline_words for w in words)
            and words[0][0].isupper()
        )

    def is_caption(self, line: str) -> bool:
        """A photo's caption or credit on a line of its own."""
        if len(line) > 600:
            return False
        if self.captions.match(line.lstrip(" \t([*")):
            return True
        credit = line.rstrip(" .").rpartition("(")[2].rstrip(")") if line.endswith(")") else line
        if len(credit) > 60 or "/" not in credit:
            return False
        ends = credit.strip(" .").split("/")
        return ends[-1].strip().casefold() in self.houses

    def dateline(self, line: str) -> int:
        """Length of the dateline that opens the line, its dash included; 0 where there is none."""
        head = line[: MAX_DATELINE + 1]
        for form in _FORMS:
            match = form.match(head)
            if match and self._is_place(match):
                return match.end()
        match = _KNOWN_FORM.match(head)
        if match and match["place"].casefold() in self.places:
            return match.end()
        return 0

    def _is_place(self, match: regex.Match[str]) -> bool:
        found = match.groupdict()
        place, agency = found.get("place"), found.get("agency")
        if agency is not None and (
            _PARTY.search(agency) or not (agency[0].isupper() or agency[0].isdigit())
        ):
            return False
        if place is None:
            return True
        folded = place.casefold()
        if folded in self.not_datelines or folded.split()[0] in self.not_datelines:
            return False
        supported = agency or found.get("day") or found.get("region") or found.get("site")
        return bool(supported) or folded in self.places or len(place) > 3


def furniture(reading: Reading) -> Furniture:
    """The article's language's furniture; by shape alone where the pack lacks the language."""
    try:
        return reading.language.once(_build)
    except NotKnown:
        return _build(None)


def _build(language: Language | None) -> Furniture:
    return Furniture(
        labels=_pattern(language, "masthead"),
        outlet_words=_words(language, "outlet_words"),
        date_words=_words(language, "date_words"),
        openers=_pattern(language, "byline_openers"),
        byline_words=_words(language, "byline_words"),
        not_datelines=_words(language, "not_datelines"),
        places=_words(language, "dateline_places"),
        captions=_pattern(language, "caption_openers"),
        houses=_words(language, "photo_houses"),
    )


def _pattern(language: Language | None, name: str) -> Finder:
    listed = language is not None and f"structure.{name}" in language.lists
    return language.pattern(f"structure.{name}") if language and listed else NOTHING


def _words(language: Language | None, name: str) -> frozenset[str]:
    listed = language is not None and f"structure.{name}" in language.lists
    return language.words(f"structure.{name}") if language and listed else frozenset()
