"""The one error of every reader."""

from __future__ import annotations


class Unreadable(Exception):
    """A file that cannot be read as an article.

    Attributes:
        path: the name the article would be reported under.
        reason: one sentence that names the fault and its remedy.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class Unfit(Exception):
    """What a reader raises where it does not know the path; becomes Unreadable."""
