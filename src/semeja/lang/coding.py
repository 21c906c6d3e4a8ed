"""What a language fills in so that `read` knows event frames and scope operators."""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from itertools import groupby
from typing import TypeVar, cast

import msgspec

from semeja.lang.forms import Forms
from semeja.lang.table import read_table

_Value = TypeVar("_Value")

# Roles of an operator that make its word the predicate of a clause.
_PREDICATES = frozenset(
    [
        "report",
        "plan",
        "try",
        "fear",
        "predict",
        "hope",
        "light",
        "have",
        "receive",
        "stop",
        "happen",
        "continue",
        "verb",
        "auxiliary",
    ]
)

# Roles that a word keeps where it is a noun.
_SILENT = frozenset({"adverb", "stopword"})


# Marks of a word for the first pass over a text: a verb that codes, a noun that does, a bare stem, a verb that carries
# a noun, a word of duty or condition, a verb of saying.
VERB, NOUN, BARE, DOING, SAID, REPORT, PHRASE = 1, 2, 4, 8, 16, 32, 64
_MARK_OF_ROLE = {
    **dict.fromkeys(("light", "receive", "happen", "continue"), DOING),
    **dict.fromkeys(("must", "cond", "never"), SAID),
    "report": REPORT,
}
_MARK_OF_VOICE = {"noun": NOUN, "bare": BARE, "person": 0}


class Frame(msgspec.Struct, frozen=True):
    """What a root codes: event `type` and `mode`, ledger `act` and `strength`, and where its parties stand.

    `slots`: places to look for the recipient, in order: `obj`, `gen`, a preposition, `mutual`, `suffer`, `raise`,
    `border`, `agent`; `order`: an act on nobody unless one is named. `needs`: alternatives of content classes that all
    must be there; `bars`: classes that must not.
    """

    id: str
    root: str
    type: str
    mode: str | None
    act: str | None
    strength: str
    slots: tuple[str, ...]
    needs: tuple[tuple[str, ...], ...]
    bars: tuple[str, ...]


class Sense(msgspec.Struct, frozen=True):
    """One reading of a word as a trigger: its frame, and how the form stands to the root (see `Form`)."""

    frame: Frame
    voice: str
    suffix: str
    clitic: bool


class Word(msgspec.Struct, frozen=True):
    """What a word or phrase may be: operator roles, trigger senses in order of the frames; `verbal`: a predicate.

    `voices`: the voices of its senses; `types`: the event types of those that are no nouns. `noun`: what is left of a
    word that may be verb or noun where it is a noun; None: it is never in doubt.
    """

    roles: frozenset[str]
    senses: tuple[Sense, ...]
    verbal: bool
    voices: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    noun: "Word | None" = None


class CodingTables(msgspec.Struct, frozen=True):
    """Tables of one language: event frames and scope operators as one lexicon of surface forms.

    `phrases`: first word -> (the words after it, Word), longest first; `plain`: those of `words` that begin none.
    `classes`: word -> content classes,
    `class_phrases` the same for phrases. `verb_prefixes`, `passive_prefixes`, `not_verbs`: how an unknown word shows
    that it is a verb; `adverb_tail` the ending by which one shows that it is an adverb (empty: there is none).
    `owner_first`: an owner stands before its noun (`Moscow's demand`).
    `phrases_hide`: a word inside a phrase of a content class counts with the phrase only.
    `home_powers`: who governs, when no country is named with it.
    `counters`: words before a noun that count it or make it any one of its kind.
    `seconds`: first word of phrases -> the words that come second in them.
    `markers`: words such as `to` that make a verb of what comes after them. `within`: words before a count of days
    until which something is due.
    `marks`: word, or first word of a phrase, -> what it may be for an event (`VERB`, `NOUN`, …), to pass over the rest
    of a text quickly; `phrase_marks` the same for whole phrases.
    """

    code: str
    words: Mapping[str, Word]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Word], ...]]
    plain: Mapping[str, Word]
    classes: Mapping[str, frozenset[str]]
    class_phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    verb_prefixes: tuple[str, ...]
    passive_prefixes: tuple[str, ...]
    not_verbs: frozenset[str]
    adverb_tail: str
    owner_first: bool
    phrases_hide: bool
    home_powers: frozenset[str]
    counters: frozenset[str]
    seconds: Mapping[str, frozenset[str]]
    markers: frozenset[str]
    within: frozenset[str]
    marks: Mapping[str, int]
    phrase_marks: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]


