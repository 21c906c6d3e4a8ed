"""What a language fills in so that `read` knows number words, units, things counted."""

import msgspec


class CountingTables(msgspec.Struct, frozen=True):
    """Tables of one language: number words, units, things counted."""

    code: str


def load(code: str) -> CountingTables:
    """The tables of the language `code` (`id`, `en`, …), from its data files."""
    return CountingTables(code=code)
