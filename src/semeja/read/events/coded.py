"""A sentence under coding, and a predicate with the frame that it codes."""

from collections.abc import Sequence

import msgspec

from semeja.lang.coding import CodingTables, Frame
from semeja.read.events.arguments import Argument
from semeja.read.events.clauses import Predicate
from semeja.read.events.items import Item


class Coded(msgspec.Struct, gc=False):
    """A predicate with the frame that it codes. `trigger_at`: the item of the trigger, be it the verb or its noun.

    `passive`: the subject is the one it is done to. `last`: last item of the trigger; `end`: last item of the content.
    `reversed`: the subject gets what the noun names (`menerima bantuan`). `given`: the item of the one who gets it
    from the subject, where that stands between verb and noun (-1: it does not).
    """

    frame: Frame
    voice: str
    clitic: bool
    passive: bool
    trigger_at: int
    last: int
    end: int
    arguments: tuple[Argument, ...]
    reversed: bool = False
    given: int = -1


class Sentencing(msgspec.Struct, gc=False):
    """What the tests look at: the items and predicates of a sentence and the word keys of the article.

    `kinds`, `roles`: of all items. `classes`: content classes of the stretches of items that were asked for;
    `conditions`: the if-clauses, once they are asked for.
    """

    tables: CodingTables
    items: Sequence[Item]
    found: Sequence[Predicate]
    keys: Sequence[str]
    title: bool
    said: bool
    kinds: frozenset[str]
    roles: frozenset[str]
    conditions: tuple[tuple[int, int], ...] | None = None
    classes: dict[tuple[int, int], frozenset[str]] = {}
