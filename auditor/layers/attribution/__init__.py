"""Who says what: the layers `quotes`, `statements` and `sources`.

Quotations are covered up (`frame`), every word is asked once what it does (`tokens`), reporting
words and the phrase of whoever speaks are found around the quotations (`cues`, `mentions`), each
gets its speaker (`speakers`), each mention its source (`names`, `chains`), and all of it becomes
records (`assemble`).
"""

from __future__ import annotations

from auditor.items import Quote, Reading, Source, Statement
from auditor.layers.attribution.assemble import attributed

__all__ = ["quotes", "sources", "statements"]


def quotes(reading: Reading) -> tuple[Quote, ...]:
    """Every quotation with its speaker, in text order.

    Raises:
        NotKnown: the language lacks a word list of attribution.
    """
    return reading.use(attributed).quotes


def statements(reading: Reading) -> tuple[Statement, ...]:
    """Everything said, attributed or hidden behind a passive, in text order.

    Raises:
        NotKnown: the language lacks a word list of attribution.
    """
    return reading.use(attributed).statements


def sources(reading: Reading) -> tuple[Source, ...]:
    """Every distinct source, in the order of first mention.

    Raises:
        NotKnown: the language lacks a word list of attribution.
    """
    return reading.use(attributed).sources
