"""The engine of this machine."""

from collections.abc import Iterator
from contextlib import contextmanager

from semeja.engine.processes import ProcessEngine
from semeja.engine.protocol import Engine
from semeja.engine.serial import SerialEngine


@contextmanager
def local_engine(workers: int = 1) -> Iterator[Engine]:
    """An engine with so many processes; 1: in this one. The results do not depend on the number."""
    engine: Engine = SerialEngine() if workers <= 1 else ProcessEngine(workers)
    try:
        yield engine
    finally:
        engine.close()
