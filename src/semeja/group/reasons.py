"""Why an article stands in its story: what it shares with the others, the weightiest first."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from semeja.group.likeness import looked_up, nearness_of
from semeja.group.vectors import Features, vector_of

MOST_REASONS = 8
"""Terms that are given: the first ones make up most of the likeness."""


class Reason(msgspec.Struct, frozen=True):
    """A term that an article shares with its story: its part of the likeness, and how many of the others have it."""

    term: str
    part: float
    articles: int


class Belonging(msgspec.Struct, frozen=True):
    """How alike an article is to the others of its story on the mean (cosine times nearness in time), and by what."""

    article: str
    likeness: float
    reasons: tuple[Reason, ...]


def reasons_of(article: Features, story: Iterable[Features]) -> Belonging:
    """Why `article` is with the others of `story`; an article that stands alone has no reasons."""
    one = vector_of(article)
    terms = looked_up(one)
    others = [vector_of(other) for other in story if other.article != article.article]
    parts: defaultdict[str, list[float]] = defaultdict(list)
    for other in others:
        near = nearness_of(one.day, other.day)
        for term, weight in zip(other.terms, other.weights, strict=True):
            if term in terms:
                parts[term].append(weight * terms[term][0] * near)
    total = sum(map(sum, parts.values()))
    ranked = sorted(parts, key=lambda term: (-sum(parts[term]), term))[:MOST_REASONS]
    given = tuple(Reason(term, round(sum(parts[term]) / total, 3), len(parts[term])) for term in ranked)
    return Belonging(article.article, round(total / len(others), 3) if others else 0.0, given)
