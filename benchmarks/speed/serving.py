"""What the reader costs at the server, over a project of many articles that was made for it.

    python -m benchmarks.speed.serving [--articles N]

The stories are made of words drawn by a fixed seed, four articles each, and put into the lists as a build's would be.
"""

import argparse
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import perf_counter

from starlette.testclient import TestClient

from semeja.records.article import Article, Raw
from semeja.records.dossier import RemovedRange
from semeja.records.listing import ArticleEntry, ListedArticle, ListedStory, StoryEntry
from semeja.run.building import PROJECT, build
from semeja.store.search_index import SearchIndex
from semeja.store.sqlite import SqliteStore
from semeja.web.application import application
from semeja.web.guard import LOOPBACK, Access
from semeja.web.reader import Reader

PER_STORY = 4
WORDS = 180
VOCABULARY = 30_000
OUTLETS = 400
TIMES = 15
BATCH = 500


def words(chance: random.Random, vocabulary: list[str], weights: list[float]) -> str:
    """A text whose words are as unequally common as those of a language (Zipf)."""
    return " ".join(chance.choices(vocabulary, cum_weights=weights, k=WORDS))


def stories(count: int) -> Iterator[ListedStory]:
    """`count` articles in stories of four, over ten years."""
    chance = random.Random(1)
    vocabulary = [f"kata{number}" for number in range(VOCABULARY)]
    weights, total = [], 0.0
    for rank in range(1, VOCABULARY + 1):
        total += 1 / rank
        weights.append(total)
    for number in range(count // PER_STORY):
        day = f"{2015 + number % 10}-{1 + number // 10 % 12:02}-{1 + number // 120 % 28:02}"
        folder = f"story-{number}"
        articles = tuple(
            article(f"a{number}-{at}", folder, day, words(chance, vocabulary, weights), chance)
            for at in range(PER_STORY)
        )
        entry = StoryEntry(
            folder, f"story:{number}", f"Story {number}", "A line.", PER_STORY, 3, 2, 1, day, day, ("id",)
        )
        yield ListedStory(entry, "0" * 64, f"{day}T00:00Z", articles)


def article(id: str, folder: str, day: str, text: str, chance: random.Random) -> ListedArticle:
    """One of them."""
    outlet = f"Outlet {chance.randrange(OUTLETS)}"
    entry = ArticleEntry(id, folder, folder, text[:60], outlet, f"Owner {chance.randrange(40)}", day, "id", f"{id}.txt")
    grades = tuple(sorted(chance.sample(("C1", "C2", "C3", "C4", "X"), 2)))
    acts = ("demand",) if chance.random() < 0.1 else ()
    return ListedArticle(entry, f"{day}T00:00Z", day, grades, acts, text, (RemovedRange(0, 5, "share"),))


def fill(out: Path, count: int) -> float:
    """Makes the project; seconds that the lists took."""
    (out / "in").mkdir(parents=True)
    (out / "in" / "a.txt").write_text("Bupati Rahmat menutup pasar pada Minggu (1/3/2026).", "utf-8")
    build([str(out / "in")], out)
    made = list(stories(count))
    with SqliteStore(out / PROJECT) as store:
        for story in made:
            for one in story.articles:
                body = one.text.encode()
                raw = Raw(one.entry.source, "text", body, one.entry.id)
                store.add(raw, Article(one.entry.id, one.entry.source, one.text, one.entry.id), "bench")
        store.put_outputs({f"{story.entry.folder}/dossier.json": "0" * 64 for story in made})
    for story in made:
        (out / story.entry.folder).mkdir()
        (out / story.entry.folder / "dossier.json").touch()
    start = perf_counter()
    with SearchIndex(out / PROJECT, write=True) as index:
        for at in range(0, len(made), BATCH):
            with index.transaction():
                for story in made[at : at + BATCH]:
                    index.put(story)
        with index.transaction():
            index.count_choices()
    return perf_counter() - start


ASKED = (
    ("stream, first page", "/"),
    ("stream, page 500", "/?page=500"),
    ("stream, one outlet", "/?outlet=Outlet+7"),
    ("stream, one kind of act", "/?act=demand"),
    ("search, a common word", "/search?q=kata0"),
    ("search, a rare word", "/search?q=kata29000"),
    ("search, two words, a grade", "/search?q=kata3+kata40&grade=X"),
    ("search, a phrase", '/search?q="kata0+kata1"'),
    ("search, no word, an outlet and a year", "/search?outlet=Outlet+7&from=2020&to=2020"),
    ("search, first page as JSON", "/search.json"),
    ("feed of a search", "/search.atom?q=kata9"),
)


def table(count: int) -> list[str]:
    """Milliseconds at the server, as Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        listing = fill(out, count)
        size = sum(one.stat().st_size for one in (out / PROJECT).glob("listing.sqlite*"))
        before = getrusage(RUSAGE_SELF).ru_maxrss
        app = application(Reader(out, None, lambda: ""), Access(LOOPBACK))
        lines = [
            f"{count:,} articles in {count // PER_STORY:,} stories; lists: {listing:,.0f} s, {size / 1e6:,.0f} MB",
            "",
            "| page | first, ms | median, ms | slowest, ms |",
            "|---|---:|---:|---:|",
        ]
        with TestClient(app, base_url="http://127.0.0.1") as asking:
            lines += [
                f"| {name} | {' | '.join(f'{one:,.0f}' for one in taken(asking, path))} |" for name, path in ASKED
            ]
        grown = (getrusage(RUSAGE_SELF).ru_maxrss - before) / 1024
        return [*lines, "", f"Memory grew by {grown:,.0f} MB over {len(ASKED) * TIMES} requests."]


def taken(asking: TestClient, path: str) -> tuple[float, float, float]:
    """Milliseconds of the first request, of the median and of the slowest."""
    times = []
    for _ in range(TIMES):
        start = perf_counter()
        answer = asking.get(path)
        times.append(1000 * (perf_counter() - start))
        assert answer.status_code == 200, (path, answer.text)
    return times[0], sorted(times)[TIMES // 2], max(times)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=100_000)
    print("\n".join(table(parser.parse_args().articles)))


if __name__ == "__main__":
    main()
