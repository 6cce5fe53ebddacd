"""Paragraphs that tell what happens in a film, a play or a novel: nobody there is a source."""

from __future__ import annotations

from auditor.items import Reading


class Fiction:
    """Ask for it with `reading.use(Fiction)`; empty where the language has no list."""

    def __init__(self, reading: Reading) -> None:
        text = reading.text
        self._lines: list[tuple[int, int]] = []
        if "fiction" not in reading.language.lists:
            return
        for match in reading.language.pattern("fiction").finditer(text):
            begin = text.rfind("\n", 0, match.start()) + 1
            end = text.find("\n", match.end())
            self._lines.append((begin, end if end >= 0 else len(text)))

    def tells(self, offset: int) -> bool:
        """Whether the paragraph around `offset` does."""
        return any(begin <= offset < end for begin, end in self._lines)
