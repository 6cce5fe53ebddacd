"""The words of attribution in one language, made ready for lookups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from auditor.kinds import CueTone
from auditor.layers.attribution import word_classes
from auditor.layers.attribution.word_classes import WordClasses
from auditor.lexicon import Language

_TONES: tuple[CueTone, ...] = ("neutral", "factive", "doubt", "emotive", "adversarial", "hedged")


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a reporting verb, or of words used like one.

    Attributes:
        guarded: has other uses: counts only beside a quotation or before “that”.
        act: what it tells of is speech even without “that” (“condemned the strike”).
        naming: fits a fragment into the sentence (“called it ‘a farce’”).
        noun: the form is a noun as well (“claims”).
        straight: never stands before whoever speaks (“told Jones”).
        pronoun: carries “he” in itself (“ujarnya”).
        participle: a form that needs no subject of its own (“saying”).
        first: a form that only stands before whoever speaks (“kata Jones”).
        passive: a passive whose agent may stand right behind it (“disampaikan Jones”).
        bare: a clause may follow without “that” (“believe he will win”).
        request: asks somebody for something (“urged them to leave”).
    """

    tone: CueTone
    guarded: bool = False
    act: bool = False
    naming: bool = False
    noun: bool = False
    straight: bool = False
    pronoun: bool = False
    participle: bool = False
    first: bool = False
    passive: bool = False
    request: bool = False
    bare: bool = False


