"""What the golden stories of `tests/golden/comparing/provenance.toml` give beside what a person draws."""

from functools import cache
from typing import NamedTuple

from tests.compare.mini_stories import Case, cases, story_of

from semeja.compare.provenance import trace

Edge = tuple[str, str, str]


class Outcome(NamedTuple):
    """One story: edges (relation, from, to) and chains as expected, the nearest where several will do, and as found."""

    name: str
    edges: frozenset[Edge]
    found_edges: frozenset[Edge]
    lineages: frozenset[frozenset[str]]
    found_lineages: frozenset[frozenset[str]]

    @property
    def right(self) -> bool:
        """Whether every edge and every chain is as expected."""
        return self.edges == self.found_edges and self.lineages == self.found_lineages


@cache
def outcomes() -> tuple[Outcome, ...]:
    """Every story, in the order of the table."""
    return tuple(_outcome(case) for case in cases("provenance"))


def _outcome(case: Case) -> Outcome:
    provenance = trace(story_of(case)).provenance
    names = {origin.id: origin.name for origin in provenance.origins}
    found = frozenset((edge.relation, edge.from_, names.get(edge.to, edge.to)) for edge in provenance.edges)
    chains = frozenset(frozenset(members) for members in provenance.lineages)
    edges = [frozenset((one, from_, to) for one, from_, to in drawn) for drawn in _choices(case, "edges")]
    lineages = [frozenset(frozenset(members) for members in drawn) for drawn in _choices(case, "lineages")]
    nearest = max(edges, key=lambda drawn: len(drawn & found) - len(drawn ^ found))
    return Outcome(case["name"], nearest, found, chains if chains in lineages else lineages[0], chains)


def _choices(case: Case, key: str) -> list[list[list[str]]]:
    return [case[key], *case.get(f"{key}_or", ())]
