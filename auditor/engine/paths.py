"""Reads the names in a rule: attributes, dotted paths, placeholders."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.engine.conditions import Path
from auditor.vocabulary import VOCABULARY, Attribute
from auditor.yamlfile import did_you_mean


class NameProblem(Exception):
    """A name that does not exist; `offset` is its place in the path, in code points."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.offset = offset


def read_path(dotted: str, layer: str, groups: Iterable[str] = ()) -> Path:
    """The path that `dotted` names from an item of `layer` on.

    Raises:
        NameProblem: an attribute the layer does not have, or a path that goes on
            behind something that leads nowhere.
    """
    found: list[Attribute] = []
    names = dotted.split(".")
    known = VOCABULARY[layer]
    where = f"layer “{layer}”"
    offset = 0
    for index, name in enumerate(names):
        if name not in known:
            hint = did_you_mean(name, known)
            if ":" in name:  # {kind:wire}
                hint = "; a space belongs behind the colon"
            message = f"{where} has no attribute “{name}”{hint}"
            raise NameProblem(message, offset)
        attribute = known[name]
        found.append(attribute)
        rest = names[index + 1 :]
        offset += len(name) + 1
        if attribute.kind == "groups":
            return Path(tuple(found), _group(rest, groups, offset))
        if not rest:
            break
        if attribute.kind == "link":
            known, where = VOCABULARY[attribute.layer], f"layer “{attribute.layer}”"
        elif attribute.kind == "record":
            known, where = dict(attribute.fields), f"“{name}”"
        else:
            raise NameProblem(f"nothing can follow “{name}”, which is {called(attribute)}", offset)
    return Path(tuple(found))


def _group(rest: list[str], groups: Iterable[str], offset: int) -> str:
    known = tuple(groups)
    if len(rest) != 1:
        raise NameProblem("name one group of the pattern: groups.name", offset)
    if rest[0] not in known:
        message = f"the pattern has no group “{rest[0]}”{did_you_mean(rest[0], known)}"
        raise NameProblem(message, offset)
    return rest[0]


def called(attribute: Attribute) -> str:
    """What an attribute is, for messages."""
    return {
        "words": "a word",
        "text": "text",
        "yes_no": "yes or no",
        "number": "a number",
        "date": "a date",
        "link": "a link",
        "list": "a list",
        "record": "a group of numbers",
        "groups": "the pattern's groups",
    }[attribute.kind]
