"""Reads `lists.yaml`: every word list that the layers ask a language for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import regex

from auditor.lexicon import Language
from auditor.load.shipped import shipped
from auditor.load.text import read_yaml
from auditor.schema import Key, Value, read_mapping
from auditor.yamlfile import Mapping as YamlMapping
from auditor.yamlfile import Report, Scalar, did_you_mean

GROUP = ".*"

_ROOM: dict[str, Key] = {
    "layers": Key("words", "the layers that read its lists", required=True),
    "lists": Key("node", "its lists", required=True),
}
_LIST: dict[str, Key] = {
    "holds": Key("text", "what it holds, in a sentence", required=True),
    "optional": Key("yes_no", "the layers do without it"),
    "order": Key("text", "what the order of its lines means"),
    "entries": Key("whole", "how many lines it must have", low=1),
    "names": Key("words", "what the lists of a group may be called"),
    "shape": Key("text", "a pattern that the names of a group's lists must match"),
}


@dataclass(frozen=True, slots=True)
class WordList:
    """What is asked of one word list, or of a group of lists.

    Attributes:
        name: dotted; a group's ends with “.*”.
        holds: in a sentence.
        room: the file it should lie in, without its ending.
        layers: those that read it.
        required: without it the layers are silent; of a group, one list is enough.
        order: what the order of its lines means; empty where it means nothing.
        entries: how many lines it must have, where their order is their meaning.
        names, shape: what the lists of a group may be called; a pattern in their place.
    """

    name: str
    holds: str
    room: str
    layers: tuple[str, ...]
    required: bool = True
    order: str = ""
    entries: int | None = None
    names: tuple[str, ...] = ()
    shape: str = ""

    @property
    def prefix(self) -> str:
        """What the names of a group's lists begin with; empty where it is no group."""
        return self.name[:-1] if self.name.endswith(GROUP) else ""

    def covers(self, name: str) -> bool:
        """Whether a list of that name is this one, or belongs to this group."""
        if not self.prefix:
            return name == self.name
        below = name.removeprefix(self.prefix)
        if below == name:
            return False
        return below in self.names or bool(self.shape and regex.fullmatch(self.shape, below))

    def stands_in(self, language: Language) -> bool:
        """Whether the language has it."""
        if not self.prefix:
            return self.name in language.lists
        return any(name.startswith(self.prefix) for name in language.lists)


@dataclass(frozen=True)
class WordLists:
    """All of them.

    Attributes:
        lists: by name, in the file's order.
        free: files whose lists may be called anything, for only rules read them.
    """

    lists: Mapping[str, WordList]
    free: frozenset[str]

    @property
    def houses(self) -> frozenset[str]:
        """All but the last word of each name: there a name that is not known is a mistake."""
        return frozenset(name.rpartition(".")[0] for name in self.lists)

    def find(self, name: str) -> WordList | None:
        """The list of that name, or the group it belongs to."""
        group = name.rpartition(".")[0] + GROUP
        known = self.lists.get(name) or self.lists.get(group)
        return known if known and known.covers(name) else None

    def problem(self, name: str) -> str:
        """Why no layer asks for a list of that name."""
        group = self.lists.get(name.rpartition(".")[0] + GROUP)
        if group and group.shape:
            return f"“{name}”: names below “{group.prefix[:-1]}” must fit {group.shape}"
        hint = did_you_mean(name, self._names())
        return f"unknown word list “{name}”" + (
            hint or "; no layer asks for it (lists for rules belong in style.yaml)"
        )

    def _names(self) -> Iterator[str]:
        for known in self.lists.values():
            yield from (known.prefix + n for n in known.names) if known.prefix else (known.name,)


@cache
def word_lists() -> WordLists:
    """What the layers ask for; the same for every pack, for the layers are.

    Raises:
        YamlProblems: the file is wrong.
    """
    return read_word_lists(shipped() / "rules" / "_lists" / "lists.yaml")


def read_word_lists(path: Path) -> WordLists:
    """The lists that a file describes.

    Raises:
        YamlProblems: everything that is wrong with it.
    """
    report = Report(str(path))
    root = read_yaml(path)
    found: dict[str, WordList] = {}
    free: set[str] = set()
    if not isinstance(root, YamlMapping):
        report.add(root or (1, 1), "the file maps rooms to layers and lists")
        root = YamlMapping({}, {}, 1, 1)
    for room, node in root.items():
        values = read_mapping(node, _ROOM, report, f"room “{room.value}”")
        layers, lists = values.get("layers"), values.get("lists")
        if not isinstance(layers, tuple) or not isinstance(lists, YamlMapping):
            continue
        if not lists.entries:
            free.add(room.value)
        for key, entry in lists.items():
            plain = isinstance(entry, Scalar)
            told: dict[str, Value] = {}
            if isinstance(entry, Scalar):
                told["holds"] = entry.value
            else:
                told = read_mapping(entry, _LIST, report, f"“{key.value}”")
            if not plain and key.value.endswith(GROUP) and not {"names", "shape"} & told.keys():
                report.add(key, f"the group “{key.value}” has neither names nor shape")
            found[key.value] = _word_list(key.value, room.value, layers, told)
    report.raise_if_any()
    return WordLists(found, frozenset(free))


def _word_list(name: str, room: str, layers: tuple[str, ...], told: dict[str, Value]) -> WordList:
    entries, names = told.get("entries"), told.get("names", ())
    return WordList(
        name=name,
        holds=str(told.get("holds", "")),
        room=room,
        layers=layers,
        required=not told.get("optional"),
        order=str(told.get("order", "")),
        entries=entries if isinstance(entries, int) else None,
        names=names if isinstance(names, tuple) else (),
        shape=str(told.get("shape", "")),
    )


def missing_lists(language: Language) -> tuple[WordList, ...]:
    """The required lists that a language lacks, in the order of `lists.yaml`."""
    known = word_lists().lists.values()
    return tuple(k for k in known if k.required and not k.stands_in(language))
