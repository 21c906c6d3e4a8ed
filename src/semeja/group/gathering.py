"""A story that is being gathered: its articles and what is needed to say how alike it is to another."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import compress

from semeja.group.likeness import Shared, likeness, nearness_of
from semeja.group.vectors import Vector

USUAL_COHESION = 0.12
"""Mean likeness within a story as long as it is not known."""
DOUBT = 1.0
"""So many pairs of `USUAL_COHESION` are added to the pairs of a story: two articles say little about its cohesion."""
MOST_COHESION = 0.3
"""No story counts as more of one piece than this: many rewordings of one text would else raise the bar for the honest
reports beside them until these stand alone."""

MOST_COHESION = 0.3
"""Cohesion counts up to here: reports of one hand, however many, do not shut those of others out."""


class Gathering:
    """Articles that are one story so far; `inner` sums what its pairs share."""

    def __init__(self, vector: Vector) -> None:
        self.members: tuple[str, ...] = (vector.article,)
        self.inner: Shared = (0.0, 0.0, 0.0)
        self.cohesion = USUAL_COHESION
        self.days: Mapping[int | None, int] = {vector.day: 1}
        self._vector: Vector | None = vector  # most stories stay with one article, which is its own sum
        self._weights: dict[str, float] = {}
        self._specific: set[str] = set()

    def size(self) -> int:
        """How many articles it has."""
        return len(self.members)

    def terms(self) -> Iterator[tuple[str, float]]:
        """Terms with the sum of their weights."""
        one = self._vector
        return zip(one.terms, one.weights, strict=True) if one else iter(self._weights.items())

    def take(self, other: "Gathering", shared: Shared) -> None:
        """Add the articles of another one, no larger; `shared`: what the pairs across share."""
        self._unfold()
        for term, weight in other.terms():
            self._weights[term] = self._weights.get(term, 0.0) + weight
        self._specific |= other.specific()
        self.members = tuple(sorted(self.members + other.members))
        self.inner = plus(plus(self.inner, other.inner), shared)
        self.days = Counter(self.days) + Counter(other.days)
        pairs = self.size() * (self.size() - 1) // 2
        known = likeness(self.inner, pairs) * pairs
        self.cohesion = min(MOST_COHESION, (known + DOUBT * USUAL_COHESION) / (pairs + DOUBT))

    def specific(self) -> set[str]:
        """Terms that any article has as specific."""
        one = self._vector
        return set(compress(one.terms, one.specific)) if one else self._specific

    def shared_with(self, other: "Gathering") -> Shared:
        """What the pairs across two gatherings share, from their sums: as exact as pair by pair, and linear."""
        small, large = sorted((self, other), key=lambda one: (one.size(), one.members))
        large._unfold()
        marked, others = small.specific(), large._specific
        cosine = specific = 0.0
        for term, weight in small.terms():
            if (sum_ := large._weights.get(term)) is not None:
                cosine += weight * sum_
                if term in marked or term in others:
                    specific += weight * sum_
        near = sum(
            count * times * nearness_of(day, other_day)
            for day, count in self.days.items()
            for other_day, times in other.days.items()
        )
        return cosine, specific, near

    def _unfold(self) -> None:
        """Hold the sums in a dictionary from now on."""
        if self._vector is not None:
            self._weights, self._specific, self._vector = dict(self.terms()), self.specific(), None


def plus(left: Shared, right: Shared) -> Shared:
    """What two sets of pairs share together."""
    return left[0] + right[0], left[1] + right[1], left[2] + right[2]
