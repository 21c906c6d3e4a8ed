"""Pages to text, in a process of their own that is ended when a page takes too much time, processor or memory."""

import subprocess
import sys
from contextlib import suppress
from threading import Lock, Timer
from types import TracebackType
from typing import IO, Self

import msgspec

from semeja import errors
from semeja.errors import ExtractionFailed, InputRefused
from semeja.sources import limits
from semeja.sources.frames import Answer, receive, send
from semeja.sources.statements import Page

COMMAND = (sys.executable, "-P", "-m", "semeja.sources.page_process")
"""`-P`: a folder of articles that happens to be the current one lends no modules."""


class PageReader:
    """A process that reads pages one after the other; started with the first page, replaced when it ends.

    One page at a time; `close` may come from another thread, and no page is read after it.
    """

    def __init__(self, command: tuple[str, ...] = COMMAND, wall_seconds: float = limits.WALL_SECONDS) -> None:
        self._command = command
        self._wall_seconds = wall_seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._lock = Lock()

    def read(self, html: str) -> Page:
        """The text and statements of a page.

        Raises what `extraction.extract` raises, and `ExtractionFailed` when the process ends or has to be ended.
        """
        message = self._ask(html.encode())
        if message is None:
            raise ExtractionFailed(
                "the page could not be read",
                f"it took more than {limits.CPU_SECONDS} s, too much memory, or broke the reading process",
            )
        answer = msgspec.msgpack.decode(message, type=Answer)
        if answer.page is None:
            raise _refusal(answer)
        return answer.page

    def close(self) -> None:
        """End the process, in the middle of a page if need be; that page is then refused."""
        with self._lock:
            self._closed = True
            self._end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, page: bytes) -> bytes | None:
        process = self._started()
        timer = Timer(self._wall_seconds, process.kill)
        timer.start()
        try:
            send(_pipe(process.stdin), page)
            message = receive(_pipe(process.stdout))
        except (OSError, ValueError):
            message = None
        finally:
            timer.cancel()
        if message is None:
            with self._lock:
                self._end()
        return message

    def _started(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._closed:
                raise ExtractionFailed("the page could not be read", "the reader of pages is closed")
            if self._process is None:
                self._process = subprocess.Popen(
                    self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
                )
            return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                _pipe(pipe).close()


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


def _refusal(answer: Answer) -> InputRefused:
    kind = getattr(errors, answer.error)
    refusal: InputRefused = kind(answer.what, answer.why)
    return refusal
