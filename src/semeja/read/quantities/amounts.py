"""How much: a figure, a number in words or a vague count, with its scale, its range and its modifier."""

import re
from typing import Final

import msgspec
from msgspec.structs import replace

from semeja.lang.counting import CountingTables
from semeja.lang.phrases import match, match_back
from semeja.records.reading import Tokens

LONGEST_FIGURE: Final = 18  # digits; longer runs are identifiers
_FIGURE: Final = re.compile(r"\d+(?:[.,]\d+)*")
_SEPARATOR: Final = re.compile("[.,]")
_DIGITS: Final = frozenset("0123456789")


class Line:
    """The tokens of an article beside the tables of its language."""

    def __init__(
        self,
        starts: tuple[int, ...],
        ends: tuple[int, ...],
        words: tuple[str, ...],
        keys: tuple[str, ...],
        table: CountingTables,
    ) -> None:
        self.starts: Final = starts
        self.ends: Final = ends
        self.words: Final = words
        self.keys: Final = keys
        self.table: Final = table


class Amount(msgspec.Struct, frozen=True):
    """An interval (None: open) told by tokens `[first, last)`; `figures`: by digits; `percent`: with its sign; `share`:
    a part of a whole, 0..1."""

    first: int
    last: int
    low: float | None
    high: float | None
    modifier: str | None = None
    figures: bool = False
    percent: bool = False
    share: bool = False


def from_tokens(tokens: Tokens, table: CountingTables) -> Line:
    """The line of an article."""
    return Line(tokens.starts, tokens.ends, tokens.words, tokens.keys, table)


def value_of_figure(figure: str, *, decimal_comma: bool, scaled: bool) -> float | None:
    """`100.000`, `100,000`, `1,2`, `1.234,56` as a number; None for what is no amount (0812, 09.15).

    A separator before exactly three digits groups thousands, whichever it is, except the decimal mark of the language
    before a scale word (`1,250 juta`). `scaled`: such a word follows.
    """
    if figure.isdecimal() and len(figure) <= LONGEST_FIGURE:
        return None if len(figure) > 1 and figure[0] == "0" else float(figure)
    groups = _SEPARATOR.split(figure)
    if sum(map(len, groups)) > LONGEST_FIGURE or (len(groups[0]) > 1 and figure[0] == "0"):
        return None
    marks = [mark for mark in figure if mark in ".,"]
    if not marks:
        return float(figure)
    decimal = marks[-1] if len(set(marks)) == 2 or not _groups_thousands(groups) else None
    if (
        decimal is None
        and len(marks) == 1
        and marks[0] == ("," if decimal_comma else ".")
        and (scaled or not decimal_comma)
    ):
        decimal = marks[0]
    if decimal is None:
        return float("".join(groups))
    if marks.count(decimal) > 1:
        return None
    return float("".join(groups[:-1]) + "." + groups[-1])


def _groups_thousands(groups: list[str]) -> bool:
    return groups[0] != "0" and len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])


def amount_at(line: Line, at: int, end: int) -> Amount | None:
    """The amount at token `at` with its range, without what stands before it."""
    if line.keys[at][0] not in _DIGITS and (worded := _vague_or_share(line, at, end)):
        return worded
    first = _number(line, at, end)
    if first is None or first.last >= end:
        return first
    after, table = line.keys[first.last], line.table
    if after in table.groups["of_all"] and (some := _some_of(line, first, end)):
        return some
    if after in table.groups["in_all"] and (odds := _one_in(line, first, end)):
        return odds
    if after not in table.ranges and after not in table.groups["pair"]:
        return first
    signed = at > 1 and is_sign(line, at - 1)
    changes = at > 0 and line.keys[at - 1 - signed] in line.table.groups["change"]
    ranged = None if changes else match(line.table.ranges, line.keys, first.last, end)
    paired = first.last < end and line.keys[first.last] in line.table.groups["pair"] and _is_open(line, at)
    stop = ranged[1] if ranged else first.last + 1
    stop += signed and stop < end and line.keys[stop] == line.keys[at - 1]
    if (ranged or paired) and stop < end and (second := _number(line, stop, end)):
        if second.scale > 1 and first.scale == 1:
            first = _number(line, at, end, scaled=True) or first
        return _span(first, second) or first
    return first


