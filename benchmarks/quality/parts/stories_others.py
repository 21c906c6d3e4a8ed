"""What stories are made with otherwise, on the words of the same articles: clustering of TF-IDF vectors."""

import importlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from benchmarks.quality.parts.stories_scores import Scores, scores
from benchmarks.quality.parts.stories_sets import Labelled

Groups = list[list[str]]
THRESHOLDS = [step / 100 for step in range(50, 99, 2)]
"""Cosine distances at which the tree is cut; the best one of each set is reported, which favours the library."""
SIZES = range(2, 6)
"""Smallest clusters of HDBSCAN, the best one of each set likewise."""


def _version() -> str:
    try:
        return version("scikit-learn")
    except PackageNotFoundError:
        return "?"


def best_of(rows: Sequence[Labelled], ways: Sequence[Callable[[Any, Sequence[str]], Groups]]) -> Scores:
    """The scores of the way with the highest BCubed F1."""
    vectors, ids = _vectors(rows), [row.article.id for row in rows]
    gold = {row.article.id: row.story for row in rows}
    return max((scores(way(vectors, ids), gold) for way in ways), key=lambda one: one.f1)


def agglomerative(rows: Sequence[Labelled]) -> Scores:
    """Average linkage by cosine distance."""
    clustering: Any = importlib.import_module("sklearn.cluster").AgglomerativeClustering

    def cut(threshold: float) -> Callable[[Any, Sequence[str]], Groups]:
        model = clustering(n_clusters=None, metric="cosine", linkage="average", distance_threshold=threshold)
        return lambda vectors, ids: _groups(model.fit_predict(vectors.toarray()), ids)

    return best_of(rows, [cut(threshold) for threshold in THRESHOLDS])


def hdbscan(rows: Sequence[Labelled]) -> Scores:
    """HDBSCAN (Campello et al. 2013) by cosine distance; what it calls noise stands alone."""
    clustering: Any = importlib.import_module("sklearn.cluster").HDBSCAN

    def sized(size: int) -> Callable[[Any, Sequence[str]], Groups]:
        model = clustering(min_cluster_size=size, metric="cosine", algorithm="brute", copy=True)
        return lambda vectors, ids: _groups(model.fit_predict(vectors.toarray()), ids)

    return best_of(rows, [sized(size) for size in SIZES])


OTHERS: dict[str, Callable[[Sequence[Labelled]], Scores]] = {
    f"TF-IDF + agglomerative, scikit-learn {_version()}": agglomerative,
    f"TF-IDF + HDBSCAN, scikit-learn {_version()}": hdbscan,
}


def _vectors(rows: Sequence[Labelled]) -> Any:
    maker: Any = importlib.import_module("sklearn.feature_extraction.text").TfidfVectorizer
    vectorizer = maker(stop_words="english", sublinear_tf=True)
    return vectorizer.fit_transform([f"{row.article.title or ''}\n{row.article.text}" for row in rows])


def _groups(labels: Sequence[int], ids: Sequence[str]) -> Groups:
    """Ids by label; the label -1 (noise) makes groups of one."""
    found: defaultdict[object, list[str]] = defaultdict(list)
    for id, label in zip(ids, labels, strict=True):
        found[int(label) if label >= 0 else id].append(id)
    return list(found.values())
