"""What a party takes back of what it has asked, offered or threatened."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from semeja.compare.acts import Draft
from semeja.compare.history import Finding
from semeja.compare.same_event import SAME_CONTENT
from semeja.compare.tellings import Telling
from semeja.records.story import Story
from semeja.text.similarity import overlap

TAKEN_BACK = {"demand": "demand", "request": "demand", "offer": "proposal", "threat": "threat"}
"""Act -> the meaning of the words that name it (`mencabut tuntutan`, `menarik tawaran`, `membatalkan ancaman`)."""
MOST_CANDIDATES = 60
"""Acts of a party that are compared with what it takes back; no party has that many in a story that people wrote."""


def withdrawals_of(story: Story, drafts: Sequence[Draft], tellings: Iterable[Telling]) -> dict[str, list[Finding]]:
    """Id of an entry -> where its own party takes it back in so many words."""
    found: dict[str, list[Finding]] = {}
    by_party: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_party[draft.item.party].append(draft)
    for telling in tellings:
        if telling.coded.type not in ("CONCEDE", "RETREAT") or telling.coded.modality != "actual":
            continue
        named = frozenset(TAKEN_BACK.values()) & telling.content_keys
        keys = telling.content_keys - frozenset(TAKEN_BACK.values())
        own = [draft for party in sorted(telling.actor_parties) for draft in by_party[party]] if named else []
        for draft in own[:MOST_CANDIDATES]:
            meant = TAKEN_BACK.get(draft.item.act) in named
            if meant and any(overlap(one.content_keys, keys) >= SAME_CONTENT for one in draft.tellings):
                evidence = story.evidence(telling.index, telling.coded.start, telling.coded.end)
                finding = Finding("withdrawn", draft.item.party, telling.index, evidence)
                found.setdefault(draft.item.id, []).append(finding)
    return found
