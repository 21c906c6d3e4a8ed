"""Whether one text tells another in other words or another language: the same propositions in the same order."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from semeja.compare.propositions import Key, Keys, Proposition

MATCH = 0.22
"""Weighted share of keys from which two sentences tell the same: mean of the shares of the shorter and the longer."""
FEWEST_MATCHES = 3
"""Sentences in one order that show a common source (field guide, section 5)."""
RETOLD = 0.62
"""Share of a retelling, by the weight of what its sentences tell, that stands in the other text in the same order."""
LEFT = 0.35
"""Share of the other text that the retelling takes up: a brief of three sentences tells what everybody knows."""
SAME_FIGURES = 0.7
"""Share of the retelling's figures and times that the other text has: who was there brings figures of his own."""
PART = 0.15
"""Share of each of two sentences that one in the other text must have for it to tell both."""
HEARD = 0.3
"""Share of an utterance's keys that the other text has near each other, from which it is the same utterance."""

_FACTORS = {"figure": 3.0, "small": 1.5, "time": 1.5, "name": 1.0, "word": 1.0}
_MEASURED = frozenset({"figure", "small", "time"})


class Retelling(NamedTuple):
    """Two texts of which one tells the other: pairs of matching propositions in order, how alike these are on average,
    and the share of each text that they make up."""

    parallels: tuple[tuple[Proposition, Proposition], ...]
    likeness: float
    of_left: float
    of_right: float


class _Side(NamedTuple):
    """A text beside another: for each sentence in the chain its place there and how alike they are; its share."""

    chain: dict[int, tuple[int, float]]
    share: float


def find_retelling(left: Sequence[Proposition], right: Sequence[Proposition]) -> Retelling | None:
    """The retelling that two texts are, whichever came first; None for two independent ones.

    One of them must bring nothing of its own: nearly all that it tells stands in the other in one order, its figures
    too, and it quotes nobody whom the other does not quote. Two reporters in one room share the facts of the day, yet
    each has words and figures that the other has not.
    """
    if min(len(left), len(right)) < FEWEST_MATCHES:
        return None
    # Most pairs end here, before sentences are compared: each of the two has figures or voices of its own.
    if _same_figures(left, right) < SAME_FIGURES and _same_figures(right, left) < SAME_FIGURES:
        return None
    weights = _weights(left, right)
    nothing_own = _brings_nothing(left, right, weights), _brings_nothing(right, left, weights)
    if not any(nothing_own):
        return None
    mine, theirs = _beside(left, right, weights), _beside(right, left, weights)
    if not (nothing_own[0] and _retells(mine, theirs)) and not (nothing_own[1] and _retells(theirs, mine)):
        return None
    parallels = tuple((left[at], right[other]) for at, (other, _) in sorted(mine.chain.items()))
    likeness = sum(alike for _, alike in mine.chain.values()) / max(1, len(mine.chain))
    return Retelling(parallels, likeness, mine.share, theirs.share)


def _brings_nothing(one: Sequence[Proposition], other: Sequence[Proposition], weights: "_Weights") -> bool:
    """Whether a text has no figures and no voices but those of the other."""
    return _same_figures(one, other) >= SAME_FIGURES and not _own_voices(one, other, weights)


def _retells(mine: _Side, theirs: _Side) -> bool:
    return len(mine.chain) >= FEWEST_MATCHES and mine.share >= RETOLD and theirs.share >= LEFT


def _weights(left: Sequence[Proposition], right: Sequence[Proposition]) -> "_Weights":
    """Weight of each key: rarer in the sentences of both texts together is heavier, and so is a figure."""
    lines = [*left, *right]
    frequency = Counter(key for line in lines for key in line.keys)
    return _Weights({key: _FACTORS[key[0]] * math.log(1 + len(lines) / count) for key, count in frequency.items()})


class _Weights(dict[Key, float]):
    """Weights of keys; the sum of a sentence is remembered, since each is compared with all of the other text."""

    def __init__(self, weights: dict[Key, float]) -> None:
        super().__init__(weights)
        self.sums: dict[Keys, float] = {}


def _weight(keys: Keys, weights: _Weights) -> float:
    known = weights.sums.get(keys)
    if known is None:
        known = weights.sums[keys] = sum(weights.get(key, 0.0) for key in sorted(keys))
    return known


