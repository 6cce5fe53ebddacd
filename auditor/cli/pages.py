"""Writes a folder of HTML: an index and a page an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from auditor.cli.output import write_file
from auditor.cli.say import CannotWrite, complain, say
from auditor.findings import Audit
from auditor.gate import Tally
from auditor.load.look import load_look
from auditor.load.shipped import shipped
from auditor.writers.html import article_page, index_page, index_row, page_name
from auditor.writers.json import Run, article, head
from auditor.writers.text import VERDICTS, clean, scored

INDEX = "index.html"
T = TypeVar("T")


def write_pages(audits: Iterable[Audit], about: Run, tally: Tally, name: str) -> None:
    """`index.html`, and a page an article in `a/`, each written as its audit comes.

    Says each article's score and, last, where to look.

    Raises:
        CannotWrite: a file cannot be written.
    """
    folder = Path(name)
    try:
        (folder / "a").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"{error.strerror or error}; --output must name a folder, or a place for one"
        raise CannotWrite(f"cannot write to the folder {name}: {reason}") from None
    look = load_look(shipped() / "reports")
    run = head(about)
    rows: list[dict[str, Any]] = []

    def page(audit: Audit) -> tuple[Audit, dict[str, Any], str, str]:
        entry = article(audit)
        href = f"a/{page_name(audit.article.path)}"
        text = article_page(run, entry, look, index=f"../{INDEX}")
        return audit, index_row(entry, href), href, text

    for audit, row, href, text in made(audits, page, tally):
        write_file(str(folder / href), [text])
        rows.append(row)
        say(f"{scored(audit):>6}  {VERDICTS[audit.verdict]:26} {clean(audit.article.path)}")
    write_file(str(folder / INDEX), [index_page(run | dict(tally.tail()), rows, look)])
    say(f"Open {clean(str(folder / INDEX))} in a browser.")


def made(audits: Iterable[Audit], make: Callable[[Audit], T], tally: Tally) -> Iterator[T]:
    """What `make` makes of each audit; one that breaks is told and counted, and the rest go on."""
    for audit in audits:
        path = audit.article.path
        try:
            result = make(audit)
        except Exception as error:
            tally.unread.append((path, f"its report broke ({type(error).__name__}: {error})"))
            complain(f"{path}: {tally.unread[-1][1]}")
            continue
        yield result
