"""Figures for one thing that differ: told in turn, by two authorities at one time, or one vaguer than the other."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from semeja.compare.counted_figures import (
    RISING,
    Figure,
    all_apart,
    bounds_of,
    falls,
    figures_of,
    first_moment,
    has_two_voices,
    is_limit,
    is_place_of,
    may_be_the_same,
    meet_at_one_moment,
    one_thing,
    same_moment,
    same_period,
    same_words,
)
from semeja.compare.counts import GROWING, Count, in_order, series
from semeja.compare.instants import earlier
from semeja.compare.sides import make_conflict, make_side
from semeja.group.components import components
from semeja.records.dossier import Conflict, ConflictSide
from semeja.text.keys import plain

VAGUE_THINGS = frozenset({"increase", "reduction", "growth", "funds", "cost"})
"""What a figure may be about without saying of what it is."""
COUNTED_ONCE = frozenset({"spectators", "demonstrators"})
"""Who is there once in a happening, whatever else the sentence says."""
MOST_UNKNOWN = 200
"""Figures of unknown things with one unit that are compared with each other, the first of them: each with each."""


def quantity_conflicts(counts: tuple[Count, ...]) -> list[Conflict]:
    """Conflicts of every series; what is superseded, open and merely coarser are conflicts of their own."""
    plainly = [one for one in counts if not one.wanted]
    found = [conflict for (of, _), members in series(plainly).items() for conflict in _of_series(of, members)]
    return found + _of_wanted(counts) + _of_unknown(plainly)


def _of_series(of: str, members: tuple[Count, ...]) -> list[Conflict]:
    figures = figures_of(members)
    if len(figures) < 2:
        return []
    exact = [one for one in figures if not one.vague]
    vague = [one for one in figures if one.vague]
    open_pairs = [(a, b) for a, b in combinations(exact, 2) if _open(of, a, b)]
    joined = _connected(exact, open_pairs)
    conflicts = [_conflict(of, group, "open") for group in joined if len(group) > 1]
    turns = _in_turn(of, joined)
    if len(turns) > 1:
        sides = [_side(turn) for turn in turns]
        conflicts.append(make_conflict("quantity", of, sides, "superseded", "conflicts.quantity-superseded"))
    return conflicts + _coarser(of, vague, exact)


def _of_wanted(counts: Iterable[Count]) -> list[Conflict]:
    """What one party is said to want at one time, with two figures: later ones may be a step in the talks."""
    found = []
    groups: dict[tuple[str, str, tuple[str, ...]], list[Count]] = defaultdict(list)
    for count in counts:
        if count.wanted and count.comparable and count.counts:
            unit = count.quantity.unit or ""
            groups[count.counts, unit, tuple(sorted(count.parties))].append(count)
    for (of, _, _), members in sorted(groups.items()):
        figures = [one for one in figures_of(in_order(members)) if not one.vague]
        pairs = [(a, b) for a, b in combinations(figures, 2) if _wanted_at_once(a, b)]
        joined = _connected(figures, pairs)
        found += [_conflict(of, group, "open") for group in joined if len(group) > 1]
    return found


def _wanted_at_once(left: Figure, right: Figure) -> bool:
    if left.articles & right.articles or may_be_the_same(left, right) or is_limit("", left) or is_limit("", right):
        return False
    days = [{one.told[:10] for one in figure.counts} for figure in (left, right)]
    return bool(days[0] & days[1] - {""}) and same_words(left, right)


def _of_unknown(counts: Iterable[Count]) -> list[Conflict]:
    """Shares and sums whose thing the tables lack: compared where their sentences say the same."""
    found = []
    units: dict[str, list[Count]] = defaultdict(list)
    for count in counts:
        if count.counts is None and count.quantity.unit not in (None, "person") and count.comparable:
            units[count.quantity.unit or ""].append(count)
    for unit, members in sorted(units.items()):
        figures = [Figure(*bounds_of(one), (one,)) for one in in_order(members)[:MOST_UNKNOWN]]
        exact = [one for one in figures if not one.vague]
        pairs = [(a, b) for a, b in combinations(exact, 2) if _differ_for_unknown(a, b)]
        for group in _connected(exact, pairs):
            if len(group) > 1:
                merged = figures_of([count for figure in group for count in figure.counts])
                found.append(_conflict(unit, merged, "open"))
    return found


def _differ_for_unknown(left: Figure, right: Figure) -> bool:
    if left.low == right.low or left.articles & right.articles or may_be_the_same(left, right):
        return False
    return same_words(left, right) and same_period(left, right)


def _open(of: str, left: Figure, right: Figure) -> bool:
    """Two figures for one moment, or for a thing that does not change, or by two authorities in one article."""
    if may_be_the_same(left, right) or not same_period(left, right) or is_limit(of, left) or is_limit(of, right):
        return False
    if is_place_of(left, right):
        return False
    if any(same_moment(a, b) for a in left.compared for b in right.compared):
        return True
    if has_two_voices(left, right):
        return True
    if left.articles & right.articles:
        return False
    if of in RISING:
        return falls(left, right)
    if of == "magnitude" and all_apart((left,), (right,)):
        return True
    if of in COUNTED_ONCE:
        return True
    return of not in GROWING and (same_words(left, right) if of in VAGUE_THINGS else one_thing(left, right))


def _connected(figures: Sequence[Figure], pairs: Iterable[tuple[Figure, Figure]]) -> list[tuple[Figure, ...]]:
    """Figures linked by pairs, each group in order; figures without a pair stand alone."""
    place = {id(figure): f"{at:04}" for at, figure in enumerate(figures)}
    links = {(one, one) for one in place.values()} | {(place[id(a)], place[id(b)]) for a, b in pairs}
    return [tuple(figures[int(one)] for one in group) for group in components(links)]


def _in_turn(of: str, groups: Sequence[tuple[Figure, ...]]) -> list[tuple[Figure, ...]]:
    """Groups of figures that replace one another: each holds later than the one before it, and no two at one moment."""
    turns: list[tuple[Figure, ...]] = []
    for group in groups:
        if not turns or (
            _replaces(of, turns[-1], group) and not any(meet_at_one_moment(turn, group) for turn in turns)
        ):
            turns.append(group)
    return turns


def _replaces(of: str, before: tuple[Figure, ...], after: tuple[Figure, ...]) -> bool:
    """A later count of what grows, or a figure that an article gives beside the older one to put it right."""
    first, then = first_moment(before), first_moment(after)
    if not any(same_period(a, b) for a in before for b in after):
        return False
    if any(may_be_the_same(a, b) for a in before for b in after):
        return False
    if any(a.articles & b.articles for a in before for b in after):
        counts = [one for figure in (*before, *after) for one in figure.counts]
        if any(has_two_voices(x, y) for x in before for y in after):
            return False
        if any(one.revised or (of in GROWING and one.changed) for one in counts):
            return True
    if any(is_place_of(a, b) for a in before for b in after):
        return False
    if of == "magnitude" and all_apart(before, after):
        return False
    return of in GROWING and (earlier(first, then) is True or _unknown_then(after, first))


def _unknown_then(after: tuple[Figure, ...], first: str) -> bool:
    return bool(first) and all(not count.moment for figure in after for count in figure.counts)


def _coarser(of: str, vague: Iterable[Figure], exact: Sequence[Figure]) -> list[Conflict]:
    """`ratusan rumah` in one article, `214 rumah` in another."""
    found = []
    for one in vague:
        inside = [figure for figure in exact if one.low <= figure.low <= one.high]
        if inside and one.articles - frozenset().union(*(figure.articles for figure in inside)):
            sides = [_side((one,)), *(_side((figure,)) for figure in inside)]
            found.append(make_conflict("quantity", of, sides, "precision", "conflicts.quantity-precision"))
    return found


def _conflict(of: str, group: Sequence[Figure], resolution: str) -> Conflict:
    sides = [_side((figure,)) for figure in group]
    return make_conflict("quantity", of, sides, resolution, f"conflicts.quantity-{resolution}")


def _side(figures: tuple[Figure, ...]) -> ConflictSide:
    shown = " / ".join(plain(figure.counts[0].quantity.evidence.text) for figure in figures)
    return make_side(shown, (count.quantity.evidence for figure in figures for count in figure.counts))
