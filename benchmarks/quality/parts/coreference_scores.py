"""MUC, B³ and CEAF-e of a grouping of mentions, and how documents are averaged.

Definitions: Pradhan et al. 2014, "Scoring Coreference Partitions of Predicted Mentions" (MUC: Vilain et al. 1995, B³:
Bagga and Baldwin 1998, CEAF-e: Luo 2005). The mentions of a cluster are any hashable values, such as spans.
Key clusters may overlap (`they` counted with each of its persons), as in the gold of the published sieve.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

import msgspec

Cluster = frozenset[Hashable]
Grouping = Sequence[Cluster]


class Score(NamedTuple):
    """Recall, precision and their harmonic mean, 0 to 1."""

    recall: float
    precision: float
    f1: float


class Scores(msgspec.Struct, frozen=True):
    """The measures of one document, or of several; `weight` is the number of mentions in key and response."""

    muc: Score
    b_cubed: Score
    ceaf_e: Score
    weight: int

    @property
    def conll(self) -> float:
        """The mean of the three."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


class Counts(msgspec.Struct, frozen=True):
    """Numerators and denominators, recall first, by which documents can be pooled."""

    muc: tuple[float, float, float, float]
    b_cubed: tuple[float, float, float, float]
    ceaf_e: tuple[float, float, float, float]
    weight: int


def counted(key: Grouping, response: Grouping) -> Counts:
    """What the two groupings of one document have in common."""
    pairing = best_pairing(key, response)
    return Counts(
        muc=(*links_kept(key, response), *links_kept(response, key)),
        b_cubed=(*shared(key, response), *shared(response, key)),
        ceaf_e=(pairing, float(len(key)), pairing, float(len(response))),
        weight=sum(map(len, key)) + sum(map(len, response)),
    )


def scored(counts: Counts) -> Scores:
    """The measures of the counts."""
    return Scores(scored_one(counts.muc), scored_one(counts.b_cubed), scored_one(counts.ceaf_e), counts.weight)


def scored_one(counts: tuple[float, float, float, float]) -> Score:
    """Recall, precision and F1; a measure without anything to find is 0, as in the reference scorer."""
    recall = counts[0] / counts[1] if counts[1] else 0.0
    precision = counts[2] / counts[3] if counts[3] else 0.0
    return Score(recall, precision, 2 * recall * precision / (recall + precision) if recall + precision else 0.0)


def pooled(documents: Iterable[Counts]) -> Scores:
    """All documents as one, in the way of CoNLL-2012."""
    every = list(documents)
    return scored(
        Counts(
            muc=summed(one.muc for one in every),
            b_cubed=summed(one.b_cubed for one in every),
            ceaf_e=summed(one.ceaf_e for one in every),
            weight=sum(one.weight for one in every),
        )
    )


def averaged(documents: Iterable[Counts]) -> Scores:
    """The mean F1 of the documents, weighted by their mentions: how the published sieve was scored."""
    every = [scored(one) for one in documents]
    weight = sum(one.weight for one in every)
    means = [
        sum(measure(one).f1 * one.weight for one in every) / weight if weight else 0.0
        for measure in (attrgetter("muc"), attrgetter("b_cubed"), attrgetter("ceaf_e"))
    ]
    muc, b_cubed, ceaf_e = (Score(mean, mean, mean) for mean in means)
    return Scores(muc, b_cubed, ceaf_e, weight)


def summed(rows: Iterable[tuple[float, float, float, float]]) -> tuple[float, float, float, float]:
    """The four sums."""
    columns = [sum(column) for column in zip(*rows, strict=True)] or [0.0] * 4
    return columns[0], columns[1], columns[2], columns[3]


def places(grouping: Grouping) -> dict[Hashable, list[int]]:
    """Which clusters hold each mention, in order."""
    table: dict[Hashable, list[int]] = defaultdict(list)
    for index, cluster in enumerate(grouping):
        for mention in cluster:
            table[mention].append(index)
    return table


