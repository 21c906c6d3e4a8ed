"""The store in one file when the file, the disk or another process does not play along."""

import hashlib
import os
import pickle
import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from semeja.errors import OutputError, SemejaError, StoreBusy, StoreDamaged, StoreTooNew
from semeja.records.article import Article, Raw
from semeja.store.sqlite import FILE, SqliteStore


def came(number: int) -> tuple[Raw, Article]:
    """An input of some size and its article."""
    text = f"Kata {number}: " + "".join(random.Random(number).choices("abcdefghij klmno", k=2_000))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Raw(f"{number}.txt", "text", text.encode(), digest), Article(
        f"a{digest[:12]}", f"{number}.txt", text, digest
    )


def fill(folder: Path, count: int) -> None:
    with SqliteStore(folder) as store:
        for number in range(count):
            store.add(*came(number), "maker")
        store.put_cached("dossier", "d", b"body" * 500)


def test_another_process_that_writes_is_told(tmp_path: Path) -> None:
    fill(tmp_path, 1)
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    try:
        with SqliteStore(tmp_path, busy_seconds=0) as store:
            other.execute("BEGIN IMMEDIATE")
            assert len(store.article_ids()) == 1
            with pytest.raises(StoreBusy, match="in use"):
                store.add(*came(2), "maker")
            other.execute("ROLLBACK")
            store.add(*came(2), "maker")
            assert len(store.article_ids()) == 2
    finally:
        other.close()


def test_two_stores_may_add_in_turn(tmp_path: Path) -> None:
    with SqliteStore(tmp_path) as one, SqliteStore(tmp_path) as two:
        for number in range(20):
            (one if number % 2 else two).add(*came(number), "maker")
        assert one.account() == two.account()
        assert one.account().stored == 20


def test_a_later_schema_is_refused(tmp_path: Path) -> None:
    fill(tmp_path, 1)
    later = sqlite3.connect(tmp_path / FILE)
    later.execute("PRAGMA user_version = 99")
    later.close()
    with pytest.raises(StoreTooNew, match="99") as caught:
        SqliteStore(tmp_path)
    assert caught.value.advice


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"Kata Menteri. " * 1000)
    with pytest.raises(StoreDamaged) as caught:
        SqliteStore(tmp_path)
    assert caught.value.advice


def answers(folder: Path) -> list[object]:
    """All that a store says, up to and including what it complains of."""
    said: list[object] = []
    try:
        with SqliteStore(folder) as store:
            said += [*store.articles(), store.account(), store.cached("dossier", "d"), *store.verify()]
    except SemejaError as error:
        said.append(type(error))
    return said


def test_a_flipped_bit_is_never_a_silent_wrong_answer(tmp_path: Path) -> None:
    fill(tmp_path / "good", 12)
    with SqliteStore(tmp_path / "good") as store:
        store.settle()
    whole = (tmp_path / "good" / FILE).read_bytes()
    wanted = answers(tmp_path / "good")
    chance = random.Random(7)
    silent = []
    for _ in range(300):
        place = chance.randrange(len(whole))
        damaged = bytearray(whole)
        damaged[place] ^= 1 << chance.randrange(8)
        folder = tmp_path / "bad"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        (folder / FILE).write_bytes(damaged)
        said = answers(folder)
        if said != wanted and not any(isinstance(one, str | type) for one in said):
            silent.append(place)
    assert silent == []


@pytest.mark.parametrize("kept", [0.0, 0.3, 0.9])
def test_a_truncated_file_is_never_a_silent_wrong_answer(tmp_path: Path, kept: float) -> None:
    fill(tmp_path, 30)
    with SqliteStore(tmp_path) as store:
        store.settle()
    file = tmp_path / FILE
    os.truncate(file, int(file.stat().st_size * kept))
    said = answers(tmp_path)
    assert kept == 0.0 or any(isinstance(one, str | type) for one in said)


def test_a_folder_that_can_not_be_made_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError) as caught:
        SqliteStore(tmp_path / "file" / "project")
    assert (type(caught.value), caught.value.exit_code) == (OutputError, 73)


