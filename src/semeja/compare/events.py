"""Events of a story: the coded clauses of all articles, merged where they tell one event."""

from collections.abc import Iterable

import msgspec

from semeja.compare.entities import Cast
from semeja.compare.times import compatible, most_precise, to_time
from semeja.compare.wording import content_stems
from semeja.records.dossier import Event, Evidence, Time
from semeja.records.reading import CodedEvent
from semeja.records.span import Span
from semeja.records.story import Story
from semeja.text.ids import content_id
from semeja.text.similarity import overlap

SAME_CONTENT = 0.5
"""Share of the shorter content's keys that two clauses must share to tell one event (field guide, section 9)."""
HAPPENED = frozenset({"actual", "historical"})
ONE_PER_DAY = frozenset({"CONSULT", "OCCUR", "ASSAULT", "PROTEST", "SANCTION", "COERCE", "MOBILIZE", "RETREAT", "AID"})
"""Types whose records meet by parties and day; the others are speech acts and need the same content."""


class Telling(msgspec.Struct, frozen=True):
    """One coded clause with the entities of the story: what `merge_events` compares."""

    index: int
    coded: CodedEvent
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    attributed_to: tuple[str, ...]
    actor_parties: frozenset[str]
    recipient_parties: frozenset[str]
    content_keys: frozenset[str]
    date: Time | None
    deadline: Time | None
    place: str | None


class MergedEvent(msgspec.Struct, frozen=True):
    """An event of the dossier and the clauses that tell it."""

    event: Event
    tellings: tuple[Telling, ...]


def collect_tellings(story: Story, cast: Cast) -> tuple[Telling, ...]:
    """Every coded clause of the story in order of article and place."""
    return tuple(
        _telling(story, cast, index, coded)
        for index, reading in enumerate(story.readings)
        for coded in sorted(reading.events, key=lambda one: (one.start, one.end, one.type, one.trigger.start))
    )


def _telling(story: Story, cast: Cast, index: int, coded: CodedEvent) -> Telling:
    reading = story.readings[index]
    actor, recipient = cast.of(reading.article, coded.actor), cast.of(reading.article, coded.recipient)
    places = cast.of(reading.article, (coded.place,)) if coded.place else ()

    def time(position: int | None) -> Time | None:
        return to_time(story, index, reading.times[position]) if position is not None else None

    return Telling(
        index=index,
        coded=coded,
        actor=actor,
        recipient=recipient,
        attributed_to=cast.of(reading.article, coded.attributed_to),
        actor_parties=cast.parties_of(actor),
        recipient_parties=cast.parties_of(recipient),
        content_keys=_content_keys(story, cast, index, coded),
        date=time(coded.date),
        deadline=time(coded.deadline),
        place=places[0] if places else None,
    )


def _content_keys(story: Story, cast: Cast, index: int, coded: CodedEvent) -> frozenset[str]:
    """Stems and entities of the content slot; entities meet across languages and spellings, stems do not."""
    if coded.content is None:
        return frozenset()
    reading, text = story.readings[index], story.articles[index].text
    inside = [one for one in reading.mentions if coded.content.start <= one.start and one.end <= coded.content.end]
    entities = {entity for one in inside for entity in cast.of(reading.article, one.entities)}
    pieces, position = [], coded.content.start
    for mention in sorted(inside, key=lambda one: one.start):
        pieces.append(text[position : max(position, mention.start)])
        position = max(position, mention.end)
    pieces.append(text[position : max(position, coded.content.end)])
    return frozenset(content_stems(" ".join(pieces), reading.language)) | entities


