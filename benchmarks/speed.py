"""How fast: articles a second, and T, whole and by layer.

    python benchmarks/speed.py [FOLDER …]

T is one `regex.findall(r"\\w+|[^\\w\\s]", text)` over the same texts in the same run, so
that figures from different machines can be compared. Each figure is the best of several
rounds. A layer's figure is its own time, without the layers it asks for.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import ClassVar

import regex

from auditor import audit, load_pack, read
from auditor.article import Article
from auditor.config import Config
from auditor.layers.analysis import LazyAnalysis
from auditor.layers.registry import LAYERS
from auditor.run import discover

TOKEN = regex.compile(r"\w+|[^\w\s]")
ROUNDS = 5
SAMPLES = Path(__file__).parent.parent / "tests" / "articles" / "samples"


class Timed(LazyAnalysis):
    """An analysis that keeps each computation's own time."""

    spent: ClassVar[dict[str, float]] = defaultdict(float)
    _inner: ClassVar[list[float]] = []

    def use(self, compute):  # type: ignore[no-untyped-def]
        if compute in self._memo:
            return super().use(compute)
        self._inner.append(0.0)
        begun = perf_counter()
        try:
            return super().use(compute)
        finally:
            took = perf_counter() - begun
            own = took - self._inner.pop()
            if self._inner:
                self._inner[-1] += took
            Timed.spent[
                f"{compute.__module__.removeprefix('auditor.layers.')}.{compute.__name__}"
            ] += own


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        work()
        times.append(perf_counter() - begun)
    return min(times)


def main(folders: list[str]) -> None:
    paths = list(discover(folders or [str(SAMPLES)], (".txt", ".md")))
    articles: list[Article] = [read(p) for p in paths]
    texts = [a.text for a in articles]
    pack = load_pack()
    config = Config()
    token = best(lambda: [TOKEN.findall(t) for t in texts])
    size = sum(map(len, texts))
    print(f"{len(articles)} articles, {size:,} characters")
    print(f"T = {1000 * token / len(texts):.3f} ms an article")
    for name, layers in (("rules and score only", ()), ("with all layers for the JSON", None)):
        keywords = {} if layers is None else {"layers": layers}
        took = best(lambda k=keywords: [audit(a, pack, config, **k) for a in articles])
        print(f"{name:32}{len(articles) / took:8.0f} articles/s {took / token:8.1f} T")
    rounds: list[dict[str, float]] = []
    for _ in range(ROUNDS):
        Timed.spent = defaultdict(float)
        for article in articles:
            timed = Timed(article, pack.lexicon)
            for layer in LAYERS:
                timed.layer(layer)
        rounds.append(dict(Timed.spent))
    print("\nby computation, own time")
    names = sorted(rounds[0], key=lambda n: -min(r[n] for r in rounds))
    for name in names:
        print(f"  {name:40}{min(r[name] for r in rounds) / token:8.2f} T")


if __name__ == "__main__":
    main(sys.argv[1:])
