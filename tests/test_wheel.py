"""The wheel, built by way of the sdist, works in an empty environment and another folder."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES

ARGUMENTS = ["auditor", "audit", "article.txt", "--today", "2026-05-20", "--format", "json"]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of an environment that holds the wheel and its dependencies only."""
    place = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(place / "dist")]
    subprocess.run([*build, "-t", "sdist"], cwd=ROOT, check=True, capture_output=True)
    (sdist,) = (place / "dist").glob("*.tar.gz")
    subprocess.run(["tar", "xf", sdist, "-C", place], check=True)
    (source,) = (p for p in place.iterdir() if p.name.startswith("auditor-"))
    subprocess.run([*build, "-t", "wheel"], cwd=source, check=True, capture_output=True)
    (wheel,) = (place / "dist").glob("*.whl")
    venv.create(place / "env", with_pip=True)
    binaries = place / "env" / "bin"
    pip = [binaries / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    locked = ["--require-hashes", "-r", ROOT / "requirements" / "run.txt"]
    subprocess.run([*pip, *locked], check=True)
    subprocess.run([*pip, "--no-deps", wheel], check=True)
    return binaries


def test_the_wheel_audits_in_another_folder(installed: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_bytes((SAMPLES / "dam-report-leaked.txt").read_bytes())
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        [installed / ARGUMENTS[0], *ARGUMENTS[1:]],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    here = subprocess.run(
        [sys.executable, "-m", *ARGUMENTS],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.stdout == here.stdout


def test_the_wheel_writes_reports(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [
            installed / "auditor",
            *f"audit --format html --output out --fail-on none {SAMPLES}".split(),
        ],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "out" / "a").glob("*.html"))) == 6
