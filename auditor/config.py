"""The configuration of a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from auditor.schema import Key

FailOn = Literal["blocking", "warning", "note", "none"]


@dataclass(frozen=True, slots=True)
class Config:
    """What a run may be told. The defaults are those of the shipped `config.yaml`.

    Attributes:
        pass_mark: lowest score that may be published, in points.
        min_words: a shorter body is not scored.
        max_bytes: a larger file is not read.
        language: ISO 639-1 code of every article, or "auto".
        suffixes: files that are articles when a folder is audited.
        select, ignore: rule ids or categories; no `select` means all.
    """

    pass_mark: int = 75
    min_words: int = 60
    max_bytes: int = 5_000_000
    language: str = "auto"
    suffixes: tuple[str, ...] = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml")
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


KEYS: Mapping[str, Key] = {
    "pass_mark": Key("whole", "lowest score that may be published", low=0, high=100),
    "min_words": Key("whole", "a shorter body is not scored", low=0, high=100_000),
    "max_bytes": Key("whole", "a larger file is not read", low=1),
    "language": Key("word", "ISO 639-1 code of every article, or auto"),
    "suffixes": Key("words", "files that are articles when a folder is audited"),
    "select": Key("words", "rules or categories to run; all where none is named"),
    "ignore": Key("words", "rules or categories to leave out"),
}
