"""Why a condition cannot be decided: what the layers behind it say they lack."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from auditor.article import Article, Block
from auditor.items import RECORDS, UNKNOWN, Analysis, Item, Reading
from auditor.lexicon import Language, Lexicon, NotKnown
from auditor.vocabulary import VOCABULARY

T = TypeVar("T")

_LAYER_OF = {record: layer for layer, record in RECORDS.items()}


class Listening:
    """Passes on an analysis; keeps in `heard` what its layers refused, each reason once."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self.heard: dict[str, None] = {}

    @property
    def article(self) -> Article:
        return self._analysis.article

    @property
    def text(self) -> str:
        return self._analysis.text

    @property
    def lexicon(self) -> Lexicon:
        return self._analysis.lexicon

    @property
    def language(self) -> Language:
        return self._analysis.language

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self._analysis.blocks

    def use(self, compute: Callable[[Reading], T]) -> T:
        return self._analysis.use(compute)

    def layer(self, name: str) -> tuple[Any, ...]:
        try:
            return self._analysis.layer(name)
        except NotKnown as refusal:
            self.heard[str(refusal)] = None
            raise

    def value(self, item: Item, attribute: str) -> object:
        value = self._analysis.value(item, attribute)
        if value is UNKNOWN:
            known = VOCABULARY[_LAYER_OF[type(item)]][attribute]
            with suppress(NotKnown):
                self.layer(known.layer or "quotes")  # what is no link is told by the quotations
        return value
