"""Opens article files."""

from __future__ import annotations

import sys
from pathlib import Path

from auditor.article import Article
from auditor.config import Config
from auditor.load.identify import identifier


def read(path: str | Path, config: Config | None = None, *, name: str | None = None) -> Article:
    """The article in a file; `-` is standard input.

    Args:
        name: what the article is called in reports; the path, unless given.

    Raises:
        Unreadable: the file cannot be opened or is no article; says why and what to do.
    """
    from auditor.readers import Unreadable
    from auditor.readers import read as read_bytes

    config = config or Config()
    shown = name or str(path)
    try:
        data = _bytes(path, config.max_bytes)
    except OSError as error:
        raise Unreadable(shown, _reason(error)) from None
    return read_bytes(
        data,
        path=shown,
        identify=identifier(),
        language=None if config.language == "auto" else config.language,
        max_bytes=config.max_bytes,
    )


def _bytes(path: str | Path, limit: int) -> bytes:
    """The file's bytes, one more than `limit` at most: the reader says that it is too large."""
    if str(path) == "-":
        return sys.stdin.buffer.read(limit + 1)
    with Path(path).open("rb") as file:
        return file.read(limit + 1)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "this is a folder"
    if isinstance(error, PermissionError):
        return "the file may not be read; check its permissions"
    return f"the file cannot be read ({error.strerror or error})"
