"""The name of a person in a noun phrase: “министр рыболовства | Мамаду Бассен”, “Mr | Reed”."""

from __future__ import annotations

from auditor.layers.attribution.noun_cut import HOLDERS, Cut
from auditor.layers.attribution.noun_lists import PEOPLE, Token, bare

_THINGS = ("bodies", "media", "documents", "public_documents")
_LONGEST = 5
"""Words of a name."""
_INITIALS = 2
"""Letters of an acronym that may be initials."""


def personal_name(cut: Cut, core: list[Token], apposition: bool = False) -> list[Token]:
    """The tokens that are somebody's name; empty where there are none."""
    lists = cut.lists
    run = cut.capitals(core)
    name: list[Token] = []
    for token in reversed(run):
        led = apposition or _led(cut, run, core)
        if _no_name(cut, token, run, led) or token.start in cut.marked:
            break
        name.insert(0, token)
    while name and not name[0].capital:
        name.pop(0)
    if not name or len(name) > _LONGEST:
        return []
    if lists.listed:
        # “мэра Рыльска Марии Сомовой”: the first name begins it.
        given = [i for i, t in enumerate(name[:-1]) if t.fold in lists.first_names]
        name = name[given[0] :] if given else _without_owner(cut, name, core)
    first = core.index(name[0])
    before = core[first - 1] if first else None
    if lists.head_first and before is not None and before.acronym:
        # “Direktur PT Maju Jaya | Andi Saputra”: what begins with no first name is the body’s.
        given = [i for i, t in enumerate(name[:-1]) if t.fold in lists.first_names]
        name = name[given[0] :] if given else name
        before = core[core.index(name[0]) - 1]
    given = [i for i, t in enumerate(name[:-1]) if t.fold in lists.first_names]
    if given:
        # “Camat Rawa Kalong | Dedi Suherman”: the place stands before the first name.
        office = lists.head_first and before is not None and before.capital
        return name[given[0] :] if office else name
    if lists.listed and before is not None:
        return [] if _behind_listed(cut, name, first) else name
    if before is None:
        sole = len(name) == 1
        if sole and lists.listed and cut.unproven(name[0]):
            return []
        body = sole and (name[0].acronym or cut.common(name[0]))
        return [] if body or (cut.definite and not cut.owned and not apposition) else name
    if before.fold in lists.titles or lists.kinds.get(before.fold) in HOLDERS:
        titled = before.capital or not lists.head_first
        return name if len(name) > 1 or titled else []
    if before.capital and before.fold in lists.body_words:
        return []
    if len(name) == 1:
        return name if not before.capital and not name[0].acronym else []
    return name


def _without_owner(cut: Cut, name: list[Token], core: list[Token]) -> list[Token]:
    """“министр рыболовства Сенегала | Мамаду Бассен”"""
    headed = core.index(name[0]) and cut.lists.head(core[: core.index(name[0])])
    owned = len(name) > 2 and not name[1].fold.endswith(cut.lists.patronymics)
    owned = owned and name[0].fold.endswith(cut.lists.genitive_endings)
    return name[1:] if headed and owned else name


def _behind_listed(cut: Cut, name: list[Token], first: int) -> bool:
    """“житель Рыльска”, “эксперты Росводресурсов”: a genitive that is no name of theirs."""
    head = cut.lists.head(cut.core[:first])
    if head is None:
        return False
    if len(name) > 1:
        # “жительница Верхней Тоймы”: an adjective in the genitive begins no person's name.
        known = name[0].fold in cut.lists.first_names
        return not known and name[0].fold.endswith(cut.lists.genitive_adjectives)
    if name[0].fold in cut.lists.first_names:
        return False
    kin = head.kind in ("source", "resident") or cut.lists.plural(head.noun)
    return kin or name[0].acronym or head.kind in _THINGS


def _led(cut: Cut, run: list[Token], core: list[Token]) -> bool:
    """“her friend | Kim Park”: right behind the noun that says what the person is."""
    first = core.index(run[0]) if run else 0
    if not first or cut.lists.listed or cut.lists.head_first:
        return False
    noun = core[first - 1]
    person = cut.lists.kinds.get(noun.fold) in HOLDERS
    return person and not noun.capital and not cut.lists.plural(noun.fold)


def _no_name(cut: Cut, token: Token, run: list[Token], led: bool = False) -> bool:
    lists = cut.lists
    if led and len(run) == 2 and token is run[-1] and token.fold in lists.places:
        return not run[0].text.isalpha()  # “her friend Kim Park”
    if lists.head_first and token is not run[-1] and token.acronym and len(token.text) > _INITIALS:
        return True  # “Ketua DPR | Puan Maharani”
    if lists.listed and lists.kinds.get(token.fold) in PEOPLE and not cut.opens_sentence(token):
        return not token.fold.endswith(lists.surname_endings)  # “сказал Плотников”
    if token.fold not in lists.no_names and bare(token.fold) not in lists.no_names:
        return token.text[0].isdigit()
    # “Paul Ryan”, “Stephen King”, “John Q. Post”: a first name makes it a surname.
    index = run.index(token)
    last = token is run[-1]
    before = run[index - 1].fold if index else ""
    if last and (len(before.rstrip(".")) == 1 or before in lists.honorifics):
        return False
    if last and lists.head_first and lists.kinds.get(token.fold) == "kin":
        return not before or before in lists.no_names  # “Rendy Alamsyah Putra”
    if last and index > 1 and not lists.head_first and token.fold in lists.lands:
        # “Rep. Ann Jordan”: two words after a title are a name.
        return run[index - 2].fold not in lists.titles or before in lists.no_names
    return before not in lists.first_names and (last or token.fold not in lists.first_names)
