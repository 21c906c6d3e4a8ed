"""What stands right of a predicate: its objects by preposition, and its complement."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from semeja.read.events.items import CLAUSE_LINKS, Item
from semeja.read.events.predicates import Predicate

_FAR: Final = 28
_ENDING: Final = CLAUSE_LINKS | {"copula"}


class Argument(NamedTuple):
    """A mention right of a predicate: its item, its preposition's item (-1: none), how many nouns stand before it."""

    at: int
    preposition: int
    gap: int


def arguments_of(items: Sequence[Item], after: int) -> tuple[Argument, ...]:
    """Mentions after item `after`, up to the next predicate, link, comma or mark."""
    found: list[Argument] = []
    preposition, gap = -1, 0
    for at in range(after + 1, min(len(items), after + _FAR)):
        item = items[at]
        kind = item.kind
        if kind == "mention":
            found.append(Argument(at, preposition, gap))
            gap = 0
        elif kind == "other":
            gap += 1
        elif kind == "comma" or kind == "stop":
            break
        elif kind == "word":
            word, roles = item.word, item.word.roles
            if "partitive" in roles:
                gap += 1
            elif "prep" in roles and "that" not in roles:
                preposition, gap = at, 0
            elif word.verbal or not roles.isdisjoint(_ENDING):
                break
            elif word.senses:
                gap += 1
    return tuple(found)


def child_of(found: Sequence[Predicate], index: int) -> int:
    """The first predicate in the complement of `found[index]`; -1: none."""
    for other in range(index + 1, len(found)):
        one = found[other]
        if one.parent == index and one.relation == "complement":
            return other
    return -1
