"""Which of the words that may be verbs are predicates where they stand."""

from collections.abc import Sequence
from typing import Final

from semeja.read.events.items import CLAUSE_LINKS, Item

_OPENING: Final = frozenset({"have", "light", "marker", "future", "modal", "must"})
AHEAD: Final = frozenset({"future", "must"})
_WEAK: Final = frozenset({"bare", "noun", "person"})
_AFTER_SUBJECT: Final = frozenset({"prep", "be", "perfect", "future", "modal", "must"})
_HANGING: Final = frozenset({"purpose", "that"})
_BOTH: Final = frozenset({"infinitive", "active", "gerund"})
_PARTICIPLES: Final = frozenset({"past", "participle"})
_MAYBE_NOUN: Final = frozenset({"infinitive", "active", "gerund", "past"})


def settle_nouns(items: Sequence[Item], keys: Sequence[str], title: bool) -> None:
    """Of words that are verb or noun, leave only the noun where the words before them say so."""
    for at, item in enumerate(items):
        noun, roles = item.word.noun, item.word.roles
        if noun is None:
            continue
        rests = not title and not roles and not is_predicate(items, at, title)
        rests = rests or ("thing" in roles and not _is_held(items, at))
        if rests or _reads_as_noun(items, keys, at):
            item.word = noun


def is_predicate(items: Sequence[Item], at: int, title: bool) -> bool:
    """A bare stem is a predicate in a headline or right after a pronoun or name; a plain adverb never is."""
    word = items[at].word
    roles = word.roles
    if roles:
        if "thing" in roles:
            return _is_held(items, at)
        return "nominal" not in roles or _governs_ahead(items, at)
    if title or not word.voices <= _WEAK:
        return True
    return at > 0 and items[at - 1].kind == "mention"


def is_announced(items: Sequence[Item], at: int) -> bool:
    """The word after `akan` or `must` is a predicate when no known verb follows (`kami akan kembali`)."""
    if at == 0 or AHEAD.isdisjoint(items[at - 1].word.roles) or items[at].kind not in ("word", "other"):
        return False
    for item in items[at : at + 4]:
        if item.word.verbal:
            return False
        if item.kind not in ("word", "other") or item.word.roles & CLAUSE_LINKS:
            break
    return True


def _governs_ahead(items: Sequence[Item], at: int) -> bool:
    """A noun of planning, fearing, hoping counts when a clause hangs on it or a verb of having or denying holds it."""
    if _is_held(items, at):
        return True
    for item in items[at + 1 : at + 6]:
        if not item.word.roles.isdisjoint(_HANGING):
            return True
        if item.kind in ("comma", "stop", "quote"):
            return False
    return False


def _is_held(items: Sequence[Item], at: int) -> bool:
    """Does a name, an auxiliary or a denial stand right before it?"""
    while at > 1 and items[at - 1].kind == "time":
        at -= 1
    before = items[at - 1] if at > 0 else None
    if before is None:
        return False
    return before.kind == "mention" or not before.word.roles.isdisjoint(_OPENING) or _denies(before)


def _denies(item: Item) -> bool:
    return any(sense.frame.type == "DENY" for sense in item.word.senses)


def _reads_as_noun(items: Sequence[Item], keys: Sequence[str], at: int) -> bool:
    """`talks`, `attack`, `strike` are nouns after an article, a preposition, an owner or another verb."""
    voices = items[at].word.voices
    if _is_adjective(items, at, voices):
        return True
    if voices.isdisjoint(_MAYBE_NOUN):
        return False
    either = "noun" in voices and not voices.isdisjoint(_BOTH) and not _takes_object(items, at, voices)
    if at == 0:
        return either and len(items) > 1 and bool(items[1].word.roles & _AFTER_SUBJECT)
    before = items[at - 1]
    if before.kind == "mention":
        return _owned_or_compound(before, keys, voices, either)
    if keys[before.first] in ("'s", "’s") or (keys[before.last].isdigit() and voices <= {"past", "participle"}):
        return True
    if before.kind in ("other", "time") or (before.word.senses and not before.word.verbal):
        return either and ("active" in voices or not keys[before.last].endswith("s"))
    roles = before.word.roles
    if "determiner" in roles:
        return True
    if before.word.verbal and "infinitive" in voices and "try" not in roles:
        return True
    if not either or "infinitive" in roles or roles & {"future", "modal", "must", "neg"}:
        return False
    return before.word.verbal or bool(roles & {"prep", "every", "demonstrative"})


def _is_adjective(items: Sequence[Item], at: int, voices: frozenset[str]) -> bool:
    """A participle right after an article, a preposition or another verb: `a planned visit`, `of jailed leaders`."""
    shown = "adjectival" in items[at].word.roles or (len(voices) == 1 and not voices.isdisjoint(_PARTICIPLES))
    if not shown or at == 0 or at + 1 == len(items):
        return False
    follows, before = items[at + 1], items[at - 1].word
    if follows.kind not in ("word", "other", "mention") or "prep" in follows.word.roles:
        return "article" in before.roles
    if "article" in before.roles or ("prep" in before.roles and not before.roles & CLAUSE_LINKS):
        return True
    return before.verbal and not voices and not before.roles & _OPENING and not follows.word.roles & CLAUSE_LINKS


def _takes_object(items: Sequence[Item], at: int, voices: frozenset[str]) -> bool:
    """A gerund right before a name is a verb: `after meeting Boris`."""
    return "gerund" in voices and at + 1 < len(items) and items[at + 1].kind == "mention"


def _owned_or_compound(before: Item, keys: Sequence[str], voices: frozenset[str], either: bool) -> bool:
    """`Russia's attack`, `the Israeli attack`; but `Russia attacks`, `workers strike`, `we demand`."""
    if keys[before.last].endswith(("'s", "’s")):
        return True
    who = before.mention
    many = len(before.entities) > 1 or (who is not None and (who.kind == "group" or who.form == "pronoun"))
    return either and "infinitive" in voices and not many
