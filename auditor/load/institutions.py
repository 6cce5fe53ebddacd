"""Reads the list of institutions that are no anonymous source when they speak."""

from __future__ import annotations

from pathlib import Path

from auditor.load.text import read_yaml
from auditor.phrases import PhraseError, expand
from auditor.yamlfile import Report, Scalar, Sequence


def load_institutions(path: Path) -> tuple[str, ...]:
    """Phrases, in the file's order; none where there is no such file.

    Raises:
        YamlProblems: every fault of the file.
    """
    if not path.is_file():
        return ()
    report = Report(str(path))
    root = read_yaml(path)
    phrases: list[str] = []
    if isinstance(root, Sequence):
        for item in root.items:
            if not isinstance(item, Scalar):
                report.add(item, "the list of institutions holds phrases only")
                continue
            try:
                expand(item.value)
            except PhraseError as error:
                report.add(item, f"“{item.value}”: {error}")
            else:
                phrases.append(item.value)
    elif root is not None:
        report.add(root, "the list of institutions is a list of phrases")
    report.raise_if_any()
    return tuple(phrases)
