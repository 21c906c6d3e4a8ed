"""What a language fills in so that `read` knows cues of quotation and report."""

from collections.abc import Mapping

import msgspec

from semeja.lang.table import column, read_table

WORD_GROUPS = (
    "that",
    "firm_that",
    "as",
    "to",
    "relative",
    "coordinator",
    "both",
    "contrast",
    "subordinator",
    "conditional",
    "negator",
    "infinitive",
    "future",
    "adverb",
    "be",
    "preposition",
    "addressee",
    "by",
    "setting",
    "setting_noun",
    "press_noun",
    "listener",
    "anaphor",
    "anaphor_det",
    "person_pronoun",
    "plural_pronoun",
    "relational",
    "title_noun",
    "predicate",
    "not_verb",
    "not_content",
    "source_noun",
    "according_noun",
    "closing",
    "called",
    "elided",
    "determiner",
    "noun",
    "according_not",
    "deictic",
    "similar",
    "as_said",
    "firm_to",
    "warned_of",
    "accused_of",
    "opener",
    "person_noun",
    "channel",
    "aside",
    "possessive",
    "narrator",
    "question",
    "reached",
    "onward",
    "quantifier",
    "own",
    "but",
    "text_noun",
)


class Cue(msgspec.Struct, frozen=True):
    """A form of a word of saying.

    `kind`: `say`, `add`, `describe`, `deny`, `warn`, `tell`, `ask`, `hope`, `wish`, `attitude`, `predict`, `agree`,
    `promise`, `threaten`, `accuse`, `according`. `complement`, what may follow without a complementizer: `free` a
    clause or verb phrase, `clause` the same where a predicate shows it, `phrase` a noun phrase too, `verb` a verb
    phrase, `object` a noun phrase with its verb, `that` nothing, `marks` marked words only, `noun` it is a noun.
    `before`: content follows (`S says C`); `after`: it precedes (`C, says S`); `clitic`: the speaker is in the word
    (`ujarnya`); `passive`: the speaker follows (`disampaikan S`). `rest`: further words of the cue (`beri tahu`).
    """

    kind: str
    complement: str
    before: bool = False
    after: bool = False
    clitic: bool = False
    passive: bool = False
    rest: tuple[str, ...] = ()


class QuotingTables(msgspec.Struct, frozen=True):
    """Tables of one language: cues by their token key, and the closed words around them (see `WORD_GROUPS`).

    `phrases`: cues of several words by their first. `noun_cues`: nouns of saying. `openers`: every key that
    may be a cue by itself. `signals`: every key that `read` has to stop at. `verb_prefixes`
    and `verb_suffixes` show a verb in words of more than `shortest_verb` letters that `not_verb` does not list.
    """

    code: str
    cues: Mapping[str, Cue]
    phrases: Mapping[str, tuple[Cue, ...]]
    noun_cues: Mapping[str, Cue]
    openers: frozenset[str]
    signals: frozenset[str]
    verb_prefixes: tuple[str, ...]
    verb_suffixes: tuple[str, ...]
    shortest_verb: int
    that: frozenset[str]
    firm_that: frozenset[str]
    as_: frozenset[str]
    to: frozenset[str]
    relative: frozenset[str]
    coordinator: frozenset[str]
    both: frozenset[str]
    contrast: frozenset[str]
    subordinator: frozenset[str]
    conditional: frozenset[str]
    negator: frozenset[str]
    infinitive: frozenset[str]
    future: frozenset[str]
    adverb: frozenset[str]
    be: frozenset[str]
    preposition: frozenset[str]
    addressee: frozenset[str]
    by: frozenset[str]
    setting: frozenset[str]
    setting_noun: frozenset[str]
    press_noun: frozenset[str]
    listener: frozenset[str]
    anaphor: frozenset[str]
    anaphor_det: frozenset[str]
    person_pronoun: frozenset[str]
    plural_pronoun: frozenset[str]
    relational: frozenset[str]
    title_noun: frozenset[str]
    predicate: frozenset[str]
    not_verb: frozenset[str]
    not_content: frozenset[str]
    source_noun: frozenset[str]
    according_noun: frozenset[str]
    closing: frozenset[str]
    called: frozenset[str]
    elided: frozenset[str]
    determiner: frozenset[str]
    noun: frozenset[str]
    according_not: frozenset[str]
    deictic: frozenset[str]
    similar: frozenset[str]
    as_said: frozenset[str]
    firm_to: frozenset[str]
    warned_of: frozenset[str]
    accused_of: frozenset[str]
    opener: frozenset[str]
    person_noun: frozenset[str]
    channel: frozenset[str]
    aside: frozenset[str]
    possessive: frozenset[str]
    narrator: frozenset[str]
    question: frozenset[str]
    reached: frozenset[str]
    onward: frozenset[str]
    quantifier: frozenset[str]
    own: frozenset[str]
    but: frozenset[str]
    text_noun: frozenset[str]


