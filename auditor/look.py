"""The look of the reports: templates, style, script and texts, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Look:
    """Everything that is seen of a report and is not the article.

    Compared by identity, so that what is compiled from it can be kept beside it.

    Attributes:
        templates: Jinja2 sources by name ("article.html", "parts/note.html").
        style: the style sheet of every page.
        script: the script of every page.
        strings: UI texts by dotted name ("verdict.publish"), with {placeholders}.
        language: the code of those texts.
    """

    templates: Mapping[str, str]
    style: str
    script: str
    strings: Mapping[str, str]
    language: str = "en"
