"""The two verbs of an engine. `local` is the one that comes along; each passes `tests/contract/test_engine.py`."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

Row = TypeVar("Row")
Result = TypeVar("Result")


class Engine(Protocol):
    """Where functions run. They are top-level, pure and picklable, and so are rows and results.

    A `SemejaError` that a function raises comes out as it is; any other exception, and the end of the process that ran
    it, comes out as `RowFailed` with the number and the name of the row, after the results of the rows before it.
    """

    def each(self, fn: Callable[[Row], Result], rows: Iterable[Row]) -> Iterator[Result]:
        """`fn(row)` for each row, in the order of the rows, computed as they are asked for."""
        ...

    def group(
        self, fn: Callable[[str, tuple[Row, ...]], Result], keyed_rows: Iterable[tuple[str, Row]]
    ) -> Iterator[Result]:
        """`fn(key, rows)` for each key, keys in code point order, the rows of a key in the order they came in."""
        ...

    def close(self) -> None:
        """Let go of processes."""
        ...
