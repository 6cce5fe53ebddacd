"""Runs rules over one article's analysis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.engine.conditions import THROUGH_NONE, within
from auditor.engine.prefilter import Prefilter
from auditor.engine.refusals import Listening
from auditor.engine.rule import Pack, Rule
from auditor.findings import Failure, NotApplicable
from auditor.items import UNKNOWN, Analysis, Item, LayerFailed, TextMatch
from auditor.kinds import Severity
from auditor.lexicon import NotKnown

TIMEOUT = 20.0
"""Seconds of one pattern over one article, after which the rule counts as broken."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One item that a rule flags.

    Attributes:
        near: what the rule's `near` found.
        others: further items that are the same finding (`once_per`).
    """

    rule: Rule
    item: Item
    severity: Severity
    message: str
    near: Item | None = None
    others: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the rules, in the pack's order. A rule stands in one of the four only."""

    hits: tuple[Hit, ...]
    passed: tuple[str, ...]
    not_applicable: tuple[NotApplicable, ...]
    errors: tuple[Failure, ...]


def evaluate(pack: Pack, rules: Sequence[Rule], analysis: Analysis) -> Outcome:
    """Runs `rules`, each on its own: one that breaks stops no other."""
    hits: list[Hit] = []
    passed: list[str] = []
    absent: list[NotApplicable] = []
    errors: dict[tuple[str, str], Failure] = {}
    worth = _worth_running(pack, analysis)
    for rule in rules:
        try:
            found = list(flag(rule, analysis, skip=rule.id not in worth))
        except NotKnown as refusal:
            absent.append(NotApplicable(rule=rule.id, reason=str(refusal)))
        except LayerFailed as failure:
            errors[("layer", failure.layer)] = Failure(layer=failure.layer, message=str(failure))
        except Exception as error:  # a rule must not take the others with it
            message = f"{type(error).__name__}: {error}"
            errors[("rule", rule.id)] = Failure(rule=rule.id, message=message)
        else:
            hits += found
            if not found:
                passed.append(rule.id)
    return Outcome(tuple(hits), tuple(passed), tuple(absent), tuple(errors.values()))


def flag(
    rule: Rule, analysis: Analysis, *, skip: bool = False, seconds: float = TIMEOUT
) -> Iterator[Hit]:
    """The items one rule flags, in text order.

    Args:
        skip: a rule on text whose fixed words are not there.
        seconds: how long the rule's pattern may run.

    Raises:
        NotKnown: nothing could be decided; the exception says why.
        TimeoutError: the pattern ran longer.
    """
    language = analysis.article.language
    if language not in rule.languages:
        name = f"“{language}”" if language else "this language"
        raise NotKnown(f"the rule has no examples in {name}")
    if rule.select == "text":
        items: Iterable[Item] = () if skip else _matches(rule, analysis, seconds)
    else:
        items = analysis.layer(rule.select)
    flagged: list[Item] = []
    decided = seen = 0
    for item in items:
        answer = _judge(rule, item, analysis)
        seen += 1
        decided += answer is not None
        if answer:
            flagged.append(item)
    if seen and not decided:
        heard = Listening(analysis)
        _judge(rule, item, heard)
        lacking = ": " + "; ".join(heard.heard) if heard.heard else ""
        raise NotKnown(f"what it asks could not be decided for any item{lacking}")
    for first, *others in _grouped(rule, flagged, analysis):
        near = rule.near.find(first, first, analysis)[1] if rule.near else None
        yield Hit(
            rule,
            first,
            _severity(rule, first, analysis, len(flagged)),
            rule.message.fill(first, analysis, near),
            near,
            tuple(others),
        )


def _grouped(rule: Rule, flagged: list[Item], analysis: Analysis) -> Iterable[list[Item]]:
    """Flagged items that make one finding together; what has no value stands alone."""
    if rule.once_per is None:
        return [[item] for item in flagged]
    groups: dict[object, list[Item]] = {}
    for index, item in enumerate(flagged):
        value = rule.once_per.follow(item, analysis)
        alone = value in (None, UNKNOWN, THROUGH_NONE, ())
        groups.setdefault(("alone", index) if alone else ("same", value), []).append(item)
    return groups.values()


def _judge(rule: Rule, item: Item, analysis: Analysis) -> bool | None:
    wanted = rule.where.holds(item, item, analysis)
    if rule.unless is None or wanted is False:
        return wanted
    spared = rule.unless.holds(item, item, analysis)
    if spared is True:
        return False
    return None if wanted is None or spared is None else True


def _severity(rule: Rule, item: Item, analysis: Analysis, hits: int) -> Severity:
    for step in rule.severity:
        if all(within(hits, bound, limit) for bound, limit in step.hits) and (
            step.condition is None or step.condition.holds(item, item, analysis)
        ):
            return step.severity
    return rule.severity[-1].severity


def _matches(rule: Rule, analysis: Analysis, seconds: float) -> Iterator[TextMatch]:
    matcher = rule.matchers[analysis.article.language or ""]
    text = analysis.text
    spared = [m.span() for m in matcher.spared.finditer(text)] if matcher.spared else []
    number = 0
    for match in matcher.pattern.finditer(text, timeout=seconds):
        start, end = match.span()
        if end > start and not any(a <= start and end <= b for a, b in spared):
            number += 1
            groups = {k: v for k, v in match.groupdict().items() if v is not None}
            yield TextMatch(number=number, start=start, end=end, groups=groups)


def _worth_running(pack: Pack, analysis: Analysis) -> set[str]:
    """Ids of all rules but those on text whose fixed words the article lacks."""
    language = analysis.article.language or ""
    prefilter = pack.prefilters.get(language)
    if prefilter is None:
        prefilter = pack.prefilters[language] = Prefilter(pack.rules, language)
    on_text = {rule.id for rule in pack.rules if rule.select == "text"}
    return {rule.id for rule in pack.rules} - on_text | prefilter.candidates(analysis.text)
