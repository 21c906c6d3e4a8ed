"""The readings of an article's parts, one a language, as one reading: the cast by id, the rest in order of the text."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from semeja.records.reading import Character, CleanView, CodedEvent, Quantity, Reading, Sentence
from semeja.text.tokens import tokenise

PERSON: Final = "person:"


def joined(view: CleanView, main: Reading, others: Sequence[Reading]) -> Reading:
    """One reading of all parts; credits, publication and furniture are those of the main part."""
    readings = [main, *(_renamed(other, _same_persons(main.cast, other.cast)) for other in others)]
    sentences = _sentences(view, readings)
    sentence_at = {one.start: index for index, one in enumerate(sentences)}
    times = sorted((one for each in readings for one in each.times), key=lambda one: (one.start, one.end))
    time_at = {(one.start, one.end): index for index, one in enumerate(times)}
    moved = [_moved(each, sentence_at, time_at) for each in readings]
    cast = {one.id: one for each in reversed(moved) for one in reversed(each.cast)}
    return replace(
        main,
        paragraphs=view.paragraphs,
        sentences=sentences,
        times=tuple(times),
        cast=tuple(reversed(cast.values())),
        mentions=tuple(sorted((one for each in moved for one in each.mentions), key=lambda one: (one.start, one.end))),
        quotes=tuple(sorted((one for each in moved for one in each.quotes), key=lambda one: (one.start, one.end))),
        quantities=tuple(sorted((one for each in moved for one in each.quantities), key=lambda one: one.start)),
        events=tuple(sorted((one for each in moved for one in each.events), key=lambda one: one.start)),
        allegations=tuple(sorted((one for each in moved for one in each.allegations), key=lambda one: one.start)),
    )


def _sentences(view: CleanView, readings: Sequence[Reading]) -> tuple[Sentence, ...]:
    """All sentences in order, with their places among the paragraphs and tokens of the whole view."""
    paragraph_at = {paragraph.start: index for index, paragraph in enumerate(view.paragraphs)}
    starts = tokenise(view.text).starts
    found = [
        replace(
            one,
            paragraph=paragraph_at[each.paragraphs[one.paragraph].start],
            first_token=bisect_left(starts, one.start),
            last_token=bisect_left(starts, one.end),
        )
        for each in readings
        for one in each.sentences
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def _moved(reading: Reading, sentence_at: Mapping[int, int], time_at: Mapping[tuple[int, int], int]) -> Reading:
    """A reading whose indices are those of the whole."""
    sentences = [sentence_at[one.start] for one in reading.sentences]
    times = [time_at[one.start, one.end] for one in reading.times]

    def time(index: int | None) -> int | None:
        return None if index is None else times[index]

    def quantity(one: Quantity) -> Quantity:
        return replace(one, as_of=time(one.as_of))

    def event(one: CodedEvent) -> CodedEvent:
        return replace(one, sentence=sentences[one.sentence], date=time(one.date), deadline=time(one.deadline))

    return replace(
        reading,
        quotes=tuple(replace(one, sentence=sentences[one.sentence]) for one in reading.quotes),
        quantities=tuple(map(quantity, reading.quantities)),
        events=tuple(map(event, reading.events)),
    )


def _same_persons(cast: Sequence[Character], other: Sequence[Character]) -> dict[str, str]:
    """Persons whom the other part calls by one word of a full name that the main part has: local id -> local id."""
    full: dict[str, set[str]] = {}
    for one in cast:
        for word in one.id.removeprefix(PERSON).split("-") if one.id.startswith(PERSON) else ():
            full.setdefault(PERSON + word, set()).add(one.id)
    return {one.id: min(full[one.id]) for one in other if len(full.get(one.id, ())) == 1}


def _renamed(reading: Reading, names: Mapping[str, str]) -> Reading:
    """The reading with other local ids."""
    if not names:
        return reading

    def each(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(names.get(id, id) for id in ids))

    return replace(
        reading,
        cast=tuple(one for one in reading.cast if one.id not in names),
        mentions=tuple(replace(one, entities=each(one.entities)) for one in reading.mentions),
        quotes=tuple(replace(one, speaker=each(one.speaker), addressee=each(one.addressee)) for one in reading.quotes),
        quantities=tuple(
            replace(one, about=each(one.about), attributed_to=each(one.attributed_to)) for one in reading.quantities
        ),
        events=tuple(
            replace(one, actor=each(one.actor), recipient=each(one.recipient), attributed_to=each(one.attributed_to))
            for one in reading.events
        ),
        allegations=tuple(
            replace(one, speaker=each(one.speaker), actor=each(one.actor)) for one in reading.allegations
        ),
    )
