"""How time grows with the number of articles: each size in a process of its own, so that peaks of memory are true."""

import json
import math
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from benchmarks.speed.corpus import articles

from semeja.group.duplicates import shared_texts
from semeja.group.fingerprints import word_places
from semeja.run.building import build

KIB_PER_MIB = 1024


class Measured(NamedTuple):
    """Seconds by stage of one run, and the peak of memory in MiB until the end of each stage."""

    articles: int
    workers: int
    seconds: dict[str, float]
    peaks: dict[str, float]


def measure(count: int, workers: int) -> Measured:
    """One size in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.speed.growth", str(count), str(workers)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return Measured(*json.loads(done.stdout.splitlines()[-1]))


def peak_memory() -> float:
    """MiB of the largest process so far, this one or a worker that has ended."""
    usage = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return usage / KIB_PER_MIB


def build_all(count: int, workers: int) -> tuple[dict[str, float], dict[str, float]]:
    """Seconds and peak memory of each stage of the main job on `count` text files, collected to written."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "in", Path(folder) / "out"
        source.mkdir()
        for article in articles(count):
            (source / article.source).write_text(article.text, "utf-8")
        seconds: dict[str, float] = {}
        peaks: dict[str, float] = {}
        mark = [perf_counter()]

        def notify(stage: str, done: int, total: int) -> None:
            now = perf_counter()
            seconds[stage] = seconds.get(stage, 0.0) + now - mark[0]
            mark[0] = now
            peaks[stage] = peak_memory()

        start = perf_counter()
        build([str(source)], out, workers, notify)
        return seconds | {"end to end": perf_counter() - start}, peaks | {"end to end": peak_memory()}


def search_duplicates(count: int) -> float:
    """Seconds for the duplicate search alone over the bodies of `count` articles."""
    texts = {one.id: tuple(word for word, _, _ in word_places(one.text)) for one in articles(count)}
    start = perf_counter()
    shared_texts(texts)
    return perf_counter() - start


def exponent(runs: list[Measured], stage: str) -> float:
    """Slope of log time over log size between the smallest and the largest run: 1 is linear, n·log n about 1.1."""
    first, last = runs[0], runs[-1]
    return math.log(last.seconds[stage] / first.seconds[stage]) / math.log(last.articles / first.articles)


def main(count: int, workers: int) -> None:
    """Prints one run as JSON."""
    seconds, peaks = build_all(count, workers)
    if workers == 1:
        seconds["duplicates"] = search_duplicates(count)
    print(json.dumps([count, workers, seconds, peaks]))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
