"""What a noun phrase's place and endings tell where genitives follow the head (Russian)."""

from __future__ import annotations

from auditor.layers.attribution.bodies import Bodies
from auditor.layers.attribution.declined import Declined, Gender
from auditor.layers.attribution.noun_cut import Cut
from auditor.layers.attribution.noun_lists import Head, Lists, Token


def told_before(cut: Cut) -> bool:
    """No article: “источник” alone, “собеседник издания” is the one told of before."""
    head = cut.lists.head(cut.core)
    first = cut.core[0]
    if head is None or (first.capital and not cut.opens_sentence(first)):
        return False  # “сказал Плотников”
    if head.first:  # “второй собеседник”
        before = cut.core[: head.first]
        ordinal = all(t.fold in cut.lists.ordinals for t in before)
        return ordinal and head.kind == "source" and cut.core[-1] is cut.core[head.last]
    behind = [t for t in cut.core[head.last + 1 :] if not t.capital]
    ours = head.kind in ("source", "official", "expert", "resident") and _of_a_body(cut, behind)
    rest = len(cut.core) - 1 - head.last
    return rest == 0 or (rest == 1 and ours)


def _of_a_body(cut: Cut, behind: list[Token]) -> bool:
    """“сотрудница ведомства”, “собеседник издания”: whose, but no name."""
    lists = cut.lists
    return bool(behind) and all(
        t.fold in lists.generic_bodies or lists.kinds.get(t.fold) == "media" for t in behind
    )


def in_full(cut: Cut, head: Head, core: list[Token]) -> str:
    """The name of a body, in the nominative, with what it is for (“комитет по печати”)."""
    before = cut.reading.text[max(cut.start - 8, 0) : cut.start]
    words = [t.text for t in core[: head.first]]
    noun = cut.words_of(core[head.first : head.last + 1])
    bodies = cut.reading.language.once(Bodies)
    found = bodies.nominative(before, words, noun, cut.lists.kinds)
    name = cut.words_of(core)
    if found:
        name = found + cut.text[core[head.last].end : core[-1].end]
    rest = cut.rest
    linked = len(rest) > 1 and core[-1] is cut.core[-1]
    linked = linked and rest[0].fold in cut.lists.body_links
    if not linked or rest[0].fold in cut.lists.conjunctions:
        return name
    end = next((i for i, t in enumerate(rest) if not t.fold[0].isalnum()), len(rest))
    if cut.lists.determiner(rest[1:end]) or rest[1].fold in cut.lists.boundaries:
        return name
    return name + cut.text[core[-1].end : rest[end - 1].end]


def behind_body(cut: Cut) -> list[Token]:
    """“представитель управления по области | Вера Черных”"""
    end = next((i for i, t in enumerate(cut.rest) if not t.fold[0].isalnum()), len(cut.rest))
    run = cut.capitals(cut.rest[:end])
    given = [i for i, t in enumerate(run[:-1]) if t.fold in cut.lists.first_names]
    return run[given[0] :] if given else []


def gender_of(cut: Cut, name: list[Token]) -> Gender | None:
    """Whether a name is hers or his: by its endings, else by the first name."""
    declined = cut.reading.language.once(Declined)
    if not declined:
        return cut.gender(name[:1])
    told = declined.gender([t.text for t in name])
    both = name[0].fold in cut.lists.female and name[0].fold in cut.lists.male
    return told or (None if both else cut.gender(name[:1]))


def is_trade(lists: Lists, words: list[Token]) -> bool:
    """“прораб”, “70-летний”: what may stand between a noun and the name of who it is."""
    if not lists.listed or not words:
        return False
    told = all(t.fold.endswith(lists.adjective_endings) for t in words)
    return told or lists.head(words) is not None


def somebody_of(lists: Lists, head: Head, core: list[Token]) -> bool:
    """“такелажник порта”: a noun no list knows before the body, by its ending for people."""
    before = core[head.first - 1] if head.first else None
    if before is None or before.capital or before.fold in lists.no_people:
        return False
    return before.fold.endswith(lists.people_endings)
