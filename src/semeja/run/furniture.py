"""House furniture of outlets, learned from all stored articles, and stories read again without it."""

from collections.abc import Mapping
from urllib.parse import urlsplit

import msgspec

from semeja.lang.cleaning import merged
from semeja.lang.pack import load_packs
from semeja.read.cleaning.template import House, house_lines, possible_lines
from semeja.read.reading import read
from semeja.records.article import Article
from semeja.records.reading import Reading
from semeja.records.story import Story, make_story
from semeja.run.keys import article_key
from semeja.store.protocol import Store

HOUSE = "house"
"""Kind of cached result: the lines of an article that would be furniture if they came again."""

Furniture = Mapping[str, tuple[str, ...]]
"""Lines of house furniture by the id of the article in which they stand; an article without any is left out."""


def learn_furniture(store: Store, rules: str) -> dict[str, tuple[str, ...]]:
    """The furniture in each stored article, from the articles alone, whatever their order."""
    houses = {article.id: kept_house(article, store, rules) for article in store.articles()}
    learned = house_lines(houses.values())
    found = {
        id: tuple(line for line in house.lines if line in learned.get(house.outlet, ())) for id, house in houses.items()
    }
    return {id: lines for id, lines in found.items() if lines}


def house_of(article: Article, reading: Reading | None) -> House:
    """What an article has to say for the counting of its outlet's lines; none where nobody knows the outlet."""
    outlet = _outlet_of(article, reading)
    if outlet is None:
        return House("", "", ())
    return possible_lines(article, outlet, (merged(tuple(load_packs(False))),))


def kept_house(article: Article, store: Store, rules: str) -> House:
    """`house_of` an article as its reader kept it."""
    key = article_key(article, rules)
    kept = store.cached(HOUSE, key)
    if kept:
        return msgspec.msgpack.decode(kept, type=House)
    house = house_of(article, store.reading(article, rules))
    store.put_cached(HOUSE, key, msgspec.msgpack.encode(house))
    return house


def without_furniture(story: Story, furniture: Furniture, models: bool = True) -> Story:
    """The story with the articles that hold furniture read again without it; the same story where none does."""
    if not any(article.id in furniture for article in story.articles):
        return story
    packs = load_packs(models)
    readings = tuple(
        read(article, packs, furniture=frozenset(furniture[article.id])) if article.id in furniture else reading
        for article, reading in zip(story.articles, story.readings, strict=True)
    )
    return make_story(story.articles, readings)


def _outlet_of(article: Article, reading: Reading | None) -> str | None:
    """A key of the outlet: as stated, the host of the address, or as its text tells it."""
    if article.outlet:
        return article.outlet.casefold()
    host = urlsplit(article.url).hostname if article.url else None
    if host:
        return host.removeprefix("www.")
    name = reading.structure.outlet_name if reading else None
    return name.casefold() if name else None