@dataclass(frozen=True)
class Terms:
    """Case-folded words by what they do; see the comments in the language's quotations.yaml."""

    verbs: dict[str, Verb]
    cue_words: frozenset[str]
    """First words of all cues."""
    knowledge: frozenset[str]
    """First words of how a source knows (“familiar with”)."""
    pronoun_verbs: frozenset[str]
    verb_heads: dict[str, tuple[tuple[str, ...], ...]]
    """First word of each longer cue, with the rest of it ("went": ("on",))."""
    according: dict[str, tuple[tuple[str, ...], ...]]
    reactions: dict[str, tuple[tuple[str, ...], ...]]
    agent: frozenset[str]
    complement: frozenset[str]
    that: frozenset[str]
    own_words: frozenset[str]
    be: frozenset[str]
    auxiliaries: frozenset[str]
    unsaid: frozenset[str]
    infinitive: frozenset[str]
    adverbs: frozenset[str]
    adverb_endings: tuple[str, ...]
    no_adverbs: frozenset[str]
    """Nouns and names with such an ending (“family”). May be empty."""
    participle_endings: tuple[str, ...]
    possessive: tuple[str, ...]
    masculine: frozenset[str]
    feminine: frozenset[str]
    person: frozenset[str]
    plural: frozenset[str]
    thing: frozenset[str]
    present: frozenset[str]
    empty: frozenset[str]
    vague: frozenset[str]
    relatives: frozenset[str]
    personal_relatives: frozenset[str]
    joins: frozenset[str]
    quantifiers: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    prepositions: frozenset[str]
    tight_prepositions: frozenset[str]
    stops: frozenset[str]
    times: frozenset[str]
    time_openers: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    pronouns: frozenset[str]
    """Those that stand for whoever speaks."""
    noun_prepositions: frozenset[str]
    body_prepositions: frozenset[str]
    plural_endings: tuple[str, ...]
    dative_endings: tuple[str, ...]
    subject_endings: tuple[str, ...]
    """Endings of surnames in the nominative. May be empty."""
    particles: frozenset[str]
    """Of names, and no prepositions (“van der Berg”). May be empty."""
    given_words: frozenset[str]
    """Given names that are common words too (“April”). May be empty."""
    first_names: frozenset[str]
    """Given names, in any form. May be empty."""
    addressees: dict[str, tuple[tuple[str, ...], ...]]
    free_order: bool
    """The subject may follow its verb anywhere."""
    supposing: frozenset[str]
    """Directly before a subject: what it says is no report (“when people say”). May be empty."""
    finite_endings: tuple[str, ...]
    """A cue that is a noun as well needs one behind a singular subject. May be empty."""
    asides: dict[str, tuple[tuple[str, ...], ...]]
    """What stands between a source and its cue (“on that point”), by its last word."""
    requested: frozenset[str]
    """What was asked for begins with these (“urged them to”). May be empty."""
    infinitive_endings: tuple[str, ...]
    """Endings of a verb that does so. May be empty."""
    speaker: frozenset[str]
    """“I”. May be empty."""
    own: frozenset[str]
    """“my”, where it stands before its noun. May be empty."""
    elders: frozenset[str]
    """Words for relatives that are used like names (“Mum”). May be empty."""
    degrees: frozenset[str]
    """Behind a name and a comma (“Ph.D.”), without the last full stop. May be empty."""
    demonstratives: frozenset[str]
    """End a phrase that points back (“perempuan 43 tahun itu”). May be empty."""
    habits: frozenset[str]
    """Before a cue: it tells of a habit (“politicians always promise”). May be empty."""
    citing: frozenset[str]
    """Cues of those who cite somebody else. May be empty, as the next five."""
    relay: dict[str, tuple[tuple[str, ...], ...]]
    dubbing: frozenset[str]
    asking: frozenset[str]
    answering: frozenset[str]
    """Cues of the two sides of an exchange. May be empty."""
    owned: frozenset[str]
    """Nouns that report what their owner said (“Reed’s claim that”). May be empty."""
    him: frozenset[str]
    her: frozenset[str]
    latter: frozenset[str]
    feminine_endings: tuple[str, ...]
    masculine_endings: tuple[str, ...]
    """Of verbs that tell whether she or he speaks. May be empty, as the next two."""
    hers: frozenset[str]
    his: frozenset[str]
    theirs: frozenset[str]
    """Cues that carry “her” or “his” in themselves (“по её словам”)."""
    thus: frozenset[str]
    """Before an inverted cue, for what was said (“об этом”). May be empty."""
    governing: frozenset[str]
    """Prepositions whose noun is no subject. May be empty, as the next four."""
    adjective_endings: tuple[str, ...]
    nominative_endings: tuple[str, ...]
    oblique_endings: tuple[str, ...]
    single_endings: tuple[str, ...]
    """Endings of nouns that are a subject, never are one, or are one of a singular verb only."""
    paper: frozenset[str]
    """“it” in “in it”, where that is a paper. May be empty."""
    his_or_her: frozenset[str]
    """“his”, “her”, “their” before a noun. May be empty."""
    among: dict[str, tuple[tuple[str, ...], ...]]
    """One or some of several just told of (“один из них”), by the first word. May be empty."""
    named_by: dict[str, tuple[tuple[str, ...], ...]]
    """Between a noun and its name, behind a comma (“представившаяся как”). May be empty."""
    documents: frozenset[str]
    publishers: frozenset[str]
    """Between a document and whoever made it (“a report by …”). May be empty."""
    postmodifiers: frozenset[str]
    """Participles behind their noun (“a diplomat briefed on …”). May be empty."""
    personal: frozenset[str]
    """Determiners that only people take (“seorang”). May be empty, as the next three."""
    some_of: dict[str, tuple[tuple[str, ...], ...]]
    """“one of them”, by the first word."""
    some_of_longest: int
    written: frozenset[str]
    """Passives behind a paper that opens the sentence (“Dalam surat itu disebutkan”)."""
    within: frozenset[str]
    """What opens it (“dalam”)."""
    classes: WordClasses = field(init=False, repr=False, compare=False)
    """All of these at one look."""

    def __post_init__(self) -> None:
        listed = [(bit, getattr(self, name)) for name, bit in _CLASSES.items()]
        participles = [form for form, verb in self.verbs.items() if verb.participle]
        listed.append((word_classes.PARTICIPLE, participles))
        endings = self.adverb_endings, self.possessive
        made = WordClasses(listed, *endings, self.no_adverbs, self.free_order)
        object.__setattr__(self, "classes", made)

    def adverb(self, word: str) -> bool:
        if word in self.no_adverbs:
            return False
        return word in self.adverbs or (len(word) > 4 and word.endswith(self.adverb_endings))


