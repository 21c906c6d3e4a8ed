"""What the house tests look at: the files that belong to the project, and the package as syntax trees."""

import ast
from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "semeja"


@pytest.fixture(scope="session")
def project() -> tuple[Path, ...]:
    """Every file of the project, relative to its root: all but what `.gitignore` names and git's own folder."""
    ignored = [".git", *(line.rstrip("/") for line in (ROOT / ".gitignore").read_text("utf-8").split())]
    return tuple(path.relative_to(ROOT) for path in _files(ROOT, ignored))


@pytest.fixture(scope="session")
def trees() -> Mapping[Path, ast.Module]:
    """Every module of the package, relative to the package, as a syntax tree."""
    return {
        path.relative_to(PACKAGE): ast.parse(path.read_text("utf-8"), str(path))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def _files(folder: Path, ignored: list[str]) -> list[Path]:
    found = []
    for path in sorted(folder.iterdir()):
        if any(fnmatch(path.name, pattern) for pattern in ignored):
            continue
        found += _files(path, ignored) if path.is_dir() else [path]
    return found
