"""Reads every word list of a pack into one Lexicon."""

from __future__ import annotations

from pathlib import Path

from auditor.lexicon import Agency, Language, Lexicon
from auditor.load.agencies import load_agencies
from auditor.load.institutions import load_institutions
from auditor.load.languages import load_languages


def load_lexicon(*folders: Path) -> Lexicon:
    """The lists below the folders (each a pack's `_lists`), later ones added to earlier.

    A list that two folders have is joined; an agency with the id of an earlier one takes
    its place.

    Raises:
        YamlProblems: every fault of every file.
    """
    languages: dict[str, Language] = {}
    agencies: dict[str, Agency] = {}
    institutions: dict[str, None] = {}
    for folder in folders:
        if (folder / "languages").is_dir():
            for code, language in load_languages(folder / "languages").items():
                languages[code] = _joined(languages.get(code), language)
        agencies |= {a.id: a for a in load_agencies(folder / "agencies.yaml")}
        institutions |= dict.fromkeys(load_institutions(folder / "institutions.yaml"))
    return Lexicon(languages, tuple(agencies.values()), tuple(institutions))


def _joined(old: Language | None, new: Language) -> Language:
    if old is None:
        return new
    lists = dict(old.lists)
    for name, phrases in new.lists.items():
        lists[name] = tuple(dict.fromkeys((*lists.get(name, ()), *phrases)))
    return Language(old.code, old.name, lists, new.weights or old.weights)
