"""What the words of attribution do, as bits: one lookup for each word instead of one a list.

`Terms` holds a language's lists; here each word of them gets a mask of the lists it stands
in, and each form that is met gets that mask, its folded form and its shape, once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from auditor.layers.attribution.frame import FILL, NAME_MARKS

_MOST = 100_000
"""Forms that are kept; a long run over many articles meets more."""

(
    QUOTE,
    WORD,
    CAPITAL,
    DIGITS,
    ADVERB,
    VERB,
    PARTICIPLE,
    CUE,
    AUXILIARY,
    BE,
    INFINITIVE,
    COMPLEMENT,
    PRONOUN,
    PRESENT,
    EMPTY,
    VAGUE,
    RELATIVE,
    PERSONAL_RELATIVE,
    JOIN,
    QUANTIFIER,
    DEFINITE,
    INDEFINITE,
    PREPOSITION,
    STOP,
    TIME,
    TITLE,
    ROLE,
    DEMONSTRATIVE,
    LATTER,
    POSSESSIVE,
    TIGHT_PREPOSITION,
    NOUN_PREPOSITION,
    BODY_PREPOSITION,
    TIME_OPENER,
    ADDRESSEE,
    ASIDE,
    REPORTED,
) = (1 << n for n in range(37))
"""Shapes first: a covered quotation, a word and no sign, a capital, digits only. The others are
the lists of `Terms`; `ADVERB` and `POSSESSIVE` go by the ending too, `ADDRESSEE` and `ASIDE` are
the words that an entry begins or ends with, `REPORTED` is “that” and its like."""

DETERMINER = DEFINITE | INDEFINITE | QUANTIFIER

Form = tuple[str, int]


class WordClasses(dict[str, Form]):
    """A word as it is written, to its folded form and its mask.

    Args:
        listed: folded words of each class.
        adverb_endings, possessive: endings of words that no list needs to have.
    """

    def __init__(
        self,
        listed: Iterable[tuple[int, Iterable[str]]],
        adverb_endings: tuple[str, ...],
        possessive: tuple[str, ...],
    ) -> None:
        super().__init__()
        masks: dict[str, int] = {}
        for bit, words in listed:
            for word in words:
                masks[word] = masks.get(word, 0) | bit
        self._listed: Mapping[str, int] = masks
        self._adverb_endings, self._possessive = adverb_endings, possessive

    def __missing__(self, word: str) -> Form:
        low = word.casefold().rstrip(NAME_MARKS[1]) or word
        mask = self._listed.get(low, 0)
        if word[0] == FILL:
            mask |= QUOTE
        if word[0].isalnum():
            mask |= WORD
        if word[0].isupper() or (word[1:2] in ("'", "’") and word[2:3].isupper()):
            mask |= CAPITAL  # “д'Артуа” is a name
        if low.isdigit():
            mask |= DIGITS
        if len(low) > 4 and low.endswith(self._adverb_endings):
            mask |= ADVERB
        if low.endswith(self._possessive):
            mask |= POSSESSIVE
        if len(self) >= _MOST:
            self.clear()
        if len(word) < 60:  # no covered quotation, each of which has its own length
            self[word] = low, mask
        return low, mask
