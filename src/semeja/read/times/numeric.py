"""Forms made of numbers: `21/1/2022`, `21-1-2022`, `2022-01-21`, `20-21 Januari 2022`, `19.21 WIB`, `7:30 pm`."""

import re

from semeja.lang.phrases import match
from semeja.read.times.forms import Clock, Line, Point

EARLIEST_YEAR, LATEST_YEAR = 1600, 2100
_HYPHENS = frozenset("-–—")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)(?:[.:][0-5]\d)?")
_SLASHED = re.compile(r"(\d{1,2})([/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?|(\d{4})/(\d{1,2})/(\d{1,2})")

# From which hour a bare hour with a part of day is after noon: `jam 3 sore` 15:00, `jam 7 malam` 19:00 but
# `jam 1 malam` 01:00; around noon it is the other way: `jam 1 siang` 13:00, `jam 11 siang` 11:00.
_FIRST_LATE_HOUR = {"afternoon": 1, "night": 6, "noon": 10}

Dated = tuple[Point, Point | None, int]
Timed = tuple[Clock, Clock | None, int]


def day_number(key: str) -> int | None:
    """A day of the month, else None."""
    return int(key) if len(key) <= 2 and key.isdecimal() and 1 <= int(key) <= 31 else None


def year_number(key: str) -> int | None:
    """A year, else None."""
    return int(key) if len(key) == 4 and key.isdecimal() and EARLIEST_YEAR <= int(key) <= LATEST_YEAR else None


