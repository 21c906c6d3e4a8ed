"""What happened when, as far as the articles date it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from semeja.compare.events import MergedEvent
from semeja.compare.same_event import HAPPENED
from semeja.compare.tellings import SPEECH_ACTS
from semeja.compare.times import day_range, to_time
from semeja.compare.wording import content_keys
from semeja.records.dossier import Conflict, Event, Evidence, Time, TimelineRow
from semeja.records.reading import Reading, TimeExpression
from semeja.records.story import Story
from semeja.text.similarity import dice

SAME_ROW = 0.5
"""Dice over their keys from which two dated sentences of one day tell the same."""
PROMISING = frozenset({"AGREE", "THREATEN"})
"""Speech acts whose content may be dated: what is to come. Of other acts the date in the content is not theirs."""
MOST_COMPARED = 40


def make_timeline(
    story: Story, events: Iterable[MergedEvent], conflicts: Iterable[Conflict]
) -> tuple[TimelineRow, ...]:
    """A row per dated event, and per other dated sentence that tells a happening; by day, then by place."""
    weekday = {one: conflict.id for conflict in conflicts if conflict.kind == "weekday" for one in _places(conflict)}
    rows: list[TimelineRow] = []
    told: set[Evidence] = set()
    for merged in events:
        event = merged.event
        dates = {telling.date.evidence for telling in merged.tellings if telling.date and telling.date.evidence}
        if event.date and event.date.value and _is_dated(event):
            told |= dates
            rows.append(TimelineRow(event.date, (event.id,), _text(story, merged), _conflict(event, weekday), "report"))
    rows += _without_repeats(story, rows, list(_dated_sentences(story, told, weekday)))
    return tuple(sorted(rows, key=_order))


def _places(conflict: Conflict) -> tuple[Evidence, ...]:
    return tuple(one for side in conflict.sides for one in side.evidence)


def _is_dated(event: Event) -> bool:
    """Whether the date is that of the event, and not one in what is asked, denied or refused."""
    if event.modality not in HAPPENED and not event.date:
        return False
    place, content = event.date.evidence if event.date else None, event.content
    inside = (
        place is not None
        and content is not None
        and place.article == content.article
        and content.start <= place.start < content.end
    )
    return not inside or event.type in PROMISING or event.type not in SPEECH_ACTS


def _text(story: Story, merged: MergedEvent) -> Evidence:
    """The sentence that tells the event with its date, else the first clause that tells it."""
    date = merged.event.date
    for telling in merged.tellings:
        if date and telling.date == date and date.evidence:
            sentence = story.readings[telling.index].sentences[telling.coded.sentence]
            if sentence.start <= date.evidence.start < sentence.end:
                return story.evidence(telling.index, sentence.start, sentence.end)
    return merged.event.evidence[0]


def _conflict(event: Event, weekday: dict[Evidence, str]) -> str | None:
    return weekday.get(event.date.evidence) if event.date and event.date.evidence else None


def _dated_sentences(
    story: Story, told: set[Evidence], weekday: dict[Evidence, str]
) -> Iterator[tuple[int, TimelineRow]]:
    """(article index, row) per body sentence with a date that no event row has."""
    for index, reading in enumerate(story.readings):
        for sentence in reading.sentences:
            if sentence.zone != "body":
                continue
            inside = [one for one in reading.times if sentence.start <= one.start and one.end <= sentence.end]
            dated = [one for one in inside if one.value and one.role == "event" and not _is_uttered(reading, one)]
            date: Time | None = to_time(story, index, dated[0]) if dated else None
            if date and date.evidence and not {story.evidence(index, one.start, one.end) for one in dated} & told:
                text = story.evidence(index, sentence.start, sentence.end)
                yield index, TimelineRow(date, (), text, weekday.get(date.evidence), "report")


def _is_uttered(reading: Reading, time: TimeExpression) -> bool:
    """Whether the time stands in somebody's own words or hopes: what they speak of need not have happened."""
    return any(
        quote.start <= time.start and time.end <= quote.end and quote.kind != "indirect" for quote in reading.quotes
    )


def _without_repeats(
    story: Story, rows: Iterable[TimelineRow], dated: list[tuple[int, TimelineRow]]
) -> list[TimelineRow]:
    """The sentences of a day that tell something that no event row and no sentence before them tells."""
    languages = {reading.article: reading.language for reading in story.readings}
    seen: dict[str, list[frozenset[str]]] = defaultdict(list)
    for row in rows:
        seen[_day(row)].append(frozenset(content_keys(row.text.text, languages[row.text.article])))
    kept = []
    for index, row in dated:
        keys = frozenset(content_keys(row.text.text, story.readings[index].language))
        same_day = seen[_day(row)][:MOST_COMPARED]
        if not any(dice(keys, other) >= SAME_ROW for other in same_day):
            seen[_day(row)].append(keys)
            kept.append(row)
    return kept


def _day(row: TimelineRow) -> str:
    return (row.date.value or "")[:10]


def _order(row: TimelineRow) -> tuple[str, str, tuple[str, ...], Evidence]:
    days = day_range(row.date.value)
    return days[0].isoformat() if days else "9999", row.date.value or "", row.events, row.text
