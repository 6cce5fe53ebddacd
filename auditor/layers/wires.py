"""The `wires` layer: every mention of a news agency, and what it is doing there.

One pass finds the forms of the whole registry; the words around each hit decide. A form
that also means something else (“AP”, “Antara”) counts only in a dateline, in credit
position or next to a reporting verb: there is no mention rather than a wrong one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import regex

from auditor.items import Reading, Wire
from auditor.kinds import CitedFor, WireRole
from auditor.layers.wire_cues import Cues, cues_of
from auditor.layers.wire_forms import Hit, Registry, find, places_in, registry_of
from auditor.lexicon import Agency

HEAD_LINES = 8
"""A dateline or a byline stands in one of so many first lines."""

TAIL_LINES = 3
"""A signature stands at the end of one of so many last lines, or of the article's notes."""

HOUSE_CREDIT = 0.8
"""Confidence in a credit line that does not name its agency."""

_AROUND = 120

_DATELINE_END = regex.compile(r"\s*[)\]/.,]{0,3}\s*(?:[-–—―]|[.:](?=\s))")
_BARE_DATELINE_END = regex.compile(r"\s*\.?\s*[-–—―]{1,3}\s|\.\s")
_OPENED = regex.compile(r"[(/\[]\s*\Z")
_CLOSED = regex.compile(r"\s*[)/\]]")
_SIGNED_BEFORE = regex.compile(
    r"(?:^|[.!?…:\"”’'»)])\s*(?:[(\[/]|[-–—―]{1,3})\s*(?:[^()\n]{0,40}[,/;]\s*)?\Z"
)
_SIGNED_AFTER = regex.compile(r"(?:\s*[,/;][^()\n]{0,40})?\s*[)\]/]?[.\s]*\Z")
_PHOTOGRAPHER = regex.compile(r"\s?/\s?(?:\p{Lu}[\p{L}.'’-]*[ /]?){2,4}\s*(?:[.)\]]|$)")
_PHOTOGRAPHER_BEFORE = regex.compile(
    r"\s*\(?(?:\p{Lu}[\p{L}.'’-]*\s){1,3}\p{Lu}[\p{L}.'’-]*\s?/\s?"
)
_CAPITAL_BEFORE = regex.compile(r"(\p{Lu}[\p{L}'’]*\.?)\s+\Z")
_CAPITAL_AFTER = regex.compile(r"\s+\p{Lu}")
_INITIAL = regex.compile(r"(?<!\w)\p{Lu}")
_SENTENCE_END = regex.compile(r"[.!?…][\"”’»)]*\s+(?=[\p{Lu}“\"‘«(])")
_BYLINE_LENGTH = 120


def wires(reading: Reading) -> tuple[Wire, ...]:
    """Every mention of an agency of the registry, in text order.

    Span: the name, without “the” or “news agency”; for a credit line that does not name
    its agency, the line's credit. `source` is left to whoever knows the sources.

    Raises:
        NotKnown: the language has no list of cues.
    """
    cues = reading.language.once(cues_of)
    registry = reading.lexicon.once(registry_of)
    page = _Page(reading.text)
    hits = list(find(page.text, registry))
    found = _signed(page, registry)
    if hits:
        found += _decided(page, hits, registry, cues)
    found.sort(key=lambda w: w.start)
    return tuple(_finished(found, reading))


class _Page:
    """The text and its lines, looked up when needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [m.start() for m in regex.finditer(r"\S[^\n]*", text)]

    def line(self, offset: int) -> tuple[int, int, int]:
        """Number of the non-empty line (from 0), its start and its end."""
        index = max(bisect_right(self.starts, offset) - 1, 0)
        end = self.text.find("\n", offset)
        return index, self.starts[index], len(self.text) if end < 0 else end

    def in_head(self, index: int) -> bool:
        return index < HEAD_LINES

    def in_tail(self, index: int) -> bool:
        return index >= len(self.starts) - TAIL_LINES

    def sentence(self, start: int, end: int) -> str:
        """The sentence around a span, roughly; never more than its line."""
        _, first, last = self.line(start)
        for match in _SENTENCE_END.finditer(self.text, first, last):
            if match.end() <= start:
                first = match.end()
            elif match.start() >= end:
                last = match.start() + 1
                break
        return self.text[first:last]


def _signed(page: _Page, registry: Registry) -> list[Wire]:
    """Credit lines that name reporters and editors in an agency's own way."""
    return [
        _wire(agency, match.start(), match.end(), "credit", HOUSE_CREDIT)
        for agency, words, pattern in registry.house
        if words in page.text
        for match in pattern.finditer(page.text)
    ]


