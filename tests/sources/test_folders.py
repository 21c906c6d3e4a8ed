"""Which files are found, and what is said of the rest."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from semeja.records.article import Rejected
from semeja.sources.folders import Found, find

Tree = Callable[..., Path]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """Make files (`a/b.txt`) and links (`a/c -> ..`) and stand in their folder."""
    monkeypatch.chdir(tmp_path)

    def make(*entries: str) -> Path:
        for entry in entries:
            name, _, target = entry.partition(" -> ")
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            if target:
                Path(name).symlink_to(target)
            else:
                Path(name).write_text("Kata Menteri.")
        return tmp_path

    return make


def seen(found: Iterator[Found | Rejected]) -> list[str]:
    """Sources in order, a rejection with its reason."""
    return [one.source if isinstance(one, Found) else f"{one.source}: {one.reason}" for one in found]


def test_folders_are_walked_in_code_point_order(tree: Tree) -> None:
    tree("in/b.txt", "in/B.md", "in/a/z.html", "in/a/é.json", "in/c.jsonl.gz", "in/d.TXT.GZ", "in/e.htm")
    assert seen(find(["in"])) == [
        "in/B.md", "in/a/z.html", "in/a/é.json", "in/b.txt", "in/c.jsonl.gz", "in/d.TXT.GZ", "in/e.htm",
    ]  # fmt: skip


def test_unknown_kinds_are_told_and_dotted_names_are_left_out(tree: Tree) -> None:
    tree("in/a.txt", "in/b.pdf", "in/README", "in/.hidden.txt", "in/.git/c.txt", "in/d.tar.gz")
    assert seen(find(["in"])) == ["in/README: unknown_kind", "in/a.txt", "in/b.pdf: unknown_kind",
                                  "in/d.tar.gz: unknown_kind"]  # fmt: skip


def test_a_dotted_name_that_is_asked_for_is_read(tree: Tree) -> None:
    tree("in/.hidden.txt")
    assert seen(find(["in/.hidden.txt"])) == ["in/.hidden.txt"]


def test_the_order_and_repetition_of_arguments_change_nothing(tree: Tree) -> None:
    tree("in/a.txt", "in/sub/b.txt", "c.txt")
    wanted = ["c.txt", "in/a.txt", "in/sub/b.txt"]
    for paths in (["in", "c.txt"], ["c.txt", "in"], ["./in", "in", "in/sub", "c.txt"], ["in/sub/b.txt", "c.txt", "in"]):
        assert sorted(seen(find(paths))) == wanted


LOOPS = [
    (["in/a.txt", "in/loop -> ."], ["in/a.txt", "in/loop: folder_loop"]),
    (["in/a.txt", "in/sub/up -> .."], ["in/a.txt", "in/sub/up: folder_loop"]),
    (["in/a/x.txt", "in/b -> a"], ["in/a/x.txt", "in/b: folder_loop"]),
    (["in/a/x.txt", "in/a/y -> ../b", "in/b/z -> ../a"], ["in/a/x.txt", "in/a/y/z: folder_loop", "in/b: folder_loop"]),
    (["in/self -> self"], ["in/self: unreadable"]),
    (["in/gone.txt -> nowhere"], ["in/gone.txt: unreadable"]),
    (["in/a.txt", "in/b.txt -> a.txt"], ["in/a.txt", "in/b.txt"]),
]


@pytest.mark.parametrize(("entries", "wanted"), LOOPS)
def test_links_are_followed_and_loops_are_told_once(tree: Tree, entries: list[str], wanted: list[str]) -> None:
    tree(*entries)
    assert seen(find(["in"])) == wanted


def test_a_path_that_is_not_there_is_told(tree: Tree) -> None:
    tree("a.txt")
    assert seen(find(["a.txt", "b.txt", "folder"])) == ["a.txt", "b.txt: unreadable", "folder: unreadable"]


def test_what_an_earlier_run_wrote_is_no_input(tree: Tree) -> None:
    tree("in/a.txt", "in/out/index.html")
    assert seen(find(["in"], skip=["in/out", "not/there"])) == ["in/a.txt"]
    assert seen(find(["in/out"], skip=["in/out"])) == ["in/out: folder_loop"]


def test_a_pipe_is_not_opened(tree: Tree) -> None:
    tree("in/a.txt")
    os.mkfifo("in/pipe.txt")
    assert seen(find(["in"])) == ["in/a.txt", "in/pipe.txt: unreadable"]


def test_a_name_that_is_no_utf8_is_kept_apart(tree: Tree) -> None:
    folder = tree("in/a.txt") / "in"
    for name in (b"\xff.txt", b"\xfe.txt"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text("Kata.")
    assert seen(find(["in"])) == ["in/a.txt", "in/\\xfe.txt", "in/\\xff.txt"]


def test_a_very_deep_folder_is_walked(tree: Tree) -> None:
    deep = "in/" + "d/" * 300
    tree(f"{deep}a.txt")
    assert seen(find(["in"])) == [f"{deep}a.txt"]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the system can enter, which those of pytest are not."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def without_rights() -> Iterator[Callable[[], None]]:
    """Become a user who owns nothing, where the tests run as root."""
    yield lambda: os.seteuid(65534) if os.geteuid() == 0 else None
    os.seteuid(os.getuid())


def test_a_folder_without_rights_is_told(open_folder: Path, without_rights: Callable[[], None]) -> None:
    (open_folder / "closed").mkdir(mode=0)
    without_rights()
    (found,) = find([open_folder])
    assert isinstance(found, Rejected)
    assert found.source == f"{open_folder}/closed"
    assert (found.reason, found.detail) == ("unreadable", "the system does not let it be read: Permission denied")
