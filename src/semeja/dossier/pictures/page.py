"""The pictures of a story page by the section that they stand in; one that has nothing to show is empty."""

from semeja.dossier.naming import Naming
from semeja.dossier.pictures.acts_graph import acts_graph
from semeja.dossier.pictures.coverage_map import coverage_map
from semeja.dossier.pictures.figure_lines import figure_lines
from semeja.dossier.pictures.lineage_graph import lineage_graph
from semeja.dossier.pictures.time_strip import time_strip
from semeja.dossier.pictures.wants_matrix import wants_matrix
from semeja.records.dossier import Claim, Dossier

MOST_SERIES = 20
"""Series of figures that are drawn; the tables have all."""


def pictures(dossier: Dossier, coverage: list[tuple[Claim, tuple[str, ...]]], shown: Naming) -> dict[str, str]:
    """SVG by name: `wants`, `acts`, `timeline`, `sources`, `coverage`, and the id of each series of figures."""
    made = {
        "wants": wants_matrix(dossier, shown),
        "acts": acts_graph(dossier, shown),
        "timeline": time_strip(dossier, shown),
        "sources": lineage_graph(dossier, shown),
        "coverage": coverage_map(dossier, coverage, shown),
    }
    for at, series in enumerate(dossier.figures):
        made[series.id] = figure_lines(series, f"figure-{at + 1}", shown) if at < MOST_SERIES else ""
    return made