class _Lines:
    """Sentences of one text by their keys: a sentence of the other is compared with those alone that share one."""

    def __init__(self, lines: Sequence[Keys], weights: _Weights) -> None:
        self.weights = weights
        self.sizes = [_weight(keys, weights) for keys in lines]
        self.places: dict[Key, list[int]] = defaultdict(list)
        for place, keys in enumerate(lines):
            for key in keys:
                self.places[key].append(place)

    def nearest(self, keys: Keys) -> tuple[float, int]:
        """The greatest likeness with any, and its place from behind (0, -1, …): of equals the first."""
        shared: dict[int, float] = defaultdict(float)
        for key in sorted(keys):
            weight = self.weights.get(key, 0.0)
            for place in self.places.get(key, ()):
                shared[place] += weight
        size, best = _weight(keys, self.weights), (0.0, 0)
        for place, common in shared.items():
            if common:
                other = self.sizes[place]
                best = max(best, ((common / min(size, other) + common / max(size, other)) / 2, -place))
        return best


def _beside(one: Sequence[Proposition], other: Sequence[Proposition], weights: _Weights) -> _Side:
    best = _best(one, other, weights)
    sizes = [_weight(line.keys, weights) for line in one]
    matched = [(at, place, alike) for at, (place, alike) in enumerate(best) if alike >= MATCH]
    chain = _in_order(matched, sizes)
    return _Side({at: (place, alike) for at, place, alike in chain}, sum(sizes[at] for at, _, _ in chain) / sum(sizes))


def _best(one: Sequence[Proposition], other: Sequence[Proposition], weights: _Weights) -> list[tuple[int, float]]:
    """For each sentence its nearest in the other text; a sentence may be told in two, and two in one."""
    singles = _Lines([line.keys for line in other], weights)
    doubles = _Lines([first.keys | second.keys for first, second in pairwise(other)], weights)
    best = [max(singles.nearest(line.keys), doubles.nearest(line.keys)) for line in one]
    for at, (first, second) in enumerate(pairwise(one)):
        both = first.keys | second.keys
        alike, place = singles.nearest(both)
        their = other[-place].keys
        if all(_weight(line.keys & their, weights) >= PART * _weight(line.keys, weights) for line in (first, second)):
            best[at], best[at + 1] = max(best[at], (alike, place)), max(best[at + 1], (alike, place))
    return [(-place, alike) for alike, place in best]


def _in_order(matched: list[tuple[int, int, float]], sizes: list[float]) -> list[tuple[int, int, float]]:
    """The heaviest run of matches that stand in one order in both texts."""
    heaviest: list[tuple[float, int]] = []
    for number, (at, place, _) in enumerate(matched):
        before = [(heaviest[earlier][0], earlier) for earlier in range(number) if matched[earlier][1] <= place]
        weight, last = max(before, default=(0.0, -1))
        heaviest.append((weight + sizes[at], last))
    chain, number = [], max(range(len(heaviest)), key=lambda one: heaviest[one][0], default=-1)
    while number >= 0:
        chain.append(matched[number])
        number = heaviest[number][1]
    return chain[::-1]


def _same_figures(one: Sequence[Proposition], other: Sequence[Proposition]) -> float:
    """Share of the figures and times of `one` that `other` has; 1 where it gives none."""
    mine, theirs = ({key for line in lines for key in line.keys if key[0] in _MEASURED} for lines in (one, other))
    return len(mine & theirs) / len(mine) if mine else 1.0


def _own_voices(one: Sequence[Proposition], other: Sequence[Proposition], weights: _Weights) -> int:
    """How many utterances of `one` are not in `other`, be it as a quotation or in its own words."""
    near = [first.keys | second.keys for first, second in pairwise(other)]
    spoken = [frozenset(key for key in said if key[0] != "small") for line in one for said in line.spoken]
    return sum(not any(_heard(said, keys, weights) for keys in near) for said in spoken)


def _heard(said: Keys, keys: Keys, weights: _Weights) -> bool:
    shared = said & keys
    return len(shared) >= min(2, len(said)) and _weight(shared, weights) >= HEARD * _weight(said, weights)
