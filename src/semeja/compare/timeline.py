"""What happened when, as far as the articles date it."""

from collections.abc import Iterable

from semeja.compare.events import HAPPENED, MergedEvent
from semeja.compare.times import day_range, to_time
from semeja.records.dossier import Conflict, Event, Evidence, Time, TimelineRow
from semeja.records.story import Story


def make_timeline(
    story: Story, events: Iterable[MergedEvent], conflicts: Iterable[Conflict]
) -> tuple[TimelineRow, ...]:
    """A row per dated event, and per dated sentence of a body that tells no coded event; by day, then by place."""
    weekday = {one: conflict.id for conflict in conflicts if conflict.kind == "weekday" for one in _places(conflict)}
    rows, told = [], set()
    for merged in events:
        event = merged.event
        told |= {(telling.index, telling.coded.sentence) for telling in merged.tellings}
        if event.date and event.date.value and (event.modality in HAPPENED or event.date.evidence):
            rows.append(TimelineRow(event.date, (event.id,), event.evidence[0], _conflict(event, weekday)))
    rows += _dated_sentences(story, told, weekday)
    return tuple(sorted(rows, key=_order))


def _places(conflict: Conflict) -> tuple[Evidence, ...]:
    return tuple(one for side in conflict.sides for one in side.evidence)


def _conflict(event: Event, weekday: dict[Evidence, str]) -> str | None:
    return weekday.get(event.date.evidence) if event.date and event.date.evidence else None


def _dated_sentences(story: Story, told: set[tuple[int, int]], weekday: dict[Evidence, str]) -> list[TimelineRow]:
    rows = []
    for index, reading in enumerate(story.readings):
        for number, sentence in enumerate(reading.sentences):
            if sentence.zone != "body" or (index, number) in told:
                continue
            inside = [
                time
                for time in reading.times
                if time.value and time.role == "event" and sentence.start <= time.start and time.end <= sentence.end
            ]
            if inside:
                date: Time = to_time(story, index, inside[0])
                text = story.evidence(index, sentence.start, sentence.end)
                rows.append(TimelineRow(date, (), text, weekday.get(date.evidence) if date.evidence else None))
    return rows


def _order(row: TimelineRow) -> tuple[str, str, tuple[str, ...], Evidence]:
    days = day_range(row.date.value)
    return days[0].isoformat() if days else "9999", row.date.value or "", row.events, row.text
