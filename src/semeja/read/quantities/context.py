"""As of when a figure holds, and about which country or place it is."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from semeja.lang.phrases import match, match_back
from semeja.read.draft import Draft
from semeja.read.quantities.amounts import Line
from semeja.records.reading import Mention, Sentence, TimeExpression

PLACES: Final = frozenset({"country", "place"})
NEARBY: Final = 90  # characters between a figure and the place that it is about


class Nearby:
    """Mentions of one kind in order, and where they start."""

    def __init__(self, starts: list[int], mentions: list[Mention]) -> None:
        self.starts: Final = starts
        self.mentions: Final = mentions

    def between(self, first: int, last: int) -> list[Mention]:
        """Those that start in `[first, last)`."""
        low = bisect_left(self.starts, first)
        if low == len(self.starts) or self.starts[low] >= last:
            return []
        return self.mentions[low : bisect_left(self.starts, last, low)]


def nearby(mentions: Sequence[Mention], kinds: frozenset[str]) -> Nearby:
    """The mentions of the given kinds."""
    found = [mention for mention in mentions if mention.kind in kinds]
    return Nearby([mention.start for mention in found], found)


def about_whom(places: Nearby, sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """Countries and places (`PLACES`) named near the figure in its sentence."""
    near = places.between(max(sentence.start, start - NEARBY), min(sentence.end, start + NEARBY + 1))
    if not near:
        return ()
    found = {entity for mention in near if not start <= mention.start < end for entity in mention.entities}
    return tuple(sorted(found))


def moments(draft: Draft, line: Line) -> list[int | None]:
    """For each sentence the time as of which its figures hold, as an index of `draft.times`.

    It is told by `hingga`, `per`, `as of` (not after publication), by a time that opens a sentence of counting (`sehari
    sebelumnya, X mencatat …`), or by an earlier year that the sentence speaks of;
    the following sentences of the paragraph keep it until one tells a time of its own, and `pada jam yang sama` takes
    up the last one of the article.
    """
    today = draft.published.value[:10] if draft.published and draft.published.value else None
    found: list[int | None] = []
    times, index, kept, paragraph, last = draft.times, 0, None, -1, None
    for sentence in draft.sentences:
        if sentence.paragraph != paragraph:
            kept, paragraph = None, sentence.paragraph
        inside = []
        while index < len(times) and times[index].start < sentence.end:
            if times[index].role == "event" and times[index].start >= sentence.start:
                inside.append(index)
            index += 1
        if inside:
            kept = next((one for one in inside if _bounds(line, times[one], sentence, today)), None)
        elif kept is None and last is not None and _says_same_moment(line, sentence):
            kept = last
        last = kept if kept is not None else last
        found.append(kept)
    return found


def of_each(begins: Sequence[int], time: TimeExpression, as_of: int) -> list[int | None]:
    """The moment of each figure of a sentence, by where the figures begin.

    Of `63 percent, up from 57 percent in 2020` the year belongs to the last.
    """
    if time.granularity not in ("year", "month"):
        return [as_of] * len(begins)
    return [as_of if time.start <= following else None for following in [*begins[1:], time.start][: len(begins)]]


def _says_same_moment(line: Line, sentence: Sentence) -> bool:
    """`Pada jam yang sama`, near the beginning of the sentence."""
    first, last, table, keys = sentence.first_token, sentence.last_token, line.table.same_moment, line.keys
    for at in range(first, min(first + 3, last)):
        if keys[at] in table and match(table, keys, at, last) is not None:
            return True
    return False


def _bounds(line: Line, time: TimeExpression, sentence: Sentence, today: str | None) -> bool:
    """Whether figures hold as of the time: a word says so, or it lies in an earlier year."""
    value = time.value or ""
    if today is not None and value[:4] < today[:4]:
        return True
    first = bisect_left(line.starts, time.start)
    led = match_back(line.table.as_of, line.keys, sentence.first_token, first) is not None
    opens = first == sentence.first_token and time.granularity != "year"
    led = led or (opens and not line.table.groups["counts"].isdisjoint(line.keys[first : sentence.last_token]))
    return led and (today is None or value[:10] <= today)
