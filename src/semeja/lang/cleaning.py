"""What a language fills in so that `read` knows how page noise and furniture look."""

import msgspec


class CleaningTables(msgspec.Struct, frozen=True):
    """Tables of one language: how page noise and furniture look."""

    code: str


def load(code: str) -> CleaningTables:
    """The tables of the language `code` (`id`, `en`, …), from its data files."""
    return CleaningTables(code=code)
