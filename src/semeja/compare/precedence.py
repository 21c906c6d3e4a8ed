"""Which of two texts was there first, as far as credits, dates and lengths tell."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from semeja.compare.instants import earlier
from semeja.compare.times import day_range
from semeja.records.article import Article
from semeja.records.provenance import Edge
from semeja.records.reading import Reading
from semeja.records.story import Story

Credited = Mapping[int, frozenset[int]]
"""Index of an article -> indices of the articles whose outlet it credits."""

_ADDRESS_DAY = re.compile(r"[/\-_](20\d\d)[/\-_]?(0[1-9]|1[0-2])[/\-_]?(0[1-9]|[12]\d|3[01])(?!\d)")


class Precedence:
    """Who came first among the articles of a story.

    Decided by the first of these that tells: only one credits the other's outlet; only one is dated before the last day
    on which by both something has happened; one was published earlier; only one credits any outlet; the longer text is
    the source (copies are cut more often than extended); the order of the story.
    """

    def __init__(self, story: Story, credited: Credited, lengths: Sequence[int]) -> None:
        self._credited, self._lengths = credited, lengths
        published = [first_day_known(*pair) for pair in zip(story.articles, story.readings, strict=True)]
        self._published = [_after_credited(published, index, credited) for index in range(len(published))]
        self._happened = [last_day_told(reading) for reading in story.readings]

    def comes_first(self, one: int, other: int) -> bool:
        """Whether the article at `one` is the source rather than the one at `other`."""
        first = self.sign(one, other)
        if first is not None:
            return first
        lengths = self._lengths[one], self._lengths[other]
        return lengths[0] > lengths[1] if lengths[0] != lengths[1] else one < other

    def sign(self, one: int, other: int) -> bool | None:
        """The same as far as credits and times tell it; None: they do not."""
        credits_one, credits_other = one in self._credited.get(other, ()), other in self._credited.get(one, ())
        if credits_one != credits_other:
            return credits_one
        return next((first for first in self._signs_of_time(one, other) if first is not None), None)

    def _signs_of_time(self, one: int, other: int) -> Iterator[bool | None]:
        """Whether the one came first, by each sign in turn; None: this one does not tell."""
        told = min(self._happened[one], self._happened[other])
        times = self._published[one], self._published[other]
        possible = [told <= time[: len(told)] for time in times if told and time]
        yield possible[0] if len(set(possible)) == 2 else None
        yield earlier(*times)
        at_all = bool(self._credited.get(one)), bool(self._credited.get(other))
        yield at_all[1] if at_all[0] != at_all[1] else None

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


def dated_before_source(story: Story, edges: Iterable[Edge]) -> frozenset[str]:
    """Articles that bear an earlier time than the text of which they are shown to be copies."""
    times = {
        article.id: reading.published.value if reading.published else None
        for article, reading in zip(story.articles, story.readings, strict=True)
    }
    return frozenset(
        edge.from_ for edge in edges if edge.relation == "copy_of" and earlier(times[edge.from_], times[edge.to])
    )


def last_day_told(reading: Reading) -> str:
    """The last day on which something has happened by an article, empty where it dates nothing. An article that bears
    an earlier date bears a false one."""
    dates = [event.date for event in reading.events if event.date is not None and event.modality == "actual"]
    days = [day_range(reading.times[date].value) for date in dates]
    return max((day[0].isoformat() for day in days if day), default="")


def _address_day(url: str | None) -> str | None:
    found = _ADDRESS_DAY.search(url or "")
    if found is None:
        return None
    try:
        return date(*(int(part) for part in found.groups())).isoformat()
    except ValueError:
        return None
