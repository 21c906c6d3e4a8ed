"""The scan that finds the forms of time in a sentence."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from semeja.lang.phrases import match, starts
from semeja.read.times.clocks import clock_at
from semeja.read.times.forms import VAGUE, Clock, Form, Line, Point
from semeja.read.times.holidays import countdown, holiday
from semeja.read.times.names import labelled, month, weekday, year
from semeja.read.times.numeric import day_month, hyphened_months, is_ambiguous, numeric_date, year_number
from semeja.read.times.relative import counted, edge, few, hyphened, shifted, unit, weekend
from semeja.read.times.spans import century, quarter, season
from semeja.read.times.tail import complete

Parser = Callable[[Line, int, int], Form | None]


def scan(line: Line, first: int, end: int) -> list[Form]:
    """All forms of tokens `[first, end)`, left to right, none overlapping."""
    return scan_at(line, starts(line.table.triggers, line.keys, first, end), first, end)


def scan_at(line: Line, places: Sequence[int], first: int, end: int) -> list[Form]:
    """The same where the tokens at which a form may start are known."""
    forms: list[Form] = []
    triggers, counting, keys, reached = line.table.triggers, line.table.counting, line.keys, first
    for at in places:
        if at < reached:
            continue
        kinds = triggers.get(keys[at])
        if kinds is None:
            form = _figures(line, at, end) if _figures_promise(line, at, end) else None
        elif keys[at] in counting and not _word_promises(line, at, end):
            continue
        else:
            form = _first_form(line, kinds, at, end)
        if form is not None:
            form = complete(line, form, first, end)
            forms.append(form)
            while (listed := _listed_year(line, form, end)) is not None:
                form = listed
                forms.append(form)
            reached = form.last
    return forms


def _word_promises(line: Line, at: int, end: int) -> bool:
    """Whether the word after a number word leaves it a chance to count units of time: most count other things."""
    table = line.table
    return (at + 1 < end and line.keys[at + 1] in table.after_number_words) or line.keys[at] in table.one_units


def _figures_promise(line: Line, at: int, end: int) -> bool:
    """Whether the neighbours of figures, or their own marks, leave them a chance to be a time: most are amounts."""
    table, key, after = line.table, line.keys[at], line.keys[at + 1] if at + 1 < end else ""
    if key.isdecimal():
        year = len(key) == 4 and (at == 0 or line.keys[at - 1] in table.groups["year_support"])
        return after in table.after_figures or year or "-" in after
    return _MARKED.fullmatch(key) is not None


def _listed_year(line: Line, form: Form, end: int) -> Form | None:
    """The next year of a list: `pada 2019, 2020, dan 2021`."""
    point, at = form.point, form.last
    if point is None or point.year is None or point.month is not None or form.until is not None or form.rule != "year":
        return None
    pair = line.table.groups["range_pair"]
    while at < end and at < form.last + 2 and (line.keys[at] == "," or line.keys[at] in pair):
        at += 1
    if at == form.last or at >= end or (found := year_number(line.keys[at])) is None:
        return None
    after = line.keys[at + 1] if at + 1 < end else "."
    closed = not after[:1].isalnum() or after in pair
    return Form(at, at + 1, "year", Point(year=found)) if closed else None


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
    counted_before = at > 0 and (line.keys[at - 1].isdecimal() or line.keys[at - 1] in line.table.numbers.parts)
    if counted_before and line.keys[at] in line.table.units:
        return None
    if meaning.frame == "vague" and stop < end and _measures(line, stop, end):
        return None
    point = VAGUE if meaning.frame == "vague" else Point(unit=meaning.unit, shift=meaning.shift, frame=meaning.frame)
    return Form(at, stop, f"phrase-{meaning.frame}", point, part=meaning.part)


def _measures(line: Line, at: int, end: int) -> bool:
    """Whether a unit follows, with or without its number: `in the past nine days` is no mere past."""
    return line.keys[at] in line.table.units or (at + 1 < end and line.keys[at + 1] in line.table.units)


def _figures(line: Line, at: int, end: int) -> Form | None:
    dated = numeric_date(line, at, end)
    if dated and (dated[0].year or _is_bracketed(line, at, dated[2], end) or _follows_support(line, at)):
        rule = "numeric-date-ambiguous" if is_ambiguous(line.keys[at]) else "numeric-date"
        return Form(at, dated[2], rule, dated[0], dated[1])
    dated = day_month(line, at, end) or hyphened_months(line, at, end)
    if dated:
        return Form(at, dated[2], "day-month", dated[0], dated[1])
    timed = clock_at(line, at, end)
    if timed:
        return Form(at, timed[2], "clock", None, None, timed[0], timed[1])
    tied = line.keys[at].isdecimal() and at + 1 < end and line.keys[at + 1] == "-"
    form = counted(line, at, end) or century(line, at, end) or year(line, at, end)
    return form or (hyphened(line, at, end) if tied else None)


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


def _edge_year(line: Line, at: int, end: int) -> Form | None:
    """`mid-2011`, one token."""
    edge_word, _, figure = line.keys[at].partition("-")
    return Form(at, at + 1, "year-edge", Point(year=int(figure)), modifier=line.table.edges[edge_word])


def _part(line: Line, at: int, end: int) -> Form | None:
    """A part of the day that the text speaks of: `sejak pagi`, `hingga malam`; `malam Minggu`: the night before it."""
    found = match(line.table.parts, line.keys, at, end)
    eve = found is not None and found[1] < end and line.keys[at] in line.table.groups["eve"]
    weekday = line.table.weekdays.get(line.keys[found[1]]) if found and eve else None
    if found and weekday and line.words[found[1]][0].isupper():
        return Form(at, found[1] + 1, "eve", Point(weekday=weekday), part=found[0], offset=("day", -1))
    led = at > 0 and line.keys[at - 1] in line.table.groups["part_support"]
    if found is None or not led:
        return None
    return Form(at, found[1], "part", Point(unit="day", shift=0, frame="near"), part=found[0])


_MARKED: Final = re.compile(r"\d{1,4}[/:][\d/:]+|\d{1,2}\.\d\d(?:\.\d{2,4})?|\d{1,2}\.\d{1,2}\.\d{4}")
PARSERS: Final[Mapping[str, Parser]] = {
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
    "few": few,
    "hyphened": hyphened,
    "holiday": holiday,
    "countdown": countdown,
    "season": season,
    "edge_year": _edge_year,
}
