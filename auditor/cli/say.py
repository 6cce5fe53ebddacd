"""Speaks on standard output and standard error, whatever they are joined to."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO

from auditor.writers.text import clean


class CannotWrite(Exception):
    """An output cannot be written; the message is one sentence."""


def prepare() -> None:
    """Makes both streams fit for every character, and stands in for those that are closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def say(text: str, end: str = "\n") -> None:
    """Prints to standard output. Once a pipe's reader has gone, the work goes on unheard.

    Raises:
        CannotWrite: the disk behind it is full, for example.
    """
    try:
        sys.stdout.write(text + end)
    except OSError as error:
        _lost(error)


def put(data: bytes) -> None:
    """Writes bytes to standard output, like `say`."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    except OSError as error:
        _lost(error)


def finish() -> None:
    """Writes what is still held back: a full disk shows here, not when Python ends."""
    try:
        sys.stdout.flush()
    except OSError as error:
        _lost(error)


def complain(text: str) -> None:
    """One line on standard error that cannot move the cursor or break in two."""
    try:
        print(f"auditor: {clean(text)}", file=sys.stderr, flush=True)
    except OSError:
        _silence(sys.stderr)


def _lost(error: OSError) -> None:
    _silence(sys.stdout)
    if not isinstance(error, BrokenPipeError):
        message = f"cannot write to standard output: {error.strerror or error}"
        raise CannotWrite(message) from None


def _silence(stream: TextIO) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
