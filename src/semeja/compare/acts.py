"""The acts of the parties towards each other as the merged events tell them: ledger entries without a status."""

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from semeja.compare.content import Passages
from semeja.compare.entities import Cast
from semeja.compare.events import MergedEvent, Telling
from semeja.compare.same_event import HAPPENED, SAME_CONTENT
from semeja.compare.tellings import POINTING_BACK
from semeja.compare.times import most_precise
from semeja.records.dossier import Evidence, LedgerItem
from semeja.records.span import Span
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
MOST_PARTS = 12
"""Things asked in one breath that are told apart; a longer list is cut, so that no sentence makes a ledger."""


class Draft(msgspec.Struct, frozen=True):
    """A ledger item with the tellings that it rests on; their content is that of the item alone.

    `tentative`: what one body agrees to by itself is an act only if it answers what another asked.
    """

    item: LedgerItem
    tellings: tuple[Telling, ...]
    tentative: bool = False


def acts_of(story: Story, cast: Cast, events: Iterable[MergedEvent]) -> list[Draft]:
    """Every act of every party: one for each of its doers, and one for each thing that is asked, promised, refused."""
    passages = Passages(story, cast)
    return [
        draft
        for merged in events
        for tellings in _by_part(passages, merged.tellings)
        for draft in _drafts(story, cast, merged, tellings)
    ]


def _by_part(passages: Passages, tellings: tuple[Telling, ...]) -> list[tuple[Telling, ...]]:
    """The tellings once for each thing that the fullest of them joins; a telling goes where its content belongs."""
    parted = [(telling, _parts(passages, telling)) for telling in tellings]
    fullest = max((parts for _, parts in parted), key=len)
    if len(fullest) < 2:
        return [tuple(part for _, parts in parted for part in parts)]
    groups = [[part] for part in fullest]
    for part in (part for _, parts in parted if parts is not fullest for part in parts):
        for group in groups:
            if overlap(part.content_keys, group[0].content_keys) >= SAME_CONTENT:
                group.append(part)
    return [tuple(sorted(group, key=lambda one: (one.index, one.in_title, one.coded.start))) for group in groups]


def _parts(passages: Passages, telling: Telling) -> list[Telling]:
    """The telling once for each part of its content, with that part as content; keys of a content leave times out.

    What only takes up an earlier content (`tuntutan itu`) keeps the keys that it was given.
    """
    if telling.points_back:
        return [telling]
    parties = telling.actor_parties | telling.recipient_parties
    parts = telling.coded.parts[:MOST_PARTS] or ((telling.coded.content,) if telling.coded.content else ())
    return [_with_content(passages, telling, part, parties) for part in parts] or [telling]


def _with_content(passages: Passages, telling: Telling, part: Span, parties: frozenset[str]) -> Telling:
    """The telling with one content; without its time a content may only point back: `tawaran itu pada Selasa`."""
    keys = passages.keys_without_times(telling.index, part.start, part.end, parties)
    return replace(
        telling,
        coded=replace(telling.coded, content=part),
        content_keys=keys,
        points_back=bool(keys) and keys <= POINTING_BACK,
    )


def _drafts(story: Story, cast: Cast, merged: MergedEvent, tellings: tuple[Telling, ...]) -> list[Draft]:
    act = tellings[0].coded.act or next((one.coded.act for one in tellings if one.coded.act), None)
    tentative = act is None and merged.event.type == "AGREE" and merged.event.modality in HAPPENED
    act = "acceptance" if tentative else act
    countries = {entity.id for entity in cast.entities if entity.kind in ("country", "organisation")}
    # A crowd or "the West" is nobody with whom one could negotiate.
    parties = sorted(party for party in cast.parties_of(merged.event.actor) if not party.startswith("group:"))
    if act is None or not parties:
        return []
    firm = [party for party in parties if party in countries] or parties
    others = sorted(cast.parties_of(merged.event.recipient)) or _concerned(cast, tellings, act, frozenset(firm))
    if act in MUTUAL and len(firm) > 1:
        return [_draft(story, merged, tellings, act, firm[0], tuple(sorted({*firm[1:], *others} - {firm[0]})))]
    drafts = [
        _draft(story, merged, tellings, act, party, tuple(one for one in others if one != party)) for party in firm
    ]
    return [replace(draft, tentative=True) for draft in drafts] if tentative else drafts


def _concerned(cast: Cast, tellings: Sequence[Telling], act: str, own: frozenset[str]) -> list[str]:
    """Whom a threat or offer without addressee concerns: the one party that its content names, else its condition."""
    if act not in ("threat", "offer"):
        return []
    for keys in (_keys(tellings, "content_keys"), _keys(tellings, "condition_keys")):
        named = {cast.party(key) for key in keys if key.startswith(("person:", "organisation:", "country:"))} - own
        if len(named) == 1:
            return sorted(named)
    return []


def _keys(tellings: Sequence[Telling], field: str) -> frozenset[str]:
    return frozenset().union(*(getattr(telling, field) for telling in tellings))


def _draft(
    story: Story, merged: MergedEvent, tellings: tuple[Telling, ...], act: str, party: str, counterpart: tuple[str, ...]
) -> Draft:
    event = merged.event
    own = tuple(dict.fromkeys(story.evidence(one.index, one.coded.start, one.coded.end) for one in tellings))
    contents = _contents(story, tellings) or own
    parted = any(len(telling.coded.parts) > 1 for telling in tellings)
    strengths = [telling.coded.strength for telling in tellings]
    issue = "+".join(sorted(_keys(tellings, "content_keys"))[:8])
    item = LedgerItem(
        id=content_id("act", act, party, event.id, *((str(contents[0]),) if parted else ())),
        party=party,
        act=act,  # type: ignore[arg-type]
        counterpart=counterpart,
        issue=issue or event.type.casefold(),
        content=contents[0],
        condition=event.condition,
        deadline=most_precise(telling.deadline for telling in tellings),
        status=STANDING[act],  # type: ignore[arg-type]
        responses=(),
        articles=tuple(sorted({one.article for one in own})),
        evidence=own,
        strength=min(strengths, key=("strong", "normal", "weak").index),  # type: ignore[arg-type]
        history=(),
        rule=event.rule,
    )
    return Draft(item, tellings)


def _contents(story: Story, tellings: Iterable[Telling]) -> tuple[Evidence, ...]:
    """The contents told; one that only points back comes last."""
    told = sorted((one for one in tellings if one.coded.content), key=lambda one: one.points_back)
    return tuple(
        story.evidence(one.index, one.coded.content.start, one.coded.content.end) for one in told if one.coded.content
    )
