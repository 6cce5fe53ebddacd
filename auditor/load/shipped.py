"""Where the shipped data lies: in the wheel, or beside the checkout."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def shipped() -> Path:
    """The folder that holds `rules/`, `reports/` and `config.yaml`."""
    package = Path(str(files("auditor")))
    inside = package / "_shipped"
    return inside if inside.is_dir() else package.parent
