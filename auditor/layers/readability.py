"""Readability of the body, by the indexes that need no dictionary."""

from __future__ import annotations

from auditor.article import PROSE
from auditor.items import Readability, Reading
from auditor.words import count_words

MIN_WORDS = 100
"""Shorter bodies give numbers that mean nothing."""


def readability(reading: Reading) -> Readability | None:
    """ARI, Coleman–Liau, LIX and RIX of the body; None where it is too short.

    The grade is the mean of ARI and Coleman–Liau, which were fitted to English
    (Senter and Smith 1967; Coleman and Liau 1975), so other languages have none.
    """
    blocks = [b for b in reading.blocks if b.kind in PROSE]
    body = "\n\n".join(reading.text[b.start : b.end] for b in blocks)
    if count_words(body) < MIN_WORDS:
        return None
    import textstat  # half a second: only where someone asks

    ari = float(textstat.automated_readability_index(body))
    coleman_liau = float(textstat.coleman_liau_index(body))
    return Readability(
        ari=round(ari, 1),
        coleman_liau=round(coleman_liau, 1),
        lix=round(float(textstat.lix(body)), 1),
        rix=round(float(textstat.rix(body)), 1),
        grade=round((ari + coleman_liau) / 2, 1) if reading.article.language == "en" else None,
    )
