"""How well quotations are found between single marks, where every apostrophe looks like one.

    python benchmarks/accuracy/single_marks.py FOLDER [PART]

FOLDER holds `polnear/`. Each article's quotations are rewritten with ‘ ’, then with ' ' (marks
within a quotation with double ones, apostrophes in the same style); the outermost quotations
found then are compared with those found in the original. Articles that write '' for “, or both
“ and ", are left out: rewritten, they do not say what the original said.
"""

from __future__ import annotations

import sys
from pathlib import Path

from polnear import Document, documents
from quotes import analysed, row

from auditor import load_pack
from auditor.engine.rule import Pack
from auditor.layers.marks import Mark, marks

STYLES = {"‘ ’": ("‘", "’", "“", "”", "’"), "' '": ("'", "'", '"', '"', "'")}
PROTOTYPE = {"‘ ’": ".970 / .984", "' '": ".959 / .984"}
KNOWN = ("“", "”", '"', "‘", "’", "'")


def found(text: str, pack: Pack) -> tuple[Mark, ...]:
    return tuple(analysed(Document("", text), pack).use(marks))


def outermost(given: tuple[Mark, ...]) -> list[Mark]:
    return [m for m in given if m.depth == 0]


def rewritten(text: str, given: tuple[Mark, ...], style: str) -> str:
    """The text with its double marks as single ones; nothing moves."""
    opening, closing, inner_opening, inner_closing, apostrophe = STYLES[style]
    letters = [apostrophe if c in "’'" else c for c in text]
    for mark in given:
        if mark.style[0] not in KNOWN:
            continue
        first, last = (opening, closing) if mark.depth % 2 == 0 else (inner_opening, inner_closing)
        letters[mark.open_start] = first
        if mark.style[1]:
            letters[mark.close_end - 1] = last
        if mark.reopened:
            for at in range(mark.start, mark.end):
                if text[at] == mark.style[0] and text[at - 1] == "\n":
                    letters[at] = first
    return "".join(letters)


def main(folder: Path, part: str = "dev") -> None:
    pack = load_pack()
    row("spans between single marks, P / R", "ours", "prototype", "aim")
    for style in STYLES:
        gold = ours = both = 0
        for document in documents(folder / "polnear", part):
            if "''" in document.text or ('"' in document.text and "“" in document.text):
                continue
            given = found(document.text, pack)
            wanted = {(m.open_start, m.close_end) for m in outermost(given)}
            told = {
                (m.open_start, m.close_end)
                for m in outermost(found(rewritten(document.text, given, style), pack))
            }
            gold, ours, both = gold + len(wanted), ours + len(told), both + len(wanted & told)
        shown = f"{both / ours:.3f} / {both / gold:.3f}"
        row(f"double marks rewritten as {style}", shown, PROTOTYPE[style], ".985 / .990")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), *sys.argv[2:3])
