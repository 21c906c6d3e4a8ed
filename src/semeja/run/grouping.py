"""All articles by story."""

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
    terms = []
    for article in store.articles():
        kept = store.cached(FEATURES, article_key(article, rules))
        reading = None if kept else store.reading(article, rules)
        if kept:
            terms.append(msgspec.msgpack.decode(kept, type=Features))
        elif reading:
            terms.append(features(article, reading))
    notify("group", len(terms), len(terms))
    return decided_stories(group_stories(tuple(terms)), holding(store.decisions()))
