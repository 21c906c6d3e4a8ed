"""Holidays with a fixed date, and days counted from a holiday: `malam Natal`, `H-3 Lebaran`, `New Year's Eve`."""

from semeja.lang.phrases import match
from semeja.lang.timing import Holiday
from semeja.read.times.forms import VAGUE, Form, Line, Point
from semeja.read.times.numeric import full_date, year_after
from semeja.read.times.spans import year_told


def holiday(line: Line, at: int, end: int) -> Form | None:
    """A holiday that a word leads in or a year follows; one that moves with the moon has no value."""
    found = match(line.table.holidays, line.keys, at, end)
    if found is None or not line.words[at + (found[1] > at + 1)][0].isupper():
        return None
    day, stop = found
    told = year_told(line, stop, end)
    year, shift, after = told or (None, None, stop)
    if day.month is None or not (told or day.sure or (at and line.keys[at - 1] in line.table.groups["holiday_lead"])):
        return None
    if after + 1 < end and line.keys[after] == "(":
        dated = full_date(line, after + 1, end)
        if dated and dated[1] is None and dated[2] < end and line.keys[dated[2]] == ")":
            return Form(at, dated[2] + 1, "holiday-date", dated[0], part=day.part)
    return Form(at, after, "holiday", _point(day, year, shift), part=day.part)


def _point(day: Holiday, year: int | None, shift: int | None = None) -> Point:
    if shift is not None:
        return Point(month=day.month, day=day.day, unit="year", shift=shift)
    return Point(year=year + day.year_offset if year else None, month=day.month, day=day.day)


def countdown(line: Line, at: int, end: int) -> Form | None:
    """`H-3 Lebaran`, `H+7`, `H-1 Natal`: days before or after a holiday."""
    days, stop = line.table.countdown.get(line.keys[at]), at + 1
    if days is None:
        return None
    if days == 0:
        if at + 2 >= end or line.keys[at + 1] != "+" or not line.keys[at + 2].isdecimal() or len(line.keys[at + 2]) > 2:
            return None
        days, stop = int(line.keys[at + 2]), at + 3
    if not line.words[at][0].isupper():
        return None
    found = match(line.table.holidays, line.keys, stop, end)
    if found is None:
        return Form(at, stop, "countdown", VAGUE)
    day, stop = found
    year, stop = year_after(line, stop, end)
    if day.month is None:
        return Form(at, stop, "countdown", VAGUE)
    return Form(at, stop, "countdown", _point(day, year), offset=("day", days))
