"""Figures over time, as the contract gives them: one series per thing counted."""

from typing import Literal

import msgspec

from semeja.records.evidence import Evidence, Time


class FigurePoint(msgspec.Struct, frozen=True):
    """One figure of one article: `low`, `high` as in `quantities[]`, whose word it is, and when it held.

    `as_of_from`: the text says when (`text`), or the publication of the article stands for it, else the moment from
    which it is told (`article`); null with `as_of` when neither is known. `authority`: entity ids; empty: told by the
    article itself.
    """

    low: float | int | None
    high: float | int | None
    modifier: Literal["about", "at_least", "at_most", "nearly"] | None
    as_of: Time | None
    as_of_from: Literal["text", "article"] | None
    authority: tuple[str, ...]
    article: str
    quantities: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class NewestFigure(msgspec.Struct, frozen=True):
    """The last point of an authority (entity ids; empty: of the articles themselves), as an index of `points`."""

    authority: tuple[str, ...]
    point: int


class FigureDifference(msgspec.Struct, frozen=True):
    """Two authorities whose newest figures differ, as indexes of `points`; `at_one_time`: they hold at one moment."""

    points: tuple[int, int]
    at_one_time: bool


class FigureSeries(msgspec.Struct, frozen=True):
    """`figures[]`. All figures of one thing counted (`of`, `unit`), in order of when they held; `about`: the entities
    that every point is about, as far as they say."""

    id: str
    of: str
    unit: str | None
    about: tuple[str, ...]
    points: tuple[FigurePoint, ...]
    newest: tuple[NewestFigure, ...]
    differ_now: tuple[FigureDifference, ...]
    rule: str
