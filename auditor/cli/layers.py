"""`auditor layers`: the vocabulary of the rule language."""

from __future__ import annotations

import argparse

from auditor.cli.say import complain, say
from auditor.items import RECORDS
from auditor.vocabulary import VOCABULARY, Attribute
from auditor.yamlfile import did_you_mean


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "layers",
        help="print what rules may look at",
        description="Prints the layers of an article, with the attributes that rules may test.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "layer", nargs="*", default=[], help="layers to print; all where none is named"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Prints each layer with its attributes, types and meanings."""
    for name in options.layer:
        if name not in VOCABULARY:
            complain(f"no layer “{name}”{did_you_mean(name, VOCABULARY)}")
            return 2
    for layer in options.layer or VOCABULARY:
        summary = (RECORDS[layer].__doc__ or "").split("\n\n")[0]
        say(f"{layer}: {' '.join(summary.split())}")
        for attribute in sorted(VOCABULARY[layer].values(), key=lambda a: a.derived):
            say(f"  {attribute.name:16} {typed(attribute):28} {attribute.doc}")
            for inner in attribute.fields.values():
                say(f"    .{inner.name:13} {typed(inner):28} {inner.doc}")
            if attribute.values:
                say(f"  {'':16} one of: {', '.join(attribute.values)}")
        say("")
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
