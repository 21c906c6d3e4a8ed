"""Forms that count from another day: `pekan lalu`, `next Monday`, `akhir bulan ini`, `dua hari lalu`, quarters."""

from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from semeja.lang.phrases import match
from semeja.read.times.clocks import clock_at
from semeja.read.times.forms import VAGUE, Form, Line, Point
from semeja.read.times.names import labelled, month, weekday, year
from semeja.read.times.numeric import day_number, full_date, month_at, year_number
from semeja.read.times.spans import century, months_after_count, quarter

Parser = Callable[[Line, int, int], Form | None]


def unit(line: Line, at: int, end: int) -> Form | None:
    """`pekan lalu`, `tahun depan`: a unit that the next word shifts."""
    unit, stop = line.table.units[line.keys[at]], at + 1
    if unit == "century" and (named := century(line, at, end)):
        return named
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
    if key in table.quarters and key not in table.groups["dated_quarter"]:
        return Form(at, stop + 1, "quarter-shift", Point(unit="quarter", shift=shift))
    if key in table.seasons or table.units.get(key) == "decade":
        return Form(at, stop + 1, f"{key}-shift", VAGUE)
    if (span := counted(line, stop, end)) and span.point is VAGUE:
        return Form(at, span.last, "duration", VAGUE)
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


def counted(line: Line, at: int, end: int) -> Form | None:
    """`dua hari lalu`, `three weeks later`, `sebulan`, and durations, which have no value."""
    table, key = line.table, line.keys[at]
    unit, stop, count = table.one_units.get(key), at + 1, 1
    if unit is None:
        found = _count(line, at, end)
        if found and found[1] < end and line.keys[found[1]] in table.groups["oclock"]:
            timed = clock_at(line, at, end, led=True)
            return Form(at, timed[2], "clock", None, None, timed[0], timed[1]) if timed else None
        if found is None or found[1] >= end or (unit := table.units.get(line.keys[found[1]])) is None:
            return None
        count, stop = found[0], found[1] + 1
    if _is_age(line, at, stop, end) or (stop < end and year_number(line.keys[stop])):
        return None
    if unit == "month" and (first := months_after_count(line, at, count, stop, end)):
        return first
    brief = unit in ("hour", "minute", "second")
    past = match(table.counted_after, line.keys, stop, end)
    if past:
        return Form(at, past[1], "counted", VAGUE if brief else Point(unit=unit, shift=count * past[0]))
    told = match(table.reference_after, line.keys, stop, end)
    if told and _ends(line, told[1], end):
        point = VAGUE if brief else Point(unit=unit, shift=count * told[0], frame="reference")
        return Form(at, told[1], "counted-reference", point)
    beside = table.beside.get(line.keys[stop]) if stop < end else None
    if beside is not None:
        return _counted_from(line, at, stop + 1, end, (unit, 0 if brief else count * beside))
    return Form(at, stop + (stop < end and line.keys[stop] in table.groups["recent"]), "duration", VAGUE)


def hyphened(line: Line, at: int, end: int) -> Form | None:
    """A duration tied to its unit: `five-year`, `27-year` (but not `five-year-old`)."""
    stop = at + 1
    if line.keys[at].isdecimal():
        tied = stop + 1 < end and line.keys[stop] == "-" and line.touches(stop) and line.touches(stop + 1)
        if not tied or line.keys[stop + 1] not in line.table.units:
            return None
        stop += 2
    if stop < end and line.keys[stop] == "-":
        return None
    return Form(at, stop, "duration", VAGUE)


def _is_age(line: Line, at: int, stop: int, end: int) -> bool:
    """`berusia 5 tahun`, `bocah 5 tahun`, `(45 tahun)`, `10 months old`."""
    before, after = line.keys[at - 1] if at else "", line.keys[stop] if stop < end else ""
    groups = line.table.groups
    if before in groups["age"] or before in groups["age_of"] or after in groups["age_after"]:
        return True
    following = line.keys[stop + 1] if stop + 1 < end else ""
    return (before == "(" and after == ")") or f"{after}_{following}" in groups["age_after"]


def _ends(line: Line, at: int, end: int) -> bool:
    """Whether what a day counts from lies behind, not in the words that follow (`two days before the quake`)."""
    return line.keys[at - 1] not in line.table.beside or at >= end or not line.keys[at][:1].isalnum()


def _counted_from(line: Line, at: int, after: int, end: int, offset: tuple[str, int]) -> Form:
    """`dua hari setelah 18 Januari`; of what has no date nothing is made up."""
    dated = full_date(line, after, end) if offset[1] else None
    if dated is None or dated[1] is not None:
        return Form(at, after - 1, "duration", VAGUE)
    return Form(at, dated[2], "counted-date", dated[0], offset=offset)


def few(line: Line, at: int, end: int) -> Form | None:
    """`beberapa hari lalu`, `a few weeks ago`, `several months`: no value, whatever follows."""
    table, stop = line.table, at + 1
    few = table.groups["few"]
    if stop >= end or (line.keys[at] not in few and line.keys[stop] not in few):
        return None
    while stop < end and stop < at + 4 and (line.keys[stop] in few or line.keys[stop] in table.groups["article"]):
        stop += 1
    if stop >= end or line.keys[stop] not in table.units:
        return None
    found = match(table.counted_after, line.keys, stop + 1, end) or match(
        table.reference_after, line.keys, stop + 1, end
    )
    after = found[1] if found else stop + 1
    return Form(at, after + (after < end and line.keys[after] in table.groups["recent"]), "vague-count", VAGUE)


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


_BEHIND_EDGE: Final[dict[str, Parser]] = {
    "weekday": weekday,
    "month": month,
    "unit": unit,
    "shifted": shifted,
    "labelled": labelled,
    "quarter": quarter,
}
