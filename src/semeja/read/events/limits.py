"""Deadlines that are counted from now: `dalam waktu 3x24 jam`, `within 48 hours`, `paling lama sepekan`."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from semeja.read.draft import Draft
from semeja.read.events.items import Item
from semeja.read.events.spans import first_day
from semeja.records.reading import CountedDeadline

_DAYS: Final = {"day": 1, "week": 7, "month": 30, "year": 365}
_HOURS_A_DAY: Final = 24
_LONGEST_OPENER: Final = 3
_MOST_DAYS: Final = 3660


def counted_deadline(draft: Draft, items: Sequence[Item], extent: tuple[int, int]) -> CountedDeadline | None:
    """The day until which, counted from the publication; None: the words in a range of items count none."""
    told = first_day(draft.published.value) if draft.published is not None else None
    openers, keys = draft.pack.coding.within, draft.tokens.keys
    if told is None or not openers:
        return None
    first, end = items[extent[0]].first, items[min(extent[1], len(items) - 1)].last + 1
    for at in range(first, end):
        for words in range(_LONGEST_OPENER, 0, -1):
            if " ".join(keys[at : at + words]) in openers:
                counted = _days(draft, at + words, end)
                if counted is not None:
                    return _deadline(draft, at, counted[1], told, counted[0])
                break
    return None


def _deadline(draft: Draft, at: int, last: int, told: date, days: int) -> CountedDeadline | None:
    if not 0 <= days <= _MOST_DAYS:
        return None
    value = (told + timedelta(days)).isoformat()
    return CountedDeadline(draft.tokens.starts[at], draft.tokens.ends[last], value)


def _days(draft: Draft, at: int, end: int) -> tuple[int, int] | None:
    """Days and the last token of `3x24 jam`, `48 hours`, `dua pekan`, `sepekan`, from token `at`."""
    keys, timing = draft.tokens.keys, draft.pack.timing
    if at < end and keys[at] in timing.one_units:
        return _in_days(1, timing.one_units[keys[at]], at)
    if at >= end:
        return None
    if keys[at].isdecimal() and len(keys[at]) < 4:
        number, at = int(keys[at]), at + 1
    else:
        found = timing.numbers.number(keys, at, end)
        if found is None:
            return None
        number, at = int(found[0]), found[1]
    if at < end and keys[at] in ("x", "×"):
        number, at = number * _HOURS_A_DAY if tuple(keys[at + 1 : at + 2]) == ("24",) else number, at + 2
    elif at < end and keys[at] in ("x24", "×24"):
        number, at = number * _HOURS_A_DAY, at + 1
    return _in_days(number, timing.units[keys[at]], at) if at < end and keys[at] in timing.units else None


def _in_days(number: int, unit: str, at: int) -> tuple[int, int] | None:
    if unit == "hour":
        return -(-number // _HOURS_A_DAY), at
    return (number * _DAYS[unit], at) if unit in _DAYS else None