def become_nobody() -> None:
    """Where the tests run as root, to whom nothing is forbidden."""
    if os.geteuid() == 0:
        os.seteuid(65534)


def test_a_project_that_may_not_be_written_is_an_output_error() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder, 1)
        folder.chmod(0o555)
        (folder / FILE).chmod(0o444)
        become_nobody()
        with pytest.raises(OutputError) as caught:
            SqliteStore(folder)
        os.seteuid(os.getuid())
    assert (type(caught.value), caught.value.exit_code) == (OutputError, 73)
    assert caught.value.advice


ADD = """
import pickle, sys
from pathlib import Path
from semeja.store.sqlite import SqliteStore

with SqliteStore(Path(sys.argv[1])) as store:
    for raw, article in pickle.load(sys.stdin.buffer):
        store.add(raw, article, "maker")
        print(article.id, flush=True)
    while True:
        pass
"""


@pytest.mark.parametrize("added", [1, 7, 40])
def test_a_process_that_is_killed_loses_nothing_that_was_added(tmp_path: Path, added: int) -> None:
    command = [sys.executable, "-c", ADD, str(tmp_path)]
    running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert running.stdin is not None
    assert running.stdout is not None
    pickle.dump([came(number) for number in range(40)], running.stdin)
    running.stdin.close()
    told = [running.stdout.readline().decode().strip() for _ in range(added)]
    running.kill()
    told += running.stdout.read().decode().split()
    running.stdout.close()
    running.wait()
    with SqliteStore(tmp_path) as store:
        assert set(told) <= set(store.article_ids())
        assert list(store.verify()) == []
        for number in range(40):
            store.add(*came(number), "maker")
        assert store.account().stored == 40


FILL = """
import pickle, sys
from pathlib import Path
from semeja.errors import DiskFull
from semeja.store.files import write_atomically
from semeja.store.sqlite import SqliteStore

inputs, folder = pickle.load(sys.stdin.buffer), Path(sys.argv[1])
if len(sys.argv) > 2:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
ballast = folder / "ballast"
ballast.write_bytes(bytes(500_000))
added = []
try:
    with SqliteStore(folder) as store:
        for raw, article in inputs:
            store.add(raw, article, "maker")
            added.append(article.id)
except DiskFull as error:
    print(error.exit_code, bool(error.advice))
try:
    write_atomically(folder / "report.html", bytes(5_000_000))
except DiskFull as error:
    print(error.exit_code, bool(error.advice), (folder / "report.html").exists(), list(folder.glob(".*.part")))
ballast.unlink()
if len(sys.argv) > 2:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with SqliteStore(folder) as store:
    print(bool(added), set(added) <= set(store.article_ids()), list(store.verify()))
    store.add(*inputs[-1], "maker")
    print(inputs[-1][1].id in store.article_ids())
"""

SMALL_DISK = 'mount -t tmpfs -o size=2m none "$0" && exec "$@"'


def fill_disk(folder: Path, limited_by: str) -> str:
    """What the program above says on a disk of 2 MB, or with a limit of that size on each file."""
    command = [sys.executable, "-c", FILL, str(folder)]
    if limited_by == "disk":
        command = ["unshare", "-Urm", "sh", "-c", SMALL_DISK, str(folder), *command]
    else:
        command.append("1500000")
    inputs = pickle.dumps([came(number) for number in range(2_000)])
    done = subprocess.run(command, input=inputs, capture_output=True, check=False)
    return (done.stdout + done.stderr).decode()


def small_disks() -> bool:
    """Whether this system lets us mount one."""
    if shutil.which("unshare") is None:
        return False
    with TemporaryDirectory() as folder:
        command = ["unshare", "-Urm", "sh", "-c", SMALL_DISK, folder, "true"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")
@pytest.mark.parametrize("limited_by", ["disk", "file size"])
def test_a_full_disk_loses_nothing_that_was_added(tmp_path: Path, limited_by: str) -> None:
    if limited_by == "disk" and not small_disks():
        pytest.skip("this system lets no user mount a disk; the limit on file size stands for it")
    said = fill_disk(tmp_path, limited_by)
    assert said == "74 True\n74 True False []\nTrue True []\nTrue\n"
