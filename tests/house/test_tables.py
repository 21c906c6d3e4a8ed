"""Every word list says where it comes from, and no language is a copy of another."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from semeja.lang.pack import CODES
from semeja.lang.table import HEAD_KEYS, read_head, read_table

LICENCES = ("Apache-2.0", "MIT", "Unicode-3.0", "CC0-1.0", "CC-BY-3.0", "CC-BY-4.0")
"""What a shipped list may be under (SPDX names): open and for any use, so that all can be passed on together."""

LANG = Path(__file__).resolve().parents[2] / "src" / "semeja" / "lang"
TABLES = [(path.parents[1].name, path.stem) for path in sorted(LANG.glob("*/data/*.tsv"))]


def shared_tables() -> Iterator[tuple[str, str, str]]:
    """Pairs of languages with the name of a table that both have."""
    names = {code: {name for own, name in TABLES if own == code} for code in CODES}
    for one, other in combinations(CODES, 2):
        for name in sorted(names[one] & names[other]):
            yield one, other, name


@pytest.mark.parametrize(("code", "name"), TABLES)
def test_a_table_has_its_head(code: str, name: str) -> None:
    head = read_head(code, name)
    assert [key for key in HEAD_KEYS if not head.get(key)] == []
    assert head["licence"].startswith(LICENCES)
    date.fromisoformat(head["date"])


@pytest.mark.parametrize(("code", "name"), TABLES)
def test_a_table_has_rows_and_none_twice(code: str, name: str) -> None:
    rows = read_table(code, name)
    assert rows
    assert [row for row, count in Counter(rows).items() if count > 1] == []


@pytest.mark.parametrize(("one", "other", "name"), list(shared_tables()))
def test_no_table_is_that_of_another_language(one: str, other: str, name: str) -> None:
    """A pack that started as a copy shows here until somebody has filled it."""
    assert read_table(one, name) != read_table(other, name)


@pytest.mark.parametrize("code", CODES)
def test_a_language_has_its_folder(code: str) -> None:
    assert (LANG / code / "data").is_dir()
    assert (LANG / code / "SOURCES.md").is_file()
