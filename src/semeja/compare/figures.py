"""Figures over time: one series per thing counted, the newest of each authority, and where two authorities differ."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from semeja.compare.counts import Count, series
from semeja.compare.instants import has_clock, same_instant, sort_key
from semeja.compare.rounding import may_be_one
from semeja.compare.times import compatible
from semeja.records.dossier import DossierArticle, Time
from semeja.records.figures import FigureDifference, FigurePoint, FigureSeries, NewestFigure
from semeja.text.ids import content_id

FEWEST_POINTS = 2
"""Points of a series: one figure is in `quantities` and has no course."""
MOST_AUTHORITIES = 30
"""Authorities of a series whose newest figures are compared, each with each, the first of them by id."""
RULE = "figures.series"


def figures_over_time(articles: Iterable[DossierArticle], counts: Iterable[Count]) -> tuple[FigureSeries, ...]:
    """The series of the story, sorted by what is counted and unit; what is wanted or only a part makes none."""
    told = {article.id: article.published or article.stands_at for article in articles}
    found = []
    for (of, unit), members in series(one for one in counts if not one.wanted).items():
        points = _points(members, told)
        if len(points) >= FEWEST_POINTS:
            found.append(_series(of, unit, members, points))
    return tuple(found)


def _points(members: Sequence[Count], told: Mapping[str, Time | None]) -> list[tuple[FigurePoint, tuple[Count, ...]]]:
    """One point per figure of an article by one authority at one time, with its counts; a series is in order."""
    same: dict[tuple[object, ...], list[Count]] = defaultdict(list)
    for one in members:
        quantity = one.quantity
        low, high = quantity.low, quantity.high
        same[quantity.article, low or high, high or low, tuple(sorted(one.parties)), _when(one)].append(one)
    return [(_point(tuple(group), told), tuple(group)) for group in same.values()]


def _when(one: Count) -> str:
    """When a count held, as stated for it or for its month or year; else empty."""
    return one.held or one.period


def _point(group: tuple[Count, ...], told: Mapping[str, Time | None]) -> FigurePoint:
    first = group[0].quantity
    stated = next((one.as_of for one in group if one.as_of), None)
    as_of = stated or told[first.article]
    return FigurePoint(
        low=first.low,
        high=first.high,
        modifier=next((one.quantity.modifier for one in group if one.quantity.modifier), None),
        as_of=as_of,
        as_of_from="text" if stated else "article" if as_of else None,
        authority=tuple(sorted({who for one in group for who in one.quantity.attributed_to})),
        article=first.article,
        quantities=tuple(one.quantity.id for one in group),
        evidence=tuple(one.quantity.evidence for one in group),
    )


def _series(
    of: str, unit: str, members: Sequence[Count], points: list[tuple[FigurePoint, tuple[Count, ...]]]
) -> FigureSeries:
    points = sorted(points, key=lambda pair: (_place(*pair), pair[0].evidence[0]))
    told = [frozenset(one.quantity.about) for one in members if one.quantity.about]
    newest = _newest(points)
    return FigureSeries(
        id=content_id("figures", of, unit, *(one for point, _ in points for one in point.quantities)),
        of=of,
        unit=unit or None,
        about=tuple(sorted(frozenset.intersection(*told))) if told else (),
        points=tuple(point for point, _ in points),
        newest=tuple(NewestFigure(points[at][0].authority, at) for at in newest),
        differ_now=_differences(points, [at for at in newest if points[at][0].authority]),
        rule=RULE,
    )


def _place(point: FigurePoint, counts: Sequence[Count]) -> str:
    """Where a point stands in time: a month or year for which it is told comes before when it was told."""
    first = counts[0]
    if first.period and not first.held:
        return sort_key(first.period)
    return sort_key(first.moment or (point.as_of.value if point.as_of and point.as_of.value else ""))


def _newest(points: Sequence[tuple[FigurePoint, tuple[Count, ...]]]) -> list[int]:
    """The last point of each party, in order of the points; one without any time only where there is no other."""
    last: dict[tuple[str, ...], int] = {}
    for at, (point, counts) in enumerate(points):
        party = tuple(sorted(counts[0].parties))
        if point.as_of or party not in last or not points[last[party]][0].as_of:
            last[party] = at
    return sorted(last.values())


def _differences(
    points: Sequence[tuple[FigurePoint, tuple[Count, ...]]], newest: Sequence[int]
) -> tuple[FigureDifference, ...]:
    found = []
    for left, right in combinations(newest[:MOST_AUTHORITIES], 2):
        a, b = points[left][1][0], points[right][1][0]
        if not a.parties & b.parties and _differ(points[left][0], points[right][0]) and compatible(a.period, b.period):
            found.append(FigureDifference((left, right), _at_one_time(a, b)))
    return tuple(found)


def _at_one_time(a: Count, b: Count) -> bool:
    if has_clock(a.moment) and has_clock(b.moment):
        return same_instant(a.moment, b.moment)
    return bool(a.moment) and a.moment[:10] == b.moment[:10]


def _differ(left: FigurePoint, right: FigurePoint) -> bool:
    """Whether the intervals of two figures lie apart and neither is the other, rounded."""
    a, b = _bounds(left), _bounds(right)
    if a[0] <= b[1] and b[0] <= a[1]:
        return False
    modifiers = frozenset(one for one in (left.modifier, right.modifier) if one)
    return not may_be_one(a[0], b[0], modifiers)


def _bounds(point: FigurePoint) -> tuple[float, float]:
    low = point.high if point.low is None else point.low
    high = point.low if point.high is None else point.high
    return float(low or 0), float(high or 0)
