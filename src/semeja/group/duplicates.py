"""Which articles share text, and how much of each: candidates from fingerprints, the share from word n-grams."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

import msgspec

from semeja.group.fingerprints import WORDS, fingerprints

MOST_CARRIERS = 64
"""A print that more articles carry is stock text (agency notices, mastheads) and opens no pair: keeps growth linear."""


class SharedText(msgspec.Struct, frozen=True, order=True):
    """Two articles and the share of each one's word n-grams that the other has too, from 0 to 1."""

    left: str
    right: str
    of_left: float
    of_right: float


def shared_texts(texts: Mapping[str, tuple[str, ...]]) -> tuple[SharedText, ...]:
    """All pairs of articles (id -> case-folded body words) that share a fingerprint, with their shares."""
    carriers: dict[int, list[str]] = defaultdict(list)
    for article in sorted(texts):
        for print_ in fingerprints(texts[article]):
            carriers[print_].append(article)
    pairs = {
        pair for members in carriers.values() if 2 <= len(members) <= MOST_CARRIERS for pair in combinations(members, 2)
    }
    grams = {article: _grams(texts[article]) for article in sorted({one for pair in pairs for one in pair})}
    return tuple(_share(left, right, grams[left], grams[right]) for left, right in sorted(pairs))


def _grams(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(words[at : at + WORDS] for at in range(max(1, len(words) - WORDS + 1)))


def _share(left: str, right: str, a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> SharedText:
    both = len(a & b)
    return SharedText(left, right, both / len(a), both / len(b))
