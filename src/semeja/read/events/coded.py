"""A sentence under coding, and a predicate with the frame that it codes."""

from collections.abc import Sequence

from semeja.lang.coding import CodingTables, Frame
from semeja.read.events.arguments import Argument
from semeja.read.events.items import Item
from semeja.read.events.predicates import Predicate


class Coded:
    """A predicate with the frame that it codes. `trigger_at`: the item of the trigger, be it the verb or its noun.

    `passive`: the subject is the one it is done to. `last`: last item of the trigger; `end`: last item of the content.
    `reversed`: the subject gets what the noun names (`menerima bantuan`). `given`: the item of the one who gets it
    from the subject, where that stands between verb and noun (-1: it does not).
    """

    def __init__(
        self,
        frame: Frame,
        voice: str,
        clitic: bool,
        passive: bool,
        trigger_at: int,
        last: int,
        end: int,
        arguments: tuple[Argument, ...],
        reversed: bool = False,
        given: int = -1,
    ) -> None:
        self.frame = frame
        self.voice = voice
        self.clitic = clitic
        self.passive = passive
        self.trigger_at = trigger_at
        self.last = last
        self.end = end
        self.arguments = arguments
        self.reversed = reversed
        self.given = given


class Sentencing:
    """What the tests look at: the items and predicates of a sentence and the word keys of the article.

    `kinds`, `roles`: of all items. `classes`: content classes of the stretches of items that were asked for;
    `conditions`: the if-clauses, once they are asked for.
    """

    def __init__(
        self,
        tables: CodingTables,
        items: Sequence[Item],
        found: Sequence[Predicate],
        keys: Sequence[str],
        title: bool,
        said: bool,
        kinds: frozenset[str],
        roles: frozenset[str],
    ) -> None:
        self.tables = tables
        self.items = items
        self.found = found
        self.keys = keys
        self.title = title
        self.said = said
        self.kinds = kinds
        self.roles = roles
        self.conditions: tuple[tuple[int, int], ...] | None = None
        self.classes: dict[tuple[int, int], frozenset[str]] = {}
