"""Other names of people: “Ridwan Hakim alias Iwan”, “Suwandi, who is known as Kang Wandi”."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from auditor.items import Reading
from auditor.layers.attribution.frame import frame
from auditor.layers.attribution.names import Name, names

_ADJOINING = 8
"""Code points between a name and “alias” where they belong together (“(39)”)."""


def aliases(reading: Reading, person: Callable[[Name], bool]) -> Iterator[tuple[str, str]]:
    """Each word of an alias, and all of it, case-folded, with the name as it is written.

    Args:
        person: whether a run of capitals is a person's name.
    """
    if "names.aliases" not in reading.language.lists:
        return
    flat, known = reading.use(frame).flat, reading.use(names)
    for match in reading.language.pattern("names.aliases").finditer(reading.text):
        begin = flat.rfind("\n", 0, match.start()) + 1
        people = [n for n in known.between(begin, match.start()) if person(n)]
        behind = known.between(match.end(), match.end() + 3)
        if not people or not behind:
            continue
        between = flat[people[-1].end : match.start()]
        beside = len(between) <= _ADJOINING and not any(c.isalpha() for c in between)
        full = " ".join((people[-1] if beside else people[0]).words)
        for word in behind[0].words:
            yield word.casefold(), full
        yield " ".join(behind[0].words).casefold(), full
