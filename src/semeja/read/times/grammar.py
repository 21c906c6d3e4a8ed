"""Forms that start with a word, and the scan that finds all forms of a sentence."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from semeja.lang.phrases import match
from semeja.read.times.forms import VAGUE, Clock, Form, Line, Point
from semeja.read.times.numeric import (
    clock_at,
    day_month,
    day_number,
    month_at,
    month_day,
    numeric_date,
    year_after,
    year_number,
)
from semeja.read.times.tail import complete

Parser = Callable[[Line, int, int], Form | None]


def scan(line: Line, first: int, end: int) -> list[Form]:
    """All forms of tokens `[first, end)`, left to right, none overlapping."""
    forms: list[Form] = []
    triggers, keys, at = line.table.triggers, line.keys, first
    while at < end:
        key = keys[at]
        kinds = triggers.get(key)
        if "0" <= key[:1] <= "9":
            kinds = _FIGURES if kinds is None else _FIGURES + kinds
        form = _first_form(line, kinds, at, end) if kinds else None
        if form is None:
            at += 1
        else:
            form = complete(line, form, first, end)
            forms.append(form)
            at = form.last
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
    dated = day_month(line, at, end)
    if dated:
        return Form(at, dated[2], "day-month", dated[0], dated[1])
    timed = clock_at(line, at, end)
    if timed:
        return Form(at, timed[2], "clock", None, None, timed[0], timed[1])
    return _counted(line, at, end) or _year(line, at, end)


def _is_bracketed(line: Line, at: int, stop: int, end: int) -> bool:
    return stop < end and line.keys[at - 1 : at] == ("(",) and line.keys[stop] == ")"


def _follows_support(line: Line, at: int) -> bool:
    return at > 0 and (line.keys[at - 1] in line.table.group("date_lead") or line.keys[at - 1] in line.table.weekdays)


def _year(line: Line, at: int, end: int) -> Form | None:
    """A year that a word leads in, a span of years, a decade."""
    year = year_number(line.keys[at])
    if year is None:
        return None
    decade = _decade(line, at, end)
    if decade:
        return Form(at, decade, "decade", Point(year=year, unit="decade", span=10))
    before = line.keys[at - 1] if at else ""
    silent = before not in line.table.group("year_support")
    if silent and not (at + 1 < end and line.table.shifts_after.get(line.keys[at + 1]) == -1):
        return None
    return Form(at, at + 1, "year", Point(year=year))


def _decade(line: Line, at: int, end: int) -> int | None:
    suffixes = line.table.group("decade_suffix")
    for stop in (at + 1, at + 2):
        if stop < end and line.keys[stop] in suffixes and all(line.touches(step) for step in range(at + 1, stop + 1)):
            return stop + 1
    return None


def _weekday(line: Line, at: int, end: int) -> Form | None:
    """A day of the week, also after `hari`."""
    led = line.keys[at] in line.table.group("day_lead")
    name = at + led
    weekday = line.table.weekdays.get(line.keys[name]) if name < end else None
    if weekday is None or not (led or _is_weekday(line, name, end)):
        return None
    return Form(at, name + 1, "weekday", Point(weekday=weekday))


def _is_weekday(line: Line, at: int, end: int) -> bool:
    """Whether the word is the name of a day here: its capital, its neighbours."""
    table, key = line.table, line.keys[at]
    before, after = line.keys[at - 1] if at else "", line.keys[at + 1] if at + 1 < end else ""
    if before in table.group("other_before") or after in table.group("other_after"):
        return False
    supported = after == "(" or (after == "," and at + 2 < end and day_number(line.keys[at + 2]) is not None)
    supported = (
        supported or day_number(after) is not None or after in table.parts or key in table.group("short_weekday")
    )
    if not line.words[at][0].isupper():
        return supported and key not in table.group("short_weekday")
    if key in table.group("short_weekday"):
        return after in (",", ".", "(") or day_number(after) is not None or after in table.months
    if key in table.group("careful"):
        return supported or (after not in table.shifts_after and at > 0 and before not in '.!?:"“')
    return True


def _month(line: Line, at: int, end: int) -> Form | None:
    """A month with its day or year, or bare."""
    led = line.keys[at] in line.table.group("month_lead")
    name = at + led
    found = month_at(line, name, end)
    if found is None:
        return None
    if "month_first" in line.table.groups and (dated := month_day(line, name, end)):
        return Form(at, dated[2], "month-day", dated[0], dated[1])
    year, stop = year_after(line, found[1], end)
    if year or led or _is_month(line, name, found[1], end):
        return Form(at, stop if year else name + 1, "month", Point(year=year, month=found[0]))
    return None


def _is_month(line: Line, at: int, after: int, end: int) -> bool:
    table, key = line.table, line.keys[at]
    if not line.words[at][0].isupper() or key in table.group("short_month"):
        return False
    if key not in table.group("careful"):
        return line.keys[after : after + 1] not in (("'",), ("’",))
    before = line.keys[at - 1] if at else ""
    following = line.keys[after] if after < end else ""
    return before in table.group("name_support") or following in table.shifts_after or following in table.units


def _labelled(line: Line, at: int, end: int) -> Form | None:
    """`tanggal 21`, `tahun 2014`, `era 1990-an`."""
    stop = at + 1
    if stop >= end:
        return None
    if line.keys[at] in line.table.group("year_lead"):
        inner = _year(line, stop, end)
        return replace(inner, first=at) if inner else None
    dated = numeric_date(line, stop, end) or day_month(line, stop, end)
    if dated:
        return Form(at, dated[2], "day-month", dated[0], dated[1])
    day = day_number(line.keys[stop])
    return Form(at, stop + 1, "day-of-month", Point(day=day)) if day else None


def _unit(line: Line, at: int, end: int) -> Form | None:
    """`pekan lalu`, `tahun depan`: a unit that the next word shifts."""
    unit, stop = line.table.units[line.keys[at]], at + 1
    if unit in ("hour", "minute", "second") or stop >= end:
        return None
    stop += line.keys[stop] in line.table.group("shift_linker")
    shift = line.table.shifts_after.get(line.keys[stop]) if stop < end else None
    if shift is None:
        return None
    return Form(at, stop + 1, f"{unit}-shift", Point(unit=unit, shift=shift, frame=_frame(line, line.keys[stop])))


def _frame(line: Line, key: str) -> str:
    """`sebelumnya` and `berikutnya` count from what was told last, `lalu` and `depan` from today."""
    return "reference" if key in line.table.group("told") else "anchor"


def _shifted(line: Line, at: int, end: int) -> Form | None:
    """`last week`, `next Monday`, `this March`, `last weekend`."""
    table, stop = line.table, at + 1
    if stop >= end:
        return None
    shift, key = table.shifts_before[line.keys[at]], line.keys[stop]
    if key in table.group("weekend"):
        return Form(at, stop + 1, "weekend", Point(unit="weekend", shift=shift))
    if (unit := table.units.get(key.removesuffix("'s").removesuffix("’s"))) in ("week", "month", "year"):
        plural = key.endswith("s") and not key.endswith(("'s", "’s"))
        frame = _frame(line, line.keys[at])
        return None if plural else Form(at, stop + 1, f"{unit}-shift", Point(unit=unit, shift=shift, frame=frame))
    if (weekday := table.weekdays.get(key)) and line.words[stop][0].isupper():
        return Form(at, stop + 1, "weekday", Point(weekday=weekday, shift=shift))
    if (month := table.months.get(key)) and line.words[stop][0].isupper():
        return Form(at, stop + 1, "month", Point(month=month, shift=shift))
    return None


def _weekend(line: Line, at: int, end: int) -> Form | None:
    found = match(line.table.weekend, line.keys, at, end)
    if found is None:
        return None
    shift = line.table.shifts_after.get(line.keys[found[1]]) if found[1] < end else None
    return Form(at, found[1] + (shift is not None), "weekend", Point(unit="weekend", shift=shift))


def _edge(line: Line, at: int, end: int) -> Form | None:
    """`awal Juni`, `akhir bulan ini`, `akhir tahun`, `the end of 2021`, `early this week`, `mid-January`."""
    table, stop = line.table, at + 1
    while stop < end and stop < at + 4 and line.keys[stop] in table.group("edge_linker"):
        if line.keys[stop] in table.shifts_before and stop + 1 < end and line.keys[stop + 1] in table.units:
            break
        stop += 1
    if stop >= end:
        return None
    modifier, inner = table.edges[line.keys[at]], None
    for kind in table.triggers.get(line.keys[stop], ()):
        if kind in ("weekday", "month", "unit", "shifted", "labelled", "quarter"):
            inner = inner or PARSERS[kind](line, stop, end)
    inner = inner or (_year(line, stop, end) if year_number(line.keys[stop]) else None)
    if inner:
        return replace(inner, first=at, modifier=modifier)
    unit = table.units.get(line.keys[stop])
    if unit in ("week", "month", "year", "decade"):
        return Form(at, stop + 1, f"{unit}-edge", Point(unit=unit, shift=0), modifier=modifier)
    return None


def _quarter(line: Line, at: int, end: int) -> Form | None:
    """`kuartal I 2022`, `semester kedua tahun ini`, `the first quarter of 2022`."""
    table, name, number = line.table, at, at + 1
    if line.keys[at] in table.quarter_words:
        name, number = at + 1, at
    if max(name, number) >= end:
        return None
    months, which = table.quarters.get(line.keys[name]), table.quarter_words.get(line.keys[number])
    if not months or not which or which * months > 12:
        return None
    stop = at + 2
    stop += stop < end and line.keys[stop] in table.group("edge_linker") | {"/"}
    year, after = year_after(line, stop, end)
    return Form(at, after if year else at + 2, "quarter", Point(year=year, month=months * (which - 1) + 1, span=months))


def _counted(line: Line, at: int, end: int) -> Form | None:
    """`dua hari lalu`, `three weeks later`, `sebulan`, and durations, which have no value."""
    table, key = line.table, line.keys[at]
    unit, stop, count = table.one_units.get(key), at + 1, 1
    if unit is None:
        found = _count(line, at, end)
        if found is None or found[1] >= end or (unit := table.units.get(line.keys[found[1]])) is None:
            return None
        count, stop = found[0], found[1] + 1
    if at and line.keys[at - 1] in table.group("age"):
        return None
    past = match(table.counted_after, line.keys, stop, end)
    if past and unit not in ("hour", "minute", "second"):
        return Form(at, past[1], "counted", Point(unit=unit, shift=count * past[0]))
    told = match(table.reference_after, line.keys, stop, end)
    if told and unit not in ("hour", "minute", "second"):
        return Form(at, told[1], "counted-reference", Point(unit=unit, shift=count * told[0], frame="reference"))
    return Form(at, stop, "duration", VAGUE)


def _count(line: Line, at: int, end: int) -> tuple[int, int] | None:
    """A whole number in figures or words, `a` included, and the token after it."""
    key = line.keys[at]
    if key in line.table.group("one"):
        return 1, at + 1
    if key.isdecimal() and len(key) <= 4:
        return int(key), at + 1
    found = line.table.numbers.number(line.keys, at, end)
    return (int(found[0]), found[1]) if found and found[0] < 10_000 else None


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
    led = at > 0 and line.keys[at - 1] in line.table.group("part_support")
    if found is None or not led:
        return None
    return Form(at, found[1], "part", Point(unit="day", shift=0, frame="near"), part=found[0])


_FIGURES = ("figures",)
PARSERS: Mapping[str, Parser] = {
    "phrase": _phrase,
    "figures": _figures,
    "weekday": _weekday,
    "month": _month,
    "labelled": _labelled,
    "unit": _unit,
    "shifted": _shifted,
    "weekend": _weekend,
    "edge": _edge,
    "quarter": _quarter,
    "counted": _counted,
    "clock": _clock,
    "part": _part,
}
