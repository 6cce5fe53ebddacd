"""`extends`: a house rule takes a shipped rule's place.

Keys it gives replace those of the shipped rule; `examples` and `except` add to them, and an
example with the same text replaces the shipped one. What is taken over is placed where
`extends` stands, so that every problem points into the house rule's own file.
"""

from __future__ import annotations

from auditor.yamlfile import Mapping, Node, Scalar, Sequence

ADDED = ("examples", "except")


def extended(base: Mapping, house: Mapping) -> Mapping:
    """The house rule with everything it takes over, `extends` left out."""
    anchor = house.keys["extends"]
    entries = {k: placed(v, anchor) for k, v in base.entries.items()}
    keys = {k: placed_key(v, anchor) for k, v in base.keys.items()}
    languages = [
        key for rule in (base, house) for key in getattr(rule.get("examples"), "entries", ())
    ]
    # The three ways to select exclude one another: a new one drops the old.
    if {"select", "phrases", "pattern"} & house.entries.keys():
        for name in ("select", "phrases", "pattern"):
            entries.pop(name, None)
    for key, value in house.items():
        if key.value == "extends":
            continue
        old = entries.get(key.value)
        joined = old is not None and key.value in ADDED
        if key.value == "except" and old is not None and type(old) is not type(value):
            old, value = _spread(old, languages), _spread(value, languages)
        entries[key.value] = _joined(old, value) if joined and old is not None else value
        keys[key.value] = key
    return Mapping(entries, {k: keys[k] for k in entries}, house.line, house.column)


def placed(node: Node, anchor: Scalar) -> Node:
    """The same node, as if it stood where `anchor` stands."""
    if isinstance(node, Scalar):
        return placed_key(node, anchor)
    if isinstance(node, Sequence):
        return Sequence(tuple(placed(n, anchor) for n in node.items), anchor.line, anchor.column)
    entries = {k: placed(v, anchor) for k, v in node.entries.items()}
    keys = {k: placed_key(v, anchor) for k, v in node.keys.items()}
    return Mapping(entries, keys, anchor.line, anchor.column)


def placed_key(key: Scalar, anchor: Scalar) -> Scalar:
    return Scalar(key.value, anchor.line, anchor.column, key.style, exact=False)


def _joined(old: Node, new: Node) -> Node:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        entries = dict(old.entries)
        for key, value in new.items():
            before = entries.get(key.value)
            entries[key.value] = value if before is None else _joined(before, value)
        return Mapping(entries, {**old.keys, **new.keys}, new.line, new.column)
    if isinstance(old, Sequence) and isinstance(new, Sequence):
        texts = {_text(n) for n in new.items}
        kept = tuple(n for n in old.items if _text(n) not in texts)
        return Sequence((*kept, *new.items), new.line, new.column)
    return new


def _spread(node: Node, languages: list[str]) -> Node:
    """One list for all languages, written out by language."""
    if not isinstance(node, Sequence):
        return node
    keys = {code: Scalar(code, node.line, node.column, exact=False) for code in languages}
    return Mapping(dict.fromkeys(languages, node), keys, node.line, node.column)


def _text(node: Node) -> str:
    """An example's text, marks aside; a phrase itself."""
    if isinstance(node, Mapping):
        texts = [v.value for k, v in node.items() if k.value != "given" and isinstance(v, Scalar)]
        return " ".join("".join(texts).replace("[[", "").replace("]]", "").split())
    return node.value if isinstance(node, Scalar) else ""
