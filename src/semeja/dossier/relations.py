"""Who took what from whom, an article at a time: its edges of one relation as one line."""

import msgspec

from semeja.records.dossier import Dossier, Edge
from semeja.records.evidence import Evidence
from semeja.records.provenance import Alteration

MOST_TARGETS = 2
"""Texts or origins that a line names, the firmest first; of more it gives the number, and the dossier has all."""
MOST_CHANGES = 2
"""Passages that a copy changed which are shown; of more the number."""


class Target(msgspec.Struct, frozen=True):
    """What an edge leads to, with the share of the article found there and a place in the article that shows it."""

    to: str
    share: float | None
    marker: Evidence | None
    place: Evidence | None


class Taken(msgspec.Struct, frozen=True):
    """All edges of one relation of an article; `more` and `more_changes` are those beyond the ones shown."""

    article: str
    relation: str
    targets: tuple[Target, ...]
    more: int
    changes: tuple[Alteration, ...]
    more_changes: int


def taken_from(dossier: Dossier) -> list[Taken]:
    """The edges of the provenance by article and relation, in the order of the dossier."""
    found: dict[tuple[str, str], list[Edge]] = {}
    for edge in dossier.provenance.edges:
        found.setdefault((edge.from_, edge.relation), []).append(edge)
    return [_taken(edges) for edges in found.values()]


def _taken(edges: list[Edge]) -> Taken:
    firmest = sorted(edges, key=lambda edge: (-(edge.of_from or 0.0), edge.to))
    shown = firmest[:MOST_TARGETS]
    changes = shown[0].changes
    targets = tuple(
        Target(edge.to, edge.of_from, edge.marker, edge.shared[0][0] if edge.shared else None) for edge in shown
    )
    rest = len(edges) - len(shown), changes[:MOST_CHANGES], max(0, len(changes) - MOST_CHANGES)
    return Taken(edges[0].from_, edges[0].relation, targets, *rest)
