"""Records inside a JSON array, each as the bytes that stand for it."""

import json
import re
from collections.abc import Iterable, Iterator

from semeja.errors import BadRecord, InputRefused, Undecodable
from semeja.sources.compression import gather
from semeja.sources.decode import to_text

BLANK = re.compile(r"[ \t\n\r]*")
WIDE = re.compile(rb"\xff\xfe|\xfe\xff|.{0,3}\x00", re.S)


def array_members(body: bytes) -> Iterator[tuple[int, bytes | InputRefused]] | None:
    """The members of a document that is an array, numbered from 1; None for any other document."""
    try:
        text = to_text(body)
    except Undecodable:
        return None
    start = _skip(text, 0)
    return _members(text, start + 1) if text[start : start + 1] == "[" else None


def as_utf8(head: bytes, whole: Iterable[bytes]) -> bytes | None:
    """All of a stream in UTF-8 if its head is UTF-16 or UTF-32, within the limit of one document; else None."""
    return to_text(gather(whole)).encode() if WIDE.match(head) else None


def _members(text: str, position: int) -> Iterator[tuple[int, bytes | InputRefused]]:
    decoder = json.JSONDecoder()
    position = _skip(text, position)
    number = 0
    if text[position : position + 1] == "]":
        return
    while True:
        number += 1
        try:
            _, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            yield number, BadRecord(f"the array can't be read from record {number} on", str(error))
            return
        yield number, text[position:end].encode()
        position = _skip(text, end)
        mark = text[position : position + 1]
        if mark != ",":
            break
        position = _skip(text, position + 1)
    if mark != "]":
        yield number + 1, BadRecord(f"the array can't be read after record {number}", "it has no end")


def _skip(text: str, position: int) -> int:
    found = BLANK.match(text, position)
    return found.end() if found else position
