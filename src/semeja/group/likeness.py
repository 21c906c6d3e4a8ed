"""How alike two articles are, or two groups of articles on the mean of their pairs."""

import math
from collections.abc import Mapping
from functools import cache

from semeja.group.vectors import Vector

FADING = 15.0
"""Days after which the part of the likeness that depends on time has fallen to 1/e."""
TIMELESS = 0.45
"""Part of the likeness that no distance in time takes away: dates of pages are often those of a crawl."""
SPECIFIC = 0.15
"""Share of the likeness that has to come from names, figures and days; what lies under it in proportion is lost.
Two strikes, two floods share all their words; two reports of one share who, where, how many."""

Shared = tuple[float, float, float]
"""Sums over pairs of articles: products of their weights, those of specific terms, nearness in time."""


def likeness(shared: Shared, pairs: int) -> float:
    """From 0 to 1: mean cosine, times mean nearness in time, times how far specific terms make it up."""
    cosine, specific, near = shared
    if cosine <= 0:
        return 0.0
    return cosine / pairs * (near / pairs) * min(1.0, specific / (cosine * SPECIFIC))


@cache
def nearness(gap: int) -> float:
    """From 1 on the same day down to `TIMELESS`; `gap` in days."""
    return TIMELESS + (1 - TIMELESS) * math.exp(-gap / FADING)


def nearness_of(left: int | None, right: int | None) -> float:
    """Of two days; an unknown one is near to every other."""
    return 1.0 if left is None or right is None else nearness(abs(left - right))


def looked_up(vector: Vector) -> dict[str, tuple[float, int]]:
    """Terms of a vector with weight and whether they are specific."""
    return dict(zip(vector.terms, zip(vector.weights, vector.specific, strict=True), strict=True))


def shared_by(left: Mapping[str, tuple[float, int]], left_day: int | None, right: Vector) -> Shared:
    """What two articles share; terms are taken in their order, so both directions give the same sums."""
    cosine = specific = 0.0
    weights, marks = right.weights, right.specific
    for at, other in enumerate(map(left.get, right.terms)):
        if other is not None:
            product = weights[at] * other[0]
            cosine += product
            if marks[at] or other[1]:
                specific += product
    return cosine, specific, nearness_of(left_day, right.day)
