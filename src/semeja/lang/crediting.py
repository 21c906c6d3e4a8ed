"""What a language fills in so that `read` knows marks of provenance and correction."""

import msgspec


class CreditingTables(msgspec.Struct, frozen=True):
    """Tables of one language: marks of provenance and correction."""

    code: str


def load(code: str) -> CreditingTables:
    """The tables of the language `code` (`id`, `en`, …), from its data files."""
    return CreditingTables(code=code)
