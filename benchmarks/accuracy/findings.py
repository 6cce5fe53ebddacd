"""How noisy the pack is on ordinary articles: findings by rule, and a draw to be read.

    python benchmarks/accuracy/findings.py FOLDER [--draw 50] [--seed 7]

FOLDER holds articles (`*.txt`). Rules about what a bare text cannot have, a byline, a
credit or a date, are left out. The draw prints each finding with the words around it, for a
person to judge; nothing here judges.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

from reliability import LEFT_OUT

from auditor import load_pack, read
from auditor.auditing import audit
from auditor.config import Config
from auditor.findings import Finding

AROUND = 160
"""Code points shown on each side of a finding."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--draw", type=int, default=0)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    pack = load_pack()
    config = Config(language="en", ignore=LEFT_OUT)
    found: list[tuple[str, str, Finding]] = []
    scores: list[int] = []
    paths = sorted(options.folder.glob("*.txt"))
    for path in paths:
        article = read(path, config)
        result = audit(article, pack, config, layers=())
        found += [(path.stem, article.text, f) for f in result.findings]
        if result.score is not None:
            scores.append(result.score)
    scores.sort()
    print(f"{len(paths)} articles, {len(found)} findings, {len(found) / len(paths):.2f} an article")
    print(f"scores: median {scores[len(scores) // 2] / 10:g}, lowest {scores[0] / 10:g}")
    for rule, count in Counter(f.rule for _, _, f in found).most_common():
        articles = len({name for name, _, f in found if f.rule == rule})
        print(f"{count:6}{count / len(paths):8.2f} an article, in {articles:3}  {rule}")
    chance = random.Random(options.seed)
    for name, text, finding in chance.sample(found, min(options.draw, len(found))):
        start, end = finding.start or 0, finding.end or 0
        before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
        print(f"\n{name}  {finding.rule} ({finding.severity}): {finding.message}")
        print(f"    {before}[[{text[start:end]}]]{after}".replace("\n", " ⏎ "))


if __name__ == "__main__":
    main()
