"""What stands right of a predicate: its objects by preposition, and where its content ends."""

from collections.abc import Sequence

import msgspec

from semeja.read.events.clauses import Predicate
from semeja.read.events.items import CLAUSE_LINKS, Item

_FAR = 28


class Argument(msgspec.Struct, frozen=True):
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
        roles = item.word.roles
        if item.kind == "mention":
            found.append(Argument(at, preposition, gap))
            gap = 0
        elif "partitive" in roles:
            gap += 1
        elif "prep" in roles and not roles & {"that"}:
            preposition, gap = at, 0
        elif roles & CLAUSE_LINKS or item.word.verbal or item.kind in ("comma", "stop") or "copula" in roles:
            break
        elif item.kind == "other" or item.word.senses:
            gap += 1
    return tuple(found)


def child_of(found: Sequence[Predicate], index: int) -> int:
    """The first predicate in the complement of `found[index]`; -1: none."""
    for other in range(index + 1, len(found)):
        if found[other].parent == index and found[other].relation == "complement":
            return other
    return -1


def content_end(items: Sequence[Item], found: Sequence[Predicate], index: int) -> int:
    """The last item of what a predicate says: up to the next clause that does not hang on it."""
    end = len(items) - 1
    for other in range(index + 1, len(found)):
        predicate = found[other]
        if _hangs_on(found, other, index) or predicate.relation in ("relative", "before", "purpose"):
            continue
        end = min(end, clause_start(items, predicate, found[other - 1].last) - 1)
        break
    end = _source_end(items, found[index].last, _quote_end(items, found[index].last, end))
    while end > found[index].last and (items[end].kind in ("comma", "stop", "quote") or _dangling(items[end])):
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
        if found[other].relation in ("cond", "time", "cause", "concede"):
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
    while items[at].kind in ("comma", "stop", "quote"):
        at -= 1
    return at


def _quote_end(items: Sequence[Item], start: int, end: int) -> int:
    """Inside an open quotation the content ends with it: one mark more on the right than opened since."""
    marks = [at for at in range(start + 1, end + 1) if items[at].kind == "quote"]
    return marks[-1] if len(marks) % 2 else end


def _dangling(item: Item) -> bool:
    return bool(item.word.roles & {"and", "contrast", "that"}) and not item.word.senses