def _calendar(year: int | None, month: int, day: int) -> Point | None:
    """A point, with day and month swapped where only that makes a date (month first)."""
    if month > 12 >= day:
        month, day = day, month
    return Point(year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def slashed(key: str) -> Point | None:
    """A date in one token, day first: `21/1`, `21/01/22`, `21.1.2022`, `2022/01/21`."""
    found = _SLASHED.fullmatch(key)
    if found is None:
        return None
    day, mark, month, year, iso_year, iso_month, iso_day = found.groups()
    if iso_year:
        return _calendar(year_number(iso_year), int(iso_month), int(iso_day))
    if mark == "." and (year is None or len(year) == 2):
        return None
    return _calendar(None if year is None else int(year) + 2000 * (len(year) == 2), int(month), int(day))


def numeric_date(line: Line, at: int, end: int) -> Dated | None:
    """A date in figures at token `at`, with its end if it is a range, and the token after it."""
    keys, first = line.keys, slashed(line.keys[at])
    hyphen = at + 2 < end and keys[at + 1] in _HYPHENS
    if first is not None:
        second = slashed(keys[at + 2]) if hyphen else None
        return (first, second, at + 3) if second else (first, None, at + 1)
    if not hyphen or not keys[at].isdecimal():
        return None
    last = slashed(keys[at + 2])
    if last is not None:
        day = day_number(keys[at])
        return (Point(day=day), last, at + 3) if day else None
    if at + 4 < end and keys[at + 3] in _HYPHENS and all(line.touches(step) for step in range(at + 1, at + 5)):
        return _hyphened(keys[at], keys[at + 2], keys[at + 4], at + 5)
    return None


def _hyphened(first: str, second: str, third: str, after: int) -> Dated | None:
    if not (second.isdecimal() and len(second) <= 2):
        return None
    if (year := year_number(first)) and (day := day_number(third)):
        point = _calendar(year, int(second), day)
    elif (year := year_number(third)) and (day := day_number(first)):
        point = _calendar(year, int(second), day)
    else:
        point = None
    return (point, None, after) if point else None


def month_at(line: Line, at: int, end: int) -> tuple[int, int] | None:
    """A month's name and the token after it (after the stop of an abbreviation)."""
    if at >= end or (month := line.table.months.get(line.keys[at])) is None:
        return None
    stopped = at + 1 < end and line.keys[at + 1] == "." and line.keys[at] in line.table.group("short_month")
    return month, at + 1 + stopped


def year_after(line: Line, at: int, end: int) -> tuple[int | None, int]:
    """A year at `at`, also after a comma or the word for year, and the token after it."""
    step = at + (at + 1 < end and (line.keys[at] == "," or line.keys[at] in line.table.group("year_lead")))
    year = year_number(line.keys[step]) if step < end else None
    return (year, step + 1) if year else (None, at)


def day_month(line: Line, at: int, end: int) -> Dated | None:
    """`21 Januari 2022`, `21st of January`, `20-21 Januari`, `20 dan 21 Januari` at token `at`."""
    day, step = _day(line, at, end)
    if day is None:
        return None
    last_day: int | None = None
    if month_at(line, step, end) is None:
        ranged = match(line.table.ranges, line.keys, step, end)
        stop = ranged[1] if ranged else step + 1
        if stop >= end or not (ranged or line.keys[step] in line.table.group("range_pair")):
            return None
        last_day, step = _day(line, stop, end)
        if last_day is None:
            return None
    found = month_at(line, step, end)
    if found is None:
        return None
    year, step = year_after(line, found[1], end)
    first = Point(year=year, month=found[0], day=day)
    return first, Point(year=year, month=found[0], day=last_day) if last_day else None, step


def _day(line: Line, at: int, end: int) -> tuple[int | None, int]:
    """A day of the month with its ordinal ending, and the token after it (after an article or `of`)."""
    day, step = day_number(line.keys[at]), at + 1
    if step < end and line.keys[step] in line.table.group("ordinal"):
        step += 1
    if step < end and line.keys[step] in line.table.group("article"):
        step += 1
    return day, step


def full_date(line: Line, at: int, end: int) -> Dated | None:
    """Any date with a day and a month at token `at`."""
    if at >= end:
        return None
    if line.keys[at][:1].isdecimal():
        return numeric_date(line, at, end) or day_month(line, at, end)
    if "month_first" in line.table.groups and line.keys[at] in line.table.months:
        return month_day(line, at, end)
    return None


def month_day(line: Line, at: int, end: int) -> Dated | None:
    """`January 21, 2022`, `Jan. 10-12` at token `at`."""
    found = month_at(line, at, end)
    if found is None or found[1] >= end or (day := day_number(line.keys[found[1]])) is None:
        return None
    month, step = found[0], found[1] + 1
    last_day: int | None = None
    if step < end and line.keys[step] in line.table.group("ordinal"):
        step += 1
    elif step + 1 < end and line.keys[step] in _HYPHENS and (last_day := day_number(line.keys[step + 1])):
        step += 2
    year, step = year_after(line, step, end)
    first = Point(year=year, month=month, day=day)
    return first, Point(year=year, month=month, day=last_day) if last_day else None, step


def clock_at(line: Line, at: int, end: int, *, led: bool = False) -> Timed | None:
    """A time of day at token `at`, with its end if it is a range, and the token after it.

    `led`: a word such as `pukul` stands before it, so that a bare hour counts; otherwise minutes need a colon,
    a half-day or a zone beside them.
    """
    first = _minutes(line.keys[at]) if at < end else None
    if first is None:
        return None
    minutes, exact = first
    step, last = at + 1, None
    if step + 1 < end and line.keys[step] in _HYPHENS and (closing := _minutes(line.keys[step + 1])) and closing[1]:
        last, step = closing[0], step + 2
    minutes, step, sure = _half_day(line, minutes, step, end)
    offset, step, zoned = _zone(line, step, end)
    if not (sure or zoned or led or (exact and ":" in line.keys[at])) or (not exact and not (led or sure or zoned)):
        return None
    if len(line.keys[at]) == 4 and not exact and not zoned:
        return None
    return Clock(minutes % 1440, offset), Clock(last % 1440, offset) if last is not None else None, step


def to_the_minute(key: str) -> bool:
    """Whether the token can be a time of day to the minute: `19.21`, `7:30`."""
    return _CLOCK.fullmatch(key) is not None


def _minutes(key: str) -> tuple[int, bool] | None:
    """Minutes of the day and whether the token tells them to the minute: `19.21`, `7`, `1730`."""
    found = _CLOCK.fullmatch(key)
    if found:
        return 60 * int(found[1]) + int(found[2]), True
    if key.isdecimal() and len(key) <= 2 and int(key) <= 24:
        return 60 * int(key), False
    if key.isdecimal() and len(key) == 4 and int(key[:2]) <= 24 and int(key[2:]) < 60:
        return 60 * int(key[:2]) + int(key[2:]), False
    return None


def _half_day(line: Line, minutes: int, at: int, end: int) -> tuple[int, int, bool]:
    """`7` with `pm`, `malam` or `in the afternoon` -> 19:00; the last says whether such a word stood there."""
    half = match(line.table.half_days, line.keys, at, end)
    part = None if half else match(line.table.parts, line.keys, at, end)
    if half:
        hour = minutes % 720 + 720 * (half[0] == "pm") if minutes <= 780 else minutes
        return hour, half[1], True
    if part is None:
        return minutes, at, at < end and line.keys[at] in line.table.group("oclock")
    if part[0] == "night" and 720 <= minutes < 780:
        return minutes - 720, part[1], True
    earliest = _FIRST_LATE_HOUR.get(part[0], 12)
    late = minutes < 720 and (minutes >= 60 * earliest if part[0] != "noon" else minutes < 60 * earliest)
    return minutes + 720 * late, part[1], True


def _zone(line: Line, at: int, end: int) -> tuple[int | None, int, bool]:
    found = match(line.table.zones, line.keys, at, end)
    return (found[0], found[1], True) if found else (None, at, False)
