"""Tells an editor how far an article's sourcing can be trusted before it is republished.

    >>> import auditor
    >>> result = auditor.audit(auditor.read("article.txt"), auditor.load_pack())
    >>> result.verdict, result.score

`score` is in tenths of a point. Everything else in this package is private.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.auditing import audit
    from auditor.findings import Audit
    from auditor.load.files import read
    from auditor.load.pack import load_pack

__all__ = ["Audit", "__version__", "audit", "load_pack", "read"]

__version__ = "0.1.0"

_HOMES = {
    "Audit": "auditor.findings",
    "audit": "auditor.auditing",
    "load_pack": "auditor.load.pack",
    "read": "auditor.load.files",
}


def __getattr__(name: str) -> object:
    # Late: importing the package alone must cost nothing.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module “auditor” has no attribute “{name}”")


def __dir__() -> list[str]:
    return sorted(__all__)
