"""Bytes to an Article; one file a format."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import PurePath
from typing import Literal

from auditor.article import Article, LanguageBasis, SourceMap
from auditor.readers.encoding import decode, is_html
from auditor.readers.frontmatter import FrontMatter, front_matter
from auditor.readers.prose import Prose
from auditor.readers.text import read_text
from auditor.readers.unreadable import Unfit, Unreadable

__all__ = ["READERS", "Unreadable", "format_of", "read"]

Format = Literal["text", "markdown", "html"]
Identify = Callable[[str], tuple[str, float] | None]
"""From a text to its language code and a confidence from 0 to 1; None where it cannot tell."""

_SURE_ENOUGH = 0.5
_SAMPLE = 5_000
_OLD_CODES = {"in": "id", "iw": "he", "ji": "yi"}


def _read_markdown(file: str, front: FrontMatter) -> Prose:
    from auditor.readers.markdown import read_markdown  # the parser costs an import

    return read_markdown(file, front)


def _read_html(file: str, front: FrontMatter) -> Prose:
    from auditor.readers.html import read_html

    return read_html(file, front)


READERS: dict[Format, Callable[[str, FrontMatter], Prose]] = {
    "text": read_text,
    "markdown": _read_markdown,
    "html": _read_html,
}
"""Every format with its reader: decoded file and front matter to prose."""

_SUFFIXES: dict[str, Format] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}


def format_of(path: str, data: bytes = b"") -> Format:
    """The format that a file's name tells: Markdown or HTML by its suffix, else plain text.

    A name without a suffix, as of standard input, tells nothing: there, `data` that begins
    as a web page is one.
    """
    suffix = PurePath(path).suffix.casefold()
    if not suffix and is_html(data):
        return "html"
    return _SUFFIXES.get(suffix, "text")


def read(
    data: bytes,
    *,
    path: str,
    identify: Identify,
    language: str | None = None,
    max_bytes: int,
    format: Format | None = None,
) -> Article:
    """One article from a file's bytes.

    Args:
        path: the name to report it under; its suffix tells the format.
        identify: asked about the first part of the prose where nobody names the language.
        language: the code that the caller knows to be right; outranks the file's own.
        max_bytes: the largest file that is read.
        format: outranks the suffix.

    Raises:
        Unreadable: empty, too big, binary, in no known encoding, broken front matter,
            or no prose at all.
    """
    kind = format or format_of(path, data)
    try:
        if len(data) > max_bytes:
            size = f"the file is larger than the limit of {max_bytes:,} bytes"
            raise Unfit(f"{size}; raise max_bytes in the configuration, or split the file")
        file = decode(data, html=kind == "html")
        front = FrontMatter() if kind == "html" else front_matter(file)
        prose = READERS[kind](file, front)
        if not prose.blocks or not file[front.end :].strip():
            raise Unfit("no article text is left without markup and front matter; add its body")
    except Unfit as error:
        raise Unreadable(path, str(error)) from None
    except RecursionError:
        reason = "its markup is nested too deeply to be read; save it as plain text"
        raise Unreadable(path, reason) from None
    front = prose.stated or front
    code, basis = _language(language, front, prose, identify)
    return Article(
        text=prose.text,
        path=path,
        format=kind,
        blocks=prose.blocks,
        title=prose.title,
        language=code,
        language_basis=basis,
        published=front.published,
        author=front.author,
        outlet=front.outlet,
        credits=front.credits,
        links=prose.links,
        sha256=sha256(data).hexdigest(),
        bytes=len(data),
        source=SourceMap(_line_starts(file), prose.runs),
        canonical=prose.canonical,
    )


def _line_starts(file: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in re.finditer("\n", file)))


def _language(
    given: str | None, front: FrontMatter, prose: Prose, identify: Identify
) -> tuple[str | None, LanguageBasis]:
    if given:
        return _code(given) or given.casefold(), "given"
    if front.language and (code := _code(front.language)):
        return code, "declared"
    first = 0 if prose.runs else front.end
    found = identify(prose.text[first : first + _SAMPLE])
    if found and found[1] >= _SURE_ENOUGH:
        return _code(found[0]) or found[0], "identified"
    return None, "unknown"


def _code(tag: str) -> str | None:
    """The two-letter code of a language tag: "en-US" gives "en"; None for "English"."""
    found = re.fullmatch(r"([A-Za-z]{2})(?:[-_].*)?", tag.strip())
    if not found:
        return None
    code = found[1].casefold()
    return _OLD_CODES.get(code, code)
