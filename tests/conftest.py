"""What tests share: the shipped pack and a way to audit a text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from auditor import load_pack
from auditor.article import Article
from auditor.auditing import audit
from auditor.config import Config
from auditor.engine.rule import Pack
from auditor.findings import Audit
from auditor.readers import read

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "tests" / "articles" / "samples"

settings.register_profile(
    "project", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("project")


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack()


def article(text: str, *, name: str = "article.txt", language: str | None = "en") -> Article:
    """An article from text, as if it were a file."""
    data = text.encode("utf-8", "surrogatepass")
    return read(data, path=name, identify=lambda _: None, language=language, max_bytes=10**7)


@pytest.fixture
def audited(pack: Pack) -> Callable[..., Audit]:
    """Audits a text with the shipped pack."""

    def run(text: str, config: Config | None = None, **options: object) -> Audit:
        return audit(article(text, **options), pack, config)  # type: ignore[arg-type]

    return run
