"""Whether a name is hers or his by the noun beside it: “his wife, Kim Park”, “Kim Park, a nun”."""

from __future__ import annotations

import regex

from auditor.layers.attribution.declined import Gender
from auditor.layers.attribution.noun_lists import Lists

_WORDS = regex.compile(r"[\p{L}\d’'-]+")
_BEFORE = regex.compile(r"(?P<noun>\p{Ll}[\p{L}-]*)(?P<sign>,?) $")
_BEHIND = regex.compile(r", (?P<words>[^,.;:()\n]+)")
_REACH = 60
_HEAD = 4
"""Words of an apposition among which its head stands."""


def gender_beside(text: str, start: int, end: int, lists: Lists) -> Gender | None:
    """By the noun right before a name, or at the head of the apposition behind it."""
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    if before and not (before["sign"] and not _apposed(text, end)):
        found = _of(before["noun"], lists)
        if found:
            return found
    behind = _BEHIND.match(text, end, end + _REACH)
    words = _WORDS.findall(behind["words"])[:_HEAD] if behind else []
    if not words or not lists.determiners.get(words[0].casefold()):
        return None
    return next(filter(None, (_of(word, lists) for word in words[1:])), None)


def _apposed(text: str, end: int) -> bool:
    return text[end : end + 1] in (",", ".", "", "\n")


def _of(word: str, lists: Lists) -> Gender | None:
    low = word.casefold()
    if low in lists.female:
        return "f"
    return "m" if low in lists.male else None
