"""Which of the words that may be verbs are predicates where they stand."""

from collections.abc import Sequence

from semeja.lang.coding import Word
from semeja.read.events.items import CLAUSE_LINKS, Item

_OPENING = frozenset({"have", "light", "marker", "future", "modal", "must"})
_SILENT = frozenset({"adverb", "stopword"})
_FINITE = frozenset({"infinitive", "active"})


def settle_nouns(items: Sequence[Item], keys: Sequence[str]) -> None:
    """Of words that are verb or noun, leave only the noun where the words before them say so."""
    for at, item in enumerate(items):
        if item.word.verbal and _reads_as_noun(items, keys, at):
            nouns = tuple(sense for sense in item.word.senses if sense.voice == "noun")
            item.word = Word(item.word.roles & _SILENT, nouns, False)


def is_predicate(items: Sequence[Item], at: int, title: bool) -> bool:
    """A bare stem is a predicate in a headline or right after a pronoun or name; a plain adverb never is."""
    word = items[at].word
    if "nominal" in word.roles:
        return _governs_ahead(items, at)
    if word.roles or title or any(sense.voice not in ("bare", "noun", "person") for sense in word.senses):
        return True
    return at > 0 and items[at - 1].kind == "mention"


def is_announced(items: Sequence[Item], at: int) -> bool:
    """The word after `akan` is a predicate when no known verb follows (`kami akan kembali`)."""
    if at == 0 or "future" not in items[at - 1].word.roles or items[at].kind not in ("word", "other"):
        return False
    for item in items[at : at + 4]:
        if item.word.verbal:
            return False
        if item.kind not in ("word", "other") or item.word.roles & CLAUSE_LINKS:
            break
    return True


def _governs_ahead(items: Sequence[Item], at: int) -> bool:
    """A noun of planning, fearing, hoping counts when a clause hangs on it or a verb of having or denying holds it."""
    before = items[at - 1] if at > 0 else None
    if before is not None and (before.kind == "mention" or before.word.roles & _OPENING or _denies(before)):
        return True
    for item in items[at + 1 : at + 6]:
        if item.word.roles & {"purpose", "that"}:
            return True
        if item.kind in ("comma", "stop", "quote"):
            return False
    return False


def _denies(item: Item) -> bool:
    return any(sense.frame.type == "DENY" for sense in item.word.senses)


def _reads_as_noun(items: Sequence[Item], keys: Sequence[str], at: int) -> bool:
    """`talks`, `attack`, `strike` are nouns after an article, a preposition, an owner or another verb."""
    voices = {sense.voice for sense in items[at].word.senses}
    if "noun" not in voices or not voices & _FINITE:
        return False
    if at == 0:
        return len(items) > 1 and "prep" in items[1].word.roles
    before = items[at - 1]
    if before.kind == "mention":
        owned = keys[before.last].endswith(("'s", "’s"))
        who = before.mention
        many = len(before.entities) > 1 or (who is not None and (who.kind == "group" or who.form == "pronoun"))
        return owned or ("infinitive" in voices and not many)
    if before.kind == "other":
        return "active" in voices or not keys[before.last].endswith("s")
    roles = before.word.roles
    if "infinitive" in roles or roles & {"future", "modal", "must", "neg"}:
        return False
    return before.word.verbal or bool(roles & {"determiner", "prep", "every", "demonstrative"})
