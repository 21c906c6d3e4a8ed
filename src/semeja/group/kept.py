"""The graph of a pile as a record, so that the next build compares only what came since."""

import hashlib
from collections.abc import Mapping

import msgspec

from semeja.group.likeness import nearness_of
from semeja.group.neighbours import Neighbours
from semeja.group.vectors import Vector


class Kept(msgspec.Struct, frozen=True):
    """Articles with the digest of their vector, links as numbers of articles with what these share, and stories.

    `common`: what weighed less when the vectors were made. `gathered`: stories by the digest of a connected part.
    """

    common: dict[str, float]
    articles: tuple[tuple[str, bytes], ...]
    links: tuple[tuple[int, int, float, float], ...]
    gathered: dict[str, tuple[tuple[str, ...], ...]]


def to_record(
    graph: Neighbours, common: Mapping[str, float], gathered: Mapping[str, tuple[tuple[str, ...], ...]]
) -> Kept:
    """A graph as it is kept, the same for any order in which it grew."""
    order = sorted(graph.vectors)
    number = {article: at for at, article in enumerate(order)}
    links = sorted(
        (number[one], number[other], shared[0], shared[1])
        for one in order
        for other, shared in graph.links[one].items()
        if one < other
    )
    sealed = tuple((article, seal(graph.vectors[article])) for article in order)
    return Kept(dict(common), sealed, tuple(links), dict(sorted(gathered.items())))


def from_record(kept: Kept, vectors: Mapping[str, Vector]) -> Neighbours | None:
    """The graph of the kept articles; None where one has left, or is read otherwise now: then all is compared anew."""
    if any(article not in vectors or seal(vectors[article]) != sealed for article, sealed in kept.articles):
        return None
    graph = Neighbours()
    order = [vectors[article] for article, _ in kept.articles]
    graph.place(order)
    for at, other, cosine, specific in kept.links:
        one, two = order[at], order[other]
        graph.link(one.article, two.article, (cosine, specific, nearness_of(one.day, two.day)))
    return graph


def seal(vector: Vector) -> bytes:
    """A digest of all that grouping knows of an article."""
    told = f"{vector.day}\t" + "\t".join((*vector.terms, *vector.keys))
    return hashlib.blake2b(told.encode() + vector.specific + vector.weights.tobytes(), digest_size=8).digest()
