"""What story grouping is told of an article: its content stems, its names, its day."""

from collections import Counter

from semeja.compare.times import day_range
from semeja.compare.wording import content_stems
from semeja.group.stories import Features
from semeja.records.article import Article
from semeja.records.reading import Reading

TITLE_COUNT = 2
"""A word of the title counts as if it stood this often in the body."""
_COUNTS = {"title": TITLE_COUNT, "body": 1}


def features(article: Article, reading: Reading) -> Features:
    """Terms of title and body; entities stand as `kind:slug`, so that they meet across languages."""
    terms: list[str] = []  # in the order of the text; counted at once, which is quicker than sentence by sentence
    text, language = article.text, reading.language
    for sentence in reading.sentences:
        if sentence.zone in _COUNTS:
            stems = dict.fromkeys(content_stems(text[sentence.start : sentence.end], language))
            terms.extend([*stems] * _COUNTS[sentence.zone])
    if not reading.sentences:
        terms.extend(content_stems(text, language))
    for mention in reading.mentions:
        terms.extend([entity for entity in mention.entities if not entity.startswith("group:")])
    days = day_range(reading.published.value) if reading.published else None
    return Features(article.id, days[0].toordinal() if days else None, dict(Counter(terms)))
