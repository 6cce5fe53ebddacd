"""Reads the registry of news agencies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast, get_args

import regex

from auditor.lexicon import Agency, Control
from auditor.load.text import read_yaml
from auditor.yamlfile import Mapping, Node, Report, Scalar, Sequence

KINDS = ("news_agency", "broadcaster_or_newspaper", "press_release_wire")

_REQUIRED = ("name", "kind", "control", "basis", "verified")
_LISTS = ("names", "ambiguous", "domains", "credit_forms")
_KEYS = (*_REQUIRED, *_LISTS, "country", "note")
_WORDS = {"kind": KINDS, "control": get_args(Control), "verified": ("yes", "no")}
_COUNTRY = regex.compile(r"[A-Z]{2}")
_HAS_LETTER = regex.compile(r"\p{L}")


def load_agencies(path: Path) -> tuple[Agency, ...]:
    """Every agency of the registry, in the file's order; none where there is no file.

    Raises:
        YamlProblems: every fault of the file: an unknown key or word (with the nearest
            valid one), something missing, or a name that two agencies bear.
    """
    if not path.exists():
        return ()
    report = Report(str(path))
    root = read_yaml(path)
    agencies = tuple(_agencies(root, report))
    report.raise_if_any()
    return agencies


def _agencies(root: Node | None, report: Report) -> Iterator[Agency]:
    if not isinstance(root, Mapping) or not isinstance(root.get("agencies"), Mapping):
        report.add(root or (1, 1), "the registry is a mapping with the key “agencies”")
        return
    for key in root.keys.values():
        if key.value != "agencies":
            report.unknown(key, "key", key.value, ("agencies",))
    bearers: dict[str, Scalar] = {}
    for key, node in cast(Mapping, root.get("agencies")).items():
        if not isinstance(node, Mapping):
            report.add(node, f"“{key.value}” must be a mapping")
            continue
        _check(key, node, report)
        for name in _strings(node, "names", report):
            bearer = bearers.setdefault(name.value, key)
            if bearer is not key:
                report.add(name, f"“{name.value}” is a name of “{bearer.value}” already")
        if len(report.problems) == 0:
            yield _agency(key.value, node, report)


def _check(key: Scalar, node: Mapping, report: Report) -> None:
    for entry in node.keys.values():
        if entry.value not in _KEYS:
            report.unknown(entry, "key", entry.value, _KEYS)
    for missing in _REQUIRED:
        if missing not in node.entries:
            report.add(key, f"“{key.value}” has no “{missing}”")
    for name, value in node.items():
        if name.value in _LISTS:
            for form in _strings(node, name.value, report):
                if not _HAS_LETTER.search(form.value):
                    report.add(form, f"“{form.value}” has no letter in it")
        elif name.value not in _KEYS:
            continue
        elif not isinstance(value, Scalar):
            report.add(value, f"“{name.value}” must be one word or text")
        elif name.value in _WORDS and value.value not in _WORDS[name.value]:
            report.unknown(value, f"word for {name.value}", value.value, _WORDS[name.value])
        elif name.value == "country" and not _COUNTRY.fullmatch(value.value):
            report.add(value, f"“{value.value}” is no two-letter country code")
    if not any(form in node.entries for form in ("names", "ambiguous", "credit_forms")):
        report.add(key, f"“{key.value}” has no form to find it by: give names")


def _agency(identifier: str, node: Mapping, report: Report) -> Agency:
    def words(name: str) -> tuple[str, ...]:
        return tuple(s.value for s in _strings(node, name, report))

    def one(name: str) -> str:
        value = node.get(name)
        return value.value if isinstance(value, Scalar) else ""

    return Agency(
        id=identifier,
        name=one("name"),
        country=one("country"),
        kind=one("kind"),
        control=cast(Control, one("control")),
        names=words("names"),
        ambiguous=words("ambiguous"),
        domains=words("domains"),
        credit_forms=words("credit_forms"),
        basis=one("basis"),
        verified=one("verified") == "yes",
        note=one("note"),
    )


def _strings(node: Mapping, name: str, report: Report) -> list[Scalar]:
    value = node.get(name)
    if value is None:
        return []
    if not isinstance(value, Sequence):
        report.add(value, f"“{name}” must be a list")
        return []
    for item in value.items:
        if not isinstance(item, Scalar):
            report.add(item, f"“{name}” holds words only")
    return [item for item in value.items if isinstance(item, Scalar)]
