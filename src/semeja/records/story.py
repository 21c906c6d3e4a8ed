"""A story: the articles that report one happening, with their readings."""

import msgspec

from semeja.records.article import Article
from semeja.records.decision import Decision
from semeja.records.dossier import Evidence
from semeja.records.reading import Reading


class Story(msgspec.Struct, frozen=True):
    """Articles and readings side by side, sorted by publication time (unknown first), then id.

    `decisions`: what people decided of this story, in order.
    """

    articles: tuple[Article, ...]
    readings: tuple[Reading, ...]
    decisions: tuple[Decision, ...] = ()

    def evidence(self, index: int, start: int, end: int) -> Evidence:
        """The characters `start:end` of the article at `index`."""
        article = self.articles[index]
        return Evidence(article.id, start, end, article.text[start:end])


def make_story(articles: tuple[Article, ...], readings: tuple[Reading, ...]) -> Story:
    """A story in its one order, whatever the order of the arguments."""

    def place(pair: tuple[Article, Reading]) -> tuple[str, str]:
        article, reading = pair
        published = reading.published.value if reading.published else None
        return published or "", article.id

    pairs = sorted(zip(articles, readings, strict=True), key=place)
    return Story(tuple(article for article, _ in pairs), tuple(reading for _, reading in pairs))
