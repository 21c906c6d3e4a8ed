"""Pages to text, in a process of their own that is ended when a page takes too much time, processor or memory."""

import subprocess
import sys
from threading import Timer
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

    Not for use by several threads at once. Close it, or use it in a `with`.
    """

    def __init__(self, command: tuple[str, ...] = COMMAND, wall_seconds: float = limits.WALL_SECONDS) -> None:
        self._command = command
        self._wall_seconds = wall_seconds
        self._process: subprocess.Popen[bytes] | None = None

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
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

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
        except OSError:
            message = None
        finally:
            timer.cancel()
        if message is None:
            self.close()
        return message

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._process


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


def _refusal(answer: Answer) -> InputRefused:
    kind = getattr(errors, answer.error)
    refusal: InputRefused = kind(answer.what, answer.why)
    return refusal
