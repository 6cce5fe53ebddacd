"""`auditor rules`: check, test, list and show."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from auditor.article import Article
from auditor.cli.options import RULES, file_name, one_of
from auditor.cli.say import complain, say
from auditor.config import KEYS
from auditor.engine.examples import Analyse, fails
from auditor.engine.parse_rule import slow_patterns
from auditor.engine.rule import Example, Pack, Rule
from auditor.engine.rule_schema import rule_schema
from auditor.layers.analysis import LazyAnalysis
from auditor.load.pack import PACK_KEYS, load_pack
from auditor.schema import mapping_schema
from auditor.yamlfile import did_you_mean

ACTIONS = ("check", "test", "list", "show", "schema")
DESCRIPTION = """\
Checks, tests, lists or shows rules.

  check   read the rules and say whatever is wrong in them
  test    run the examples in the rules and say which fail
  list    print a line for each rule: severity, languages, name, title
  show    print the rules as they are written
  schema  print the JSON Schema of “rule”, “pack” or “config”, with which
          editors complete and check what you write"""
EXIT_CODES = """\
exit codes:
  0  all is well
  1  an example fails
  2  a rule cannot be read, or wrong usage"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "rules",
        help="check, test, list or show rules",
        description=DESCRIPTION,
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "action", type=one_of(ACTIONS), choices=ACTIONS, help="what to do; see above"
    )
    parser.add_argument(
        "rule",
        nargs="*",
        default=[],
        metavar="RULE",
        help="a rule (dates/weekday-mismatch) or a category (dates); without it, all",
    )
    parser.add_argument("--rules", type=file_name, metavar="FOLDER", help=RULES)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exit code: 0 all is well, 1 an example fails, 2 a rule cannot be read."""
    if options.action == "schema":
        return schema(options.rule or ["rule"])
    pack = load_pack(options.rules)
    wanted = chosen(pack, options.rule)
    if wanted is None:
        return 2
    return {"check": check, "test": test, "list": listing, "show": show}[options.action](
        pack, wanted
    )


def chosen(pack: Pack, names: list[str]) -> list[Rule] | None:
    """The rules that are named; None where a name is unknown, which is said."""
    known = {r.id for r in pack.rules} | {c.id for c in pack.categories}
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or "; “auditor rules list” names them all"
            complain(f"no rule or category “{name}”{hint}")
            return None
    return [r for r in pack.rules if not names or r.id in names or r.category in names]


def check(pack: Pack, rules: list[Rule]) -> int:  # noqa: ARG001
    """Loading has checked everything already; what is left are warnings."""
    for rule in rules:
        for warned in slow_patterns(rule):
            say(f"{warned.path}:{warned.line}:{warned.column}: warning: {warned.message}")
    say(f"{len(rules)} rules are in order.")
    return 0


def test(pack: Pack, rules: list[Rule]) -> int:
    """Runs every example and says which fail, with file and line."""

    def analyse(article: Article, words: int | None) -> LazyAnalysis:
        return LazyAnalysis(article, pack.lexicon, words=words)

    failed = total = 0
    for rule in rules:
        for example in rule.examples:
            total += 1
            problem = _fails(rule, example, analyse)
            if problem:
                failed += 1
                place = f"{Path(rule.path)}:{example.line}:{example.column}"
                say(f"{place}: {rule.id} ({example.language}): {problem}")
    if failed:
        say(f"{failed} of {total} examples fail.")
        return 1
    say(f"{total} examples of {len(rules)} rules do as they say.")
    return 0


def _fails(rule: Rule, example: Example, analyse: Analyse) -> str | None:
    """What is wrong; a rule that breaks, or runs too long, stops no other."""
    try:
        return fails(rule, example, analyse)
    except TimeoutError:
        return "the pattern runs too long; make it simpler"
    except Exception as error:
        return f"the rule broke ({type(error).__name__}: {error})"


def listing(pack: Pack, rules: list[Rule]) -> int:
    """A line each: severity, languages, id, title."""
    rows = [
        ("/".join(dict.fromkeys(rule.severities)), ",".join(rule.languages), rule.id, rule.title)
        for rule in rules
    ]
    wide = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    for severity, languages, name, title in rows:
        say(f"{severity:{wide[0]}}  {languages:{wide[1]}}  {name:{wide[2]}}  {title}")
    say(f"{len(rules)} rules, pack {pack.name} {pack.version}")
    return 0


def show(pack: Pack, rules: list[Rule]) -> int:  # noqa: ARG001
    """Each rule as its author wrote it."""
    for rule in rules:
        say(f"# {rule.id} ({rule.path})")
        say(Path(rule.path).read_text(encoding="utf-8"))
    return 0


def schema(names: list[str]) -> int:
    """Prints one JSON Schema."""
    schemas: dict[str, Callable[[], dict[str, Any]]] = {
        "rule": rule_schema,
        "pack": lambda: mapping_schema(PACK_KEYS, "auditor pack"),
        "config": lambda: mapping_schema(KEYS, "auditor configuration"),
    }
    if len(names) != 1 or names[0] not in schemas:
        complain(f"name one of {', '.join(schemas)}")
        return 2
    say(json.dumps(schemas[names[0]](), indent=1, ensure_ascii=False))
    return 0
