"""Where the data sets of others lie, and how their files are opened.

They may not be republished, so they are no part of the project: they lie in `shared/data` beside a checkout, or they
don't.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.quality.cases import ROOT

DATA = ROOT.parent / "shared" / "data"


def text_of(path: Path) -> str:
    """The whole text of a file, unpacked where its name ends in `.gz`; UTF-8."""
    raw = path.read_bytes()
    return (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")


def records_of(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in text_of(path).splitlines() if line.strip()]


def blocks_of(path: Path) -> Iterator[list[list[str]]]:
    """The blocks of a tab-separated file, as lists of cells: a blank line ends a block, `#` lines are left out."""
    block: list[list[str]] = []
    for line in text_of(path).splitlines():
        if line.strip() and not line.startswith("#"):
            block.append(line.split("\t"))
        elif block and not line.strip():
            yield block
            block = []
    if block:
        yield block
