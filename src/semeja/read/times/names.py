"""Named places in the calendar: weekdays, months, years, `tanggal 21`."""

from msgspec.structs import replace

from semeja.read.times.forms import Form, Line, Point
from semeja.read.times.numeric import (
    day_month,
    day_number,
    month_at,
    month_day,
    numeric_date,
    year_after,
    year_number,
)
from semeja.read.times.spans import year_pair


def weekday(line: Line, at: int, end: int) -> Form | None:
    """A day of the week, also after `hari`."""
    led = line.keys[at] in line.table.groups["day_lead"]
    name = at + led
    weekday = line.table.weekdays.get(line.keys[name]) if name < end else None
    if weekday is None or not (led or _is_weekday(line, name, end)):
        return None
    return Form(at, name + 1, "weekday", Point(weekday=weekday))


def _is_weekday(line: Line, at: int, end: int) -> bool:
    """Whether the word is the name of a day here: its capital, its neighbours."""
    table, key = line.table, line.keys[at]
    before, after = line.keys[at - 1] if at else "", line.keys[at + 1] if at + 1 < end else ""
    if before in table.groups["other_before"] or after in table.groups["other_after"]:
        return False
    supported = after == "(" or (after == "," and at + 2 < end and day_number(line.keys[at + 2]) is not None)
    supported = (
        supported or day_number(after) is not None or after in table.parts or key in table.groups["short_weekday"]
    )
    if not line.words[at][0].isupper():
        return supported and key not in table.groups["short_weekday"]
    if key in table.groups["short_weekday"]:
        return after in (",", ".", "(") or day_number(after) is not None or after in table.months
    if key in table.groups["careful"]:
        named = at + 1 < end and line.words[at + 1][0].isupper() and before not in table.groups["name_support"]
        return supported or (after not in table.shifts_after and at > 0 and before not in '.!?:"“' and not named)
    return True


def month(line: Line, at: int, end: int) -> Form | None:
    """A month with its day or year, or bare."""
    led = line.keys[at] in line.table.groups["month_lead"]
    name = at + led
    found = month_at(line, name, end)
    if found is None:
        return None
    dated = month_day(line, name, end)
    if dated and (line.table.groups["month_first"] or dated[0].year is not None):
        return Form(at, dated[2], "month-day", dated[0], dated[1])
    year, stop = year_after(line, found[1], end)
    if year or led or _is_month(line, name, found[1], end):
        return Form(at, stop if year else name + 1, "month", Point(year=year, month=found[0]))
    return None


def _is_month(line: Line, at: int, after: int, end: int) -> bool:
    table, key = line.table, line.keys[at]
    if not line.words[at][0].isupper() or key in table.groups["short_month"]:
        return False
    before = line.keys[at - 1] if at else ""
    following = line.keys[after] if after < end else ""
    if key not in table.groups["careful"]:
        named = after < end and line.words[after][0].isupper() and before not in table.groups["name_support"]
        titled = at == 0 or before in ".:," or line.words[at - 1][0].isupper()
        return following not in ("'", "’") and not (named and titled and after + 1 < end)
    return before in table.groups["name_support"] or following in table.shifts_after or following in table.units


def year(line: Line, at: int, end: int) -> Form | None:
    """A year that a word leads in, a span of years, a decade."""
    year, decade = year_number(line.keys[at]), _decade(line, at, end)
    pair = year_pair(line, at, end)
    if pair and (at and line.keys[at - 1] in line.table.groups["year_support"]):
        return pair
    short = line.keys[at].isdecimal() and len(line.keys[at]) == 2 and line.keys[at].endswith("0")
    if decade and (year or short):
        return Form(at, decade, "decade", Point(year=year or 1900 + int(line.keys[at]), unit="decade", span=10))
    if year is None:
        return None
    before = line.keys[at - 1] if at else ""
    if at > 1 and before in line.table.groups["year_lead"] and line.keys[at - 2].isdecimal():
        return None
    silent = before not in line.table.groups["year_support"]
    if silent and not (at + 1 < end and line.table.shifts_after.get(line.keys[at + 1]) == -1):
        return None
    return Form(at, at + 1, "year", Point(year=year))


def _decade(line: Line, at: int, end: int) -> int | None:
    suffixes = line.table.groups["decade_suffix"]
    for stop in (at + 1, at + 2):
        if stop < end and line.keys[stop] in suffixes and all(line.touches(step) for step in range(at + 1, stop + 1)):
            return stop + 1
    return None


def labelled(line: Line, at: int, end: int) -> Form | None:
    """`tanggal 21`, `tahun 2014`, `era 1990-an`."""
    stop = at + 1
    if stop >= end:
        return None
    if line.keys[at] in line.table.groups["year_lead"]:
        kind = line.table.groups["year_kind"]
        stop += line.keys[stop] in kind and stop + 1 < end
        inner = year_pair(line, stop, end) or year(line, stop, end)
        return replace(inner, first=at) if inner else None
    dated = numeric_date(line, stop, end) or day_month(line, stop, end)
    if dated:
        return Form(at, dated[2], "day-month", dated[0], dated[1])
    day = day_number(line.keys[stop])
    return Form(at, stop + 1, "day-of-month", Point(day=day)) if day else None
