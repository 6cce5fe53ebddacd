"""The dates an article gives, read and resolved as far as the article allows."""

from __future__ import annotations

from auditor.items import DateExpression, Reading
from auditor.layers.dates.resolve import resolved

__all__ = ["dates"]


def dates(reading: Reading) -> tuple[DateExpression, ...]:
    """Every expression of a date in headline, dateline and body, in text order.

    The span holds the date's own words: a weekday or a word such as “last” that goes
    with it, no preposition. `precision` is that of the value; where there is no value it
    is that of the expression (day for “on Wednesday”, month for weeks and months), and
    vague for words that date nothing (“recently”) and numeric dates that can be read
    in two ways. `missing` lists the parts of that precision and above which the article
    lets nobody work out.

    Raises:
        NotKnown: the language has no lists of dates.
    """
    return tuple(found.item for found in reading.use(resolved))