MARKS = frozenset('"“”„«»＂″')
SINGLE_MARKS = frozenset("'‘’")


def load(code: str) -> QuotingTables:
    """The tables of the language `code` (`id`, `en`, …), from its data files."""
    cues = _cues(code)
    cues |= {key: Cue("according", "free", before=True) for key in column(code, "quoting_words", "according")}
    cues |= {key: Cue("according", "clause", before=True) for key in column(code, "quoting_words", "according_person")}
    cues |= {key: Cue("according", "free", clitic=True) for key in column(code, "quoting_words", "according_clitic")}
    phrases, nouns = _phrases(code), _nouns(code)
    openers = frozenset([*cues, *nouns])
    return QuotingTables(
        code=code,
        cues=cues,
        phrases=phrases,
        noun_cues=nouns,
        openers=openers,
        signals=openers | frozenset(phrases) | MARKS | SINGLE_MARKS,
        verb_prefixes=tuple(sorted(column(code, "quoting_words", "verb_prefix"))),
        verb_suffixes=tuple(sorted(column(code, "quoting_words", "verb_suffix"))),
        shortest_verb=int(min(column(code, "quoting_words", "shortest_verb"))),
        **{("as_" if group == "as" else group): column(code, "quoting_words", group) for group in WORD_GROUPS},
    )


def _cues(code: str) -> dict[str, Cue]:
    """Every form of one word; a form of two rows keeps the first row's kind and both rows' positions."""
    cues: dict[str, Cue] = {}
    for kind, complement, after, before, passive in read_table(code, "quoting_cues"):
        if complement == "noun":
            continue
        rows = (
            (after, Cue(kind, complement, after=True)),
            (before, Cue(kind, complement, before=True)),
            (passive, Cue(kind, complement, passive=True)),
        )
        for forms, cue in rows:
            for form in forms.split():
                if "_" not in form:
                    cues[form] = _joined(cues.get(form), cue)
        for form in _clitic_forms(code, f"{after} {passive}"):
            cues.setdefault(form, Cue(kind, complement, clitic=True))
    return cues


def _nouns(code: str) -> dict[str, Cue]:
    """Nouns of saying, which no verb form is spelled like."""
    rows = [row for row in read_table(code, "quoting_cues") if row[1] == "noun"]
    return {form: Cue(kind, complement) for kind, complement, _, before, _ in rows for form in before.split()}


def _joined(known: Cue | None, cue: Cue) -> Cue:
    if known is None:
        return cue
    return Cue(
        known.kind,
        known.complement,
        known.before or cue.before,
        known.after or cue.after,
        False,
        known.passive or cue.passive,
    )


def _clitic_forms(code: str, forms: str) -> list[str]:
    """`ujarnya`, `dikatakannya`: forms with the speaker's clitic, where the language has one."""
    return [form + suffix for suffix in sorted(column(code, "quoting_words", "clitic")) for form in forms.split()]


def _phrases(code: str) -> dict[str, tuple[Cue, ...]]:
    """Cues of several words (`called_on`) by their first word."""
    found: dict[str, tuple[Cue, ...]] = {}
    for kind, complement, _, before, _ in read_table(code, "quoting_cues"):
        for form in before.split():
            first, *rest = form.split("_")
            if rest:
                cue = Cue(kind, complement, before=True, rest=tuple(rest))
                found[first] = (*found.get(first, ()), cue)
    return found
