"""What stands around the core of a form: a date in brackets, a part of day, a clock, the end of a range, a modifier."""

from typing import Final

from msgspec.structs import replace

from semeja.lang.phrases import match
from semeja.read.times.clocks import Timed, clock_at, to_the_minute
from semeja.read.times.forms import VAGUE, Form, Line, Point
from semeja.read.times.numeric import Dated, day_number, full_date, month_at, year_after, year_number

_ROUNDS: Final = 5  # a form has at most: range, date, part of day, shift, clock


def complete(line: Line, form: Form, first: int, end: int) -> Form:
    """The form with all that belongs to it on both sides, within tokens `[first, end)`."""
    if form.point is not None and form.point.frame != "vague":
        for _ in range(_ROUNDS):
            wider = _wider(line, form, end)
            if wider is None:
                break
            form = wider
    elif form.clock is not None:
        form = _date_after_clock(line, form, end)
        form = (_date_beside(line, form, end) if form.point and form.last < end else None) or form
    if form.point is not None and form.point.frame == "vague":
        return form
    if form.first > first and line.keys[form.first - 1] in line.table.groups["recurrent"]:
        return replace(form, point=VAGUE, until=None, rule=f"{form.rule}-recurrent")
    return _led(line, form, first)


def _wider(line: Line, form: Form, end: int) -> Form | None:
    if form.last >= end:
        return None
    key = line.keys[form.last]
    if key not in line.table.continuers and not "0" <= key < ":":
        return None
    if not is_day(form.point):
        return _shift(line, form, end) or _range(line, form, end)
    return (
        _date_beside(line, form, end)
        or _part(line, form, end)
        or _shift(line, form, end)
        or _clock(line, form, end)
        or _range(line, form, end)
    )


def is_day(point: Point | None) -> bool:
    """Whether the point is a day, not a week, month or year."""
    return point is not None and (point.day is not None or point.weekday is not None or point.unit == "day")


def _date_beside(line: Line, form: Form, end: int) -> Form | None:
    """`Jumat (21/1)`, `Jumat, 21 Januari 2022`, `hari ini (21/1)`."""
    point, at = form.point, form.last
    if point is None or point.day is not None:
        return None
    named = point.weekday is not None
    at += line.keys[at] == "." and line.keys[at - 1] in line.table.groups["short_weekday"] and at + 1 < end
    at += named and at + 1 < end and line.keys[at] == "," and line.keys[at + 1] == "("
    opened = line.keys[at] == "("
    at += opened or (line.keys[at] in _LINKS and named)
    if at + opened >= end:
        return None
    dated = full_date(line, at, end)
    if dated is None and opened and line.keys[at] in line.table.weekdays:
        at += 1 + (line.keys[at + 1 : at + 2] == (",",))
        dated = full_date(line, at, end)
    dated = dated or (_day_of_month(line, at, end) if named else None)
    if dated is None:
        return None
    first, last, stop = dated
    if opened:
        timed = _timed(line, stop, end)
        form = replace(form, clock=timed[0], clock_until=timed[1]) if timed else form
        stop = timed[2] if timed else stop
        if stop >= end or line.keys[stop] != ")":
            return None
        stop += 1
    first = replace(first, weekday=point.weekday)
    if last is not None and form.until is not None:
        last = replace(last, weekday=form.until.weekday)
    return replace(form, last=stop, point=first, until=last or form.until, rule=f"{form.rule}-date", offset=None)


def _day_of_month(line: Line, at: int, end: int) -> Dated | None:
    """`Sunday the 16th`."""
    led = line.keys[at] in line.table.groups["article"] and at + 2 < end
    day = day_number(line.keys[at + 1]) if led and line.keys[at + 2] in line.table.groups["ordinal"] else None
    return (Point(day=day), None, at + 3) if day else None


_LINKS: Final = frozenset(",-–—|")


def _part(line: Line, form: Form, end: int) -> Form | None:
    if form.part is not None:
        return None
    found = match(line.table.parts, line.keys, form.last, end)
    if found is None:
        return None
    part, stop = found
    while stop < end and line.keys[stop] in line.table.groups["part_filler"]:
        stop += 1
    return replace(form, last=stop, part=part)


def _shift(line: Line, form: Form, end: int) -> Form | None:
    """`Senin lalu`, `Senin pekan lalu`, `March last year`; `lalu` after a whole date says nothing."""
    point, table, at = form.point, line.table, form.last
    if point is None or point.unit is not None or point.shift is not None or (point.year and point.month is None):
        return None
    at += line.keys[at] in table.groups["shift_linker"] and at + 1 < end
    if at >= end:
        return None
    key = line.keys[at]
    moved = _unit_shift(line, at, end)
    if moved is not None and not point.year:
        return replace(form, last=moved[2], point=replace(point, unit=moved[0], shift=moved[1]))
    shift = table.shifts_after.get(key)
    if shift is None:
        return None
    return replace(form, last=at + 1, point=point if point.year else replace(point, shift=shift))


