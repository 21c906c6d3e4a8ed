"""The police that an article leaves without a name, where the other articles name one body of police."""

from collections.abc import Mapping

from semeja.lang import body_names
from semeja.records.reading import Reading
from semeja.records.story import Story
from semeja.text.keys import plain

GROUP, KEY, RULE = "group:polisi", "*police", "cast.the-police-of-the-story"


def the_police(story: Story, ids: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """(article id, `group:polisi`) -> the one body of police of the story, in articles that name none themselves.

    Only where these police do or say something: `23 polisi tewas` is no body. None where two states are in the story.
    """
    bodies = {
        (reading.article, one.id): ids[reading.article, one.id]
        for reading in story.readings
        for one in reading.cast
        if one.kind == "organisation" and KEY in body_names.load().keys(plain(one.name).split())
    }
    states = {one.id for reading in story.readings for one in reading.cast if one.kind == "country"}
    if len(set(bodies.values())) != 1 or len(states) > 1:
        return {}
    body, naming = next(iter(bodies.values())), {article for article, _ in bodies}
    unnamed = [reading.article for reading in story.readings if reading.article not in naming and _acts(reading)]
    return {(article, GROUP): body for article in unnamed if (article, GROUP) in ids}


def _acts(reading: Reading) -> bool:
    said = any(GROUP in quote.speaker for quote in reading.quotes)
    suffered = any(GROUP in event.recipient for event in reading.events)
    return (said or any(GROUP in event.actor for event in reading.events)) and not suffered
