"""Leaving out what is said twice in one breath: two triggers of one event, a headline that the body repeats."""

from collections.abc import Iterable, Sequence
from typing import Final

from semeja.read.events.parties import Cast
from semeja.records.reading import CodedEvent

_DEEDS: Final = frozenset(
    {"CONSULT", "COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OCCUR"}
)
# Of these, two of different modes in one sentence are two: arrested and dispersed, flooded and killed.
_KINDS: Final = frozenset({"OCCUR", "COERCE", "SANCTION"})


def merged(events: Sequence[CodedEvent], cast: Cast) -> tuple[CodedEvent, ...]:
    """Events in the order of the text; of two that tell the same in one sentence the fuller one stays."""
    kept: list[CodedEvent] = []
    for event in sorted(events, key=lambda event: (event.rule.endswith(".title"), event.start, event.trigger.start)):
        twin = _twin(kept, event, cast)
        if twin is None:
            kept.append(event)
        elif not event.rule.endswith(".title") and _weight(event) > _weight(kept[twin]):
            kept[twin] = event
    return tuple(sorted(kept, key=lambda event: (event.start, event.trigger.start)))


def _twin(kept: Sequence[CodedEvent], event: CodedEvent, cast: Cast) -> int | None:
    title = event.rule.endswith(".title")
    for index, other in enumerate(kept):
        if other.type != event.type:
            continue
        if _echoes(event, other):
            return index
        same = other.polarity == event.polarity
        if (
            same
            and title
            and _overlap(cast, other.actor, event.actor)
            and _overlap(cast, other.recipient, event.recipient)
        ):
            return index
        close = other.sentence == event.sentence and event.type in _DEEDS and other.modality == event.modality
        if same and close and _within(other, event):
            return index
    return None


def _echoes(event: CodedEvent, other: CodedEvent) -> bool:
    """A deed told in passing, without its doer, that was told in full before: `seusai diperiksa, …`."""
    told = other.type == event.type and other.mode == event.mode and other.modality == event.modality
    return told and not event.actor and bool(other.actor) and set(event.recipient) <= set(other.recipient)


def _within(one: CodedEvent, other: CodedEvent) -> bool:
    """Are the parties of one those of the other, or fewer, and the kind of happening the same?"""
    if one.type in _KINDS and one.mode != other.mode:
        return False
    actors = set(one.actor) <= set(other.actor) or set(other.actor) <= set(one.actor)
    recipients = set(one.recipient) <= set(other.recipient) or set(other.recipient) <= set(one.recipient)
    return actors and recipients


def _overlap(cast: Cast, one: Iterable[str], other: Iterable[str]) -> bool:
    left, right = (cast.sides(tuple(each for each in side if not each.startswith("group:"))) for side in (one, other))
    return not left or not right or bool(left & right)


def _weight(event: CodedEvent) -> tuple[int, int]:
    return len(event.actor) + len(event.recipient), event.end - event.start
