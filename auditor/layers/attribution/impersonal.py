"""Names that look like a person's and stand for a body: “Mozilla said it …”, “Orbis, which …”."""

from __future__ import annotations

from dataclasses import replace

from auditor.items import Reading
from auditor.layers.attribution.cues import Lines, lines
from auditor.layers.attribution.frame import Frame, frame
from auditor.layers.attribution.names import Name, Names, names
from auditor.layers.attribution.noun_lists import Lists
from auditor.layers.attribution.noun_phrase import NounPhrase
from auditor.layers.attribution.terms import Terms, terms
from auditor.layers.attribution.tokens import Tokens

_BETWEEN = 4
"""Words between the verb and “it” that leave no room for another subject."""


class Impersonal:
    """Ask for it with `reading.use(Impersonal)`.

    Only where a language has a word for “its”: elsewhere people too are named by one word.
    """

    def __init__(self, reading: Reading) -> None:
        self._names: Names = reading.use(names)
        self._frame: Frame = reading.use(frame)
        self._lines: Lines = reading.use(lines)
        self._terms: Terms = reading.language.once(terms)
        self._lists: Lists = reading.language.once(Lists)
        self.its = reading.language.optional("attribution.pronouns.its")
        self._known: dict[tuple[str, ...], bool] = {}

    @staticmethod
    def body(phrase: NounPhrase) -> NounPhrase:
        """The phrase, taken for the name of a body."""
        return replace(phrase, kind="named_organisation", people="body", organisation=phrase.name)

    def is_body(self, phrase: NounPhrase) -> bool:
        """Whether nothing shows a person behind a name, and something does show a body.

        One word that the article never gives a first name, a title or a “he” needs no
        other sign.
        """
        words = tuple((phrase.name or "").split())
        if not self.its or not words or phrase.kind != "named_person" or phrase.role:
            return False
        if words not in self._known:
            self._known[words] = self._decide(words)
        return self._known[words]

    def _decide(self, words: tuple[str, ...]) -> bool:
        last = words[-1].casefold()
        if len(words) > 1 and words[0].casefold() in self._lists.first_names:
            return False
        runs = [n for n in self._names.runs if n.words and n.words[-1].casefold() == last]
        same = [n for n in runs if n.words == words]
        if len(same) < len(runs) or not same or any(n.titles for n in same):
            return False
        if any(words == n.words[: len(words)] and n.words != words for n in self._names.runs):
            return False  # “Kim Jong Un … Kim”
        signs = [self._sign(n) for n in same]
        if "person" in signs:
            return False
        return "body" in signs or (len(words) == 1 and last not in self._lists.first_names)

    def _sign(self, name: Name) -> str:
        w = self._terms
        unit = self._frame.unit_at(name.start)
        if unit is None:
            return ""
        t = self._lines[unit]
        at = next((i for i in range(len(t)) if t.starts[i] >= name.end), len(t))
        if at + 1 < len(t) and t.words[at] == "," and t.lows[at + 1] in w.relatives - w.that:
            return "person" if t.lows[at + 1] in w.personal_relatives else "body"
        sign = self._pronoun(t, at)
        if sign or (at < len(t) and t.words[at] == ","):
            return sign or "person"  # “Reed, a farmer”, “Reed, 52”
        human = w.masculine | w.feminine | w.him | w.her | self._lists.honorifics
        following = [self._lines[u] for u in self._near(unit)]
        return "person" if any(x in human for line in following for x in line.lows) else ""

    def _near(self, unit: int) -> range:
        """The sentence and the two behind it."""
        return range(unit, min(unit + 3, len(self._frame.units)))

    def _pronoun(self, t: Tokens, at: int) -> str:
        """“said on Tuesday it”, “said that she”: the subject of what was said, where it is near."""
        w = self._terms
        if at >= len(t) or t.lows[at] not in w.verbs:
            return ""
        for low in t.lows[at + 1 : at + 2 + _BETWEEN]:
            if low in w.masculine or low in w.feminine:
                return "person"
            if low in w.thing or low in self.its:
                return "body"
            if not (
                low in w.that or low in w.times or low in w.prepositions or low in w.time_openers
            ):
                return ""
        return ""
