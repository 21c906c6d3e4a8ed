"""What a language fills in so that `read` knows cues of quotation and report."""

import msgspec


class QuotingTables(msgspec.Struct, frozen=True):
    """Tables of one language: cues of quotation and report."""

    code: str


def load(code: str) -> QuotingTables:
    """The tables of the language `code` (`id`, `en`, …), from its data files."""
    return QuotingTables(code=code)
