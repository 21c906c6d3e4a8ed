"""Which articles report one happening: precision before recall, and the same stories for any order of arrival.

The stories are a function of the set of articles. A pile that is known already is brought up to date: articles that
came are compared with their neighbours, those that left are taken out, and only the parts of the graph that this has
touched are gathered anew ([decision 10](../../../docs/decisions/0010-stories-are-a-function-of-the-articles.md)).
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from semeja.group.agglomeration import agglomerate
from semeja.group.components import components
from semeja.group.kept import Kept, from_record, to_record
from semeja.group.neighbours import Neighbours
from semeja.group.repeats import voices
from semeja.group.vectors import Features, Vector, reweighed, vector_of

__all__ = ["Features", "Pile", "group_stories"]

COMMON = 1 / 32
"""Share of the articles from which a term weighs less than by the news at large: the subject of all of them."""
UNSEEN = 2000
"""Articles without the term that are added for that share: in a small pile a story's own words are no common ones."""

Stories = tuple[tuple[str, ...], ...]


class Pile:
    """Articles that are kept grouped while others come and go."""

    def __init__(self, kept: Kept | None = None) -> None:
        """`kept`: the pile as it was."""
        self._graph = Neighbours()
        self._common: dict[str, float] = {}
        self._gathered: dict[str, Stories] = {}
        self._kept = kept

    def update(self, articles: Iterable[Features]) -> Stories:
        """The stories of these articles, all that there are now; work is done for those that came or left since."""
        plain = sorted(map(vector_of, articles), key=Vector.place)
        groups = voices(plain)
        first = [vector for vector in plain if vector.article in groups]
        common = common_terms(first)
        first = [reweighed(vector, common) for vector in first]
        self._resume(common, first)
        self._renew(first)
        return tuple(sorted(tuple(sorted(one for first in story for one in groups[first])) for story in self._gather()))

    def to_record(self) -> Kept:
        """The pile as it can be kept."""
        return to_record(self._graph, self._common, self._gathered)

    def _resume(self, common: dict[str, float], vectors: Sequence[Vector]) -> None:
        """Start from the kept pile if it was weighed alike, and from nothing when other terms are common now."""
        kept, self._kept = self._kept, None
        if kept and kept.common == common:
            graph = from_record(kept, {vector.article: vector for vector in vectors})
            if graph:
                self._graph, self._common, self._gathered = graph, common, dict(kept.gathered)
        if common != self._common:
            self._graph, self._common, self._gathered = Neighbours(), common, {}

    def _renew(self, vectors: Sequence[Vector]) -> None:
        """Bring the graph to these articles."""
        now = {vector.article: vector for vector in vectors}
        held = self._graph.vectors
        for article in [one for one, vector in held.items() if now.get(one) != vector]:
            self._graph.remove(article)
            self._gathered = {} if article in now else self._gathered
        for article, vector in now.items():
            if article not in held:
                self._graph.add(vector)

    def _gather(self) -> Stories:
        """Stories of each connected part of the graph; a part that is as it was is not gathered again."""
        links = self._graph.links
        pairs = [(one, other) for one in links for other in (one, *links[one])]
        before, self._gathered = self._gathered, {}
        stories: list[tuple[str, ...]] = []
        for part in components(pairs):
            key = _key(part, links)
            self._gathered[key] = before.get(key) or agglomerate(
                {article: self._graph.vectors[article] for article in part}, links
            )
            stories.extend(self._gathered[key])
        return tuple(stories)


def group_stories(articles: Iterable[Features]) -> Stories:
    """Article ids by story, members sorted, stories sorted by their first member. The articles are taken one by one."""
    return Pile().update(articles)


def common_terms(vectors: Sequence[Vector]) -> dict[str, float]:
    """Terms that many articles have, with their share, rounded down to a power of two so that it seldom changes."""
    counts = Counter(term for vector in vectors for term in vector.terms)
    total = len(vectors) + UNSEEN
    return {term: _power(count / total) for term, count in sorted(counts.items()) if count / total >= COMMON}


def _power(share: float) -> float:
    power = COMMON
    while power * 2 <= share:
        power *= 2
    return power


def _key(part: Sequence[str], links: Mapping[str, Mapping[str, object]]) -> str:
    """Digest of the articles of a part and of who is linked."""
    seal = hashlib.blake2b(digest_size=16)
    for article in part:
        seal.update("\t".join((article, *sorted(links[article]))).encode() + b"\n")
    return seal.hexdigest()
