"""Articles that are linked into stories: the two most alike first, as long as they are alike enough for what they are.

Average linkage (Sokal and Michener 1958) with a bar that depends on the two: a story whose articles are much alike, a
wire report in many papers, takes in only what is nearly as much alike; one told in many ways takes in more.
"""

import math
from collections.abc import Iterator, Mapping
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from semeja.group.gathering import Gathering, plus
from semeja.group.likeness import Shared, likeness
from semeja.group.neighbours import LEAST
from semeja.group.vectors import Vector

RELATIVE = 0.5
"""Two gatherings join when their likeness is at least this part of the cohesion of both (geometric mean)."""

Links = Mapping[str, Mapping[str, Shared]]


def agglomerate(vectors: Mapping[str, Vector], links: Links) -> tuple[tuple[str, ...], ...]:
    """Stories of the articles in `vectors`, of which `links` says who is alike; members sorted, stories sorted."""
    return _Agglomeration(vectors, links).run()


class _Between(NamedTuple):
    """What pairs across two gatherings share, and how many pairs that are; the others are not linked."""

    shared: Shared
    pairs: int


Entry = tuple[float, tuple[str, ...], tuple[str, ...], int, int]
"""A pair as it stands in the queue: the most alike first, then by their articles."""


class _Agglomeration:
    """Gatherings by number, their neighbours, and the queue of pairs that may join."""

    def __init__(self, vectors: Mapping[str, Vector], links: Links) -> None:
        order = sorted(vectors)
        number = {article: at for at, article in enumerate(order)}
        self._alive = {at: Gathering(vectors[article]) for at, article in enumerate(order)}
        self._near = {
            number[one]: {number[other]: _Between(shared, 1) for other, shared in links[one].items()} for one in order
        }
        self._latest = len(order)
        pairs = [(at, other) for at, beside in self._near.items() for other in beside if at < other]
        self._queue = [entry for at, other in pairs for entry in self._entry(at, other)]
        heapify(self._queue)

    def run(self) -> tuple[tuple[str, ...], ...]:
        """Join until no two may."""
        while self._queue:
            *_, at, other = heappop(self._queue)
            if at in self._alive and other in self._alive:
                joined = self._join(at, other)
                for third in sorted(self._near[joined]):
                    for entry in self._entry(joined, third):
                        heappush(self._queue, entry)
        return tuple(sorted(gathering.members for gathering in self._alive.values()))

    def _entry(self, at: int, other: int) -> Iterator[Entry]:
        """The pair for the queue, if the two may join.

        Where not all pairs across are linked, the linked ones alone must be alike enough before the others are looked
        at: those are less alike, so that this seldom decides, and saves most of the work.
        """
        left, right = self._alive[at], self._alive[other]
        pairs = left.size() * right.size()
        bar = max(LEAST, RELATIVE * math.sqrt(left.cohesion * right.cohesion))
        known = self._near[at][other]
        alike = likeness(*known)
        if alike >= bar and known.pairs < pairs:
            known = self._near[at][other] = self._near[other][at] = _Between(left.shared_with(right), pairs)
            alike = likeness(*known)
        if alike >= bar:
            first, second = sorted((left.members, right.members))
            yield -alike, first, second, at, other

    def _join(self, at: int, other: int) -> int:
        """Gather two as one, which has the neighbours of both and a new number."""
        left, right = self._alive.pop(at), self._alive.pop(other)
        beside, behind = self._near.pop(at), self._near.pop(other)
        shared = beside.pop(other).shared
        del behind[at]
        joined, self._latest = self._latest, self._latest + 1
        near = self._near[joined] = {}
        for third in beside.keys() | behind.keys():
            known = [one[third] for one in (beside, behind) if third in one]
            both = (
                known[0]
                if len(known) == 1
                else _Between(plus(known[0].shared, known[1].shared), known[0].pairs + known[1].pairs)
            )
            near[third] = self._near[third][joined] = both
            self._near[third].pop(at, None)
            self._near[third].pop(other, None)
        small, large = sorted((left, right), key=lambda one: (one.size(), one.members))
        large.take(small, shared)
        self._alive[joined] = large
        return joined
