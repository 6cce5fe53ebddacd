"""Reads a configuration file."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from auditor.config import KEYS, Config
from auditor.load.text import read_yaml
from auditor.schema import read_mapping
from auditor.yamlfile import Mapping, Node, Report, scalars

_LANGUAGE = re.compile(r"[a-z]{2}([-_][a-z0-9]+)*", re.IGNORECASE)


def load_config(path: str | Path | None = None) -> Config:
    """The defaults, with what the file says instead.

    Raises:
        YamlProblems: everything that is wrong with the file.
        OSError: it cannot be read.
    """
    if path is None:
        return Config()
    shown = str(path)
    root = read_yaml(Path(path))
    if root is None:
        return Config()
    report = Report(shown)
    values: dict[str, Any] = read_mapping(root, KEYS, report, "a configuration")
    if isinstance(root, Mapping):
        _check_language(root.get("language"), report)
        _check_suffixes(root.get("suffixes"), report)
    report.raise_if_any()
    if "suffixes" in values:
        values["suffixes"] = tuple(suffix.lower() for suffix in values["suffixes"])
    if "language" in values and values["language"].casefold() == "auto":
        values["language"] = "auto"
    return replace(Config(), **values)


def _check_language(node: Node | None, report: Report) -> None:
    for scalar in scalars(node):
        word = scalar.value.strip()
        if word.casefold() != "auto" and not _LANGUAGE.fullmatch(word):
            report.add(scalar, f"“language” must be auto or a code such as en, not “{word}”")


def _check_suffixes(node: Node | None, report: Report) -> None:
    if node is None:
        return
    named = [s for s in scalars(node) if s.value.strip()]
    if not named:
        report.add(node, "“suffixes” is empty: no article would be found in a folder")
    for scalar in named:
        word = scalar.value.strip()
        if not re.fullmatch(r"\.[^./]+", word):
            report.add(scalar, f"a suffix is a dot and letters, such as .txt, not “{word}”")


def config_hash(config: Config) -> str:
    """Hex digest of everything a configuration says."""
    return sha256(json.dumps(asdict(config), sort_keys=True).encode()).hexdigest()
