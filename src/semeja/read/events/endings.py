"""Where a clause begins and where its content ends."""

from collections.abc import Sequence
from typing import Final

from semeja.lang.coding import Word
from semeja.read.events.coded import Sentencing
from semeja.read.events.items import BREAKS, Item
from semeja.read.events.predicates import Predicate

_JOINING: Final = frozenset({"and", "contrast", "that"})
_OPEN: Final = frozenset({"cond", "time", "cause", "concede"})


def content_end(view: Sentencing, index: int) -> int:
    """The last item of what a predicate says: up to the next clause that does not hang on it."""
    items, found = view.items, view.found
    end, start = len(items) - 1, found[index].last
    for other in range(index + 1, len(found)):
        predicate = found[other]
        if predicate.relation in ("relative", "before", "purpose") or _hangs_on(found, other, index):
            continue
        end = min(end, clause_start(items, predicate, found[other - 1].last) - 1)
        break
    if "quote" in view.kinds:
        end = _quote_end(items, start, end)
    if "source" in view.roles:
        end = _source_end(items, start, end)
    while end > start and (items[end].kind in BREAKS or _dangling(items[end].word)):
        end -= 1
    return end


def clause_start(items: Sequence[Item], predicate: Predicate, floor: int) -> int:
    """The item that opens the clause of a predicate: its link, the word that joins it, or its first word."""
    walk = predicate.walk
    if walk.link_at > floor:
        start = walk.link_at
        return start - 1 if start - 1 > floor and items[start - 1].kind == "comma" else start
    if walk.join_at > floor and walk.subject < 0:
        return walk.join_at
    if walk.noun and walk.start <= floor + 1:
        return predicate.at
    start = max(walk.start, floor + 1)
    while start < predicate.at and (items[start].kind == "comma" or "and" in items[start].word.roles):
        start += 1
    return start


def _hangs_on(found: Sequence[Predicate], other: int, index: int) -> bool:
    while other > index:
        if found[other].relation in _OPEN:
            return False
        other = found[other].parent
    return other == index


def _source_end(items: Sequence[Item], start: int, end: int) -> int:
    """`…, menurut B`: who is the source is no part of what is told."""
    for at in range(start + 2, end + 1):
        if "source" in items[at].word.roles and items[at - 1].kind == "comma":
            return at - 1
    return end


def last_of_speech(items: Sequence[Item], at: int) -> int:
    """The last word before the quotation or the sentence ends."""
    while at + 1 < len(items) and items[at + 1].kind != "quote":
        at += 1
    while items[at].kind in BREAKS:
        at -= 1
    return at


def _quote_end(items: Sequence[Item], start: int, end: int) -> int:
    """Inside an open quotation the content ends with it: one mark more on the right than opened since."""
    marks = [at for at in range(start + 1, end + 1) if items[at].kind == "quote"]
    return marks[-1] if len(marks) % 2 else end


def _dangling(word: Word) -> bool:
    return not word.senses and not word.roles.isdisjoint(_JOINING)
