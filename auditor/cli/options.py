"""What the commands share in reading their command line: unknown words, names, choices."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence

from auditor.yamlfile import did_you_mean

RULES = "a folder with rules of your own instead of the shipped ones"
"""What every command says of its --rules."""


def refuse_unknown(parser: argparse.ArgumentParser, words: Sequence[str]) -> None:
    """Ends the program where a word looks like an option and is none.

    argparse would print the usage of the whole program, and no option that is like it.
    """
    if "-h" in words or "--help" in words:
        return
    known = parser._option_string_actions
    for word in words:
        if word == "--":
            return
        option = word.partition("=")[0]
        if _is_option(word) and option not in known and word[:2] not in known:
            long = [name for name in known if name.startswith("--")]
            parser.error(f"no option “{option}”{did_you_mean(option, long)}")


def _is_option(word: str) -> bool:
    """As argparse sees it: “-”, “-5” and what holds a space are values."""
    return word.startswith("-") and not word[1:2].isdigit() and word != "-" and " " not in word


def one_of(choices: Iterable[str]) -> Callable[[str], str]:
    """A type for argparse: one of the words, or the nearest one is named."""
    valid = tuple(choices)

    def chosen(text: str) -> str:
        if text not in valid:
            raise argparse.ArgumentTypeError(f"there is no “{text}”{did_you_mean(text, valid)}")
        return text

    return chosen


def file_name(text: str) -> str:
    """A type for argparse: the name of a file or folder, which may not be empty."""
    if not text:
        raise argparse.ArgumentTypeError("the name is empty")
    return text
