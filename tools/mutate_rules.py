"""How much of each rule its examples hold up: `python tools/mutate_rules.py [RULE …]`.

One condition, phrase, step or exception of a rule is dropped or turned round at a time; a
mutant is killed when some example of the rule then fails, or the rule can no longer be
read. Prints what survives and the share killed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from auditor import load_pack
from auditor.article import Article
from auditor.engine.examples import fails
from auditor.engine.parse_rule import read_rule
from auditor.engine.rule import Pack, Rule
from auditor.layers.analysis import LazyAnalysis
from auditor.yamlfile import Mapping, Node, Report, Scalar, Sequence, parse

TURNED = {
    "yes": "no",
    "no": "yes",
    "none": "known",
    "known": "none",
    "above": "at_most",
    "at_most": "above",
    "below": "at_least",
    "at_least": "below",
    "before": "after",
    "after": "before",
}
CONDITIONS = ("where", "unless", "severity")
DROPPED = ("unless", "except", "once_per")
LISTED = ("phrases", "except")

Mutant = tuple[str, Mapping]


def mutants(rule: Mapping) -> Iterator[Mutant]:
    """Every version of a rule with one thing dropped or turned round, and what that was."""
    for key in DROPPED:
        if key in rule.entries:
            yield f"{key} dropped", without(rule, key)
    for key in (*CONDITIONS, *LISTED):
        node = rule.get(key)
        if node is not None:
            for told, changed in changes(node, key):
                yield told, put(rule, key, changed)


def changes(node: Node, name: str) -> Iterator[tuple[str, Node]]:
    """The versions of one node; `name` says where it stands."""
    if isinstance(node, Scalar):
        if node.value in TURNED and not node.style:
            new = Scalar(TURNED[node.value], node.line, node.column)
            yield f"{name}: {node.value} turned into {new.value}", new
        return
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            rest = (*node.items[:index], *node.items[index + 1 :])
            shown = item.value if isinstance(item, Scalar) else index + 1
            if rest:
                yield f"{name}: {shown} dropped", Sequence(rest, node.line, node.column)
            if not isinstance(item, Scalar):
                for told, changed in changes(item, f"{name}[{index + 1}]"):
                    items = (*node.items[:index], changed, *node.items[index + 1 :])
                    yield told, Sequence(items, node.line, node.column)
        return
    for key, value in node.items():
        inner = f"{name}.{key.value}"
        if len(node.entries) > 1 or name == "where":
            yield f"{inner} dropped", without(node, key.value)
        if key.value in TURNED:
            yield f"{inner} turned", renamed(node, key.value)
        if key.value == "not":
            continue
        for told, changed in changes(value, inner):
            yield told, put(node, key.value, changed)


def without(node: Mapping, key: str) -> Mapping:
    return rebuilt(node, {k: v for k, v in node.entries.items() if k != key})


def put(node: Mapping, key: str, value: Node) -> Mapping:
    return rebuilt(node, {**node.entries, key: value})


def renamed(node: Mapping, key: str) -> Mapping:
    entries = {TURNED[k] if k == key else k: v for k, v in node.entries.items()}
    keys = {TURNED[k] if k == key else k: v for k, v in node.keys.items()}
    keys = {k: Scalar(k, v.line, v.column) for k, v in keys.items()}
    return Mapping(entries, keys, node.line, node.column)


def rebuilt(node: Mapping, entries: dict[str, Node]) -> Mapping:
    return Mapping(entries, {k: node.keys[k] for k in entries}, node.line, node.column)


def survives(rule: Rule, mutant: Mapping, pack: Pack) -> bool:
    """No example notices the change."""

    def analyse(article: Article, words: int | None) -> LazyAnalysis:
        return LazyAnalysis(article, pack.lexicon, words=words)

    report = Report(rule.path)
    read = read_rule(rule.id, mutant, [""] * 2000, pack.lexicon, report)
    if read is None or report.problems:
        return False
    return not any(fails(read, example, analyse) for example in read.examples)


def main(names: list[str]) -> int:
    pack = load_pack()
    killed = total = 0
    for rule in pack.rules:
        if names and rule.id not in names and rule.category not in names:
            continue
        root = parse(Path(rule.path).read_text("utf-8"), rule.path)
        assert isinstance(root, Mapping)
        if not survives(rule, root, pack):
            print(f"{rule.id}: its examples fail already: run auditor rules test")
            return 1
        for told, mutant in mutants(root):
            total += 1
            if survives(rule, mutant, pack):
                print(f"{rule.id}: survives: {told}")
            else:
                killed += 1
    print(f"{killed} of {total} mutants are killed: {killed / max(1, total):.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
