"""What a language fills in so that `read` knows event frames and scope operators."""

import msgspec


class CodingTables(msgspec.Struct, frozen=True):
    """Tables of one language: event frames and scope operators."""

    code: str


def load(code: str) -> CodingTables:
    """The tables of the language `code` (`id`, `en`, …), from its data files."""
    return CodingTables(code=code)
