"""The words that attributes may have as values: what a source, a quotation, a date can be.

Adding a word here adds it to the rule language, to the JSON and to the manual.
"""

from __future__ import annotations

from typing import Literal

Severity = Literal["blocking", "warning", "note"]
Band = Literal["sure", "likely", "unsure"]
QuoteKind = Literal["direct", "partial", "scare", "title"]
Closure = Literal["closed", "run_on", "unclosed"]
Form = Literal["quotation", "paraphrase", "passive", "declined"]
CueTone = Literal["neutral", "factive", "doubt", "emotive", "adversarial", "hedged"]
Stance = Literal["fact", "opinion", "attack"]
SourceKind = Literal[
    "named_person",
    "named_organisation",
    "wire",
    "explicit_anonymity",
    "unnamed_individual",
    "vague_collective",
    "unnamed_media",
    "unnamed_document",
]
People = Literal["one", "several", "body", "contradictory"]
SoleFor = Literal["headline", "lead", "article"]
Precision = Literal["day", "month", "year", "season", "decade", "vague"]
DatePart = Literal["year", "month", "day"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
ConflictKind = Literal[
    "weekday",
    "impossible",
    "order",
    "interval",
    "duration",
    "age",
    "range",
    "event",
    "publication",
    "ambiguous",
]
WireRole = Literal["credit", "dateline", "source", "mention", "photo"]
CitedFor = Literal["own_officials", "others", "own_reporting"]
PassageKind = Literal["boilerplate", "repeated", "agency_copy"]
PassageSort = Literal[
    "site_chrome",
    "share_prompt",
    "newsletter",
    "copyright",
    "contact",
    "developing",
    "origin_notice",
    "read_more",
    "advertisement",
    "photo_credit",
    "press_release",
    "correction",
]

SURE, LIKELY = 0.9, 0.6


def band(confidence: float) -> Band:
    """The word a rule sees for a confidence between 0 and 1."""
    return "sure" if confidence >= SURE else "likely" if confidence >= LIKELY else "unsure"
