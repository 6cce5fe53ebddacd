"""Reads a configuration file."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from auditor.config import KEYS, Config
from auditor.schema import read_mapping
from auditor.yamlfile import Problem, Report, YamlProblems, parse


def load_config(path: str | Path | None = None) -> Config:
    """The defaults, with what the file says instead.

    Raises:
        YamlProblems: everything that is wrong with the file.
        FileNotFoundError: there is none.
    """
    if path is None:
        return Config()
    shown = str(path)
    try:
        root = parse(Path(path).read_text(encoding="utf-8"), shown)
    except UnicodeDecodeError:
        raise YamlProblems([Problem(shown, 1, 1, "the file is not UTF-8")]) from None
    if root is None:
        return Config()
    report = Report(shown)
    values: dict[str, Any] = read_mapping(root, KEYS, report, "a configuration")
    report.raise_if_any()
    return replace(Config(), **values)


def config_hash(config: Config) -> str:
    """Hex digest of everything a configuration says."""
    return sha256(json.dumps(asdict(config), sort_keys=True).encode()).hexdigest()
