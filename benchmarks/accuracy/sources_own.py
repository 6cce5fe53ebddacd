"""Our sources beside the labelled passages of `source_passages/`; see `sources.py`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import regex
from passages import FOLDER, Gold, Passage, Span, passages
from quotes import LIGHT

from auditor.engine.rule import Pack
from auditor.items import Source
from auditor.layers.analysis import LazyAnalysis
from auditor.readers import read

WORD = regex.compile(r"\w+")
PRONOUNS = frozenset(
    "he she they it who him her dia ia mereka beliau он она оно они тот та те".split()  # noqa: SIM905
)
HOLDING_ONE = frozenset(
    "katanya ujarnya tuturnya ucapnya jelasnya tambahnya imbuhnya ungkapnya tegasnya".split()  # noqa: SIM905
)
"""Report words that hold a pronoun (“said he” in one word)."""
AIMS = {"unnamed F": 0.92, "kind": 0.92, "reason": 0.95, "chaining": 0.95, "traps": 0.02}


@dataclass
class Tally:
    """Counts over the passages of one language."""

    hits: int = 0
    ours: int = 0
    found: int = 0
    gold: int = 0
    kinds: list[bool] = field(default_factory=list)
    people: list[bool] = field(default_factory=list)
    reasons: list[bool] = field(default_factory=list)
    bases: list[bool] = field(default_factory=list)
    names: list[bool] = field(default_factory=list)
    chained: list[tuple[float, float]] = field(default_factory=list)
    traps: list[bool] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """What is compared with the aims, and what stands beside it."""
        precision, recall = share(self.hits, self.ours), share(self.found, self.gold)
        p, r = (mean(x[i] for x in self.chained) for i in (0, 1))
        return {
            "unnamed P": precision,
            "unnamed R": recall,
            "unnamed F": harmonic(precision, recall),
            "kind": mean(self.kinds),
            "reason": mean(self.reasons),
            "chaining": harmonic(p, r),
            "traps": mean(self.traps),
            "people": mean(self.people),
            "basis": mean(self.bases),
            "name": mean(self.names),
        }


def share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


def mean(values: Iterable[float]) -> float:
    listed = list(values)
    return share(sum(listed), len(listed))


def harmonic(a: float, b: float) -> float:
    return 2 * a * b / (a + b) if a + b else 0.0


def meets(a: Span, b: Span, text: str) -> bool:
    """Whether two mentions share a word, at its place; words that only point do not count."""
    low, high = max(a[0], b[0]), min(a[1], b[1])
    words = [w.casefold() for w in WORD.findall(text[low:high])] if low < high else []
    return any(w not in LIGHT for w in words)


def spots(source: Source) -> list[Span]:
    return [(m.start, m.end) for m in source.mentions]


def is_pronoun(text: str, span: Span) -> bool:
    word = text[span[0] : span[1]].casefold()
    return word in PRONOUNS or word in HOLDING_ONE


def analysed_passage(passage: Passage, pack: Pack) -> LazyAnalysis:
    article = read(
        passage.text.encode(),
        path=passage.id,
        identify=lambda _: None,
        language=passage.language,
        max_bytes=10**6,
    )
    return LazyAnalysis(article, pack.lexicon)


def judge(passage: Passage, sources: tuple[Source, ...], tally: Tally, text: str) -> None:
    """Adds one passage. `text` is what the spans of `sources` count in: the passage's."""
    partners = [partner(gold, sources, text) for gold in passage.sources]
    note = tally.lines.append
    unnamed = [g for g in passage.sources if not g.named]
    gold_spots = [s for g in unnamed for s in g.mentions if not is_pronoun(text, s)]
    our_spots = [s for o in sources if not o.named for s in spots(o) if not is_pronoun(text, s)]
    right = [any(meets(s, g, text) for g in gold_spots) for s in our_spots]
    met = [any(meets(g, s, text) for s in our_spots) for g in gold_spots]
    tally.hits, tally.ours = tally.hits + sum(right), tally.ours + len(right)
    tally.found, tally.gold = tally.found + sum(met), tally.gold + len(met)
    for spot, hit in zip(our_spots, right, strict=True):
        if not hit:
            note(f"{passage.id} false: {text[slice(*spot)]!r}")
    for spot, hit in zip(gold_spots, met, strict=True):
        if not hit:
            note(f"{passage.id} missed: {text[slice(*spot)]!r}")
    if passage.trap:
        tally.traps.append(not all(right))
    for gold, ours in zip(passage.sources, partners, strict=True):
        shown = text[slice(*gold.mentions[0])]
        if ours is None:
            if gold.named:
                note(f"{passage.id} named one missed: {shown!r}")
            continue
        tally.kinds.append(gold.kind == ours.kind)
        if gold.kind != ours.kind:
            note(f"{passage.id} kind: {shown!r} is {gold.kind}, not {ours.kind}")
        tally.people.append(gold.people == ours.people)
        if gold.people != ours.people:
            note(f"{passage.id} people: {shown!r} is {gold.people}, not {ours.people}")
        if gold.named:
            if gold.name:
                tally.names.append(gold.name == ours.name)
                if gold.name != ours.name:
                    note(f"{passage.id} name: {gold.name!r}, not {ours.name!r}")
            continue
        for what, span, words, kept in (
            ("reason", gold.reason, ours.reason, tally.reasons),
            ("basis", gold.basis, ours.knowledge_basis, tally.bases),
        ):
            wanted = text[slice(*span)] if span else None
            same = agree(wanted, words)
            kept.append(same)
            if not same:
                note(f"{passage.id} {what}: {shown!r} has {wanted!r}, not {words!r}")
    chain(passage, sources, tally, text)


