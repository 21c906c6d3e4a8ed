"""The value of a point of the calendar: what the anchor, the outlook of the clause and the day told last make of it."""

from datetime import date

import msgspec

from semeja.read.times.forms import Point
from semeja.read.times.reckoning import (
    day_of,
    month_moved,
    month_text,
    moved,
    week_text,
    weekday_nearest,
    weekday_on_or_after,
    weekday_on_or_before,
)


class Anchor(msgspec.Struct, frozen=True):
    """From where values are reckoned: the day of publication, the year when only that is known, the home time zone."""

    day: date | None = None
    year: int | None = None


class Setting(msgspec.Struct, frozen=True):
    """What surrounds one expression: the anchor, the day and the year that the text told last, how the clause looks."""

    anchor: Anchor
    reference: date | None = None
    outlook: str | None = None
    year: int | None = None


class Value(msgspec.Struct, frozen=True):
    """`text` in ISO 8601, its granularity, the second reading if weekday and date disagree, the first day covered."""

    text: str
    granularity: str
    alternative: str | None = None
    day: date | None = None


def point_value(point: Point, setting: Setting) -> Value | None:
    """The value of a point of the calendar."""
    if point.frame == "vague":
        return None
    if point.unit is not None and point.weekday is None and point.month is None and point.day is None:
        return _moved(point, setting) if point.unit != "decade" or point.year is None else _decade(point)
    if point.day is not None:
        return _day(point, setting)
    if point.weekday is not None:
        return _weekday(point, setting)
    if point.month is not None:
        return _month(point, setting)
    return Value(f"{point.year:04}", "year", None, None) if point.year is not None else None


def _decade(point: Point) -> Value:
    first = (point.year or 0) // 10 * 10
    return Value(f"{first:04}/{first + 9:04}", "range")


def _origin(point: Point, setting: Setting) -> date | None:
    if point.frame == "anchor":
        return setting.anchor.day
    told = setting.reference
    if point.unit in ("year", "decade") and setting.year is not None:
        told = day_of(setting.year, 1, 1)
    return told or (setting.anchor.day if point.frame == "near" else None)


def _moved(point: Point, setting: Setting) -> Value | None:
    """`shift` units from the anchor or the day told last."""
    origin, shift = _origin(point, setting), point.shift or 0
    if point.unit == "year" and origin is None and setting.anchor.year is not None:
        return Value(f"{setting.anchor.year + shift:04}", "year")
    if origin is None:
        return None
    if point.unit in ("day", "week", "weekend"):
        return _days_moved(point.unit, _not_ahead(origin, shift, point, setting), shift)
    if point.unit == "month":
        month = month_moved(origin.year, origin.month, shift)
        return Value(month_text(*month), "month", None, day_of(*month, 1)) if month else None
    if point.unit == "quarter":
        return _quarter_moved(origin, shift)
    years = {"year": 1, "decade": 10, "century": 100}.get(point.unit or "")
    year = origin.year + shift * years if years else 0
    return Value(f"{year:04}", "year", None, None) if 0 < year < 10_000 else None


def _not_ahead(origin: date, shift: int, point: Point, setting: Setting) -> date:
    """`Sehari sebelumnya` behind a day still to come counts from the day of publication, unless it looks ahead."""
    anchor = setting.anchor.day
    if anchor is None or shift >= 0 or point.frame == "anchor" or setting.outlook == "ahead":
        return origin
    return anchor if origin > anchor else origin


