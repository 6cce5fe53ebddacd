"""Writes files so that a run that fails or is stopped leaves what was there before."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from auditor.cli.say import CannotWrite

MARK = 'id="audit-data"'
"""Stands in every page that auditor writes."""


def write_file(name: str, pieces: Iterable[str]) -> None:
    """Writes the pieces to a file, which appears whole or not at all.

    Raises:
        CannotWrite: says what stands in the way.
    """
    path = Path(os.path.realpath(name))
    if path.is_dir():
        raise CannotWrite(f"cannot write {name}: it is a folder; name a file with --output")
    whole = not path.exists() or path.is_file()  # a pipe or a device is written straight away
    part = path.with_name(f".{path.name[:100]}.{os.getpid()}.part") if whole else path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("w", encoding="utf-8", newline="\n", errors="backslashreplace") as file:
                file.writelines(pieces)
            if whole:
                part.replace(path)
        finally:
            if whole:
                part.unlink(missing_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise CannotWrite(f"cannot write {name}: {error.filename} is no folder") from None
    except OSError as error:
        raise CannotWrite(f"cannot write {name}: {error.strerror or error}") from None


def refuse_clash(name: str, inputs: Iterable[str], *, folder: bool) -> None:
    """Refuses an output that would overwrite an input, or a web page of somebody else.

    Raises:
        CannotWrite: says which file, and what to do.
    """
    place = Path(os.path.realpath(name))
    for path in inputs:
        real = Path(os.path.realpath(path))
        hit = real in (place / "index.html", place / "a" / real.name) if folder else real == place
        if path != "-" and hit and real.is_file():
            raise CannotWrite(
                f"--output {name} would overwrite {path}, which this run reads; name another output"
            )
    index = place / "index.html"
    if folder and index.is_file():
        try:
            ours = MARK in index.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            raise CannotWrite(f"cannot write {index}: {error.strerror}") from None
        if not ours:
            raise CannotWrite(
                f"{index} was not written by auditor and would be overwritten;"
                " name another folder with --output"
            )
