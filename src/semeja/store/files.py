"""Files that are whole or not there: written beside their place, brought to the disk, then put in place."""

import os
from pathlib import Path

from semeja.store.faults import file_faults


def write_atomically(path: Path, data: bytes) -> bool:
    """Make `data` the content of `path`, its folders too; whether anything had to change.

    Whoever reads sees the old bytes or the new, also after a crash. Raises `OutputError` (73: may not be written) and
    `DiskFull` (74), both with what to do; the old content then still stands.
    """
    with file_faults(path):
        if _holds(path, data):
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.part")
        try:
            _write_through(part, data)
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise
        _settle_folder(path.parent)
        return True


def remove(path: Path) -> bool:
    """Take away a file that an earlier run wrote, and its folder if nothing is left in it; whether it was there."""
    with file_faults(path):
        there = path.is_file() or path.is_symlink()
        path.unlink(missing_ok=True)
        if path.parent.is_dir() and not any(path.parent.iterdir()):
            path.parent.rmdir()
        return there


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def _write_through(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle_folder(folder: Path) -> None:
    """Bring the new name to the disk; systems that can't open a folder keep it by themselves."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
