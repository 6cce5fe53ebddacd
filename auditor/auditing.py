"""From an article to its audit: layers, rules, fingerprints, score, verdict. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from auditor.article import Article, Location
from auditor.config import Config
from auditor.engine.evaluate import Hit, Outcome, evaluate
from auditor.engine.rule import Pack, Rule
from auditor.findings import Audit, Decision, Failure, Finding, Related, Undecided
from auditor.items import Item, LayerFailed, Readability, TextMatch
from auditor.layers.analysis import LazyAnalysis
from auditor.layers.readability import readability
from auditor.layers.whole import body_words
from auditor.lexicon import NotKnown
from auditor.review.fingerprint import Fingerprints, context
from auditor.scoring import by_category, score, weigh

OUTPUT_LAYERS = ("quotes", "statements", "sources", "dates", "date_conflicts", "wires", "passages")
"""Layers that the JSON carries."""


def audit(
    article: Article,
    pack: Pack,
    config: Config | None = None,
    decisions: Sequence[Decision] = (),  # noqa: ARG001
    today: date | None = None,  # noqa: ARG001
    *,
    layers: Collection[str] = OUTPUT_LAYERS,
) -> Audit:
    """Audits one article.

    The result depends on the arguments alone: neighbours, job count and order never move
    it, and no clock is read.

    Args:
        layers: layers to carry in the result; readability comes with any of them.
    """
    config = config or Config()
    analysis = LazyAnalysis(article, pack.lexicon)
    rules = selected_rules(pack, config)
    outcome = evaluate(pack, rules, analysis)
    errors = {(e.rule, e.layer): e for e in outcome.errors}
    carried: dict[str, tuple[Item, ...]] = {}
    undecided: list[Undecided] = []
    for name in layers:
        try:
            carried[name] = analysis.layer(name)
        except NotKnown as refusal:
            undecided.append(Undecided(layer=name, reason=str(refusal)))
        except LayerFailed as failure:
            errors[(None, name)] = Failure(layer=name, message=str(failure))
    words, blocks, reading = 0, article.blocks, None
    try:
        words, blocks = body_words(analysis), analysis.blocks
        reading = _readability(analysis) if layers else None
    except (NotKnown, LayerFailed):
        pass  # told apart by the layer's own failure
    except Exception as error:
        message = f"{type(error).__name__}: {error}"
        errors[(None, "blocks")] = Failure(layer="blocks", message=message)
    found = weigh(_findings(article, analysis, outcome.hits), pack.points)
    categories = by_category(found, {c.id: c.cap for c in pack.categories})
    total = score(categories.values())
    reasons = _incomplete(article, pack, config, words, tuple(errors.values()))
    blocking = any(f.severity == "blocking" and f.decision is None for f in found)
    passes = total >= config.pass_mark * 10 and not blocking
    return Audit(
        article=article,
        blocks=blocks,
        layers=carried,
        findings=found,
        passed=outcome.passed,
        not_applicable=outcome.not_applicable,
        errors=tuple(errors.values()),
        categories=categories,
        score=None if reasons else total,
        pass_mark=config.pass_mark,
        verdict="incomplete" if reasons else "publish" if passes else "revise",
        applicable=_applicable(outcome, rules),
        selected=len(rules),
        words=words,
        reasons=reasons,
        undecided=tuple(undecided),
        readability=reading,
    )


def selected_rules(pack: Pack, config: Config) -> tuple[Rule, ...]:
    """The rules a configuration runs, in the pack's order."""

    def named(rule: Rule, names: Iterable[str]) -> bool:
        return any(name in (rule.id, rule.category) for name in names)

    return tuple(
        rule
        for rule in pack.rules
        if (not config.select or named(rule, config.select)) and not named(rule, config.ignore)
    )


def _applicable(outcome: Outcome, rules: Sequence[Rule]) -> int:
    broken = {e.rule for e in outcome.errors if e.rule}
    return len(rules) - len(outcome.not_applicable) - len(broken)


def _readability(analysis: LazyAnalysis) -> Readability | None:
    return analysis.use(readability)


def _incomplete(
    article: Article, pack: Pack, config: Config, words: int, errors: Sequence[Failure]
) -> tuple[str, ...]:
    """Why no score can be given, in sentences; nothing where it can."""
    reasons = []
    try:
        pack.lexicon.language(article.language)
    except NotKnown as refusal:
        text = str(refusal)
        reasons.append(f"{text[0].upper()}{text[1:]}.")
    if words < config.min_words:
        reasons.append(f"The body has {words} words; fewer than {config.min_words} are not scored.")
    for error in errors:
        what = f"The rule {error.rule}" if error.rule else f"The layer “{error.layer}”"
        reasons.append(f"{what} broke ({error.message}).")
    return tuple(reasons)


def _findings(article: Article, analysis: LazyAnalysis, hits: Iterable[Hit]) -> list[Finding]:
    prints = Fingerprints()
    contexts = _Contexts(analysis)
    ordered = sorted(hits, key=lambda h: (*_span(h), h.rule.id, h.item.number))
    return [_finding(article, hit, prints, contexts) for hit in ordered]


def _span(hit: Hit) -> tuple[int, int]:
    if hit.rule.select == "article":
        return -1, -1
    return hit.item.start, hit.item.end


def _finding(article: Article, hit: Hit, prints: Fingerprints, contexts: _Contexts) -> Finding:
    rule, item = hit.rule, hit.item
    whole = rule.select == "article"
    words = "" if whole else article.text[item.start : item.end]
    first = article.locate(item.start)
    last = Location(*first) if whole else _end(article, item)
    fingerprint = prints.next(rule.id, words, "" if whole else contexts.of(item))
    return Finding(
        id=fingerprint[:12],
        rule=rule.id,
        category=rule.category,
        severity=hit.severity,
        confidence=1.0 if isinstance(item, TextMatch) else item.confidence,
        message=hit.message,
        advice=rule.advice,
        start=None if whole else item.start,
        end=None if whole else item.end,
        line=first.line,
        column=first.column,
        end_line=last.line,
        end_column=last.column,
        text=words,
        related=tuple(_related(article, hit)),
    )


def _related(article: Article, hit: Hit) -> Iterator[Related]:
    """Where else to look: what `near` found, and the items that `once_per` joined."""
    for item in (hit.near, *hit.others):
        if item is not None:
            text = article.text[item.start : item.end]
            message = "related" if item is hit.near else "also here"
            yield Related(message=message, start=item.start, end=item.end, text=text)


def _end(article: Article, item: Item) -> Location:
    """One behind the item's last character, in the line of that character."""
    last = article.locate(max(item.end - 1, item.start))
    return Location(last.line, last.column + (item.end > item.start))


class _Contexts:
    """The fingerprint's context of each block, worked out when first asked for."""

    def __init__(self, analysis: LazyAnalysis) -> None:
        self._text = analysis.text
        self._blocks = analysis.blocks
        self._found: dict[int, str] = {}

    def of(self, item: Item) -> str:
        """The context of the block an item begins in; empty where it is in none."""
        index = bisect_right(self._blocks, item.start, key=lambda b: b.start) - 1
        if index < 0 or item.start >= self._blocks[index].end:
            return ""
        if index not in self._found:
            block = self._blocks[index]
            self._found[index] = context(self._text[block.start : block.end])
        return self._found[index]
