"""Examples are tests: an article made from one, and whether the rule does as it says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import regex

from auditor.article import Article, Block
from auditor.engine.evaluate import flag
from auditor.engine.rule import Example, Rule
from auditor.items import Analysis, LayerFailed
from auditor.lexicon import NotKnown

Analyse = Callable[[Article, int | None], Analysis]
"""Makes the analysis of an article; the number overrides the words of its body."""

SECONDS = 2.0
"""How long a pattern may run over one example, which is a few lines."""

_PARAGRAPH = regex.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")


def example_article(example: Example) -> Article:
    """The article an example stands for; an empty line ends a paragraph."""
    blocks: list[Block] = []
    for match in _PARAGRAPH.finditer(example.text):
        start, end = match.start(), match.start() + len(match.group().rstrip())
        if not blocks and example.headline:
            line = example.text.find("\n", start, end)
            blocks.append(Block("headline", start, line if line > 0 else end))
            if line < 0:
                continue
            start = line + 1
        blocks.append(Block("body", start, end))
    given = example.given
    return Article(
        text=example.text,
        path="example",
        format="markdown",  # its blocks are told, not guessed
        blocks=tuple(blocks),
        language=example.language,
        language_basis="given",
        published=date.fromisoformat(given["published"]) if "published" in given else None,
        author=given.get("author"),
        outlet=given.get("outlet"),
    )


def fails(rule: Rule, example: Example, analyse: Analyse) -> str | None:
    """What is wrong, in a sentence, where the rule does not do as its example says.

    Raises:
        TimeoutError: the rule's pattern runs too long.
    """
    words = int(example.given["words"]) if "words" in example.given else None
    analysis = analyse(example_article(example), words)
    try:
        hits = list(flag(rule, analysis, seconds=SECONDS))
    except NotKnown as refusal:
        return f"the rule could not decide: {refusal}"
    except LayerFailed as failure:
        return f"the layer “{failure.layer}” broke: {failure}"
    spans = tuple((h.item.start, h.item.end) for h in hits)
    if example.expect == "pass":
        return f"flagged {_shown(example, spans)}, should pass" if hits else None
    if not hits:
        return f"not flagged; expected {_shown(example, example.spans) or 'the article'}"
    if rule.select != "article" and set(spans) != set(example.spans):
        return f"flagged {_shown(example, spans)}, expected {_shown(example, example.spans)}"
    severities = {h.severity for h in hits}
    if example.expect != "flag" and severities != {example.expect}:
        return f"flagged as {', '.join(sorted(severities))}, expected {example.expect}"
    return None


def _shown(example: Example, spans: tuple[tuple[int, int], ...]) -> str:
    return ", ".join(f"“{example.text[a:b]}”" for a, b in spans)
