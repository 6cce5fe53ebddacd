"""A misspelt surname is the same person, and is told; a likely other name is not."""

from __future__ import annotations

import pytest
from conftest import article

from auditor.engine.rule import Pack
from auditor.layers.analysis import LazyAnalysis

TEXT = (
    "“The harbour opens on Monday,” said Ines Marquesa, who runs it. Marquesa came in 2019.\n\n"
    "“Nobody will be turned away,” {odd} added.\n"
)


def people(pack: Pack, odd: str) -> list[tuple[str | None, str | None]]:
    analysis = LazyAnalysis(article(TEXT.format(odd=odd)), pack.lexicon)
    return [(s.name, s.misspelt) for s in analysis.layer("sources")]


@pytest.mark.parametrize("odd", ["Marqeusa", "Marqesa", "Marquuesa", "Marquasa", "Ines Marqeusa"])
def test_a_slip_is_told_and_makes_no_second_source(pack: Pack, odd: str) -> None:
    assert people(pack, odd) == [("Ines Marquesa", odd)]


@pytest.mark.parametrize("odd", ["Marques", "Rita Marqeusa", "Tarquesa", "Marcuessa"])
def test_another_name_stays_another_person(pack: Pack, odd: str) -> None:
    assert [misspelt for _, misspelt in people(pack, odd)] == [None, None]
