"""Same input, same bytes: whatever the order, the hash seed, the number of processes, the zone, or what ran before."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import semeja
from semeja.run.building import PROJECT, build

SAMPLES = Path(semeja.__file__).parent / "samples"


def stories() -> list[str]:
    return sorted(str(entry) for entry in SAMPLES.iterdir() if entry.is_dir())


def outputs(out: Path) -> dict[str, bytes]:
    """Every file that a build shows, by its path in the output folder."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file() and PROJECT not in path.parts)
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


def run_command(arguments: list[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "semeja", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The bytes of a plain build of all sample stories in this process."""
    out = tmp_path_factory.mktemp("plain")
    build(stories(), out)
    files = outputs(out)
    assert "index.html" in files
    assert sum(path.endswith("dossier.json") for path in files) >= 4
    return files


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "random"},
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "America/Anchorage", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
    ],
    ids=lambda environment: "-".join(f"{key}={value}" for key, value in environment.items()),
)
def test_environment_changes_no_byte(expected: dict[str, bytes], environment: dict[str, str], tmp_path: Path) -> None:
    run_command(["build", *stories(), "-o", str(tmp_path), "-q"], environment)
    assert outputs(tmp_path) == expected


def test_two_processes_change_no_byte(expected: dict[str, bytes], tmp_path: Path) -> None:
    build(stories(), tmp_path, workers=2)
    assert outputs(tmp_path) == expected


def test_order_of_inputs_changes_no_byte(expected: dict[str, bytes], tmp_path: Path) -> None:
    files = sorted(str(path) for story in stories() for path in Path(story).iterdir())
    shuffled = files[1::2] + files[::-2]
    assert sorted(shuffled) == files
    build(shuffled, tmp_path)
    assert outputs(tmp_path) == expected


def test_second_run_writes_nothing(tmp_path: Path) -> None:
    first = build(stories(), tmp_path)
    before = outputs(tmp_path)
    second = build(stories(), tmp_path)
    assert first.written > 0
    assert second.written == 0
    assert outputs(tmp_path) == before
    assert second.account == first.account


def test_arrival_in_pieces_changes_no_byte(expected: dict[str, bytes], tmp_path: Path) -> None:
    for number in range(1, len(stories()) + 1):
        build(stories()[:number], tmp_path)
    assert outputs(tmp_path) == expected


class Stopped(BaseException):
    """Stands for Ctrl-C at a moment that a test chooses."""


def stops_after(calls: int) -> Iterator[None]:
    for _ in range(calls):
        yield
    raise Stopped


@pytest.mark.parametrize("calls", [1, 7, 20, 31, 45, 58])
def test_interrupted_and_resumed_run_changes_no_byte(expected: dict[str, bytes], calls: int, tmp_path: Path) -> None:
    clock = stops_after(calls)

    def notify(stage: str, done: int, total: int) -> None:
        next(clock)

    with pytest.raises(Stopped):
        build(stories(), tmp_path, notify=notify)
    build(stories(), tmp_path)
    assert outputs(tmp_path) == expected


def test_story_that_is_gone_leaves_no_file(tmp_path: Path) -> None:
    build(stories(), tmp_path)
    build(stories()[:1], tmp_path)
    alone = tmp_path / "alone"
    build(stories()[:1], alone)
    shutil.move(alone, tmp_path.parent / "alone")
    assert outputs(tmp_path) == outputs(tmp_path.parent / "alone")
