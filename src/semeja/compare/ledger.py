"""Where the negotiation stands: acts of the parties towards each other, their status and the answers."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from semeja.compare.answers import Draft, answers_of, status_of
from semeja.compare.entities import Cast
from semeja.compare.events import MergedEvent, Telling
from semeja.compare.expectations import expectations
from semeja.compare.same_event import SAME_CONTENT
from semeja.compare.times import most_precise
from semeja.records.dossier import Evidence, LedgerItem
from semeja.records.story import Story
from semeja.text.ids import content_id
from semeja.text.similarity import overlap

MUTUAL = frozenset({"agreement", "next_step"})
STANDING = {
    "demand": "open",
    "request": "open",
    "offer": "open",
    "commitment": "standing",
    "agreement": "accepted",
    "threat": "standing",
    "denial": "standing",
    "rejection": "standing",
    "acceptance": "standing",
    "criticism": "standing",
    "expectation": "standing",
    "next_step": "pending",
}
"""Where an act stands before anything answers it."""
ASKED = "demand"
"""Meaning of the content of an act that takes back what its own party has asked (`mencabut tuntutan`)."""


def keep_ledger(story: Story, cast: Cast, events: Iterable[MergedEvent]) -> tuple[LedgerItem, ...]:
    """Every act of every party, answered where a cited refusal, acceptance or promised reply names it."""
    events = tuple(events)
    drafts = [draft for merged in events for draft in _drafts(story, cast, merged)]
    answers, withdrawn = answers_of(drafts), _withdrawing(events)
    items = [_answered(draft, answers.get(draft.item.id, {}), withdrawn) for draft in drafts]
    items += expectations(story, cast)
    return tuple(sorted(items, key=lambda one: (one.evidence[0], one.id)))


def _drafts(story: Story, cast: Cast, merged: MergedEvent) -> list[Draft]:
    act = merged.tellings[0].coded.act or next((one.coded.act for one in merged.tellings if one.coded.act), None)
    countries = {entity.id for entity in cast.entities if entity.kind in ("country", "organisation")}
    # A crowd or "the West" is nobody with whom one could negotiate.
    parties = sorted(party for party in cast.parties_of(merged.event.actor) if not party.startswith("group:"))
    if act is None or not parties:
        return []
    firm = [party for party in parties if party in countries] or parties
    others = sorted(cast.parties_of(merged.event.recipient)) or _concerned(cast, merged, act, frozenset(firm))
    if act in MUTUAL and len(firm) > 1:
        return [_draft(story, merged, act, firm[0], tuple(sorted({*firm[1:], *others} - {firm[0]})))]
    return [_draft(story, merged, act, party, tuple(one for one in others if one != party)) for party in firm]


def _concerned(cast: Cast, merged: MergedEvent, act: str, own: frozenset[str]) -> list[str]:
    """Whom a threat or offer without addressee concerns: the one party that its content names, else its condition."""
    if act not in ("threat", "offer"):
        return []
    for keys in (_keys(merged, "content_keys"), _keys(merged, "condition_keys")):
        named = {cast.party(key) for key in keys if key.startswith(("person:", "organisation:", "country:"))} - own
        if len(named) == 1:
            return sorted(named)
    return []


def _keys(merged: MergedEvent, field: str) -> frozenset[str]:
    return frozenset().union(*(getattr(telling, field) for telling in merged.tellings))


def _draft(story: Story, merged: MergedEvent, act: str, party: str, counterpart: tuple[str, ...]) -> Draft:
    event, tellings = merged.event, merged.tellings
    contents = _contents(story, tellings) or event.evidence
    strengths = [telling.coded.strength for telling in tellings]
    issue = "+".join(sorted(_keys(merged, "content_keys"))[:8])
    item = LedgerItem(
        id=content_id("act", act, party, event.id),
        party=party,
        act=act,  # type: ignore[arg-type]
        counterpart=counterpart,
        issue=issue or event.type.casefold(),
        content=contents[0],
        condition=event.condition,
        deadline=most_precise(telling.deadline for telling in tellings),
        status=STANDING[act],  # type: ignore[arg-type]
        responses=(),
        articles=event.articles,
        evidence=event.evidence,
        strength=min(strengths, key=("strong", "normal", "weak").index),  # type: ignore[arg-type]
        rule=event.rule,
    )
    return Draft(item, tellings)


def _contents(story: Story, tellings: Iterable[Telling]) -> tuple[Evidence, ...]:
    """The contents told; one that only points back comes last."""
    told = sorted((one for one in tellings if one.coded.content), key=lambda one: one.points_back)
    return tuple(
        story.evidence(one.index, one.coded.content.start, one.coded.content.end) for one in told if one.coded.content
    )


def _answered(draft: Draft, given: Mapping[str, str], withdrawn: Iterable[tuple[str, frozenset[str]]]) -> LedgerItem:
    item = draft.item
    if any(item.party == party and _covers(draft, keys) for party, keys in withdrawn):
        return replace(item, status="withdrawn")
    status = status_of(given.values(), item.status)
    return replace(item, status=status, responses=tuple(sorted(given)))


def _covers(draft: Draft, keys: frozenset[str]) -> bool:
    asked = draft.item.act in ("demand", "request")
    return asked and any(overlap(telling.content_keys, keys) >= SAME_CONTENT for telling in draft.tellings)


def _withdrawing(events: Iterable[MergedEvent]) -> list[tuple[str, frozenset[str]]]:
    """(party, content keys) of what a party takes back in so many words."""
    return [
        (party, telling.content_keys - {ASKED})
        for merged in events
        if merged.event.type in ("CONCEDE", "RETREAT") and merged.event.modality == "actual"
        for telling in merged.tellings
        if ASKED in telling.content_keys
        for party in sorted(telling.actor_parties)
    ]
