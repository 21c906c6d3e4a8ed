"""Where an event stands in the text: its clause, its content, its condition, its times and place."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import msgspec

from semeja.read.draft import Draft
from semeja.read.events.arguments import child_of
from semeja.read.events.coded import Coded, Sentencing
from semeja.read.events.endings import clause_start
from semeja.read.events.items import BREAKS, CLAUSE_LINKS, Item, Places
from semeja.read.events.predicates import Predicate
from semeja.records.span import Span

_OF_NOUNS: Final = frozenset({"REJECT", "SUPPORT", "CONCEDE"})
_LIMITS: Final = frozenset({"before", "limit"})
_LISTED: Final = frozenset({"REQUEST", "AGREE", "REJECT"})
_ANSWERS: Final = frozenset({"AGREE", "REJECT"})
_STATED: Final = frozenset({"REQUEST", "AGREE", "THREATEN", "REJECT", "DENY", "ACCUSE", "SUPPORT", "CONCEDE"})


class Extent(msgspec.Struct, frozen=True):
    """Item ranges `(first, last)`: of the clause, of its content and its condition (None: there is none).

    `parts`: of the things that the content joins, where they are several.
    """

    clause: tuple[int, int]
    content: tuple[int, int] | None
    condition: tuple[int, int] | None
    parts: tuple[tuple[int, int], ...] = ()


def extent_of(
    view: Sentencing, index: int, coded: Coded, whole: bool, condition: tuple[int, int] | None, plan: int = -1
) -> Extent:
    """The ranges of one coded predicate; `whole`: the clause itself is the content (who will pay, what will go on).

    `plan`: index of the plan that it is the content of; the clause then begins with the plan (`tidak berencana …`).
    """
    own = view.found[plan if plan >= 0 else index]
    if own.inherited and plan > 0 and "have" in view.found[plan - 1].roles:
        own = view.found[plan - 1]
    start = _start(view, own)
    start = min(start, coded.trigger_at)
    content = None
    if whole:
        content = (start, coded.end)
    elif coded.passive and coded.frame.type in _ANSWERS and coded.trigger_at == own.at and _is_thing(own):
        content = (min(start, own.walk.head) if own.walk.head >= 0 else start, coded.trigger_at - 1)
    elif coded.frame.type in _STATED:
        first = _content_start(view, index, coded)
        if first <= coded.end:
            content = (first, coded.end)
    if content and condition and content[0] < condition[0] <= content[1] and not whole:
        content = (content[0], condition[0] - 1)
    parts = _parts(view, index, content) if content and not whole and coded.frame.type in _LISTED else ()
    return Extent((start, max(coded.end, coded.last)), content, condition, parts)


def _is_thing(own: Predicate) -> bool:
    """Is the subject no party, but something of one: `tuntutan itu ditolak`, `tuntutan buruh dikabulkan`?"""
    return own.walk.noun or own.walk.head >= 0


def _parts(view: Sentencing, index: int, content: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """`menaikkan upah dan menghapus sistem kontrak`: each joined complement of its own; () where there is but one."""
    first = child_of(view.found, index)
    if first < 0:
        return ()
    starts = [content[0]]
    for at in range(first + 1, len(view.found)):
        own = view.found[at]
        joined = own.parent == index and own.relation == "complement" and own.walk.joined | own.walk.comma
        if joined and own.inherited and content[0] < own.at <= content[1]:
            starts.append(clause_start(view.items, own, view.found[at - 1].last))
    if len(starts) < 2:
        return ()
    return tuple(
        _trimmed(view.items, start, (then or content[1] + 1) - 1)
        for start, then in zip(starts, [*starts[1:], None], strict=True)
    )


def _trimmed(items: Sequence[Item], first: int, last: int) -> tuple[int, int]:
    """A range without the commas and joining words at its ends."""
    while last > first and (items[last].kind in BREAKS or "and" in items[last].word.roles):
        last -= 1
    while first < last and (items[first].kind in BREAKS or "and" in items[first].word.roles):
        first += 1
    return first, last


def clause_of(view: Sentencing, index: int, coded: Coded) -> tuple[int, int]:
    """The items of the clause of a coded predicate: `(first, last)`."""
    return min(_start(view, view.found[index]), coded.trigger_at), max(coded.end, coded.last)


def _start(view: Sentencing, own: Predicate) -> int:
    """The subject if it stands in the clause, else the first word of the clause."""
    if own.walk.subject >= 0:
        return own.walk.subject
    start = max(own.walk.start, own.walk.join_at + 1)
    while start < own.at and view.items[start].kind in ("comma", "quote", "stop"):
        start += 1
    return start


def _content_start(view: Sentencing, index: int, coded: Coded) -> int:
    """After the trigger; after the link of its complement; after `adalah` where that comes first."""
    for at in range(coded.last + 1, min(len(view.items), coded.last + 3)):
        if "copula" in view.items[at].word.roles or (view.items[at].kind == "comma" and at == coded.last + 1):
            linked = at + 1 < len(view.items) and "that" in view.items[at + 1].word.roles
            return at + 2 if linked else at + 1
    child = child_of(view.found, index)
    if child >= 0:
        link = view.found[child].walk.link_at
        if link > coded.last and not (coded.frame.type in _OF_NOUNS and link > coded.last + 1):
            return link + 1
    return coded.last + 1


def condition_of(view: Sentencing, index: int, coded: Coded) -> tuple[int, int] | None:
    """The if-clause over a predicate: right after its content, or in front of its sentence."""
    conditions = _conditions(view)
    if not conditions:
        return _each_time(view, coded)
    own = view.found[index]
    root = index
    while view.found[root].parent >= 0 and view.found[root].relation == "complement":
        root = view.found[root].parent
    for first, last in conditions:
        if first <= own.at <= last:
            continue
        after = coded.last < first <= coded.end + 3
        before = last < view.found[root].at and not any(
            predicate.relation == "main" and last < predicate.at < view.found[root].at for predicate in view.found
        )
        if after or before or coded.last < first <= coded.end:
            return first, last
    return _each_time(view, coded)


def _conditions(view: Sentencing) -> tuple[tuple[int, int], ...]:
    """Ranges of the if-clauses of a sentence: from `jika` to the comma, or to the end."""
    if view.conditions is None:
        view.conditions = tuple(_read_conditions(view)) if "cond" in view.roles else ()
    return view.conditions


def _read_conditions(view: Sentencing) -> list[tuple[int, int]]:
    ranges = []
    for at, item in enumerate(view.items):
        roles = item.word.roles
        if "cond" not in roles:
            continue
        amid = at > 0 and view.items[at - 1].kind not in BREAKS
        if "initial" in roles and amid and not _links_clause(view, at):
            continue
        if "that" in roles and not any(p.walk.link_at == at and p.relation == "cond" for p in view.found):
            continue
        last = at
        while last + 1 < len(view.items) and view.items[last + 1].kind not in BREAKS:
            last += 1
        ranges.append((at, last))
    return ranges


def _links_clause(view: Sentencing, at: int) -> bool:
    return any(predicate.walk.link_at == at for predicate in view.found)


def _each_time(view: Sentencing, coded: Coded) -> tuple[int, int] | None:
    """`setiap serangannya akan ditanggapi`: any such act is the condition."""
    if coded.frame.type != "THREATEN":
        return None
    for at in range(coded.last + 1, coded.end):
        if "every" in view.items[at].word.roles:
            last = at + 1
            while last < coded.end and not view.items[last + 1].word.roles & {"future", "modal", "must"}:
                last += 1
            return (at, last) if last < coded.end else None
    return None


def must_clause(view: Sentencing, coded: Coded) -> tuple[int, int] | None:
    """`…, tetapi setiap kontak harus dipersiapkan`: what an offer hangs on."""
    for predicate in view.found:
        walk = predicate.walk
        if walk.link == "contrast" and predicate.at > coded.end and "must" in walk.flags:
            return walk.link_at + 1, _end_of(view.items, predicate.at)
    return None


def _end_of(items: Sequence[Item], at: int) -> int:
    while (
        at + 1 < len(items)
        and items[at + 1].kind not in ("comma", "stop", "quote")
        and not items[at + 1].word.roles & CLAUSE_LINKS
    ):
        at += 1
    return at


def span_of(draft: Draft, items: Sequence[Item], extent: tuple[int, int]) -> Span:
    """A range of items as a span of the text."""
    return Span(draft.tokens.starts[items[extent[0]].first], draft.tokens.ends[items[extent[1]].last])


def time_in(draft: Draft, items: Sequence[Item], places: Places, extent: tuple[int, int], trigger: int) -> int | None:
    """The time of a clause: the first in it that no inner clause holds, else one before it, else the first at all."""
    inner = -1
    ranked: list[tuple[int, int, int]] = []
    for at, item in enumerate(items):
        if item.kind != "time" or _is_limit(items, at) or (at > extent[1] + 2 and items[at - 1].kind != "comma"):
            continue
        index = places.times[item.first][1]
        if draft.times[index].role == "publication" or draft.times[index].value is None:
            continue
        if inner < 0:
            inner = _inner_clause(items, trigger + 1, extent[1] + 1)
        held = inner <= at <= extent[1] and items[at - 1].kind != "comma"
        ranked.append((2 if held else 0 if extent[0] <= at <= extent[1] + 2 else 1, at, index))
    return min(ranked)[2] if ranked else None


def _inner_clause(items: Sequence[Item], first: int, last: int) -> int:
    """The item in `[first, last)` that opens a relative clause, else `last`."""
    for at in range(first, last):
        if "relative" in items[at].word.roles:
            return at
    return last


def deadline_in(items: Sequence[Item], places: Places, extent: tuple[int, int]) -> int | None:
    """The time after `sebelum`, `paling lambat`, `hingga` in a range of items."""
    for at in range(extent[0], min(extent[1] + 1, len(items))):
        if items[at].kind == "time" and _is_limit(items, at):
            return places.times[items[at].first][1]
    return None


def _is_limit(items: Sequence[Item], at: int) -> bool:
    """Does a word of limit stand right before, or with a preposition between (`paling lambat pada 30 Juni`)?"""
    back = (
        at - 2 if at > 1 and "prep" in items[at - 1].word.roles and not items[at - 1].word.roles & _LIMITS else at - 1
    )
    return back >= 0 and bool(items[back].word.roles & _LIMITS)


def first_day(value: str | None) -> date | None:
    """The first day of a time value (`2022-01-21T19:21+07:00`, `2022-W04`, `2022-01`, `2014`); None: it has none."""
    if value is None:
        return None
    year, _, rest = value[:10].partition("/")[0].partition("-")
    try:
        if rest.startswith("W"):
            return date.fromisocalendar(int(year), int(rest[1:3]), 1)
        month, _, day = rest.partition("-")
        return date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None


def place_in(items: Sequence[Item], extent: tuple[int, int]) -> str | None:
    """The place or country after a preposition of place in a range of items."""
    for at in range(extent[0] + 1, min(extent[1] + 1, len(items))):
        mention = items[at].mention
        if mention is None or mention.kind not in ("place", "country") or not items[at].entities:
            continue
        if "place" in items[at - 1].word.roles or (at > 1 and "place" in items[at - 2].word.roles):
            return items[at].entities[0]
    return None
