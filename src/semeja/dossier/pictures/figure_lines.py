"""Figures of one thing over time: a lane for each authority, all on one scale, so that who counts more stands higher.

A filled point is the newest of its authority, a hollow one was replaced later, a bar is a range or a vague figure,
and a ring marks two authorities that differ now.
"""

from collections import Counter

import msgspec

from semeja.dossier.counted import amount, counted_word
from semeja.dossier.marks import anchor
from semeja.dossier.naming import Naming, clock
from semeja.dossier.pictures.drawing import fitted, linked, picture, said, stroke, width_of
from semeja.records.figures import FigurePoint, FigureSeries

MOST_LANES = 10
"""Authorities that are drawn; the table has all."""
MOST_MOMENTS = 16
"""Moments that are drawn, the last ones."""
LANE, RISE, LEFT, RIGHT, TOP, COLUMN = 74, 18, 40, 60, 8, 92
"""Pixels: height of a lane, of the scale in it, margins, and from one moment to the next."""


class _Mark(msgspec.Struct, frozen=True):
    """A point of a lane: where it stands, how often it is told, if it is its authority's newest, if another differs."""

    point: FigurePoint
    column: int
    times: int
    newest: bool
    differs: bool


def is_worth_drawing(series: FigureSeries) -> bool:
    """Whether there is anything to see: two values at least."""
    return len({(point.low, point.high) for point in series.points}) > 1


def figure_lines(series: FigureSeries, name: str, shown: Naming) -> str:
    """The picture of a series; empty where there is only one value. `name`: its id on the page."""
    if not is_worth_drawing(series):
        return ""
    moments = list(dict.fromkeys(_moment(point) for point in series.points))[-MOST_MOMENTS:]
    lanes = list(_lanes(series, moments).items())
    low, high = _scale([mark.point for _, marks in lanes[:MOST_LANES] for mark in marks])
    bottom = TOP + LANE * min(len(lanes), MOST_LANES)
    shapes = [part for at, lane in enumerate(lanes[:MOST_LANES]) for part in _lane(lane, at, (low, high), shown)]
    shapes += [part for at, moment in enumerate(moments) for part in _label(_x(at), bottom + 16, moment)]
    if len(lanes) > MOST_LANES:
        shapes.append(said(LEFT, bottom + 52, f"+ {len(lanes) - MOST_LANES}", "soft"))
    told = [_told(mark, shown) for _, marks in lanes for mark in marks]
    least = max([width_of(_name(who, shown)) + 20 for who, _ in lanes[:MOST_LANES]])
    size = max(_x(len(moments) - 1) + RIGHT, min(least, 600)), bottom + 60
    return picture(name, f"{shown.words['figures']}: {counted_word(series.of, shown.language)}", told, size, shapes)


def _moment(point: FigurePoint) -> str:
    return (point.as_of.value or "")[:16] if point.as_of else ""


def _x(column: int) -> int:
    return LEFT + COLUMN * column


def _lanes(series: FigureSeries, moments: list[str]) -> dict[tuple[str, ...], list[_Mark]]:
    """Authority -> its marks by time; the same figure of the same moment in several articles is one mark."""
    newest = {one.point for one in series.newest}
    differing = {at for one in series.differ_now for at in one.points}
    found: dict[tuple[str, ...], dict[tuple[object, ...], list[int]]] = {}
    for at, point in enumerate(series.points):
        if _moment(point) in moments:
            key = _moment(point), point.low, point.high, point.modifier
            found.setdefault(point.authority, {}).setdefault(key, []).append(at)
    return {
        authority: [
            _Mark(
                series.points[same[0]],
                moments.index(_moment(series.points[same[0]])),
                len({series.points[at].article for at in same}),
                not newest.isdisjoint(same),
                not differing.isdisjoint(same),
            )
            for same in marks.values()
        ]
        for authority, marks in found.items()
    }


def _scale(points: list[FigurePoint]) -> tuple[float, float]:
    ends = [float(end) for point in points for end in (point.low, point.high) if end is not None]
    return min(ends, default=0.0), max(ends, default=1.0)


def _lane(lane: tuple[tuple[str, ...], list[_Mark]], at: int, scale: tuple[float, float], shown: Naming) -> list[str]:
    authority, marks = lane
    top = TOP + LANE * at
    base = top + 24 + RISE + 22
    shapes = [stroke(f"M0,{top + LANE - 2} H10000", "rule")] if at < MOST_LANES else []
    shapes.append(said(0, top + 14, fitted(_name(authority, shown), 580), "strong"))
    places = [(x, _y(_middle(mark.point), base, scale)) for mark, x in zip(marks, _apart(marks), strict=True)]
    if len(places) > 1:
        shapes.append(stroke("M" + " L".join(f"{x},{y}" for x, y in places), "edge"))
    for mark, (x, y) in zip(marks, places, strict=True):
        shapes.append(_drawn(mark, x, y, base, scale, shown))
    return shapes


def _apart(marks: list[_Mark]) -> list[int]:
    """Pixels from the left of each mark: those of one moment share the room of its column."""
    of = Counter(mark.column for mark in marks)
    at: Counter[int] = Counter()
    places = []
    for mark in marks:
        places.append(_x(mark.column) + COLUMN * at[mark.column] // of[mark.column])
        at[mark.column] += 1
    return places


def _name(authority: tuple[str, ...], shown: Naming) -> str:
    return shown.who(authority) or shown.words["told_by_article"]


def _middle(point: FigurePoint) -> float:
    ends = [end for end in (point.low, point.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0


def _y(value: float, base: int, scale: tuple[float, float]) -> int:
    """Pixels from above of a value on the scale that all lanes share."""
    low, high = scale
    return base - round(RISE * (value - low) / (high - low)) if high > low else base - RISE // 2


def _drawn(mark: _Mark, x: int, y: int, base: int, scale: tuple[float, float], shown: Naming) -> str:
    """A point with its value above it, a bar behind one that is a range, a ring around one that is disputed."""
    low, high = mark.point.low, mark.point.high
    shapes = []
    if low != high or mark.point.modifier:
        top = _y(high, base, scale) if high is not None else y - 8
        end = _y(low, base, scale) if low is not None else y + 8
        shapes.append(stroke(f"M{x},{min(top, y - 6)} V{max(end, y + 6)}", "range"))
    if mark.differs:
        shapes.append(f'<circle class="ring" cx="{x}" cy="{y}" r="9"/>')
    shapes.append(f'<circle class="{"point" if mark.newest else "point past"}" cx="{x}" cy="{y}" r="5"/>')
    value = amount(low, high, mark.point.modifier, shown.language)
    times = f" ×{mark.times}" if mark.times > 1 else ""
    shapes.append(said(x, y - 12, fitted(("≠ " if mark.differs else "") + value + times, COLUMN), "", "middle"))
    return linked(anchor(mark.point.evidence[0]), "".join(shapes), _told(mark, shown))


def _told(mark: _Mark, shown: Naming) -> str:
    point, words = mark.point, shown.words
    parts = [_name(point.authority, shown), amount(point.low, point.high, point.modifier, shown.language)]
    parts += [clock(point.as_of.value)] if point.as_of else []
    parts += [] if mark.newest else [words["replaced"]]
    parts += [words["differ_now"]] if mark.differs else []
    return " · ".join(parts)


def _label(x: int, y: int, moment: str) -> list[str]:
    day, _, hour = moment.partition("T")
    return [said(x, y, day or "?", "soft", "middle"), *([said(x, y + 15, hour, "soft", "middle")] if hour else [])]
