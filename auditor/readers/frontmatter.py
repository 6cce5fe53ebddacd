"""The YAML block at the top of a file, between two lines of `---`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from auditor.readers.unreadable import Unfit
from auditor.yamlfile import Mapping, Node, Scalar, Sequence, YamlProblems, parse

_BLOCK = re.compile(
    r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_KEY = re.compile(r"^[A-Za-z][\w-]*:(?:\s|$)", re.MULTILINE)
_ISO_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d|$)")

_TITLE = ("title",)
_PUBLISHED = ("date", "published", "pubdate")
_AUTHOR = ("author", "authors", "by")
_OUTLET = ("outlet", "publisher", "site")
_LANGUAGE = ("lang", "language")
_CREDITS = ("credit", "credits", "agency", "source", "wire")


@dataclass(frozen=True, slots=True)
class Title:
    """A title and where it stands in the decoded file, YAML's quotation marks left out.

    Attributes:
        pieces: the title in parts that stand in the file as they are, with their offsets.
    """

    value: str
    pieces: tuple[tuple[str, int], ...]

    @property
    def start(self) -> int:
        return self.pieces[0][1]

    @property
    def end(self) -> int:
        words, offset = self.pieces[-1]
        return offset + len(words)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block says; `end` is where the article begins in the decoded file."""

    end: int = 0
    title: Title | None = None
    published: date | None = None
    author: str | None = None
    outlet: str | None = None
    language: str | None = None
    credits: tuple[str, ...] = ()


def front_matter(file: str) -> FrontMatter:
    """The file's front matter; an empty record where it has none.

    Two lines of dashes with prose between them are none.

    Raises:
        Unfit: it is broken YAML; the message has line and column.
    """
    found = _BLOCK.match(file) if file.startswith("---") else None
    if not found or not _KEY.search(found["yaml"]):
        return FrontMatter()
    try:
        # The empty line stands for the first dashes: lines count as in the file.
        root = parse("\n" + found["yaml"], "")
    except YamlProblems as error:
        fault = error.problems[0]
        where = f"line {fault.line}, column {fault.column}"
        raise Unfit(f"the front matter is broken in {where}: {fault.message}") from None
    if not isinstance(root, Mapping):
        return FrontMatter()

    def values(names: tuple[str, ...]) -> list[Scalar]:
        """The scalars of the first of these keys that has any."""
        entries = {key.value.casefold(): node for key, node in root.items()}
        for name in names:
            if texts := [s for s in _texts(entries.get(name)) if s.value.strip()]:
                return texts
        return []

    def joined(names: tuple[str, ...]) -> str | None:
        return ", ".join(s.value.strip() for s in values(names)) or None

    titles = values(_TITLE)
    title = _placed(titles[0], file, found.end("yaml")) if titles else None
    every_credit = (s.value.strip() for name in _CREDITS for s in values((name,)))
    return FrontMatter(
        end=found.end(),
        title=title,
        published=next((day for s in values(_PUBLISHED) if (day := _day(s.value))), None),
        author=joined(_AUTHOR),
        outlet=joined(_OUTLET),
        language=joined(_LANGUAGE),
        credits=tuple(dict.fromkeys(every_credit)),
    )


def _texts(node: Node | None) -> list[Scalar]:
    """The scalars of a value: itself, each of a list, the `name` of a mapping."""
    if isinstance(node, Scalar):
        return [] if node.style == "" and node.value in ("~", "null") else [node]
    if isinstance(node, Sequence):
        return [scalar for item in node.items for scalar in _texts(item)]
    return _texts(node.get("name")) if node else []


def _day(value: str) -> date | None:
    found = _ISO_DAY.match(value.strip())
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def _placed(title: Scalar, file: str, end: int) -> Title:
    """Finds the title's words in the file one after the other.

    What YAML spells otherwise (an escape, a folded line) is put where the words before end.
    """
    lines = file.split("\n")[: title.line - 1]
    position = sum(len(line) + 1 for line in lines) + title.column - 1
    value = title.value.strip()
    if title.style in ("'", '"'):
        position += 1
    if file.startswith(value, position):
        return Title(value, ((value, position),))
    pieces: list[tuple[str, int]] = []
    for part in re.findall(r"\s+|\S+", value):
        found = file.find(part, position, end)
        if found >= 0 and not part.isspace():
            pieces.append((part, found))
            position = found + len(part)
        else:
            pieces += ((character, position) for character in part)
    return Title(value, tuple(pieces))
