"""Stories and shared text in a large pile: ours beside MinHash LSH, each size and way in a process of its own.

python -m benchmarks.speed.search WAY COUNT        one run, printed as JSON
"""

import importlib
import json
import math
import resource
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from time import process_time
from typing import Any, NamedTuple

from benchmarks.speed.corpus import articles
from benchmarks.speed.pile import KINDS, Pile, Words, make_pile

from semeja.compare.features import features
from semeja.group.duplicates import shared_texts
from semeja.group.fingerprints import fingerprints, word_places
from semeja.group.stories import Features, group_stories
from semeja.lang.pack import load_packs
from semeja.read.reading import read

SIZES = (10_000, 30_000, 100_000)
READ = 1_000
"""Articles that go through the whole reading, to set the pile's counts beside."""
SHINGLE, PERMUTATIONS = 3, 128
"""Words of a shingle and hash functions of the MinHash: the usual ones."""
KIB_PER_MIB = 1024

Pairs = set[tuple[str, str]]


class Run(NamedTuple):
    """Seconds of one core, the peak of memory in MiB, and scores by name."""

    articles: int
    seconds: float
    peak: float
    scores: dict[str, float]


def ours(pile: Pile) -> Pairs:
    """Pairs that share text, each with its shares counted word by word."""
    return {(one.left, one.right) for one in shared_texts(Words(pile.texts))}


def minhash(threshold: float) -> Callable[[Pile], Pairs]:
    """Pairs whose MinHashes meet in the index of datasketch; the texts themselves are not compared."""

    def search(pile: Pile) -> Pairs:
        datasketch: Any = importlib.import_module("datasketch")
        index = datasketch.MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
        found: Pairs = set()
        for article, words in Words(pile.texts).items():
            sketch = datasketch.MinHash(num_perm=PERMUTATIONS)
            sketch.update_batch([" ".join(shingle).encode() for shingle in _shingles(words)])
            found |= {(min(article, other), max(article, other)) for other in index.query(sketch)}
            index.insert(article, sketch, check_duplication=False)
        return found

    return search


def _shingles(words: list[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[first:] for first in range(SHINGLE)))


WAYS: dict[str, Callable[[Pile], Pairs]] = {
    "semeja": ours,
    "datasketch, threshold 0.5": minhash(0.5),
    "datasketch, threshold 0.2": minhash(0.2),
}
STORIES = "stories"


def search(way: str, count: int) -> Run:
    """One search for shared text in a pile of `count` articles."""
    pile = make_pile(count)
    start = process_time()
    found = WAYS[way](pile)
    seconds = process_time() - start
    planted = Counter(one.kind for one in pile.planted)
    hits = Counter(one.kind for one in pile.planted if (min(one[1:]), max(one[1:])) in found)
    strange = sum(pile.story_of[left] != pile.story_of[right] for left, right in found)
    return Run(count, seconds, _peak(), {kind: hits[kind] / planted[kind] for kind in KINDS} | {"strange": strange})


def group(count: int) -> Run:
    """All stories of a pile of `count` articles: BCubed precision and recall."""
    pile = make_pile(count)
    spent = [0.0]
    start = process_time()
    stories = group_stories(_clocked(pile.features(), spent))
    seconds = process_time() - start - spent[0]
    sizes = Counter(pile.story_of.values())
    precision = recall = 0.0
    for members in stories:
        for story, hits in Counter(pile.story_of[article] for article in members).items():
            precision += hits * hits / len(members)
            recall += hits * hits / sizes[story]
    return Run(count, seconds, _peak(), {"precision": precision / count, "recall": recall / count})


def _clocked(made: Iterator[Features], spent: list[float]) -> Iterator[Features]:
    """The features, with the time that making them takes: in a build they lie in the store."""
    while True:
        start = process_time()
        one = next(made, None)
        spent[0] += process_time() - start
        if one is None:
            return
        yield one


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MIB


def measure(way: str, count: int) -> Run:
    """One run in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.speed.search", way, str(count)]
    return Run(*json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def search_table(count: int) -> list[str]:
    """Both searches up to `count` articles, and what the pile is like, as Markdown."""
    sizes = [int(size * count / SIZES[-1]) for size in SIZES]
    heads = " | ".join(f"{size:,}" for size in sizes)
    names = " | ".join(KINDS)
    shared = {way: [measure(way, size) for size in sizes] for way in WAYS}
    grouped = [measure(STORIES, size) for size in sizes]
    return [
        f"| seconds of one core for so many articles | {heads} | growth | peak memory, MiB |",
        "|---|" + "---:|" * (len(sizes) + 2),
        *(_row(f"shared text: {way}", runs) for way, runs in shared.items()),
        _row("stories", grouped),
        "",
        f"| found of the texts planted among {sizes[-1]:,} | {names} | pairs of two stories |",
        "|---|" + "---:|" * (len(KINDS) + 1),
        *(_found(way, runs[-1]) for way, runs in shared.items()),
        "",
        f"Stories: BCubed precision {grouped[-1].scores['precision']:.3f}, recall {grouped[-1].scores['recall']:.3f}.",
        "",
        *_likeness(),
    ]


def _row(name: str, runs: list[Run]) -> str:
    growth = math.log(runs[-1].seconds / runs[0].seconds) / math.log(runs[-1].articles / runs[0].articles)
    cells = " | ".join(f"{run.seconds:.1f}" for run in runs)
    return f"| {name} | {cells} | n^{growth:.2f} | {runs[-1].peak:,.0f} |"


def _found(way: str, run: Run) -> str:
    cells = " | ".join(f"{100 * run.scores[kind]:.1f} %" for kind in KINDS)
    return f"| {way} | {cells} | {run.scores['strange']:,.0f} |"


def _likeness() -> list[str]:
    """How the articles of the pile are, beside those that were read."""
    packs, pile = load_packs(), make_pile(READ)
    read_ones = [(one.text, features(one, read(one, packs))) for one in articles(READ)]
    made = list(zip(pile.texts.values(), pile.features(), strict=True))
    rows = [("the pile", *_counts(made)), ("recombined samples, read", *_counts(read_ones))]
    return [
        f"| {READ:,} articles, on average | words | different words | terms | names among them | prints |",
        "|---|---:|---:|---:|---:|---:|",
        *(f"| {name} | " + " | ".join(f"{value:.0f}" for value in values) + " |" for name, *values in rows),
    ]


def _counts(rows: list[tuple[str, Features]]) -> tuple[float, ...]:
    texts = [[word for word, _, _ in word_places(text)] for text, _ in rows]
    sums = (
        sum(map(len, texts)),
        sum(len(set(words)) for words in texts),
        sum(len(one.terms) for _, one in rows),
        sum(":" in term for _, one in rows for term in one.terms),
        sum(len(fingerprints(words)) for words in texts),
    )
    return tuple(value / len(rows) for value in sums)


if __name__ == "__main__":
    done = group(int(sys.argv[2])) if sys.argv[1] == STORIES else search(sys.argv[1], int(sys.argv[2]))
    print(json.dumps(done))
