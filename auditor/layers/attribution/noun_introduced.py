"""Who is named behind a noun: “a man named Ivan Petrov”, “an official, Jane Smith”."""

from __future__ import annotations

import regex

from auditor.layers.attribution.noun_answers import as_body, as_person
from auditor.layers.attribution.noun_cut import EDGE, HOLDERS, Cut
from auditor.layers.attribution.noun_listed import behind_body, is_trade
from auditor.layers.attribution.noun_lists import Head, Token, fold, segments
from auditor.layers.attribution.noun_name import personal_name
from auditor.layers.attribution.noun_phrase import NounPhrase

# “a witness, Sarmin (50)”: with an age behind it one word is a name.
_AGE = regex.compile(r"\s*\(\d{1,2}\)")


def introduced(cut: Cut) -> NounPhrase | None:
    """The person or body named behind the noun; None where none is."""
    head = cut.lists.head(cut.core)
    if head and head.kind in ("bodies", "media"):
        return _introduced_body(cut, head)
    person = head and head.kind in (*HOLDERS, "spokesperson")
    if not person and cut.core[-1].fold not in cut.lists.titles:
        return None
    if cut.lists.listed and cut.rest and (name := behind_body(cut)):
        return as_person(cut, name, cut.words_of(cut.core))
    match = cut.lists.named_by.search(cut.text, cut.core[-1].start)
    if match:
        name = cut.leading_capitals([t for t in cut.tokens if t.start >= match.end()])
        if name:
            return as_person(cut, name, cut.words_of(cut.core))
    for segment in segments(cut.rest):
        if fold(cut.words_of(segment)).replace(" ", "").rstrip(".") in cut.lists.degrees:
            continue  # “Ann Reed, Ph.D.”
        segment = _up_to_link(cut, segment)
        name = personal_name(cut, segment, apposition=True)
        aged = len(name) == 1 and (
            _AGE.match(cut.text, name[0].end) or (cut.lists.head_first and person)
        )
        if not name or not (len(name) > 1 or aged) or name[-1] is not segment[-1]:
            continue
        trade = segment[: -len(name)]  # “the lead author, hydrologist Fenella Stark”
        titled = all(t.fold in cut.lists.titles for t in trade)
        known = is_trade(cut.lists, trade)
        if titled or (person and (known or trade[-1].fold.endswith(cut.lists.people_endings))):
            role = cut.text[cut.tokens[0].start : name[0].start].rstrip(EDGE + "(")
            return as_person(cut, name, role)
    return None


def _up_to_link(cut: Cut, segment: list[Token]) -> list[Token]:
    """“his rival, Dora Lane | of the Greens”"""
    name = cut.leading_capitals(segment)
    linked = 1 < len(name) < len(segment) and segment[len(name)].fold in cut.lists.body_links
    return name if linked and not cut.lists.head_first else segment


def _introduced_body(cut: Cut, head: Head) -> NounPhrase | None:
    """“an aid group, Northern Relief”."""
    if cut.definite or cut.lists.plural(head.noun):
        return None
    for segment in segments(cut.rest):
        name = cut.words_of(segment)
        lands = all(t.fold in cut.lists.lands for t in segment)
        if not lands and all(t.capital or t.fold in cut.lists.body_links for t in segment):
            return as_body(cut, name, segment[-1].fold)
    return None
