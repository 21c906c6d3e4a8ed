"""Figures over time: a lane for each authority, filled, hollow, ringed and barred points."""

import re

from semeja.dossier.labels import labels
from semeja.dossier.naming import Naming
from semeja.dossier.pictures.figure_lines import figure_lines
from semeja.records.evidence import Evidence, Time
from semeja.records.figures import FigureDifference, FigurePoint, FigureSeries, NewestFigure

SHOWN = Naming("id", labels("id"), {"a": "Kabar Satu"}, {"p": "Bupati", "q": "Basarnas"})


def point(who: str, value: str, low: float | None, high: float | None, modifier: str | None = None) -> FigurePoint:
    time = Time(value, "minute", None, None)
    authority = (who,) if who else ()
    place = Evidence("a", 1, 2, "x")
    return FigurePoint(low, high, modifier, time, "text", authority, "a", (), (place,))  # type: ignore[arg-type]


def series(*points: FigurePoint, newest: tuple[int, ...], differ: tuple[tuple[int, int], ...] = ()) -> FigureSeries:
    last = tuple(NewestFigure(points[at].authority, at) for at in newest)
    differing = tuple(FigureDifference(pair, False) for pair in differ)
    return FigureSeries("series:x", "houses.damaged", None, (), points, last, differing, "test")


TOLL = series(
    point("p", "2024-05-01T09:00+07:00", 4, 4),
    point("p", "2024-05-01T17:00+07:00", 17, 17, "at_least"),
    point("q", "2024-05-01T17:00+07:00", 20, 99),
    point("q", "2024-05-01T17:00+07:00", 20, 99),
    point("", "2024-05-02", None, None),
    newest=(1, 3, 4),
    differ=((1, 3),),
)


def test_each_point_is_filled_hollow_ringed_or_barred_as_it_is() -> None:
    svg = figure_lines(TOLL, "f", SHOWN)
    assert svg.count('class="point"') == 3
    assert svg.count('class="point past"') == 1
    assert svg.count('class="ring"') == 2
    assert svg.count('class="range"') == 2


def test_lanes_and_values_are_named_for_readers() -> None:
    svg = figure_lines(TOLL, "f", SHOWN)
    assert re.findall(r'class="strong">([^<]+)<', svg) == ["Bupati", "Basarnas", labels("id")["told_by_article"]]
    assert "≠ ≥ 17" in svg
    assert "≠ 20–99" in svg
    assert "rumah rusak" in svg
    assert labels("id")["replaced"] in svg


def test_a_higher_value_stands_higher_in_every_lane() -> None:
    svg = figure_lines(
        series(
            point("p", "2024-05-01T09:00", 1, 1),
            point("p", "2024-05-01T10:00", 9, 9),
            point("q", "2024-05-01T09:00", 9, 9),
            newest=(1, 2),
        ),
        "f",
        SHOWN,
    )
    low, high, other = (int(y) for y in re.findall(r'<circle class="point[^"]*" cx="\d+" cy="(\d+)"', svg))
    assert high < low
    assert other - high == 74


def test_one_value_needs_no_picture() -> None:
    assert figure_lines(series(point("p", "2024", 3, 3), point("q", "2025", 3, 3), newest=(0, 1)), "f", SHOWN) == ""
    assert figure_lines(series(newest=()), "f", SHOWN) == ""
