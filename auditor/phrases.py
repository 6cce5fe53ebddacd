"""The phrase language that word lists and rules share.

A phrase matches whole words, in any case, over line breaks, with either apostrophe.
`(a|b)` is a choice and one side may be empty, `*` ends a word freely, `<name>` stands
for a word list. Everything else stands for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product

import regex

Lists = Callable[[str], Sequence[str]]
"""Gives the phrases of a named list; raises `KeyError` or `NotKnown` for an unknown name."""

MAX_EXPANSION = 2000
"""A phrase that stands for more plain strings than this is refused."""

NEVER = regex.compile(r"(?!)")

_TOKEN = regex.compile(r"[()|]|<[\w.-]+>|\s+|[^()|<\s]+|<")
_LIST = regex.compile(r"<([\w.-]+)>")
_ATOMS = {" ": r"\s+", "*": r"\w*"} | dict.fromkeys("'’‘ʼ`", "['’‘ʼ`]")


class PhraseError(ValueError):
    """A phrase that cannot be read; `offset` is the place in it, in code points."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.offset = offset


def list_names(phrase: str) -> Iterator[tuple[str, int]]:
    """The word lists a phrase names, each with its offset in the phrase."""
    for match in _LIST.finditer(phrase):
        yield match.group(1), match.start(1)


def expand(phrase: str, lists: Lists | None = None) -> tuple[str, ...]:
    """All strings the phrase stands for, in order, without repeats; a `*` stays.

    Named lists are opened where `lists` is given, else they stay as they are.

    Raises:
        PhraseError: brackets that do not pair, no word at all, a list within
            itself, or more strings than `MAX_EXPANSION`.
    """
    strings = dict.fromkeys(" ".join(s.split()) for s in _expand(phrase, lists, ()))
    if not any(any(c.isalnum() for c in s) for s in strings):
        raise PhraseError("the phrase has no word in it")
    return tuple(s for s in strings if s)


def to_regex(phrases: Iterable[str], lists: Lists | None = None) -> str:
    """Source of one pattern for many phrases, word boundaries included.

    Where two phrases fit at one place the longer wins. No phrase: matches nothing.
    """
    trie: dict[str, dict] = {}  # type: ignore[type-arg]
    for phrase in phrases:
        for string in expand(phrase, lists):
            node = trie
            for character in string.lower():
                node = node.setdefault(_ATOMS.get(character) or regex.escape(character), {})
            node[""] = {}
    return rf"(?<!\w){_alternatives(trie)}(?!\w)" if trie else "(?!)"


def compile_phrases(phrases: Iterable[str], lists: Lists | None = None) -> regex.Pattern[str]:
    """The pattern of `to_regex`, compiled, case ignored."""
    return regex.compile(to_regex(phrases, lists), regex.IGNORECASE, cache_pattern=False)


def _alternatives(trie: dict[str, dict]) -> str:  # type: ignore[type-arg]
    # A tree of characters: at each place few branches are tried, however many phrases.
    branches = [atom + (_alternatives(rest) if rest else "") for atom, rest in trie.items() if atom]
    if not branches:
        return ""
    optional = "?" if "" in trie else ""
    if len(branches) == 1 and not optional:
        return branches[0]
    return f"(?:{'|'.join(branches)}){optional}"


def _expand(phrase: str, lists: Lists | None, opened: tuple[str, ...]) -> list[str]:
    tokens = [(m.group(), m.start()) for m in _TOKEN.finditer(phrase)]
    strings, rest = _choice(tokens, 0, lists, opened)
    if rest < len(tokens):
        raise PhraseError("“)” without “(”", tokens[rest][1])
    return strings


def _choice(
    tokens: list[tuple[str, int]], index: int, lists: Lists | None, opened: tuple[str, ...]
) -> tuple[list[str], int]:
    """The strings of one bracket's inside and the index of its “)” (or the end)."""
    done: list[str] = []
    current = [""]
    while index < len(tokens):
        token, offset = tokens[index]
        if token == ")":
            break
        if token == "|":
            done += current
            current = [""]
        else:
            pieces = [token]
            if token == "(":
                pieces, close = _choice(tokens, index + 1, lists, opened)
                if close == len(tokens):
                    raise PhraseError("“(” without “)”", offset)
                index = close
            elif lists is not None and _LIST.fullmatch(token):
                pieces = _open(token[1:-1], offset, lists, opened)
            if len(current) * len(pieces) + len(done) > MAX_EXPANSION:
                raise PhraseError(
                    f"the phrase stands for more than {MAX_EXPANSION} strings", offset
                )
            current = [a + b for a, b in product(current, pieces)]
        index += 1
    return done + current, index


def _open(name: str, offset: int, lists: Lists, opened: tuple[str, ...]) -> list[str]:
    if name in opened:
        raise PhraseError(f"the list “{name}” contains itself", offset)
    return [s for p in lists(name) for s in _expand(p, lists, (*opened, name))]
