"""Sentences of the bodies with the day that they tell of: not the day on which somebody spoke, or a text was taken."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import accumulate

import msgspec

from semeja.lang import overview
from semeja.lang.pack import CODES
from semeja.records.reading import CodedEvent, Quotation, Reading, Sentence, TimeExpression
from semeja.records.story import Story
from semeja.text.keys import fold
from semeja.text.tokens import tokenise

BEHIND_CREDIT = 4
"""Characters between a credit (`Dilansir Halyard`) and the day on which the text was taken."""
REACH = 3
"""Sentences back in which `bantahan itu disampaikan …` finds the denial."""
SAID = "said"
_MARKS = frozenset({"correction", "retraction", "note", "update"})


class DatedSentence(msgspec.Struct, frozen=True):
    """A sentence, its place in the reading and the time that it tells of. `takes_up`: the PLOVER type of an act before
    it whose setting it tells (`*` any act of speech), `SAID` where only the saying is dated, or None."""

    index: int
    article: str
    at: int
    sentence: Sentence
    time: TimeExpression
    takes_up: str | None


def is_pickup(reading: Reading, time: TimeExpression) -> bool:
    """Whether a time stands right behind a credit: the day on which the other outlet was read."""
    return any(0 <= time.start - credit.end <= BEHIND_CREDIT for credit in reading.credits)


class _Page(msgspec.Struct, frozen=True):
    """Look-ups of one reading, so that each sentence asks only for its own: positions in `Reading.times` by sentence,
    quotes by the sentence of their cue, starts of somebody's own words with the furthest end up to each."""

    times: Mapping[int, list[int]]
    quotes: Mapping[int, list[Quotation]]
    events: Mapping[int, list[CodedEvent]]
    held: frozenset[int]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def dated_sentences(story: Story) -> Iterator[DatedSentence]:
    """Every body sentence with a time of an event, in order; without those that speak of the page."""
    for index, reading in enumerate(story.readings):
        page = _page(reading)
        for at in sorted(page.times):
            sentence = reading.sentences[at]
            if sentence.zone != "body" or _of_the_page(reading, sentence):
                continue
            places = [one for one in page.times[at] if not _is_uttered(page, reading.times[one])]
            takes_up = _takes_up(story, index, sentence)
            own = places if takes_up else [one for one in places if not _is_of_saying(page, reading, at, one)]
            if places:
                time = reading.times[(own or places)[0]]
                yield DatedSentence(index, reading.article, at, sentence, time, takes_up if own else SAID)


def _page(reading: Reading) -> _Page:
    times: dict[int, list[int]] = defaultdict(list)
    for place, time in enumerate(reading.times):
        at = reading.sentence_at(time.start)
        inside = at >= 0 and time.end <= reading.sentences[at].end
        if inside and time.value and time.role == "event" and not is_pickup(reading, time):
            times[at].append(place)
    quotes: dict[int, list[Quotation]] = defaultdict(list)
    for quote in reading.quotes:
        if quote.cue:
            quotes[reading.sentence_at(quote.cue.start)].append(quote)
    events: dict[int, list[CodedEvent]] = defaultdict(list)
    for event in reading.events:
        events[event.sentence].append(event)
    uttered = sorted((one.start, one.end) for one in reading.quotes if one.kind != "indirect")
    held = frozenset(one.as_of for one in reading.quantities if one.as_of is not None)
    ends = tuple(accumulate((end for _, end in uttered), max))
    return _Page(times, quotes, events, held, tuple(start for start, _ in uttered), ends)


def _of_the_page(reading: Reading, sentence: Sentence) -> bool:
    return any(mark.kind in _MARKS and sentence.start <= mark.start < sentence.end for mark in reading.corrections)


def _is_uttered(page: _Page, time: TimeExpression) -> bool:
    """Whether the time stands in somebody's own words or hopes: what they speak of need not have happened."""
    before = bisect_right(page.starts, time.start)
    return before > 0 and page.ends[before - 1] >= time.end


def _is_of_saying(page: _Page, reading: Reading, at: int, place: int) -> bool:
    """Whether the time belongs to who said something, and nothing else in the sentence is told of it."""
    time = reading.times[place]
    said = [quote for quote in page.quotes.get(at, ()) if not quote.start <= time.start < quote.end]
    dates = any(one.date == place or one.start <= time.start < one.end for one in page.events.get(at, ()))
    denied = any(quote.polarity != "affirmed" for quote in said)
    return bool(said) and not dates and place not in page.held and not denied


def _takes_up(story: Story, index: int, sentence: Sentence) -> str | None:
    """The type of act that the opening of a sentence takes up: `Bantahan itu …`, `The threat …`."""
    language = story.readings[index].language
    if language not in CODES:
        return None
    tables: overview.OverviewTables = overview.load(language)
    nouns: Mapping[str, str] = tables.act_nouns
    words = [fold(one) for one in tokenise(story.articles[index].text[sentence.start : sentence.start + 80]).words[:2]]
    if len(words) < 2:
        return None
    noun, other = (words[1], words[0]) if tables.pointer_first else (words[0], words[1])
    return nouns.get(noun) if other in tables.back_words else None
