"""When a process ends in the middle of its work."""

import importlib
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

from semeja.engine.processes import ProcessEngine
from semeja.errors import RowFailed

LONG = 30.0
"""Seconds after which a process that still runs will not end."""

CONTRACT = Path(__file__).parents[1] / "contract"


@pytest.fixture
def functions() -> Iterator[ModuleType]:
    patch = pytest.MonkeyPatch()
    patch.syspath_prepend(CONTRACT)
    yield importlib.import_module("engine_functions")
    patch.undo()


@pytest.mark.parametrize("chunk", [1, 4, 16])
def test_the_row_that_ends_its_process_is_named(functions: ModuleType, chunk: int) -> None:
    engine = ProcessEngine(2)
    try:
        results = engine.each(functions.end_at_seven, range(40), chunk)
        assert list(islice(results, 7)) == list(range(7))
        with pytest.raises(RowFailed, match=r"row 8 \(7\) failed: the process that worked on it ended"):
            next(results)
        assert list(engine.each(functions.square, range(40), chunk)) == [row * row for row in range(40)]
    finally:
        engine.close()


INTERRUPTED = """
import signal
# A shell that starts a program in the background lets it ignore the signal, and its children inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
import sys
sys.path.insert(0, sys.argv[1])
from engine_functions import process
from itertools import count
from semeja.engine.local import local_engine

if __name__ == "__main__":
    try:
        with local_engine(2) as engine:
            for worker in engine.each(process, count()):
                print(worker, flush=True)
    except KeyboardInterrupt:
        sys.exit(130)
"""


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def start(folder: Path) -> tuple[subprocess.Popen[str], int]:
    """A program that never ends by itself, at work; with one of its workers."""
    program = folder / "program.py"
    program.write_text(INTERRUPTED)
    running = subprocess.Popen([sys.executable, program, CONTRACT], stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    return running, int(running.stdout.readline())


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_an_interrupt_ends_the_workers(tmp_path: Path) -> None:
    running, worker = start(tmp_path)
    running.send_signal(signal.SIGINT)
    running.communicate()
    assert running.returncode == 130
    assert not alive(worker)


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="no way to wait for the process of another")
def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    running, worker = start(tmp_path)
    watch = os.pidfd_open(worker)
    running.kill()
    running.communicate()
    try:
        ended, _, _ = select.select([watch], [], [], LONG)
    finally:
        os.close(watch)
    assert ended