def _decided(page: _Page, hits: list[Hit], registry: Registry, cues: Cues) -> list[Wire]:
    named = {h.agency.id for h in hits if h.form.sure}
    own, others = _abbreviations(page, hits, named)
    persons = _persons(page, hits, cues)
    found: list[Wire] = []
    for hit in hits:
        agency = _bearer(page, hit, registry, named)
        words = page.text[hit.start : hit.end]
        if agency is None or words in others or (words in own and _explained(page, hit)):
            continue
        sure = hit.form.sure or words in own
        role = _role(page, hit, sure, cues)
        if role == "source" and words in persons:
            continue
        if role is None or (role == "mention" and not sure):
            continue
        cited = (
            cues.cited_for(page.sentence(hit.start, hit.end), agency.country)
            if role == "source"
            else None
        )
        found.append(_wire(agency, hit.start, hit.end, role, 1.0, cited))
    return found


def _wire(
    agency: Agency,
    start: int,
    end: int,
    role: WireRole,
    confidence: float,
    cited_for: CitedFor | None = None,
) -> Wire:
    return Wire(
        number=0,
        start=start,
        end=end,
        confidence=confidence,
        agency=agency.name,
        agency_id=agency.id,
        role=role,
        control=agency.control,
        country=agency.country,
        basis=agency.basis,
        verified=agency.verified,
        cited_for=cited_for,
    )


def _bearer(page: _Page, hit: Hit, registry: Registry, named: set[str]) -> Agency | None:
    """Of several agencies with one abbreviation, the one the article speaks of, or none."""
    bearers = hit.form.agencies
    if len(bearers) == 1:
        return bearers[0]
    fit = [a for a in bearers if a.id in named]
    if not fit:
        _, start, _ = page.line(hit.start)
        here = places_in(page.text[start : hit.start])
        fit = [a for a in bearers if here & registry.places[a.id]]
    return fit[0] if len(fit) == 1 else None


def _abbreviations(page: _Page, hits: list[Hit], named: set[str]) -> tuple[set[str], set[str]]:
    """Short forms that the article explains: as an agency's, and as something else's."""
    own: set[str] = set()
    others: set[str] = set()
    for hit in hits:
        if hit.form.sure or not _explained(page, hit):
            continue
        words = page.text[hit.start : hit.end]
        (own if any(a.id in named for a in hit.form.agencies) else others).add(words)
    return own, others - own


def _explained(page: _Page, hit: Hit) -> bool:
    """“the Palestinian Authority (PA)”: in brackets behind words with these initials."""
    before = page.text[max(hit.start - 90, 0) : hit.start]
    if not before.endswith("("):
        return False
    letters = [c for c in page.text[hit.start : hit.end].upper() if c.isalpha()]
    initials = [
        m.group() for m in _INITIAL.finditer(before.upper() if before.isupper() else before)
    ]
    return len(letters) > 1 and initials[-len(letters) :] == letters


def _persons(page: _Page, hits: list[Hit], cues: Cues) -> set[str]:
    """Everyday forms that the article uses in another name (“Mr. Bloomberg”, “Petra Roe”)."""
    found = set()
    for hit in hits:
        words = page.text[hit.start : hit.end]
        if hit.form.sure or words.isupper():
            continue
        if _CAPITAL_AFTER.match(page.text, hit.end) and not cues.follows.match(page.text, hit.end):
            found.add(words)
        before = page.text[max(hit.start - 60, 0) : hit.start]
        match = _CAPITAL_BEFORE.search(before)
        if match is None or match.group(1).endswith(("'s", "’s")):
            continue
        if match.group(1).casefold() not in cues.between and not cues.right_before.search(before):
            found.add(words)
    return found


def _role(page: _Page, hit: Hit, sure: bool, cues: Cues) -> WireRole | None:
    index, first, last = page.line(hit.start)
    before = page.text[max(first, hit.start - 300) : hit.start]
    after = page.text[hit.end : min(last, hit.end + 300)]
    bracketed = bool(_OPENED.search(before) and _CLOSED.match(after))
    if hit.form.brackets_only and not bracketed and not sure:
        return None
    if _is_photo(before, after, cues):
        return "photo"
    if page.in_head(index) and _is_dateline(before, after, bracketed, sure):
        return "dateline"
    if _is_credit(page, index, before, after, sure, cues):
        return "credit"
    if _is_source(before, after, sure, cues):
        return "source"
    return "mention" if sure else None