def terms(language: Language) -> Terms:
    """Ask for it with `language.once(terms)`.

    Raises:
        NotKnown: the language lacks one of the lists.
    """
    participles = tuple(language.get("cue_use.participle_endings"))
    uses = {name: language.words(f"cue_use.{name}") for name in _USES}
    uses |= {name: language.optional(f"cue_use.{name}") for name in _RARE_USES}
    verbs = {
        form: Verb(
            tone,
            participle=form.split()[0].endswith(participles),
            **{name: form in forms for name, forms in uses.items()},
        )
        for tone in reversed(_TONES)
        for form in language.words(f"cues.{tone}")
    }
    endings = language.get("attribution.adverb_endings")
    heads = (name for name in language.lists if name.startswith("people.") or name in _PAPERS)
    plain = {field: language.words(f"attribution.{name}") for field, name in _LISTS.items()}
    plain["roles"] |= {w for name in heads for w in language.words(name) if " " not in w}
    quarrels = language.optional("cue_frames.no_report")
    verb_heads = _heads((*(f for f in verbs if " " in f), *quarrels))
    according = _heads(language.words("cue_frames.according"))
    reactions = _heads(language.words("cue_frames.reactions"))
    owned = language.optional("cue_frames.owned")
    some_of = language.optional("attribution.some_of")
    return Terms(
        verbs=verbs,
        cue_words=frozenset(
            verbs.keys() | verb_heads | according.keys() | reactions.keys() | owned
        ),
        owned=owned,
        asking=language.optional("cue_use.asking"),
        answering=language.optional("cue_use.answering"),
        knowledge=frozenset(s.split()[0] for s in language.words("anonymity.knowledge")),
        pronoun_verbs=frozenset(f for f, v in verbs.items() if v.pronoun),
        verb_heads=verb_heads,
        according=according,
        reactions=reactions,
        agent=language.words("cue_frames.agent"),
        complement=language.words("cue_frames.complement"),
        that=language.words("cue_frames.that"),
        own_words=language.words("cue_frames.own_words"),
        adverb_endings=tuple(endings),
        no_adverbs=language.optional("attribution.no_adverbs"),
        participle_endings=participles,
        possessive=tuple(language.get("attribution.possessive")),
        supposing=language.optional("attribution.supposing"),
        finite_endings=tuple(language.optional("cue_use.finite_endings")),
        degrees=frozenset(d.rstrip(".") for d in language.optional("attribution.degrees")),
        demonstratives=language.optional("attribution.demonstratives"),
        habits=language.optional("attribution.habits"),
        feminine_endings=tuple(language.optional("cue_use.feminine_endings")),
        masculine_endings=tuple(language.optional("cue_use.masculine_endings")),
        citing=language.optional("cue_use.citing"),
        relay=_heads(language.optional("cue_frames.relay")),
        dubbing=language.optional("cue_frames.dubbing"),
        him=language.optional("attribution.pronouns.him"),
        her=language.optional("attribution.pronouns.her"),
        latter=language.optional("attribution.pronouns.latter"),
        hers=language.optional("cue_use.hers"),
        his=language.optional("cue_use.his"),
        theirs=language.optional("cue_use.theirs"),
        paper=language.optional("attribution.pronouns.paper"),
        his_or_her=language.optional("attribution.pronouns.whose"),
        among=_heads(language.optional("determiners.among")),
        thus=language.optional("attribution.thus"),
        governing=language.optional("attribution.governing"),
        adjective_endings=tuple(language.optional("noun.adjective_endings")),
        nominative_endings=tuple(language.optional("attribution.nominative_endings")),
        single_endings=tuple(language.optional("attribution.single_endings")),
        oblique_endings=tuple(language.optional("attribution.oblique_endings")),
        named_by=_heads(language.words("noun.named_by"))
        if "attribution.governing" in language.lists
        else {},
        documents=language.optional("documents"),
        publishers=language.optional("noun.publishers"),
        personal=language.optional("determiners.personal"),
        some_of=_heads(some_of),
        some_of_longest=max((len(p.split()) for p in some_of), default=0),
        written=language.optional("cue_use.written"),
        within=language.optional("cue_frames.within"),
        postmodifiers=language.optional("noun.participles"),
        pronouns=frozenset().union(*(plain[p] for p in _PRONOUNS)),
        noun_prepositions=language.optional("attribution.noun_prepositions"),
        body_prepositions=language.optional("attribution.body_prepositions"),
        plural_endings=tuple(language.optional("attribution.plural_verb_endings")),
        dative_endings=tuple(language.optional("attribution.dative_endings")),
        subject_endings=tuple(language.optional("attribution.subject_endings")),
        particles=language.optional("noun.name_particles").difference(
            *(plain[name] for name in ("prepositions", "joins", "definite", "indefinite"))
        ),
        given_words=language.optional("attribution.given_words"),
        first_names=language.optional("names.female") | language.optional("names.male"),
        asides=_tails(language.optional("attribution.asides")),
        speaker=language.optional("attribution.pronouns.speaker"),
        own=language.optional("attribution.own"),
        elders=language.optional("attribution.elders"),
        requested=language.optional("cue_frames.requested"),
        infinitive_endings=tuple(language.optional("cue_use.infinitive_endings")),
        addressees=_heads(language.optional("attribution.addressees")),
        free_order=bool(language.optional("attribution.free_order")),
        **plain,
    )


