"""Scores of a clustering against gold: BCubed (Bagga and Baldwin 1998; Amigó et al. 2009) and pairs."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple


class Scores(NamedTuple):
    """Precision, recall and F1, by article (BCubed) and by pair of articles."""

    precision: float
    recall: float
    f1: float
    pair_precision: float
    pair_recall: float
    pair_f1: float


def scores(groups: Iterable[Sequence[str]], gold: Mapping[str, Hashable]) -> Scores:
    """Of groups of all articles of `gold` (article -> story)."""
    group_of = {article: number for number, group in enumerate(groups) for article in group}
    both = Counter((group_of[article], story) for article, story in gold.items())
    found = Counter(group_of[article] for article in gold)
    stories = Counter(gold.values())
    precision = sum(count * count / found[group] for (group, _), count in both.items()) / len(gold)
    recall = sum(count * count / stories[story] for (_, story), count in both.items()) / len(gold)
    right = pairs(both.values())
    pair_precision = right / (pairs(found.values()) or 1)
    pair_recall = right / (pairs(stories.values()) or 1)
    return Scores(
        precision, recall, f1(precision, recall), pair_precision, pair_recall, f1(pair_precision, pair_recall)
    )


def exact(groups: Iterable[Sequence[str]], gold: Mapping[str, Hashable]) -> float:
    """Share of the stories of gold that are a group, no article more and none less."""
    stories: dict[Hashable, list[str]] = {}
    for article, story in gold.items():
        stories.setdefault(story, []).append(article)
    found = {tuple(sorted(group)) for group in groups}
    return sum(tuple(sorted(members)) in found for members in stories.values()) / len(stories)


def pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
