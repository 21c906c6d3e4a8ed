"""What the database and the file system say, as errors that people can act on."""

import errno
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from semeja.errors import DiskFull, OutputError, SemejaError, StoreBusy, StoreDamaged, StoreError

NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO))
PRIMARY = 0xFF
"""The low byte of an extended result code of SQLite is the primary one."""

FREE = "free some room or choose another folder, then run it again: what was done is kept"


@contextmanager
def database_faults(path: Path) -> Iterator[None]:
    """Raise the errors of SQLite, and of a stored body that can't be expanded, as `StoreError` or `OutputError`."""
    try:
        yield
    except sqlite3.Error as error:
        raise database_fault(path, error) from error
    except (zlib.error, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise damaged(path, f"a stored body can't be read, {error}") from error


def database_fault(path: Path, error: sqlite3.Error) -> SemejaError:
    """The error of ours for an error of SQLite."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & PRIMARY
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusy(
            f"the project {path} is in use", "another process writes to it", "wait for it, then run it again"
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path, str(error))
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return DiskFull(f"the project {path} can't be written", str(error), FREE)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return OutputError(f"the project {path} can't be opened", str(error), "choose a folder that you may write to")
    return StoreError(f"the project {path} can't be used", str(error))


@contextmanager
def file_faults(path: Path) -> Iterator[None]:
    """Raise an `OSError` in writing `path` as `DiskFull` or `OutputError`."""
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error)
        if error.errno in NO_ROOM:
            raise DiskFull(f"{path} can't be written", why, FREE) from error
        raise OutputError(f"{path} can't be written", why, "choose a folder that you may write to") from error


def damaged(path: Path, why: str) -> StoreDamaged:
    """The error for a file whose content is not what was written."""
    return StoreDamaged(
        f"the project {path} is damaged",
        why,
        "move the file away and build again from the articles, or bring back a copy of it",
    )
