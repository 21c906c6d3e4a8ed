"""Dates made of numbers: `21/1/2022`, `21-1-2022`, `2022-01-21`, `20-21 Januari 2022`, `January 21, 2022`."""

import re
from typing import Final

from semeja.lang.phrases import match
from semeja.read.times.forms import Line, Point

EARLIEST_YEAR, LATEST_YEAR = 1600, 2100
_HYPHENS: Final = frozenset("-–—")
_LISTED: Final = 5  # days of a list, besides the first and the last
_SLASHED: Final = re.compile(r"(\d{1,2})([/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?|(\d{4})/(\d{1,2})/(\d{1,2})")

Dated = tuple[Point, Point | None, int]


def day_number(key: str) -> int | None:
    """A day of the month, else None."""
    return int(key) if len(key) <= 2 and key.isdecimal() and 1 <= int(key) <= 31 else None


def year_number(key: str) -> int | None:
    """A year, else None."""
    return int(key) if len(key) == 4 and key.isdecimal() and EARLIEST_YEAR <= int(key) <= LATEST_YEAR else None


def _calendar(year: int | None, month: int, day: int, *, swapped: bool = False) -> Point | None:
    """A point, with day and month swapped where only that makes a date, or where the text puts the month first."""
    if month > 12 >= day or (swapped and day <= 12):
        month, day = day, month
    return Point(year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def slashed(key: str, *, month_first: bool = False) -> Point | None:
    """A date in one token, day first unless told otherwise: `21/1`, `21/01/22`, `21.1.2022`, `2022/01/21`."""
    found = None if key.isdecimal() else _SLASHED.fullmatch(key)
    if found is None:
        return None
    day, mark, month, year, iso_year, iso_month, iso_day = found.groups()
    if iso_year:
        return _calendar(year_number(iso_year), int(iso_month), int(iso_day))
    if mark == "." and (year is None or len(year) == 2):
        return None
    whole = None if year is None else int(year) + 2000 * (len(year) == 2)
    return _calendar(whole, int(month), int(day), swapped=month_first and mark == "/")


def is_ambiguous(key: str) -> bool:
    """Whether a slashed date with a year reads as two days: `2/1/2022`."""
    day, mark, rest = key.partition("/")
    month, second, year = rest.partition("/")
    return bool(mark and second and year) and len(day) <= 2 and day != month and int(day) <= 12 and int(month) <= 12


def numeric_date(line: Line, at: int, end: int) -> Dated | None:
    """A date in figures at token `at`, with its end if it is a range, and the token after it."""
    if at > 1 and line.keys[at - 1] == "/" and line.touches(at) and line.touches(at - 1):
        return None  # a part of a web address
    keys, figure = line.keys, line.keys[at].isdecimal()
    hyphen = at + 2 < end and keys[at + 1] in _HYPHENS
    if figure and not hyphen:
        return None  # plain figures, the usual case
    first = None if figure else slashed(keys[at], month_first=line.month_first)
    if first is not None:
        second = slashed(keys[at + 2], month_first=line.month_first) if hyphen else None
        return (first, second, at + 3) if second else (first, None, at + 1)
    if not figure:
        return None
    last = slashed(keys[at + 2], month_first=line.month_first)
    if last is not None:
        day = day_number(keys[at])
        return (Point(day=day), last, at + 3) if day else None
    if at + 4 < end and keys[at + 3] in _HYPHENS and all(line.touches(step) for step in range(at + 1, at + 5)):
        return _hyphened(keys[at], keys[at + 2], keys[at + 4], at + 5)
    return None


def _hyphened(first: str, second: str, third: str, after: int) -> Dated | None:
    if not (second.isdecimal() and len(second) <= 2):
        return None
    if ((year := year_number(first)) and (day := day_number(third))) or (
        (year := year_number(third)) and (day := day_number(first))
    ):
        point = _calendar(year, int(second), day)
    else:
        point = None
    return (point, None, after) if point else None


def month_at(line: Line, at: int, end: int) -> tuple[int, int] | None:
    """A month's name and the token after it (after the stop of an abbreviation)."""
    if at >= end or (month := line.table.months.get(line.keys[at])) is None:
        return None
    stopped = at + 1 < end and line.keys[at + 1] == "." and line.keys[at] in line.table.groups["short_month"]
    return month, at + 1 + stopped


def year_after(line: Line, at: int, end: int) -> tuple[int | None, int]:
    """A year at `at`, also after a comma or the word for year, and the token after it."""
    step = at + (at + 1 < end and (line.keys[at] == "," or line.keys[at] in line.table.groups["year_lead"]))
    year = year_number(line.keys[step]) if step < end else None
    return (year, step + 1) if year else (None, at)


def day_month(line: Line, at: int, end: int) -> Dated | None:
    """`21 Januari 2022`, `21st of January`, `20-21 Januari`, `20 dan 21 Januari` at token `at`."""
    day, step = _day(line, at, end)
    if day is None:
        return None
    last_day: int | None = None
    found = month_at(line, step, end)
    if found is None:
        last_day, step = _last_day(line, step, end)
        found = month_at(line, step, end) if last_day is not None else None
    if found is None:
        return None
    year, step = year_after(line, found[1], end)
    first = Point(year=year, month=found[0], day=day)
    return first, Point(year=year, month=found[0], day=last_day) if last_day else None, step


def _last_day(line: Line, at: int, end: int) -> tuple[int | None, int]:
    """The last day in `20-21 Januari`, `20 dan 21 Januari`, `1, 2, dan 3 Februari`, from the token behind the first."""
    for _ in range(_LISTED):
        if at + 2 >= end or line.keys[at] != "," or day_number(line.keys[at + 1]) is None:
            break
        at += 2
    at += at + 1 < end and line.keys[at] == "," and line.keys[at + 1] in line.table.groups["range_pair"]
    ranged = match(line.table.ranges, line.keys, at, end)
    stop = ranged[1] if ranged else at + 1
    if stop >= end or not (ranged or line.keys[at] in line.table.groups["range_pair"]):
        return None, at
    return _day(line, stop, end)


def hyphened_months(line: Line, at: int, end: int) -> Dated | None:
    """`15 April-14 Mei 2007`, whose middle is one token: the first day, the last day, the token after them."""
    if at + 2 >= end or (first := day_number(line.keys[at])) is None:
        return None
    name, _, figure = line.keys[at + 1].partition("-")
    month, last, found = line.table.months.get(name), day_number(figure), month_at(line, at + 2, end)
    if month is None or last is None or found is None:
        return None
    year, stop = year_after(line, found[1], end)
    return Point(year=year, month=month, day=first), Point(year=year, month=found[0], day=last), stop


def _day(line: Line, at: int, end: int) -> tuple[int | None, int]:
    """A day of the month with its ordinal ending, and the token after it (after an article or `of`)."""
    day, step = day_number(line.keys[at]), at + 1
    if step < end and line.keys[step] in line.table.groups["ordinal"]:
        step += 1
    if step < end and line.keys[step] in line.table.groups["article"]:
        step += 1
    return day, step


def full_date(line: Line, at: int, end: int) -> Dated | None:
    """Any date with a day and a month at token `at`."""
    if at >= end:
        return None
    if line.keys[at][:1].isdecimal():
        return numeric_date(line, at, end) or day_month(line, at, end) or hyphened_months(line, at, end)
    if line.table.groups["month_first"] and line.keys[at] in line.table.months:
        return month_day(line, at, end)
    return None


def month_day(line: Line, at: int, end: int) -> Dated | None:
    """`January 21, 2022`, `Jan. 10-12` at token `at`."""
    found = month_at(line, at, end)
    if found is None or found[1] >= end or (day := day_number(line.keys[found[1]])) is None:
        return None
    month, step = found[0], found[1] + 1
    last_day: int | None = None
    if step < end and line.keys[step] in line.table.groups["ordinal"]:
        step += 1
    elif step + 1 < end and line.keys[step] in _HYPHENS and (last_day := day_number(line.keys[step + 1])):
        step += 2
    year, step = year_after(line, step, end)
    first = Point(year=year, month=month, day=day)
    return first, Point(year=year, month=month, day=last_day) if last_day else None, step
