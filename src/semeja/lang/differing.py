"""The words by which two reports of one thing differ: all or some of it, done or ahead, counted or wanted."""

from collections.abc import Mapping
from functools import cache

import msgspec

from semeja.lang.pack import CODES
from semeja.lang.table import read_table

NONE: frozenset[str] = frozenset()


class DifferingTables(msgspec.Struct, frozen=True):
    """Case-folded words by group (`every`, `some`, `ahead`, `planned`, `possible`, `bound`, `done`, `denied`,
    `similar`, `wanted`, `revised`, `turned`, `former`, `since`, `postponed`)."""

    words: Mapping[str, frozenset[str]]

    def of(self, group: str) -> frozenset[str]:
        """The words of a group; none for a group that the language lacks."""
        return self.words.get(group, NONE)


@cache
def load(code: str | None) -> DifferingTables:
    """The table of the language `code`, from `differing.tsv`; empty for a language without a pack."""
    rows = read_table(code, "differing") if code in CODES and code else ()
    words: dict[str, frozenset[str]] = {}
    for group, cell in rows:
        words[group] = words.get(group, NONE) | frozenset(cell.split())
    return DifferingTables(words)
