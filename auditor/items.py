"""The records of every layer.

These records are the rule authors' vocabulary: a rule may test every public field and
every entry of `DERIVED`, with the type written here and the words of its `Literal`. The
strings beside the types are the reference manual. Adding a field adds an attribute to
the language, to the JSON and to the manual.

Offsets are code points into `Article.text`, end exclusive. Items of a layer are in text
order and numbered from 1; a link to another item is its number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated, Any, NamedTuple, Protocol, TypeVar

from auditor.article import Article, Block, BlockKind
from auditor.kinds import (
    CitedFor,
    Closure,
    ConflictKind,
    CueTone,
    DatePart,
    Form,
    PassageKind,
    PassageSort,
    People,
    Precision,
    QuoteKind,
    SoleFor,
    SourceKind,
    Stance,
    Weekday,
    WireRole,
)
from auditor.lexicon import Control, Language, Lexicon
from auditor.partial_date import PartialDate

T = TypeVar("T")


class Unknown(Enum):
    """The value of an attribute that no word list let the layer decide."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN


class LayerFailed(Exception):
    """A layer broke; the audit goes on without it and is incomplete."""

    def __init__(self, layer: str, message: str) -> None:
        super().__init__(message)
        self.layer = layer


class Link(NamedTuple):
    """Marks a number (or a tuple of them) as a link to items of `layer`.

    `via`: the field of a nested record that holds the number.
    """

    layer: str
    via: str = ""


