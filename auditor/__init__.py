"""Tells an editor how far an article's sourcing can be trusted before it is republished.

    >>> import auditor
    >>> result = auditor.audit(auditor.read("article.txt"), auditor.load_pack())
    >>> result.verdict, result.score

`score` is in tenths of a point. `read` raises `Unreadable`, and what is wrong with a pack or
a configuration is `YamlProblems`; `audit(…, config)` takes a `Config`, which `load_config`
reads. Everything else in this package is private.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.auditing import audit
    from auditor.config import Config
    from auditor.findings import Audit
    from auditor.load.config import load_config
    from auditor.load.files import read
    from auditor.load.pack import load_pack
    from auditor.readers import Unreadable
    from auditor.yamlfile import YamlProblems

__all__ = [
    "Audit",
    "Config",
    "Unreadable",
    "YamlProblems",
    "__version__",
    "audit",
    "load_config",
    "load_pack",
    "read",
]

__version__ = "0.1.0"

_HOMES = {
    "Audit": "auditor.findings",
    "Config": "auditor.config",
    "Unreadable": "auditor.readers",
    "YamlProblems": "auditor.yamlfile",
    "load_config": "auditor.load.config",
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
