"""`auditor audit`: audits articles and says what came of them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

from auditor.auditing import OUTPUT_LAYERS, selected_rules
from auditor.config import Config, FailOn
from auditor.engine.rule import Pack
from auditor.findings import Audit
from auditor.gate import Gates, Tally
from auditor.load.config import config_hash, load_config
from auditor.load.pack import load_pack
from auditor.run import Job, Result, audits, discover
from auditor.writers.json import Run
from auditor.yamlfile import did_you_mean

FORMATS = ("text", "json", "html")


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "audit",
        help="audit articles",
        description="Audits articles. Files are read as they are named; folders are searched.",
        epilog="Exit codes: 0 passed; 1 a gate failed (without --fail-*: any verdict “revise”);"
        " 2 usage, configuration or rules; 3 something incomplete, unreadable or crashed.",
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="file or folder; - is stdin")
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    parser.add_argument("--output", metavar="FILE", help="write there; for html, a folder")
    parser.add_argument("--config", metavar="FILE", help="configuration; see config.yaml")
    parser.add_argument("--rules", metavar="FOLDER", help="a pack of your own")
    parser.add_argument("--select", metavar="RULES", help="rules or categories, with commas")
    parser.add_argument("--ignore", metavar="RULES", help="rules or categories to leave out")
    parser.add_argument("--fail-under", type=_points, metavar="N", help="fail below this score")
    parser.add_argument(
        "--fail-on", choices=get_args(FailOn), help="fail on findings this severe or worse"
    )
    parser.add_argument("--jobs", type=_count, default=0, metavar="N", help="processes")
    parser.add_argument("--today", type=_day, metavar="DATE", help="the day shown in the report")
    parser.add_argument("--no-progress", action="store_true", help="no progress bar")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Audits, writes, tells the gates; returns the exit code."""
    if options.format == "html" and not options.output:
        print("auditor: --format html writes a folder; name it with --output", file=sys.stderr)
        return 2
    config = _config(options)
    pack = load_pack(options.rules)
    if not _names_known(config, pack):
        return 2
    paths = list(discover(options.paths, config.suffixes))
    if not paths:
        shown = ", ".join(config.suffixes)
        print(f"auditor: no article found; folders are searched for {shown}", file=sys.stderr)
        return 2
    layers = () if options.format == "text" else OUTPUT_LAYERS
    today = options.today or _today()
    job = Job(pack, config, today, layers)
    tally = Tally(Gates(options.fail_under, options.fail_on))
    found = _told(audits(paths, job, options.jobs), tally, len(paths), options)
    about = Run(pack, selected_rules(pack, config), config_hash(config), today)
    try:
        _write(found, about, tally, options)
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return tally.exit_code
    except OSError as error:
        print(f"auditor: cannot write {error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    for sentence in tally.failed if options.format != "text" or not tally.gates.default else ():
        print(f"auditor: {sentence}", file=sys.stderr)
    return tally.exit_code


def _config(options: argparse.Namespace) -> Config:
    from dataclasses import replace

    config = load_config(options.config)
    for name in ("select", "ignore"):
        given = getattr(options, name)
        if given is not None:
            words = tuple(w.strip() for w in given.split(",") if w.strip())
            config = (
                replace(config, select=words) if name == "select" else replace(config, ignore=words)
            )
    return config


def _names_known(config: Config, pack: Pack) -> bool:
    known = {r.id for r in pack.rules} | {c.id for c in pack.categories}
    unknown = [n for n in (*config.select, *config.ignore) if n not in known]
    for name in unknown:
        print(f"auditor: no rule “{name}”{did_you_mean(name, known)}", file=sys.stderr)
    return not unknown


def _told(
    results: Iterator[Result], tally: Tally, total: int, options: argparse.Namespace
) -> Iterator[Audit]:
    """Passes audits on; counts them; says on stderr what could not be read."""
    bar = None
    if sys.stderr.isatty() and total > 1 and not options.no_progress:
        from tqdm import tqdm

        bar = tqdm(total=total, unit="article", leave=False, file=sys.stderr)
    for result in results:
        if bar is not None:
            bar.update()
        if result.audit is None:
            tally.unread.append((result.path, result.error))
            line = f"auditor: {result.path!s}: {result.error}"
            (bar.write(line, file=sys.stderr) if bar else print(line, file=sys.stderr))
            continue
        tally.add(result.audit)
        yield result.audit
    if bar is not None:
        bar.close()


def _write(found: Iterator[Audit], about: Run, tally: Tally, options: argparse.Namespace) -> None:
    if options.format == "html":
        from auditor.cli.pages import write_pages

        write_pages(found, about, tally, Path(options.output))
        return
    if options.format == "json":
        from auditor.writers.json import article, stream

        pieces = stream(about, (article(a) for a in found), tally.tail())
    else:
        from auditor.writers.text import write

        colour = not options.output and sys.stdout.isatty() and "NO_COLOR" not in os.environ
        pieces = write(found, about, tally.summary, colour=colour)
    if options.output:
        path = Path(options.output)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="\n", errors="backslashreplace") as file:
            file.writelines(pieces)
    else:
        for piece in pieces:
            sys.stdout.buffer.write(piece.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()


def _today() -> date:
    """The day of SOURCE_DATE_EPOCH, where builds ask for the same bytes, else today (UTC)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    return moment.date()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date such as 2026-05-20") from None


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number")
    return int(text)


def _points(text: str) -> float:
    try:
        points = float(text)
    except ValueError:
        points = -1
    if not 0 <= points <= 100:
        raise argparse.ArgumentTypeError(f"“{text}” is no score from 0 to 100")
    return points
