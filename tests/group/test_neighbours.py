"""The graph of likeness against the plain definition: near in two lists, and alike."""

from itertools import combinations
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from semeja.group import neighbours
from semeja.group.likeness import likeness, looked_up, shared_by
from semeja.group.neighbours import LEAST, MEETINGS, Neighbours
from semeja.group.vectors import Features, Vector, vector_of

TERMS = st.dictionaries(st.sampled_from([f"{number}" for number in range(9)]), st.just(1.0), min_size=1, max_size=6)


def links_of(vectors: list[Vector], window: int) -> set[tuple[str, str]]:
    """Every pair, looked at in every list."""
    lists: dict[str, list[Vector]] = {}
    for vector in sorted(vectors, key=Vector.place):
        for key in vector.keys:
            lists.setdefault(key, []).append(vector)
    found = set()
    for left, right in combinations(sorted(vectors, key=lambda one: one.article), 2):
        common = [lists[key] for key in set(left.keys) & set(right.keys)]
        near = sum(abs(places.index(left) - places.index(right)) <= window for places in common)
        alike = likeness(shared_by(looked_up(left), left.day, right), 1)
        if near >= MEETINGS and alike >= LEAST:
            found.add((left.article, right.article))
    return found


ROWS = st.lists(st.tuples(st.integers(1, 9), TERMS), max_size=16)


@given(ROWS, st.integers(1, 4), st.data())
@settings(max_examples=150, deadline=None)
def test_links_are_those_of_the_definition(
    rows: list[tuple[int, dict[str, float]]], window: int, data: st.DataObject
) -> None:
    vectors = [vector_of(Features(f"a{number:02}", day, terms)) for number, (day, terms) in enumerate(rows)]
    gone = data.draw(st.lists(st.sampled_from(vectors), unique_by=lambda one: one.article)) if vectors else []
    with patch.object(neighbours, "WINDOW", window):
        graph = Neighbours()
        for vector in data.draw(st.permutations(vectors)):
            graph.add(vector)
        assert pairs(graph) == links_of(vectors, window)
        for vector in gone:
            graph.remove(vector.article)
        names = {vector.article for vector in gone}
        assert pairs(graph) == links_of([one for one in vectors if one.article not in names], window)


def pairs(graph: Neighbours) -> set[tuple[str, str]]:
    return {(one, other) for one, links in graph.links.items() for other in links if one < other}
