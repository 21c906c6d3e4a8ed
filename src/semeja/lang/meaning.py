"""What words mean across languages: one key for `menolak`, `penolakan`, `rejected`, `refusal`.

A word is taken back to a root that the table knows by undoing affixes; a word of which no root is known has no key.
Indonesian nasal assimilation after Sneddon, *Indonesian: A Comprehensive Grammar* (facts).
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from semeja.lang.table import read_table

WORLD = "world"
COLUMNS = {"en": 1, "id": 2}
"""Column of the table in which the words of a language stand."""

FURTHER = "~"
"""Stands before a further sense of a word whose usual one is in another row."""
NONE = "-"
"""A cell for which the language has no single word."""
SHORTEST_ROOT = 3
_CLITICS = ("nya", "lah", "kah", "pun", "")
_SUFFIXES = ("kan", "an", "i", "")
# Prefix -> letters that it may have swallowed; an empty one: the root follows as it is.
_PREFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("menge", ("",)),
    ("penge", ("",)),
    ("memper", ("",)),
    ("diper", ("",)),
    ("meny", ("s",)),
    ("peny", ("s",)),
    ("meng", ("", "k")),
    ("peng", ("", "k")),
    ("mem", ("", "p")),
    ("pem", ("", "p")),
    ("men", ("", "t")),
    ("pen", ("", "t")),
    ("ber", ("",)),
    ("ter", ("",)),
    ("per", ("",)),
    ("pel", ("",)),
    ("bel", ("",)),
    ("me", ("",)),
    ("pe", ("",)),
    ("di", ("",)),
    ("ke", ("",)),
    ("se", ("",)),
    ("be", ("",)),
    ("te", ("",)),
)
_ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("ed", ""), ("ing", ""), ("ing", "e"), ("s", ""), ("d", ""))


class Meanings(msgspec.Struct, frozen=True):
    """`keys`: root or word of one language -> its keys, the usual one first; `irregular`: past form -> lemma.

    `phrases`: words in a row that mean more than each -> keys; `longest`: first word -> words of the longest.
    """

    code: str
    keys: Mapping[str, tuple[str, ...]]
    irregular: Mapping[str, str]
    phrases: Mapping[tuple[str, ...], tuple[str, ...]] = {}
    longest: Mapping[str, int] = {}

    def phrase(self, words: Sequence[str], at: int) -> tuple[tuple[str, ...], int]:
        """What the longest phrase that starts at a case-folded word means, and how many words it has; else 0."""
        for size in range(min(self.longest.get(words[at], 0), len(words) - at), 0, -1):
            senses = self.phrases.get(tuple(words[at : at + size]))
            if senses:
                return senses, size
        return (), 0

    def of(self, word: str) -> str | None:
        """The usual key of a case-folded word, or None. The longest root that the table knows counts."""
        senses = self.senses(word)
        return senses[0] if senses else None

    def senses(self, word: str) -> tuple[str, ...]:
        """All keys of that root: `strike` is an attack or a walkout. Empty for a word that the table does not know."""
        roots = _indonesian(word) if self.code == "id" else _english(word, self.irregular)
        known = [root for root in roots if root in self.keys]
        return self.keys[max(known, key=lambda root: (len(root), root))] if known else ()


@cache
def load(code: str) -> Meanings:
    """The meanings that the table has for the language `code`; none for a language without a column."""
    column = COLUMNS.get(code)
    usual: dict[str, list[str]] = {}
    further: dict[str, list[str]] = {}
    for row in read_table(WORLD, "meanings") if column else ():
        for word in row[column or 0].split() if row[column or 0] != NONE else ():
            (further if word.startswith(FURTHER) else usual).setdefault(word.lstrip(FURTHER), []).append(row[0])
    keys = {word: (*usual.get(word, ()), *further.get(word, ())) for word in (*usual, *further)}
    verbs = read_table("en", "irregular_verbs") if code == "en" else ()
    irregular = {form: row[0] for row in verbs for form in row[1:]}
    phrases = _phrases(column) if column else {}
    longest: dict[str, int] = {}
    for words in phrases:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Meanings(code, keys, irregular, phrases, longest)


def _phrases(column: int) -> dict[tuple[str, ...], tuple[str, ...]]:
    rows = [row for row in read_table(WORLD, "meaning_phrases") if row[column] != NONE]
    return {
        tuple(words.replace("-", " ").split()): tuple(row[0].split("|"))
        for row in rows
        for words in row[column].split("|")
    }


@cache
def usual_keys() -> frozenset[str]:
    """Keys of what every second statement in the news says, whatever it is about: `ask`, `people`, `government`."""
    return frozenset(key for row in read_table(WORLD, "usual_meanings") for key in row[0].split())


@cache
def opposites_of(key: str) -> frozenset[str]:
    """Keys that say the opposite of a key: `stop` for `continue`."""
    rows = read_table(WORLD, "opposite_meanings")
    return frozenset(one for row in rows for one, other in (row[:2], row[1::-1]) if other == key)


def _indonesian(word: str) -> Iterator[str]:
    """The word and what is left when clitic, suffix and up to two prefixes are undone."""
    for clitic in _CLITICS:
        if not word.endswith(clitic):
            continue
        bare = word.removesuffix(clitic) if clitic else word
        for suffix in _SUFFIXES:
            if bare.endswith(suffix):
                stem = bare.removesuffix(suffix) if suffix else bare
                yield from _unprefixed(stem, 2)


def _unprefixed(stem: str, depth: int) -> Iterator[str]:
    if len(stem) < SHORTEST_ROOT:
        return
    yield stem
    for prefix, swallowed in _PREFIXES if depth else ():
        if stem.startswith(prefix):
            for letter in swallowed:
                yield from _unprefixed(letter + stem[len(prefix) :], depth - 1)


def _english(word: str, irregular: Mapping[str, str]) -> Iterator[str]:
    yield word
    if word in irregular:
        yield irregular[word]
    for ending, put_back in _ENDINGS:
        stem = word.removesuffix(ending) + put_back
        if word.endswith(ending) and len(stem) >= SHORTEST_ROOT:
            yield stem
            if not put_back and len(stem) > SHORTEST_ROOT and stem[-1] == stem[-2]:
                yield stem[:-1]
