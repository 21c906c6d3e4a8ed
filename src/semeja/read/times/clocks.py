"""Times of day: `19.21 WIB`, `7:30 pm`, `jam 7 malam`."""

import re
from typing import Final

from msgspec.structs import replace

from semeja.lang.phrases import match
from semeja.read.times.forms import Clock, Line

_CLOCK: Final = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)(?:[.:][0-5]\d)?")

# From which hour a bare hour with a part of day is after noon: `jam 3 sore` 15:00, `jam 7 malam` 19:00 but
# `jam 1 malam` 01:00; around noon it is the other way: `jam 1 siang` 13:00, `jam 11 siang` 11:00.
_FIRST_LATE_HOUR: Final = {"afternoon": 1, "night": 6, "noon": 10}

Timed = tuple[Clock, Clock | None, int]


def clock_at(line: Line, at: int, end: int, *, led: bool = False) -> Timed | None:
    """A time of day at token `at`, with its end if it is a range, and the token after it.

    `led`: a word such as `pukul` stands before it, so that a bare hour counts; otherwise minutes need a colon,
    a half-day or a zone beside them.
    """
    first = _told(line, at, end, led=led) if at < end else None
    if first is None:
        return None
    clock, step, sure = first
    ranged = match(line.table.ranges, line.keys, step, end)
    second = _told(line, ranged[1], end, led=False) if ranged and ranged[1] < end else None
    if ranged is None or second is None or not (second[2] or to_the_minute(line.keys[ranged[1]])):
        return (clock, None, step) if sure else None
    last, after, surely = second
    if not (sure or surely):
        return None
    if not sure and clock.minutes + 720 <= last.minutes and match(line.table.half_days, line.keys, ranged[1] + 1, end):
        clock = replace(clock, minutes=clock.minutes + 720)
    if clock.offset is None:
        clock = replace(clock, offset=last.offset, seasonal=last.seasonal)
    return clock, last, after


def _told(line: Line, at: int, end: int, *, led: bool) -> tuple[Clock, int, bool] | None:
    """One time of day with its half of the day and its zone, the token after it, whether it is surely one."""
    key = line.keys[at]
    first = _minutes(key) or (_worded(line, at, end) if led and key.isalpha() else None)
    if first is None:
        return None
    minutes, exact, step = *first[:2], at + 1 if len(first) == 2 else first[2]
    minutes, step, sure = _half_day(line, minutes, step, end)
    offset, step, zoned, seasonal = _zone(line, step, end)
    if len(key) == 4 and not exact and not zoned:
        return None
    return Clock(minutes, offset, seasonal), step, sure or zoned or led or (exact and ":" in key)


def _worded(line: Line, at: int, end: int) -> tuple[int, bool, int] | None:
    """An hour in words: `pukul tujuh`, `seven o'clock`, `pukul setengah delapan` (half an hour before eight)."""
    parts = line.table.numbers.parts
    if parts.get(line.keys[at], ("", 0.0))[0] == "half" and at + 1 < end:
        part, hour = parts.get(line.keys[at + 1], ("", 0.0))
        return (int(60 * hour) - 30, True, at + 2) if part == "unit" and 1 <= hour <= 12 else None
    found = line.table.numbers.number(line.keys, at, end)
    return (60 * int(found[0]), False, found[1]) if found and 0 < found[0] <= 12 else None


def to_the_minute(key: str) -> bool:
    """Whether the token can be a time of day to the minute: `19.21`, `7:30`."""
    return _CLOCK.fullmatch(key) is not None


def _minutes(key: str) -> tuple[int, bool] | None:
    """Minutes of the day and whether the token tells them to the minute: `19.21`, `7`, `1730`."""
    if not key.isdecimal():
        found = _CLOCK.fullmatch(key)
        return (60 * int(found[1]) + int(found[2]), True) if found else None
    if len(key) <= 2:
        return (60 * int(key), False) if int(key) <= 24 else None
    if len(key) == 4 and int(key[:2]) <= 24 and int(key[2:]) < 60:
        return 60 * int(key[:2]) + int(key[2:]), False
    return None


def _half_day(line: Line, minutes: int, at: int, end: int) -> tuple[int, int, bool]:
    """`7` with `pm`, `malam` or `in the afternoon` -> 19:00; the last says whether such a word stood there."""
    if at >= end:
        return minutes, at, False
    half = match(line.table.half_days, line.keys, at, end)
    part = None if half else match(line.table.parts, line.keys, at, end)
    if half:
        hour = minutes % 720 + 720 * (half[0] == "pm") if minutes <= 780 else minutes
        return hour, half[1], True
    if part is None:
        oclock = line.keys[at] in line.table.groups["oclock"]
        return minutes, at + oclock, oclock
    if part[0] == "night" and 720 <= minutes < 780:
        return minutes - 720, part[1], True
    earliest = _FIRST_LATE_HOUR.get(part[0], 12)
    late = minutes < 720 and (minutes >= 60 * earliest if part[0] != "noon" else minutes < 60 * earliest)
    return minutes + 720 * late, part[1], True


def _zone(line: Line, at: int, end: int) -> tuple[int | None, int, bool, bool]:
    """`WIB`, `(GMT)`, `GMT+7`, `waktu setempat`, `waktu Moskow`: minutes ahead of UTC, the token after it, whether one
    stood there, whether it moves with the season."""
    opened = at < end and line.keys[at] == "("
    found = match(line.table.zones, line.keys, at + opened, end)
    if found is None:
        stop = at + 2 if _is_zone_of_place(line, at, end) else at
        return None, stop, stop > at, False
    offset, stop = found
    seasonal = line.keys[at + opened] in line.table.groups["zone_seasonal"]
    if offset == 0 and stop + 1 < end and line.keys[stop] in "+-" and line.keys[stop + 1].isdecimal():
        hours = int(line.keys[stop + 1][:2])
        offset, stop = (hours * 60 * (1 if line.keys[stop] == "+" else -1), stop + 2) if hours <= 14 else (0, stop)
    if opened and not (stop < end and line.keys[stop] == ")"):
        return None, at, False, False
    return offset, stop + opened, True, seasonal


def _is_zone_of_place(line: Line, at: int, end: int) -> bool:
    """`waktu Moskow`, `Jakarta time`: the zone of a place, which the tables don't keep."""
    if at + 1 >= end:
        return False
    first, second = line.table.groups["zone_word_before"], line.table.groups["zone_word_after"]
    return (line.keys[at] in first and line.words[at + 1][0].isupper()) or (
        line.keys[at + 1] in second and line.words[at][0].isupper()
    )
