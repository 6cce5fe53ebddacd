"""Marks without end take time in proportion to their number, not to its square."""

from __future__ import annotations

import time

import pytest
from conftest import article

import auditor
from auditor.engine.rule import Pack

PLAIN = "The warden opened the lock on Monday and let the barges through before the rain came. " * 4


@pytest.mark.parametrize(
    "piece",
    [
        '"' * 8,
        "\"'" * 4,
        '“"‘«„' * 2,
        'oar "oar ' * 4,
        'oar "oar" said he. ',
        "“Row,” said Ann Reed.\n\n",
        "‘row,’ said Bob. ",
    ],
)
def test_four_times_the_marks_take_about_four_times_as_long(pack: Pack, piece: str) -> None:
    def took(times: int) -> float:
        given = article(f"{PLAIN}\n\n{piece * times}\n\n{PLAIN}")
        begun = time.process_time()
        auditor.audit(given, pack)
        return time.process_time() - begun

    took(5)
    assert took(1000) < 9 * min(took(250), took(250))