def merge_events(story: Story, cast: Cast, tellings: Iterable[Telling]) -> tuple[MergedEvent, ...]:
    """Tellings of one event become one record; a telling joins the first group all of whose members it agrees with."""
    groups: list[list[Telling]] = []
    for telling in tellings:
        home = next((group for group in groups if all(same_event(telling, other) for other in group)), None)
        if home is None:
            groups.append([telling])
        else:
            home.append(telling)
    merged = (MergedEvent(_to_event(story, cast, group), tuple(group)) for group in groups)
    return tuple(sorted(merged, key=lambda one: (one.event.articles, one.event.evidence[0], one.event.id)))


def same_event(left: Telling, right: Telling) -> bool:
    """Whether two clauses can tell one event: type, modality, parties, day, and for speech acts the content."""
    a, b = left.coded, right.coded
    if a.type != b.type or a.polarity != b.polarity or _stage(a) != _stage(b) or a.act != b.act:
        return False
    if not _same_parties(left, right) or not compatible(_value(left.date), _value(right.date)):
        return False
    if a.type == "OCCUR":
        return a.mode == b.mode and (left.place is None or right.place is None or left.place == right.place)
    if a.type == "DENY" and a.denies and b.denies:
        return a.denies == b.denies
    return _same_content(left, right)


def _stage(coded: CodedEvent) -> str:
    return "happened" if coded.modality in HAPPENED else coded.modality


def _value(time: Time | None) -> str | None:
    return time.value if time else None


def _same_parties(left: Telling, right: Telling) -> bool:
    """Parties agree when one side names a subset of the other; who is unnamed contradicts nobody."""
    if left.coded.type == "CONSULT":
        a = left.actor_parties | left.recipient_parties
        b = right.actor_parties | right.recipient_parties
        return bool(a) and bool(b) and len(a & b) >= min(2, len(a), len(b)) and (a <= b or b <= a)
    actors, recipients = (left.actor_parties, right.actor_parties), (left.recipient_parties, right.recipient_parties)
    named = bool(actors[0]) == bool(actors[1])
    return named and all(a <= b or b <= a for a, b in (actors, recipients))


def _same_content(left: Telling, right: Telling) -> bool:
    if left.content_keys and right.content_keys:
        return overlap(left.content_keys, right.content_keys) >= SAME_CONTENT
    if left.coded.refers_back or right.coded.refers_back:
        return True
    return left.coded.type in ONE_PER_DAY


def _to_event(story: Story, cast: Cast, group: list[Telling]) -> Event:
    first = group[0].coded
    evidence = tuple(dict.fromkeys(story.evidence(one.index, one.coded.start, one.coded.end) for one in group))
    told = next((one for one in group if one.coded.content), None)
    under = next((one for one in group if one.coded.condition), None)
    parties = (_merged(cast, (one.actor for one in group)), _merged(cast, (one.recipient for one in group)))
    return Event(
        id=content_id("event", first.type, first.polarity, first.modality, *(str(one) for one in evidence)),
        type=first.type,  # type: ignore[arg-type]
        mode=next((one.coded.mode for one in group if one.coded.mode), None),
        actor=parties[0],
        recipient=parties[1],
        content=_slot(story, told, told.coded.content if told else None),
        polarity=first.polarity,  # type: ignore[arg-type]
        modality=first.modality,  # type: ignore[arg-type]
        condition=_slot(story, under, under.coded.condition if under else None),
        attributed_to=tuple(sorted({who for one in group for who in one.attributed_to})),
        date=most_precise(one.date for one in group),
        place=next((one.place for one in group if one.place), None),
        articles=tuple(sorted({story.articles[one.index].id for one in group})),
        evidence=evidence,
        rule=first.rule,
    )


def _slot(story: Story, telling: Telling | None, span: Span | None) -> Evidence | None:
    return story.evidence(telling.index, span.start, span.end) if telling and span else None


def _merged(cast: Cast, sides: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """All entities of the sides; a country or body that a named person stands for is not listed beside that person."""
    everyone = {one for side in sides for one in side}
    stood_for = {cast.party(one) for one in everyone if cast.party(one) != one}
    return tuple(sorted(everyone - stood_for))
