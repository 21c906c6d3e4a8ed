"""Which articles share text, and how much of each: candidates from fingerprints, the share from runs of words."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

import msgspec

from semeja.group.fingerprints import WORDS, fingerprints

MOST_CARRIERS = 24
"""Up to so many carriers of one print are compared each with each; beyond, each with the first and the one before:
a text that 200 outlets print verbatim stays in one piece, and the work grows with the articles, not their pairs."""

LEAST_PRINTS = 0.1
"""Share of the shorter text's fingerprints that a pair must have in common to be compared word by word: a sentence
in common is no copy, and on large piles most candidates have no more."""

Grams = frozenset[tuple[str, ...]]


class SharedText(msgspec.Struct, frozen=True, order=True):
    """Two articles and the share of each one's words that stand in runs which the other has too, from 0 to 1.

    A run is an n-gram of `WORDS` words, so an edit costs the words between it and the next one, not the whole text,
    and the order of sentences does not matter.
    """

    left: str
    right: str
    of_left: float
    of_right: float


def shared_texts(texts: Mapping[str, tuple[str, ...]]) -> tuple[SharedText, ...]:
    """Pairs of articles (id -> case-folded body words) that share enough fingerprints, with their shares, sorted.

    The order of `texts` says who is first where a print has more than `MOST_CARRIERS` carriers; callers give time.
    """
    carriers: dict[int, list[str]] = defaultdict(list)
    counts: dict[str, int] = {}
    for article, words in texts.items():
        prints = fingerprints(words)
        counts[article] = len(prints)
        for print_ in prints:
            carriers[print_].append(article)
    common = Counter(pair for members in carriers.values() for pair in _pairs(members))
    pairs = sorted(
        tuple(sorted(pair))
        for pair, count in common.items()
        if count >= LEAST_PRINTS * min(counts[one] for one in pair)
    )
    grams = {article: grams_of(texts[article]) for article in sorted({one for pair in pairs for one in pair})}
    return tuple(
        SharedText(
            left,
            right,
            sum(covered(texts[left], grams[right])) / len(texts[left]),
            sum(covered(texts[right], grams[left])) / len(texts[right]),
        )
        for left, right in pairs
    )


def _pairs(members: Sequence[str]) -> Iterator[tuple[str, str]]:
    if len(members) <= MOST_CARRIERS:
        yield from combinations(members, 2)
        return
    for before, member in pairwise(members):
        yield before, member
        if before != members[0]:
            yield members[0], member


def grams_of(words: tuple[str, ...]) -> Grams:
    """The word n-grams of a text; a text shorter than one is one gram."""
    return frozenset(words[at : at + WORDS] for at in range(max(1, len(words) - WORDS + 1)))


def covered(words: tuple[str, ...], grams: Grams) -> list[bool]:
    """Which words stand in an n-gram that is one of `grams`."""
    marks = [False] * len(words)
    until = 0
    for at in range(max(1, len(words) - WORDS + 1)):
        if words[at : at + WORDS] in grams:
            end = min(at + WORDS, len(words))
            start = max(at, until)
            marks[start:end] = [True] * (end - start)
            until = end
    return marks