def _is_photo(before: str, after: str, cues: Cues) -> bool:
    if cues.photo_after.match(after) or _PHOTOGRAPHER.match(after):
        return True
    start = before.rfind("(") if before.rfind("(") > before.rfind(")") else 0
    if _PHOTOGRAPHER_BEFORE.fullmatch(before) and not after.strip(" .)]"):
        return True
    label = cues.photo_before.match(before, start)
    return bool(label and len(before) - start < 200 and _follows_label(before, label.end(), start))


def _follows_label(before: str, end: int, start: int) -> bool:
    """A label is one by its colon, its slash, or the bracket it stands in."""
    return bool(start) or before[end : end + 1] in (":", "/")


def _is_dateline(before: str, after: str, bracketed: bool, sure: bool) -> bool:
    if len(before) > _BYLINE_LENGTH or not _is_place(before):
        return False
    if bracketed:
        return bool(_DATELINE_END.match(after))
    return (
        sure and bool(regex.search(r"[,.]\s+\Z", before)) and bool(_BARE_DATELINE_END.match(after))
    )


def _is_place(words: str) -> bool:
    """Capitalised words, dates and their punctuation; “5 nov” may be in small letters."""
    tokens = regex.findall(r"[\p{L}\p{N}][\p{L}\p{N}.'’-]*", words)
    small = [t for t in tokens if t[0].islower()]
    return len(tokens) <= 12 and len(small) <= 2 and (not tokens or not tokens[0][0].islower())


def _is_credit(page: _Page, index: int, before: str, after: str, sure: bool, cues: Cues) -> bool:
    ends = not after.strip(" .)]|")
    if page.in_head(index) or page.in_tail(index):
        if _is_byline(before, after, ends, sure, cues):
            return True
        if ends and index and not before.strip(" (|—–-/").casefold().removeprefix("the"):
            return True
        if page.in_tail(index) and _is_signature(before, after):
            return True
    segment = _segment(before)
    if cues.credit_before.match(segment) and len(segment) < _BYLINE_LENGTH:
        return sure or bool(cues.follows.match(after)) or after[:1] == "/"
    if regex.search(r"©[^.]{0,40}\Z", before):
        return True
    return sure and len(after) < 200 and bool(cues.credit_after.search(after))


def _is_byline(before: str, after: str, ends: bool, sure: bool, cues: Cues) -> bool:
    return (
        len(before) + len(after) <= _BYLINE_LENGTH
        and bool(cues.byline.match(before))
        and _is_place(before)
        and (ends or (sure and _is_place(after) and not _SENTENCE_END.search(after)))
    )


def _is_signature(before: str, after: str) -> bool:
    """“(AP)”, “— AFP” or “(AFP, dpa)” behind the last sentence of a paragraph."""
    opened = _SIGNED_BEFORE.search(before) or (before and not before.strip(" (-–—/"))
    return bool(opened and _SIGNED_AFTER.fullmatch(after))


def _segment(before: str) -> str:
    """From the last sentence end or opening bracket on."""
    cut = before.rfind("(") + 1
    for match in _SENTENCE_END.finditer(before + "X"):
        cut = max(cut, match.end())
    return before[cut:]


def _is_source(before: str, after: str, sure: bool, cues: Cues) -> bool:
    if max(before.rfind("("), before.rfind("[")) > before.rfind(")") and _is_signature(
        before, after
    ):
        return True
    if after[:1] in ("/", "-", "–") and after[1:2].isalpha():
        return False
    if cues.before.search(before[-_AROUND:]):
        return sure or bool(cues.follows.match(after))
    if sure:
        return bool(cues.after.match(after) or cues.after_sure.match(after))
    if _CAPITAL_AFTER.match(after) and not cues.follows.match(after):
        return False  # the name goes on: it is somebody else's
    cue = cues.after.match(after)
    return cue is not None and cue.group().count(",") < 2


def _finished(found: list[Wire], reading: Reading) -> Iterator[Wire]:
    seen: set[str] = set()
    links = list(_links(reading))
    domains = {a.id: a.domains for a in reading.lexicon.agencies} if links else {}
    for number, wire in enumerate(found, 1):
        first = wire.role != "photo" and wire.agency_id not in seen
        if first:
            seen.add(wire.agency_id)
        linked = any(
            start < wire.end and wire.start < end and _belongs(host, domains[wire.agency_id])
            for start, end, host in links
        )
        yield replace(wire, number=number, first=first, linked=linked)


def _links(reading: Reading) -> Iterator[tuple[int, int, str]]:
    for link in reading.article.links:
        try:
            host = urlsplit(link.url).hostname
        except ValueError:
            continue
        if host:
            yield link.start, link.end, host


def _belongs(host: str, domains: tuple[str, ...]) -> bool:
    return any(host == d or host.endswith("." + d) for d in domains)
