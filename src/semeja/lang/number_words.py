"""Numbers in words: `dua belas ribu`, `seratus lima`, `twenty-five`, `half a million`, and vague counts as intervals."""

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from semeja.lang.table import read_table

_NOTHING = ("", 0.0)


class NumberWords(msgspec.Struct, frozen=True):
    """`parts`: word -> (part, value); `vague`: word -> (low, high); `links` may stand between a vague count and a scale.

    Parts: `unit` (three, seventeen), `teen` (adds to a unit: belas), `tens` (twenty), `small` (multiplies the unit:
    ratus, hundred), `large` (multiplies all that stands before: ribu, million), `whole` (seratus), `half`,
    `article` (counts as one before a scale only), `filler` (and). A scale alone is no number.
    """

    parts: Mapping[str, tuple[str, float]]
    vague: Mapping[str, tuple[float, float]]
    links: frozenset[str]

    def number(self, keys: Sequence[str], at: int, end: int) -> tuple[float, int] | None:
        """The number that starts at token `at`, and the token after it; None if none does."""
        return _read(self.parts, keys, at, end)

    def scale(self, keys: Sequence[str], at: int, end: int) -> tuple[float, int]:
        """The factor of the scale words at `at` (`ratus ribu` -> 100,000), and the token after them."""
        factor = 1.0
        while at < end and (part := self.parts.get(keys[at])) and part[0] in ("small", "large"):
            factor *= part[1]
            at += 1
        return factor, at

    def interval(self, keys: Sequence[str], at: int, end: int) -> tuple[float, float, int] | None:
        """The vague count at `at` with its scale (`puluhan ribu` -> 20,000..99,999), and the token after it."""
        bounds = self.vague.get(keys[at])
        if bounds is None:
            return None
        low, high, at = *bounds, at + 1
        while at < end:
            step = at + (keys[at] in self.links and at + 1 < end)
            if (inner := self.vague.get(keys[step])) and step > at:
                factor, stop = (_floor(inner[1]) if inner[1] > 99 else 0.0), step + 1
            else:
                factor, stop = self.scale(keys, at, end)
            if factor <= 1:
                break
            low, high, at = low * factor, (high + 1) * factor - 1, stop
        return low, high, at


def _floor(high: float) -> float:
    """The scale of a vague count: 9,999 of `thousands` -> 1,000."""
    return float(10 ** (len(str(int(high))) - 1))


def _part(parts: Mapping[str, tuple[str, float]], keys: Sequence[str], at: int, end: int) -> tuple[str, float]:
    return parts.get(keys[at], _NOTHING) if at < end else _NOTHING


def _read(parts: Mapping[str, tuple[str, float]], keys: Sequence[str], at: int, end: int) -> tuple[float, int] | None:
    """Groups with their large scales, each scale smaller than the one before."""
    total, ceiling, start = 0.0, float("inf"), at
    while at < end:
        part, value = _part(parts, keys, at, end)
        if part == "whole" and value >= 1000:
            found: tuple[float, int] | None = (1.0, at)
            stop = at + 1
        else:
            found = _group(parts, keys, at + (part == "filler" and at > start), end)
            if found is None:
                break
            part, value = _part(parts, keys, found[1], end)
            stop = found[1] + 1
        if part not in ("large", "whole"):
            return total + found[0], found[1]
        if value >= ceiling:
            break
        total, ceiling, at = total + found[0] * value, value, stop
    return (total, at) if at > start else None


def _group(parts: Mapping[str, tuple[str, float]], keys: Sequence[str], at: int, end: int) -> tuple[float, int] | None:
    """A number below its large scale: `dua ratus lima puluh`, `a hundred and five`, `two dozen`."""
    total, ceiling, found = 0.0, float("inf"), _atom(parts, keys, at, end)
    while found is not None and found[0] < ceiling:
        value, at = found
        ceiling = 100.0 if value >= 100 else 1.0
        while (following := _part(parts, keys, at, end))[0] == "small":
            value, ceiling, at = value * following[1], following[1], at + 1
        total += value
        if ceiling <= 1:
            return total, at
        found = _atom(parts, keys, at + (_part(parts, keys, at, end)[0] == "filler"), end)
    return (total, at) if total else None


def _atom(parts: Mapping[str, tuple[str, float]], keys: Sequence[str], at: int, end: int) -> tuple[float, int] | None:
    """The smallest number: `tiga`, `tiga belas`, `twenty five`, `seratus`, `a` or `half` before a scale."""
    (part, value), (next_part, next_value) = _part(parts, keys, at, end), _part(parts, keys, at + 1, end)
    if part == "unit":
        if next_part == "teen":
            return value + next_value, at + 2
        scaled = next_part == "half" and _part(parts, keys, at + 2, end)[0] == "large"
        return (value + next_value, at + 2) if scaled else (value, at + 1)
    if part == "tens":
        return (value + next_value, at + 2) if next_part == "unit" and 0 < next_value < 10 else (value, at + 1)
    if part == "whole":
        return value, at + 1
    if part == "half":
        at += next_part == "article"
        next_part = _part(parts, keys, at + 1, end)[0]
    return (value, at + 1) if part in ("half", "article") and next_part in ("small", "large") else None


@cache
def load(code: str) -> NumberWords:
    """The number words of the language `code`; compounds with a hyphen (`twenty-five`) are made here."""
    parts: dict[str, tuple[str, float]] = {}
    vague: dict[str, tuple[float, float]] = {}
    links: set[str] = set()
    for part, *cells in read_table(code, "number_words"):
        words = cells[-1].split()
        if part == "vague":
            vague.update((word, (float(cells[0]), float(cells[1]))) for word in words)
        elif part == "link":
            links.update(words)
        else:
            parts.update((word, (part, float(cells[0]))) for word in words)
    tens = [(word, value) for word, (part, value) in parts.items() if part == "tens"]
    ones = [(word, value) for word, (part, value) in parts.items() if part == "unit" and 0 < value < 10]
    parts.update((f"{ten}-{one}", ("unit", more + less)) for ten, more in tens for one, less in ones)
    return NumberWords(parts=parts, vague=vague, links=frozenset(links))
