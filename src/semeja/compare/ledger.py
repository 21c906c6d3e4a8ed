"""Where the negotiation stands: acts of the parties towards each other, their status and the answers."""

from collections.abc import Iterable
from datetime import date

import msgspec
from msgspec.structs import replace

from semeja.compare.entities import Cast
from semeja.compare.events import SAME_CONTENT, MergedEvent, Telling
from semeja.compare.times import day_range, most_precise
from semeja.records.dossier import Evidence, LedgerItem
from semeja.records.story import Story
from semeja.text.ids import content_id
from semeja.text.similarity import overlap

MUTUAL = frozenset({"agreement", "next_step"})
ASKING = frozenset({"demand", "request"})
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
ANSWERS = {"rejection": "rejected", "acceptance": "accepted"}
REACH = 6
"""Sentences back in which an answer to `tuntutan tersebut` looks for what it answers."""


class Draft(msgspec.Struct, frozen=True):
    """A ledger item with the tellings that it rests on."""

    item: LedgerItem
    tellings: tuple[Telling, ...]


def keep_ledger(story: Story, cast: Cast, events: Iterable[MergedEvent]) -> tuple[LedgerItem, ...]:
    """Every act of every party, answered where a cited refusal or acceptance names it."""
    drafts = [draft for merged in events for draft in _drafts(story, cast, merged)]
    asked = [draft for draft in drafts if draft.item.act in ASKING | {"offer"}]
    answers = [draft for draft in drafts if draft.item.act in ANSWERS]
    items = [
        replace(draft.item, **_answered(draft, answers, asked)) if draft in asked else draft.item for draft in drafts
    ]
    last_day = _last_day(story)
    items = [_overdue(item, last_day) for item in items]
    return tuple(sorted(items, key=lambda one: (one.evidence[0], one.id)))


def _drafts(story: Story, cast: Cast, merged: MergedEvent) -> list[Draft]:
    act = merged.tellings[0].coded.act
    countries = {entity.id for entity in cast.entities if entity.kind in ("country", "organisation")}
    parties = sorted(cast.parties_of(merged.event.actor))
    if act is None or not parties:
        return []
    firm = [party for party in parties if party in countries] or parties
    others = sorted(cast.parties_of(merged.event.recipient))
    if act in MUTUAL and len(firm) > 1:
        return [_draft(story, merged, act, firm[0], tuple(sorted({*firm[1:], *others} - {firm[0]})))]
    return [_draft(story, merged, act, party, tuple(one for one in others if one != party)) for party in firm]


def _draft(story: Story, merged: MergedEvent, act: str, party: str, counterpart: tuple[str, ...]) -> Draft:
    event, tellings = merged.event, merged.tellings
    contents = _contents(story, tellings) or event.evidence
    strengths = [telling.coded.strength for telling in tellings]
    issue = "+".join(sorted(frozenset().union(*(telling.content_keys for telling in tellings)))[:8])
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
    return tuple(
        story.evidence(one.index, one.coded.content.start, one.coded.content.end)
        for one in tellings
        if one.coded.content
    )


def _answered(asked: Draft, answers: list[Draft], everything_asked: list[Draft]) -> dict[str, object]:
    """Status and responses of what was asked. A refusal settles what it names, or what its anaphor points back to."""
    fitting = [answer for answer in answers if _answers(answer, asked, everything_asked)]
    if not fitting:
        return {}
    statuses = {ANSWERS[answer.item.act] for answer in fitting}
    status = "partly_accepted" if len(statuses) > 1 else statuses.pop()
    return {"status": status, "responses": tuple(sorted(answer.item.id for answer in fitting))}


def _answers(answer: Draft, asked: Draft, everything_asked: list[Draft]) -> bool:
    if answer.item.party == asked.item.party:
        return False
    if asked.item.counterpart and answer.item.party not in asked.item.counterpart:
        return False
    if answer.item.counterpart and asked.item.party not in answer.item.counterpart:
        return False
    return any(_points_back(one, asked, everything_asked) or _names(one, asked) for one in answer.tellings)


def _names(answer: Telling, asked: Draft) -> bool:
    """Whether the refusal's content covers half of the keys of what was asked."""
    if answer.coded.refers_back or not answer.content_keys:
        return False
    return any(
        telling.content_keys and overlap(answer.content_keys, telling.content_keys) >= SAME_CONTENT
        for telling in asked.tellings
    )


def _points_back(answer: Telling, asked: Draft, everything_asked: list[Draft]) -> bool:
    """Whether `tuntutan tersebut` stands after this one, with no other sentence of demands in between."""
    if not answer.coded.refers_back:
        return False
    before = sorted(
        {
            telling.coded.sentence
            for draft in everything_asked
            for telling in draft.tellings
            if telling.index == answer.index
            and 0 <= answer.coded.sentence - telling.coded.sentence <= REACH
            and telling.coded.start < answer.coded.start
            and draft.item.party not in answer.actor_parties
        }
    )
    return bool(before) and any(
        telling.index == answer.index and telling.coded.sentence == before[-1] for telling in asked.tellings
    )


def _last_day(story: Story) -> date | None:
    """The day of the newest article: the only `now` that a dossier knows."""
    days = [day_range(reading.published.value) for reading in story.readings if reading.published]
    return max((day[1] for day in days if day), default=None)


def _overdue(item: LedgerItem, last_day: date | None) -> LedgerItem:
    """A commitment whose day has passed without a word of its fulfilment is shown as missed, not as kept."""
    due = day_range(item.deadline.value) if item.deadline else None
    late = due is not None and last_day is not None and due[1] < last_day
    return replace(item, status="missed") if late and item.act == "commitment" else item
