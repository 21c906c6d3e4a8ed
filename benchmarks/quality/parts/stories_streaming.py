"""A streaming baseline after Miranda et al., "Multilingual Clustering of Streaming News" (EMNLP 2018).

One article after the other, in order of time: it joins the cluster that a learned linear model ranks best, or opens
one when that model says no. The model sees cosines between TF-IDF vectors of article and cluster (words, stems and
entities, each in title, body and both) and three Gaussians of the distance in time to the cluster's newest, oldest and
mean article. Written for this comparison from the paper; where the paper trains a ranking and a merging model, one
logistic regression does both. It is fitted on the train half of ECB+.
"""

import importlib
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from benchmarks.quality.parts.stories_sets import Labelled, ecbplus

from semeja.compare.times import day_range
from semeja.compare.wording import content_stems

NAME = "streaming after Miranda et al. 2018, fitted on ECB+ train"
SPREAD = 3.0
"""Standard deviation of the Gaussians in days, as in the paper (72 hours)."""
ZONES = ("title", "body")
NEGATIVES = 5
"""Wrong clusters per article, the most alike ones, that the model is shown."""

Vector = dict[str, float]


class Told(NamedTuple):
    """An article as the baseline sees it: nine vectors and a day."""

    id: str
    vectors: tuple[Vector, ...]
    day: int | None
    story: str


class Cluster:
    """Summed vectors and days of the articles so far."""

    def __init__(self) -> None:
        self.members: list[str] = []
        self.sums: list[Vector] = [{} for _ in range(9)]
        self.days: list[int] = []
        self.story = ""

    def add(self, told: Told) -> None:
        self.members.append(told.id)
        for sums, vector in zip(self.sums, told.vectors, strict=True):
            for term, weight in vector.items():
                sums[term] = sums.get(term, 0.0) + weight
        self.days += [told.day] if told.day is not None else []

    def features(self, told: Told) -> list[float]:
        """Nine cosines, three nearnesses in time."""
        cosines = [cosine(vector, sums) for vector, sums in zip(told.vectors, self.sums, strict=True)]
        if told.day is None or not self.days:
            return [*cosines, 0.5, 0.5, 0.5]
        marks = (max(self.days), min(self.days), sum(self.days) / len(self.days))
        return [*cosines, *(math.exp(-(((told.day - mark) / SPREAD) ** 2) / 2) for mark in marks)]


def stream(rows: Sequence[Labelled], model: Any) -> list[list[str]]:
    """The clusters that the fitted model makes of the articles."""
    clusters: list[Cluster] = []
    for told in _told(rows):
        best = None
        if clusters:
            ranked = model.decision_function([cluster.features(told) for cluster in clusters])
            at = max(range(len(clusters)), key=lambda one: (ranked[one], -one))
            best = clusters[at] if ranked[at] > 0 else None
        if best is None:
            clusters.append(best := Cluster())
        best.add(told)
    return [cluster.members for cluster in clusters]


def fitted() -> Any:
    """The model, from the gold clusters of the train half met in a stream."""
    regression: Any = importlib.import_module("sklearn.linear_model").LogisticRegression
    samples, labels = [], []
    clusters: dict[str, Cluster] = {}
    for told in _told(ecbplus("train")):
        right = clusters.get(told.story)
        others = (cluster.features(told) for story, cluster in clusters.items() if story != told.story)
        wrong = sorted(others, key=sum, reverse=True)[:NEGATIVES]
        samples += [*([right.features(told)] if right else []), *wrong]
        labels += [1] * bool(right) + [0] * len(wrong)
        clusters.setdefault(told.story, Cluster()).add(told)
    return regression(C=10.0, max_iter=2000).fit(samples, labels)


def cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    dot = sum(weight * right.get(term, 0.0) for term, weight in left.items())
    length = math.hypot(*left.values()) * math.hypot(*right.values())
    return dot / length if length else 0.0


def _told(rows: Sequence[Labelled]) -> Iterator[Told]:
    """Articles in order of time with TF-IDF vectors; frequencies are those of the whole set, as in the paper."""
    counts = [_counts(row) for row in rows]
    frequency = [Counter(term for one in counts for term in one[at]) for at in range(9)]
    weights = [{term: math.log(len(rows) / count) + 1 for term, count in one.items()} for one in frequency]
    told = [
        Told(
            row.article.id,
            tuple({term: count * weights[at][term] for term, count in one[at].items()} for at in range(9)),
            days[0].toordinal() if row.reading.published and (days := day_range(row.reading.published.value)) else None,
            row.story,
        )
        for row, one in zip(rows, counts, strict=True)
    ]
    return iter(sorted(told, key=lambda one: (one.day or 0, one.id)))


def _counts(row: Labelled) -> tuple[Counter[str], ...]:
    """Words, stems and entities, each of title, body and both."""
    found = {(kind, zone): Counter[str]() for kind in range(3) for zone in ZONES}
    text, language = row.article.text, row.reading.language
    for sentence in row.reading.sentences:
        if sentence.zone in ZONES:
            passage = text[sentence.start : sentence.end]
            found[0, sentence.zone].update(passage.casefold().split())
            found[1, sentence.zone].update(content_stems(passage, language))
    for mention in row.reading.mentions:
        at = row.reading.sentence_at(mention.start)
        zone = row.reading.sentences[at].zone if at >= 0 else "body"
        found[2, zone if zone in ZONES else "body"].update(mention.entities)
    return tuple(
        counts
        for kind in range(3)
        for counts in (found[kind, "title"], found[kind, "body"], found[kind, "title"] + found[kind, "body"])
    )