def links_kept(whole: Grouping, other: Grouping) -> tuple[float, float]:
    """MUC: of the links that hold each cluster of `whole` together, how many `other` keeps, and how many there are."""
    first = {mention: found[0] for mention, found in places(other).items()}
    kept, links = 0, 0
    for cluster in whole:
        parts = len({first[one] for one in cluster if one in first}) + sum(one not in first for one in cluster)
        kept += len(cluster) - parts
        links += len(cluster) - 1
    return float(kept), float(links)


def shared(whole: Grouping, other: Grouping) -> tuple[float, float]:
    """B³: for each mention of `whole` the share of its cluster that `other` puts with it; and the mentions."""
    holding = places(other)
    total = 0.0
    for cluster in whole:
        overlaps = Counter(index for one in cluster for index in holding.get(one, ()))
        total += sum(count * count for count in overlaps.values()) / len(cluster)
    return total, float(sum(map(len, whole)))


def best_pairing(key: Grouping, response: Grouping) -> float:
    """CEAF-e: the greatest sum of Dice likenesses when every cluster is paired with one of the other side at most."""
    holding = places(response)
    likeness: dict[int, dict[int, float]] = {}
    for index, cluster in enumerate(key):
        overlaps = Counter(other for one in cluster for other in holding.get(one, ()))
        likeness[index] = {
            other: 2 * count / (len(cluster) + len(response[other])) for other, count in overlaps.items()
        }
    return sum(assigned(rows, likeness) for rows in touching(likeness))


def touching(likeness: dict[int, dict[int, float]]) -> list[list[int]]:
    """The rows that share columns with each other, directly or through others: each such set is paired alone."""
    rows_of: dict[int, list[int]] = defaultdict(list)
    for row, columns in likeness.items():
        for column in columns:
            rows_of[column].append(row)
    seen: set[int] = set()
    parts: list[list[int]] = []
    for row in likeness:
        if row in seen:
            continue
        part, waiting = [], [row]
        seen.add(row)
        while waiting:
            part.append(waiting.pop())
            new = {other for column in likeness[part[-1]] for other in rows_of[column]} - seen
            seen |= new
            waiting += sorted(new)
        parts.append(sorted(part))
    return parts


def assigned(rows: list[int], likeness: dict[int, dict[int, float]]) -> float:
    """The greatest total of one likeness a row and column (Kuhn 1955, with potentials: n rows in O(n²·m))."""
    columns = sorted({column for row in rows for column in likeness[row]})
    if not columns:
        return 0.0
    if len(rows) == 1 or len(columns) == 1:
        return max(value for row in rows for value in likeness[row].values())
    table = [[likeness[row].get(column, 0.0) for column in columns] for row in rows]
    if len(rows) > len(columns):
        table = [list(column) for column in zip(*table, strict=True)]
    return hungarian(table)


def hungarian(table: list[list[float]]) -> float:
    """The greatest sum of cells of a table with no more rows than columns, one cell a row and one a column at most."""
    width = len(table[0])
    row_potential, column_potential = [0.0] * (len(table) + 1), [0.0] * (width + 1)
    taken = [0] * (width + 1)
    for row in range(1, len(table) + 1):
        taken[0], column = row, 0
        slack, before, used = [float("inf")] * (width + 1), [0] * (width + 1), [False] * (width + 1)
        while taken[column]:
            used[column] = True
            current, step, following = taken[column], float("inf"), 0
            for other in range(1, width + 1):
                if used[other]:
                    continue
                cost = -table[current - 1][other - 1] - row_potential[current] - column_potential[other]
                if cost < slack[other]:
                    slack[other], before[other] = cost, column
                if slack[other] < step:
                    step, following = slack[other], other
            for other in range(width + 1):
                if used[other]:
                    row_potential[taken[other]] += step
                    column_potential[other] -= step
                else:
                    slack[other] -= step
            column = following
        while column:
            taken[column] = taken[before[column]]
            column = before[column]
    return sum(table[taken[column] - 1][column - 1] for column in range(1, width + 1) if taken[column])
