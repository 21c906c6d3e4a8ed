"""What the user names, as raw inputs: nothing is lost, whatever it is."""

import gzip
import hashlib
import io
import json
import os
from pathlib import Path
from unittest.mock import patch

import pytest

from semeja.records.article import Raw, Rejected
from semeja.sources.files import walk

TEXT = b"Kata Menteri.\r\n"
RECORD = json.dumps({"text": "Kata Menteri."}).encode()


def told(found: Raw | Rejected) -> tuple[str, int | None, str]:
    """Source, member and media or reason."""
    if isinstance(found, Raw):
        return found.source, found.member, found.media
    return found.source, None, found.reason


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_bytes_come_as_they_lie_in_the_file(folder: Path) -> None:
    (folder / "a.txt").write_bytes(TEXT)
    (folder / "b.txt.gz").write_bytes(gzip.compress(TEXT))
    digest = hashlib.sha256(TEXT).hexdigest()
    assert list(walk(["."])) == [Raw("a.txt", "text", TEXT, digest), Raw("b.txt.gz", "text", TEXT, digest)]


FILES: list[tuple[str, bytes, list[tuple[str, int | None, str]]]] = [
    ("a.md", TEXT, [("a.md", None, "markdown")]),
    ("a.HTM", TEXT, [("a.HTM", None, "html")]),
    ("a.txt", b"", [("a.txt", None, "text")]),
    ("a.json", RECORD, [("a.json", None, "json")]),
    ("a.json", b"[" + RECORD + b", 5]", [("a.json", 1, "json"), ("a.json", 2, "json")]),
    ("a.json", b"[" + RECORD, [("a.json", 1, "json"), ("a.json#2", None, "bad_record")]),
    ("a.json", b"[]", [("a.json", None, "no_text")]),
    ("a.json", b"\x00\xff" * 50, [("a.json", None, "json")]),
    ("a.jsonl", b"\n" + RECORD + b"\r\n \nbad\n" + RECORD, [("a.jsonl", 2, "json"), ("a.jsonl", 4, "json"),
                                                           ("a.jsonl", 5, "json")]),
    ("a.jsonl", "\n".join([RECORD.decode()] * 2).encode("utf-16"), [("a.jsonl", 1, "json"), ("a.jsonl", 2, "json")]),
    ("a.jsonl", b" \n", [("a.jsonl", None, "no_text")]),
    ("a.jsonl.gz", gzip.compress(RECORD + b"\n" + RECORD), [("a.jsonl.gz", 1, "json"), ("a.jsonl.gz", 2, "json")]),
    ("a.txt.gz", gzip.compress(TEXT)[:-5], [("a.txt.gz", None, "damaged")]),
    ("a.txt.gz", b"", [("a.txt.gz", None, "damaged")]),
    ("a.txt.gz", gzip.compress(bytes(70_000_000), 1), [("a.txt.gz", None, "too_large")]),
    ("a.txt.gz.gz", gzip.compress(TEXT), [("a.txt.gz.gz", None, "unknown_kind")]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "wanted"), FILES, ids=range(len(FILES)))
def test_a_file_gives_its_inputs(
    folder: Path, name: str, body: bytes, wanted: list[tuple[str, int | None, str]]
) -> None:
    (folder / name).write_bytes(body)
    assert [told(found) for found in walk([name])] == wanted


def test_lines_before_the_damage_are_kept(folder: Path) -> None:
    lines = b"".join(
        json.dumps({"text": hashlib.sha256(bytes([n])).hexdigest() * 40}).encode() + b"\n" for n in range(200)
    )
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:-200])
    *read, last = walk(["a.jsonl.gz"])
    assert len(read) > 150
    assert all(isinstance(one, Raw) for one in read)
    assert told(last) == ("a.jsonl.gz", None, "damaged")


def test_a_file_past_the_limit_is_refused(folder: Path) -> None:
    with (folder / "a.txt").open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    assert [told(found) for found in walk(["a.txt"])] == [("a.txt", None, "too_large")]


STREAMS: list[tuple[bytes, list[tuple[str, int | None, str]]]] = [
    (TEXT, [("-", None, "text")]),
    (b"", [("-", None, "text")]),
    (RECORD + b"\n" + RECORD, [("-", 1, "json"), ("-", 2, "json")]),
    (b"[" + RECORD + b"]", [("-", 1, "json")]),
    (b"<!doctype html><p>Kata", [("-", None, "html")]),
    (gzip.compress(RECORD + b"\nbad\n"), [("-", 1, "json"), ("-", 2, "json")]),
    (gzip.compress(TEXT)[:-3], [("-", None, "damaged")]),
    (gzip.compress(TEXT)[:12], [("-", None, "damaged")]),
]


@pytest.mark.parametrize(("body", "wanted"), STREAMS, ids=range(len(STREAMS)))
def test_standard_input(body: bytes, wanted: list[tuple[str, int | None, str]]) -> None:
    assert [told(found) for found in walk(["-"], stdin=io.BytesIO(body))] == wanted


def test_a_file_that_can_not_be_opened_is_told_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "a.txt").write_bytes(TEXT)
    (folder / "b.txt").write_bytes(TEXT)
    opened = Path.open

    def refuse(path: Path, *args: str) -> io.BufferedReader:
        if path.name == "a.txt":
            raise PermissionError(13, os.strerror(13))
        return opened(path, *args)  # type: ignore[call-overload, no-any-return]

    with patch.object(Path, "open", refuse):
        assert [told(found) for found in walk(["."])] == [("a.txt", None, "unreadable"), ("b.txt", None, "text")]


def test_nothing_gives_nothing(folder: Path) -> None:
    assert list(walk(["."])) == []
    assert list(walk([])) == []
