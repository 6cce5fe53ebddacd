"""What must not get into a page: code, addresses and styles that come with an article."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from html_articles import HOSTILE, harbour, hostile
from html_fixture import run
from html_tree import LOOK, Tree, article_text, page, squeezed

from auditor.writers.html import article_page


def test_hostile_words_stay_words() -> None:
    article = hostile()
    text = article_page(run(), article, LOOK)
    root = Tree(text).root
    assert squeezed(article_text(root)) == squeezed(HOSTILE)
    assert len(root.find("script")) == 2 and len(root.find("style")) == 1
    assert not root.find("img") and not root.find("i", style="")
    assert "{{7*7}}" in text
    assert json.loads(root.one("script", id="audit-data").text()) == article
    assert squeezed(root.one("h1").text()) == squeezed(HOSTILE)


def test_the_embedded_json_is_the_articles_object_and_cannot_end_its_element() -> None:
    article = hostile()
    text = article_page(run(), article, LOOK)
    raw = text.split('id="audit-data">')[1].split("</script>")[0]
    assert json.loads(raw) == article
    assert not re.search("[<\u2028\u2029]", raw)


@pytest.mark.parametrize("make", [harbour, hostile])
def test_no_inline_style_no_handlers_no_address_outside(make: Any) -> None:
    root = page(make())
    for node in root.all():
        assert not [a for a in node.attrs if a == "style" or a.startswith("on")], node.attrs
        for name in ("href", "src"):
            address = node.attrs.get(name, "#")
            assert address.startswith(("#", "data:image/svg+xml,")), address
    assert "url(" not in LOOK.style and "@import" not in LOOK.style


def test_the_policy_comes_before_anything_it_governs() -> None:
    head = page().one("head")
    tags = [n.tag for n in head.all()]
    policy = head.one("meta", **{"http-equiv": "Content-Security-Policy"}).attrs["content"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert tags.index("meta") < tags.index("style")
