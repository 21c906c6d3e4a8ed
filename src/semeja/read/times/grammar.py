"""The scan that finds the forms of time in a sentence."""

from collections.abc import Callable, Mapping

from semeja.lang.phrases import match, starts
from semeja.read.times.clocks import clock_at
from semeja.read.times.forms import VAGUE, Clock, Form, Line, Point
from semeja.read.times.names import labelled, month, weekday, year
from semeja.read.times.numeric import day_month, hyphened_months, numeric_date
from semeja.read.times.relative import counted, edge, quarter, shifted, unit, weekend
from semeja.read.times.tail import complete

Parser = Callable[[Line, int, int], Form | None]


def scan(line: Line, first: int, end: int) -> list[Form]:
    """All forms of tokens `[first, end)`, left to right, none overlapping."""
    forms: list[Form] = []
    triggers, reached = line.table.triggers, first
    for at in starts(triggers, line.keys, first, end):
        if at < reached:
            continue
        form = _first_form(line, triggers.get(line.keys[at], _FIGURES), at, end)
        if form is not None:
            form = complete(line, form, first, end)
            forms.append(form)
            reached = form.last
    return forms


def _first_form(line: Line, kinds: tuple[str, ...], at: int, end: int) -> Form | None:
    for kind in kinds:
        form = PARSERS[kind](line, at, end)
        if form is not None:
            return form
    return None


def _phrase(line: Line, at: int, end: int) -> Form | None:
    found = match(line.table.phrases, line.keys, at, end)
    if found is None:
        return None
    meaning, stop = found
    if line.keys[at] in line.table.units and at and line.keys[at - 1].isdecimal():
        return None
    point = VAGUE if meaning.frame == "vague" else Point(unit=meaning.unit, shift=meaning.shift, frame=meaning.frame)
    return Form(at, stop, f"phrase-{meaning.frame}", point, part=meaning.part)


def _figures(line: Line, at: int, end: int) -> Form | None:
    dated = numeric_date(line, at, end)
    if dated and (dated[0].year or _is_bracketed(line, at, dated[2], end) or _follows_support(line, at)):
        return Form(at, dated[2], "numeric-date", dated[0], dated[1])
    dated = day_month(line, at, end) or hyphened_months(line, at, end)
    if dated:
        return Form(at, dated[2], "day-month", dated[0], dated[1])
    timed = clock_at(line, at, end)
    if timed:
        return Form(at, timed[2], "clock", None, None, timed[0], timed[1])
    return counted(line, at, end) or year(line, at, end)


def _is_bracketed(line: Line, at: int, stop: int, end: int) -> bool:
    return stop < end and line.keys[at - 1 : at] == ("(",) and line.keys[stop] == ")"


def _follows_support(line: Line, at: int) -> bool:
    return at > 0 and (line.keys[at - 1] in line.table.groups["date_lead"] or line.keys[at - 1] in line.table.weekdays)


def _clock(line: Line, at: int, end: int) -> Form | None:
    """`pukul 19.21 WIB`, `tengah malam`."""
    named = match(line.table.midday, line.keys, at, end)
    if named:
        return Form(at, named[1], "midday", clock=Clock(named[0]))
    stop = at + 1 + (line.keys[at + 1 : at + 2] == (".",))
    timed = clock_at(line, stop, end, led=True)
    return Form(at, timed[2], "clock", None, None, timed[0], timed[1]) if timed else None


def _part(line: Line, at: int, end: int) -> Form | None:
    """A part of the day that the text speaks of: `sejak pagi`, `hingga malam`."""
    found = match(line.table.parts, line.keys, at, end)
    led = at > 0 and line.keys[at - 1] in line.table.groups["part_support"]
    if found is None or not led:
        return None
    return Form(at, found[1], "part", Point(unit="day", shift=0, frame="near"), part=found[0])


_FIGURES = ("figures",)
PARSERS: Mapping[str, Parser] = {
    "phrase": _phrase,
    "figures": _figures,
    "weekday": weekday,
    "month": month,
    "labelled": labelled,
    "unit": unit,
    "shifted": shifted,
    "weekend": weekend,
    "edge": edge,
    "quarter": quarter,
    "counted": counted,
    "clock": _clock,
    "part": _part,
}
