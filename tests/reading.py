"""Short ways to read a file in tests, and to look at what came of it."""

from __future__ import annotations

import pytest

from auditor.article import Article
from auditor.readers import Unreadable, read

LIMIT = 100_000
UNSEEN = "\u00ad\u200b\u2060\ufeff"
PROSE = "The ferry office said on Monday that the night boat would sail again from the old quay."
MORE = "It had been laid up since the storm in March, when her rudder was torn off by the ice."


def nobody_knows(_: str) -> None:
    return None


def text_of(file: str | bytes, path: str = "a.txt", **options: object) -> Article:
    data = file.encode() if isinstance(file, str) else file
    options = {"identify": nobody_knows, "max_bytes": LIMIT} | options
    return read(data, path=path, **options)  # type: ignore[arg-type]


def markdown_of(file: str, **options: object) -> Article:
    return text_of(file, "a.md", **options)


def blocks_of(article: Article) -> list[tuple[str, str]]:
    return [(b.kind, article.text[b.start : b.end]) for b in article.blocks]


def refusal(data: bytes, path: str = "a.txt", **options: object) -> str:
    with pytest.raises(Unreadable) as caught:
        text_of(data, path, **options)
    assert caught.value.path == path
    assert str(caught.value).startswith(f"{path}: ")
    return caught.value.reason


def html_of(file: str | bytes, path: str = "a.html") -> Article:
    data = file.encode() if isinstance(file, str) else file
    return read(data, path=path, identify=lambda _: None, max_bytes=10_000_000)


def bodies(article: Article) -> list[str]:
    return [words for kind, words in blocks_of(article) if kind == "body"]
