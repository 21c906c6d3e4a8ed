"""Keys of a passage: the entities that it names, and the meanings of its other words."""

from bisect import bisect_left
from collections.abc import Iterator

from semeja.compare.entities import Cast
from semeja.compare.wording import content_keys
from semeja.records.reading import Mention
from semeja.records.story import Story


class Passages:
    """Looks up what stands in a passage of a story; mentions are kept by their place."""

    def __init__(self, story: Story, cast: Cast) -> None:
        self._story, self._cast = story, cast
        self._mentions = [sorted(reading.mentions, key=lambda one: (one.start, -one.end)) for reading in story.readings]
        self._starts = [[mention.start for mention in mentions] for mentions in self._mentions]

    def keys(self, index: int, start: int, end: int, without: frozenset[str] = frozenset()) -> frozenset[str]:
        """Entities and word meanings of `start:end` in the article at `index`.

        `without`: parties whose names say nothing new there, because the record names them already.
        """
        reading, text = self._story.readings[index], self._story.articles[index].text
        found: set[str] = set()
        pieces, position = [], start
        for mention in self._inside(index, start, end):
            pieces.append(text[position : max(position, mention.start)])
            position = max(position, mention.end)
            found.update(self._cast.of(reading.article, mention.entities))
        pieces.append(text[position : max(position, end)])
        named = {one for one in found if one not in without and self._cast.party(one) not in without}
        return frozenset(content_keys(" ".join(pieces), reading.language)) | named

    def _inside(self, index: int, start: int, end: int) -> Iterator[Mention]:
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
