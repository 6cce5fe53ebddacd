"""The phrase language that word lists and rules share.

A phrase matches whole words, in any case, over line breaks, with either apostrophe.
`(a|b)` is a choice and one side may be empty, `*` ends a word freely, `<name>` stands
for a word list. Everything else stands for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import prod

import regex

Lists = Callable[[str], Sequence[str]]
"""Gives the phrases of a named list; raises `KeyError` or `NotKnown` for an unknown name."""

MAX_EXPANSION = 4000
"""A phrase that stands for more strings is not spelled out, and is no list of words."""
SPELLED = 64
"""Up to so many strings a phrase is spelled out in a pattern, which makes it faster."""

_TOKEN = regex.compile(r"[()|]|<[\w.-]+>|\s+|[^()|<\s]+|<")
_STRUCTURE = regex.compile(r"[()|<]")
_LIST = regex.compile(r"<([\w.-]+)>")
# A space may be a line break, never an empty line: a phrase stays in its paragraph.
_SPACE = r"(?:[^\S\n]+(?:\n[^\S\n]*)?|\n[^\S\n]*)"
_ATOMS = {" ": _SPACE, "*": r"\w*"} | dict.fromkeys("'’‘ʼ`", "['’‘ʼ`]")


class PhraseError(ValueError):
    """A phrase that cannot be read; `offset` is the place in it, in code points."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.offset = offset


def list_names(phrase: str) -> Iterator[tuple[str, int]]:
    """The word lists a phrase names, each with its offset in the phrase."""
    for match in _LIST.finditer(phrase):
        yield match.group(1), match.start(1)


@dataclass(frozen=True, slots=True)
class _Choice:
    """What a bracket holds: one of these sequences."""

    options: tuple[_Sequence, ...]


_Sequence = tuple["str | _Choice", ...]
"""Pieces of text (a space is a piece of its own) and choices, in order."""


def expand(phrase: str, lists: Lists | None = None) -> tuple[str, ...]:
    """All strings the phrase stands for, in order, without repeats; a `*` stays.

    Named lists are opened where `lists` is given, else they stay as they are.

    Raises:
        PhraseError: brackets that do not pair, no word at all, a list within
            itself, or more strings than `MAX_EXPANSION`.
    """
    options = _read(phrase, lists)
    if _count(options) > MAX_EXPANSION:
        raise PhraseError(f"the phrase stands for more than {MAX_EXPANSION} strings")
    return tuple(dict.fromkeys(" ".join(s.split()) for s in _strings(options)))


def check(phrase: str, lists: Lists | None = None) -> None:
    """Raises PhraseError where the phrase cannot be read."""
    _read(phrase, lists)


def to_regex(phrases: Iterable[str], lists: Lists | None = None) -> str:
    """Source of one pattern for many phrases, word boundaries included.

    Where two phrases fit at one place the longer wins. No phrase: matches nothing.
    """
    # A tree of characters: at each place few branches are tried, however many phrases.
    trie: _Trie = {}
    for phrase in phrases:
        for option in _read(phrase, lists):
            spelled, rest = _split(option)
            for string in _strings((spelled,)) or ("",):
                node = trie
                for character in string.lower():
                    node = node.setdefault(_atom(character), {})
                if rest:
                    node = node.setdefault(_source((rest,)), {})
                node[""] = {}
    return rf"(?<!\w){_alternatives(trie)}(?!\w)" if trie else "(?!)"


def compile_phrases(phrases: Iterable[str], lists: Lists | None = None) -> regex.Pattern[str]:
    """The pattern of `to_regex`, compiled, case ignored. For few phrases: see `finder`."""
    return regex.compile(to_regex(phrases, lists), regex.IGNORECASE, cache_pattern=False)


@dataclass(frozen=True, slots=True)
class Head:
    """How matches of a phrase begin: a plain string, and what follows it, if anything does."""

    string: str
    _spelled: str = ""
    _rest: _Sequence = ()

    @property
    def whole(self) -> bool:
        """The string is all of the phrase."""
        return not self._spelled and not self._rest

    def source(self) -> str:
        """A pattern that matches the whole phrase from the string's first character on."""
        rest = _source((self._rest,)) if self._rest else ""
        return rf"{''.join(map(_atom, self._spelled))}{rest}(?!\w)"


def heads(phrase: str, lists: Lists | None = None) -> Iterator[Head]:
    """The beginnings of all that a phrase stands for, for finding phrases fast."""
    for option in _read(phrase, lists):
        spelled, rest = _split(option)
        for string in dict.fromkeys(_spell(spelled)):
            plain, star, _ = string.partition("*")
            yield Head(plain.strip(), string, rest) if star or rest else Head(plain.strip())


_Trie = dict[str, "_Trie"]


def _alternatives(trie: _Trie) -> str:
    branches = [atom + (_alternatives(rest) if rest else "") for atom, rest in trie.items() if atom]
    if not branches:
        return ""
    optional = "?" if "" in trie else ""
    if len(branches) == 1 and not optional:
        return branches[0]
    return f"(?:{'|'.join(branches)}){optional}"


