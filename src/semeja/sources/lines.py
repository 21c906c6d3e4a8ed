"""Lines of a stream, numbered, without holding the stream."""

from collections.abc import Iterable, Iterator

from semeja.errors import TooLarge
from semeja.sources import limits


def numbered_lines(
    parts: Iterable[bytes], limit: int = limits.MAX_LINE_BYTES
) -> Iterator[tuple[int, bytes | TooLarge]]:
    """Each line with its number from 1, without its line end; past `limit` bytes a `TooLarge` instead."""
    number, held, too_long = 1, bytearray(), False
    for part in parts:
        *ended, rest = part.split(b"\n")
        for piece in ended:
            held += piece
            yield number, _line(held, limit, too_long)
            number, held, too_long = number + 1, bytearray(), False
        held += rest
        if len(held) > limit:
            too_long, held = True, bytearray()
    if held or too_long:
        yield number, _line(held, limit, too_long)


def _line(held: bytearray, limit: int, too_long: bool) -> bytes | TooLarge:
    if too_long or len(held) > limit:
        return TooLarge("the line is too long", f"the limit is {limit:,} bytes")
    return bytes(held.removesuffix(b"\r"))
