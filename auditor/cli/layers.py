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
        help="print what rules can ask about an article",
        description="Prints the layers of an article (its quotes, sources, dates …) and the"
        " attributes of each that rules can test.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "layer", nargs="*", default=[], metavar="LAYER", help="a layer to print; without it, all"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Prints each layer with its attributes, types and meanings."""
    for layer in options.layer:
        if layer not in VOCABULARY:
            complain(f"no layer “{layer}”{did_you_mean(layer, VOCABULARY)}")
            return 2
    every = [a for attributes in VOCABULARY.values() for a in attributes.values()]
    name = max(len(a.name) for a in every)
    type_ = max(len(typed(a)) for a in every)
    for layer in options.layer or VOCABULARY:
        summary = (RECORDS[layer].__doc__ or "").split("\n\n")[0]
        say(f"{layer}: {' '.join(summary.split())}")
        for attribute in sorted(VOCABULARY[layer].values(), key=lambda a: a.derived):
            say(f"  {attribute.name:{name}}  {typed(attribute):{type_}}  {attribute.doc}")
            for inner in attribute.fields.values():
                say(f"    .{inner.name:{name - 3}}  {typed(inner):{type_}}  {inner.doc}")
            if attribute.values:
                say(f"  {'':{name}}  one of: {', '.join(attribute.values)}")
        say("")
    return 0


def typed(attribute: Attribute) -> str:
    """The type as the manual writes it: “link to sources, may be none”."""
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
