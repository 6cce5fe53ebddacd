"""`auditor layers`: the vocabulary of the rule language."""

from __future__ import annotations

import argparse

from auditor.items import RECORDS
from auditor.vocabulary import VOCABULARY, Attribute
from auditor.yamlfile import did_you_mean


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser("layers", help="print the layers and attributes rules may test")
    parser.add_argument("layer", nargs="*", help="layers to print; all where none is named")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Prints each layer with its attributes, types and meanings."""
    for name in options.layer:
        if name not in VOCABULARY:
            raise SystemExit(f"auditor: no layer “{name}”{did_you_mean(name, VOCABULARY)}")
    for layer in options.layer or VOCABULARY:
        summary = (RECORDS[layer].__doc__ or "").split("\n\n")[0]
        print(f"{layer}: {' '.join(summary.split())}")
        for attribute in sorted(VOCABULARY[layer].values(), key=lambda a: a.derived):
            print(f"  {attribute.name:16} {typed(attribute):28} {attribute.doc}")
            for inner in attribute.fields.values():
                print(f"    .{inner.name:13} {typed(inner):28} {inner.doc}")
            if attribute.values:
                print(f"  {'':16} one of: {', '.join(attribute.values)}")
        print()
    return 0


def typed(attribute: Attribute) -> str:
    """The type as the manual writes it: “link → sources, may be none”."""
    name = {
        "yes_no": "yes or no",
        "list": f"list of {attribute.layer}",
        "link": f"link to {attribute.layer}",
        "record": "numbers",
        "groups": "groups.name",
    }.get(attribute.kind, attribute.kind)
    if attribute.many:
        name = "several words"
    return name + (", may be none" if attribute.optional else "")
