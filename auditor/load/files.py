"""Opens article files."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

from auditor.article import Article
from auditor.config import Config
from auditor.load.identify import identifier

_PIECE = 1 << 20


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
        raise Unreadable(shown, _reason(error, path)) from None
    except ValueError:  # a NUL in the name
        raise Unreadable(shown, "no file can have this name") from None
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
        if sys.stdin is None:
            raise OSError("standard input is closed")
        return _at_most(sys.stdin.buffer, limit + 1)
    with Path(path).open("rb") as file:
        return _at_most(file, limit + 1)


def _at_most(file: BinaryIO, count: int) -> bytes:
    """Piece by piece: to ask for a high limit at once would claim as much memory."""
    pieces = []
    while count > 0 and (piece := file.read(min(count, _PIECE))):
        pieces.append(piece)
        count -= len(piece)
    return b"".join(pieces)


def _reason(error: OSError, path: str | Path) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file; check the name"
    if isinstance(error, IsADirectoryError) and os.access(path, os.R_OK | os.X_OK):
        return "this is a folder; name a file in it"
    if isinstance(error, PermissionError | IsADirectoryError):
        # Path.is_dir may raise here itself.
        what = "folder" if os.path.isdir(path) else "file"  # noqa: PTH112
        return f"the {what} may not be opened; check its permissions"
    return f"the file cannot be read ({error.strerror or error})"
