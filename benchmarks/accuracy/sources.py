"""Sources against labelled passages of our own, PolNeAR and hand-made inventories.

    python benchmarks/accuracy/sources.py [--show] [--data FOLDER] [--seeds FOLDER]
    python benchmarks/accuracy/sources.py --data FOLDER --draw 50 --seed 1 [--part train]

Always: the passages of `source_passages/`. An unnamed mention of ours is right where it
shares a word with a gold one; kind, reason and knowledge basis are asked of the gold
sources that were found; chaining is B-cubed F (Bagga and Baldwin 1998) over the found
mentions of all sources. A trap is sprung by an unnamed source of ours that gold lacks.

With FOLDER/polnear: each gold Source of the development articles is named or unnamed by a
plain heuristic (`looks_named`: capital letters) and compared with ours; where they differ,
both are listed with `--show`. With FOLDER/facts/seed_gold.yaml: the inventories of the
articles in FOLDER/seeds.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sources_corpora import corpus, draw, inventories
from sources_own import own

from auditor import load_pack


def main() -> None:
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--seeds", type=Path)
    parser.add_argument("--draw", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", default="dev")
    given = parser.parse_args()
    pack = load_pack()
    if given.draw and given.data:
        return draw(given.data, pack, given.draw, given.seed, given.part)
    own(pack, given.show)
    if given.data:
        corpus(given.data, pack, given.show)
    if given.seeds:
        inventories(given.seeds, pack)
    return None


if __name__ == "__main__":
    main()