def _heads(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        head, *rest = phrase.split()
        found.setdefault(head, []).append(tuple(rest))
    return {h: tuple(sorted(r, key=len, reverse=True)) for h, r in found.items()}


def _tails(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """By the last word, with the words before it in reading order."""
    heads = _heads(" ".join(reversed(phrase.split())) for phrase in phrases)
    return {last: tuple(tuple(reversed(rest)) for rest in rests) for last, rests in heads.items()}


_CLASSES = {
    "given_words": word_classes.GIVEN,
    "verbs": word_classes.VERB,
    "cue_words": word_classes.CUE,
    "adverbs": word_classes.ADVERB,
    "auxiliaries": word_classes.AUXILIARY,
    "be": word_classes.BE,
    "infinitive": word_classes.INFINITIVE,
    "complement": word_classes.COMPLEMENT,
    "that": word_classes.REPORTED,
    "pronouns": word_classes.PRONOUN,
    "present": word_classes.PRESENT,
    "empty": word_classes.EMPTY,
    "vague": word_classes.VAGUE,
    "relatives": word_classes.RELATIVE,
    "personal_relatives": word_classes.PERSONAL_RELATIVE,
    "joins": word_classes.JOIN,
    "quantifiers": word_classes.QUANTIFIER,
    "definite": word_classes.DEFINITE,
    "indefinite": word_classes.INDEFINITE,
    "prepositions": word_classes.PREPOSITION,
    "tight_prepositions": word_classes.TIGHT_PREPOSITION,
    "noun_prepositions": word_classes.NOUN_PREPOSITION,
    "body_prepositions": word_classes.BODY_PREPOSITION,
    "stops": word_classes.STOP,
    "times": word_classes.TIME,
    "time_openers": word_classes.TIME_OPENER,
    "titles": word_classes.TITLE,
    "roles": word_classes.ROLE,
    "demonstratives": word_classes.DEMONSTRATIVE,
    "latter": word_classes.LATTER,
    "addressees": word_classes.ADDRESSEE,
    "asides": word_classes.ASIDE,
    "documents": word_classes.DOCUMENT,
    "publishers": word_classes.PUBLISHER,
}

_PAPERS = ("documents", "public_documents", "media", "bodies")

_USES = ("guarded", "act", "naming", "noun", "straight", "pronoun", "first")

_RARE_USES = ("passive", "request", "bare")

_PRONOUNS = ("masculine", "feminine", "person", "plural", "thing")

_LISTS = {
    "be": "be",
    "auxiliaries": "auxiliaries",
    "unsaid": "unsaid",
    "infinitive": "infinitive",
    "adverbs": "adverbs",
    "masculine": "pronouns.masculine",
    "feminine": "pronouns.feminine",
    "person": "pronouns.person",
    "plural": "pronouns.plural",
    "thing": "pronouns.thing",
    "present": "pronouns.present",
    "empty": "pronouns.empty",
    "vague": "vague_pronouns",
    "relatives": "relatives",
    "personal_relatives": "personal_relatives",
    "joins": "joins",
    "quantifiers": "quantifiers",
    "definite": "articles.definite",
    "indefinite": "articles.indefinite",
    "prepositions": "np_prepositions",
    "tight_prepositions": "tight_prepositions",
    "stops": "stops",
    "times": "times",
    "time_openers": "time_openers",
    "titles": "titles",
    "roles": "roles",
}
