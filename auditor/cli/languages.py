"""`auditor languages`: which languages there are, and what each still lacks."""

from __future__ import annotations

import argparse

from auditor.cli.options import RULES, file_name
from auditor.cli.say import complain, say
from auditor.engine.rule import Pack
from auditor.lexicon import Language
from auditor.load.languages import missing_lists
from auditor.load.pack import load_pack
from auditor.yamlfile import did_you_mean


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "languages",
        help="print the languages and what each still lacks",
        description="Prints the languages that articles can be audited in, and what each lacks.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "code",
        nargs="?",
        metavar="CODE",
        help="say all that this language lacks (en, id …); without it, a line for each language",
    )
    parser.add_argument("--rules", type=file_name, metavar="FOLDER", help=RULES)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exit code: 0, or 2 where there is no such language."""
    pack = load_pack(options.rules)
    languages = pack.lexicon.languages
    if options.code is None:
        table(pack)
    elif options.code in languages:
        show(languages[options.code], pack)
    else:
        hint = did_you_mean(options.code, languages)
        complain(f"no language “{options.code}”{hint}")
        return 2
    return 0


def table(pack: Pack) -> None:
    """A line each."""
    say(f"{'code':6} {'name':14} {'lists':>6} {'missing':>8} {'rules':>6}")
    for code, language in sorted(pack.lexicon.languages.items()):
        missing, lists = len(missing_lists(language)), len(language.lists)
        say(f"{code:6} {language.name:14} {lists:6} {missing:8} {rules_in(pack, code):6}")


def show(language: Language, pack: Pack) -> None:
    """What one language lacks, by file, and which layers are silent for it."""
    rules = rules_in(pack, language.code)
    say(
        f"{language.name} ({language.code}): {len(language.lists)} lists; "
        f"{rules} of {len(pack.rules)} rules have examples in it and run."
    )
    missing = missing_lists(language)
    if not missing:
        say("It has every list that a layer needs.")
        return
    say(f"{len(missing)} lists are missing:")
    room = ""
    for lacking in missing:
        if lacking.room != room:
            room = lacking.room
            say(f"  {room}.yaml")
        say(f"    {lacking.name:34} {lacking.holds}")
    silent = dict.fromkeys(layer for lacking in missing for layer in lacking.layers)
    say(f"Without them these layers are silent: {', '.join(silent)}.")


def rules_in(pack: Pack, code: str) -> int:
    """How many rules run in a language."""
    return sum(code in rule.languages for rule in pack.rules)
