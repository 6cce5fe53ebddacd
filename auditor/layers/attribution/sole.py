"""Which source alone stands behind the headline's or the lead's claim.

A statement makes the same claim where it shares half of the content words. An agency
that merely passes that statement on stands behind it too.
"""

from __future__ import annotations

import regex

from auditor.items import Reading
from auditor.kinds import SoleFor
from auditor.layers.attribution.draft import Draft
from auditor.layers.attribution.drafts import drafts
from auditor.layers.attribution.entity import Entity
from auditor.layers.attribution.mentions import bare, before

_LEAD_SHARE = 0.5
_MIN_WORDS = 4
_CONTENT = regex.compile(r"\p{L}[\p{L}'’-]{3,}")


def sole(reading: Reading) -> dict[int, tuple[SoleFor, ...]]:
    """By `id` of the entity: the parts whose claim rests on it alone."""
    said = reading.use(drafts)
    parts: dict[SoleFor, set[str]] = {}
    for block in reading.blocks:
        if block.kind == "headline" or block.kind == "lead":
            words = _content(reading.text, block.start, block.end)
            parts.setdefault(block.kind, words)
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
    for draft in said.drafts:
        relayed = _relayed(reading, draft)
        if relayed is not None and id(relayed) in found and draft.entity is not None:
            found.setdefault(id(draft.entity), found[id(relayed)])
    return found


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
    return set(map(str.casefold, _CONTENT.findall(text, start, end)))
