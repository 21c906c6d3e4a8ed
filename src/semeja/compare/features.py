"""What story grouping is told of an article: its content stems, its names, its day."""

from collections import Counter

from semeja.compare.times import day_range
from semeja.compare.wording import content_stems
from semeja.group.stories import Features
from semeja.records.article import Article
from semeja.records.reading import Reading

TITLE_COUNT = 2
"""A word of the title counts as if it stood this often in the body."""


def features(article: Article, reading: Reading) -> Features:
    """Terms of title and body; entities stand as `kind:slug`, so that they meet across languages."""
    terms: Counter[str] = Counter()
    for sentence in reading.sentences:
        if sentence.zone in ("title", "body"):
            stems = content_stems(article.text[sentence.start : sentence.end], reading.language)
            terms.update(dict.fromkeys(stems, TITLE_COUNT if sentence.zone == "title" else 1))
    if not reading.sentences:
        terms.update(content_stems(article.text, reading.language))
    for mention in reading.mentions:
        terms.update(entity for entity in mention.entities if not entity.startswith("group:"))
    days = day_range(reading.published.value) if reading.published else None
    return Features(article.id, days[0].toordinal() if days else None, dict(terms))
