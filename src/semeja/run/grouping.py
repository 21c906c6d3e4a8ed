"""All articles by story."""

from collections.abc import Iterator

import msgspec

from semeja.compare.features import features
from semeja.group.decided_stories import decided_stories
from semeja.group.kept import Kept
from semeja.group.stories import Features, Pile
from semeja.records.article import Article
from semeja.records.decision import holding
from semeja.run.built import Notify
from semeja.run.keys import article_key
from semeja.run.reading import FEATURES
from semeja.store.protocol import Store

PILE = "pile"
"""Kind of kept result: which articles are alike, so that the next build compares only those that came since."""


def group_articles(store: Store, rules: str, notify: Notify) -> tuple[tuple[str, ...], ...]:
    """Article ids by story, from the kept features of each article and the graph that the last build has kept."""
    before = store.cached(PILE, rules)
    pile = Pile(msgspec.msgpack.decode(before, type=Kept) if before else None)
    stories = pile.update(_features(store, rules))
    after = msgspec.msgpack.encode(pile.to_record())
    if after != before:
        store.put_cached(PILE, rules, after)
    grouped = sum(map(len, stories))
    notify("group", grouped, grouped)
    return decided_stories(stories, holding(store.decisions()))


def _features(store: Store, rules: str) -> Iterator[Features]:
    """What grouping knows of each article, one at a time."""
    for article in store.articles():
        found = features_of(store, article, rules)
        if found:
            yield found


def features_of(store: Store, article: Article, rules: str) -> Features | None:
    """What grouping knows of an article, as its reader kept it; None for one that was not read."""
    kept = store.cached(FEATURES, article_key(article, rules))
    if kept:
        return msgspec.msgpack.decode(kept, type=Features)
    reading = store.reading(article, rules)
    return features(article, reading) if reading else None
