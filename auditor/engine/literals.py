"""Fixed words that every match of a pattern must contain, for the prefilter.

One pass over the article finds all fixed words of all rules (Aho and Corasick 1975);
only patterns whose words are there are run. The tree of a pattern comes from the `regex`
module's own parser, which is private: where it cannot be had, nothing is filtered and
every pattern runs.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import regex
from regex import _regex_core

core: Any = _regex_core

MIN_LENGTH = 3
"""Shorter fixed words are in every article and filter nothing, in code points."""
MAX_WORDS = 400


def fixed_words(pattern: str, flags: int, lists: dict[str, list[str]]) -> frozenset[str]:
    """Case-folded strings of which each match contains at least one; empty if unknown."""
    try:
        source = core.Source(pattern)
        info = core.Info(flags, source.char_type, lists)
        info.guess_encoding = regex.UNICODE
        source.ignore_space = bool(info.flags & regex.VERBOSE)
        tree = core._parse_pattern(source, info)
        best = _best(_required(tree, lists))
    except Exception:  # private parser: any surprise means "not known"
        return frozenset()
    return frozenset(best or ())


def _required(node: Any, lists: dict[str, list[str]]) -> Iterable[frozenset[str]]:
    """Sets of strings; of each set, every match contains one."""
    name = type(node).__name__
    if name == "Sequence":
        run = ""
        for item in node.items:
            if type(item).__name__ == "Character" and item.positive:
                run += chr(item.value)
                continue
            if run:
                yield _folded([run])
            run = ""
            yield from _required(item, lists)
        if run:
            yield _folded([run])
    elif name == "Character" and node.positive:
        yield _folded([chr(node.value)])
    elif name == "String":
        yield _folded(["".join(chr(c) for c in node.characters)])
    elif name == "StringSet" or name == "NamedList":
        yield _folded(lists[node.name])
    elif name in ("Group", "Atomic") or (name == "LookAround" and node.positive):
        yield from _required(node.subpattern, lists)
    elif name in ("GreedyRepeat", "LazyRepeat", "PossessiveRepeat"):
        if node.min_count > 0:
            yield from _required(node.subpattern, lists)
    elif name == "Branch":
        chosen = [_best(_required(branch, lists)) for branch in node.branches]
        if all(chosen):
            yield frozenset(word for words in chosen if words for word in words)


def _folded(words: Iterable[str]) -> frozenset[str]:
    # A fixed word may span a space that the text writes otherwise: keep its longest piece.
    return frozenset(max(fold(w).split() or [""], key=len) for w in words)


def _best(candidates: Iterable[frozenset[str]]) -> frozenset[str] | None:
    """The set whose shortest word is longest; None when none filters anything."""
    good = [c for c in candidates if c and min(map(len, c)) >= MIN_LENGTH and len(c) <= MAX_WORDS]
    return max(good, key=lambda c: (min(map(len, c)), -len(c)), default=None)


def fold(text: str) -> str:
    """Lower case, as the prefilter compares it."""
    return text.lower().replace("ı", "i").replace("ſ", "s").replace("ς", "σ")
