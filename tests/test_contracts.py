"""The arrows between packages, and that the core stays pure."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

LIMIT = 450
"""Lines of one Python file; a longer one holds more than one idea."""


def test_the_import_contracts_hold() -> None:
    script = Path(sys.executable).parent / "lint-imports"
    if not script.exists():
        pytest.skip("import-linter is not installed")
    done = subprocess.run([script, "--no-cache"], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()


def test_files_are_short() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): count
        for path in (ROOT / "auditor").rglob("*.py")
        if (count := len(path.read_text("utf-8").splitlines())) > LIMIT
    }
    assert not long


def test_the_library_is_three_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The mayor resigned. " * 40)
    code = (
        "import auditor; pack = auditor.load_pack();"
        f"result = auditor.audit(auditor.read({str(path)!r}), pack);"
        "print(result.verdict, result.score)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    verdict, score = done.stdout.split()
    assert verdict in (b"publish", b"revise")
    assert 0 <= int(score) <= 1000


def test_importing_the_package_alone_loads_nothing() -> None:
    code = "import auditor, sys; print(sum(m.startswith('auditor.') for m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert int(done.stdout) == 0
