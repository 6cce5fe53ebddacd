"""Whoever is named in the next sentence: “A survivor said … His name is Arsyad.”"""

from __future__ import annotations

from auditor.items import Reading
from auditor.layers.attribution.frame import Frame, frame
from auditor.layers.attribution.names import Name, Names, names


class NamedNext:
    """Ask for it with `reading.use(NamedNext)`; finds nothing where the language has no list."""

    def __init__(self, reading: Reading) -> None:
        self._found: dict[int, Name] = {}
        self._runs: Names = reading.use(names)
        if "noun.named_next" not in reading.language.lists:
            return
        around: Frame = reading.use(frame)
        for match in reading.language.pattern("noun.named_next").finditer(around.flat):
            unit = around.unit_at(match.start())
            if not unit or around.units[unit].start != match.start():
                continue
            here, before = around.units[unit], around.units[unit - 1]
            near = self._runs.between(match.start(), here.end)
            opens = [n for n in near if n.end > match.end() >= n.start - 1]
            if opens and here.paragraph == before.paragraph:
                self._found[unit - 1] = opens[0]
        self._frame = around

    def name(self, start: int) -> Name | None:
        """Who is named right behind the sentence around `start`."""
        unit = self._frame.unit_at(start) if self._found else None
        return self._found.get(unit) if unit is not None else None
