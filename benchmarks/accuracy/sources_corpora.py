"""Our sources beside those of PolNeAR and of hand-made inventories; see `sources.py`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml
from passages import Span
from polnear import Document, documents
from quotes import LIGHT, analysed
from sources_own import WORD, is_pronoun, meets, share, spots

from auditor import read
from auditor.engine.rule import Pack
from auditor.items import Source
from auditor.layers.analysis import LazyAnalysis

INDEFINITE = frozenset(
    ("a", "an", "one", "some", "several", "many", "other", "another", "two", "three", "four")
)
POINTING = frozenset(
    ("the", "this", "that", "these", "those", "his", "her", "their", "its", "my", "our", "your")
)
ABBREVIATIONS = ("Mr.", "Ms.", "Mrs.", "Dr.", "Sen.", "Rep.", "Gov.", "Gen.", "St.", "U.S.")


def looks_named(text: str, span: Span) -> bool | None:
    """A plain reading of capital letters; None where the phrase points back (“the union”).

    “A Homeland Security official”: an indefinite phrase that ends in a small letter names
    nobody. Else a capital letter that opens no sentence does, and a phrase of one word.
    """
    words = list(WORD.finditer(text, *span))
    first, last = words[0].group().casefold(), words[-1].group()
    if first in INDEFINITE and last[0].islower():
        return False
    capitals = [m for m in words if m.group()[0].isupper() and m.group().casefold() not in LIGHT]
    if any(len(words) == 1 or not _opens(text, m.start()) for m in capitals):
        return True
    return None if first in POINTING else False


def _opens(text: str, offset: int) -> bool:
    """Whether a word opens its sentence; “Mr.” ends none."""
    before = text[:offset].rstrip(" \n\t“\"'‘(")
    if not before or "\n" in text[len(before) : offset]:
        return True
    return before[-1] in ".!?" and not before.endswith(ABBREVIATIONS)


def corpus(folder: Path, pack: Pack, show: bool) -> None:
    agreed: Counter[tuple[bool, bool]] = Counter()
    lines: list[str] = []
    unmatched = 0
    for document in documents(folder / "polnear", "dev"):
        sources: tuple[Source, ...] = analysed(document, pack).layer("sources")
        for span in gold_sources(document):
            if is_pronoun(document.text, span):
                continue
            mine = next(
                (o for o in sources if any(meets(span, s, document.text) for s in spots(o))), None
            )
            if mine is None:
                unmatched += 1
                continue
            heard = looks_named(document.text, span)
            if heard is None:
                continue
            pair = heard, mine.named
            agreed[pair] += 1
            if pair[0] != pair[1]:
                told = "named" if mine.named else "unnamed"
                words = " ".join(document.text[slice(*span)].split())
                lines.append(f"{document.name[:40]} ours {told}: {words} ({mine.kind})")
    total = agreed.total()
    same = agreed[True, True] + agreed[False, False]
    print(f"\nPolNeAR dev: {total} gold sources that we have, {unmatched} that we have not")
    print(f"named or unnamed as the heuristic says: {same}/{total} = {share(same, total):.3f}")
    print(f"  unnamed by heuristic alone {agreed[False, True]}, by us alone {agreed[True, False]}")
    if show:
        print("", *lines, sep="\n")


def gold_sources(document: Document) -> Iterator[Span]:
    """Each gold source once, by its place."""
    seen = set()
    for attribution in document.attributions:
        for span in attribution.source:
            if span not in seen:
                seen.add(span)
                yield span


def draw(folder: Path, pack: Pack, count: int, seed: int, part: str) -> None:
    """For a person to read: unnamed sources of ours, and gold sources we take for none."""
    unnamed: list[str] = []
    unflagged: list[str] = []
    for document in documents(folder / "polnear", part):
        sources: tuple[Source, ...] = analysed(document, pack).layer("sources")
        flagged = [s for o in sources if not o.named for s in spots(o)]
        for source in sources:
            if not source.named:
                spot = spots(source)[0]
                unnamed.append(f"{source.kind}: {around(document.text, spot)}")
        unflagged += (
            around(document.text, span)
            for span in gold_sources(document)
            if not any(meets(span, s, document.text) for s in flagged)
        )
    chance = Random(seed)
    for title, lines in (("our unnamed sources", unnamed), ("gold, not unnamed", unflagged)):
        print(f"\n{title}, {count} of {len(lines)}, {part}, seed {seed}")
        for number, line in enumerate(chance.sample(lines, min(count, len(lines))), 1):
            print(f"{number:3} {line}")


def around(text: str, span: Span, reach: int = 130) -> str:
    a, b = span
    shown = f"{text[max(0, a - reach) : a]}[[{text[a:b]}]]{text[b : b + reach]}"
    return " ".join(shown.split())


def inventories(folder: Path, pack: Pack) -> None:
    gold = yaml.safe_load((folder / "facts" / "seed_gold.yaml").read_text("utf-8"))
    print("\ninventories: gold source, ours")
    for entry in gold["articles"]:
        article = read(folder / "seeds" / entry["file"])
        analysis = LazyAnalysis(article, pack.lexicon)
        sources: tuple[Source, ...] = analysis.layer("sources")
        print(f"  {entry['id']}")
        taken: set[int] = set()
        for wanted in entry["sources"]:
            mine = [s for s in sources if same_name(wanted, s, analysis.text)]
            taken |= {s.number for s in mine}
            print(f"    {wanted['name'][:44]:46}{told(wanted, mine)}")
        for source in sources:
            if source.number not in taken:
                print(f"    {'–':46}{label(source, analysis.text)!r} ({source.kind})")


def same_name(wanted: dict[str, Any], source: Source, text: str) -> bool:
    """Whether names share their words; for unnamed ones, whether a mention has the last word."""
    gold = {w.casefold() for w in WORD.findall(wanted["name"]) if w.casefold() not in LIGHT}
    ours = {w.casefold() for w in WORD.findall(label(source, text))}
    return len(gold & ours) * 2 >= min(len(gold), max(1, len(ours - LIGHT)))


def label(source: Source, text: str) -> str:
    first = source.mentions[0] if source.mentions else source
    return source.name or " ".join(text[first.start : first.end].split())


def told(wanted: dict[str, Any], mine: list[Source]) -> str:
    if not mine:
        return "NOT FOUND"
    right = any(s.named == wanted["named"] for s in mine)
    shown = ", ".join(f"{s.number} {s.name or s.kind}" for s in mine)
    return f"{'ok' if right else 'NAMED DIFFERS'}: {shown}"
