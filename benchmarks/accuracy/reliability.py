"""Whether the score means something: reliable articles above unreliable ones.

    python benchmarks/accuracy/reliability.py FOLDER

FOLDER holds `real/` and `fake/`, one article a file (Horne and Adalı 2017). Prints the
area under the curve, with its 95 % bootstrap interval, over all pairs and over pairs whose
lengths differ by at most a quarter, because length alone tells the two apart here. Rules
about what a bare text file cannot have (byline, date) are left out.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from auditor import load_pack, read
from auditor.auditing import audit
from auditor.config import Config
from auditor.engine.rule import Pack

LEFT_OUT = (
    "dates/missing-year",
    "dates/no-publication-date",
    "dates/relative-date",
    "dates/undated-lead",
    "dates/weekday-only",
    "quotations/no-occasion",
    "wires/credit-only-in-photo",
    "wires/no-byline-or-credit",
    "wires/uncredited-interview",
)
ROUNDS = 2000
Row = tuple[float, int]


def rows(folder: Path, pack: Pack) -> list[Row]:
    """Score and words of every article; too short ones are scored all the same."""
    known = {r.id for r in pack.rules}
    config = Config(language="en", min_words=0, ignore=tuple(r for r in LEFT_OUT if r in known))
    found = []
    for path in sorted(folder.glob("*.txt")):
        result = audit(read(path, config), pack, config, layers=())
        if result.score is not None:
            found.append((result.score / 10, result.words))
    return found


def area(real: list[Row], fake: list[Row], matched: bool) -> float | None:
    wins = pairs = 0.0
    for a, long in real:
        for b, short in fake:
            if matched and not 0.75 <= long / max(1, short) <= 1.25:
                continue
            pairs += 1
            wins += 1.0 if a > b else 0.5 if a == b else 0.0
    return wins / pairs if pairs else None


def interval(real: list[Row], fake: list[Row], matched: bool) -> tuple[float, float]:
    chance = random.Random(1)
    drawn = []
    for _ in range(ROUNDS):
        value = area(chance.choices(real, k=len(real)), chance.choices(fake, k=len(fake)), matched)
        if value is not None:
            drawn.append(value)
    drawn.sort()
    return drawn[int(0.025 * len(drawn))], drawn[int(0.975 * len(drawn))]


def main(folder: Path) -> None:
    pack = load_pack()
    real, fake = rows(folder / "real", pack), rows(folder / "fake", pack)
    for name, found in (("reliable", real), ("unreliable", fake)):
        scores = sorted(s for s, _ in found)
        low = sum(s < 75 for s in scores)
        print(f"{name}: {len(scores)} articles, median {scores[len(scores) // 2]}, {low} below 75")
    for name, matched in (("all pairs", False), ("pairs of like length", True)):
        low_end, high_end = interval(real, fake, matched)
        print(f"AUC, {name}: {area(real, fake, matched):.3f} [{low_end:.3f}, {high_end:.3f}]")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
