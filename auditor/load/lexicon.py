"""Reads every word list of a pack into one Lexicon."""

from __future__ import annotations

from pathlib import Path

from auditor.lexicon import Lexicon
from auditor.load.agencies import load_agencies
from auditor.load.institutions import load_institutions
from auditor.load.languages import load_languages


def load_lexicon(folder: Path) -> Lexicon:
    """The lists below `folder` (a pack's `_lists`).

    Raises:
        YamlProblems: every fault of every file.
    """
    return Lexicon(
        languages=load_languages(folder / "languages"),
        agencies=load_agencies(folder / "agencies.yaml"),
        institutions=load_institutions(folder / "institutions.yaml"),
    )
