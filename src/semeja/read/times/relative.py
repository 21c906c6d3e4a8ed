"""Forms that count from another day: `pekan lalu`, `next Monday`, `akhir bulan ini`, `dua hari lalu`, quarters."""

from collections.abc import Callable

from msgspec.structs import replace

from semeja.lang.phrases import match
from semeja.read.times.forms import VAGUE, Form, Line, Point
from semeja.read.times.names import labelled, month, weekday, year
from semeja.read.times.numeric import day_number, month_at, year_after, year_number

Parser = Callable[[Line, int, int], Form | None]


def unit(line: Line, at: int, end: int) -> Form | None:
    """`pekan lalu`, `tahun depan`: a unit that the next word shifts."""
    unit, stop = line.table.units[line.keys[at]], at + 1
    if unit in ("hour", "minute", "second") or stop >= end or (at and line.keys[at - 1].isdecimal()):
        return None
    stop += line.keys[stop] in line.table.groups["shift_linker"]
    shift = line.table.shifts_after.get(line.keys[stop]) if stop < end else None
    if shift is None:
        return None
    return Form(at, stop + 1, f"{unit}-shift", Point(unit=unit, shift=shift, frame=_frame(line, line.keys[stop])))


def _frame(line: Line, key: str) -> str:
    """`sebelumnya` and `berikutnya` count from what was told last, if anything, `lalu` and `depan` from today."""
    return "near" if key in line.table.groups["told"] else "anchor"


def shifted(line: Line, at: int, end: int) -> Form | None:
    """`last week`, `next Monday`, `this March`, `last weekend`."""
    table, stop = line.table, at + 1
    if stop >= end:
        return None
    shift, key = table.shifts_before[line.keys[at]], line.keys[stop]
    if key in table.groups["weekend"]:
        return Form(at, stop + 1, "weekend", Point(unit="weekend", shift=shift))
    if (unit := table.units.get(key.removesuffix("'s").removesuffix("’s"))) in ("week", "month", "year"):
        plural = key.endswith("s") and not key.endswith(("'s", "’s"))
        frame = _frame(line, line.keys[at])
        return None if plural else Form(at, stop + 1, f"{unit}-shift", Point(unit=unit, shift=shift, frame=frame))
    if (weekday := table.weekdays.get(key)) and line.words[stop][0].isupper():
        return Form(at, stop + 1, "weekday", Point(weekday=weekday, shift=shift))
    found = month_at(line, stop, end)
    dated = found is not None and found[1] < end and day_number(line.keys[found[1]]) is not None
    if (month := table.months.get(key)) and line.words[stop][0].isupper() and not dated:
        return Form(at, stop + 1, "month", Point(month=month, shift=shift))
    return None


def weekend(line: Line, at: int, end: int) -> Form | None:
    """`akhir pekan lalu`, `the weekend`: a weekend, shifted by the word behind it if that is a shift."""
    found = match(line.table.weekend, line.keys, at, end)
    if found is None:
        return None
    shift = line.table.shifts_after.get(line.keys[found[1]]) if found[1] < end else None
    return Form(at, found[1] + (shift is not None), "weekend", Point(unit="weekend", shift=shift))


def quarter(line: Line, at: int, end: int) -> Form | None:
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
    stop += stop < end and line.keys[stop] in table.groups["edge_linker"] | {"/"}
    year, after = year_after(line, stop, end)
    return Form(at, after if year else at + 2, "quarter", Point(year=year, month=months * (which - 1) + 1, span=months))


def counted(line: Line, at: int, end: int) -> Form | None:
    """`dua hari lalu`, `three weeks later`, `sebulan`, and durations, which have no value."""
    table, key = line.table, line.keys[at]
    unit, stop, count = table.one_units.get(key), at + 1, 1
    if unit is None:
        found = _count(line, at, end)
        if found is None or found[1] >= end or (unit := table.units.get(line.keys[found[1]])) is None:
            return None
        count, stop = found[0], found[1] + 1
    if (at and line.keys[at - 1] in table.groups["age"]) or (stop < end and year_number(line.keys[stop])):
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
    if key in line.table.groups["one"]:
        return 1, at + 1
    if key.isdecimal() and len(key) <= 4:
        return int(key), at + 1
    found = line.table.numbers.number(line.keys, at, end)
    return (int(found[0]), found[1]) if found and found[0] < 10_000 else None


def edge(line: Line, at: int, end: int) -> Form | None:
    """`awal Juni`, `akhir bulan ini`, `akhir tahun`, `the end of 2021`, `early this week`, `mid-January`."""
    table, stop = line.table, at + 1
    while stop < end and stop < at + 4 and line.keys[stop] in table.groups["edge_linker"]:
        if line.keys[stop] in table.shifts_before and stop + 1 < end and line.keys[stop + 1] in table.units:
            break
        stop += 1
    if stop >= end:
        return None
    modifier, inner = table.edges[line.keys[at]], None
    for kind in table.triggers.get(line.keys[stop], ()):
        if inner is None and kind in _BEHIND_EDGE:
            inner = _BEHIND_EDGE[kind](line, stop, end)
    inner = inner or (year(line, stop, end) if year_number(line.keys[stop]) else None)
    if inner:
        return replace(inner, first=at, modifier=modifier)
    unit = table.units.get(line.keys[stop])
    if unit in ("week", "month", "year", "decade"):
        return Form(at, stop + 1, f"{unit}-edge", Point(unit=unit, shift=0), modifier=modifier)
    return None


_BEHIND_EDGE: dict[str, Parser] = {
    "weekday": weekday,
    "month": month,
    "unit": unit,
    "shifted": shifted,
    "labelled": labelled,
    "quarter": quarter,
}
