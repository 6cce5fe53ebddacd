"""What a page says about itself: Open Graph and other meta elements, JSON-LD, links.

Only what is stated is taken. Where two statements about the language disagree, neither is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin

from auditor.readers.html.characters import value
from auditor.readers.html.page import Page
from auditor.readers.html.scan import Place

_ISO_DAY = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?:[T ]\d|\s*\Z)")
_WEB = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"\s*[A-Za-z][A-Za-z0-9+.-]*:(?<!http:)(?<!https:)")
_SPACE = re.compile(r"\s+")
_ARTICLE_TYPE = re.compile(r"(?:.*/)?(?:\w*Article|\w*Posting|Report)\Z")
_DATES = ("article:published_time", "datepublished", "og:published_time", "parsely-pub-date")
_OLDER_DATES = (
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date.issued",
    "dcterms.issued",
    "date",
)
_TITLES = ("og:title", "twitter:title")
_LANGUAGES = ("content-language", "og:locale")
_MOST_ITEMS = 1_000


@dataclass(frozen=True, slots=True)
class About:
    """What the page states; None or empty where it does not.

    Attributes:
        titles: the places where the page's title stands, the cleanest first.
        base: the address that relative links start from.
    """

    titles: tuple[Place, ...] = ()
    published: date | None = None
    author: str | None = None
    outlet: str | None = None
    language: str | None = None
    canonical: str | None = None
    base: str = ""
    credits: tuple[str, ...] = ()


def about(page: Page) -> About:
    """Everything that the page states about its article, scripts' order of items kept."""
    metas = _metas(page)
    item, publisher = _linked_data(page)
    texts = {name: _plain(page.get(places, "content")) for name, places in metas.items()}
    canonical = _canonical(page) or texts.get("og:url", "")
    base = next((page.get(p, "href") for n, p, _ in page.heads if n == "base"), "")
    titles = [metas[name]["content"] for name in _TITLES if texts.get(name)]
    if page.title:
        titles.append(page.title)
    author = ", ".join(_names(item.get("author"))) or texts.get("author", "")
    if not author and not _WEB.match(texts.get("article:author", "")):
        author = texts.get("article:author", "")
    return About(
        titles=tuple(titles),
        published=_published(page, item, texts),
        author=author or None,
        outlet=texts.get("og:site_name") or next(iter(_names(publisher)), None),
        language=_language(page, texts),
        canonical=canonical if _WEB.match(canonical) else None,
        base=absolute(base, canonical) if base else canonical,
        credits=_credits(item, texts),
    )


def absolute(address: str, base: str) -> str:
    """A link's address, resolved where the base is known; empty if it leads to no page."""
    address = _SPACE.sub("", address)
    if not address or address.startswith("#") or _OTHER_SCHEME.match(address):
        return ""
    try:
        return urljoin(base, address) if _WEB.match(base) else address
    except ValueError:  # such as “http://[”
        return address


def time_in_head(page: Page, first: int, last: int) -> date | None:
    """The day of the first `time` element that stands between these flows."""
    for name, places, flows in page.heads:
        if name == "time" and first <= flows <= last:
            day = _day(page.get(places, "datetime"))
            if day:
                return day
    return None


def _metas(page: Page) -> dict[str, dict[str, Place]]:
    """The meta elements by name, property, itemprop or http-equiv; of equal names the first."""
    found: dict[str, dict[str, Place]] = {}
    for element, places, _ in page.heads:
        if element == "meta" and "content" in places:
            for key in ("property", "name", "itemprop", "http-equiv"):
                if name := page.get(places, key).casefold():
                    found.setdefault(name, places)
    return found


def _canonical(page: Page) -> str:
    for element, places, _ in page.heads:
        if element == "link" and "canonical" in page.get(places, "rel").casefold().split():
            return page.get(places, "href")
    return ""


def _published(page: Page, item: dict[str, Any], texts: dict[str, str]) -> date | None:
    stated = [_text(item.get("datePublished")), *(texts.get(name, "") for name in _DATES)]
    for element, places, _ in page.heads:
        if element == "time" and "datePublished" in page.get(places, "itemprop").split():
            stated.append(page.get(places, "datetime"))
    stated += (texts.get(name, "") for name in _OLDER_DATES)
    return next((day for words in stated if (day := _day(words))), None)


def _day(words: str) -> date | None:
    found = _ISO_DAY.match(words)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def _language(page: Page, texts: dict[str, str]) -> str | None:
    tags = [
        page.get(places, "lang") or page.get(places, "xml:lang")
        for element, places, _ in page.heads
        if element == "html"
    ][:1]
    tags += (texts.get(name, "") for name in _LANGUAGES)
    stated = [tag for tag in tags if re.match(r"[A-Za-z]{2}(?:[-_,]|\Z)", tag)]
    if len({tag[:2].casefold() for tag in stated}) > 1:
        return None
    return re.split(r"[,\s]", stated[0])[0] if stated else None


def _credits(item: dict[str, Any], texts: dict[str, str]) -> tuple[str, ...]:
    found = [
        *_names(item.get("sourceOrganization")),
        *_names(item.get("copyrightHolder")),
        *_names(item.get("creditText")),
        *(texts.get(name, "") for name in ("source", "copyright")),
    ]
    return tuple(dict.fromkeys(words for words in found if words))


# JSON-LD


def _linked_data(page: Page) -> tuple[dict[str, Any], Any]:
    """The item that is the article, and its publisher; an empty one where there is none."""
    items = [item for script in page.scripts for item in _items(script)]
    for item in items:
        kinds = item.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and _ARTICLE_TYPE.match(kind) for kind in kinds):
            names = {str(other.get("@id")): other for other in items if "@id" in other}
            item = {key: _followed(part, names) for key, part in item.items()}
            return item, item.get("publisher")
    return {}, None


def _items(script: str) -> Iterator[dict[str, Any]]:
    """The items at the top of a script: one, a list of them, or a graph."""
    try:
        # Some pages wrap their scripts in a comment or a CDATA section.
        start, end = re.search(r"[\[{]", script), max(script.rfind("}"), script.rfind("]"))
        data = json.loads(script[start.start() if start else 0 : end + 1], strict=False)
    except (ValueError, RecursionError):
        return
    waiting, seen = [data], 0
    while waiting and seen < _MOST_ITEMS:
        seen += 1
        part = waiting.pop(0)
        if isinstance(part, list):
            waiting += part[:_MOST_ITEMS]
        elif isinstance(part, dict):
            yield part
            waiting += [part[key] for key in ("@graph", "mainEntity") if key in part]


def _followed(part: Any, names: dict[str, dict[str, Any]]) -> Any:
    """An item that is only named, as {"@id": …}, where another part of the page spells it out."""
    if isinstance(part, list):
        return [_followed(one, names) for one in part if not isinstance(one, list)]
    if isinstance(part, dict) and "name" not in part:
        return names.get(str(part.get("@id")), part)
    return part


def _names(part: Any) -> list[str]:
    """The names in a value: itself, the name of an item, or those of each in a list."""
    found = []
    for one in part if isinstance(part, list) else [part]:
        named = one.get("name") if isinstance(one, dict) else one
        for name in named if isinstance(named, list) else [named]:
            words = _text(name)
            if words and not _WEB.match(words):
                found.append(words)
    return list(dict.fromkeys(found))


def _text(part: Any) -> str:
    return _plain(value(part)) if isinstance(part, str) else ""


def _plain(words: str) -> str:
    return " ".join(words.split())
