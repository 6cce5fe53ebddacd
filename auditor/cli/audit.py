"""`auditor audit`: audits articles and says what came of them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import get_args

from auditor.auditing import OUTPUT_LAYERS, selected_rules
from auditor.cli.options import RULES, file_name, one_of
from auditor.cli.output import refuse_clash, write_file
from auditor.cli.say import complain, put, say
from auditor.config import KEYS, Config, FailOn
from auditor.engine.rule import Pack
from auditor.findings import Audit
from auditor.gate import Gates, Tally
from auditor.load.config import config_hash, load_config
from auditor.load.pack import load_pack
from auditor.run import Job, Result, audits, discover
from auditor.writers.json import Run
from auditor.yamlfile import did_you_mean

FORMATS = ("text", "json", "html")
EXIT_CODES = """\
exit codes:
  0  passed
  1  a gate failed: what --fail-under or --fail-on forbids; without them, any
     verdict “revise”
  2  wrong usage, configuration or rules; nothing was audited
  3  something is incomplete, could not be read, or crashed"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "audit",
        help="audit articles: verdict, passages, reasons",
        description="Audits articles. Files are read as they are named; folders are searched"
        f" for\n{', '.join(Config().suffixes)}, or what the configuration says.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    option = parser.add_argument
    option("paths", nargs="+", type=file_name, metavar="PATH", help="file or folder; - reads stdin")
    option(
        "--format",
        type=one_of(FORMATS),
        choices=FORMATS,
        default="text",
        help="how to show the audit; default: text",
    )
    option(
        "--output",
        type=file_name,
        metavar="FILE",
        help="write to FILE, not to the screen; with --format html a folder",
    )
    option(
        "--config",
        type=file_name,
        metavar="FILE",
        help=f"settings in YAML, any of: {', '.join(KEYS)}",
    )
    option("--rules", type=file_name, metavar="FOLDER", help=RULES)
    option(
        "--select",
        type=_names,
        metavar="RULES",
        help="run only these rules or categories, with commas between; “auditor rules list” shows"
        " their names",
    )
    option("--ignore", type=_names, metavar="RULES", help="rules or categories to leave out")
    option(
        "--fail-under",
        type=_points,
        metavar="N",
        help="exit 1 if an article's score is below N (0–100)",
    )
    option(
        "--fail-on",
        type=one_of(get_args(FailOn)),
        choices=get_args(FailOn),
        help="exit 1 if a finding is as severe as this or worse; none: never",
    )
    option(
        "--jobs",
        type=_count,
        default=0,
        metavar="N",
        help="how many processes work at once; default: one, with many articles one per core",
    )
    option(
        "--today",
        type=_day,
        metavar="DATE",
        help="the date on the report, such as 2026-05-20; default: today",
    )
    option("--no-progress", action="store_true", help="show no progress bar")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Audits, writes, tells the gates; returns the exit code."""
    if options.format == "html" and not options.output:
        complain("--format html writes a folder; name it with --output")
        return 2
    config = _config(options)
    today = options.today or _today()
    pack = load_pack(options.rules)
    if today is None or not _names_known(config, pack):
        return 2
    rules = selected_rules(pack, config)
    if not rules:
        complain("no rule is left to run; look at --select, --ignore and the configuration")
        return 2
    html = options.format == "html"
    paths = list(discover(options.paths, config.suffixes, skip=options.output if html else None))
    if not paths:
        complain(f"no article found; folders are searched for {', '.join(config.suffixes)}")
        return 2
    if options.output:
        read = [*paths, *([options.config] if options.config else [])]
        refuse_clash(options.output, read, folder=html)
    layers = () if options.format == "text" else OUTPUT_LAYERS
    job = Job(pack, config, today, layers)
    tally = Tally(Gates(options.fail_under, options.fail_on))
    found = _told(audits(paths, job, options.jobs), tally, len(paths), options)
    _write(found, Run(pack, rules, config_hash(config), today), tally, options)
    for sentence in tally.failed if options.format != "text" or not tally.gates.default else ():
        complain(sentence)
    return tally.exit_code


def _config(options: argparse.Namespace) -> Config:
    config = load_config(options.config)
    named = {"select": options.select, "ignore": options.ignore}
    return replace(config, **{key: value for key, value in named.items() if value is not None})


def _names_known(config: Config, pack: Pack) -> bool:
    known = {r.id for r in pack.rules} | {c.id for c in pack.categories}
    unknown = [n for n in (*config.select, *config.ignore) if n not in known]
    for name in unknown:
        hint = did_you_mean(name, known) or "; “auditor rules list” names them all"
        complain(f"no rule or category “{name}”{hint}")
    return not unknown


def _told(
    results: Iterator[Result], tally: Tally, total: int, options: argparse.Namespace
) -> Iterator[Audit]:
    """Passes audits on; counts them; says on stderr what could not be read."""
    bar = None
    heard = options.format == "html" or not options.output  # a line an article would tear it
    quiet = options.no_progress or (heard and sys.stdout.isatty())
    if sys.stderr.isatty() and total > 1 and not quiet:
        from tqdm import tqdm

        bar = tqdm(total=total, unit="article", leave=False, file=sys.stderr)
    for result in results:
        if bar is not None:
            bar.update()
        if result.audit is None:
            tally.unread.append((result.path, result.error))
            if bar is not None:
                bar.clear()
            complain(f"{result.path}: {result.error}")
            continue
        tally.add(result.audit)
        yield result.audit
    if bar is not None:
        bar.close()


def _write(found: Iterator[Audit], about: Run, tally: Tally, options: argparse.Namespace) -> None:
    if options.format == "html":
        from auditor.cli.pages import write_pages

        write_pages(found, about, tally, options.output)
        return
    if options.format == "json":
        from auditor.cli.pages import made
        from auditor.writers.json import article, stream

        pieces = stream(about, made(found, article, tally), tally.tail())
    else:
        from auditor.writers.text import write

        colour = not options.output and sys.stdout.isatty() and "NO_COLOR" not in os.environ
        pieces = write(found, about, tally.summary, colour=colour)
    if options.output:
        write_file(options.output, pieces)
        return
    for piece in pieces:
        if options.format == "json":  # UTF-8 whatever the terminal speaks
            put(piece.encode("utf-8", "backslashreplace"))
        else:
            say(piece, end="")


def _today() -> date | None:
    """The day of SOURCE_DATE_EPOCH, where builds ask for the same bytes, else today (UTC)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        complain(f"SOURCE_DATE_EPOCH must be seconds since 1970, not “{epoch}”")
        return None


def _names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names:
        raise argparse.ArgumentTypeError(f"“{text}” names no rule")
    return names


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
