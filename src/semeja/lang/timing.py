"""What a language fills in so that `read` knows words and forms of time."""

import msgspec


class TimingTables(msgspec.Struct, frozen=True):
    """Tables of one language: words and forms of time."""

    code: str


def load(code: str) -> TimingTables:
    """The tables of the language `code` (`id`, `en`, …), from its data files."""
    return TimingTables(code=code)
