"""A reading for every article that has none."""

from functools import partial

import msgspec

from semeja.compare.features import features
from semeja.engine.protocol import Engine
from semeja.group.stories import Features
from semeja.lang.pack import load_packs
from semeja.read.cleaning.template import House
from semeja.read.reading import read
from semeja.records.article import Article
from semeja.records.reading import Reading
from semeja.run.built import Notify
from semeja.run.furniture import HOUSE, house_of
from semeja.run.keys import article_key
from semeja.store.protocol import Store

FEATURES = "features"
"""Kind of cached result: what story grouping needs of an article."""


def read_articles(store: Store, engine: Engine, rules: str, notify: Notify, models: bool = True) -> None:
    """Read what is unread by these rules, with or without `models`; each reading is kept as soon as it is made."""
    total = len(store.article_ids())
    done = total - sum(1 for _ in store.unread(rules))
    for article, reading, terms, house in engine.each(partial(read_one, models=models), store.unread(rules)):
        key = article_key(article, rules)
        store.put_cached(FEATURES, key, msgspec.msgpack.encode(terms))
        store.put_cached(HOUSE, key, msgspec.msgpack.encode(house))
        store.put_reading(article, reading, rules)
        done += 1
        notify("read", done, total)


def read_one(article: Article, models: bool = True) -> tuple[Article, Reading, Features, House]:
    """The reading of an article, what grouping needs of it and its lines for `learn_furniture`; runs in a worker."""
    reading = read(article, load_packs(models))
    return article, reading, features(article, reading), house_of(article, reading)
