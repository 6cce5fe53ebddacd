"""The lists that attribution looks for in the whole of every article, in one pass over it."""

from __future__ import annotations

from auditor.finder import search_together
from auditor.lexicon import Language

_LISTS = (
    ("anonymity.explicit", "anonymity.unauthorised", "anonymity.knowledge"),
    ("passive.hedges", "passive.reports", "passive.reactions", "passive.participle"),
    ("passive.hedges",),
    ("passive.reports",),
    ("passive.reactions",),
    ("passive.attributed",),
    ("passive.literal_before",),
    ("declined",),
    ("fiction",),
    ("names.aliases",),
    ("stance.attack",),
    ("stance.opinion",),
)


def searched(language: Language) -> None:
    """Ask for it with `language.once(searched)`, before any of these lists is asked for.

    A list that is not here, or that the language lacks, is looked for by itself.
    """
    known = [names for names in _LISTS if language.lists.keys() >= set(names)]
    search_together(language.pattern(*names) for names in known)
