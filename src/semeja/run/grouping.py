"""All articles by story."""

from collections.abc import Iterator

import msgspec

from semeja.compare.features import features
from semeja.group.decided_stories import decided_stories
from semeja.group.stories import Features, group_stories
from semeja.records.decision import holding
from semeja.run.built import Notify
from semeja.run.keys import article_key
from semeja.run.reading import FEATURES
from semeja.store.protocol import Store


def group_articles(store: Store, rules: str, notify: Notify) -> tuple[tuple[str, ...], ...]:
    """Article ids by story, from the kept features of each article."""
    stories = group_stories(_features(store, rules))
    grouped = sum(map(len, stories))
    notify("group", grouped, grouped)
    return decided_stories(stories, holding(store.decisions()))


def _features(store: Store, rules: str) -> Iterator[Features]:
    """One by one: grouping holds less of an article than its features."""
    for article in store.articles():
        kept = store.cached(FEATURES, article_key(article, rules))
        reading = None if kept else store.reading(article, rules)
        if kept:
            yield msgspec.msgpack.decode(kept, type=Features)
        elif reading:
            yield features(article, reading)
