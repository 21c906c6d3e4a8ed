"""From a form to a value: its point, the end of its range, its clock."""

from datetime import date
from typing import Final

from msgspec.structs import replace

from semeja.read.times.forms import Clock, Form, Point
from semeja.read.times.points import Anchor, Setting, Value, point_value
from semeja.read.times.reckoning import moved, saves_daylight, weekday_on_or_after

_DAWN: Final = 300  # minutes of the day until which a time belongs to the night before


def value_of(form: Form, setting: Setting) -> Value | None:
    """The value of a form; None when it is vague or nothing anchors it."""
    if form.point is None:
        return _clock_alone(form, setting)
    point, until = form.point, form.until
    if until is not None:
        point, until = _filled(point, until), _filled(until, point)
    first = point_value(point, setting)
    if first is None:
        return None
    if until is not None:
        return _between(first, point_value(until, replace(setting, reference=first.day)), until)
    if form.offset is not None and form.offset[1]:
        first = _beside(first, form.offset)
        if first is None:
            return None
    if form.clock is not None and first.day is not None and first.granularity == "day":
        return _timed(_morning_after(first.day, form), form, first.alternative)
    if form.part is not None and first.granularity == "day":
        return replace(first, granularity="part_of_day")
    return first


def _beside(value: Value, offset: tuple[str, int]) -> Value | None:
    """The value so many units from a day: `dua hari setelah 18 Januari`."""
    if value.day is None:
        return None
    return point_value(Point(unit=offset[0], shift=offset[1]), Setting(Anchor(value.day, value.day.year)))


def _morning_after(day: date, form: Form) -> date:
    """`Semalam pukul 01.00` is past midnight: the day after the evening that the word names."""
    early = form.clock is not None and form.clock.minutes < _DAWN
    if early and form.part == "night" and form.point is not None and form.point.unit == "day":
        return moved(day, 1) or day
    return day


def _filled(point: Point, other: Point) -> Point:
    """A point with the month and year that only the other end of the range tells."""
    month = point.month if point.month is not None or point.day is None else other.month
    year = point.year if point.year is not None or (point.weekday is not None and point.day is None) else other.year
    return replace(point, month=month, year=year)


def _between(first: Value, second: Value | None, until: Point) -> Value | None:
    if second is None:
        return first
    if second.text < first.text and until.weekday and first.day and until.day is None:
        day = weekday_on_or_after(first.day, until.weekday)
        second = Value(day.isoformat(), "day", None, day) if day else second
    if second.text <= first.text:
        return first
    return Value(f"{first.text}/{second.text}", "range", None, first.day)


def _clock_alone(form: Form, setting: Setting) -> Value | None:
    day = setting.reference or setting.anchor.day
    return _timed(day, form, None) if day is not None and form.clock is not None else None


def _timed(day: date, form: Form, alternative: str | None) -> Value | None:
    if form.clock is None:
        return None
    if form.clock_until is None:
        return Value(clock_text(day, form.clock), "minute", alternative, day)
    last = form.clock_until
    last_day = moved(day, 1) or day if last.minutes < form.clock.minutes and last.offset == form.clock.offset else day
    return Value(f"{clock_text(day, form.clock)}/{clock_text(last_day, last)}", "range", alternative, day)


def clock_text(day: date, clock: Clock) -> str:
    """`2022-01-21T19:21+07:00`; without an offset when the text has none."""
    day, minutes = moved(day, clock.minutes // 1440) or day, clock.minutes % 1440
    text = f"{day.isoformat()}T{minutes // 60:02}:{minutes % 60:02}"
    if clock.offset is None:
        return text
    offset = clock.offset + 60 * (clock.seasonal and saves_daylight(day))
    sign = "-" if offset < 0 else "+"
    return f"{text}{sign}{abs(offset) // 60:02}:{abs(offset) % 60:02}"
