"""The lazy analysis of one article: each layer is computed at most once, when asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

from auditor.article import PROSE, Article, Block, BlockKind
from auditor.items import RECORDS, UNKNOWN, Item, LayerFailed, Quote, Reading, Source
from auditor.kinds import band
from auditor.layers.readability import readability
from auditor.layers.registry import compute
from auditor.layers.whole import voices
from auditor.lexicon import Language, Lexicon, NotKnown
from auditor.vocabulary import VOCABULARY, Attribute
from auditor.words import count_words

T = TypeVar("T")

_LAYER_OF = {record: layer for layer, record in RECORDS.items()}


class LazyAnalysis:
    """One article's layers, blocks and attributes; see `auditor.items.Analysis`.

    Not thread-safe; make one for each article and let it go with it.
    """

    def __init__(self, article: Article, lexicon: Lexicon, *, words: int | None = None) -> None:
        self.article = article
        self.lexicon = lexicon
        self.given_words = words
        self._memo: dict[object, Any] = {}

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def language(self) -> Language:
        return self.lexicon.language(self.article.language)

    @property
    def blocks(self) -> tuple[Block, ...]:
        from auditor.layers.blocks import blocks

        return self.use(blocks)

    def layer(self, name: str) -> tuple[Any, ...]:
        try:
            return self.use(compute(name))
        except (NotKnown, LayerFailed):
            raise
        except Exception as error:
            raise LayerFailed(name, f"{type(error).__name__}: {error}") from error

    def use(self, compute: Callable[[Reading], T]) -> T:
        if compute not in self._memo:
            try:
                self._memo[compute] = compute(self)
            except Exception as error:  # the same answer when asked again
                self._memo[compute] = error
        result = self._memo[compute]
        if isinstance(result, Exception):
            raise result
        return cast(T, result)

    def value(self, item: Item, attribute: str) -> object:
        layer = _LAYER_OF[type(item)]
        known = VOCABULARY[layer][attribute]
        try:
            return self._value(item, layer, known)
        except NotKnown:
            return UNKNOWN

    def _value(self, item: Item, layer: str, known: Attribute) -> object:
        if known.derived:
            return self._derived(item, layer, known)
        value = getattr(item, known.name)
        if known.name == "confidence":
            return band(value)
        if known.name == "words" and self.given_words is not None:
            return self.given_words
        if value is UNKNOWN or not known.layer:
            return value
        if known.via and value is not None:
            value = getattr(value, known.via)
        return self._follow(value, known)

    def _follow(self, value: Any, attribute: Attribute) -> object:
        if value is None:
            return None
        target = self.layer(attribute.layer)
        if isinstance(value, tuple):
            return tuple(target[number - 1] for number in value)
        return target[value - 1]

    def _derived(self, item: Item, layer: str, attribute: Attribute) -> object:
        match attribute.name:
            case "text":
                return self.text[item.start : item.end]
            case "words":
                return count_words(self.text[item.start : item.end])
            case "place":
                return self.places(item)
            case "quoted":
                return self._is_quoted(item, layer)
            case "article":
                return self.layer("article")[0]
            case "sentence" | "paragraph":
                return self._within(item.start, attribute.layer)
            case "statements" | "speakers" if layer != "article":
                return self._spoken(item, attribute.name)
            case "source":
                return self._source_of(item)
            case "readability":
                return self.use(readability)
            case "quoted_words":
                return self.use(voices)[0]
            case "main_voice":
                return self.use(voices)[1]
            case name:
                return self.layer(name)

    def places(self, item: Item) -> tuple[BlockKind, ...]:
        """The kinds of the blocks an item stands in, all its mentions counted.

        Lead and quote are body too.
        """
        spots = [(item.start, item.end)]
        if isinstance(item, Source):
            spots += [(m.start, m.end) for m in item.mentions]
        found = dict.fromkeys(k for start, _ in spots for k in self._kinds_at(start))
        return tuple(found)

    def _kinds_at(self, offset: int) -> tuple[BlockKind, ...]:
        blocks = self.blocks
        index = bisect_right(blocks, offset, key=lambda b: b.start) - 1
        if index < 0 or offset >= max(blocks[index].end, blocks[index].start + 1):
            return ("body",)
        kind = blocks[index].kind
        return (kind, "body") if kind in PROSE and kind != "body" else (kind,)

    def _is_quoted(self, item: Item, layer: str) -> bool:
        if layer == "quotes":
            return True
        spoken = self.use(_spoken_stretches)
        index = bisect_right(spoken, item.start, key=lambda s: s[0]) - 1
        return index >= 0 and item.end <= spoken[index][1]

    def _within(self, offset: int, layer: str) -> Item | None:
        found = cast(Sequence[Item], self.layer(layer))
        index = bisect_right(found, offset, key=lambda i: i.start) - 1
        return found[index] if index >= 0 and offset < found[index].end else None

    def _beginning_in(self, item: Item, layer: str) -> tuple[Item, ...]:
        found: tuple[Item, ...] = self.layer(layer)
        first = bisect_left(found, item.start, key=lambda i: i.start)
        return found[first : bisect_left(found, item.end, key=lambda i: i.start)]

    def _source_of(self, wire: Item) -> Item | None:
        """The source that a mention of an agency belongs to."""
        sources: tuple[Source, ...] = self.layer("sources")
        for source in sources:
            if any(m.start < wire.end and wire.start < m.end for m in source.mentions):
                return source
        same = {w.number for w in self.layer("wires") if w.agency == getattr(wire, "agency", "")}
        return next((s for s in sources if s.wire in same), None)

    def _spoken(self, item: Item, attribute: str) -> tuple[Item, ...]:
        if attribute == "statements":
            return self._beginning_in(item, "statements")
        numbers = dict.fromkeys(
            q.speaker.source
            for q in cast(Sequence[Quote], self._beginning_in(item, "quotes"))
            if q.speaker and q.kind in ("direct", "partial")
        )
        sources = self.layer("sources")
        return tuple(sources[n - 1] for n in numbers if n is not None)


def _spoken_stretches(reading: Reading) -> list[tuple[int, int]]:
    """Where somebody's words stand, in order; what the writer puts into them is left out."""
    found: list[tuple[int, int]] = []
    reach = 0
    for quote in reading.layer("quotes"):
        if quote.kind not in ("direct", "partial") or quote.end <= reach:
            continue  # a quotation within another
        start = quote.start
        for aside in quote.asides:
            found.append((start, aside.start))
            start = aside.end
        found.append((start, quote.end))
        reach = quote.end
    return found
