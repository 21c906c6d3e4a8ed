"""Which of two texts was there first, as far as credits, dates and lengths tell."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from semeja.compare.instants import earlier
from semeja.records.article import Article
from semeja.records.reading import Reading
from semeja.records.story import Story

Credited = Mapping[int, frozenset[int]]
"""Index of an article -> indices of the articles whose outlet it credits."""

_ADDRESS_DAY = re.compile(r"[/\-_](20\d\d)[/\-_]?(0[1-9]|1[0-2])[/\-_]?(0[1-9]|[12]\d|3[01])(?!\d)")


class Precedence:
    """Who came first among the articles of a story.

    Decided by the first of these that tells: only one credits the other's outlet; only one tells of a day after the
    date that it bears; one was published earlier; the longer text is the source (copies are cut more often than
    extended); the order of the story.
    """

    def __init__(self, story: Story, credited: Credited, lengths: Sequence[int]) -> None:
        self._credited, self._lengths = credited, lengths
        published = [first_day_known(*pair) for pair in zip(story.articles, story.readings, strict=True)]
        self._published = [_after_credited(published, index, credited) for index in range(len(published))]
        self._ahead = [tells_ahead(reading) for reading in story.readings]

    def comes_first(self, one: int, other: int) -> bool:
        """Whether the article at `one` is the source rather than the one at `other`."""
        credits_one, credits_other = one in self._credited.get(other, ()), other in self._credited.get(one, ())
        if credits_one != credits_other:
            return credits_one
        if self._ahead[one] != self._ahead[other]:
            return self._ahead[other]
        first = earlier(self._published[one], self._published[other])
        if first is not None:
            return first
        lengths = self._lengths[one], self._lengths[other]
        return lengths[0] > lengths[1] if lengths[0] != lengths[1] else one < other

    def credits(self, one: int, other: int) -> bool:
        """Whether the article at `one` credits the outlet of the one at `other`."""
        return other in self._credited.get(one, ())


def _after_credited(published: Sequence[str | None], index: int, credited: Credited) -> str | None:
    """The time that an article bears, or that of the first article that it credits where this is later: who names a
    source was there after it."""
    own, first = published[index], None
    for other in sorted(credited.get(index, ())):
        if first is None or earlier(published[other], first):
            first = published[other]
    return first if earlier(own, first) else own


def first_day_known(article: Article, reading: Reading) -> str | None:
    """When an article was there at the earliest: its publication time, or the day in its address where this is later.

    A page says of itself what it likes; a publishing system writes the day into the address.
    """
    published = reading.published.value if reading.published else None
    stated = _address_day(article.url)
    if published and stated and len(published) >= len(stated) and published[: len(stated)] < stated:
        return stated
    return published


def tells_ahead(reading: Reading) -> bool:
    """Whether an article names a day after the one that it bears. A preview does so, and so does each of its copies;
    where only one of two texts does, it bears a false date."""
    published = reading.published.value if reading.published else None
    if not published or len(published) < len("2024-01-01"):
        return False
    days = [time.value[:10] for time in reading.times if time.value and len(time.value) >= len("2024-01-01")]
    return any(day > published[:10] for day in days)


def _address_day(url: str | None) -> str | None:
    found = _ADDRESS_DAY.search(url or "")
    if found is None:
        return None
    try:
        return date(*(int(part) for part in found.groups())).isoformat()
    except ValueError:
        return None
