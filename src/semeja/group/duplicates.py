"""Which articles share text, and how much of each: candidates from fingerprints, the share from runs of words."""

from array import array
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

import msgspec

from semeja.group.carriers import Carriers, shared_prints
from semeja.group.fingerprints import WORDS, grams_of

LEAST_PRINTS = 0.1
"""Share of the shorter text's fingerprints that a pair must have in common to be compared word by word: a sentence
in common is no copy, and on large piles most candidates have no more."""
REMEMBERED = 64
"""Texts whose grams are kept while pairs are compared: the texts of one pile of copies come one after the other."""

_BYTE = 8


class SharedText(msgspec.Struct, frozen=True, order=True):
    """Two articles and the share of each one's words that stand in runs which the other has too, from 0 to 1.

    A run is an n-gram of `WORDS` words, so an edit costs the words between it and the next one, not the whole text,
    and the order of sentences does not matter.
    """

    left: str
    right: str
    of_left: float
    of_right: float


class _Text(msgspec.Struct, frozen=True):
    """How many words a text has, its grams in order, and the different ones."""

    words: int
    grams: "array[int]"
    distinct: frozenset[int]


def shared_texts(texts: Mapping[str, Sequence[str]]) -> tuple[SharedText, ...]:
    """Pairs of articles (id -> case-folded body words) that share enough fingerprints, with their shares, sorted.

    The order of `texts` says who is first where a print has more carriers than are compared each with each; callers
    give time. A text is asked for whenever it is looked at, so `texts` may fetch it; what is kept are numbers.
    """
    names = list(texts)

    @lru_cache(maxsize=REMEMBERED)
    def text(number: int) -> _Text:
        words = texts[names[number]]
        grams = grams_of(words)
        return _Text(len(words), grams, frozenset(grams))

    found = []
    for pair in _candidates(shared_prints(map(texts.__getitem__, names))):
        left, right = sorted(pair, key=names.__getitem__)
        found.append(
            SharedText(names[left], names[right], _share(text(left), text(right)), _share(text(right), text(left)))
        )
    return tuple(sorted(found))


def _candidates(carriers: Carriers) -> Iterator[tuple[int, int]]:
    """Numbers of two texts with enough prints in common."""
    prints = carriers.prints
    for later in range(len(prints)):
        for earlier, common in sorted(carriers.before(later).items()):
            if common >= LEAST_PRINTS * min(prints[later], prints[earlier]):
                yield earlier, later


def _share(text: _Text, other: _Text) -> float:
    return covered(text.grams, other.distinct, text.words).bit_count() / text.words


def covered(grams: Sequence[int], others: Set[int], words: int) -> int:
    """Which of so many words stand in a gram that is one of `others`: the lowest bit of a byte for each word, the first
    word in the lowest byte, so that bits are counted and joined for all words at once."""
    held = int.from_bytes(bytes(map(others.__contains__, grams)), "little")
    marks = held
    for place in range(1, WORDS):
        marks |= held << place * _BYTE
    return marks & ((1 << words * _BYTE) - 1)
