"""Bytes of a file in pieces, gzip taken off, within the budgets of `limits`."""

import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from semeja.errors import Damaged, TooLarge
from semeja.sources import limits

PIECE = limits.MIB
GZIP_WINDOW = 31
GZIP_MARK = b"\x1f\x8b"


def pieces(file: BinaryIO) -> Iterator[bytes]:
    """What is in the file, at most 1 MiB at a time."""
    while piece := file.read(PIECE):
        yield piece


def expand(compressed: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes inside a gzip file of one or more members (RFC 1952), at most 1 MiB at a time.

    Raises `Damaged` for bytes that are no gzip, fail their check, end early or are followed by something other than
    zeros, and `TooLarge` past `MAX_EXPANDED_BYTES` or `MAX_RATIO`. What came before was good and has been given.
    """
    read = given = 0
    member = zlib.decompressobj(GZIP_WINDOW)
    for piece in compressed:
        read += len(piece)
        data = piece
        while data:
            if member.eof:
                data = data.lstrip(b"\0")
                member = zlib.decompressobj(GZIP_WINDOW) if data else member
                continue
            part = _inflate(member, data)
            given += len(part)
            _check_budget(read, given)
            if part:
                yield part
            data = member.unused_data if member.eof else member.unconsumed_tail
    if not member.eof:
        raise Damaged("the gzip data is cut off", f"it ends after {given:,} expanded bytes without its end mark")


def gather(parts: Iterable[bytes], limit: int = limits.MAX_FILE_BYTES) -> bytes:
    """All of it as one; raises `TooLarge` past `limit` bytes."""
    whole = bytearray()
    for part in parts:
        whole += part
        if len(whole) > limit:
            raise TooLarge("the file is too large", f"the limit is {limit:,} bytes for one document")
    return bytes(whole)


def _inflate(member: "zlib._Decompress", data: bytes) -> bytes:
    try:
        return member.decompress(data, PIECE)
    except zlib.error as error:
        raise Damaged("the gzip data is damaged", str(error)) from error


def _check_budget(read: int, given: int) -> None:
    if given > limits.MAX_EXPANDED_BYTES:
        raise TooLarge("the gzip data expands too far", f"the limit is {limits.MAX_EXPANDED_BYTES:,} bytes")
    if given > limits.RATIO_GRACE_BYTES and given > limits.MAX_RATIO * read:
        raise TooLarge(
            "the gzip data expands too far", f"{given:,} bytes from {read:,}; the limit is {limits.MAX_RATIO}:1"
        )
