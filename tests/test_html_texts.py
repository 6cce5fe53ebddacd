"""The texts of the pages are data: all of them, in any language, with their places."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from html_articles import harbour
from html_fixture import run
from html_tree import LOOK, REPORTS

from auditor.load.look import load_look
from auditor.writers.html import article_page
from auditor.yamlfile import YamlProblems


def test_no_text_of_the_page_stands_in_a_template() -> None:
    for name, source in LOOK.templates.items():
        source = re.sub(r"{% block (kind|skip) %}\w*{% endblock %}", "", source)  # no texts
        markup = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", source, flags=re.S)
        visible = re.sub(r'<[^>]*>|[\w-]+="[^"]*"', " ", markup)
        assert not re.findall(r"[A-Za-z]{2,}", visible), name


def test_every_text_the_templates_name_is_in_the_catalogue() -> None:
    for name, source in LOOK.templates.items():
        for key in re.findall(r'\bt\("([\w.]+)"[,)]', source):
            assert key in LOOK.strings, f"{name}: {key}"
        for key in re.findall(r't\.count\("([\w.]+)"', source):
            assert {f"{key}.one", f"{key}.other"} <= set(LOOK.strings), f"{name}: {key}"


def test_another_language_falls_back_on_english(tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "reports"
    shutil.copytree(REPORTS, folder)
    (folder / "strings" / "id.yaml").write_text("verdict:\n  revise: Perbaiki dahulu.\n")
    text = article_page(run(), harbour(), load_look(folder, "id"))
    assert '<html lang="id">' in text and "Perbaiki dahulu." in text and "Quotations" in text


def test_a_broken_file_of_texts_is_told_with_its_place(tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "reports"
    shutil.copytree(REPORTS, folder)
    (folder / "strings" / "en.yaml").write_text("brand: x\nnav: [a, b]\n")
    with pytest.raises(YamlProblems, match=r"en\.yaml:2:\d+: “nav” must be a text"):
        load_look(folder)
