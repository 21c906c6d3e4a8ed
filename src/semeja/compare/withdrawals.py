"""What a party takes back of what it has asked, offered or threatened."""

from collections.abc import Iterable, Sequence

from semeja.compare.acts import Draft
from semeja.compare.history import Finding
from semeja.compare.same_event import SAME_CONTENT
from semeja.compare.tellings import Telling
from semeja.records.story import Story
from semeja.text.similarity import overlap

TAKEN_BACK = {"demand": "demand", "request": "demand", "offer": "proposal", "threat": "threat"}
"""Act -> the meaning of the words that name it (`mencabut tuntutan`, `menarik tawaran`, `membatalkan ancaman`)."""


def withdrawals_of(story: Story, drafts: Sequence[Draft], tellings: Iterable[Telling]) -> dict[str, list[Finding]]:
    """Id of an entry -> where its own party takes it back in so many words."""
    found: dict[str, list[Finding]] = {}
    retreats = [one for one in tellings if one.coded.type in ("CONCEDE", "RETREAT") and one.coded.modality == "actual"]
    for telling in retreats:
        named = frozenset(TAKEN_BACK.values()) & telling.content_keys
        keys = telling.content_keys - frozenset(TAKEN_BACK.values())
        for draft in drafts:
            own = draft.item.party in telling.actor_parties and TAKEN_BACK.get(draft.item.act) in named
            if own and any(overlap(one.content_keys, keys) >= SAME_CONTENT for one in draft.tellings):
                evidence = story.evidence(telling.index, telling.coded.start, telling.coded.end)
                found.setdefault(draft.item.id, []).append(
                    Finding("withdrawn", draft.item.party, telling.index, evidence)
                )
    return found
