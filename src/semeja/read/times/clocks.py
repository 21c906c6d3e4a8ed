"""Times of day: `19.21 WIB`, `7:30 pm`, `jam 7 malam`."""

import re

from semeja.lang.phrases import match
from semeja.read.times.forms import Clock, Line

_HYPHENS = frozenset("-–—")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)(?:[.:][0-5]\d)?")

# From which hour a bare hour with a part of day is after noon: `jam 3 sore` 15:00, `jam 7 malam` 19:00 but
# `jam 1 malam` 01:00; around noon it is the other way: `jam 1 siang` 13:00, `jam 11 siang` 11:00.
_FIRST_LATE_HOUR = {"afternoon": 1, "night": 6, "noon": 10}

Timed = tuple[Clock, Clock | None, int]


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
    found = None if key.isdecimal() else _CLOCK.fullmatch(key)
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
        return minutes, at, at < end and line.keys[at] in line.table.groups["oclock"]
    if part[0] == "night" and 720 <= minutes < 780:
        return minutes - 720, part[1], True
    earliest = _FIRST_LATE_HOUR.get(part[0], 12)
    late = minutes < 720 and (minutes >= 60 * earliest if part[0] != "noon" else minutes < 60 * earliest)
    return minutes + 720 * late, part[1], True


def _zone(line: Line, at: int, end: int) -> tuple[int | None, int, bool]:
    """`WIB`, `(GMT)`, `GMT+7`, `waktu setempat`: minutes ahead of UTC, the token after it, whether one stood there."""
    opened = at < end and line.keys[at] == "("
    found = match(line.table.zones, line.keys, at + opened, end)
    if found is None:
        return None, at, False
    offset, stop = found
    if offset == 0 and stop + 1 < end and line.keys[stop] in "+-" and line.keys[stop + 1].isdecimal():
        hours = int(line.keys[stop + 1][:2])
        offset, stop = (hours * 60 * (1 if line.keys[stop] == "+" else -1), stop + 2) if hours <= 14 else (0, stop)
    if opened and not (stop < end and line.keys[stop] == ")"):
        return None, at, False
    return offset, stop + opened, True
