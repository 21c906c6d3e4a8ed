"""From the paths that the user names to the files under them, in code point order, each folder entered once."""

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import msgspec

from semeja.errors import FolderLoop, InputRefused, UnknownKind, Unreadable
from semeja.records.article import Rejected
from semeja.sources.kinds import Kind, kind_of, kinds_read
from semeja.sources.rejection import rejected

STAGE = "open"
OUTPUT = "the output folder"


class Found(msgspec.Struct, frozen=True):
    """A file to read: `path` for the system, `source` for people."""

    path: Path
    source: str
    kind: Kind


def find(paths: Iterable[str | Path], skip: Collection[str | Path] = ()) -> Iterator[Found | Rejected]:
    """Every file under `paths`, or why it can't be read. Inside folders, names that start with a dot are left out.

    The paths are taken in code point order and once, so the order of the arguments changes nothing. Symbolic links are
    followed, but a folder is entered once: below itself or under a second name it is `Rejected`. `skip` names folders
    that are not entered: what an earlier run wrote is no input.
    """
    given = {Path(path) for path in paths}
    entered: dict[tuple[int, int], str] = {}
    for folder in skip:
        _enter(entered, Path(folder), OUTPUT)
    waiting = sorted(given, reverse=True)
    while waiting:
        path = waiting.pop()
        try:
            mode = path.stat().st_mode
            if not stat.S_ISDIR(mode):
                yield _file(path, mode)
            elif not (earlier := _enter(entered, path, source_of(path))):
                waiting += sorted(set(_inside(path)) - given, reverse=True)
            elif earlier != OUTPUT or path in given:
                yield rejected(
                    source_of(path), STAGE, FolderLoop("the folder is not entered again", f"it is {earlier}")
                )
        except InputRefused as error:
            yield rejected(source_of(path), STAGE, error)
        except OSError as error:
            yield rejected(source_of(path), STAGE, unreadable(error))


def source_of(path: Path) -> str:
    """The path as text that can be stored: `/` between parts, bytes of a name that are no UTF-8 as `\\xff`."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def unreadable(error: OSError) -> Unreadable:
    """What the system says, without the path: the record names it."""
    return Unreadable("the system does not let it be read", error.strerror or type(error).__name__)


def _enter(entered: dict[tuple[int, int], str], folder: Path, name: str) -> str | None:
    """Mark a folder as entered under `name`; the name under which it already was, else None."""
    try:
        status = folder.stat()
    except FileNotFoundError:
        return None
    identity = (status.st_dev, status.st_ino)
    earlier = entered.get(identity)
    entered.setdefault(identity, name)
    return earlier


def _inside(folder: Path) -> Iterator[Path]:
    return (child for child in folder.iterdir() if not child.name.startswith("."))


def _file(path: Path, mode: int) -> Found:
    if not stat.S_ISREG(mode):
        raise Unreadable("it is no regular file", "devices, sockets and pipes are not opened; use - for standard input")
    kind = kind_of(path.name)
    if kind is None:
        raise UnknownKind("the kind of file is not read", f"read are {kinds_read()}")
    return Found(path, source_of(path), kind)
