"""Which articles of a story tell one text in other words: candidates by rare figures and names, then propositions."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from semeja.compare.compilations import WHOLE_PART, find_compilation
from semeja.compare.precedence import Precedence
from semeja.compare.propositions import Key, Proposition, propositions, written_names
from semeja.compare.retellings import Retelling, find_retelling
from semeja.records.story import Story

FEWEST_ANCHORS = 3
"""Figures, times and names that two texts must have in common to be compared sentence by sentence."""
MOST_CARRIERS = 24
"""An anchor that more articles have says nothing about two of them, however large the story."""
MOST_CANDIDATES = 8
"""Others with which one article is compared, those with most rare anchors in common: the work grows with the
articles, not with their pairs."""


class Retold(NamedTuple):
    """The article at `later` tells what the one at `first` tells."""

    later: int
    first: int
    retelling: Retelling

    @property
    def strength(self) -> float:
        """How much speaks for it: the share of the smaller part times how alike its sentences are."""
        return max(self.retelling.of_left, self.retelling.of_right) * self.retelling.likeness


def find_retold(story: Story, precedence: Precedence) -> tuple[Retold, ...]:
    """Pairs of which the later tells the first again, sorted; in `retelling` the later one stands left."""
    names = written_names(story)
    told = [propositions(story, index, names) for index in range(len(story.articles))]
    alike = {pair: retelling for pair in _candidates(told) if (retelling := find_retelling(*(told[at] for at in pair)))}
    made_of = _compilations(told, alike)
    found = []
    for (one, other), retelling in alike.items():
        holds, is_held = other in made_of.get(one, ()), one in made_of.get(other, ())
        first = is_held if holds != is_held else precedence.comes_first(one, other)
        found.append(Retold(other, one, _turned(retelling)) if first else Retold(one, other, retelling))
    return tuple(sorted(found, key=lambda one: (one.later, one.first)))


def _turned(one: Retelling) -> Retelling:
    return Retelling(tuple((right, left) for left, right in one.parallels), one.likeness, one.of_right, one.of_left)


def _compilations(
    told: Sequence[Sequence[Proposition]], alike: Mapping[tuple[int, int], Retelling]
) -> dict[int, frozenset[int]]:
    """Texts that retell several others which share nothing -> these."""
    places: dict[int, list[tuple[int, frozenset[int]]]] = defaultdict(list)
    for (one, other), retelling in alike.items():
        for whole, part, share, side in ((one, other, retelling.of_right, 0), (other, one, retelling.of_left, 1)):
            if share >= WHOLE_PART:
                starts = [line.start for line in told[whole]]
                filled = frozenset(starts.index(pair[side].start) for pair in retelling.parallels)
                places[whole].append((part, filled))
    return {whole: find_compilation(parts, len(told[whole])).parts for whole, parts in places.items()}


def _candidates(told: Sequence[Sequence[Proposition]]) -> list[tuple[int, int]]:
    """Pairs of articles that share enough anchors, each article with its nearest ones."""
    carriers: dict[Key, list[int]] = defaultdict(list)
    for index, lines in enumerate(told):
        for key in sorted({key for line in lines for key in line.keys if key[0] != "word"}):
            carriers[key].append(index)
    weights: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    common: Counter[tuple[int, int]] = Counter()
    for indices in carriers.values():
        rarity = math.log(1 + len(told) / len(indices))
        for one in indices if len(indices) <= MOST_CARRIERS else ():
            for other in indices:
                if one != other:
                    weights[one][other] += rarity
                    common[one, other] += 1
    pairs = set()
    for one, others in weights.items():
        enough = [other for other in others if common[one, other] >= FEWEST_ANCHORS]
        nearest = sorted(enough, key=lambda other: (-round(others[other], 9), other))[:MOST_CANDIDATES]
        pairs |= {(min(one, other), max(one, other)) for other in nearest}
    return sorted(pairs)
