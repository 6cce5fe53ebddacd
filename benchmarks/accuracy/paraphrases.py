"""Statements without quotation marks against PolNeAR: how many are found, how many are right.

    python benchmarks/accuracy/paraphrases.py FOLDER [PART] [--misses N]

FOLDER holds `polnear/`. Gold are the attributions that have a source and a cue and no double
quotation mark in what is said. One is found where the cue of a statement of ours overlaps its
cue, and the source's mention shares a word, at its place, with its source. A paraphrase of
ours is right where its cue overlaps a gold cue; by the looser measure, where it or its cue
overlaps anything that gold says was said, or a gold cue. Annotators differ on verbs of
thought, on laws and on plans, so nothing here can reach 1.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import regex
from polnear import Attribution, Document, Span, documents
from quotes import analysed, row, shares_word

from auditor import load_pack
from auditor.layers.attribution.draft import Draft
from auditor.layers.attribution.drafts import drafts

MARKS = regex.compile(r"[“”\"]|''|``")


@dataclass
class Tally:
    """What is counted over the articles of a part."""

    gold: int = 0
    cued: int = 0
    found: int = 0
    ours: int = 0
    strict: int = 0
    loose: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    verbs: Counter[str] = field(default_factory=Counter)

    def add(self, document: Document, said: Iterable[Draft]) -> None:
        cued = [d for d in said if d.at is not None]
        told = [d for d in cued if d.form == "paraphrase"]
        for gold in document.attributions:
            if gold.source and gold.cue and gold.content and not _marked(document, gold):
                self._find(document, gold, cued)
        cues = [s for a in document.attributions for s in a.cue]
        parts = [s for a in document.attributions for s in (*a.cue, *a.content)]
        for draft in told:
            self.ours += 1
            at = draft.at
            assert at is not None
            strict = _meets((at.start, at.end), cues)
            self.strict += strict
            self.loose += strict or _meets((draft.start, draft.end), parts)
            if not strict:
                self.wrong.append(f"{draft.cue:18} {_shown(document, (at.start, at.end))}")

    def _find(self, document: Document, gold: Attribution, ours: list[Draft]) -> None:
        self.gold += 1
        near = [d.at for d in ours if d.at and _meets((d.at.start, d.at.end), gold.cue)]
        self.cued += bool(near)
        found = any(shares_word(document.text, c.source, gold.source) for c in near)
        self.found += found
        if not found:
            cue = " ".join(document.text[a:b] for a, b in gold.cue)
            self.verbs[cue.casefold()] += 1
            self.missed.append(f"{cue:18} {_shown(document, gold.cue[0])}")


def _marked(document: Document, gold: Attribution) -> bool:
    return any(MARKS.search(document.text, a, b) for a, b in gold.content)


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < b and a < span[1] for a, b in others)


def _shown(document: Document, span: Span, reach: int = 90) -> str:
    a, b = span
    text = document.text
    around = f"{text[max(0, a - reach) : a]}[{text[a:b]}]{text[b : b + reach]}"
    return " ".join(around.split())


def measured(folder: Path, part: str) -> Tally:
    pack, tally = load_pack(), Tally()
    for document in documents(folder / "polnear", part):
        tally.add(document, analysed(document, pack).use(drafts).drafts)
    return tally


def main(folder: Path, part: str = "dev", misses: int = 0) -> None:
    tally = measured(folder, part)
    share = "{}/{} = {:.3f}".format

    def line(name: str, count: int, of: int) -> None:
        row(name, share(count, of, count / max(1, of)), "", "none given")

    print(f"statements without quotation marks, {part}\n")
    row("", "ours", "", "aim")
    line("gold whose cue and source are found", tally.found, tally.gold)
    line("gold whose cue is found", tally.cued, tally.gold)
    line("ours whose cue is a gold cue", tally.strict, tally.ours)
    line("ours that overlap a gold cue or content", tally.loose, tally.ours)
    if misses:
        print("\nmissed most:", *(f"{v} {n}" for v, n in tally.verbs.most_common(misses)), sep="\n")
        step = max(1, len(tally.missed) // misses)
        print("\nmissed:", *tally.missed[::step], sep="\n")
        step = max(1, len(tally.wrong) // misses)
        print("\nours, no gold cue:", *tally.wrong[::step], sep="\n")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    count = 0
    if "--misses" in arguments:
        at = arguments.index("--misses")
        count = int(arguments[at + 1])
        del arguments[at : at + 2]
    if not arguments:
        sys.exit(__doc__)
    main(Path(arguments[0]), *arguments[1:2], misses=count)
