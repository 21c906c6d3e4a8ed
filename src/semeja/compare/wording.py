"""Content stems and meanings of a passage, the keys by which wordings are compared."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain

from semeja.lang import meaning, wording
from semeja.lang.pack import CODES

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
UNKNOWN = "?"
"""Stands before the stem of a word that no table knows."""


@lru_cache(maxsize=20_000)
def content_stems(text: str, language: str | None) -> tuple[str, ...]:
    """Stems of the words of `text` that carry content, in order; without a pack: all words of four letters or more."""
    words = _WORD.findall(text)
    if language not in CODES:
        return tuple(key for word in words if len(key := word.casefold()) >= wording.SHORTEST_STEM)
    return tuple(filter(None, map(_stemmer(language), words)))


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    """Word -> its stem if it carries content, else nothing; remembered, as most words of a text are frequent ones.

    One memory a language, so that it is asked by the word alone: no pair is built for each word of a text.
    """
    tables = wording.load(language)

    @lru_cache(maxsize=65_536)
    def stem(word: str) -> str:
        key = word.casefold()
        return tables.stem(key) if key not in tables.stopwords and (len(key) > 2 or key.isdigit()) else ""

    return stem


@lru_cache(maxsize=20_000)
def content_keys(text: str, language: str | None) -> tuple[str, ...]:
    """As `content_stems`, but a word of the table of meanings is its key, so that two languages meet.

    A figure is its digits: `14.000` and `14,000` are one. A compound has the keys of its parts (`warship`: `ship+war`).
    """
    if language not in CODES:
        return content_stems(text, language)
    words, phrases, keys_of = _WORD.findall(text), meaning.load(language), _keyer(language)
    folded = [word.casefold() for word in words]
    if phrases.longest.keys().isdisjoint(folded):
        return tuple(chain.from_iterable(map(keys_of, words)))
    keys: list[str] = []
    at = 0
    while at < len(words):
        senses, size = phrases.phrase(folded, at) if folded[at] in phrases.longest else ((), 0)
        keys += senses[:1] if size else keys_of(words[at])
        at += size or 1
    return tuple(keys)


@cache
def _keyer(language: str) -> Callable[[str], tuple[str, ...]]:
    """Word -> its keys if it carries content, else none; remembered as by `_stemmer`: undoing affixes takes long."""
    tables, meanings = wording.load(language), meaning.load(language)

    @lru_cache(maxsize=65_536)
    def keys_of(word: str) -> tuple[str, ...]:
        key = word.casefold()
        if key in tables.stopwords or not (len(key) > 2 or key.isdigit()):
            return ()
        whole = _figure(key) if key[0].isdigit() else meanings.of(key) or tables.stem(key)
        return tuple(whole.split("+"))

    return keys_of


def _figure(word: str) -> str:
    return word.replace(".", "").replace(",", "")


def senses_of(word: str, language: str | None) -> tuple[str, ...]:
    """All that a word may mean, as keys; its stem where the table does not know it; none for one without content."""
    return _senses(word, language) if language in CODES else (key,) if len(key := word.casefold()) > 2 else ()


@lru_cache(maxsize=65_536)
def _senses(word: str, language: str) -> tuple[str, ...]:
    key, tables = word.casefold(), wording.load(language)
    if key in tables.stopwords or not (len(key) > 2 or key.isdigit()):
        return ()
    if key[0].isdigit():
        return ("=" + (_figure(key).lstrip("0") or "0"),)
    return meaning.load(language).senses(key) or (UNKNOWN + tables.stem(key),)


def words_in(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Start, end and letters of each word and figure of `text[start:end]`."""
    for match in _WORD.finditer(text, start, end):
        yield match.start(), match.end(), match[0]


def name_meanings(words: Iterable[str]) -> frozenset[str]:
    """The words of a proper name with those that any language knows as their key: names mix languages."""
    tables = [meaning.load(code) for code in CODES]
    return frozenset(next((key for table in tables if (key := table.of(word))), word) for word in words)
