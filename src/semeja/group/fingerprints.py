"""Fingerprints of a text: a sample of its word n-grams that any longer shared passage must hit."""

import re
from collections.abc import Sequence
from itertools import accumulate, repeat
from operator import add, mod, mul, sub
from zlib import crc32

WORDS = 6
"""Words per n-gram: shorter ones meet in stock phrases, longer ones break on a single edit."""
WINDOW = 4
"""Winnowing window (Schleimer, Wilkerson, Aiken 2003): a shared run of `WORDS + WINDOW - 1` words is always seen."""
PRIME = (1 << 61) - 1
"""Grams are numbers below this Mersenne prime: no two of the grams of a large pile meet by chance."""

_WORD = re.compile(r"[^\W_]+")


def word_places(text: str) -> tuple[tuple[str, int, int], ...]:
    """Case-folded words of a text with their places."""
    return tuple([(match[0].casefold(), *match.span()) for match in _WORD.finditer(text)])


def grams_of(words: Sequence[str]) -> list[int]:
    """The word n-grams of a text as numbers, one for each first word; a text shorter than one is one gram.

    A gram is the sum of what its neighbouring words make together, each with the one before it: the sum rolls over the
    text, and words in another order make another sum. Every step is one call over the whole text, since this is the
    part of the search that every word goes through.
    """
    if len(words) < 2:
        return [crc32(word.encode()) for word in words]
    codes = list(map(crc32, map(str.encode, words)))
    joined = map(mul, codes, map(add, codes[1:], repeat(1 << 32)))
    sums = [0, *accumulate(joined)]
    return list(map(mod, map(sub, sums[WORDS - 1 :] or sums[-1:], sums), repeat(PRIME)))


def fingerprints(grams: Sequence[int]) -> frozenset[int]:
    """The least gram of each window: prints that two texts with a long enough run in common have in common too."""
    if len(grams) <= WINDOW:
        return frozenset([min(grams)] if grams else ())
    return frozenset(map(min, *(grams[first:] for first in range(WINDOW))))
