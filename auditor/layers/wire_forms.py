"""Where a text names an agency: the forms of the whole registry, found in one pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import ahocorasick_rs
import regex

from auditor.lexicon import Agency, Lexicon

_NO_SPACES = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}]")
_BRACKETED = regex.compile(r"(?|\(([^(){}/\d]*\p{L}[^(){}/\d]*)\)|/([^(){}/\d]*\p{L}[^(){}/\d]*)/)")
_WEB_ADDRESS = regex.compile(r"(?:://|www\.|[@#])\S*\Z")
_PLACE = regex.compile(r"\p{Lu}\p{L}{3,}")


@dataclass(frozen=True, slots=True)
class Form:
    """One written form; `agencies` has several where they share it."""

    agencies: tuple[Agency, ...]
    sure: bool
    brackets_only: bool
    boundaries: bool
    trim: int
    """Code points before the name itself (“kantor berita Reuters”)."""


@dataclass(frozen=True, slots=True)
class Registry:
    """What the agencies' forms are compiled to.

    Attributes:
        search: finds all forms in one pass, the longest at each place.
        forms: what each of its patterns stands for.
        house: credit lines that do not name their agency, each with fixed words of it.
        places: for each agency, the places its credit forms name.
    """

    search: ahocorasick_rs.AhoCorasick
    forms: tuple[Form, ...]
    house: tuple[tuple[Agency, str, regex.Pattern[str]], ...]
    places: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A form at a place; `agency` is the first that bears it."""

    start: int
    end: int
    form: Form
    agency: Agency


def registry_of(lexicon: Lexicon) -> Registry:
    """The registry compiled; slow, so for `Lexicon.once`."""
    sure: dict[str, list[Agency]] = {}
    unsure: dict[str, list[Agency]] = {}
    brackets: dict[str, list[Agency]] = {}
    house = []
    for agency in lexicon.agencies:
        for name in agency.names:
            _add(sure, name, agency)
        for name in agency.ambiguous:
            _add(unsure, name, agency)
        for form in agency.credit_forms:
            for match in _BRACKETED.finditer(form):
                _add(brackets, match.group(1).strip(), agency)
            if form.count("{NAME}") > 1 and not any(n in form for n in agency.names):
                fixed = max(reversed(form.split("{NAME}")), key=len).strip()
                house.append((agency, fixed, _house_credit(form)))
    unsure = {f: a for f, a in unsure.items() if f not in sure}
    brackets = {f: a for f, a in brackets.items() if f not in sure and f not in unsure}
    every = {**brackets, **unsure, **sure}
    return Registry(
        ahocorasick_rs.AhoCorasick(
            list(every) or ["\0"], matchkind=ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST
        ),
        tuple(
            Form(
                tuple(agencies),
                form in sure,
                form in brackets,
                not _NO_SPACES.search(form),
                next((i for i, c in enumerate(form) if c.isupper()), 0)
                if form[:1].islower() and " " in form
                else 0,
            )
            for form, agencies in every.items()
        ),
        tuple(house),
        _places(lexicon.agencies),
    )


def places_in(text: str) -> frozenset[str]:
    """Capitalised words of four letters and more, case-folded."""
    return frozenset(m.group().casefold() for m in _PLACE.finditer(text))


def _places(agencies: tuple[Agency, ...]) -> dict[str, frozenset[str]]:
    words = {a.id: places_in(" ".join(a.credit_forms)) for a in agencies}
    # What many agencies write is no place of theirs: “November”, “Photo”.
    common = {w for w, n in Counter(w for ws in words.values() for w in ws).items() if n > 3}
    return {identifier: found - common for identifier, found in words.items()}


def _add(forms: dict[str, list[Agency]], form: str, agency: Agency) -> None:
    plain = _plain(form)
    for variant in dict.fromkeys((plain, plain.upper()) if len(plain) > 4 else (plain,)):
        bearers = forms.setdefault(variant, [])
        if variant and agency not in bearers:
            bearers.append(agency)


def _house_credit(form: str) -> regex.Pattern[str]:
    source = regex.escape(form, special_only=True, literal_spaces=True)
    names = r"[^;\n]{3,150}(?:;[^;\n]{3,150}){0,3}?"
    return regex.compile(
        r"(?<!\w)(?:\((?:\p{L}+ )?)?" + source.replace(r"\{NAME\}", names) + r"\)?",
        regex.IGNORECASE,
    )


def find(text: str, registry: Registry) -> Iterator[Hit]:
    """Whole-word hits in text order, web addresses and handles left out."""
    plain, forms = _plain(text), registry.forms
    for index, start, end in registry.search.find_matches_as_indexes(plain):
        form = forms[index]
        if form.boundaries and (
            (start and _is_word(plain[start - 1])) or (end < len(plain) and _is_word(plain[end]))
        ):
            continue
        if _WEB_ADDRESS.search(plain, max(start - 60, 0), start):
            continue
        yield Hit(start + form.trim, end, form, form.agencies[0])


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _plain(text: str) -> str:
    """One kind of space and apostrophe; the length stays."""
    return text.replace("\n", " ").replace("\xa0", " ").replace("’", "'")
