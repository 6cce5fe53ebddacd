"""What the words of attribution do, as bits: one lookup for each word instead of one a list.

`Terms` holds a language's lists; here each word of them gets a mask of the lists it stands
in, and each form that is met gets that mask, its folded form and its shape, once: most of
the words of a text are the same few hundred.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import regex

from auditor.layers.attribution.capitals import has_capital
from auditor.layers.attribution.frame import FILL, NAME_MARKS

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
    DOCUMENT,
    PUBLISHER,
    GIVEN,
) = (1 << n for n in range(40))
"""Shapes first: a covered quotation, a word and no sign, a capital, digits only. The others are
the lists of `Terms`; `ADVERB` and `POSSESSIVE` go by the ending too, `ADDRESSEE` and `ASIDE` are
the words that an entry begins or ends with, `REPORTED` is “that” and its like."""

DETERMINER = DEFINITE | INDEFINITE | QUANTIFIER

_KEPT = 50_000
"""Pieces that are kept; a long run over many articles meets more."""
_LONG = 60
"""Characters of a piece that is not kept: a covered quotation is never met again."""

_TOKEN = regex.compile(
    rf"{FILL}+|(?:\p{{L}}\.){{2,}}|{NAME_MARKS[0]}?\w+(?:['’.\-‐‑]\w+)*{NAME_MARKS[1]}?|[^\w\s]"
)

Form = tuple[int, int, str, str, int]
"""One token of a piece: where it begins and ends there, the token, case-folded, its mask."""


class WordClasses(dict[str, tuple[Form, ...]]):
    """The tokens of a piece of text without white space (“Reed’s,”); each piece is cut once.

    Args:
        listed: folded words of each class.
        adverb_endings, possessive: endings of words that no list needs to have.
        no_adverbs: words with such an ending that are none.
        compounds: whether one half of a word with a hyphen makes it somebody who may speak.
    """

    def __init__(
        self,
        listed: Iterable[tuple[int, Iterable[str]]],
        adverb_endings: tuple[str, ...],
        possessive: tuple[str, ...],
        no_adverbs: frozenset[str] = frozenset(),
        compounds: bool = False,
    ) -> None:
        super().__init__()
        masks: dict[str, int] = {}
        for bit, words in listed:
            for word in words:
                masks[word] = masks.get(word, 0) | bit
        self._listed: Mapping[str, int] = masks
        self._adverb_endings, self._possessive = adverb_endings, possessive
        self._no_adverbs = no_adverbs
        self._compounds = compounds

    def of(self, low: str) -> int:
        """The mask of one folded word by the lists alone, adverbs by their ending too."""
        mask = self._listed.get(low, 0)
        return mask | ADVERB if self._is_adverb(low) else mask

    def _is_adverb(self, low: str) -> bool:
        """By its ending."""
        long = len(low) > 4 and low.endswith(self._adverb_endings)
        return long and low not in self._no_adverbs

    def __missing__(self, piece: str) -> tuple[Form, ...]:
        forms = tuple(map(self._form, _TOKEN.finditer(piece)))
        if len(piece) < _LONG:
            if len(self) >= _KEPT:
                self.clear()
            self[piece] = forms
        return forms

    def _form(self, match: regex.Match[str]) -> Form:
        whole = match.group()
        word = whole.lstrip(NAME_MARKS[0]) or whole
        low = word.casefold().rstrip(NAME_MARKS[1]) or word
        mask = self._listed.get(low, 0) | self._shape(word, low)
        if self._compounds and "-" in low:  # “экс-министр”, “врач-нарколог”
            parts = low.rpartition("-")[2], low.partition("-")[0]
            mask |= (self._listed.get(parts[0], 0) | self._listed.get(parts[1], 0)) & ROLE
        return *match.span(), word, low, mask

    def _shape(self, word: str, low: str) -> int:
        """What the letters tell, whatever the lists have."""
        if word[0] == FILL:
            return QUOTE
        mask = WORD if word[0].isalnum() else 0
        if has_capital(word):
            mask |= CAPITAL
        if low.isdigit():
            mask |= DIGITS
        if self._is_adverb(low):
            mask |= ADVERB
        return mask | POSSESSIVE if low.endswith(self._possessive) else mask
