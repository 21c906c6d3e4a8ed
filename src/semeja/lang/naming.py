"""What a language fills in so that `read` knows names, titles, roles, pronouns."""

import msgspec


class NamingTables(msgspec.Struct, frozen=True):
    """Tables of one language: names, titles, roles, pronouns."""

    code: str


def load(code: str) -> NamingTables:
    """The tables of the language `code` (`id`, `en`, …), from its data files."""
    return NamingTables(code=code)
