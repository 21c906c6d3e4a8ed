"""What the user names, as raw inputs: files, folders, standard input, records inside JSON."""

import hashlib
import sys
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from semeja.errors import InputRefused, NoText
from semeja.records.article import Raw, Rejected
from semeja.sources.compression import GZIP_MARK, expand, gather, pieces
from semeja.sources.folders import STAGE, Found, find, unreadable
from semeja.sources.kinds import Kind
from semeja.sources.lines import numbered_lines
from semeja.sources.members import array_members, as_utf8
from semeja.sources.rejection import rejected
from semeja.sources.sniff import sniff

STANDARD_INPUT = "-"


def walk(
    paths: Iterable[str | Path], skip: Collection[str | Path] = (), stdin: BinaryIO | None = None
) -> Iterator[Raw | Rejected]:
    """Every input under `paths`, one by one: its bytes, or why there are none. Never raises for an input.

    A path is a file, a folder (all that is in it) or `-` (standard input, or `stdin` where given). Files are `.txt`,
    `.md`, `.html`, `.htm`, `.json` (an object or an array of objects), `.jsonl` (an object per line), each also with
    `.gz`; others are `Rejected` as `unknown_kind`, except that names with a leading dot in a folder are left out.
    The order is that of code points and does not depend on the order of `paths`. `skip`: folders not to enter.
    """
    named = {str(path) for path in paths}
    if STANDARD_INPUT in named:
        yield from _guarded(STANDARD_INPUT, read_stream(stdin or sys.stdin.buffer))
    for found in find(named - {STANDARD_INPUT}, skip):
        if isinstance(found, Rejected):
            yield found
        else:
            yield from _guarded(found.source, read_file(found))


def read_file(found: Found) -> Iterator[Raw | Rejected]:
    """The inputs in one file. Raises `InputRefused` or `OSError` where the file can't be read on."""
    with found.path.open("rb") as file:
        yield from inputs_in(found.source, found.kind, pieces(file))


def read_stream(stream: BinaryIO) -> Iterator[Raw | Rejected]:
    """The inputs on a stream without a name: gzip or not, then JSON lines, JSON, HTML or text as its head shows."""
    parts = pieces(stream)
    head = next(parts, b"")
    whole: Iterator[bytes] = chain((head,), parts)
    if head.startswith(GZIP_MARK):
        whole = expand(whole)
        head = next(whole, b"")
        whole = chain((head,), whole)
    yield from inputs_in(STANDARD_INPUT, sniff(head), whole)


def inputs_in(source: str, kind: Kind, parts: Iterator[bytes]) -> Iterator[Raw | Rejected]:
    """The inputs in a stream of bytes of a known kind. Raises `InputRefused` where it can't be read on."""
    parts = expand(parts) if kind.compressed else parts
    if kind.lines:
        yield from _records(source, _lines(parts))
        return
    body = gather(parts)
    if kind.media == "json" and (members := array_members(body)) is not None:
        yield from _records(source, members)
    else:
        yield raw_of(source, kind.media, body)


def raw_of(source: str, media: str, body: bytes, member: int | None = None) -> Raw:
    """An input with the digest of its bytes."""
    return Raw(source, media, body, hashlib.sha256(body).hexdigest(), member)


def _lines(parts: Iterator[bytes]) -> Iterator[tuple[int, bytes | InputRefused]]:
    """Lines with something in them; a file in UTF-16, whose line ends are two bytes, is held as a whole."""
    head = next(parts, b"")
    whole = chain((head,), parts)
    text = as_utf8(head, whole)
    for number, line in numbered_lines(whole if text is None else iter((text,))):
        if isinstance(line, InputRefused) or line.strip():
            yield number, line


def _records(source: str, members: Iterable[tuple[int, bytes | InputRefused]]) -> Iterator[Raw | Rejected]:
    """A record each; a bad one is rejected under its number and the others go on. Raises `NoText` if there is none."""
    empty = True
    for number, body in members:
        empty = False
        if isinstance(body, InputRefused):
            yield rejected(f"{source}#{number}", STAGE, body)
        else:
            yield raw_of(source, "json", body, number)
    if empty:
        raise NoText("there is no record in it")


def _guarded(source: str, inputs: Iterator[Raw | Rejected]) -> Iterator[Raw | Rejected]:
    """The inputs up to the place where reading fails, and the failure as the last of them."""
    try:
        yield from inputs
    except InputRefused as error:
        yield rejected(source, STAGE, error)
    except OSError as error:
        yield rejected(source, STAGE, unreadable(error))
