"""The article as a whole: one item."""

from __future__ import annotations

from collections import Counter

from auditor.article import PROSE
from auditor.items import ArticleItem, Reading
from auditor.partial_date import PartialDate
from auditor.words import count_words

SPEECH = ("direct", "partial")


def article(reading: Reading) -> tuple[ArticleItem, ...]:
    """The one item of the layer `article`."""
    whole = reading.article
    blocks = reading.blocks
    headline = next((b for b in blocks if b.kind == "headline"), None)
    byline = next((b for b in blocks if b.kind == "byline"), None)
    sentences = reading.layer("sentences")
    start, end = 0, 0
    if headline is not None:
        start, end = headline.start, headline.end
    elif sentences:
        start, end = sentences[0].start, sentences[0].end
    return (
        ArticleItem(
            number=1,
            start=start,
            end=end,
            words=body_words(reading),
            language=whole.language,
            published=PartialDate.of(whole.published) if whole.published else None,
            author=whole.author or (reading.text[byline.start : byline.end] if byline else None),
            outlet=whole.outlet,
        ),
    )


def body_words(reading: Reading) -> int:
    """Words of the lead and the body; what is no prose does not count."""
    return sum(
        count_words(reading.text[b.start : b.end]) for b in reading.blocks if b.kind in PROSE
    )


def voices(reading: Reading) -> tuple[int, float | None]:
    """Quoted words, and the largest share of them that one source speaks."""
    spoken: Counter[int] = Counter()
    total = reach = 0
    for quote in reading.layer("quotes"):
        if quote.kind not in SPEECH or quote.start < reach:  # a quotation within another
            continue
        reach = quote.end
        words = count_words(reading.text[quote.start : quote.end])
        words -= sum(count_words(reading.text[a.start : a.end]) for a in quote.asides)
        total += words
        if quote.speaker is not None and quote.speaker.source is not None:
            spoken[quote.speaker.source] += words
    return total, round(max(spoken.values()) / total, 3) if spoken and total else None
