"""Sentences of the bodies with the day that they tell of: not the day on which somebody spoke, or a text was taken."""

from collections.abc import Iterator, Mapping

import msgspec

from semeja.lang import overview
from semeja.lang.pack import CODES
from semeja.records.reading import Reading, Sentence, TimeExpression
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
    at: int
    sentence: Sentence
    time: TimeExpression
    takes_up: str | None


def is_pickup(reading: Reading, time: TimeExpression) -> bool:
    """Whether a time stands right behind a credit: the day on which the other outlet was read."""
    return any(0 <= time.start - credit.end <= BEHIND_CREDIT for credit in reading.credits)


def dated_sentences(story: Story) -> Iterator[DatedSentence]:
    """Every body sentence with a time of an event, in order; without those that speak of the page."""
    for index, reading in enumerate(story.readings):
        for at, sentence in enumerate(reading.sentences):
            if sentence.zone != "body" or _of_the_page(reading, sentence):
                continue
            times = [one for one in _times_in(reading, sentence) if not _is_uttered(reading, one)]
            takes_up = _takes_up(story, index, sentence)
            own = times if takes_up else [one for one in times if not _is_of_saying(reading, at, one)]
            if own:
                yield DatedSentence(index, at, sentence, own[0], takes_up)
            elif times:
                yield DatedSentence(index, at, sentence, times[0], SAID)


def _of_the_page(reading: Reading, sentence: Sentence) -> bool:
    return any(mark.kind in _MARKS and sentence.start <= mark.start < sentence.end for mark in reading.corrections)


def _times_in(reading: Reading, sentence: Sentence) -> list[TimeExpression]:
    return [
        one
        for one in reading.times
        if one.value
        and one.role == "event"
        and sentence.start <= one.start < one.end <= sentence.end
        and not is_pickup(reading, one)
    ]


def _is_uttered(reading: Reading, time: TimeExpression) -> bool:
    """Whether the time stands in somebody's own words or hopes: what they speak of need not have happened."""
    return any(
        quote.start <= time.start and time.end <= quote.end and quote.kind != "indirect" for quote in reading.quotes
    )


def _is_of_saying(reading: Reading, at: int, time: TimeExpression) -> bool:
    """Whether the time belongs to who said something, and nothing else in the sentence is told of it."""
    sentence = reading.sentences[at]
    said = [
        quote
        for quote in reading.quotes
        if quote.cue and sentence.start <= quote.cue.start < sentence.end and not quote.start <= time.start < quote.end
    ]
    if not said:
        return False
    position = reading.times.index(time)
    dates = any(
        one.sentence == at and (one.date == position or one.start <= time.start < one.end) for one in reading.events
    )
    holds = any(one.as_of == position for one in reading.quantities)
    denied = any(quote.polarity != "affirmed" for quote in said)
    return not dates and not holds and not denied


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
