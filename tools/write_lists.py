"""Writes the table of word lists in docs/adding-a-language.md anew, from lists.yaml."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from auditor.load.word_lists import WordList, word_lists

PAGE = Path(__file__).parent.parent / "docs" / "adding-a-language.md"
BEGIN, END = "<!-- lists: tools/write_lists.py -->\n", "<!-- end of lists -->"


def table() -> str:
    """One table a file, in the order of lists.yaml."""
    parts = []
    for room, lists in groupby(word_lists().lists.values(), key=lambda known: known.room):
        rows = list(lists)
        parts.append(f"\n### {room}.yaml\n\nRead by: {', '.join(rows[0].layers)}.\n\n")
        parts.append("| list | holds |\n|---|---|\n")
        parts += [row(known) for known in rows]
    return "".join(parts) + "\n"


def row(known: WordList) -> str:
    notes = [known.holds]
    if known.order:
        lines = f", {known.entries} lines" if known.entries else ""
        notes.append(f"order: {known.order}{lines}")
    if known.names:
        notes.append("one list each for " + ", ".join(known.names))
    if not known.required:
        notes.append("optional")
    return f"| `{known.name}` | {'; '.join(notes)} |\n"


def written(page: str) -> str:
    """The page with its table as it should be."""
    before, rest = page.split(BEGIN)
    return before + BEGIN + table() + END + rest.split(END)[1]


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
