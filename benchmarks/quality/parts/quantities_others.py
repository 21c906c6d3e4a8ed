"""Amounts by quantulum3, an English parser of quantities with units."""

import importlib
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from benchmarks.quality.parts.golden import Row


def _name() -> str:
    try:
        return f"quantulum3 {version('quantulum3')}"
    except PackageNotFoundError:
        return "quantulum3"


NAME = _name()
_CURRENCY = "currency"


def _parsed(text: str) -> list[Any]:
    parser: Any = importlib.import_module("quantulum3.parser")
    return list(parser.parse(text))


def found(text: str) -> list[tuple[int, int, str]]:
    """What it finds in a text, paragraph by paragraph: start, end, kind."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans += [(start + one.span[0], start + one.span[1], _kind(one)) for one in _parsed(line)]
        start += len(line) + 1
    return spans


def _kind(one: Any) -> str:
    if one.unit.name == "percentage":
        return "percent"
    return "money" if one.unit.entity.name == _CURRENCY else "amount"


def numbers_right(rows: Sequence[Row]) -> float:
    """The share of golden rows whose numbers it reads, in order; the bounds of an interval count as its mean."""
    return sum(_numbers(row) == [float(one.value) for one in _parsed(row.text)] for row in rows) / len(rows)


def _numbers(row: Row) -> list[float]:
    return [_mean(value.split(" ")[0]) for _, value in row.expected]


def _mean(amount: str) -> float:
    bounds = [float(bound) for bound in amount.split("..") if bound]
    return sum(bounds) / len(bounds)
