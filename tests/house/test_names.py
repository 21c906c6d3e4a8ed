"""What files are called, and what no file of the project holds."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

DRAWERS = frozenset(("utils", "util", "helpers", "helper", "misc", "common", "settings", "stuff", "tools"))
"""Names that say nothing of what is inside."""

UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E)\b")

MACHINE_PATH = re.compile(r"(?<![\w.:/}~*-])/(?:wor[k]|hom[e]|roo[t])/")
"""A path that exists on one machine only."""

REGISTRY = re.compile(r"pypi\.(?:org|python)|python[h]osted|--(?:extra-)?index[-]url|[a]rtifactory|registry\.npm[j]s")
"""An address from which packages are installed: that is the business of who installs."""


def texts(project: Iterable[Path]) -> Iterable[tuple[Path, str]]:
    """The files that are text, with their text."""
    for path in project:
        try:
            yield path, (ROOT / path).read_text("utf-8")
        except UnicodeDecodeError:
            continue


def test_a_name_says_what_is_inside(project: tuple[Path, ...]) -> None:
    named = {part for path in project for part in (*path.parts[:-1], path.stem)}
    assert sorted(named & DRAWERS) == []


@pytest.mark.parametrize("pattern", [UNFINISHED, MACHINE_PATH, REGISTRY], ids=["unfinished", "machine", "registry"])
def test_no_file_holds(pattern: re.Pattern[str], project: tuple[Path, ...]) -> None:
    found = [
        f"{path}:{number}: {line.strip()[:80]}"
        for path, text in texts(project)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("pattern", "line", "held"),
    [
        (UNFINISHED, "# TO" + "DO: later", True),
        (UNFINISHED, "metodologi", False),
        (MACHINE_PATH, "cd /ho" + "me/somebody/semeja", True),
        (MACHINE_PATH, "https://example.org/ho" + "me/page", False),
        (REGISTRY, "pip install --index" + "-url https://mirror", True),
        (REGISTRY, "pip install semeja", False),
    ],
)
def test_the_patterns_see_what_they_should(pattern: re.Pattern[str], line: str, held: bool) -> None:
    assert bool(pattern.search(line)) is held
