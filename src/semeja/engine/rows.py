"""What every engine does with rows: name them, call the function on them, collect them by key."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

import msgspec

from semeja.errors import RowFailed, SemejaError

Row = TypeVar("Row")
Result = TypeVar("Result")

NAME_LENGTH = 80


class Keyed(msgspec.Struct, frozen=True):
    """A key with all its rows."""

    key: str
    rows: tuple[object, ...]


class GroupCall(msgspec.Struct, frozen=True):
    """`fn(key, rows)` as a function of one `Keyed`, which can be sent to another process."""

    fn: Callable[[str, tuple[object, ...]], object]

    def __call__(self, keyed: Keyed) -> object:
        return self.fn(keyed.key, keyed.rows)


def call(fn: Callable[[Row], Result], row: Row, number: int) -> Result:
    """`fn(row)`; an exception that is none of ours becomes `RowFailed` with the row's number, from 1, and name."""
    try:
        return fn(row)
    except SemejaError:
        raise
    except Exception as error:
        raise row_failed(row, number, f"{type(error).__name__}: {error}") from error


def row_failed(row: object, number: int, why: str) -> RowFailed:
    """The error for a row."""
    return RowFailed(f"row {number} ({name_of(row)}) failed", why, "this is a fault of semeja: please report it")


def name_of(row: object) -> str:
    """What tells a row from others: its key, id or source, else the start of its representation."""
    for field in ("key", "id", "source"):
        name = getattr(row, field, None)
        if isinstance(name, str):
            return name
    return repr(row)[:NAME_LENGTH]


def by_key(keyed_rows: Iterable[tuple[str, Row]]) -> list[Keyed]:
    """The rows of each key together, keys sorted."""
    collected: dict[str, list[Row]] = {}
    for key, row in keyed_rows:
        collected.setdefault(key, []).append(row)
    return [Keyed(key, tuple(collected[key])) for key in sorted(collected)]


def chunks(rows: Iterable[Row], size: int) -> Iterator[tuple[int, Sequence[Row]]]:
    """Runs of at most `size` rows, each with the number of its first row, from 1."""
    waiting = iter(rows)
    number = 1
    while chunk := tuple(islice(waiting, size)):
        yield number, chunk
        number += len(chunk)
