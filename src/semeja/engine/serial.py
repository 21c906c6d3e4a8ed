"""The engine without processes: one row after the other, here."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from semeja.engine.protocol import Result, Row
from semeja.engine.rows import GroupCall, by_key, call


class SerialEngine:
    """See `protocol.Engine`."""

    def each(self, fn: Callable[[Row], Result], rows: Iterable[Row]) -> Iterator[Result]:
        for number, row in enumerate(rows, 1):
            yield call(fn, row, number)

    def group(
        self, fn: Callable[[str, tuple[Row, ...]], Result], keyed_rows: Iterable[tuple[str, Row]]
    ) -> Iterator[Result]:
        whole: Callable[[Any], Any] = GroupCall(fn)  # type: ignore[arg-type]
        return self.each(whole, by_key(keyed_rows))

    def close(self) -> None:
        """Nothing to let go of."""
