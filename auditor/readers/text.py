"""Plain text: the file as it is, one block a line."""

from __future__ import annotations

from auditor.article import Block
from auditor.readers.frontmatter import FrontMatter
from auditor.readers.prose import Prose


def read_text(file: str, front: FrontMatter) -> Prose:
    """Every non-empty line below the front matter is a body block.

    The text is the whole file. No line is guessed to be a headline; the title of the
    front matter is one.
    """
    blocks = []
    if front.title:
        blocks.append(Block("headline", front.title.start, front.title.end))
    start = front.end
    for line in file[front.end :].split("\n"):
        words = line.strip()
        if words:
            first = start + line.index(words)
            blocks.append(Block("body", first, first + len(words)))
        start += len(line) + 1
    title = front.title.value if front.title else None
    return Prose(file, tuple(blocks), title=title)
