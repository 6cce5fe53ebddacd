"""Fingerprints: the same finding keeps its id while the text around it moves."""

from __future__ import annotations

import unicodedata
from collections import Counter
from hashlib import sha256


def normalised(text: str) -> str:
    """The words only, in one Unicode form, so that reflowing and quotation style do not count."""
    folded = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return " ".join(folded.split())


_QUOTES = str.maketrans(dict.fromkeys("‘’‚‛", "'") | dict.fromkeys("“”„‟«»", '"'))


def context(paragraph: str) -> str:
    """What of a paragraph goes into a fingerprint; worked out once for each paragraph."""
    return _digest(normalised(paragraph))


class Fingerprints:
    """Hands out fingerprints for the findings of one article, in the order they are asked for.

    A fingerprint is made of the rule, the words, the paragraph around them, and how many
    equal ones came before: no line numbers, no offsets.
    """

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def next(self, rule: str, words: str, context: str) -> str:
        """64 hex digits. `context`: of the paragraph; empty for the whole article."""
        base = "\x1f".join((rule, normalised(words), context))
        ordinal = self._seen[base]
        self._seen[base] += 1
        return _digest(f"{base}\x1f{ordinal}")


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