def _quarter_moved(origin: date, shift: int) -> Value | None:
    first = month_moved(origin.year, (origin.month - 1) // 3 * 3 + 1, 3 * shift)
    if first is None:
        return None
    return Value(f"{month_text(*first)}/{month_text(first[0], first[1] + 2)}", "range", None, day_of(*first, 1))


def _days_moved(unit: str, origin: date, shift: int) -> Value | None:
    day = moved(origin, shift * (1 if unit == "day" else 7)) if abs(shift) < 1_000_000 else None
    if day is None:
        return None
    if unit == "day":
        return Value(day.isoformat(), "day", None, day)
    if unit == "week":
        return Value(week_text(day), "week", None, day)
    saturday = moved(day, 6 - day.isoweekday())
    sunday = moved(day, 7 - day.isoweekday())
    return (
        Value(f"{saturday.isoformat()}/{sunday.isoformat()}", "range", None, saturday) if saturday and sunday else None
    )


def _weekday(point: Point, setting: Setting) -> Value | None:
    anchor, weekday = setting.anchor.day, point.weekday or 1
    if anchor is None:
        return None
    if point.unit == "week":
        monday = moved(anchor, 7 * (point.shift or 0) - anchor.isoweekday() + 1)
        day = moved(monday, weekday - 1) if monday else None
    elif point.shift is not None:
        yesterday, tomorrow = moved(anchor, -1), moved(anchor, 1)
        day = weekday_nearest(anchor, weekday)
        if point.shift < 0 and yesterday:
            day = weekday_on_or_before(yesterday, weekday)
        elif point.shift > 0 and tomorrow:
            day = weekday_on_or_after(tomorrow, weekday)
    elif setting.outlook == "ahead":
        day = weekday_on_or_after(anchor, weekday)
    else:
        day = weekday_on_or_before(anchor, weekday)
    return Value(day.isoformat(), "day", None, day) if day else None


def _day(point: Point, setting: Setting) -> Value | None:
    """A day of the month; where the weekday beside it disagrees, the weekday wins and the figure is the alternative.

    Unless the weekday would lie after the article that tells it as past.
    """
    day = _dated(point, setting)
    if day is None:
        return None
    if point.weekday is None or day.isoweekday() == point.weekday:
        return Value(day.isoformat(), "day", None, day)
    named = weekday_nearest(day, point.weekday)
    if named is None:
        return None
    anchor = setting.anchor.day
    if anchor is not None and setting.outlook != "ahead" and day <= anchor < named:
        return Value(day.isoformat(), "day", named.isoformat(), day)
    return Value(named.isoformat(), "day", day.isoformat(), named)


def _dated(point: Point, setting: Setting) -> date | None:
    anchor, day, month = setting.anchor, point.day or 1, point.month
    if point.unit == "month" and anchor.day is not None:
        shifted = month_moved(anchor.day.year, anchor.day.month, point.shift or 0)
        return day_of(*shifted, day) if shifted else None
    if month is None:
        return _day_of_month(day, setting)
    if point.year is not None:
        return day_of(point.year, month, day)
    if point.unit == "year" and anchor.day is not None:
        return day_of(anchor.day.year + (point.shift or 0), month, day)
    if anchor.day is None:
        return day_of(anchor.year, month, day) if anchor.year is not None else None
    return _nearest_year(anchor.day, month, day, point.shift, setting.outlook)


def _nearest_year(anchor: date, month: int, day: int, shift: int | None, outlook: str | None) -> date | None:
    """The day in the year that brings it nearest to the anchor, or to the side that the words ask for."""
    days = [found for year in (-1, 0, 1) if (found := day_of(anchor.year + year, month, day))]
    if shift is not None and shift < 0:
        days = [found for found in days if found <= anchor] or days
    elif shift is None and outlook == "back":
        days = [found for found in days if (found - anchor).days <= 31] or days
    elif (shift is not None and shift > 0) or outlook == "ahead":
        days = [found for found in days if (anchor - found).days <= 7] or days
    return min(days, key=lambda found: abs((found - anchor).days), default=None)


def _day_of_month(day: int, setting: Setting) -> date | None:
    """`tanggal 21`: this month, or the next or last one if the clause looks that way."""
    anchor = setting.anchor.day
    if anchor is None:
        return None
    here = day_of(anchor.year, anchor.month, day)
    step = 1 if setting.outlook == "ahead" else -1
    if here is not None and (here - anchor).days * step >= 0:
        return here
    beside = month_moved(anchor.year, anchor.month, step)
    return day_of(*beside, day) if beside else here


def _month(point: Point, setting: Setting) -> Value | None:
    year = point.year if point.year is not None else _year_of_month(point, setting)
    if year is None or not 0 < year < 10_000 or point.month is None:
        return None
    first = day_of(year, point.month, 1)
    if point.span == 1:
        return Value(month_text(year, point.month), "month", None, first)
    return Value(
        f"{month_text(year, point.month)}/{month_text(year, point.month + point.span - 1)}", "range", None, first
    )


def _year_of_month(point: Point, setting: Setting) -> int | None:
    anchor, month = setting.anchor.day, point.month or 1
    if anchor is None:
        return setting.anchor.year
    if point.unit == "year":
        return anchor.year + (point.shift or 0)
    if point.shift == 0 or point.span > 1:
        return anchor.year
    if point.shift is not None:
        late = month >= anchor.month if point.shift < 0 else month <= anchor.month
        return anchor.year + (point.shift if late else 0)
    if setting.outlook == "ahead":
        return anchor.year + (month < anchor.month)
    return anchor.year - (month > anchor.month)
