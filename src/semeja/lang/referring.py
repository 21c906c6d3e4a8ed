"""What a language fills in so that `read` can tell that two mentions mean one character."""

from collections.abc import Mapping
from functools import cache

import msgspec

from semeja.lang.table import column, read_table

GROUPS = (
    *("demonstrative", "indefinite", "determiner", "many", "one", "collective", "copula", "called", "and", "clause"),
    *("of", "male", "female", "kin", "honorific", "spouse", "other", "opener", "possessive", "three", "person_object"),
)
KINDS = ("person", "organisation", "country", "place", "event", "thing")
OPEN = "nobody:"
HEAD_FIRST = frozenset({"id", "ms"})


class Weights(msgspec.Struct, frozen=True):
    """How much each answer about a chain counts, a column a question; `open`: for a pronoun that joins none."""

    described: tuple[tuple[float, ...], ...]
    open: tuple[tuple[float, ...], ...]


class ReferringTables(msgspec.Struct, frozen=True):
    """Tables of one language: the words that introduce, describe and point at characters.

    `lists`: the words and phrases of `referring.tsv` by group. `noun_kinds`: what kind of character a noun means.
    `head_first`: the noun opens its phrase (`film itu`), rather than closing it (`that film`).
    `prepositions`: what words of a preposition with a clitic begin with (`kepadanya`).
    `name_genders`: `female` or `male` by given name, for names that tell.
    """

    code: str
    lists: Mapping[str, frozenset[str]]
    noun_kinds: Mapping[str, str]
    head_first: bool
    prepositions: tuple[str, ...]
    name_genders: Mapping[str, str]


def load(code: str) -> ReferringTables:
    """The tables of the language `code` (`id`, `en`, …)."""
    kinds = {f"noun_{kind}": kind for kind in KINDS}
    return ReferringTables(
        code=code,
        lists={group: column(code, "referring", group) for group in GROUPS},
        noun_kinds={row[1]: kinds[row[0]] for row in read_table(code, "referring") if row[0] in kinds},
        head_first=code in HEAD_FIRST,
        name_genders={row[0]: row[1] for row in read_table("world", "name_genders")},
        prepositions=tuple(sorted(column(code, "referring", "preposition"))),
    )


@cache
def weights(by_hand: bool = False) -> Mapping[str, Weights]:
    """The weights of the ranking by sort of pronoun, learned or made by hand; its questions keep their order.

    They were learned on Indonesian, but ask for places in the sentence only, so all languages use them.
    """
    tables: dict[str, dict[str, list[float]]] = {}
    for sort, question, _, made, learned in read_table("world", "antecedent_weights"):
        tables.setdefault(sort, {}).setdefault(question, []).append(float(made if by_hand else learned))
    return {
        sort: Weights(
            tuple(tuple(column) for question, column in columns.items() if not question.startswith(OPEN)),
            tuple(tuple(column) for question, column in columns.items() if question.startswith(OPEN)),
        )
        for sort, columns in tables.items()
    }
