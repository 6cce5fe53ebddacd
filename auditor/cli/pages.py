"""Writes a folder of HTML: an index and a page an article."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from auditor.findings import Audit
from auditor.gate import Tally
from auditor.load.look import load_look
from auditor.load.shipped import shipped
from auditor.writers.html import article_page, index_page, index_row, page_name
from auditor.writers.json import Run, article, head
from auditor.writers.text import VERDICTS, clean, scored

INDEX = "index.html"


def write_pages(audits: Iterable[Audit], about: Run, tally: Tally, folder: Path) -> None:
    """`index.html`, and a page an article in `a/`, each written as its audit comes.

    Says each article's score and, last, where to look.

    Raises:
        OSError: a file cannot be written.
    """
    look = load_look(shipped() / "reports")
    run = head(about)
    rows: list[dict[str, Any]] = []
    (folder / "a").mkdir(parents=True, exist_ok=True)
    for audit in audits:
        entry = article(audit)
        href = f"a/{page_name(audit.article.path)}"
        _write(folder / href, article_page(run, entry, look, index=f"../{INDEX}"))
        rows.append(index_row(entry, href))
        print(f"{scored(audit):>6}  {VERDICTS[audit.verdict]:26} {clean(audit.article.path)}")
    _write(folder / INDEX, index_page(run | dict(tally.tail()), rows, look))
    print(f"Open {folder / INDEX} in a browser.")


def _write(path: Path, page: str) -> None:
    path.write_text(page, encoding="utf-8", newline="\n", errors="backslashreplace")
