"""The engine with several processes on one machine."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Thread
from typing import Any

import msgspec

from semeja.engine.protocol import Result, Row
from semeja.engine.rows import GroupCall, by_key, call, chunks, row_failed

AHEAD = 3
"""Chunks in work or waiting for each process."""

CHUNK = 16
"""Rows that go to a process at once: sending them costs about 1 % of reading them."""


class Done(msgspec.Struct, frozen=True):
    """The results of a chunk up to the row that failed, if one did."""

    results: list[Any]
    error: BaseException | None = None


class Work(msgspec.Struct):
    """A chunk with its promised results."""

    number: int
    rows: Sequence[Any]
    future: Future[Done]


class ProcessEngine:
    """See `protocol.Engine`. Processes start with the first rows and stay for the next ones.

    They are started afresh, not forked, so no open database or thread is copied into them; they leave Ctrl-C to the
    process that started them, and end when it ends, however that happens.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def each(self, fn: Callable[[Row], Result], rows: Iterable[Row], chunk: int = CHUNK) -> Iterator[Result]:
        waiting: deque[Work] = deque()
        try:
            for number, some in chunks(rows, chunk):
                waiting.append(Work(number, some, self._submit(fn, some, number)))
                if len(waiting) >= AHEAD * self._workers:
                    yield from self._results(fn, waiting)
            while waiting:
                yield from self._results(fn, waiting)
        finally:
            for work in waiting:
                work.future.cancel()

    def group(
        self, fn: Callable[[str, tuple[Row, ...]], Result], keyed_rows: Iterable[tuple[str, Row]]
    ) -> Iterator[Result]:
        whole: Callable[[Any], Any] = GroupCall(fn)  # type: ignore[arg-type]
        return self.each(whole, by_key(keyed_rows), chunk=1)

    def close(self) -> None:
        """Wait for the rows in work and end the processes."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, fn: Callable[[Row], Result], rows: Sequence[Row], number: int) -> Future[Done]:
        if self._pool is None:
            self._pool = new_pool(self._workers)
        try:
            return self._pool.submit(run_chunk, fn, rows, number)
        except BrokenProcessPool as error:
            refused: Future[Done] = Future()
            refused.set_exception(error)
            return refused

    def _results(self, fn: Callable[[Row], Result], waiting: deque[Work]) -> Iterator[Result]:
        """The results of the first chunk; where a process ended, the pool is made anew and the rows sent again."""
        work = waiting.popleft()
        try:
            done = work.future.result()
        except BrokenProcessPool:
            self.close()
            yield from one_by_one(fn, work.rows, work.number)
            for later in waiting:
                later.future = self._submit(fn, later.rows, later.number)
            return
        yield from done.results
        if done.error is not None:
            raise done.error


def one_by_one(fn: Callable[[Row], Result], rows: Sequence[Row], number: int) -> Iterator[Result]:
    """Each row in a process of its own, so that the one that ends its process can be named."""
    for place, row in enumerate(rows, number):
        with new_pool(1) as pool:
            try:
                done = pool.submit(run_chunk, fn, (row,), place).result()
            except BrokenProcessPool as error:
                raise row_failed(row, place, "the process that worked on it ended") from error
        yield from done.results
        if done.error is not None:
            raise done.error


def run_chunk(fn: Callable[[Row], Result], rows: Sequence[Row], number: int) -> Done:
    """In the other process: the rows one after the other, up to the first that fails."""
    results: list[Result] = []
    try:
        for place, row in enumerate(rows, number):
            results.append(call(fn, row, place))
    except Exception as error:
        return Done(results, error)
    return Done(results)


def new_pool(workers: int) -> ProcessPoolExecutor:
    """Processes from a clean server where the system has one (`forkserver`), else new interpreters (`spawn`)."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=prepare)


def prepare() -> None:
    """In the other process: leave Ctrl-C to the parent, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
