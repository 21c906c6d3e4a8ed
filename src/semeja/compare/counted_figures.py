"""The values of a series of counts, and in which relation two of them stand."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from semeja.compare.counts import GROWING, Count
from semeja.compare.instants import earlier, has_clock, same_instant, sort_key, within_the_hour
from semeja.compare.rounding import may_be_one, within_bound
from semeja.compare.times import compatible
from semeja.text.similarity import overlap

RISING = frozenset({"dead", "injured", "bodies", "rescued", "arrested", "civilians.dead", "troops.dead"})
"""Of what grows, what cannot become less: a lower figure told later is another one, unless it is put right."""
SAME_CONTEXT = 0.15
"""Share of keys that two sentences must have in common, apart from the figures, to count one thing."""
CLOSE_CONTEXT, FEWEST_CLOSE = 0.5, 3
"""The same where the figure itself does not say of what it is, and how many keys at least."""
MOST_VALUES = 40
"""Different figures of one series that are compared: more are told of no single thing."""
MOST_COMPARED = 30
"""Counts of one figure that are compared with those of another, the first of them: each with each."""


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
    def compared(self) -> tuple[Count, ...]:
        """Those of its counts that are compared with another's: one for each party, article and moment."""
        told = {(count.quantity.article, count.moment, count.parties): count for count in reversed(self.counts)}
        return tuple(told.values())[-MOST_COMPARED:][::-1]

    @property
    def parties(self) -> frozenset[str]:
        """By whose word it is told."""
        return frozenset().union(*(count.parties for count in self.counts))


def figures_of(members: Sequence[Count]) -> list[Figure]:
    """The values of a series in order of their first moment; `at least 17` and `17` are one."""
    values: dict[tuple[float, float], list[Count]] = defaultdict(list)
    for count in members:
        values[bounds_of(count)].append(count)
    figures = [Figure(low, high, tuple(same)) for (low, high), same in list(values.items())[:MOST_VALUES]]
    return sorted(figures, key=lambda figure: (sort_key(first_moment((figure,))), figure.low, figure.high))


def bounds_of(count: Count) -> tuple[float, float]:
    """The ends of the interval that a count tells; an open end is the other one."""
    quantity = count.quantity
    low = quantity.high if quantity.low is None else quantity.low
    high = quantity.low if quantity.high is None else quantity.high
    return (0.0, 0.0) if low is None or high is None else (float(low), float(high))


def falls(left: Figure, right: Figure) -> bool:
    """The figure that is told later is the lower one, by another, and nothing says that it was put right."""
    first, then = first_moment((left,)), first_moment((right,))
    order = earlier(first, then)
    if order is None:
        return first == then and bool(first) and all(one.told == first for one in (*left.counts, *right.counts))
    before, after = (left, right) if order else (right, left)
    revised = any(count.revised for count in after.counts)
    return after.low < before.low and not revised and not before.parties & after.parties


def is_place_of(left: Figure, right: Figure) -> bool:
    """Whether the lower figure is always told of one more place than the higher: of a part of the whole."""
    low, high = sorted((left, right), key=lambda one: one.low)
    whole = frozenset().union(*(count.quantity.about for count in high.counts))
    return bool(whole) and any(whole < frozenset(count.quantity.about) for count in low.counts)


def same_period(left: Figure, right: Figure) -> bool:
    """Whether some two counts of them can be for one month or year."""
    return any(compatible(a.period, b.period) for a in left.compared for b in right.compared)


def same_moment(a: Count, b: Count) -> bool:
    """Both hold at one stated moment, or are the word of two within one hour.

    In one article they must be the word of two, else it tells of an update. Of a day, the counts of one party in two
    articles may come from two of its hours.
    """
    apart = word_of_two(a, b)
    if apart and within_the_hour(a.moment, b.moment):
        return a.quantity.article != b.quantity.article or bool(a.held and b.held)
    if not a.held or not b.held:
        return False
    if has_clock(a.held) and has_clock(b.held):
        return same_instant(a.held, b.held) and (a.quantity.article != b.quantity.article or apart)
    if a.held[:10] != b.held[:10]:
        return False
    return apart or (a.quantity.article != b.quantity.article and earlier(a.moment, b.moment) is None)


def is_limit(of: str, figure: Figure) -> bool:
    """Whether a share, a sum or a measure is only told as a limit (`di atas 6 persen`)."""
    return of not in GROWING and all(
        one.quantity.modifier in ("at_least", "at_most") and one.quantity.unit not in (None, "person")
        for one in figure.counts
    )


def two_voices(a: Count, b: Count) -> bool:
    """One article gives both, by the word of two, without saying that one came later."""
    return a.quantity.article == b.quantity.article and a.moment == b.moment and word_of_two(a, b)


def has_two_voices(left: Figure, right: Figure) -> bool:
    """The same of figures; what the article also tells as `at least 14` admits the word of another that it is 17."""
    lower = min(left, right, key=lambda one: one.low)
    at_least = {one.quantity.article for one in lower.counts if one.quantity.modifier == "at_least"}
    return any(two_voices(a, b) and a.quantity.article not in at_least for a in left.compared for b in right.compared)


def word_of_two(a: Count, b: Count) -> bool:
    """Whether they are the word of two."""
    return bool(a.parties) and bool(b.parties) and not a.parties & b.parties


def one_thing(left: Figure, right: Figure) -> bool:
    """Whether two sentences that give them speak of one thing."""
    return any(
        overlap(a.keys, b.keys) >= SAME_CONTEXT and any(":" not in key for key in a.keys & b.keys)
        for a in left.compared
        for b in right.compared
    )


def same_words(left: Figure, right: Figure) -> bool:
    """Whether two sentences that give them say much the same."""
    return any(
        len(a.keys & b.keys) >= FEWEST_CLOSE and overlap(a.keys, b.keys) >= CLOSE_CONTEXT
        for a in left.compared
        for b in right.compared
    )


def may_be_the_same(left: Figure, right: Figure) -> bool:
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


def all_apart(left: Sequence[Figure], right: Sequence[Figure]) -> bool:
    """Whether all that gives the one and all that gives the other is the word of two: a quake is measured but once."""
    a, b = (frozenset().union(*(one.parties for one in group)) for group in (left, right))
    return bool(a) and bool(b) and not a & b


def first_moment(group: tuple[Figure, ...]) -> str:
    """The first moment at which one of the figures holds, a stated one before a publication."""
    stated = [count.moment for figure in group for count in figure.counts if count.stated]
    told = [count.moment for figure in group for count in figure.counts if count.moment]
    return min(stated or told, default="", key=sort_key)


def meet_at_one_moment(left: tuple[Figure, ...], right: tuple[Figure, ...]) -> bool:
    """Whether figures of both groups hold at one moment."""
    return any(same_moment(a, b) for x in left for y in right for a in x.compared for b in y.compared)
