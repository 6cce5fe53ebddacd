"""The registry of agencies: what ships is whole, what is wrong is named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.lexicon import Agency
from auditor.load.agencies import load_agencies
from auditor.load.shipped import shipped
from auditor.yamlfile import YamlProblems

ENTRY = """agencies:
  ferry:
    name: Ferry News
    country: NO
    kind: news_agency
    control: private
    names: [Ferry News]
    ambiguous: [FN]
    domains: [ferry.example]
    credit_forms: ['(FN)']
    basis: Owned by its readers
    verified: yes
"""


def load(folder: Path, text: str) -> tuple[Agency, ...]:
    path = folder / "agencies.yaml"
    path.write_text(text, encoding="utf-8")
    return load_agencies(path)


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(YamlProblems) as caught:
        load(folder, text)
    return [f"{p.line}:{p.column}: {p.message}" for p in caught.value.problems]


@pytest.fixture(scope="module")
def agencies() -> dict[str, Agency]:
    return {a.id: a for a in load_agencies(shipped() / "rules" / "_lists" / "agencies.yaml")}


def test_an_entry_is_read_as_written(tmp_path: Path) -> None:
    assert load(tmp_path, ENTRY) == (
        Agency(
            id="ferry",
            name="Ferry News",
            country="NO",
            kind="news_agency",
            control="private",
            names=("Ferry News",),
            ambiguous=("FN",),
            domains=("ferry.example",),
            credit_forms=("(FN)",),
            basis="Owned by its readers",
            verified=True,
        ),
    )


def test_a_pack_without_registry_has_no_agencies(tmp_path: Path) -> None:
    assert load_agencies(tmp_path / "agencies.yaml") == ()


def test_all_faults_are_named_at_once_with_the_nearest_word(tmp_path: Path) -> None:
    text = (
        ENTRY.replace("private", "privat")
        .replace("domains:", "domain:")
        .replace("NO", "Norway")
        .replace("    basis: Owned by its readers\n", "")
    )
    assert problems(tmp_path, text) == [
        "2:3: “ferry” has no “basis”",
        "4:14: “Norway” is no two-letter country code",
        "6:14: unknown word for control “privat”; did you mean “private”?",
        "9:5: unknown key “domain”; did you mean “domains”?",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- ferry\n", "1:1: the registry is a mapping with the key “agencies”"),
        ("agencies:\n  ferry: news\n", "2:10: “ferry” must be a mapping"),
        (ENTRY.replace("[Ferry News]", "Ferry News"), "7:12: “names” must be a list"),
        (ENTRY.replace("[FN]", "['—']"), "8:17: “—” has no letter in it"),
        (ENTRY.replace("verified: yes", "verified: maybe"),
         "12:15: unknown word for verified “maybe”; known: no, yes"),
        (
            "\n".join(
                line for line in ENTRY.splitlines()
                if not line.strip().startswith(("names", "ambiguous", "credit_forms"))
            ),
            "2:3: “ferry” has no form to find it by: give names",
        ),
    ],
)  # fmt: skip
def test_a_fault_is_named(tmp_path: Path, text: str, problem: str) -> None:
    assert problem in problems(tmp_path, text)


def test_two_agencies_cannot_bear_one_name(tmp_path: Path) -> None:
    second = ENTRY.removeprefix("agencies:\n").replace("  ferry:", "  boat:")
    assert problems(tmp_path, ENTRY + second) == [
        "18:13: “Ferry News” is a name of “ferry” already"
    ]


def test_the_shipped_registry_is_whole(agencies: dict[str, Agency]) -> None:
    assert len(agencies) >= 168
    assert all(a.basis and (a.names or a.ambiguous or a.credit_forms) for a in agencies.values())
    assert agencies["tass"].control == "state_controlled"
    assert agencies["antara"].control == "state_owned_captured"
    assert agencies["yonhap"].control == "public_service"
    assert agencies["reuters"].control == "private"


def test_everyday_words_are_no_plain_names(agencies: dict[str, Agency]) -> None:
    plain = {name for a in agencies.values() for name in a.names}
    everyday = "AP PA AA APA TT UNI RSS Antara Bernama Trend Beta MAP TAP SPA Lusa Kabar Petra RIA"
    assert plain.isdisjoint(everyday.split())
    assert not any(name.isascii() and name.islower() and len(name) < 6 for name in plain)
