"""What happened when, as far as the articles date it, each happening once."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec
from msgspec.structs import replace

from semeja.compare.dated_sentences import REACH, SAID, DatedSentence, dated_sentences
from semeja.compare.events import MergedEvent
from semeja.compare.same_event import AHEAD, HAPPENED
from semeja.compare.tellings import SPEECH_ACTS
from semeja.compare.times import day_range, to_time
from semeja.compare.untimed_keys import untimed_keys
from semeja.records.dossier import Conflict, Event, Evidence, Time, TimelineRow
from semeja.records.reading import Sentence
from semeja.records.story import Story
from semeja.text.similarity import dice

SAME_ROW = 0.5
"""Dice over their keys from which two dated sentences of one day tell the same."""
SAME_KIND_ROW = 0.25
"""The same where both tell an event of one type."""
PROMISING = frozenset({"AGREE", "THREATEN"})
"""Speech acts whose content may be dated: what is to come. Of other acts the date in the content is not theirs."""
MOST_COMPARED = 40
"""Rows of one day with which another one is compared."""


class Draft(msgspec.Struct, frozen=True):
    """A row before rows of one happening are joined: with its keys and the events that it tells."""

    row: TimelineRow
    keys: frozenset[str]
    events: tuple[Event, ...]


def make_timeline(
    story: Story, events: Iterable[MergedEvent], conflicts: Iterable[Conflict]
) -> tuple[TimelineRow, ...]:
    """A row per dated event, and per other dated sentence that tells a happening; by day, then by place.

    A preview joins the report of the same happening and leaves its words to it.
    """
    weekday = {one: conflict.id for conflict in conflicts if conflict.kind == "weekday" for one in _places(conflict)}
    merged = tuple(events)
    told: dict[str, list[int]] = defaultdict(list)
    drafts: list[Draft] = []
    for one in merged:
        if one.event.date and one.event.date.value and _is_dated(one.event):
            for telling in one.tellings:
                if telling.date and telling.date.evidence:
                    insort(told[telling.date.evidence.article], telling.date.evidence.start)
            drafts.append(_of_event(story, one, weekday))
    sentences = (_of_sentence(story, one, merged, weekday) for one in dated_sentences(story) if _is_new(one, told))
    drafts += [draft for draft in sentences if draft]
    return tuple(sorted((draft.row for draft in _joined(drafts)), key=_order))


def _places(conflict: Conflict) -> tuple[Evidence, ...]:
    return tuple(one for side in conflict.sides for one in side.evidence)


def _is_new(dated: DatedSentence, told: Mapping[str, list[int]]) -> bool:
    """Whether no event has its date from this sentence, or the sentence gives an event before it its day."""
    starts = told.get(dated.article, [])
    at = bisect_left(starts, dated.sentence.start)
    return dated.takes_up is not None or at == len(starts) or starts[at] >= dated.sentence.end


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


def _of_event(story: Story, merged: MergedEvent, weekday: dict[Evidence, str]) -> Draft:
    event = merged.event
    assert event.date is not None
    text = _text(story, merged)
    place = event.date.evidence
    conflict = weekday.get(place) if place else None
    ahead = event.modality in AHEAD or _is_ahead(story, event.date, text.article)
    row = TimelineRow(event.date, (event.id,), text, conflict, "preview" if ahead else "report")
    return Draft(row, _keys(story, text), (event,))


def _text(story: Story, merged: MergedEvent) -> Evidence:
    """The first sentence that tells the event with its date, else the first clause that tells it."""
    for telling in merged.tellings:
        date_ = telling.date
        if merged.event.date and date_ and _day(date_) == _day(merged.event.date) and date_.evidence:
            sentence: Sentence = story.readings[telling.index].sentences[telling.coded.sentence]
            if sentence.start <= date_.evidence.start < sentence.end:
                return story.evidence(telling.index, sentence.start, sentence.end)
    return merged.event.evidence[0]


def _day(time: Time) -> str:
    return (time.value or "")[:10]


def _of_sentence(
    story: Story, dated: DatedSentence, merged: Iterable[MergedEvent], weekday: dict[Evidence, str]
) -> Draft | None:
    """The row of a sentence; None where it only dates words that are no act."""
    when = to_time(story, dated.index, dated.time)
    text = story.evidence(dated.index, dated.sentence.start, dated.sentence.end)
    events = tuple(_taken_up(dated, merged)) if dated.takes_up else ()
    if dated.takes_up == SAID and not events:
        return None
    if dated.takes_up != SAID:
        text = _told_before(story, dated, events) or text
    ahead = _is_ahead(story, when, text.article)
    conflict = weekday.get(when.evidence) if when.evidence else None
    row = TimelineRow(when, tuple(sorted(one.id for one in events)), text, conflict, "preview" if ahead else "report")
    return Draft(row, _keys(story, text), events)


def _taken_up(dated: DatedSentence, merged: Iterable[MergedEvent]) -> Iterator[Event]:
    """The acts of speech of that type in the nearest sentence before that has one; of what is said on a day also
    those in the sentence itself."""
    near: dict[int, list[Event]] = defaultdict(list)
    for one in merged:
        for telling in one.tellings:
            if telling.index != dated.index or telling.in_title or one.event.type not in (dated.takes_up, *SPEECH_ACTS):
                continue
            behind = dated.at - telling.coded.sentence
            fits = dated.takes_up in (one.event.type, "*", SAID) and (behind > 0 or dated.takes_up == SAID)
            if fits and 0 <= behind <= REACH and one.event.date is None:
                near[behind].append(one.event)
    yield from near[min(near)] if near else ()


def _told_before(story: Story, dated: DatedSentence, events: Iterable[Event]) -> Evidence | None:
    """The sentence that tells the acts whose day another one gives: it says what was done."""
    reading = story.readings[dated.index]
    places = [one for event in events for one in event.evidence if one.article == reading.article]
    before = [one.start for one in places if one.start < dated.sentence.start]
    at = reading.sentence_at(max(before)) if before else -1
    return story.evidence(dated.index, reading.sentences[at].start, reading.sentences[at].end) if at >= 0 else None


def _is_ahead(story: Story, when: Time, article: str) -> bool:
    """Whether a day lies after the one on which the article was published."""
    published = next((one.published for one in story.readings if one.article == article), None)
    stand, days = day_range(published.value) if published else None, day_range(when.value)
    return bool(stand and days and days[0] > stand[1])


def _keys(story: Story, text: Evidence) -> frozenset[str]:
    reading = next(one for one in story.readings if one.article == text.article)
    return untimed_keys(reading, text, " ".join(text.text.split()))


def _joined(drafts: Iterable[Draft]) -> list[Draft]:
    """One draft for each happening: those of events first, so that a sentence without one joins them."""
    by_day: dict[str, list[Draft]] = defaultdict(list)
    for draft in sorted(drafts, key=lambda one: (not one.events, one.row.told == "preview", _order(one.row))):
        rows = by_day[_day(draft.row.date)]
        at = next((place for place, one in enumerate(rows[:MOST_COMPARED]) if _same(one, draft)), None)
        if at is None:
            rows.append(draft)
        else:
            rows[at] = _one(rows[at], draft)
    return [draft for rows in by_day.values() for draft in rows]


def _same(left: Draft, right: Draft) -> bool:
    """Whether two rows of a day tell one happening: one sentence, an event in common, much the same words, or events
    of one kind by those who may be the same, with some words in common."""
    if left.row.text == right.row.text or set(left.row.events) & set(right.row.events):
        return True
    likeness = dice(left.keys, right.keys)
    if likeness >= SAME_ROW:
        return True
    alike = any(_same_kind(a, b) for a in left.events for b in right.events)
    return alike and likeness >= SAME_KIND_ROW


def _same_kind(left: Event, right: Event) -> bool:
    a, b = set(left.actor), set(right.actor)
    return (left.type, left.mode, left.polarity) == (right.type, right.mode, right.polarity) and (
        not a or not b or bool(a & b)
    )


def _one(kept: Draft, other: Draft) -> Draft:
    """The kept row with the events of the other; a report gives its words to a preview."""
    best = other.row if (kept.row.told, other.row.told) == ("preview", "report") else kept.row
    precise = min((kept.row.date, other.row.date), key=lambda one: (_width(one), one.value or ""))
    when = precise if best.date.value == (precise.value or "")[:10] else best.date
    events = tuple(sorted({*kept.row.events, *other.row.events}))
    row = replace(best, date=when, events=events, conflict=best.conflict or kept.row.conflict or other.row.conflict)
    return Draft(row, kept.keys, tuple({event.id: event for event in (*kept.events, *other.events)}.values()))


def _width(time: Time) -> int:
    """Days of a time; a clock makes it narrower still."""
    days = day_range(time.value)
    return -1 if "T" in (time.value or "") else (days[1] - days[0]).days if days else 99_999


def _order(row: TimelineRow) -> tuple[str, str, tuple[str, ...], Evidence]:
    days = day_range(row.date.value)
    first = days[0] if days else date.max
    return first.isoformat(), row.date.value or "", row.events, row.text
