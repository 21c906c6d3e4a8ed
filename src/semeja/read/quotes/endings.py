"""Where reported content ends, and where one report holds several complements."""

from bisect import bisect_left
from typing import Final

from semeja.read.quotes.scene import Scene, Unit, is_time, pair_at
from semeja.read.quotes.surroundings import is_press_setting

_TIME_REACH: Final = 9
_HEAD: Final = 12

Part = tuple[int, int, tuple[int, int] | None]


def content_end(scene: Scene, unit: Unit, first: int, stop: int) -> int:
    """Where content that starts at `first` ends: before a relay mark, a contrast, a closing setting, final marks."""
    keys, tables = scene.tokens.keys, scene.tables
    stop = _before_relay(scene, first, stop)
    end = stop
    contrasts, settings = tables.contrast, tables.setting
    for token in range(first, stop):
        key = keys[token]
        if key == ",":
            closes = token + 1 < stop and keys[token + 1] in contrasts
        else:
            closes = key in settings and token > first + 2 and is_press_setting(scene, token, stop)
        if closes:
            end = token
            break
    end = _without_time(scene, first, end)
    while (
        end > first and not keys[end - 1][0].isalnum() and keys[end - 1] not in ")]%" and pair_at(unit, end - 1) is None
    ):
        end -= 1
    return end


def _before_relay(scene: Scene, first: int, stop: int) -> int:
    """The first token of a relay mark in `[first, stop)`, else `stop`."""
    starts = scene.tokens.starts
    if not scene.relay_starts or first >= stop:
        return stop
    number = bisect_left(scene.relay_starts, starts[first])
    if number == len(scene.relay_starts):
        return stop
    return min(stop, bisect_left(starts, scene.relay_starts[number], first))


def _without_time(scene: Scene, first: int, end: int) -> int:
    """`…, Jumat (21/1).`: a time behind the last comma tells when it was said."""
    keys = scene.tokens.keys
    last = end
    while last > first and not keys[last - 1][0].isalnum() and keys[last - 1] != ")":
        last -= 1
    token = last
    while token > first + 1 and keys[token - 1] != "," and last - token < _TIME_REACH:
        if not is_time(scene, token - 1) and keys[token - 1] not in "()":
            return end
        token -= 1
    return token - 1 if keys[token - 1] == "," and token < last else end


def complements(scene: Scene, first: int, stop: int) -> list[Part]:
    """Content parted at `dan bahwa`, `and that`: (first token, end, the joint before it)."""
    keys, tables = scene.tokens.keys, scene.tables
    if tables.firm_that.isdisjoint(keys[first + 1 : max(first + 1, stop - 1)]):
        return [(first, stop, None)]
    parts: list[Part] = []
    joint: tuple[int, int] | None = None
    for token in range(first + 1, stop - 1):
        joins = keys[token] in tables.firm_that and keys[token - 1] in tables.coordinator
        if joins and not _is_subject(scene, token):
            parts.append((first, token - 1, joint))
            first, joint = token + 1, (token - 1, token + 1)
    return [*parts, (first, stop, joint)]


def _is_subject(scene: Scene, token: int) -> bool:
    """English `that` may be the subject of a clause and no complementizer: `and that would be a mistake`."""
    key, following, tables = scene.tokens.keys[token], scene.tokens.keys[token + 1], scene.tables
    if key not in tables.relative:
        return False
    return following in tables.be or following in tables.future or following in tables.adverb or following[0] in "'’"


def preceding(scene: Scene, unit: Unit, first: int, stop: int) -> tuple[int, int]:
    """Content that stands before its cue, without a dateline before it and a comma behind it."""
    keys = scene.tokens.keys
    start = first
    if first == unit.first:
        for token in range(first + 1, min(first + _HEAD, stop)):
            if keys[token] in "–—-" and scene.text[scene.tokens.starts[token] - 1] == " ":
                start = token + 1
    while stop > start and keys[stop - 1] in ",–—":
        stop -= 1
    return start, stop
