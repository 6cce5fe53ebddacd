"""A rule and a pack, read and checked: what the engine runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import regex

from auditor.engine.conditions import Bound, Condition, Path
from auditor.engine.literals import fixed_words
from auditor.engine.messages import Message
from auditor.engine.near import Near
from auditor.finder import Finder
from auditor.kinds import Severity
from auditor.lexicon import Lexicon


@dataclass(frozen=True)
class Matcher:
    """What a rule on text looks for, in one language.

    Attributes:
        lists: word lists that the pattern names, spelled out.
        spared: a match that lies inside one of these is dropped.
    """

    pattern: regex.Pattern[str] | Finder
    lists: Mapping[str, list[str]] = field(default_factory=dict)
    spared: Finder | None = None

    @cached_property
    def needs(self) -> frozenset[str]:
        """Every match contains one of these, case-folded; empty: it must always run."""
        if isinstance(self.pattern, Finder):
            return self.pattern.needs
        return fixed_words(self.pattern.pattern, self.pattern.flags, dict(self.lists))


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule: a small article, its marks taken out.

    Attributes:
        expect: "pass", "flag", or the severity it must be flagged at.
        headline: the first line is one.
        spans: what must be flagged, exactly; empty for rules on the whole article.
        given: attributes of the article, as written ("published": "2025-11-08").
    """

    language: str
    expect: str
    text: str
    headline: bool
    spans: tuple[tuple[int, int], ...]
    given: Mapping[str, str]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a severity ladder; the last has no condition.

    Attributes:
        hits: bounds for how many items the rule flags in the article.
    """

    severity: Severity
    condition: Condition | None = None
    hits: tuple[tuple[Bound, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        id: category/name.
        languages: those it has examples for; elsewhere it is not applicable.
        matchers: by language, for a rule on text; empty otherwise.
        once_per: makes one finding of all flagged items with the same value.
        near: the `near` whose item the message and the finding show, if there is one.
        path, line, column: where it is written.
    """

    id: str
    category: str
    title: str
    why: str
    severity: tuple[Step, ...]
    select: str
    where: Condition
    unless: Condition | None
    message: Message
    advice: str
    standards: tuple[str, ...]
    languages: tuple[str, ...]
    matchers: Mapping[str, Matcher]
    examples: tuple[Example, ...]
    once_per: Path | None
    near: Near | None
    path: str
    line: int
    column: int

    @property
    def severities(self) -> tuple[Severity, ...]:
        return tuple(step.severity for step in self.severity)


@dataclass(frozen=True, slots=True)
class Category:
    """A group of rules with one cap. `cap` is in tenths of a point."""

    id: str
    title: str
    letter: str
    cap: int


@dataclass(frozen=True)
class Pack:
    """Rules, word lists and weights that belong together.

    Attributes:
        points: tenths of a point by severity.
        hash: hex digest over everything in the pack that can change a finding.
        prefilters: by language, filled in as articles come.
    """

    name: str
    version: str
    categories: tuple[Category, ...]
    points: Mapping[Severity, int]
    rules: tuple[Rule, ...]
    lexicon: Lexicon
    hash: str = ""
    prefilters: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def category(self, name: str) -> Category:
        return next(c for c in self.categories if c.id == name)

    def __reduce__(self) -> tuple[object, ...]:
        parts = (self.name, self.version, self.categories, self.points)
        return Pack, (*parts, self.rules, self.lexicon, self.hash)