def agree(gold: str | None, ours: str | None) -> bool:
    """Both none, or half of the words of the shorter one in common."""
    if gold is None or ours is None:
        return gold is ours
    a, b = (Counter(WORD.findall(x.casefold())) for x in (gold, ours))
    return 2 * (a & b).total() >= min(a.total(), b.total())


def partner(gold: Gold, sources: tuple[Source, ...], text: str) -> Source | None:
    """The source of ours that shares most mentions with a gold one."""

    def common(source: Source) -> int:
        return sum(any(meets(g, s, text) for s in spots(source)) for g in gold.mentions)

    best = max(sources, key=common, default=None)
    return best if best is not None and common(best) else None


def chain(passage: Passage, sources: tuple[Source, ...], tally: Tally, text: str) -> None:
    """B-cubed over the gold mentions that we have at all."""
    keys: list[tuple[int, int]] = []
    for number, gold in enumerate(passage.sources):
        for span in gold.mentions:
            mine = [
                i
                for i, o in enumerate(sources)
                if any(meets(span, s, text) or s == span for s in spots(o))
            ]
            if mine:
                keys.append((number, mine[0]))
    for gold_id, our_id in keys:
        both = keys.count((gold_id, our_id))
        tally.chained.append(
            (both / sum(o == our_id for _, o in keys), both / sum(g == gold_id for g, _ in keys))
        )
    mixed = defaultdict(set)
    for gold_id, our_id in keys:
        mixed[gold_id].add(our_id)
    for gold_id, found in mixed.items():
        if len(found) > 1:
            shown = [text[slice(*m)] for m in passage.sources[gold_id].mentions]
            tally.lines.append(f"{passage.id} split: {shown}")
    for our_id in {o for _, o in keys}:
        merged = {g for g, o in keys if o == our_id}
        if len(merged) > 1:
            shown = [text[slice(*passage.sources[g].mentions[0])] for g in sorted(merged)]
            tally.lines.append(f"{passage.id} merged: {shown}")


def own(pack: Pack, show: bool) -> None:
    rows = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        tally = Tally()
        for passage in passages(path.stem):
            analysis = analysed_passage(passage, pack)
            judge(passage, analysis.layer("sources"), tally, analysis.text)
        rows[path.stem] = tally
    print("labelled passages of our own\n")
    names = list(Tally().figures())
    print(f"{'':12}" + "".join(f"{n:>11}" for n in names))
    for language, tally in rows.items():
        print(f"{language:12}" + "".join(f"{v:>11.3f}" for v in tally.figures().values()))
    print(f"{'aim':12}" + "".join(f"{AIMS.get(n, ''):>11}" for n in names))
    if show:
        for tally in rows.values():
            print("", *tally.lines, sep="\n")
