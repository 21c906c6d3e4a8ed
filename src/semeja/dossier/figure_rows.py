"""The rows of the tables of figures: what several articles say alike is one row."""

import msgspec

from semeja.dossier.naming import flat
from semeja.records.dossier import Dossier, DossierQuantity
from semeja.records.evidence import Evidence
from semeja.records.figures import FigurePoint, FigureSeries


class PointRow(msgspec.Struct, frozen=True):
    """A figure of an authority at a moment, with every place that gives it so; `newest`: its authority's last word."""

    point: FigurePoint
    newest: bool
    evidence: tuple[Evidence, ...]


def point_rows(series: FigureSeries) -> list[PointRow]:
    """The points of a series in their order."""
    newest = {one.point for one in series.newest}
    found: dict[tuple[object, ...], list[int]] = {}
    for at, point in enumerate(series.points):
        moment = point.as_of.value if point.as_of else None
        key = moment, point.as_of_from, point.authority, flat(point.evidence[0].text)
        found.setdefault(key, []).append(at)
    return [
        PointRow(
            series.points[same[0]],
            not newest.isdisjoint(same),
            tuple(place for at in same for place in series.points[at].evidence),
        )
        for same in found.values()
    ]


def all_figures(dossier: Dossier) -> list[tuple[DossierQuantity, ...]]:
    """All figures by the thing counted and when they held, those that say the same together."""
    found: dict[tuple[object, ...], list[DossierQuantity]] = {}
    for one in sorted(dossier.quantities, key=lambda one: (one.of is None, one.of or "", _moment(one), one.id)):
        key = one.of, flat(one.evidence.text), one.attributed_to, _moment(one)
        found.setdefault(key, []).append(one)
    return [tuple(same) for same in found.values()]


def _moment(quantity: DossierQuantity) -> str:
    return (quantity.as_of.value if quantity.as_of else None) or ""