class Internal(NamedTuple):
    """Marks a field that is in the JSON but is no attribute of the rule language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What every item of every layer has."""

    number: Annotated[int, "1 for the first of its layer; paragraphs count in the body only"]
    start: Annotated[int, Internal()]
    end: Annotated[int, Internal()]
    confidence: Annotated[float, "how sure its main attribute is, also when that is none"] = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a source is named or meant."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMatch(Item):
    """A match of the rule's own phrases or pattern."""

    groups: Annotated[Mapping[str, str], "the pattern's named groups, as groups.name"] = field(
        default_factory=dict
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Item):
    """A sentence of the headline, the body or a caption."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Item):
    """A paragraph of the body; the lead is the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says a quotation.

    Attributes:
        source: number of the item in `sources`; None for somebody whom only another's
            quotation quotes.
        start, end: the mention nearest to the quotation ("he").
        name: the fullest form in the article ("Vladimir Putin"), or the mention.
        reasons: why this one, in words an editor understands.
    """

    source: int | None
    start: int
    end: int
    name: str
    kind: SourceKind
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Words of the writer inside a quotation: “— said he. —”."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Item):
    """Words of somebody else: in marks, behind a dash or a name, or in a block of their own.

    Quotations that run on are joined, and so is one that its speaker divides within one pair
    of marks. Span: the words.
    """

    kind: Annotated[QuoteKind, "speech, a fragment of it, irony or name, title of a work"]
    closure: Annotated[Closure, "closed, running on over paragraphs, or never closed"] = "closed"
    speaker: Annotated[Speaker | None, Link("sources", via="source"), "who says it"] = None
    statement: Annotated[int | None, Link("statements"), "the statement it is part of"] = None
    name_distance: Annotated[int | None, "paragraphs from “she” back to the nearest name"] = None
    asides: Annotated[tuple[Aside, ...], Internal()] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Item):
    """Something said and attributed, or hidden behind a passive.

    Span: the quotation with its cue; for a paraphrase the clause; for a passive the cue.
    """

    form: Annotated[Form, "how it is reported"]
    organisation: Annotated[str | None, "of whoever speaks or declines"] = None
    cue: Annotated[str, "the words that attribute it"]
    cue_tone: Annotated[CueTone | Unknown | None, "what the cue makes of it"] = None
    stance: Annotated[Stance | Unknown, "what is said: fact, opinion or attack"] = "fact"
    stance_confidence: Annotated[float, "how sure the stance is, 0 to 1"] = 1.0
    source: Annotated[int | None, Link("sources"), "who says it"] = None
    occasion: Annotated[str | None, "when, where, to whom, through whom"] = None
    quotes: Annotated[tuple[int, ...], Link("quotes"), "its quotations"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Item):
    """One distinct source that something is attributed to.

    Whoever is merely addressed, present or talked about is none. Span: the first
    mention, with its anonymity clause. The article rests on one source alone where that
    one is heard in at least half of its paragraphs and two of them, stands alone behind the
    headline or the lead, and all others only decline, deny, or tell of other things.
    """

    kind: Annotated[SourceKind, "what sort of source"]
    named: Annotated[bool, "a name or an accountable institution"]
    name: Annotated[str | None, "the fullest form of the name in the article"] = None
    misspelt: Annotated[str | None, "a form of its name that is one letter off"] = None
    people: Annotated[People, "how many speak; contradictory: “sources … the source”"] = "one"
    role: Annotated[str | None, "what the source is (“senior official”)"] = None
    organisation: Annotated[str | None, "the body it belongs to"] = None
    country: Annotated[str | None, "the country it belongs to"] = None
    reason: Annotated[str | None, "why the name is withheld"] = None
    reason_distance: Annotated[int | None, "paragraphs from the reason to the nearest mention"] = (
        None
    )
    knowledge_basis: Annotated[str | None, "how the source knows"] = None
    sole_for: Annotated[
        tuple[SoleFor, ...] | Unknown, "parts whose claim rests on this source alone"
    ] = ()
    first_paragraph: Annotated[int | None, "number of the paragraph that first mentions it"] = None
    mentions: Annotated[tuple[Mention, ...], Internal()] = ()
    statements: Annotated[tuple[int, ...], Link("statements"), "what it says"] = ()
    wire: Annotated[int | None, Link("wires"), "the agency mention, where it is one"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression(Item):
    """One expression of a date."""

    value: Annotated[PartialDate | None, "as precise as is known"] = None
    precision: Annotated[Precision, "the finest part that is known"] = "day"
    missing: Annotated[tuple[DatePart, ...], "what the article lets nobody work out"] = ()
    anchor: Annotated[str | None, "what the value was worked out from"] = None
    weekday: Annotated[Weekday | None, "the weekday that the text gives"] = None
    actual_weekday: Annotated[Weekday | None, "the weekday of the value"] = None
    checks: Annotated[tuple[str, ...], Internal()] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateConflict(Item):
    """Two date expressions that cannot both hold, or one and the calendar. Span: the later."""

    kind: Annotated[ConflictKind, "what does not fit"]
    first: Annotated[int, Link("dates"), "the one that is doubted or comes first"]
    second: Annotated[int | None, Link("dates"), "the other"] = None
    computed: Annotated[str | None, "what the calendar or the arithmetic gives"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire(Item):
    """One mention of a news agency. Span: the name."""

    agency: Annotated[str, "the agency's usual name"]
    agency_id: Annotated[str, Internal()] = ""
    role: Annotated[WireRole, "credit line, dateline, source of a claim, photo, or mere mention"]
    control: Annotated[Control, "who directs the agency"]
    country: Annotated[str, "ISO 3166 code"] = ""
    basis: Annotated[str, Internal()] = ""
    verified: Annotated[bool, "the basis of `control` was checked against a page"] = False
    linked: Annotated[bool, "the mention links to the agency's own site"] = False
    first: Annotated[bool, "first mention of its agency, photo credits aside"] = False
    cited_for: Annotated[CitedFor | None, "whose words the agency passes on"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Item):
    """Text that is no reporting, or that stands elsewhere too."""

    kind: Annotated[PassageKind, "why it is no reporting"]
    sort: Annotated[PassageSort | None, "which boilerplate"] = None
    origin: Annotated[str | None, "where else it stands"] = None
    agency: Annotated[str | None, "the agency it comes from"] = None
    overlap: Annotated[float | None, "share of words it has in common, 0 to 1"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Readability:
    """Dictionary-free indexes of the body."""

    ari: Annotated[float, "automated readability index"]
    coleman_liau: Annotated[float, "Coleman–Liau index"]
    lix: Annotated[float, "LIX"]
    rix: Annotated[float, "RIX"]
    grade: Annotated[float | None, "mean of the first two; English only"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleItem(Item):
    """The article as a whole. Span: the headline, else the first sentence."""

    words: Annotated[int, "words of the body"]
    language: Annotated[str | None, "ISO 639-1 code"] = None
    published: Annotated[PartialDate | None, "the day of publication, where it is stated"] = None
    author: Annotated[str | None, "the byline, or the author the file names"] = None
    outlet: Annotated[str | None, "the outlet the file names"] = None


class Derived(NamedTuple):
    """An attribute that is worked out when a rule asks for it, not stored in the record."""

    type: Any
    doc: str


_PLACES = tuple[BlockKind, ...]

COMMON: dict[str, Derived] = {
    "text": Derived(str, "the item's words, as they stand"),
    "words": Derived(int, "how many words it has"),
    "place": Derived(_PLACES, "where it stands; the lead and a quote are body too"),
    "quoted": Derived(bool, "it stands inside a quotation"),
    "sentence": Derived(Annotated[int | None, Link("sentences")], "the sentence it begins in"),
    "paragraph": Derived(Annotated[int | None, Link("paragraphs")], "the paragraph it begins in"),
    "article": Derived(Annotated[int | None, Link("article")], "the article"),
}
"""Attributes that every item has beside its fields."""

_SPOKEN = {
    "statements": Derived(Annotated[tuple[int, ...], Link("statements")], "statements in it"),
    "speakers": Derived(Annotated[tuple[int, ...], Link("sources")], "sources quoted in it"),
}

RECORDS: dict[str, type[Item]] = {
    "text": TextMatch,
    "sentences": Sentence,
    "paragraphs": Paragraph,
    "quotes": Quote,
    "statements": Statement,
    "sources": Source,
    "dates": DateExpression,
    "date_conflicts": DateConflict,
    "wires": Wire,
    "passages": Passage,
    "article": ArticleItem,
}
"""Every layer a rule may select, with its record."""

DERIVED: dict[str, dict[str, Derived]] = {
    "sentences": _SPOKEN,
    "paragraphs": _SPOKEN,
    "wires": {
        "source": Derived(Annotated[int | None, Link("sources")], "the source it is, if it is one")
    },
    "article": {
        "readability": Derived(Readability | None, "dictionary-free indexes"),
        "quoted_words": Derived(int, "words inside direct and partial quotations"),
        "main_voice": Derived(float | None, "share of the quoted words that one source speaks"),
    }
    | {
        layer: Derived(Annotated[tuple[int, ...], Link(layer)], f"all items of `{layer}`")
        for layer in RECORDS
        if layer not in ("text", "article")
    },
}
"""Attributes of single layers beside their fields."""

ID_PREFIXES = {
    "text": "t",
    "sentences": "se",
    "paragraphs": "pa",
    "quotes": "q",
    "statements": "st",
    "sources": "s",
    "dates": "d",
    "date_conflicts": "dc",
    "wires": "w",
    "passages": "p",
    "article": "a",
}


def item_id(layer: str, number: int) -> str:
    """The id of an item in the JSON: "q3" is the third quotation."""
    return f"{ID_PREFIXES[layer]}{number}"


class Reading(Protocol):
    """What a layer sees: the article, its words, and every other layer, computed when asked for."""

    @property
    def article(self) -> Article: ...

    @property
    def text(self) -> str: ...

    @property
    def lexicon(self) -> Lexicon: ...

    @property
    def language(self) -> Language:
        """Raises NotKnown where the pack has no lists for the article's language."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The article's blocks, refined: headline, lead, boilerplate and so on told apart."""

    def layer(self, name: str) -> tuple[Any, ...]:
        """The items of a layer. Raises NotKnown where no word list lets it decide."""

    def use(self, compute: Callable[[Reading], T]) -> T:
        """`compute(self)`, computed once for this article. Raises NotKnown as `compute` does."""


class Analysis(Reading, Protocol):
    """What the engine sees of an article."""

    def value(self, item: Item, attribute: str) -> object:
        """An attribute's value.

        A link gives the other item or None, a list of links a tuple of items, a plain
        attribute its value; `UNKNOWN` where no word list let the layer decide.
        """
