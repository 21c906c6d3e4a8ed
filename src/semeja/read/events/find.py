"""Coding an article: sentence by sentence, body first, then the headline."""

from bisect import bisect_left

from semeja.read.draft import Draft
from semeja.read.events.merging import merged
from semeja.read.events.parties import Cast
from semeja.read.events.rows import places_of
from semeja.read.events.sentences import code_sentence
from semeja.records.reading import CodedEvent, Sentence


def find_events(draft: Draft) -> tuple[CodedEvent, ...]:
    """Coded events in order of their clauses."""
    triggers = draft.pack.coding.triggers
    hits = [at for at, key in enumerate(draft.tokens.keys) if key in triggers]
    if not hits:
        return ()
    places = places_of(draft)
    cast = Cast({character.id: character for character in draft.cast}, places.clitics)
    events: list[CodedEvent] = []
    for zone in ("body", "title"):
        for number, sentence in enumerate(draft.sentences):
            if sentence.zone == zone and _has_hit(hits, sentence):
                code_sentence(draft, number, places, cast, events)
    return merged(events, cast)


def _has_hit(hits: list[int], sentence: Sentence) -> bool:
    at = bisect_left(hits, sentence.first_token)
    return at < len(hits) and hits[at] < sentence.last_token
