"""Texts that repeat one another stand for one voice in the making of stories, however often they are printed.

A thousand copies of one article say no more than it says once: without this they would outweigh the other members of a
story, fill the lists by which articles find each other and make its words look common.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from semeja.group.components import components
from semeja.group.likeness import looked_up, shared_by
from semeja.group.vectors import Vector

SAME = 0.85
"""Cosine from which two articles are one voice: below it, weekly reports by one form would be (prices, weather)."""
SKETCHES, LENGTH = 3, 4
"""Sketches of an article, and terms in each: two articles that share nine of ten terms share a sketch in 97 of 100."""


def voices(vectors: Sequence[Vector]) -> dict[str, tuple[str, ...]]:
    """First article of each voice (in order of time) -> all its articles. `vectors` come in order of time."""
    by_sketch: defaultdict[tuple[int, ...], list[Vector]] = defaultdict(list)
    for vector in vectors:
        for sketch in sketches(vector.terms):
            by_sketch[sketch].append(vector)
    links = [(vector.article, vector.article) for vector in vectors]
    links += [link for alike in by_sketch.values() for link in _same(alike)]
    place = {vector.article: at for at, vector in enumerate(vectors)}
    return {min(group, key=place.__getitem__): group for group in components(links)}


def _same(vectors: Sequence[Vector]) -> Iterator[tuple[str, str]]:
    """Pairs of one voice among articles with one sketch: each with the first and with the one before."""
    for at, vector in enumerate(vectors[1:], start=1):
        terms = looked_up(vector)
        for other in {0, at - 1}:
            if shared_by(terms, None, vectors[other])[0] >= SAME:
                yield vectors[other].article, vector.article


def sketches(terms: Iterable[str]) -> Iterator[tuple[int, ...]]:
    """Least hashes of the terms in several orders (Broder 1997), each with the number of its order."""
    hashes = [_hashes(term) for term in terms]
    if len(hashes) < LENGTH:
        return
    for number in range(SKETCHES):
        yield (number, *sorted([one[number] for one in hashes])[:LENGTH])


@lru_cache(maxsize=1 << 18)
def _hashes(term: str) -> tuple[int, ...]:
    raw = hashlib.blake2b(term.encode(), digest_size=4 * SKETCHES).digest()
    return tuple(int.from_bytes(raw[at : at + 4], "big") for at in range(0, len(raw), 4))
