"""What counts as a word."""

from __future__ import annotations

import regex

WORD = regex.compile(r"\w(?:[\w'’.,-]*\w)?")
"""One word, with its inner apostrophes, hyphens and points, and a number's commas."""


def count_words(text: str) -> int:
    """How many words a text has; a number, a compound, an abbreviation is one."""
    return sum(1 for _ in WORD.finditer(text))
