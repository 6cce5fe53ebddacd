"""Noun phrases whose head comes first (Indonesian): what its followers tell."""

from __future__ import annotations

from auditor.layers.attribution.noun_cut import Cut
from auditor.layers.attribution.noun_lists import Token, fold
from auditor.layers.attribution.noun_name import personal_name

_INITIALS = 2
"""Letters of an acronym that may be a noble title (RA Kartini)."""


class HeadFirst(Cut):
    """A phrase cut up, with what only matters where the head comes first."""

    def opens_as_body(self, core: list[Token]) -> bool:
        """“Badan Pengawas Obat”, “BPBD Kabupaten Kulonsari”: no name of a person follows."""
        if len(core) < 2 or not core[0].capital or not core[1].capital or self.number:
            return False
        acronym = core[0].acronym and len(core[0].text) > _INITIALS
        if core[0].fold in self.lists.titles:
            return False
        return acronym or self.is_body(core)

    def is_body(self, core: list[Token]) -> bool:
        head = self.lists.head(core) if self.lists.head_first else None
        return head is not None and head.kind == "bodies"

    def is_thing(self, core: list[Token]) -> bool:
        """“Bahan presentasi”, “media lokal Kamboja”: a capital there is nobody's name."""
        head = self.lists.head(core) if self.lists.head_first else None
        if head is None:
            return False
        if head.noun in self.lists.masses:
            return True  # “masyarakat adat Tobelo”
        sole = core[0].capital and self.opens_sentence(core[0])
        sole = sole and not any(t.capital for t in core[1:])
        return sole or head.kind in ("media", "documents")

    def owner(self, behind: list[Token]) -> list[Token]:
        """Whose a thing is where its owner follows: “laporan tahunan | Ombudsman Pusat”."""
        first = next((i for i, t in enumerate(behind) if t.capital), len(behind))
        named = self.leading_capitals(behind[first:])
        if not named:
            body = behind and self.lists.kinds.get(behind[0].fold) == "bodies"
            return behind if body else []
        text = fold(self.words_of(named))
        no_owner = text in self.lists.no_makers or text in self.lists.no_source
        place = all(t.fold in self.lists.lands or t.text[0].isdigit() for t in named)
        return [] if no_owner or place else named

    def whole_body(self, core: list[Token]) -> str:
        """The name of a body with what “dan” and commas join on (“Obat dan Makanan”)."""
        end = self.tokens.index(core[-1])
        links = self.lists.conjunctions
        for at in range(end + 1, len(self.tokens)):
            token = self.tokens[at]
            inside = token.fold in links or token.text == ","
            if not (token.capital or inside):
                break
            if token.capital:
                end = at
        joined = [t.fold in links for t in self.tokens[: end + 1]]
        if not any(joined):
            return self.words_of(core)  # a comma alone begins an apposition
        return self.words_of(self.tokens[self.tokens.index(core[0]) : end + 1])

    def counts_people(self, core: list[Token]) -> bool:
        """“seorang abdi dalem”: whatever the noun, only people are counted so."""
        return self.personal and not core[0].capital and not personal_name(self, core)
