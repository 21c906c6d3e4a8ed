"""Keys of a passage: the entities that it names, and the meanings of its other words."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from semeja.compare.entities import Cast
from semeja.compare.wording import content_keys
from semeja.lang.pack import CODES
from semeja.lang.table import column
from semeja.records.reading import Mention, TimeExpression
from semeja.records.story import Story


@cache
def _limits(language: str | None) -> re.Pattern[str] | None:
    """Words of a deadline at the end of what stands before a time."""
    if language not in CODES:
        return None
    words = {word.strip() for cell in column(language, "operators", "limit") for word in cell.split(",")}
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in sorted(words))})(?: \w{{2,4}})?\s*$", re.IGNORECASE)


class Passages:
    """Looks up what stands in a passage of a story; mentions are kept by their place."""

    def __init__(self, story: Story, cast: Cast) -> None:
        self._story, self._cast = story, cast
        self._mentions = [sorted(reading.mentions, key=lambda one: (one.start, -one.end)) for reading in story.readings]
        self._starts = [[mention.start for mention in mentions] for mentions in self._mentions]
        self._time_starts = [[time.start for time in reading.times] for reading in story.readings]

    def keys(self, index: int, start: int, end: int, without: frozenset[str] = frozenset()) -> frozenset[str]:
        """Entities and word meanings of `start:end` in the article at `index`.

        `without`: parties whose names say nothing new there, because the record names them already.
        """
        reading, text = self._story.readings[index], self._story.articles[index].text
        found: set[str] = set()
        pieces, position = [], start
        for mention in self.inside(index, start, end):
            pieces.append(text[position : max(position, mention.start)])
            position = max(position, mention.end)
            found.update(self._cast.of(reading.article, mention.entities))
        pieces.append(text[position : max(position, end)])
        named = {one for one in found if one not in without and self._cast.party(one) not in without}
        return frozenset(content_keys(" ".join(pieces), reading.language)) | named

    def keys_without_times(
        self, index: int, start: int, end: int, without: frozenset[str] = frozenset()
    ) -> frozenset[str]:
        """As `keys`, but a time in the passage says nothing of what is asked or promised, only when.

        Nor do the words of a deadline right before it (`paling lambat`, `no later than`).
        """
        found, position = frozenset[str](), start
        text, limits = self._story.articles[index].text, _limits(self._story.readings[index].language)
        for time in self._times_inside(index, start, end):
            if time.start >= position:
                before = text[position : time.start]
                limit = limits.search(before) if limits else None
                found |= self.keys(index, position, position + limit.start() if limit else time.start, without)
                position = time.end
        return found | self.keys(index, position, end, without)

    def _times_inside(self, index: int, start: int, end: int) -> list[TimeExpression]:
        """The temporal expressions that lie in the passage, from left to right."""
        times, first = self._story.readings[index].times, bisect_left(self._time_starts[index], start)
        inside = []
        for time in times[first:]:
            if time.start >= end:
                break
            if time.end <= end:
                inside.append(time)
        return inside

    def inside(self, index: int, start: int, end: int) -> Iterator[Mention]:
        """The widest mentions that lie in the passage, from left to right; a group is a word, no name."""
        position = start
        mentions, first = self._mentions[index], bisect_left(self._starts[index], start)
        for at in range(first, len(mentions)):
            mention = mentions[at]
            if mention.start >= end:
                return
            if position <= mention.start and mention.end <= end and mention.entities and mention.kind != "group":
                position = mention.end
                yield mention
