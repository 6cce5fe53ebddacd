"""Reads a file of rules, words or settings as text."""

from __future__ import annotations

from pathlib import Path

from auditor.yamlfile import Node, Problem, YamlProblems, parse


def read_utf8(path: Path) -> str:
    """The file's text.

    Raises:
        YamlProblems: it is not UTF-8; names the line.
        OSError: it cannot be opened.
    """
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "the file is not UTF-8; save it as UTF-8"
        raise YamlProblems([Problem(str(path), line, 1, message)]) from None


def read_yaml(path: Path) -> Node | None:
    """The file's one document, or None where it is empty.

    Raises:
        YamlProblems: it is not UTF-8, or not YAML.
        OSError: it cannot be opened.
    """
    return parse(read_utf8(path), str(path))
