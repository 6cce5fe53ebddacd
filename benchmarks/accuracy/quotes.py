"""Quotations and speakers against PolNeAR: ours, a rough prototype's, and the aim.

    python benchmarks/accuracy/quotes.py FOLDER [PART]

FOLDER holds `polnear/`. A speaker is right when the mention we give shares a word, at its
place, with the gold source. Quotations that gold attributes without a source are left out.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import regex
from polnear import Document, Span, documents

from auditor import load_pack
from auditor.engine.rule import Pack
from auditor.items import Quote
from auditor.layers.analysis import LazyAnalysis
from auditor.readers import read

MARKED = regex.compile(r"^(?:[“\"]|'')(?:(?!'')[^“”\"])*(?:[”\"]|'')[.,]?$")
LIGHT = frozenset(
    ("of", "and", "the", "a", "an", "mr", "mrs", "ms", "his", "her", "their", "its", "this", "that")
)
WORD = regex.compile(r"\w+")
SPEECH = ("direct", "partial")


@dataclass(frozen=True)
class Case:
    """One quotation: whether gold has a source, whether we have one, whether it is right."""

    kind: str
    gold: bool
    predicted: bool
    right: bool
    confidence: float
    article: str


def analysed(document: Document, pack: Pack) -> LazyAnalysis:
    article = read(
        document.text.encode(),
        path=document.name,
        identify=lambda _: None,
        language="en",
        max_bytes=10**7,
    )
    return LazyAnalysis(article, pack.lexicon)


def top(quotes: tuple[Quote, ...]) -> Iterator[Quote]:
    """Quotations that stand in no other."""
    reach = -1
    for quote in quotes:
        if quote.start >= reach:
            reach = quote.end
            yield quote


def spans(document: Document, quotes: tuple[Quote, ...]) -> tuple[int, int]:
    """How many gold contents in double marks we give exactly, and of how many."""
    ours = {(q.start - 1, q.end + 1) for q in quotes}
    ours |= {(q.start - 2, q.end + 2) for q in quotes}
    found = total = 0
    for attribution in document.attributions:
        for start, end in attribution.content:
            words = document.text[start:end]
            if len(words) > 8 and MARKED.match(words):
                total += 1
                found += (start, end - (words[-1] in ".,")) in ours
    return found, total


def cases(document: Document, quotes: tuple[Quote, ...]) -> Iterator[Case]:
    for quote in top(quotes):
        told, source = gold_of(document, quote.start, quote.end)
        if told and not source:
            continue
        speaker = quote.speaker
        right = speaker is not None and shares_word(
            document.text, (speaker.start, speaker.end), source
        )
        yield Case(quote.kind, told, speaker is not None, right, quote.confidence, document.name)


def gold_of(document: Document, start: int, end: int) -> tuple[bool, tuple[Span, ...]]:
    """Whether gold attributes a quotation, by the larger part of it, and to what source."""
    cover = [-1] * max(1, end - start)
    for index, attribution in enumerate(document.attributions):
        for a, b in attribution.content:
            low, high = max(a, start) - start, min(b, end) - start
            if low < high:
                cover[low:high] = [index] * (high - low)
    index, count = Counter(cover).most_common(1)[0]
    if index < 0 or count < 0.5 * len(cover):
        return False, ()
    return True, document.attributions[index].source


def shares_word(text: str, mention: tuple[int, int], source: tuple[tuple[int, int], ...]) -> bool:
    places = [m.start() for m in WORD.finditer(text, *mention) if m.group().lower() not in LIGHT]
    return any(a <= place < b for place in places for a, b in source)


def figures(found: list[Case]) -> tuple[float, float, float]:
    """Precision, recall, F."""
    right = sum(c.right for c in found)
    precision = right / max(1, sum(c.predicted for c in found))
    recall = right / max(1, sum(c.gold for c in found))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def confident(found: list[Case]) -> tuple[float, float]:
    """Precision and recall of the most confident band that keeps a recall of .80."""
    gold = sum(c.gold for c in found)
    ranked = sorted((c for c in found if c.predicted), key=lambda c: -c.confidence)
    right = 0
    for index, case in enumerate(ranked):
        right += case.right
        last = index + 1 == len(ranked) or ranked[index + 1].confidence < case.confidence
        if last and right >= 0.8 * gold:
            return right / (index + 1), right / gold
    return right / max(1, len(ranked)), right / max(1, gold)


def row(name: str, ours: str, sketch: str, aim: str) -> None:
    print(f"{name:44}{ours:>26}{sketch:>26}{aim:>12}")


def main(folder: Path, part: str = "dev") -> None:
    pack = load_pack()
    exact = total = articles = 0
    found: list[Case] = []
    alarmed = set()
    for document in documents(folder / "polnear", part):
        quotes: tuple[Quote, ...] = analysed(document, pack).layer("quotes")
        a, b = spans(document, quotes)
        exact, total, articles = exact + a, total + b, articles + 1
        own = list(cases(document, quotes))
        found += own
        alarmed |= {
            c.article
            for c in own
            if c.kind == "direct" and c.gold and not c.predicted and c.confidence >= 0.9
        }
    print(f"{articles} articles of {part}, {len(found)} quotations\n")
    row("", "ours", "prototype", "aim")
    row("spans in double marks, exact", f"{exact}/{total} = {exact / total:.4f}", "557/557", ".995")
    direct = [c for c in found if c.kind == "direct"]
    shown = "{:.3f} / {:.3f} / {:.3f}".format
    row("direct: P / R / F", shown(*figures(direct)), ".942 / .920 / .931", ".950")
    row("all: P / R / F", shown(*figures(found)), ".888 (F)", ".920")
    band = "{:.3f} at {:.3f}".format
    row("confident band, all: precision at recall", band(*confident(found)), ".947 at .814", ".980")
    row("the same, direct alone", band(*confident(direct)), ".971 at .847", "")
    row(
        "articles with a false sure “no speaker”",
        f"{len(alarmed)} of {articles}",
        "7 of 84",
        "2 of 84",
    )


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), *sys.argv[2:3])
