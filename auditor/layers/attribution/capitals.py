"""Whether a word is written with the capital of a name."""

from __future__ import annotations

SIGNS = ("'", "’", "-", "‑")
_PREFIX = 2
"""Letters in small before the sign of a name: “d'Artuis”, “al-Amin”."""


def has_capital(word: str) -> bool:
    """“Amin”, “d'Artuis”, “al-Amin”."""
    if word[:1].isupper():
        return True
    sign = next((i for i, c in enumerate(word[1 : _PREFIX + 1], 1) if c in SIGNS), 0)
    if not sign or not word[sign + 1 : sign + 2].isupper():
        return False
    # “e-Government” is none; two letters and a hyphen begin an Arabic name.
    return word[sign] in SIGNS[:2] if sign < _PREFIX else word[sign] in SIGNS[2:]