def _vague_or_share(line: Line, at: int, end: int) -> Amount | None:
    """`puluhan`, `several hundred`, `sepertiga`."""
    numbers, keys = line.table.numbers, line.keys
    part = numbers.parts.get(keys[at])
    if part is not None and part[0] == "unit" and (at + 1 >= end or keys[at + 1] not in numbers.parts):
        return None  # a plain number, the usual case
    vague = numbers.interval(keys, at, end)
    if vague is not None:
        return _vague_range(line, Amount(at, vague[2], vague[0], vague[1]), end)
    share = numbers.fraction(keys, at, end)
    return Amount(at, share[1], share[0], share[0], share=True) if share is not None else None


def is_sign(line: Line, at: int) -> bool:
    """Whether a currency's sign stands at token `at`."""
    return line.keys[at] in line.table.currencies_before


def _vague_range(line: Line, first: Amount, end: int) -> Amount:
    """`puluhan hingga ratusan`."""
    ranged = match(line.table.ranges, line.keys, first.last, end)
    second = line.table.numbers.interval(line.keys, ranged[1], end) if ranged and ranged[1] < end else None
    if second is None or first.low is None or second[1] <= first.low:
        return first
    return replace(first, last=second[2], high=second[1])


def _some_of(line: Line, first: Amount, end: int) -> Amount | None:
    """`lima dari 23 sandera`, `five of the 23 hostages`: the first number, whose noun stands behind the second."""
    at, groups = first.last, line.table.groups
    if at + 1 >= end:
        return None
    at += 1
    at += line.keys[at] in groups["article"] and at + 1 < end
    second = _number(line, at, end)
    if second is None or first.low is None or second.low is None or second.low <= first.low or second.percent:
        return None
    return Amount(first.first, second.last, first.low, first.low, None, first.figures)


def _one_in(line: Line, first: Amount, end: int) -> Amount | None:
    """`one in five`: a share, in words or in figures alike; three in 40 are odds, 12 in 3 villages are not."""
    second = _number(line, first.last + 1, end) if first.last + 1 < end else None
    if second is None or not first.low or not second.low or first.low > 3 or second.low <= first.low:
        return None
    if first.figures != second.figures or second.low > 100:
        return None
    share = round(first.low / second.low, 9)
    return Amount(first.first, second.last, share, share, share=True)


def _is_open(line: Line, at: int) -> bool:
    return at > 0 and line.keys[at - 1] in line.table.groups["opening"]


def _span(first: Amount, second: Amount) -> Amount | None:
    """`10-15`, `10 hingga 15 juta`; None when the second number is not the larger."""
    low, high = first.low or 0.0, second.high or 0.0
    figure = second.scale if isinstance(second, _Scaled) else 1.0
    if not (isinstance(first, _Scaled) and first.scale > 1) and low * figure < high:
        low *= figure
    if low >= high:
        return None
    return Amount(first.first, second.last, low, high, None, first.figures, first.percent or second.percent)


class _Scaled(Amount, frozen=True):
    """A number with the factor that its scale words gave it."""

    scale: float = 1.0


