"""The disposable process: reads pages from standard input, answers on standard output, within its limits.

Started by `html.PageReader` as `python -m semeja.sources.page_process`. It ends with its parent (end of input).
"""

import logging
import os
import signal
import sys
from contextlib import suppress
from typing import BinaryIO

import msgspec

from semeja.errors import InputRefused
from semeja.sources import limits
from semeja.sources.extraction import extract
from semeja.sources.frames import Answer, receive, send

try:
    import resource
except ImportError:  # Windows has no such limits: the wall clock of the parent stands alone
    resource = None  # type: ignore[assignment]


def main() -> None:
    """Answer pages until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.CRITICAL)
    answers = _own_output()
    _limit_memory()
    while (message := receive(sys.stdin.buffer)) is not None:
        _limit_processor()
        send(answers, msgspec.msgpack.encode(answer(message)))


def answer(message: bytes) -> Answer:
    """The page, or why there is none."""
    try:
        return Answer(page=extract(message.decode("utf-8")))
    except InputRefused as error:
        return Answer(error=type(error).__name__, what=error.what, why=error.why)
    except MemoryError:
        return Answer(error="ExtractionFailed", what="the page took too much memory")


def _own_output() -> BinaryIO:
    """The pipe to the parent, with what libraries print turned away from it."""
    pipe = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(pipe, "wb")


def _limit_memory() -> None:
    if resource is not None:
        _limit(resource.RLIMIT_CORE, 0)
        _limit(resource.RLIMIT_AS, limits.PAGE_MEMORY_BYTES)


def _limit_processor() -> None:
    """From now on `CPU_SECONDS` of processor time, then the system ends the process (SIGXCPU)."""
    if resource is not None:
        usage = resource.getrusage(resource.RUSAGE_SELF)
        _limit(resource.RLIMIT_CPU, int(usage.ru_utime + usage.ru_stime) + 1 + limits.CPU_SECONDS)


def _limit(kind: int, value: int) -> None:
    """Set a soft limit as far as the hard one allows; some systems name a limit that they refuse to set."""
    _, hard = resource.getrlimit(kind)
    with suppress(OSError, ValueError):
        resource.setrlimit(kind, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


if __name__ == "__main__":
    main()
