"""The command line: one file a command. Exit codes: 0 passed, 1 gate failed, 2 usage,
configuration or rules, 3 something incomplete, unreadable or crashed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from auditor import __version__
from auditor.cli.options import refuse_unknown
from auditor.yamlfile import YamlProblems, did_you_mean

COMMANDS = ("audit", "rules", "layers", "languages")
STOPPED = 130
"""What shells expect of a command that Ctrl-C has ended."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code. Whatever goes wrong becomes a sentence."""
    from auditor.cli.say import CannotWrite, complain, finish, prepare

    words = list(sys.argv[1:] if arguments is None else arguments)
    prepare()
    try:
        options = asked(words)
        code: int = options.run(options)
        finish()
        return code
    except YamlProblems as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        count = len(error.problems)
        complain(f"{count} problem{'s' * (count > 1)}; nothing was run")
        return 2
    except CannotWrite as error:
        complain(str(error))
        return 2
    except FileNotFoundError as error:
        complain(f"there is no {error.filename}")
        return 2
    except OSError as error:
        complain(f"cannot read {error.filename}: {error.strerror or error}")
        return 2
    except KeyboardInterrupt:
        complain("stopped")
        return STOPPED
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        kind = type(error).__name__
        complain(f"broke ({kind}: {error}); “python -X dev -m auditor …” shows where")
        return 3


def asked(words: Sequence[str]) -> argparse.Namespace:
    """What `words` ask for; only the one command that they name is loaded. Where they cannot be
    read, the usage of that command is printed and the program ends with 2."""
    top = argparse.ArgumentParser(
        prog="auditor",
        description="Tells how far an article's sourcing can be trusted before it is republished.",
        epilog="To begin: auditor audit article.txt\nWhat a command can do: auditor audit --help",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"auditor {__version__}")
    names = f"{{{','.join(COMMANDS)}}}"
    commands = top.add_subparsers(title="commands", metavar=names, required=True)
    at = next((i for i, word in enumerate(words) if not word.startswith("-")), len(words))
    refuse_unknown(top, words[:at])
    named = words[at : at + 1]
    for word in named:
        if word not in COMMANDS:
            top.error(f"no command “{word}”{did_you_mean(word, COMMANDS)}")
    for name in named or COMMANDS:
        import_module(f"auditor.cli.{name}").add(commands)
    command = commands.choices[named[0]] if named else top
    refuse_unknown(command, words[at + 1 :])
    options, rest = top.parse_known_args(words)
    if rest:
        command.error(f"one word too many: “{rest[0]}”")
    return options