def _number(line: Line, at: int, end: int, *, scaled: bool = False) -> _Scaled | None:
    """One number at token `at`, in figures or words; `scaled`: it shares the scale of the end of its range."""
    key, numbers = line.keys[at], line.table.numbers
    figure, percent = (key[:-1], True) if key[-1] == "%" else (key, False)
    if key[0] not in _DIGITS or not (figure.isdecimal() or _FIGURE.fullmatch(figure)):
        part = numbers.parts.get(key)
        if part is None:
            return None
        if part[0] == "unit" and (at + 1 >= end or line.keys[at + 1] not in numbers.parts):
            return _Scaled(at, at + 1, part[1], part[1])
        worded = numbers.number(line.keys, at, end)
        return _Scaled(at, worded[1], worded[0], worded[0]) if worded else None
    scale, last = 1.0, at + 1
    if last < end and line.keys[last] in numbers.parts:
        scale, last = numbers.scale(line.keys, last, end)
        scale, last = (scale, last) if scale > 1 else _money_scale(line, at, last)
    value = value_of_figure(figure, decimal_comma=line.table.decimal_comma, scaled=scaled or scale > 1)
    if value is None:
        return None
    value = _exact(value * scale) if scale > 1 else round(value, 9)
    return _Scaled(at, last, value, value, None, True, percent, scale=scale)


def _money_scale(line: Line, at: int, after: int) -> tuple[float, int]:
    """The letter behind figures of money, with the token after it: `$42m`, `Rp5M`, `Rp 2,4 M`; 1 without one."""
    factor = line.table.numbers.money_scale(line.keys[after])
    tied = line.ends[at] == line.starts[after] or line.words[after].isupper()
    before = at - (at > 0 and line.keys[at - 1] == ".")
    if factor is None or not tied or match_back(line.table.currencies_before, line.keys, 0, before) is None:
        return 1.0, after
    return factor, after + 1


def _exact(value: float) -> float:
    """Without the noise of binary fractions: 2.4 * 10**9 is 2,400,000,000."""
    return float(round(value)) if abs(value) >= 1000 else round(value, 9)


def modified(line: Line, amount: Amount, start: int, end: int) -> Amount:
    """The amount with its modifiers before and after; `first` and `last` grow with them."""
    amount = _opened(line, amount, start) if amount.low != amount.high else amount
    table, keys = line.table, line.keys
    if amount.first > start and keys[amount.first - 1] in table.modifiers:
        before = match_back(table.modifiers, keys, start, amount.first)
        amount = _with(line, amount, *before, start=start) if before else amount
    if amount.last >= end or keys[amount.last] not in table.modifiers_after:
        return amount
    after = match(table.modifiers_after, keys, amount.last, end)
    if after is not None and amount.modifier is None:
        amount = replace(_bounded(amount, after[0]), last=after[1])
    return amount


def _opened(line: Line, amount: Amount, start: int) -> Amount:
    opened = amount.low != amount.high and amount.first > start and _is_open(line, amount.first)
    return replace(amount, first=amount.first - 1) if opened else amount


def _with(line: Line, amount: Amount, modifier: str, first: int, *, start: int) -> Amount:
    """The amount under a modifier that begins at token `first`; a second one before it may bound it further."""
    if modifier == "exact":
        return replace(amount, first=first)
    if modifier == "as_many_as":
        limited = first > start and line.keys[first - 1] not in ".,:;(" and is_round(amount.high)
        amount = replace(amount, first=first)
        return _bounded(amount, "at_most") if limited else amount
    bounded = replace(_bounded(amount, modifier), first=first)
    outer = match_back(line.table.modifiers, line.keys, start, first)
    return replace(bounded, first=outer[1]) if outer and outer[0] in ("exact", "as_many_as") else bounded


def negative(amount: Amount) -> Amount:
    """`minus 12`, with the word before it."""
    low, high = (None if bound is None else -bound for bound in (amount.high, amount.low))
    return replace(amount, first=amount.first - 1, low=low, high=high)


def is_round(value: float | None) -> bool:
    """One or two leading digits and at least three zeros, as in a bound: 100,000, not 312."""
    return value is not None and value >= 1000 and value % 10 ** (len(str(int(value))) - 2) == 0


def _bounded(amount: Amount, modifier: str) -> Amount:
    low = None if modifier == "at_most" and amount.low == amount.high else amount.low
    high = None if modifier == "at_least" and amount.low == amount.high else amount.high
    return replace(amount, low=low, high=high, modifier=modifier)
