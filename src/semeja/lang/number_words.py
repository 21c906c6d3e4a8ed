"""Numbers in words (`dua belas ribu`, `twenty-five`, `half a million`), and vague counts as intervals."""

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from semeja.lang.table import read_table

_NOTHING = ("", 0.0)
_SHARING = frozenset(("unit", "article", "half", "fraction"))
_OPENING = ("unit", "tens", "whole", "half", "article", "fraction", "few")


class NumberWords(msgspec.Struct, frozen=True):
    """`parts`: word -> (part, value); `vague`: word -> (low, high); `links` may stand before a vague count's scale.

    Parts: `unit` (three, seventeen), `teen` (adds to a unit: belas), `tens` (twenty), `small` (multiplies the unit:
    ratus, hundred), `large` (multiplies all that stands before: ribu, million), `whole` (seratus), `half`,
    `article` (counts as one before a scale only), `filler` (and), `money` (a scale behind figures of money only: the m
    of $42m), `fraction` (sepertiga, two-thirds), `divisor` (pertiga: divides the unit before it), `few` (several: with
    a scale it is the vague count of that scale). A scale alone is no number.
    """

    parts: Mapping[str, tuple[str, float]]
    vague: Mapping[str, tuple[float, float]]
    links: frozenset[str]
    several: Mapping[float, tuple[float, float]]

    def openers(self) -> frozenset[str]:
        """The words with which a number or a vague count can start."""
        return frozenset(word for word, (part, _) in self.parts.items() if part in _OPENING) | frozenset(self.vague)

    def number(self, keys: Sequence[str], at: int, end: int) -> tuple[float, int] | None:
        """The number that starts at token `at`, and the token after it; None if none does."""
        return _read(self.parts, keys, at, end)

    def fraction(self, keys: Sequence[str], at: int, end: int) -> tuple[float, int] | None:
        """The share of a whole that starts at token `at` (`sepertiga`, `dua pertiga`, `a quarter of`), and the token
        after it; `half` counts where no scale follows."""
        part, value = self.parts.get(keys[at], _NOTHING)
        if part not in _SHARING:
            return None
        following, divisor = _part(self.parts, keys, at + 1, end)
        linked = at + 2 < end and keys[at + 2] in self.links
        if part == "fraction":
            return value, at + 1
        if following == "divisor" and (part in ("unit", "article")) and (linked or not self.links) and value < divisor:
            return round((value if part == "unit" else 1) / divisor, 9), at + 2
        if part == "half" and following == "article":
            scaled = _part(self.parts, keys, at + 2, end)[0] in ("small", "large")
            return None if scaled else (value, at + 1)
        linked = at + 1 < end and keys[at + 1] in self.links
        if part == "half" and following not in ("small", "large") and (linked or not self.links):
            return value, at + 1
        return None

    def scale(self, keys: Sequence[str], at: int, end: int) -> tuple[float, int]:
        """The factor of the scale words at `at` (`ratus ribu` -> 100,000), and the token after them."""
        factor = 1.0
        while at < end and (part := self.parts.get(keys[at])) and part[0] in ("small", "large"):
            factor *= part[1]
            at += 1
        return factor, at

    def money_scale(self, key: str) -> float | None:
        """The factor of a letter that scales amounts of money; None for any other word."""
        part, value = self.parts.get(key, _NOTHING)
        return value if part == "money" else None

    def interval(self, keys: Sequence[str], at: int, end: int) -> tuple[float, float, int] | None:
        """The vague count at `at` with its scale (`puluhan ribu` -> 20,000..99,999), and the token after it."""
        bounds = self.vague.get(keys[at])
        if bounds is None:
            return self._several(keys, at, end)
        factor, stop = self._linked_scale(keys, at + 1, end) or self.scale(keys, at + 1, end)
        return bounds[0] * factor, (bounds[1] + 1) * factor - 1, stop

    def _several(self, keys: Sequence[str], at: int, end: int) -> tuple[float, float, int] | None:
        """`several hundred`, `a few thousand`, `beberapa puluh ribu`: as vague as hundreds, thousands, puluhan ribu."""
        part = self.parts.get(keys[at], _NOTHING)[0]
        if part not in ("few", "article"):
            return None
        at += part == "article"
        if _part(self.parts, keys, at, end)[0] != "few":
            return None
        scale, value = _part(self.parts, keys, at + 1, end)
        bounds = self.several.get(value) if scale in ("small", "large") else None
        if bounds is None:
            return None
        factor, stop = self.scale(keys, at + 2, end)
        return bounds[0] * factor, (bounds[1] + 1) * factor - 1, stop

    def _linked_scale(self, keys: Sequence[str], at: int, end: int) -> tuple[float, int] | None:
        """The scale in `tens of thousands`: 9,999, the top of `thousands`, counts in thousands."""
        inner = self.vague.get(keys[at + 1]) if at + 1 < end and keys[at] in self.links else None
        return (float(10 ** (len(str(int(inner[1]))) - 1)), at + 2) if inner and inner[1] > 99 else None


def _part(parts: Mapping[str, tuple[str, float]], keys: Sequence[str], at: int, end: int) -> tuple[str, float]:
    return parts.get(keys[at], _NOTHING) if at < end else _NOTHING


def _read(parts: Mapping[str, tuple[str, float]], keys: Sequence[str], at: int, end: int) -> tuple[float, int] | None:
    """Groups with their large scales, each scale smaller than the one before."""
    total, ceiling, start = 0.0, float("inf"), at
    while at < end:
        part, value = _part(parts, keys, at, end)
        if part == "whole" and value >= 1000:
            amount, stop = 1.0, at + 1
        else:
            group = _group(parts, keys, at + (part == "filler" and at > start), end)
            if group is None:
                break
            part, value = _part(parts, keys, group[1], end)
            if part != "large":
                return total + group[0], group[1]
            amount, stop = group[0], group[1] + 1
        if value >= ceiling:
            break
        total, ceiling, at = total + amount * value, value, stop
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
        if next_part == "filler" and _and_a_half(parts, keys, at + 2, end):
            return value + 0.5, at + 4
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


def _and_a_half(parts: Mapping[str, tuple[str, float]], keys: Sequence[str], at: int, end: int) -> bool:
    return _part(parts, keys, at, end)[0] == "article" and _part(parts, keys, at + 1, end)[0] == "half"


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
    divisors = [(word, value) for word, (part, value) in parts.items() if part == "divisor"]
    shares = {
        f"{one}-{name}": ("fraction", round(less / value, 9))
        for one, less in ones
        for name, value in divisors
        if less < value
    }
    several = {low / 2: (low, high) for low, high in vague.values()}
    return NumberWords(parts=parts | shares, vague=vague, links=frozenset(links), several=several)
