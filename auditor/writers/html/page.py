"""One finished page: template, texts, style and script, and the policy that seals them."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from functools import lru_cache
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from auditor.look import Look
from auditor.writers.html.texts import Texts

_SURROGATE = re.compile("[\ud800-\udfff]")
_IN_SCRIPT = str.maketrans({"<": r"\u003c", "\u2028": r"\u2028", "\u2029": r"\u2029"})


def render(template: str, look: Look, values: dict[str, Any]) -> str:
    """The page `template` makes of `values`; the same bytes for the same input."""
    page = _environment(look).get_template(template).render(values)
    # A file name can hold bytes that are no text; UTF-8 cannot carry them.
    return page.encode("utf-8", "replace").decode("utf-8")


def texts(look: Look) -> Texts:
    return Texts(look.strings)


def embedded(value: object) -> Markup:
    """JSON for a script element of type application/json: nothing in it can end the element."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    plain = _SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", plain)
    return Markup(plain.translate(_IN_SCRIPT))


@lru_cache(maxsize=8)
def _environment(look: Look) -> Environment:
    environment = Environment(
        loader=DictLoader(dict(look.templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = Texts(look.strings)
    style, script = _sealed(look.style, "style"), _sealed(look.script, "script")
    environment.globals |= {
        "t": words,
        "ui_language": look.language,
        "style": style,
        "script": script,
        "policy": _policy(style, script),
    }
    return environment


def _sealed(code: str, element: str) -> Markup:
    if f"</{element}" in code.lower():
        raise ValueError(f"the {element} of the reports must not hold its own end tag")
    return Markup(code)


def _policy(style: str, script: str) -> str:
    """The hashes are of the very bytes between the tags; nothing else may style or run."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(code: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(code.encode()).digest()).decode()
