"""What a noun phrase's place and endings tell where genitives follow the head (Russian)."""

from __future__ import annotations

from auditor.layers.attribution.bodies import Bodies
from auditor.layers.attribution.declined import Declined, Gender
from auditor.layers.attribution.noun_cut import Cut
from auditor.layers.attribution.noun_lists import Head, Token


def told_before(cut: Cut) -> bool:
    """No article: “источник” alone, “собеседник издания” is the one told of before."""
    head = cut.lists.head(cut.core)
    if head is None or head.first:
        return False
    behind = [cut.lists.kinds.get(t.fold) for t in cut.core[1:] if not t.capital]
    ours = head.kind == "source" and behind == ["media"]
    return len(cut.core) == 1 or (len(cut.core) == 2 and ours)


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
