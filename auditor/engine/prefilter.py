"""One pass over an article tells which patterns can match at all."""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick

from auditor.engine.literals import fold
from auditor.engine.rule import Rule


class Prefilter:
    """The fixed words of all rules on text, in one language."""

    def __init__(self, rules: Iterable[Rule], language: str) -> None:
        self._always: set[str] = set()
        owners: dict[str, list[str]] = {}
        for rule in rules:
            matcher = rule.matchers.get(language)
            if matcher is None:
                continue
            if not matcher.needs:
                self._always.add(rule.id)
            for word in matcher.needs:
                owners.setdefault(word, []).append(rule.id)
        self._words = sorted(owners)
        self._owners = [owners[word] for word in self._words]
        self._search = AhoCorasick(self._words, store_patterns=False) if self._words else None

    def candidates(self, text: str) -> set[str]:
        """Ids of the rules whose pattern has to be run over `text`."""
        found = set(self._always)
        if self._search is not None:
            hits = self._search.find_matches_as_indexes(fold(text), overlapping=True)
            for index in {hit[0] for hit in hits}:
                found.update(self._owners[index])
        return found
