"""Who says what: the layers `quotes`, `statements` and `sources`.

Quotations are covered up (`frame`), reporting words and the phrase of whoever speaks are
found around them (`cues`, `mentions`), each quotation gets its speaker (`speakers`), each
mention its source (`chains`), and all of it becomes records (`assemble`).

The rooms, by what they know:

- words: `terms` (a language's lists), `word_classes`, `tokens`, `searched`, `cases`, `declined`,
  `dative`, `given`
- sentences: `frame`, `cue`, `cues`, `subjects`, `order`, `addressees`, `asides`, `placed`
- phrases: `mentions`, `phrase_end`, `apposition`, `some_of`, `unnamed_subjects`
- what a phrase names: `noun` with `noun_*`, `capitals`, `bodies`, `body_names`
- whose quotation it is: `candidates`, `place`, `clues`, `sieves`, `scorer`, `speakers`, `voice`,
  `beside`, `nested`, `interview`, `exchange`
- who is who: `chains`, with `by_name`, `met`, `names`, `people`, `aliases`, `naming`, `slips`,
  `antecedents`, `entity`, `shown`, `gender_beside`, `described`, `descriptions`, `which`,
  `standing`, `newcomers`, `impersonal`
- whose paper it is: `things`, `papers`
- what the whole article settles: `headlines`, `headline_nouns`, `revealed`, `withheld_name`,
  `named_next`, `told_in`
- what is said: `drafts`, `draft`, `reports`, `no_report`, `hidden`, `occasion`, `fiction`
- what is known of a source: `anonymity`, `withheld`, `sole`, `sole_article`
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
