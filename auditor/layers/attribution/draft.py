"""One statement while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.kinds import CueTone, Form
from auditor.layers.attribution.cue import Cue
from auditor.layers.attribution.entity import Entity


@dataclass(slots=True, eq=False)
class Draft:
    """A statement while it is being put together; `at` is the cue in its own words."""

    start: int
    end: int
    form: Form
    cue: str
    tone: CueTone | None
    entity: Entity | None
    unit: int | None = None
    marks: list[int] = field(default_factory=list)
    confidence: float = 1.0
    organisation: str | None = None
    number: int = 0
    at: Cue | None = None
