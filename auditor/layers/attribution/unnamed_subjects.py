"""“The official spoke on condition of anonymity”: who a sentence says is not to be named.

Nothing is attributed there, but it is a mention of somebody to whom something is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from auditor.items import Reading
from auditor.layers.attribution import some_of
from auditor.layers.attribution.anonymity import anonymity
from auditor.layers.attribution.cues import Lines, lines
from auditor.layers.attribution.entity import Entity
from auditor.layers.attribution.frame import Frame, frame
from auditor.layers.attribution.noun import classify
from auditor.layers.attribution.subjects import subject
from auditor.layers.attribution.terms import Terms, terms
from auditor.layers.attribution.things import THINGS


def unnamed_subjects(reading: Reading) -> Iterator[tuple[int, int]]:
    """Subjects of sentences with an anonymity clause, where they name nobody, in text order."""
    w: Terms = reading.language.once(terms)
    around: Frame = reading.use(frame)
    units: Lines = reading.use(lines)
    for clause in reading.use(anonymity):
        unit = around.unit_at(clause.start) if clause.explicit else None
        if unit is None:
            continue
        t = units[unit]
        who = subject(t, 0, len(t), w)
        if who is None:
            continue
        start, end = t.starts[who.start], t.ends[who.head_end - 1]
        if end <= clause.start and _nobody_named(reading, start, end, w):
            yield start, end


def without_words(entities: Iterable[Entity], mute: Collection[tuple[int, int]]) -> None:
    """Leaves out such mentions where the source is named after all, or says nothing."""
    for entity in entities:
        if entity.name is not None or all(m in mute for m in entity.mentions):
            entity.mentions = [m for m in entity.mentions if m not in mute]


def _nobody_named(reading: Reading, start: int, end: int, w: Terms) -> bool:
    word = reading.text[start:end].casefold()
    if word in w.pronouns or some_of.is_phrase(word, w):
        return True
    found = classify(reading, start, end)
    return found is not None and not found.named and found.kind not in THINGS