def _atom(character: str) -> str:
    return _ATOMS.get(character) or regex.escape(character)


def _split(sequence: _Sequence) -> tuple[_Sequence, _Sequence]:
    """The first pieces, as far as they are few when spelled out, and the rest."""
    count = 1
    for index, piece in enumerate(sequence):
        count *= _count(piece.options) if isinstance(piece, _Choice) else 1
        if count > SPELLED and index:
            return sequence[:index], sequence[index:]
    return sequence, ()


def _strings(options: tuple[_Sequence, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s for o in options for s in _spell(o) if s))


def _spell(sequence: _Sequence) -> list[str]:
    """Every string a sequence stands for; spaces at its ends stay."""
    pieces = [
        [piece] if isinstance(piece, str) else [s for o in piece.options for s in _spell(o)]
        for piece in sequence
    ]
    return ["".join(parts) for parts in product(*pieces)]


def _count(options: tuple[_Sequence, ...]) -> int:
    return sum(
        prod(_count(piece.options) for piece in option if isinstance(piece, _Choice))
        for option in options
    )


def _source(options: tuple[_Sequence, ...]) -> str:
    written = []
    for option in options:
        pieces = (
            "".join(map(_atom, piece.lower())) if isinstance(piece, str) else _source(piece.options)
            for piece in option
        )
        written.append("".join(pieces))
    # The longest first, so that it wins; an empty side last.
    return f"(?:{'|'.join(sorted(written, key=len, reverse=True))})"


def _read(phrase: str, lists: Lists | None) -> tuple[_Sequence, ...]:
    options = _parse(phrase)
    if lists is not None and "<" in phrase:
        options = _opened(options, lists, ())
    return options


def _opened(
    options: tuple[_Sequence, ...], lists: Lists, outer: tuple[str, ...]
) -> tuple[_Sequence, ...]:
    """The same with every named list in its place."""

    def open_(piece: str | _Choice) -> str | _Choice:
        if isinstance(piece, _Choice):
            return _Choice(_opened(piece.options, lists, outer))
        if not _LIST.fullmatch(piece):
            return piece
        name = piece[1:-1]
        if name in outer:
            raise PhraseError(f"the list “{name}” contains itself")
        inner = (_opened(_parse(p), lists, (*outer, name)) for p in lists(name))
        return _Choice(tuple(option for each in inner for option in each))

    return tuple(tuple(open_(piece) for piece in option) for option in options)


def _texts(sequence: _Sequence) -> Iterator[str]:
    for piece in sequence:
        if isinstance(piece, str):
            yield piece
        else:
            for option in piece.options:
                yield from _texts(option)


@lru_cache(maxsize=20_000)
def _parse(phrase: str) -> tuple[_Sequence, ...]:
    """A phrase's structure; named lists stay names."""
    if not _STRUCTURE.search(phrase):
        options: tuple[_Sequence, ...] = ((" ".join(phrase.split()),),)
    else:
        tokens = [(m.group(), m.start()) for m in _TOKEN.finditer(phrase.strip())]
        options, rest = _options(tokens, 0)
        if rest < len(tokens):
            raise PhraseError("“)” without “(”", tokens[rest][1])
    if not any(any(c.isalnum() for c in text) for option in options for text in _texts(option)):
        raise PhraseError("the phrase has no word in it")
    return options


def _options(tokens: list[tuple[str, int]], index: int) -> tuple[tuple[_Sequence, ...], int]:
    """What one bracket holds, and the index of its “)” (or the end)."""
    done: list[_Sequence] = []
    current: list[str | _Choice] = []
    while index < len(tokens):
        token, offset = tokens[index]
        if token == ")":
            break
        if token == "|":
            done.append(_spaced(current))
            current = []
        elif token == "(":
            inner, close = _options(tokens, index + 1)
            if close == len(tokens):
                raise PhraseError("“(” without “)”", offset)
            current.append(_Choice(inner))
            index = close
        else:
            current.append(" " if token.isspace() else token)
        index += 1
    done.append(_spaced(current))
    return tuple(done), index


def _spaced(sequence: list[str | _Choice]) -> _Sequence:
    """Moves the space beside a choice that may be empty into its sides: “a (very|) big”."""
    result = list(sequence)
    for index, piece in enumerate(result):
        if not isinstance(piece, _Choice) or () not in piece.options:
            continue
        before = index == 0 or result[index - 1] == " "
        if before and index + 1 < len(result) and result[index + 1] == " ":
            result[index] = _Choice(tuple((*o, " ") if o else o for o in piece.options))
            result[index + 1] = ""
        elif index > 0 and result[index - 1] == " " and index + 1 == len(result):
            result[index] = _Choice(tuple((" ", *o) if o else o for o in piece.options))
            result[index - 1] = ""
    return tuple(piece for piece in result if piece != "")