def load(code: str) -> CodingTables:
    """The tables of the language `code` (`id`, `en`, …), from its data files."""
    senses = _senses(code, _forms(code))
    roles = _roles(code)
    entries = {
        surface: _word(roles.get(surface, ()), senses.get(surface, ())) for surface in senses.keys() | roles.keys()
    }
    single = {surface: word for surface, word in entries.items() if " " not in surface}
    phrases = _by_first((surface, entries[surface]) for surface in sorted(entries.keys() - single.keys()))
    settings = {row[0]: row[1] for row in read_table(code, "coding_settings")}
    classes = _classes(code, ("", settings["class_tail"]))
    return CodingTables(
        code=code,
        words=single,
        phrases=phrases,
        plain={surface: word for surface, word in single.items() if surface not in phrases},
        classes={word: frozenset(names) for word, names in classes.items() if " " not in word},
        class_phrases=_by_first(
            (word, name) for word in sorted(classes) if " " in word for name in sorted(classes[word])
        ),
        verb_prefixes=tuple(settings["verb_prefixes"].split()),
        passive_prefixes=tuple(settings["passive_prefixes"].split()),
        not_verbs=frozenset(surface for surface, names in roles.items() if "notverb" in names),
        adverb_tail=settings["adverb_tail"],
        owner_first=settings["owner_first"] == "yes",
        phrases_hide=settings["phrases_hide"] == "yes",
        home_powers=frozenset(surface for surface, names in roles.items() if "home_power" in names),
        counters=frozenset(settings.get("counters", "").split()),
        seconds={first: frozenset(rest[0] for rest, _ in group) for first, group in phrases.items()},
        markers=frozenset(surface for surface, word in single.items() if "marker" in word.roles),
        within=frozenset(surface for surface, names in roles.items() if "within" in names),
        marks=_marks(single, phrases),
        phrase_marks={first: tuple((rest, _mark(word)) for rest, word in group) for first, group in phrases.items()},
    )


def _marks(
    single: Mapping[str, Word], phrases: Mapping[str, tuple[tuple[tuple[str, ...], Word], ...]]
) -> dict[str, int]:
    """Marks of every word that has one; the first word of a phrase that has one bears `PHRASE` besides."""
    marks = {surface: mark for surface, word in single.items() if (mark := _mark(word))}
    for first, group in phrases.items():
        if any(_mark(word) for _, word in group):
            marks[first] = marks.get(first, 0) | PHRASE
    return marks


def _mark(word: Word) -> int:
    mark = 0
    for role in word.roles:
        mark |= _MARK_OF_ROLE.get(role, 0)
    for sense in word.senses:
        mark |= _MARK_OF_VOICE.get(sense.voice, VERB)
    return mark


def _forms(code: str) -> Forms:
    """The maker of forms in `lang/<code>/morphology.py`."""
    return cast(Forms, import_module(f"semeja.lang.{code}.morphology").load_forms())


def _senses(code: str, forms: Forms) -> dict[str, list[Sense]]:
    found: dict[str, list[Sense]] = {}
    for row in read_table(code, "frames"):
        frame = _frame(row)
        for affix in row[1].split():
            for form in forms(frame.root, affix):
                sense = Sense(frame, form.voice, form.suffix, form.clitic)
                if sense not in found.setdefault(form.surface, []):
                    found[form.surface].append(sense)
    return found


def _frame(row: tuple[str, ...]) -> Frame:
    root, _, type_, mode, act, slots, needs, bars = (("" if cell == "-" else cell) for cell in row)
    name, _, strength = act.partition(" ")
    return Frame(
        id=f"{root.replace(' ', '-')}.{type_.casefold()}",
        root=root,
        type=type_,
        mode=mode or None,
        act=name or None,
        strength=strength or "normal",
        slots=tuple(slots.split()),
        needs=tuple(tuple(need.split("~")) for need in needs.split()),
        bars=tuple(bars.split()),
    )


def _roles(code: str) -> dict[str, set[str]]:
    roles: dict[str, set[str]] = {}
    for role, word in _listed(code, "operators"):
        roles.setdefault(word, set()).add(role)
    return roles


def _classes(code: str, tails: tuple[str, ...]) -> dict[str, set[str]]:
    classes: dict[str, set[str]] = {}
    for name, word in _listed(code, "contents"):
        for tail in tails:
            classes.setdefault(word + tail, set()).add(name)
    return classes


def _listed(code: str, name: str) -> Iterator[tuple[str, str]]:
    """(first cell, word) of a table whose second cell lists words parted by commas."""
    for first, words in read_table(code, name):
        for word in words.split(","):
            yield first, word.strip()
            if "'" in word:
                yield first, word.strip().replace("'", "’")


def _word(roles: Iterable[str], senses: Iterable[Sense]) -> Word:
    names, readings = frozenset(roles), tuple(senses)
    verbal = bool(names & _PREDICATES) or any(sense.voice not in ("noun", "person") for sense in readings)
    voices = frozenset(sense.voice for sense in readings)
    types = frozenset(sense.frame.type for sense in readings if sense.voice != "noun")
    doubtful = verbal and (bool(readings) or "adjectival" in names)
    return Word(names, readings, verbal, voices, types, _noun(names, readings) if doubtful else None)


def _noun(roles: frozenset[str], senses: tuple[Sense, ...]) -> Word:
    """What is left of a word where it is a noun."""
    nouns = tuple(sense for sense in senses if sense.voice == "noun")
    return Word(roles & _SILENT, nouns, False, frozenset({"noun"} if nouns else ()))


def _by_first(entries: Iterable[tuple[str, _Value]]) -> dict[str, tuple[tuple[tuple[str, ...], _Value], ...]]:
    """Phrases by their first word, the longest first: `{"unjuk": ((("rasa",), …),)}`."""
    split = sorted(
        ((surface.split(" "), value) for surface, value in entries),
        key=lambda pair: (pair[0][0], -len(pair[0]), pair[0][1:]),
    )
    return {
        first: tuple((tuple(words[1:]), value) for words, value in group)
        for first, group in groupby(split, key=lambda pair: pair[0][0])
    }