def _unit_shift(line: Line, at: int, end: int) -> tuple[str, int, int] | None:
    """`pekan lalu`, `last year` at token `at`: the unit, the shift, the token after them."""
    table, first, second = line.table, line.keys[at], line.keys[at + 1] if at + 1 < end else ""
    unit, shift = table.units.get(first), table.shifts_after.get(second)
    if unit is None:
        unit, shift = table.units.get(second), table.shifts_before.get(first)
    return (unit, shift, at + 2) if unit in ("week", "month", "year") and shift is not None else None


def _timed(line: Line, at: int, end: int, *, dated: bool = False) -> Timed | None:
    """A clock at `at` after at most two linking marks or words; `dated`: a year was told, so 19.21 needs no `pukul`."""
    led, stop = False, at
    while stop < end and stop < at + 3 and line.keys[stop] in line.table.groups["clock_link"]:
        led = led or line.keys[stop] in line.table.groups["clock"]
        stop += 1
    if stop >= end or not line.keys[stop][:1].isdecimal():
        return None
    return clock_at(line, stop, end, led=led or (dated and to_the_minute(line.keys[stop])))


def _clock(line: Line, form: Form, end: int) -> Form | None:
    if form.clock is not None or form.until is not None:
        return None
    dated = form.point is not None and form.point.year is not None
    timed = _timed(line, form.last, end, dated=dated)
    return replace(form, clock=timed[0], clock_until=timed[1], last=timed[2]) if timed else None


def _date_after_clock(line: Line, form: Form, end: int) -> Form:
    """`14:05 GMT, 21 January 2022`, `5 p.m. on Friday`: the day that follows a time of day."""
    at = form.last
    while at < end and at < form.last + 2 and line.keys[at] in line.table.groups["date_link"]:
        at += 1
    if at >= end:
        return form
    dated, weekday = full_date(line, at, end), line.table.weekdays.get(line.keys[at])
    if dated and (dated[0].year or not line.keys[at].isdecimal()):
        return replace(form, last=dated[2], point=dated[0], until=dated[1], rule="clock-date")
    if weekday and line.words[at][0].isupper():
        return replace(form, last=at + 1, point=Point(weekday=weekday), rule="clock-weekday")
    phrase = match(line.table.phrases, line.keys, at, end)
    if phrase and phrase[0].unit == "day" and phrase[0].frame == "anchor":
        point = Point(unit="day", shift=phrase[0].shift)
        return replace(form, last=phrase[1], point=point, part=phrase[0].part, rule="clock-phrase")
    return form


def _range(line: Line, form: Form, end: int) -> Form | None:
    """`Senin-Rabu`, `28 Februari hingga 3 Maret`, `antara 2019 dan 2021`: a second point of the same kind."""
    point = form.point
    if point is None or form.until is not None or form.clock is not None or point.unit is not None:
        return None
    found = match(line.table.ranges, line.keys, form.last, end)
    at = found[1] if found else form.last + 1
    if found is None and not (line.keys[form.last] in line.table.groups["range_pair"] and _is_open(line, form)):
        return None
    if at >= end:
        return None
    second = _second(line, point, at, end)
    return replace(form, until=second[0], last=second[1], rule=f"{form.rule}-range") if second else None


def _is_open(line: Line, form: Form) -> bool:
    """Whether `antara` or `between` stands before, or the ends are neighbouring days of the week."""
    before = line.keys[form.first - 1] if form.first else ""
    following = line.table.weekdays.get(line.keys[form.last + 1]) if form.last + 1 < len(line.keys) else None
    beside = form.point is not None and form.point.weekday is not None and following == form.point.weekday % 7 + 1
    return before in line.table.groups["range_open"] or beside


def _second(line: Line, point: Point, at: int, end: int) -> tuple[Point, int] | None:
    """The end of a range that starts with `point`, and the token after it."""
    if point.day is not None:
        dated = full_date(line, at, end)
        return (dated[0], dated[2]) if dated and dated[1] is None else None
    if point.weekday is not None:
        at += at + 1 < end and line.keys[at] in line.table.groups["day_lead"]
        weekday = line.table.weekdays.get(line.keys[at])
        return (Point(weekday=weekday), at + 1) if weekday else None
    if point.month is not None:
        found = month_at(line, at, end)
        if found is None or not line.words[at][0].isupper():
            return None
        year, stop = year_after(line, found[1], end)
        return Point(year=year, month=found[0]), stop
    year = year_number(line.keys[at])
    return (Point(year=year), at + 1) if year else None


def _led(line: Line, form: Form, first: int) -> Form:
    """The form with what a word before it says: `sejak`, `sebelum`, `sekitar`; an edge (`awal`) stays."""
    if form.modifier is not None or form.until is not None or form.clock_until is not None:
        return form
    at, lowest = form.first - 1, max(first, form.first - 3)
    while at >= lowest:
        modifier = line.table.modifiers.get(line.keys[at])
        if modifier is not None:
            return replace(form, modifier=modifier)
        if line.keys[at] not in line.table.groups["modifier_link"]:
            break
        at -= 1
    return form
