"""Small pages and what they state (`tests/golden/pages/metadata.tsv`)."""

from pathlib import Path

import msgspec
import pytest
from selectolax.lexbor import LexborHTMLParser

from semeja.sources.metadata import stated_by

TABLE = Path(__file__).parents[1] / "golden" / "pages" / "metadata.tsv"
ROWS = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
SCRIPT = '<script type="application/ld+json">'


def cells(row: str) -> tuple[str, str, dict[str, str]]:
    """What is tried, the page, the expected fields; the page may hold a tab itself."""
    parts = row.split("\t")
    start = next(
        place for place, part in enumerate(parts[2:], 2) if part.partition("=")[0] in {"title", "published", "author"}
    )
    return parts[0], with_scripts("\t".join(parts[1:start])), dict(part.split("=", 1) for part in parts[start:])


def with_scripts(page: str) -> str:
    """The page with its JSON, which follows an `L`, in a script element."""
    for opening in ("L{", "L["):
        place = page.find(opening)
        if place >= 0 and (place == 0 or page[place - 1] == ">"):
            end = json_end(page[place + 1 :])
            return f"{page[:place]}{SCRIPT}{page[place + 1 : place + 1 + end]}</script>{page[place + 1 + end :]}"
    return page


def json_end(text: str) -> int:
    """Where the JSON value at the start ends; no string of the table holds a bracket."""
    depth = 0
    for place, mark in enumerate(text):
        depth += (mark in "{[") - (mark in "}]")
        if depth == 0:
            return place + 1
    raise ValueError(text)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("\t")[0])
def test_a_page_states(row: str) -> None:
    _, page, expected = cells(row)
    stated = msgspec.structs.asdict(stated_by(LexborHTMLParser(page)))
    assert {name: value for name, value in stated.items() if value} == expected
