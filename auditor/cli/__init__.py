"""The command line: one file a command. Exit codes: 0 passed, 1 gate failed, 2 usage,
configuration or rules, 3 something incomplete, unreadable or crashed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from auditor import __version__
from auditor.yamlfile import YamlProblems

COMMANDS = ("audit", "rules", "layers", "languages")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    options = parser(words).parse_args(words)
    try:
        code: int = options.run(options)
        return code
    except YamlProblems as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        count = len(error.problems)
        print(f"auditor: {count} problem{'s' * (count > 1)}; nothing was run", file=sys.stderr)
        return 2
    except FileNotFoundError as error:
        print(f"auditor: there is no {error.filename}", file=sys.stderr)
        return 2


def parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The parser; of the commands only the one that `words` name is loaded in full."""
    top = argparse.ArgumentParser(
        prog="auditor",
        description="Tells how far an article's sourcing can be trusted before it is republished.",
    )
    top.add_argument("--version", action="version", version=f"auditor {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    named = next((w for w in words if w in COMMANDS), None)
    for name in COMMANDS if named is None else (named,):
        import_module(f"auditor.cli.{name}").add(commands)
    return top
