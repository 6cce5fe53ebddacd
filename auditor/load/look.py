"""Reads the look of the reports: templates, style sheet, script, texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from auditor.load.text import read_yaml
from auditor.look import Look
from auditor.yamlfile import Mapping, Node, Report, Scalar, YamlProblems

FALLBACK = "en"
_COMMENTS = re.compile(r"/\*[^*]*\*/|^\s*//[^\n]*$", re.MULTILINE)


def load_look(folder: Path, language: str = FALLBACK) -> Look:
    """The look in `folder` (`reports/`), with the texts of `language`.

    A text that the language lacks is shown in English.

    Raises:
        YamlProblems: what is wrong with a file of texts.
        OSError: a file is missing or cannot be read.
    """
    templates = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.html"))
    }
    strings = _strings(folder / "strings" / f"{FALLBACK}.yaml")
    if language != FALLBACK:
        strings |= _strings(folder / "strings" / f"{language}.yaml")
    return Look(
        templates=templates,
        style=_plain(folder / "style.css"),
        script=_plain(folder / "app.js"),
        strings=strings,
        language=language,
    )


def _plain(path: Path) -> str:
    """A file without comments, indentation and empty lines: they weigh on every page."""
    source = _COMMENTS.sub("", path.read_text(encoding="utf-8"))
    lines = source.splitlines()
    return "\n".join(stripped for line in lines if (stripped := line.strip())) + "\n"


def _strings(path: Path) -> dict[str, str]:
    report = Report(str(path))
    root = read_yaml(path)
    if not isinstance(root, Mapping):
        report.add(root or (1, 1), "a file of texts is a mapping of names to texts")
        raise YamlProblems(report.problems)
    found = dict(_flat("", root, report))
    if report.problems:
        raise YamlProblems(report.problems)
    return found


def _flat(name: str, node: Node, report: Report) -> Iterator[tuple[str, str]]:
    if isinstance(node, Mapping):
        for key, inner in node.items():
            yield from _flat(f"{name}.{key.value}" if name else key.value, inner, report)
    elif isinstance(node, Scalar):
        yield name, node.value
    else:
        report.add(node, f"“{name}” must be a text")
