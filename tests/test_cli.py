"""The command line as a newcomer and as a gate meet it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import SAMPLES

from auditor.cli import main
from auditor.config import Config
from auditor.findings import Audit
from auditor.vocabulary import VOCABULARY

GOOD = SAMPLES / "harbour-bridge-reopens.md"
BAD = SAMPLES / "dam-report-leaked.txt"


def run(*arguments: object, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "auditor", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((GOOD,), 0),
        ((BAD,), 1),
        ((GOOD, BAD), 1),
        ((BAD, "--fail-on", "none"), 0),
        ((BAD, "--fail-on", "blocking"), 1),
        ((GOOD, "--fail-on", "blocking"), 0),
        ((BAD, "--fail-under", "0"), 0),
        ((BAD, "--fail-under", "99"), 1),
        ((BAD, "--select", "dates", "--fail-on", "blocking"), 0),
        ((GOOD, "--select", "wires/no-such-rule"), 2),
        ((GOOD, "nowhere.txt"), 3),
        ((BAD, "nowhere.txt"), 1),
        ((GOOD, "--config", "nowhere.yaml"), 2),
        ((GOOD, "--format", "html"), 2),
        ((GOOD, "--rules", "nowhere"), 2),
    ],
)
def test_exit_codes(arguments: tuple[object, ...], code: int) -> None:
    assert main([str(a) for a in ("audit", *arguments)]) == code


def test_a_short_article_is_incomplete_and_has_no_score() -> None:
    done = run("audit", "-", stdin=b"The mayor resigned on Monday, she said.")
    assert done.returncode == 3
    assert b"no score, incomplete" in done.stdout
    assert b"fewer than 60 are not scored" in done.stdout


def test_an_unsupported_language_is_incomplete_never_a_hundred() -> None:
    text = (
        "Le maire a annoncé mardi que le pont serait fermé pendant trois mois pour des travaux. "
        "Les habitants du quartier ont exprimé leur inquiétude lors d'une réunion publique. "
    ) * 4
    done = run("audit", "-", "--format", "json", stdin=text.encode())
    (article,) = json.loads(done.stdout)["articles"]
    assert done.returncode == 3
    assert article["language"] == "fr"
    assert article["score"] is None
    assert article["verdict"] == "incomplete"
    assert article["reasons"] == ["There are no word lists for the language “fr”."]
    assert not article["findings"]


def test_what_cannot_be_read_is_one_clear_line_each_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\n ")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "a.txt").write_bytes(GOOD.read_bytes())
    done = run("audit", tmp_path, tmp_path / "gone.txt", "--format", "json")
    assert done.returncode == 3
    result = json.loads(done.stdout)
    assert [Path(a["path"]).name for a in result["articles"]] == ["a.txt"]
    told = done.stderr.decode().splitlines()
    assert len(told) == len(result["errors"]) == 4
    for name in ("empty.txt", "blank.txt", "binary.txt", "gone.txt"):
        assert sum(name in line for line in told) == 1


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text("max_bytes: 1000\n")
    (tmp_path / "a.txt").write_text("word " * 1000)
    done = run("audit", tmp_path / "a.txt", "--config", tmp_path / "c.yaml")
    assert done.returncode == 3
    assert b"max_bytes" in done.stderr


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    done = run("audit", tmp_path)
    assert done.returncode == 2
    shown = ", ".join(Config().suffixes)
    told = f"auditor: no article found; folders are searched for {shown}\n"
    assert done.stderr.decode() == told


def test_a_broken_configuration_names_line_column_and_the_nearest_key(tmp_path: Path) -> None:
    config = tmp_path / "c.yaml"
    config.write_text("pass_mark: 75\npas_mark: 80\nmin_words: few\n")
    done = run("audit", GOOD, "--config", config)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        f"{config}:2:1: unknown key in a configuration “pas_mark”; did you mean “pass_mark”?",
        f"{config}:3:12: “min_words” must be a whole number from 0 to 100000, not “few”",
        "auditor: 2 problems; nothing was run",
    ]


def test_the_text_shows_place_severity_rule_and_cost() -> None:
    shown = run("audit", BAD).stdout.decode()
    assert shown.startswith(f"{BAD}: ")
    assert "revise before republishing" in shown
    assert "blocking" in shown
    assert "anonymous-sourcing/no-reason-given" in shown
    assert "\x1b[" not in shown  # a pipe gets no colour


def test_terminal_output_cannot_be_hijacked(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Reportedly \x1b]0;x\x07\x1b[31m\u202etxt a source said. " + "word " * 80)
    shown = run("audit", path).stdout.decode()
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_output_goes_to_the_file_that_is_named(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "audit.json"
    done = run("audit", GOOD, "--format", "json", "--output", target)
    assert done.stdout == b""
    assert json.loads(target.read_text("utf-8"))["summary"]["articles"] == 1


def test_html_is_an_index_and_a_page_an_article(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run("audit", GOOD, BAD, "--format", "html", "--output", out, "--fail-on", "none")
    assert done.returncode == 0
    assert (out / "index.html").is_file()
    pages = sorted((out / "a").glob("*.html"))
    assert len(pages) == 2
    index = (out / "index.html").read_text("utf-8")
    assert all(f"a/{page.name}" in index for page in pages)
    assert str(out / "index.html") in done.stdout.decode()


def test_the_gate_says_what_failed_and_by_how_much() -> None:
    done = run("audit", BAD, "--fail-under", "90", "--format", "json")
    gate = json.loads(done.stdout)["gate"]
    assert gate["passed"] is False
    assert "below 90" in gate["failed"][0]
    assert gate["failed"][0] in done.stderr.decode()


def test_layers_prints_the_whole_vocabulary(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layers"]) == 0
    shown = capsys.readouterr().out
    for layer, attributes in VOCABULARY.items():
        assert f"\n{layer}: " in "\n" + shown
        assert all(f"  {name} " in shown for name in attributes)


def test_rules_list_show_and_an_unknown_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "list", "dates"]) == 0
    listed = capsys.readouterr().out
    assert "dates/weekday-mismatch" in listed
    assert "wires/" not in listed
    assert main(["rules", "show", "dates/weekday-mismatch"]) == 0
    assert "examples:" in capsys.readouterr().out
    assert main(["rules", "show", "dates/weekday-mismatsh"]) == 2
    assert "did you mean “dates/weekday-mismatch”?" in capsys.readouterr().err


def test_starting_up_imports_neither_jinja_nor_textstat() -> None:
    code = (
        "import sys; from auditor.cli import main; main(['audit', sys.argv[1]]);"
        "bad = {'jinja2', 'textstat', 'nltk', 'tqdm', 'requests'} & set(sys.modules);"
        "sys.exit(9 if bad else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(BAD)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_an_output_never_overwrites_what_is_audited(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(BAD.read_bytes())
    (tmp_path / "link.txt").symlink_to(path)
    for target in (path, tmp_path / "link.txt"):
        done = run("audit", path, "--output", target)
        assert done.returncode == 2
        assert b"would overwrite" in done.stderr
        assert path.read_bytes() == BAD.read_bytes()


def test_an_index_of_somebody_else_is_kept_and_our_own_is_written_anew(tmp_path: Path) -> None:
    html = ("--format", "html", "--fail-on", "none", "--output")
    (tmp_path / "index.html").write_text("<h1>Home</h1>")
    done = run("audit", GOOD, *html, tmp_path)
    assert done.returncode == 2
    assert b"was not written by auditor" in done.stderr
    assert (tmp_path / "index.html").read_text() == "<h1>Home</h1>"
    for _ in range(2):
        assert run("audit", GOOD, *html, tmp_path / "out").returncode == 0


def test_pages_in_a_searched_folder_are_not_audited_themselves(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD.read_bytes())
    (tmp_path / "c.yaml").write_text("suffixes: [.txt, .html]\n")
    for _ in range(2):
        done = run(
            *("audit", tmp_path, "--config", tmp_path / "c.yaml"),
            *("--format", "html", "--output", tmp_path / "out"),
        )
        assert done.returncode == 0
        assert len(list((tmp_path / "out" / "a").iterdir())) == 1


def test_an_output_appears_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "audit.json"
    target.write_text("before")

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("auditor.writers.json.article", stopped)
    assert main(["audit", str(GOOD), "--format", "json", "--output", str(target)]) == 130
    assert target.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["audit.json"]


def test_one_report_that_breaks_is_told_and_the_others_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from auditor.writers import json as writer

    real = writer.article

    def article(audit: Audit) -> dict[str, Any]:
        if audit.article.path == str(BAD):
            raise ValueError("no page")
        return real(audit)

    monkeypatch.setattr(writer, "article", article)
    target = tmp_path / "audit.json"
    arguments = ["audit", str(BAD), str(GOOD), "--fail-on", "none"]
    assert main([*arguments, "--format", "json", "--output", str(target)]) == 3
    result = json.loads(target.read_text("utf-8"))
    assert [a["path"] for a in result["articles"]] == [str(GOOD)]
    assert [e["path"] for e in result["errors"]] == [str(BAD)]
    assert "no page" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [("audit", BAD), ("rules", "list"), ("layers",)])
def test_a_full_disk_is_a_sentence(arguments: tuple[object, ...]) -> None:
    command = [sys.executable, "-m", "auditor", *map(str, arguments)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("auditor: cannot write to standard output: ")


def test_a_reader_that_leaves_early_changes_neither_work_nor_exit_code(tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-u", "-m", "auditor", "audit", str(GOOD), str(SAMPLES)]
    with subprocess.Popen(
        [*command, "--format", "html", "--output", str(out)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        _, told = process.communicate()
    assert process.returncode == 1
    assert b"Traceback" not in told
    assert (out / "index.html").is_file()


@pytest.mark.parametrize("arguments", [("audit", "--help"), ("layers",), ("rules", "list")])
def test_a_terminal_that_knows_ascii_only_is_served(arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "auditor", *arguments]
    done = subprocess.run(
        command,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == b""
    assert done.stdout.isascii()


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_closed_streams_are_no_crash(closed: str) -> None:
    command = f'"{sys.executable}" -m auditor audit "{BAD}" {closed}'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert done.returncode == 1
    assert b"Traceback" not in done.stdout + done.stderr


def test_closed_standard_input_is_told() -> None:
    command = f'"{sys.executable}" -m auditor audit - <&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert done.returncode == 3
    assert b"standard input is closed" in done.stderr


@pytest.mark.parametrize("epoch", ["soon", "9" * 20])
def test_a_wrong_build_date_is_told(
    epoch: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert main(["audit", str(GOOD)]) == 2
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


def test_whatever_breaks_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the lists are gone")

    monkeypatch.setattr("auditor.cli.audit.load_pack", broken)
    assert main(["audit", str(GOOD)]) == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert "the lists are gone" in line


def test_an_odd_name_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit", "gone\n\x1b[31m.txt"])
    (line,) = capsys.readouterr().err.splitlines()
    assert "\x1b" not in line


def test_gates_count_in_the_singular_too(tmp_path: Path) -> None:
    one = tmp_path / "one.txt"
    text = Path(BAD).read_text("utf-8")
    one.write_text(text.replace("the source added", "they added"), "utf-8")
    done = run("audit", one, "--format", "json", "--output", tmp_path / "a.json")
    assert "with 1 blocking finding\n" in done.stderr.decode()
