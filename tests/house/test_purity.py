"""Below `run.py` nothing depends on the clock, on chance, on the environment, on the network or on what ran before."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from semeja.lang.pack import CODES

ABOVE = frozenset(("cli", "web", "__main__.py", "__init__.py", "project.py", "run"))
"""What stands at or above `run.py` may look at the world and hands what it saw down as arguments."""

NEVER = frozenset(
    ("time", "random", "secrets", "uuid", "socket", "ssl", "http", "ftplib", "smtplib", "asyncio", "requests", "locale")
) | {"urllib.request", "urllib.error"}
"""Modules of the clock, of chance and of the network, and the one whose answers depend on the user's language."""

MACHINE = frozenset(
    ("os", "sys", "subprocess", "multiprocessing", "threading", "concurrent", "signal", "resource", "sqlite3", "shutil")
) | {"tempfile", "pathlib", "platform", "ctypes"}
"""Modules that reach the machine. Rooms that only think have no use for them."""

REACHES: Mapping[str, frozenset[str]] = {
    # Opens what the user names, and reads pages in a process of its own with limits on it.
    "sources": frozenset(("os", "sys", "pathlib", "concurrent", "threading", "subprocess", "signal", "resource")),
    # Keeps the database and the raw bytes.
    "store": frozenset(("os", "pathlib", "sqlite3", "shutil", "tempfile")),
    # Starts the worker processes, and ends them with their parent.
    "engine": frozenset(("os", "sys", "multiprocessing", "concurrent", "signal", "threading")),
    # `python -m semeja.dossier.write_schema FILE` writes the schema.
    "dossier": frozenset(("sys", "pathlib")),
}
"""The allow-list: the rooms that may reach the machine, and by what. Every other room: not at all."""

MOMENTS = frozenset(("now", "today", "utcnow"))
SURROUNDINGS = frozenset(("environ", "environb", "getenv", "urandom", "getlogin", "cpu_count"))


def below(trees: Mapping[Path, ast.Module]) -> Iterator[tuple[Path, ast.AST]]:
    """Every node of every module below `run.py`."""
    for path, tree in trees.items():
        if path.parts[0] not in ABOVE:
            for node in ast.walk(tree):
                yield path, node


def imported(node: ast.AST) -> list[str]:
    """Full names that an import statement brings in."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []


def impurity(node: ast.AST) -> str | None:
    """What a node does that a pure function can't, else None."""
    if names := NEVER.intersection((*imported(node), *(name.split(".")[0] for name in imported(node)))):
        return f"imports {min(names)}"
    if isinstance(node, ast.Attribute) and node.attr in MOMENTS | SURROUNDINGS:
        return f"reads {ast.unparse(node)}"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("hash", "input"):
        return f"calls {node.func.id}()"
    return "has global state" if isinstance(node, ast.Global) else None


def asks_language(node: ast.AST) -> bool:
    """Whether a node compares something with a language code, or looks it up in a table of codes."""
    if isinstance(node, ast.Compare):
        return any(
            isinstance(one, ast.Constant) and one.value in CODES for side in _sides(node) for one in _parts(side)
        )
    if isinstance(node, ast.MatchValue):
        return isinstance(node.value, ast.Constant) and node.value.value in CODES
    if isinstance(node, ast.Dict):
        keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
        return bool(keys) and set(keys) <= set(CODES)
    return False


def _sides(node: ast.Compare) -> list[ast.expr]:
    return [node.left, *node.comparators]


def _parts(side: ast.expr) -> list[ast.expr]:
    return side.elts if isinstance(side, ast.Tuple | ast.List | ast.Set) else [side]


def test_nothing_below_run_is_impure(trees: Mapping[Path, ast.Module]) -> None:
    found = [f"{path}:{getattr(node, 'lineno', 0)} {what}" for path, node in below(trees) if (what := impurity(node))]
    assert found == []


def test_only_the_allowed_rooms_reach_the_machine(trees: Mapping[Path, ast.Module]) -> None:
    found = [
        f"{path}:{getattr(node, 'lineno', 0)} imports {name}"
        for path, node in below(trees)
        for name in imported(node)
        if name in MACHINE - REACHES.get(path.parts[0], frozenset())
    ]
    assert found == []


def test_only_lang_asks_which_language_it_is(trees: Mapping[Path, ast.Module]) -> None:
    """`dossier` and `cli` choose the language of their own labels; nothing else may ask."""
    rooms = ("lang", "dossier", "cli")
    found = [
        f"{path}:{getattr(node, 'lineno', 0)} {ast.unparse(node)}"
        for path, tree in trees.items()
        if path.parts[0] not in rooms
        for node in ast.walk(tree)
        if asks_language(node)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "impure"),
    [
        ("import time", True),
        ("from urllib.request import urlopen", True),
        ("from urllib import request", True),
        ("from urllib.parse import urlsplit", False),
        ("from datetime import date", False),
        ("datetime.now()", True),
        ("os.environ['HOME']", True),
        ("hash(word)", True),
        ("digest(word)", False),
        ("def f():\n    global cache", True),
    ],
)
def test_impurity_is_seen(code: str, impure: bool) -> None:
    assert any(impurity(node) for node in ast.walk(ast.parse(code))) is impure


@pytest.mark.parametrize(
    ("code", "asks"),
    [
        ("language == 'id'", True),
        ("'en' != language", True),
        ("code in ('id', 'en')", True),
        ("{'id': 1, 'en': 2}[code]", True),
        ("{'id': article.id, 'text': article.text}", False),
        ("fields.get('id')", False),
    ],
)
def test_asking_for_the_language_is_seen(code: str, asks: bool) -> None:
    assert any(asks_language(node) for node in ast.walk(ast.parse(code))) is asks
