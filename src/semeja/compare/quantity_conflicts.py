"""Figures for one thing that differ: told in turn, by two authorities at one time, or one vaguer than the other."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from semeja.compare.instants import earlier, has_clock, same_instant, sort_key, within_the_hour
from semeja.compare.quantities import GROWING, Count, in_order, series
from semeja.compare.rounding import may_be_one, within_bound
from semeja.compare.sides import make_conflict, make_side
from semeja.compare.times import compatible
from semeja.group.components import components
from semeja.records.dossier import Conflict, ConflictSide
from semeja.text.keys import plain
from semeja.text.similarity import overlap

RISING = frozenset({"dead", "injured", "bodies", "rescued", "arrested", "civilians.dead", "troops.dead"})
"""Of what grows, what cannot become less: a lower figure told later is another one, unless it is put right."""
SAME_CONTEXT = 0.15
"""Share of keys that two sentences must have in common, apart from the figures, to count one thing."""
CLOSE_CONTEXT, FEWEST_CLOSE = 0.5, 3
"""The same where the figure itself does not say of what it is, and how many keys at least."""
VAGUE_THINGS = frozenset({"increase", "reduction", "growth", "funds", "cost"})
"""What a figure may be about without saying of what it is."""
MOST_VALUES = 40
"""Different figures of one series that are compared: more are told of no single thing."""
MOST_UNKNOWN = 200
"""Figures of unknown things with one unit that are compared with each other, the first of them: each with each."""


class Figure(msgspec.Struct, frozen=True):
    """One value of a series with all the counts that give it. `low`, `high`: its bounds."""

    low: float
    high: float
    counts: tuple[Count, ...]

    @property
    def vague(self) -> bool:
        """Whether it is a class (`ratusan`) and no number."""
        return self.low != self.high

    @property
    def articles(self) -> frozenset[str]:
        """The articles that give it."""
        return frozenset(count.quantity.article for count in self.counts)

    @property
    def parties(self) -> frozenset[str]:
        """By whose word it is told."""
        return frozenset().union(*(count.parties for count in self.counts))


def quantity_conflicts(counts: tuple[Count, ...]) -> list[Conflict]:
    """Conflicts of every series; what is superseded, open and merely coarser are conflicts of their own."""
    plainly = [one for one in counts if not one.wanted]
    found = [conflict for (of, _), members in series(plainly).items() for conflict in _of_series(of, members)]
    return found + _of_wanted(counts) + _of_unknown(plainly)


def _of_series(of: str, members: tuple[Count, ...]) -> list[Conflict]:
    figures = _figures(members)
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
        figures = [one for one in _figures(in_order(members)) if not one.vague]
        pairs = [(a, b) for a, b in combinations(figures, 2) if _wanted_at_once(a, b)]
        joined = _connected(figures, pairs)
        found += [_conflict(of, group, "open") for group in joined if len(group) > 1]
    return found


def _wanted_at_once(left: Figure, right: Figure) -> bool:
    if left.articles & right.articles or _near(left, right) or _is_limit("", left) or _is_limit("", right):
        return False
    days = [{one.told[:10] for one in figure.counts} for figure in (left, right)]
    return bool(days[0] & days[1] - {""}) and _close(left, right)


def _of_unknown(counts: Iterable[Count]) -> list[Conflict]:
    """Shares and sums whose thing the tables lack: compared where their sentences say the same."""
    found = []
    units: dict[str, list[Count]] = defaultdict(list)
    for count in counts:
        if count.counts is None and count.quantity.unit not in (None, "person") and count.comparable:
            units[count.quantity.unit or ""].append(count)
    for unit, members in sorted(units.items()):
        figures = [Figure(*_bounds(one), (one,)) for one in in_order(members)[:MOST_UNKNOWN]]
        exact = [one for one in figures if not one.vague]
        pairs = [(a, b) for a, b in combinations(exact, 2) if _differ_for_unknown(a, b)]
        for group in _connected(exact, pairs):
            if len(group) > 1:
                merged = _figures([count for figure in group for count in figure.counts])
                found.append(_conflict(unit, merged, "open"))
    return found


def _differ_for_unknown(left: Figure, right: Figure) -> bool:
    if left.low == right.low or left.articles & right.articles or _near(left, right):
        return False
    return _close(left, right) and _same_period(left, right)


def _figures(members: Sequence[Count]) -> list[Figure]:
    """The values of a series in order of their first moment; `at least 17` and `17` are one."""
    values: dict[tuple[float, float], list[Count]] = defaultdict(list)
    for count in members:
        values[_bounds(count)].append(count)
    figures = [Figure(low, high, tuple(same)) for (low, high), same in list(values.items())[:MOST_VALUES]]
    return sorted(figures, key=lambda figure: (sort_key(_first((figure,))), figure.low, figure.high))


def _bounds(count: Count) -> tuple[float, float]:
    quantity = count.quantity
    low = quantity.high if quantity.low is None else quantity.low
    high = quantity.low if quantity.high is None else quantity.high
    return (0.0, 0.0) if low is None or high is None else (float(low), float(high))


def _open(of: str, left: Figure, right: Figure) -> bool:
    """Two figures for one moment, or for a thing that does not change, or by two authorities in one article."""
    if _near(left, right) or not _same_period(left, right) or _is_limit(of, left) or _is_limit(of, right):
        return False
    if _is_place_of(left, right):
        return False
    if any(_same_moment(a, b) for a in left.counts for b in right.counts):
        return True
    if _has_two_voices(left, right):
        return True
    if left.articles & right.articles:
        return False
    if of in RISING:
        return _falls(left, right)
    if of == "magnitude" and _are_apart((left,), (right,)):
        return True
    return of not in GROWING and (_close(left, right) if of in VAGUE_THINGS else _one_thing(left, right))


def _falls(left: Figure, right: Figure) -> bool:
    """The figure that is told later is the lower one, by another, and nothing says that it was put right."""
    first, then = _first((left,)), _first((right,))
    order = earlier(first, then)
    if order is None:
        return first == then and bool(first) and all(one.told == first for one in (*left.counts, *right.counts))
    before, after = (left, right) if order else (right, left)
    revised = any(count.revised for count in after.counts)
    return after.low < before.low and not revised and not before.parties & after.parties


def _is_place_of(left: Figure, right: Figure) -> bool:
    """Whether the lower figure is always told of one more place than the higher: of a part of the whole."""
    low, high = sorted((left, right), key=lambda one: one.low)
    whole = frozenset().union(*(count.quantity.about for count in high.counts))
    return bool(whole) and any(whole < frozenset(count.quantity.about) for count in low.counts)


def _same_period(left: Figure, right: Figure) -> bool:
    """Whether some two counts of them can be for one month or year."""
    return any(compatible(a.period, b.period) for a in left.counts for b in right.counts)


def _same_moment(a: Count, b: Count) -> bool:
    """Both hold at one stated moment, or are the word of two within one hour.

    In one article they must be the word of two, else it tells of an update. Of a day, the counts of one party in two
    articles may come from two of its hours.
    """
    apart = _apart(a, b)
    if apart and within_the_hour(a.moment, b.moment):
        return a.quantity.article != b.quantity.article or bool(a.held and b.held)
    if not a.held or not b.held:
        return False
    if has_clock(a.held) and has_clock(b.held):
        return same_instant(a.held, b.held) and (a.quantity.article != b.quantity.article or apart)
    if a.held[:10] != b.held[:10]:
        return False
    return apart or (a.quantity.article != b.quantity.article and earlier(a.moment, b.moment) is None)


def _is_limit(of: str, figure: Figure) -> bool:
    """Whether a share, a sum or a measure is only told as a limit (`di atas 6 persen`)."""
    return of not in GROWING and all(
        one.quantity.modifier in ("at_least", "at_most") and one.quantity.unit not in (None, "person")
        for one in figure.counts
    )


def _two_voices(a: Count, b: Count) -> bool:
    """One article gives both, by the word of two, without saying that one came later."""
    return a.quantity.article == b.quantity.article and a.moment == b.moment and _apart(a, b)


def _has_two_voices(left: Figure, right: Figure) -> bool:
    """The same of figures; what the article also tells as `at least 14` admits the word of another that it is 17."""
    lower = min(left, right, key=lambda one: one.low)
    at_least = {one.quantity.article for one in lower.counts if one.quantity.modifier == "at_least"}
    return any(_two_voices(a, b) and a.quantity.article not in at_least for a in left.counts for b in right.counts)


def _apart(a: Count, b: Count) -> bool:
    """Whether they are the word of two."""
    return bool(a.parties) and bool(b.parties) and not a.parties & b.parties


def _one_thing(left: Figure, right: Figure) -> bool:
    return any(
        overlap(a.keys, b.keys) >= SAME_CONTEXT and any(":" not in key for key in a.keys & b.keys)
        for a in left.counts
        for b in right.counts
    )


def _close(left: Figure, right: Figure) -> bool:
    return any(
        len(a.keys & b.keys) >= FEWEST_CLOSE and overlap(a.keys, b.keys) >= CLOSE_CONTEXT
        for a in left.counts
        for b in right.counts
    )


def _near(left: Figure, right: Figure) -> bool:
    """Whether one is the other, rounded, or told as a bound."""
    modifiers = frozenset(one.quantity.modifier or "" for figure in (left, right) for one in figure.counts)
    if may_be_one(left.low, right.low, modifiers):
        return True
    return any(
        one.quantity.modifier in ("at_least", "at_most")
        and within_bound(one.quantity.low, one.quantity.high, other.low)
        for figure, other in ((left, right), (right, left))
        for one in figure.counts
    )


def _connected(figures: Sequence[Figure], pairs: Iterable[tuple[Figure, Figure]]) -> list[tuple[Figure, ...]]:
    """Figures linked by pairs, each group in order; figures without a pair stand alone."""
    place = {id(figure): f"{at:04}" for at, figure in enumerate(figures)}
    links = {(one, one) for one in place.values()} | {(place[id(a)], place[id(b)]) for a, b in pairs}
    return [tuple(figures[int(one)] for one in group) for group in components(links)]


def _in_turn(of: str, groups: Sequence[tuple[Figure, ...]]) -> list[tuple[Figure, ...]]:
    """Groups of figures that replace one another: each holds later than the one before it, and no two at one moment."""
    turns: list[tuple[Figure, ...]] = []
    for group in groups:
        if not turns or (_replaces(of, turns[-1], group) and not any(_meet(turn, group) for turn in turns)):
            turns.append(group)
    return turns


def _replaces(of: str, before: tuple[Figure, ...], after: tuple[Figure, ...]) -> bool:
    """A later count of what grows, or a figure that an article gives beside the older one to put it right."""
    first, then = _first(before), _first(after)
    if not any(_same_period(a, b) for a in before for b in after):
        return False
    if any(_near(a, b) for a in before for b in after):
        return False
    if any(a.articles & b.articles for a in before for b in after):
        counts = [one for figure in (*before, *after) for one in figure.counts]
        if any(_has_two_voices(x, y) for x in before for y in after):
            return False
        if any(one.revised or (of in GROWING and one.changed) for one in counts):
            return True
    if any(_is_place_of(a, b) for a in before for b in after):
        return False
    if of == "magnitude" and _are_apart(before, after):
        return False
    return of in GROWING and (earlier(first, then) is True or _unknown_then(after, first))


def _are_apart(left: Sequence[Figure], right: Sequence[Figure]) -> bool:
    """Whether all that gives the one and all that gives the other is the word of two: a quake is measured but once."""
    a, b = (frozenset().union(*(one.parties for one in group)) for group in (left, right))
    return bool(a) and bool(b) and not a & b


def _unknown_then(after: tuple[Figure, ...], first: str) -> bool:
    return bool(first) and all(not count.moment for figure in after for count in figure.counts)


def _first(group: tuple[Figure, ...]) -> str:
    """The first moment at which one of the figures holds, a stated one before a publication."""
    stated = [count.moment for figure in group for count in figure.counts if count.stated]
    told = [count.moment for figure in group for count in figure.counts if count.moment]
    return min(stated or told, default="", key=sort_key)


def _meet(left: tuple[Figure, ...], right: tuple[Figure, ...]) -> bool:
    return any(_same_moment(a, b) for x in left for y in right for a in x.counts for b in y.counts)


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
