"""The piles of articles with their stories on which grouping is measured, read as one build of all reads them."""

import hashlib
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from benchmarks.quality.parts.data import DATA, records_of

from semeja.lang.pack import load_packs
from semeja.read.cleaning.template import house_lines
from semeja.read.reading import read
from semeja.records.article import Article
from semeja.records.reading import Reading
from semeja.run.furniture import house_of

GIVEME = "news of 33 events"
TRAIN, DEV = "ECB+ sub-topics, train", "ECB+ sub-topics, dev"


class Labelled(NamedTuple):
    """An article, its reading and the story to which people put it."""

    article: Article
    reading: Reading
    story: str


Row = tuple[str, str, dict[str, Any], str]
"""Id, text, what is stated beside it, story."""


@cache
def giveme() -> tuple[Labelled, ...]:
    """The half of Giveme5W1H's `news_cluster` that is used here."""
    rows = records_of(DATA / "clustering" / "giveme5w1h_half" / "articles.jsonl.gz")
    stated = {"url": "url", "title": "title", "published": "date", "outlet": "domain"}
    return labelled(
        [
            (
                row["id"],
                f"{row['title'] or ''}\n\n{row['text']}",
                {key: row[name] for key, name in stated.items()},
                str(row["event_id"]),
            )
            for row in rows
        ]
    )


@cache
def ecbplus(split: str) -> tuple[Labelled, ...]:
    """Documents of ECB+: two events made alike for each of its topics. They have neither title nor stated day."""
    rows = [row for row in records_of(DATA / "clustering" / "ecbplus" / "docs.jsonl.gz") if row["split"] == split]
    return labelled([(row["id"], row["text"], {"url": row["url"]}, row["subtopic"]) for row in rows])


def labelled(rows: Sequence[Row]) -> tuple[Labelled, ...]:
    """The readings, without the lines that an outlet puts into all of its articles."""
    packs = load_packs()
    articles = [
        Article(id, id, text, hashlib.sha256(text.encode()).hexdigest(), **stated) for id, text, stated, _ in rows
    ]
    readings = [read(article, packs) for article in articles]
    houses = [house_of(article, reading) for article, reading in zip(articles, readings, strict=True)]
    learned = house_lines(houses)
    found = []
    for article, reading, house, (*_, story) in zip(articles, readings, houses, rows, strict=True):
        lines = frozenset(house.lines) & learned.get(house.outlet, frozenset())
        found.append(Labelled(article, read(article, packs, furniture=lines) if lines else reading, story))
    return tuple(found)
