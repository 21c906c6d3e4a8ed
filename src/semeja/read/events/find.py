"""Coding an article: sentence by sentence, body first, then the headline."""

from semeja.read.draft import Draft
from semeja.read.events.merging import merged
from semeja.read.events.parties import Cast
from semeja.read.events.rows import places_of
from semeja.read.events.sentences import code_sentence
from semeja.read.events.triggers import telling_sentences
from semeja.records.reading import CodedEvent


def find_events(draft: Draft) -> tuple[CodedEvent, ...]:
    """Coded events in order of their clauses."""
    telling = telling_sentences(draft)
    if not telling:
        return ()
    places = places_of(draft, telling)
    represented = {character.id: character.represents for character in draft.cast if character.represents}
    cast = Cast({character.id: character for character in draft.cast}, represented, places.clitics)
    events: list[CodedEvent] = []
    for zone in ("body", "title"):
        for number in telling:
            if draft.sentences[number].zone == zone:
                code_sentence(draft, number, places, cast, events)
    return merged(events, cast)
