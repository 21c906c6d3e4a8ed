"""Bad input is refused with a reason, the rest goes on, nothing is lost, and nobody sees a traceback."""

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

GOOD = (
    "Jembatan Baru di Kota Laras Dibuka\n\n"
    "KOTA LARAS - Wali Kota Laras Surya Pratama mengatakan jembatan itu dibuka pada Senin (3/6/2024).\n\n"
    '"Warga sudah lama menunggu," kata Surya.\n'
)
CYCLE = 300
"""Seconds after which a command counts as hanging; none of these takes more than a few."""


def semeja(*arguments: str, stdin: bytes = b"", **options: object) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "semeja", *arguments], input=stdin, capture_output=True, timeout=CYCLE, **options
    )  # type: ignore[call-overload]
    text = subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in text.stderr
    assert "mistake in semeja" not in text.stderr
    return text


def built(folder: Path, out: Path, *more: str) -> dict[str, object]:
    """The JSON result of a build that must end well."""
    done = semeja("build", str(folder), "-o", str(out), "--json", *more)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


BAD: dict[str, tuple[str, bytes]] = {
    "empty": ("empty.txt", b""),
    "blank": ("blank.txt", b" \n\t\n"),
    "binary": ("picture.txt", bytes(range(256)) * 40),
    "no letter": ("marks.txt", b"... --- ..."),
    "unknown kind": ("report.pdf", b"%PDF-1.7"),
    "broken json": ("broken.json", b'{"text": "abc'),
    "json without text": ("empty.json", b'{"title": "Judul"}'),
    "json of a wrong type": ("number.json", b'{"text": 5}'),
    "cut gzip": ("cut.txt.gz", gzip.compress(GOOD.encode() * 50)[:-30]),
    "gzip bomb": ("bomb.txt.gz", gzip.compress(b"a" * 200_000_000)),
    "no gzip": ("no.txt.gz", b"this is no gzip"),
    "20 MB line": ("line.txt", b"kata " * 4_000_000),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_file_is_refused_and_the_good_one_is_read(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, "utf-8")
    file, body = BAD[name]
    (folder / file).write_bytes(body)
    result = built(folder, tmp_path / "out")
    account = result["account"]
    assert isinstance(account, dict)
    assert account["inputs"] == 2
    assert account["stored"] == 1
    assert [Path(one["source"]).name for one in account["rejected"]] == [file]
    assert all(one["reason"] and one["stage"] for one in account["rejected"])


READABLE: dict[str, bytes] = {
    "windows-1252": GOOD.replace("Laras", "Larás “baru”").encode("cp1252"),
    "utf-16 with mark": GOOD.encode("utf-16"),
    "utf-16 without mark": GOOD.encode("utf-16-le"),
    "utf-8 with mark": b"\xef\xbb\xbf" + GOOD.encode(),
    "nul inside": GOOD.replace("jembatan", "jem\0batan").encode(),
    "quotation marks": (GOOD + '"' * 10_000 + "“" * 10_000).encode(),
    "windows line ends": GOOD.replace("\n", "\r\n").encode(),
}


@pytest.mark.parametrize("name", sorted(READABLE))
def test_odd_text_is_read_or_refused_but_never_lost(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD + "\nLain.\n", "utf-8")
    (folder / "odd.txt").write_bytes(READABLE[name])
    account = built(folder, tmp_path / "out")["account"]
    assert isinstance(account, dict)
    assert account["inputs"] == 2 == account["stored"] + account["duplicates"] + len(account["rejected"])
    verified = semeja("verify", str(tmp_path / "out"))
    assert verified.returncode == 0, verified.stderr


def test_lone_surrogate_in_json_does_no_harm(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps({"text": GOOD}).replace("Warga", "War\\ud800ga"), "utf-8")
    account = built(folder, tmp_path / "out")["account"]
    assert isinstance(account, dict)
    assert account["inputs"] == account["stored"] + len(account["rejected"])


@pytest.mark.parametrize(
    "body",
    [
        "<html><body>" + "<div>" * 100_000 + GOOD + "</div>" * 100_000 + "</body></html>",
        "<html><body>" + "<p><a href=x>tautan</a></p>" * 100_000 + "</body></html>",
        "<html",
        "<html><body></body></html>",
    ],
    ids=["100,000 nested tags", "100,000 links", "cut tag", "empty page"],
)
def test_hostile_page_ends_in_time(body: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, "utf-8")
    (folder / "page.html").write_text(body, "utf-8")
    account = built(folder, tmp_path / "out")["account"]
    assert isinstance(account, dict)
    assert account["inputs"] == 2 == account["stored"] + len(account["rejected"])
    assert account["stored"] >= 1


def test_folder_that_leads_into_itself_is_read_once(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, "utf-8")
    (folder / "again").symlink_to(folder, target_is_directory=True)
    account = built(folder, tmp_path / "out")["account"]
    assert isinstance(account, dict)
    assert account["stored"] == 1
    assert [one["reason"] for one in account["rejected"]] == ["folder_loop"]


@pytest.mark.parametrize("paths", [["missing.txt"], ["empty-folder"]])
def test_no_article_at_all_is_said_and_has_its_exit_code(paths: list[str], tmp_path: Path) -> None:
    (tmp_path / "empty-folder").mkdir()
    done = semeja("build", *paths, "-o", "out", cwd=tmp_path)
    assert done.returncode == 65
    assert "no article could be read" in done.stderr


def test_strict_turns_a_rejection_into_an_exit_code(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    (tmp_path / "bad.txt").write_bytes(b"")
    paths = [str(tmp_path / "good.txt"), str(tmp_path / "bad.txt")]
    assert semeja("build", *paths, "-o", str(tmp_path / "out")).returncode == 0
    assert semeja("build", *paths, "-o", str(tmp_path / "out"), "--strict").returncode == 1


WITHOUT_ROOT = """
import os, sys, tempfile
from pathlib import Path
from semeja.cli import semeja
from semeja.cli.guard import run_guarded
warm, *arguments = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:  # loads all that is needed while it may still be read
    run_guarded(semeja, ["build", warm, "-o", folder, "-q"])
    run_guarded(semeja, ["build", warm, "-o", folder, "--json", "-q"])
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
sys.exit(run_guarded(semeja, arguments))
"""


def semeja_without_root(good: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command by a user for whom permissions mean something."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_ROOT, str(good), *arguments], capture_output=True, timeout=CYCLE, check=False
    )
    text = subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in text.stderr
    assert "mistake in semeja" not in text.stderr
    return text


@pytest.fixture
def open_folder(tmp_path: Path) -> Path:
    """A folder that another user may enter and read."""
    for folder in (tmp_path, *tmp_path.parents[:3]):
        if folder != Path("/tmp") and folder.owner() == Path.home().owner():
            folder.chmod(0o755)
    return tmp_path


def _last_object(printed: str) -> dict[str, dict[str, list[dict[str, str]]]]:
    """The last of the JSON objects that were printed one after the other."""
    result: dict[str, dict[str, list[dict[str, str]]]] = json.loads("{" + printed.rpartition("\n{")[2])
    return result


def test_unreadable_file_is_refused(open_folder: Path) -> None:
    folder, out = open_folder / "in", open_folder / "out"
    folder.mkdir()
    out.mkdir(mode=0o777)
    out.chmod(0o777)
    (folder / "good.txt").write_text(GOOD, "utf-8")
    (folder / "secret.txt").write_text(GOOD + "rahasia", "utf-8")
    (folder / "secret.txt").chmod(0)
    done = semeja_without_root(folder / "good.txt", "build", str(folder), "-o", str(out), "--json")
    assert done.returncode == 0, done.stderr
    assert [one["reason"] for one in _last_object(done.stdout)["account"]["rejected"]] == ["unreadable"]


def test_output_folder_that_may_not_be_written_is_said(open_folder: Path) -> None:
    (open_folder / "good.txt").write_text(GOOD, "utf-8")
    out = open_folder / "out"
    out.mkdir(mode=0o555)
    done = semeja_without_root(open_folder / "good.txt", "build", str(open_folder / "good.txt"), "-o", str(out))
    assert done.returncode == 73
    assert str(out) in done.stderr


def test_output_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    (tmp_path / "out").write_text("in the way", "utf-8")
    done = semeja("build", str(tmp_path / "good.txt"), "-o", str(tmp_path / "out"))
    assert done.returncode == 73
    assert (tmp_path / "out").read_text("utf-8") == "in the way"


@pytest.fixture
def small_disk(tmp_path: Path) -> Callable[[list[str]], subprocess.CompletedProcess[str]]:
    """Runs a command with a disk of 300 kB mounted at `tmp_path/disk`, in a mount space of its own."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = f'mount -t tmpfs -o size=300k none {disk} && exec "$@"'
    probe = ["unshare", "-rm", "sh", "-c", mount, "sh"]
    if subprocess.run([*probe, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine does not allow a mount space of one's own")

    def run(arguments: list[str]) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [*probe, sys.executable, "-m", "semeja", *arguments], capture_output=True, timeout=CYCLE, check=False
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


def test_full_disk_is_said_with_what_to_do(
    small_disk: Callable[[list[str]], subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text(GOOD.replace("3/6", f"{number % 28 + 1}/6") * 20, "utf-8")
    done = small_disk(["build", str(folder), "-o", str(tmp_path / "disk" / "out")])
    assert done.returncode == 74, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") >= 2


def test_standard_input_is_read(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"text": GOOD + str(number)}) for number in range(3)) + "\nno json\n"
    done = semeja("build", "-", "-o", str(tmp_path / "out"), "--json", stdin=lines.encode())
    assert done.returncode == 0, done.stderr
    account = json.loads(done.stdout)["account"]
    assert (account["inputs"], account["stored"], len(account["rejected"])) == (4, 3, 1)
