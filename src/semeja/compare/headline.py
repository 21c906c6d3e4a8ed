"""The main event of a story."""

from collections.abc import Mapping
from datetime import date

from semeja.compare.tellings import SPEECH_ACTS
from semeja.compare.times import day_range
from semeja.records.dossier import Event, Evidence
from semeja.records.story import Story

FRESH = 4
"""Days before the newest dated event in which a main event lies: what is older is background."""
IN_TITLE, IN_LEAD, IN_BODY = 3, 2, 1
"""What a chain gives an event by the place where it tells it."""
LEAD_SENTENCES = 2
"""Sentences of a body that are its lead."""
SAID, FOLLOWS, DONE, HAPPENED = 2, 3, 5, 7
"""How much counts what is only said, what a happening leads to, what somebody does, and what happens by itself."""
CONSEQUENCES = frozenset(
    {"death", "injury", "missing", "displacement", "damage", "rescue", "closing", "opening", "evacuation", "loss"}
)
"""Modes of happenings that come after another one."""
JOINT = 2
"""Parties from which an agreement is a happening: a promise of one is an answer."""


def choose_main_event(
    story: Story, events: tuple[Event, ...], lineage_of: Mapping[str, int], stale: frozenset[Evidence] = frozenset()
) -> Event | None:
    """The event of these days that the chains tell in the most prominent places; happenings before words.

    Of equals the one told most often, then the one that the story's first article tells first. A count that a
    later one replaced (`stale`) counts as one of the body wherever it stands.
    """
    told = [event for event in events if event.modality == "actual" and event.polarity == "affirmed"]
    last = _last_day(story)
    dates = (day_range(event.date.value) for event in told if event.date)
    newest = max((days[0] for days in dates if days and (last is None or days[0] <= last)), default=None)
    places = _prominence(story)

    def weight(event: Event) -> tuple[bool, int, int]:
        days = day_range(event.date.value) if event.date else None
        fresh = not days or not newest or (newest - days[1]).days <= FRESH
        best: dict[int, int] = {}
        for one in event.evidence:
            chain = lineage_of.get(one.article, -1)
            replaced = event.mode in CONSEQUENCES and any(
                old.article == one.article and one.start <= old.start < one.end for old in stale
            )
            best[chain] = max(best.get(chain, 0), IN_BODY if replaced else _place(places, one))
        return fresh, sum(best.values()) * _worth(event), len(event.evidence)

    return max(sorted(told, key=lambda event: (event.evidence[0], event.id)), key=weight, default=None)


def _last_day(story: Story) -> date | None:
    """The day of the last publication: what is dated after it has not happened yet."""
    days = [day_range(one.published.value) for one in story.readings if one.published]
    return max((day[1] for day in days if day), default=None)


def _worth(event: Event) -> int:
    if event.type == "OCCUR":
        return FOLLOWS if event.mode in CONSEQUENCES else HAPPENED
    joint = event.type == "AGREE" and len(event.actor) >= JOINT
    return DONE if joint or event.type not in SPEECH_ACTS else SAID


def _prominence(story: Story) -> dict[str, tuple[int, int]]:
    """Article -> where its body begins, and where its lead ends."""
    found = {}
    for reading in story.readings:
        body = [one for one in reading.sentences if one.zone == "body"][:LEAD_SENTENCES]
        found[reading.article] = (body[0].start, body[-1].end) if body else (0, 0)
    return found


def _place(places: Mapping[str, tuple[int, int]], evidence: Evidence) -> int:
    start, lead = places[evidence.article]
    if evidence.start < start:
        return IN_TITLE
    return IN_LEAD if evidence.start < lead else IN_BODY
