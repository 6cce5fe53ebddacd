"""Finding articles and sharing out the work."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import SAMPLES

from auditor import run as run_module
from auditor.config import Config
from auditor.engine.rule import Pack
from auditor.run import Job, audits, discover


def test_folders_are_searched_by_name_and_files_taken_as_named(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.pdf", ".hidden.txt", "sub/d.TXT", ".git/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = [os.path.relpath(p, tmp_path) for p in discover([str(tmp_path)], (".txt", ".md"))]
    assert found == ["a.md", "b.txt", "sub/d.TXT"]
    assert list(discover([str(tmp_path / "c.pdf")], (".txt",))) == [str(tmp_path / "c.pdf")]


def test_each_file_is_audited_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    named = [str(tmp_path), str(tmp_path / "a.txt"), str(tmp_path / "." / "a.txt")]
    assert list(discover(named, (".txt",))) == [str(tmp_path / "a.txt")]


def test_job_count_moves_nothing(pack: Pack) -> None:
    paths = list(discover([str(SAMPLES)], (".txt", ".md"))) * 2
    job = Job(pack, Config(), layers=())
    alone = [(r.path, r.audit and r.audit.findings) for r in audits(paths, job, 1)]
    shared = [(r.path, r.audit and r.audit.findings) for r in audits(paths, job, 2)]
    assert alone == shared


def test_a_killed_worker_costs_one_article(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = run_module.one

    def one(path: str, job: Job) -> run_module.Result:
        if path.endswith("killer.txt"):
            os._exit(9)
        return real(path, job)

    monkeypatch.setattr(run_module, "one", one)
    good = SAMPLES / "harbour-bridge-reopens.md"
    (tmp_path / "killer.txt").write_text("x")
    paths = [str(good), str(tmp_path / "killer.txt"), str(good), str(good)]
    results = list(audits(paths, Job(pack, Config(), layers=()), 2))
    assert [r.path for r in results] == paths
    assert [r.audit is None for r in results] == [False, True, False, False]
    assert "killed" in results[1].error


def test_a_pipe_in_a_folder_is_left_out_and_a_dead_link_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "dead.txt").symlink_to("nowhere")
    (tmp_path / "b.txt").write_text("x")
    found = [Path(p).name for p in discover([str(tmp_path)], (".txt",))]
    assert found == ["b.txt", "dead.txt"]


def test_a_folder_that_cannot_be_opened_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut = tmp_path / "shut"
    shut.mkdir()
    (tmp_path / "z.txt").write_text("x")
    real = os.scandir

    def scandir(path: str) -> object:
        if path == str(shut):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = list(discover([str(tmp_path)], (".txt",)))
    assert found == [str(tmp_path / "z.txt"), str(shut)]


def test_a_name_too_long_or_below_a_file_is_a_result(pack: Pack, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    named = ["n" * 5000, str(tmp_path / "a.txt" / "b.txt"), str(tmp_path / "gone.txt")]
    paths = [*discover(named, ()), str(tmp_path)]
    results = list(audits(paths, Job(pack, Config(), layers=()), 1))
    assert [r.path for r in results] == [*named, str(tmp_path)]
    assert all(r.audit is None and r.error and "broke" not in r.error for r in results)


def test_a_high_limit_costs_no_memory(pack: Pack) -> None:
    job = Job(pack, Config(max_bytes=10**20), layers=())
    (result,) = audits([str(SAMPLES / "harbour-bridge-reopens.md")], job)
    assert result.audit is not None
