"""Messages between the reader of pages and its process: four bytes of length, big-endian, then the message."""

from typing import IO

import msgspec

from semeja.sources.statements import Page

LENGTH_BYTES = 4


class Answer(msgspec.Struct, frozen=True):
    """A page, or the class name and sentences of the error that refused it."""

    page: Page | None = None
    error: str = ""
    what: str = ""
    why: str = ""


def send(stream: IO[bytes], message: bytes) -> None:
    """Write one message. Raises `OSError` when the other side is gone."""
    stream.write(len(message).to_bytes(LENGTH_BYTES, "big") + message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message, None when the other side is gone."""
    length = stream.read(LENGTH_BYTES)
    if len(length) < LENGTH_BYTES:
        return None
    size = int.from_bytes(length, "big")
    message = stream.read(size)
    return message if len(message) == size else None
