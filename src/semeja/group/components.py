"""Connected components of an undirected graph, by union and find with path halving."""

from collections import defaultdict
from collections.abc import Iterable


def components(links: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Members of each component, sorted; components sorted by their first member. Isolated nodes need a self-link."""
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for left, right in links:
        low, high = sorted((root(left), root(right)))
        parent[high] = low
    members: dict[str, list[str]] = defaultdict(list)
    for node in parent:
        members[root(node)].append(node)
    return tuple(sorted(tuple(sorted(group)) for group in members.values()))
