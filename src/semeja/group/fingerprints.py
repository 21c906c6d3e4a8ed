"""Fingerprints of a text: a sample of its word n-grams that any longer shared passage must hit."""

import hashlib
import re
from functools import lru_cache

WORDS = 6
"""Words per n-gram: shorter ones meet in stock phrases, longer ones break on a single edit."""
WINDOW = 4
"""Winnowing window (Schleimer, Wilkerson, Aiken 2003): a shared run of `WORDS + WINDOW - 1` words is always seen."""

_WORD = re.compile(r"[^\W_]+")


def word_places(text: str) -> tuple[tuple[str, int, int], ...]:
    """Case-folded words of a text with their places."""
    return tuple([(match[0].casefold(), *match.span()) for match in _WORD.finditer(text)])


@lru_cache(maxsize=4096)
def _hash(gram: str) -> int:
    return int.from_bytes(hashlib.blake2b(gram.encode(), digest_size=8).digest(), "big")


def fingerprints(words: tuple[str, ...]) -> dict[int, int]:
    """Winnowed hash -> index of the first word of its n-gram. A text shorter than an n-gram has one print."""
    if not words:
        return {}
    grams = [_hash(" ".join(words[at : at + WORDS])) for at in range(max(1, len(words) - WORDS + 1))]
    prints: dict[int, int] = {}
    for left in range(max(1, len(grams) - WINDOW + 1)):
        window = grams[left : left + WINDOW]
        least = min(window)
        prints.setdefault(least, left + window.index(least))
    return prints
