"""Files that are whole or not there."""

import errno
import os
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from semeja.errors import DiskFull, OutputError
from semeja.store.files import remove, write_atomically


@settings(max_examples=30)
@given(st.lists(st.binary(max_size=40), min_size=1, max_size=4))
def test_the_last_bytes_stand_and_only_changes_are_written(
    tmp_path_factory: pytest.TempPathFactory, versions: list[bytes]
) -> None:
    path = tmp_path_factory.mktemp("out") / "story" / "dossier.json"
    before: bytes | None = None
    for data in versions:
        assert write_atomically(path, data) is (data != before)
        assert path.read_bytes() == data
        before = data
    assert [entry.name for entry in path.parent.iterdir()] == ["dossier.json"]


def test_unchanged_bytes_leave_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "a"
    write_atomically(path, b"same")
    before = path.stat()
    assert not write_atomically(path, b"same")
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EIO, DiskFull), (errno.EFBIG, DiskFull),
        (errno.EACCES, OutputError), (errno.EROFS, OutputError),
    ],
)  # fmt: skip
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file(tmp_path: Path, number: int, error: type[OutputError], call: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with (
        patch.object(os, call, side_effect=OSError(number, os.strerror(number))),
        pytest.raises(OutputError) as caught,
    ):
        write_atomically(path, b"new")
    assert type(caught.value) is error
    assert caught.value.exit_code == (74 if error is DiskFull else 73)
    assert caught.value.advice
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]


def test_what_a_crash_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "outside").write_bytes(b"mine")
    (tmp_path / ".a.part").symlink_to("outside")
    assert write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "outside").read_bytes() == b"mine"


def test_a_file_in_place_of_a_folder_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(OutputError):
        write_atomically(tmp_path / "a" / "b", b"new")


def test_a_folder_in_place_of_the_file_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OutputError):
        write_atomically(tmp_path / "a", b"new")


def test_remove_takes_the_folder_with_its_last_file(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_atomically(tmp_path / "story" / name, b"x")
    assert remove(tmp_path / "story" / "a")
    assert (tmp_path / "story" / "b").is_file()
    assert remove(tmp_path / "story" / "b")
    assert not (tmp_path / "story").exists()
    assert not remove(tmp_path / "story" / "b")
