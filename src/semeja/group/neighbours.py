"""Which articles are alike: a graph that is the same for any order in which articles come and go.

Two articles are compared when they stand within `WINDOW` places of each other in the lists of at least `MEETINGS` of
their key terms, each list in order of time; that depends on the articles that there are alone. A new article is
compared with those around it, and at most `WINDOW` pairs a list, which it pushes apart, are looked at again.
"""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from semeja.group.likeness import Shared, likeness, looked_up, shared_by
from semeja.group.vectors import Vector

WINDOW = 12
"""Places on either side: bounds the work per article whatever the size of the pile, also where all is on one day."""
MEETINGS = 2
"""Lists in which two articles must be near: one common word is no sign."""
LEAST = 0.05
"""Likeness below which two articles are not linked."""

Place = tuple[int, str]


class Neighbours:
    """The graph of likeness; `links` holds for each article its neighbours and what they share."""

    def __init__(self) -> None:
        self.vectors: dict[str, Vector] = {}
        self.links: dict[str, dict[str, Shared]] = {}
        self._lists: defaultdict[str, list[Place]] = defaultdict(list)

    def add(self, vector: Vector) -> None:
        """A new article, compared with those near it."""
        self.vectors[vector.article] = vector
        self.links[vector.article] = {}
        met: Counter[str] = Counter()
        parted: set[tuple[str, str]] = set()
        place = vector.place()
        for key in vector.keys:
            places = self._lists[key]
            at = bisect_left(places, place)
            around = places[max(0, at - WINDOW) : at + WINDOW]
            met.update([article for _, article in around])
            parted.update(_across(places, at, WINDOW))
            insort(places, place)
        self._unlink_parted(parted)
        terms = looked_up(vector)
        for article in sorted(article for article, count in met.items() if count >= MEETINGS):
            self._link(terms, vector, self.vectors[article])

    def place(self, vectors: Iterable[Vector]) -> None:
        """Articles into an empty graph of which the links are known."""
        for vector in vectors:
            self.vectors[vector.article] = vector
            self.links[vector.article] = {}
            for key in vector.keys:
                self._lists[key].append(vector.place())
        for places in self._lists.values():
            places.sort()

    def link(self, one: str, other: str, shared: Shared) -> None:
        """Note that two articles are alike."""
        self.links[one][other] = self.links[other][one] = shared

    def remove(self, article: str) -> None:
        """Take an article out; pairs that it held apart are compared."""
        vector = self.vectors.pop(article)
        for other in self.links.pop(article):
            del self.links[other][article]
        joined: set[tuple[str, str]] = set()
        for key in vector.keys:
            places = self._lists[key]
            at = bisect_left(places, vector.place())
            del places[at]
            joined.update(_across(places, at, WINDOW))
        for left, right in sorted(joined):
            if right not in self.links[left] and self._meet(left, right):
                one = self.vectors[left]
                self._link(looked_up(one), one, self.vectors[right])

    def _link(self, terms: dict[str, tuple[float, int]], one: Vector, other: Vector) -> None:
        shared = shared_by(terms, one.day, other)
        if likeness(shared, 1) >= LEAST:
            self.link(one.article, other.article, shared)

    def _unlink_parted(self, parted: set[tuple[str, str]]) -> None:
        for left, right in parted:
            if right in self.links[left] and not self._meet(left, right):
                del self.links[left][right], self.links[right][left]

    def _meet(self, left: str, right: str) -> bool:
        """Whether two articles are near in enough lists."""
        one, other = self.vectors[left], self.vectors[right]
        met = 0
        for key in sorted(set(one.keys) & set(other.keys)):
            places = self._lists[key]
            met += abs(bisect_left(places, one.place()) - bisect_left(places, other.place())) <= WINDOW
            if met == MEETINGS:
                return True
        return False


def _across(places: list[Place], at: int, window: int) -> Iterator[tuple[str, str]]:
    """Pairs `window` places apart of which the first stands before `at`, the second at or behind it."""
    for left in range(max(0, at - window), min(at, len(places) - window)):
        yield tuple(sorted((places[left][1], places[left + window][1])))  # type: ignore[misc]
