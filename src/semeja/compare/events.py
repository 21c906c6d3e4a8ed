"""Events of a story: the coded clauses of all articles, merged where they tell one event."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from semeja.compare.entities import Cast
from semeja.compare.same_event import HAPPENED, SAME_CONTENT, parties_fit, same_event
from semeja.compare.tellings import Telling, collect_tellings
from semeja.compare.times import most_precise
from semeja.records.dossier import Event, Evidence
from semeja.records.span import Span
from semeja.records.story import Story
from semeja.text.ids import content_id

__all__ = ["HAPPENED", "SAME_CONTENT", "MergedEvent", "Telling", "collect_tellings", "merge_events"]

MOST_CANDIDATES = 24
"""Groups with which a telling is compared, those that share most keys first: bounds the work in a large story."""

MOST_COMPARED = 12
"""Members of a group that are compared, for the same reason."""


class MergedEvent(msgspec.Struct, frozen=True):
    """An event of the dossier and the clauses that tell it."""

    event: Event
    tellings: tuple[Telling, ...]


def merge_events(story: Story, cast: Cast, tellings: Iterable[Telling]) -> tuple[MergedEvent, ...]:
    """Tellings of one event become one record: a telling joins the group with which it shares most, if it fits it.

    The groups are then joined once more, because a late telling may show that two of them tell one event.
    """
    singles = [[telling] for telling in sorted(tellings, key=lambda one: (one.in_title, one.points_back))]
    groups = [_in_order(group) for group in _join(_join(singles))]
    merged = (MergedEvent(_to_event(story, cast, group), tuple(group)) for group in groups)
    return tuple(sorted(merged, key=lambda one: (one.event.articles, one.event.evidence[0], one.event.id)))


def _join(parts: Iterable[list[Telling]]) -> list[list[Telling]]:
    """Each part joins the first fitting group of those that share most keys with it, or becomes one."""
    groups: list[list[Telling]] = []
    under: dict[tuple[str, str, str], dict[int, None]] = defaultdict(dict)
    for part in parts:
        keys = dict.fromkeys(key for telling in part for key in _index_keys(telling))
        home = next((at for at in _candidates(keys, under) if _fits(part, groups[at])), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home] += part
        for key in keys:
            under[key].setdefault(home)
    return groups


def _index_keys(telling: Telling) -> list[tuple[str, str, str]]:
    coded = telling.coded
    senses = {sense for token in (*telling.content, *telling.clause) for sense in token.senses}
    keys = senses | telling.content_keys | telling.actor_parties | telling.recipient_parties
    return [(coded.type, coded.polarity, key) for key in sorted(keys)]


def _candidates(keys: Iterable[tuple[str, str, str]], under: dict[tuple[str, str, str], dict[int, None]]) -> list[int]:
    shared = Counter(at for key in keys for at in under.get(key, ()))
    return sorted(shared, key=lambda at: (-shared[at], at))[:MOST_CANDIDATES]


def _fits(part: list[Telling], group: list[Telling]) -> bool:
    """Whether no two contradict each other in parties or time, and some two tell one event."""
    left, right = _distinct(part), _distinct(group)
    return all(parties_fit(one, right) for one in left) and any(same_event(a, b) for a in left for b in right)


def _distinct(group: list[Telling]) -> list[Telling]:
    """The first `MOST_COMPARED` members that differ in what is compared: copies of a text add nothing."""
    seen: dict[object, Telling] = {}
    for one in group:
        date = one.date.value if one.date else None
        seen.setdefault((one.actor_parties, one.recipient_parties, date, one.coded.mode, one.clause_keys), one)
        if len(seen) == MOST_COMPARED:
            break
    return list(seen.values())


def _in_order(group: list[Telling]) -> list[Telling]:
    """By article and place; what a headline says comes after what its body says."""
    return sorted(group, key=lambda one: (one.index, one.in_title, one.coded.start, one.coded.end))


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
        modality=(under or group[0]).coded.modality,  # type: ignore[arg-type]
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
