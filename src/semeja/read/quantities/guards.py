"""Numbers that are no amounts: articles of law, ages, list marks, sums, scores, years, telephone numbers."""

from typing import Final

from semeja.read.quantities.amounts import Amount, Line

LARGEST_SCORE: Final = 20
_YEARS: Final = range(1900, 2101)
_JOINTS: Final = frozenset("-–")


def is_label(line: Line, amount: Amount, start: int, end: int) -> bool:
    """Whether what stands beside the number makes it a label, an age, a sum or a place in a list."""
    keys, groups, first, last = line.keys, line.table.groups, amount.first, amount.last
    before = keys[first - 1] if first > start else ""
    after = keys[last] if last < end else ""
    if before == "." and first - 2 >= start:
        before = keys[first - 2]
    if before in groups["label"] or before in groups["age"] or after in groups["time_unit"]:
        return True
    if after in groups["coordinate"] or (last + 1 < end and keys[last + 1] in groups["coordinate"]):
        return amount.low is not None and amount.low != int(amount.low)
    if before in groups["arithmetic"] or after in groups["arithmetic"]:
        return True
    if amount.figures and first == start and after in groups["list_mark"]:
        return True
    if before == "(" and after == ")":
        return True
    return amount.figures and (_is_joined(line, first, last, end) or _is_hyphened_unit(line, last, end))


def _is_joined(line: Line, first: int, last: int, end: int) -> bool:
    """Part of a longer token in the text: `5G`, `0812-3456-7890`, `4-3-3`."""
    if first and line.ends[first - 1] == line.starts[first] and line.keys[first - 1][-1:].isalnum():
        return line.keys[first - 1] not in line.table.currencies_before
    if first > 1 and line.keys[first - 1] in _JOINTS and _is_tied(line, first) and line.keys[first - 2][-1:].isalnum():
        return True
    if last + 1 < end and line.keys[last] in _JOINTS and line.keys[last + 1][:1].isdecimal():
        return line.ends[last - 1] == line.starts[last]
    if last < end and line.ends[last - 1] == line.starts[last] and line.keys[last][:1].isalpha():
        return line.keys[last] not in line.table.units and line.keys[last] not in line.table.modifiers_after
    return False


def _is_tied(line: Line, first: int) -> bool:
    """Whether the mark before token `first` touches it and the word before: `A330-200`."""
    return line.ends[first - 1] == line.starts[first] and line.ends[first - 2] == line.starts[first - 1]


def _is_hyphened_unit(line: Line, last: int, end: int) -> bool:
    """`45-year-old`, `three-day`: an age or a duration."""
    return last + 1 < end and line.keys[last] in _JOINTS and line.keys[last + 1] in line.table.groups["time_unit"]


def is_name_part(line: Line, amount: Amount, start: int) -> bool:
    """Whether a bare figure follows a capital word (`Boeing 737`, `Piala Dunia 2022`) looks like a year."""
    if not amount.figures or amount.modifier is not None:
        return False
    bare = line.keys[amount.first].isdecimal()
    if bare and amount.low is not None and int(amount.low) in _YEARS and amount.last == amount.first + 1:
        return True
    return bare and amount.first - 1 > start and line.words[amount.first - 1][0].isupper()


def is_score(amount: Amount) -> bool:
    """A small range in figures: before a word that the tables lack it is a score (`1-3`)."""
    return amount.figures and amount.low != amount.high and (amount.high or 0) <= LARGEST_SCORE
