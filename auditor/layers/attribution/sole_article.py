"""Whether the whole article rests on one source: said only where nothing speaks against it.

Every word that is said must be somebody's: one hidden behind a passive or a quotation
nobody is found for leaves it open, and so does a mention of somebody whose words are not
found. What the others say may only deny, or be of other things than headline and lead.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable

import regex

from auditor.items import Reading
from auditor.layers.attribution.draft import Draft
from auditor.layers.attribution.drafts import Drafts, drafts
from auditor.layers.attribution.entity import Entity
from auditor.layers.attribution.frame import Frame, frame

_ENOUGH = 2
"""Paragraphs that the source must speak in."""
_SHARE = 0.5
"""And of all: where it is heard in fewer, the writer may have seen the rest."""
_OWN = 4
"""Content words by which a statement shows that it is of something else."""
_STEM = 5
"""Letters by which two forms of a word are taken for the same: rather too often than not."""

CONTENT = regex.compile(r"\p{L}[\p{L}'’-]{3,}")
"""Words long enough to tell what a text is of."""


def alone_in_article(
    reading: Reading, entity: Entity, relays: Callable[[Draft], bool], claims: Iterable[str]
) -> bool:
    """Whether all that the article tells rests on one source.

    Args:
        entity: who stands alone behind the headline or the lead.
        relays: whether a statement is an agency's that passes on somebody's words.
        claims: the headline and the lead.
    """
    return _Article(reading).rests_on(entity, relays, claims)


class _Article:
    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._paragraphs = reading.layer("paragraphs")
        self._frame: Frame = reading.use(frame)
        self._said: Drafts = reading.use(drafts)
        language = reading.language
        self._small = language.optional("quotation.function_words")
        self._denies = language.optional("cue_use.denying")
        self._factive = language.optional("cues.factive")

    def rests_on(
        self, entity: Entity, relays: Callable[[Draft], bool], claims: Iterable[str]
    ) -> bool:
        if entity.phrase.people == "contradictory" or not self._all_told():
            return False
        own = [d for d in self._said.drafts if d.entity is entity and d.form != "declined"]
        heard = {self._paragraph(d.start) for d in own} - {None}
        if len(heard) < max(_ENOUGH, _SHARE * len(self._paragraphs)):
            return False
        cues = {w for d in self._said.drafts for w in CONTENT.findall(d.cue.casefold())}
        claimed = {stem for text in claims for stem in self._stems(text, cues)}
        others = (d for d in self._said.drafts if d.entity is not entity)
        return all(relays(d) or self._aside(d, claimed) for d in others)

    def _all_told(self) -> bool:
        """Whether all that is said, and whoever seems to speak, has been found."""
        every = self._said.drafts
        if any(d.form == "passive" for d in every):
            return False
        spoken = {index for d in every for index in d.marks}
        marks = enumerate(self._frame.tops)
        if any(m.kind in ("direct", "partial") and i not in spoken for i, m in marks):
            return False
        heard = {id(d.entity) for d in every}
        return all(id(e) in heard for e in self._said.chains.entities if e.mentions)

    def _aside(self, draft: Draft, claimed: set[str]) -> bool:
        """Whether a statement of somebody else supports nothing that the article claims."""
        if draft.form == "declined":
            return True
        cue = " ".join(draft.cue.casefold().split())
        if draft.entity is None or cue in self._factive:
            return False
        if cue in self._denies:
            return True
        told = list(self._text[draft.start : draft.end])
        for a, b in draft.entity.mentions:
            if draft.start <= a and b <= draft.end:
                told[a - draft.start : b - draft.start] = " " * (b - a)
        stems = self._stems("".join(told), set(CONTENT.findall(cue)))
        return len(stems) >= _OWN and stems.isdisjoint(claimed)

    def _stems(self, text: str, cues: set[str]) -> set[str]:
        words = set(CONTENT.findall(text.casefold()))
        return {word[:_STEM] for word in words - cues - self._small}

    def _paragraph(self, offset: int) -> int | None:
        index = bisect_right(self._paragraphs, offset, key=lambda p: p.start) - 1
        return index if index >= 0 and offset < self._paragraphs[index].end else None
