"""Stretches of the calendar that bear a name: quarters and halves, the first months of a year, seasons, centuries."""

import re
from typing import Final

from semeja.lang.phrases import match
from semeja.read.times.forms import Form, Line, Point
from semeja.read.times.numeric import EARLIEST_YEAR, LATEST_YEAR, year_after, year_number

_YEAR_PAIR: Final = re.compile(r"(\d{4})/(\d{4}|\d{2})")
_CENTURY: Final = re.compile(r"(?:ke-?)?(\d{1,2})|(x{0,2}(?:ix|iv|v?i{0,3}))")
_ROMAN: Final = {"i": 1, "v": 5, "x": 10}
Told = tuple[int | None, int | None, int]
"""A year, or years from that of the anchor, and the token after it."""


def year_told(line: Line, at: int, end: int) -> Told | None:
    """The year behind the name of a stretch: `2024`, `/2024`, `of 2024`, `tahun ini`, `of last year`, `of the year`."""
    table, limit = line.table, min(end, at + _LINKED)
    while at < limit and (line.keys[at] in table.groups["edge_linker"] or line.keys[at] in _MARKS):
        at += 1
    year, after = year_after(line, at, end)
    if year or at >= end:
        return (year, None, after) if year else None
    second = line.keys[at + 1] if at + 1 < end else ""
    if table.units.get(line.keys[at]) == "year":
        shift = table.shifts_after.get(second)
        whole = shift is None and line.keys[at - 1] in table.groups["edge_linker"]
        return (None, shift or 0, at + 1 + (shift is not None)) if shift is not None or whole else None
    if line.keys[at] in table.shifts_before and table.units.get(second) == "year":
        return None, table.shifts_before[line.keys[at]], at + 2
    return None


_MARKS: Final = frozenset("/-–")
_LINKED: Final = 3  # words and marks between a stretch and its year


def quarter(line: Line, at: int, end: int) -> Form | None:
    """`kuartal I 2022`, `Kuartal I-2024`, `semester kedua tahun ini`, `the first half of 2022`, `Q3 2024`."""
    table, name, number = line.table, at, at + 1
    if line.keys[at] in table.quarter_codes:
        return _stretch(line, at, at + 1, end, 3, table.quarter_codes[line.keys[at]])
    if line.keys[at] in table.quarter_words:
        name, number = at + 1, at
    if max(name, number) >= end:
        return None
    months = table.quarters.get(line.keys[name])
    if months is None:
        first = table.quarter_words.get(line.keys[number].partition("-")[0]) == 1
        return _first_months(line, at, end) if first else None
    word, _, year = line.keys[number].partition("-")
    which = table.quarter_words.get(word)
    if which is None:
        shift = table.shifts_after.get(word)
        return Form(at, at + 2, "quarter-shift", Point(unit="quarter", shift=shift)) if shift is not None else None
    if which * months > 12:
        return None
    if year:
        point = Point(year=year_number(year), month=months * (which - 1) + 1, span=months)
        return Form(at, at + 2, "quarter", point) if point.year else None
    return _stretch(line, at, at + 2, end, months, which, sure=line.keys[name] not in table.groups["dated_quarter"])


def _stretch(line: Line, at: int, stop: int, end: int, months: int, which: int, *, sure: bool = True) -> Form | None:
    """The months of a quarter or half; `sure`: it stands for the current year where none is told."""
    told = year_told(line, stop, end)
    if told is None and not sure:
        return None
    year, shift, stop = told or (None, None, stop)
    unit = "year" if shift is not None else None
    return Form(at, stop, "quarter", Point(year, months * (which - 1) + 1, unit=unit, shift=shift, span=months))


def _first_months(line: Line, at: int, end: int) -> Form | None:
    """`the first nine months of 2024`."""
    found = line.table.numbers.number(line.keys, at + 1, end) or _figure(line, at + 1)
    if found is None or found[1] >= end or line.table.units.get(line.keys[found[1]]) != "month":
        return None
    return _months(line, at, int(found[0]), found[1] + 1, end)


def _figure(line: Line, at: int) -> tuple[float, int] | None:
    return (float(line.keys[at]), at + 1) if line.keys[at].isdecimal() and len(line.keys[at]) <= 2 else None


def months_after_count(line: Line, at: int, count: int, stop: int, end: int) -> Form | None:
    """`sembilan bulan pertama tahun ini`, where the word for first stands behind at token `stop`."""
    first = stop < end and line.table.quarter_words.get(line.keys[stop]) == 1 and not line.keys[stop].isdecimal()
    return _months(line, at, count, stop + 1, end) if first else None


def _months(line: Line, at: int, count: int, stop: int, end: int) -> Form | None:
    told = year_told(line, stop, end)
    if told is None or not 1 < count <= 12:
        return None
    year, shift, stop = told
    return Form(at, stop, "first-months", Point(year, 1, unit=None if year else "year", shift=shift, span=count))


def year_pair(line: Line, at: int, end: int) -> Form | None:
    """`2023/2024`, `2021-22`: two years that follow one another."""
    found = _YEAR_PAIR.fullmatch(line.keys[at])
    if found:
        first, second, stop = found[1], found[2], at + 1
    elif at + 2 < end and line.keys[at + 1] in _MARKS and line.touches(at + 1) and line.touches(at + 2):
        first, second, stop = line.keys[at], line.keys[at + 2], at + 3
        if len(second) != 2 or not second.isdecimal():
            return None
    else:
        return None
    year = year_number(first)
    if year is None or (year + 1) % 10 ** len(second) != int(second):
        return None
    return Form(at, stop, "years", Point(year=year), Point(year=year + 1))


def century(line: Line, at: int, end: int) -> Form | None:
    """`abad ke-19`, `abad XVIII`, `19th century`: its hundred years."""
    ordinal = line.keys[at].isdecimal()
    name, number = (at + 2, at) if ordinal else (at, at + 1)
    if ordinal and (at + 2 >= end or line.keys[at + 1] not in line.table.groups["ordinal"]):
        return None
    if max(name, number) >= end or line.table.units.get(line.keys[name]) != "century":
        return None
    found = _CENTURY.fullmatch(line.keys[number])
    which = (int(found[1]) if found[1] else _roman(found[2])) if found else 0
    last = 100 * which
    if not EARLIEST_YEAR - 1600 < last <= LATEST_YEAR:
        return None
    return Form(at, max(name, number) + 1, "century", Point(year=last - 99), Point(year=last))


def _roman(word: str) -> int:
    values = [_ROMAN[letter] for letter in word]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def season(line: Line, at: int, end: int) -> Form | None:
    """`summer 2021`, `musim panas tahun lalu`: the year that it lies in; which months depends on the hemisphere."""
    found = match(line.table.seasons, line.keys, at, end)
    if found is None:
        return None
    told = year_told(line, found[1], end)
    if told is None:
        return None
    year, shift, stop = told
    return Form(at, stop, "season", Point(year=year) if year else Point(unit="year", shift=shift))
