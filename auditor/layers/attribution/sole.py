"""Which source alone stands behind the headline's or the lead's claim, or the whole article.

A statement makes the same claim where it shares half of the content words. An agency
that merely passes that statement on stands behind it too. The article can rest only on
whoever stands alone behind its headline or lead.
"""

from __future__ import annotations

from auditor.items import Reading
from auditor.kinds import SoleFor
from auditor.layers.attribution.draft import Draft
from auditor.layers.attribution.drafts import Drafts, drafts
from auditor.layers.attribution.entity import Entity
from auditor.layers.attribution.mentions import bare, before
from auditor.layers.attribution.sole_article import CONTENT, alone_in_article

_LEAD_SHARE = 0.5
_MIN_WORDS = 4


def sole(reading: Reading) -> dict[int, tuple[SoleFor, ...]]:
    """By `id` of the entity: the parts whose claim rests on it alone."""
    said = reading.use(drafts)
    parts: dict[SoleFor, set[str]] = {}
    claims: list[str] = []
    for block in reading.blocks:
        if block.kind == "headline" or block.kind == "lead":
            words = _content(reading.text, block.start, block.end)
            parts.setdefault(block.kind, words)
            claims.append(reading.text[block.start : block.end])
    if all(len(words) < _MIN_WORDS for words in parts.values()):
        return {}
    makers = [
        (d.entity, _content(reading.text, d.start, d.end))
        for d in said.drafts
        if d.entity is not None
    ]
    found: dict[int, tuple[SoleFor, ...]] = {}
    for part, words in parts.items():
        if len(words) < _MIN_WORDS:
            continue
        same = {id(e) for e, own in makers if len(words & own) >= _LEAD_SHARE * len(words)}
        if len(same) == 1:
            only = same.pop()
            found[only] = (*found.get(only, ()), part)
    alone = {i for i in found if _everything(reading, _by_id(said, i), claims)}
    found |= {i: (*found[i], "article") for i in alone if len(alone) == 1}
    for draft in said.drafts:
        relayed = _relayed(reading, draft)
        if relayed is not None and id(relayed) in found and draft.entity is not None:
            found.setdefault(id(draft.entity), found[id(relayed)])
    return found


def _by_id(said: Drafts, number: int) -> Entity:
    return next(d.entity for d in said.drafts if d.entity and id(d.entity) == number)


def _everything(reading: Reading, entity: Entity, claims: list[str]) -> bool:
    def relays(draft: Draft) -> bool:
        return _relayed(reading, draft) is entity

    return alone_in_article(reading, entity, relays, claims)


def _relayed(reading: Reading, draft: Draft) -> Entity | None:
    """Whose words an agency passes on (“the mayor’s remarks, as reported by …”)."""
    cue = draft.at if draft.form == "paraphrase" else None
    said = reading.use(drafts)
    if cue is None or draft.entity is None or draft.entity.phrase.kind != "wire":
        return None
    t = said.lines[cue.unit]
    for at in range(1, cue.first):
        if t.lows[at] in said.terms.own_words:
            who = before(t, at - 1, 0, said.terms)
            if who is not None:
                return said.chains.resolve(*bare(t, who, said.terms))
    return None


def _content(text: str, start: int, end: int) -> set[str]:
    return set(map(str.casefold, CONTENT.findall(text, start, end)))
