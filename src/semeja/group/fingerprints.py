"""Fingerprints of a text: a sample of its word n-grams that any longer shared passage must hit."""

import re
from array import array
from collections.abc import Sequence
from zlib import crc32

from semeja.group.lanes import BITS, everywhere, from_lanes, lesser, lowest, to_lanes

FACTORS = (40_503, 30_011, 52_379, 61_001, 45_007, 57_349)
"""Odd numbers below 2^16, one for each word of a gram: a gram is the sum of its words' checksums of 32 bits, each times
its factor, so that the same words in another order make another gram. The sum of six is below 2^51."""
WORDS = len(FACTORS)
"""Words per n-gram: shorter ones meet in stock phrases, longer ones break on a single edit."""
WINDOW = 4
"""Winnowing window (Schleimer, Wilkerson, Aiken 2003): a shared run of `WORDS + WINDOW - 1` words is always seen."""
PRINT_BITS = 44
"""Bits of a print, the low ones of its gram: they have wrapped around many times, so that neighbours are not alike."""

_WORD = re.compile(r"[^\W_]+")
_PRINT = (1 << PRINT_BITS) - 1


def word_places(text: str) -> tuple[tuple[str, int, int], ...]:
    """Case-folded words of a text with their places."""
    return tuple([(match[0].casefold(), *match.span()) for match in _WORD.finditer(text)])


def grams_of(words: Sequence[str]) -> "array[int]":
    """The word n-grams of a text as numbers, one for each first word; a text shorter than one is one gram."""
    return from_lanes(_grams(words), _places(words))


def fingerprints(words: Sequence[str]) -> set[int]:
    """The least print of each window: texts with a long enough run in common have some of these in common too."""
    count = _places(words)
    prints = _grams(words) & everywhere(_PRINT, count)
    if count < WINDOW:
        return {min(from_lanes(prints, count))} if count else set()
    of_two = lesser(prints, prints >> BITS, count)
    return set(from_lanes(lowest(lesser(of_two, of_two >> 2 * BITS, count), count - WINDOW + 1), count - WINDOW + 1))


def _places(words: Sequence[str]) -> int:
    return max(1, len(words) - WORDS + 1) if words else 0


def _grams(words: Sequence[str]) -> int:
    """The grams in lanes."""
    codes = to_lanes(map(crc32, map(str.encode, words)))
    return lowest(sum((codes >> BITS * place) * factor for place, factor in enumerate(FACTORS)), _places(words))
