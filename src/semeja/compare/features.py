"""What story grouping is told of an article: its words, its names, its figures, the days it tells of, and its day."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from semeja.compare.times import day_range
from semeja.compare.wording import content_keys
from semeja.group.vectors import DAY, MOST_TERMS, Features, heaviest, weight
from semeja.records.article import Article
from semeja.records.reading import Reading, Sentence

LEAD = 6
"""Sentences, the title included, that tell what the article is about; what comes later is often an older story."""
LEAD_COUNT = 2
"""A term of the lead counts as if it stood this often."""
TITLE_COUNT = 2
"""And one of the title so often again."""
_DAYS = frozenset({"day", "part_of_day", "hour", "minute"})


def features(article: Article, reading: Reading) -> Features:
    """Terms of title and body as keys that languages share; entities stand as `kind:slug`, days as `@2025-03-03`."""
    counts: Counter[str] = Counter()
    told = [one for one in reading.sentences if one.zone in ("title", "body")]
    for at, sentence in enumerate(told):
        times = (TITLE_COUNT if sentence.zone == "title" else 1) * (LEAD_COUNT if at < LEAD else 1)
        for term in _terms(article.text[sentence.start : sentence.end], reading.language):
            counts[term] += times
    if not reading.sentences:
        counts.update(content_keys(article.text, reading.language))
    counts.update(_entities(reading, told))
    counts.update(
        DAY + time.value[:10]
        for time in reading.times
        if time.value and time.granularity in _DAYS and time.role != "publication"
    )
    kept = heaviest({term: weight(term, count) for term, count in counts.items()}, MOST_TERMS)
    days = day_range(reading.published.value) if reading.published else None
    named = _named(article, reading)
    return Features(
        article.id,
        days[0].toordinal() if days else None,
        {term: float(counts[term]) for term in sorted(kept)},
        tuple(sorted(term for term in kept if term in named)),
    )


def _terms(text: str, language: str | None) -> dict[str, None]:
    """Words and pairs of neighbouring words of a sentence, each once."""
    words = content_keys(text, language)
    return dict.fromkeys([*words, *map(" ".join, pairwise(words))])


def _entities(reading: Reading, told: Sequence[Sentence]) -> Counter[str]:
    """Entities by the number of their mentions; a group (`group:soldiers`) is a word, no name."""
    lead_end = told[min(LEAD, len(told)) - 1].end if told else 0
    counts: Counter[str] = Counter()
    for mention in reading.mentions:
        for entity in mention.entities:
            if not entity.startswith("group:"):
                counts[entity] += LEAD_COUNT if mention.start < lead_end else 1
    return counts


def _named(article: Article, reading: Reading) -> frozenset[str]:
    """Words, and pairs of words, of proper names; in a language that is not read, words that are always capitalised."""
    if not reading.sentences:
        return frozenset(_always_capitalised(article.text))
    names = [one for one in reading.mentions if one.form == "name"]
    return frozenset(term for one in names for term in _terms(article.text[one.start : one.end], reading.language))


def _always_capitalised(text: str) -> Iterator[str]:
    forms = set(text.split())
    for form in forms:
        word = form.strip(".,;:!?\"'()[]“”‘’«»")
        if word[:1].isupper() and word.casefold() not in forms:
            yield word.casefold()
