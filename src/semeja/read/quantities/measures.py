"""Money, percent, units of measure, magnitudes."""

import re
from typing import Final

import msgspec

from semeja.lang.phrases import match, match_back
from semeja.read.quantities.amounts import Amount, Line

_JOINTS: Final = frozenset("-–")
_INDEX_POINTS: Final = 40
_THREE_DECIMALS: Final = re.compile(r"(\d{1,3}),(\d{3})")


class Measure(msgspec.Struct, frozen=True):
    """The unit of an amount; tokens `[first, last)` tell amount and unit. `kind`: `money`, `magnitude`, `unit`."""

    kind: str
    unit: str
    first: int
    last: int


def measure_of(line: Line, amount: Amount, start: int, end: int) -> Measure | None:
    """The measure that the amount is told in; None for a plain count."""
    past, keys, table = _past_hyphen(line, amount, end), line.keys, line.table
    beside = past < end and keys[past] in table.measure_after
    beside = beside or (amount.first > start and keys[amount.first - 1] in table.measure_before)
    if not beside and not amount.percent and _is_whole(amount):
        return None  # most amounts are plain counts: two look-ups tell
    money = _money(line, amount, past, start, end)
    return money or _magnitude(line, amount, past, start, end) or _unit(line, amount, past, end)


def _is_whole(amount: Amount) -> bool:
    return amount.low is None or amount.low == int(amount.low)


def _money(line: Line, amount: Amount, past: int, start: int, end: int) -> Measure | None:
    table, keys, first = line.table, line.keys, amount.first
    past += past < end and amount.low != amount.high and keys[past] in table.groups["of"]
    if first > start and (keys[first - 1] == "." or keys[first - 1] in table.currencies_before):
        signed = _signed(line, amount, start, end)
        if signed is not None:
            return signed
    after = match(table.currencies_after, keys, past, end)
    return Measure("money", after[0], first, after[1]) if after else None


def _signed(line: Line, amount: Amount, start: int, end: int) -> Measure | None:
    """Money whose currency stands before it: `Rp5.000`, `US$ 5 juta`."""
    table, keys, first = line.table, line.keys, amount.first
    stop = first - (first > start and keys[first - 1] == "." and first - 2 >= start)
    before = match_back(table.currencies_before, keys, start, stop)
    if before is not None and before[1] < stop - 1 and line.ends[before[1]] != line.starts[before[1] + 1]:
        before = match_back(table.currencies_before, keys, stop - 1, stop)
    if before is not None and (stop == first or line.ends[stop - 1] == line.starts[stop]):
        after = match(table.currencies_after, keys, amount.last, end)
        return Measure("money", before[0], before[1], after[1] if after else amount.last)
    return None


def _magnitude(line: Line, amount: Amount, past: int, start: int, end: int) -> Measure | None:
    if amount.high is None or amount.high > 10:
        return None
    direct = match_back(line.table.magnitude, line.keys, start, amount.first)
    before = direct or _magnitude_nearby(line, amount, start)
    after = match(line.table.magnitude_after, line.keys, past, end)
    if before is None and after is None:
        return None
    if before is not None and len(line.keys[before[1]]) == 1 and line.words[before[1]].islower():
        return None
    first = before[1] if before and (direct or amount.first - before[1] <= 2) else amount.first
    return Measure("magnitude", "magnitude", first, after[1] if after else amount.last)


def _magnitude_nearby(line: Line, amount: Amount, start: int) -> tuple[str, int] | None:
    """`magnitudo gempa dari 6,1`: the word a little before a figure with a decimal."""
    if _is_whole(amount):
        return None
    for step in range(amount.first - 1, max(start, amount.first - 4) - 1, -1):
        found = line.table.magnitude.get(line.keys[step])
        if found and len(line.keys[step]) > 2:
            return found[0][1], step
    return None


def joined_magnitude(line: Line, at: int, end: int) -> Amount | None:
    """`M5,6`: the letter, the figure and its decimal in one word of the text, three tokens of ours."""
    if line.keys[at] not in line.table.groups["magnitude_joined"] or at + 2 >= end or line.keys[at + 1] not in ",.":
        return None
    decimal = line.keys[at + 2]
    if not (decimal.isdecimal() and len(decimal) == 1 and line.ends[at] == line.starts[at + 1]):
        return None
    value = float(f"{line.keys[at][1:]}.{decimal}")
    return Amount(at, at + 3, value, value, None, True)


def _unit(line: Line, amount: Amount, past: int, end: int) -> Measure | None:
    if amount.percent:
        return Measure("unit", "percent", amount.first, amount.last)
    found = match(line.table.units, line.keys, past, end)
    if found is None or (found[0] == "point" and not _is_of_index(amount)):
        return None
    return Measure("unit", found[0], amount.first, found[1])


def _is_of_index(amount: Amount) -> bool:
    """Whether points are those of a share index, not of a plan or a match: many, or with decimals."""
    low = amount.low if amount.low is not None else amount.high or 0.0
    return amount.low != amount.high or low >= _INDEX_POINTS or low != int(low)


def with_decimals(line: Line, amount: Amount, measure: Measure) -> Amount:
    """The amount with its comma read as a decimal mark: `5,125 persen`, `42,195 kilometer` are no thousands.

    In the units of length and the like a last group of round hundreds (`1,200 km`) is what a translation left.
    """
    found = _THREE_DECIMALS.fullmatch(line.keys[amount.first])
    if not (found and line.table.decimal_comma and measure.kind == "unit" and amount.low == amount.high):
        return amount
    if measure.unit != "percent" and found[2].endswith("00"):
        return amount
    value = float(f"{found[1]}.{found[2]}")
    return msgspec.structs.replace(amount, low=value, high=value)


def _past_hyphen(line: Line, amount: Amount, end: int) -> int:
    """The token after the number, or after the hyphen that ties it to its unit (`1,100-kilometre`)."""
    last = amount.last
    tied = last + 1 < end and line.keys[last] in _JOINTS and line.ends[last - 1] == line.starts[last]
    return last + tied
