"""Where parties differ: what one says of another and that other denies, or one asks and the other refuses."""

from collections import defaultdict
from collections.abc import Iterable

from semeja.compare.entities import Cast
from semeja.compare.events import HAPPENED, MergedEvent, Telling
from semeja.records.dossier import Dispute, DisputeParty, Evidence, Quote
from semeja.records.story import Story
from semeja.text.ids import content_id


def find_disputes(
    story: Story, cast: Cast, events: tuple[MergedEvent, ...], quotes: tuple[Quote, ...]
) -> tuple[Dispute, ...]:
    """One dispute per denied kind of deed and denying party, with everybody who asserts it."""
    denials: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for merged in events:
        for telling in merged.tellings:
            if telling.coded.type == "DENY" and telling.coded.denies:
                for party in sorted(telling.actor_parties):
                    denials[telling.coded.denies, party].append(_clause(story, telling))
    found = []
    for (denied, party), places in sorted(denials.items()):
        assertions = _assertions(story, cast, events, quotes, denied, party)
        if assertions:
            parties = [DisputeParty(party, "denies", tuple(sorted(set(places))))]
            parties += [
                DisputeParty(who, "asserts", tuple(sorted(set(said)))) for who, said in sorted(assertions.items())
            ]
            about = f"{denied}:{party}"
            found.append(Dispute(content_id("dispute", about, *places), about, tuple(parties), "disputes.denied"))
    return tuple(found)


def _clause(story: Story, telling: Telling) -> Evidence:
    return story.evidence(telling.index, telling.coded.start, telling.coded.end)


def _assertions(
    story: Story, cast: Cast, events: Iterable[MergedEvent], quotes: Iterable[Quote], denied: str, by: str
) -> dict[str, list[Evidence]]:
    """Who says, fears or expects that the party does what it denies: allegations of the readings and told events."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    for index, reading in enumerate(story.readings):
        for one in reading.allegations:
            accused = cast.parties_of(cast.of(reading.article, one.actor))
            if one.type == denied and (by in accused or not accused):
                speakers = cast.parties_of(cast.of(reading.article, one.speaker)) - {by}
                for who in sorted(speakers):
                    found[who].append(story.evidence(index, one.start, one.end))
    for merged in events:
        event = merged.event
        if event.type == denied and by in cast.parties_of(event.actor) and event.modality in HAPPENED:
            for who in sorted(cast.parties_of(event.attributed_to) - {by}):
                found[who].extend(event.evidence)
    return found
