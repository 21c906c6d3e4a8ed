"""Figures for one thing that differ: told in turn, by two authorities at one time, or one vaguer than the other."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from semeja.compare.instants import earlier
from semeja.compare.quantities import Count, series
from semeja.compare.sides import make_conflict, make_side
from semeja.group.components import components
from semeja.records.dossier import Conflict, ConflictSide
from semeja.text.keys import plain
from semeja.text.similarity import overlap

STRETCH = 0.1
"""How far `sekitar` and `hampir` let a figure stretch, as a share of it: `sekitar 100` holds 90 and 110."""
GROWING = frozenset(
    {"dead", "injured", "missing", "displaced", "rescued", "bodies", "arrested", "houses.damaged", "houses.destroyed",
     "cases", "patients", "infected", "magnitude", "evacuated", "victims", "villages", "homeless"}
)  # fmt: skip
"""What is counted anew while a happening goes on: a later figure replaces an earlier one."""
SAME_CONTEXT = 0.15
"""Share of keys that two sentences must have in common, apart from the figures, to count one thing."""
LAST = "9999"
"""Sorts what holds at no known moment behind everything else."""
MOST_VALUES = 40
"""Different figures of one series that are compared."""


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


def quantity_conflicts(counts: tuple[Count, ...]) -> list[Conflict]:
    """Conflicts of every series; what is superseded, open and merely coarser are conflicts of their own."""
    return [conflict for (of, _), members in series(counts).items() for conflict in _of_series(of, members)]


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


def _figures(members: Sequence[Count]) -> list[Figure]:
    """The values of a series in order of their first moment; `at least 17` and `17` are one."""
    values: dict[tuple[float, float], list[Count]] = defaultdict(list)
    for count in members:
        values[_bounds(count)].append(count)
    figures = [Figure(low, high, tuple(same)) for (low, high), same in list(values.items())[:MOST_VALUES]]
    return sorted(figures, key=lambda figure: (_first((figure,)) or LAST, figure.low, figure.high))


def _bounds(count: Count) -> tuple[float, float]:
    quantity = count.quantity
    low = quantity.high if quantity.low is None else quantity.low
    high = quantity.low if quantity.high is None else quantity.high
    return (0.0, 0.0) if low is None or high is None else (float(low), float(high))


def _open(of: str, left: Figure, right: Figure) -> bool:
    """Two figures for one moment, or for a thing that does not change, or by two authorities in one article."""
    if _near(left, right):
        return False
    if any(_same_moment(a, b) for a in left.counts for b in right.counts):
        return True
    if any(_two_voices(a, b) for a in left.counts for b in right.counts):
        return True
    return of not in GROWING and not left.articles & right.articles and _one_thing(left, right)


def _same_moment(a: Count, b: Count) -> bool:
    """Both hold at one stated instant; in one article they must be the word of two, else it tells of an update."""
    stated = a.stated and b.stated and a.moment[:16] == b.moment[:16]
    return stated and (a.quantity.article != b.quantity.article or _two_voices(a, b))


def _two_voices(a: Count, b: Count) -> bool:
    """One article gives both, by the word of two, without saying that one came later."""
    same = a.quantity.article == b.quantity.article and a.moment == b.moment
    return same and bool(a.parties) and bool(b.parties) and not a.parties & b.parties


def _one_thing(left: Figure, right: Figure) -> bool:
    return any(overlap(a.keys, b.keys) >= SAME_CONTEXT for a in left.counts for b in right.counts)


def _near(left: Figure, right: Figure) -> bool:
    """Whether a rounded figure holds the other."""
    rounded = any(count.quantity.modifier in ("about", "nearly") for one in (left, right) for count in one.counts)
    return rounded and abs(left.low - right.low) <= STRETCH * max(abs(left.low), abs(right.low))


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
    if any(a.articles & b.articles for a in before for b in after):
        return not any(_two_voices(a, b) for x in before for y in after for a in x.counts for b in y.counts)
    if any(_near(a, b) for a in before for b in after):
        return False
    return of in GROWING and (earlier(first, then) is True or _unknown_then(after, first))


def _unknown_then(after: tuple[Figure, ...], first: str) -> bool:
    return bool(first) and all(not count.moment for figure in after for count in figure.counts)


def _first(group: tuple[Figure, ...]) -> str:
    """The first moment at which one of the figures holds, a stated one before a publication."""
    stated = [count.moment for figure in group for count in figure.counts if count.stated]
    told = [count.moment for figure in group for count in figure.counts if count.moment]
    return min(stated or told, default="")


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
