"""Times with their values."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Final

from msgspec.structs import replace

from semeja.lang.phrases import starts
from semeja.read.draft import Draft
from semeja.read.times.attachment import nearest_time
from semeja.read.times.forms import Form, Line, Point, from_tokens
from semeja.read.times.grammar import scan_at
from semeja.read.times.outlook import outlook
from semeja.read.times.points import Anchor, Setting, Value, point_value
from semeja.read.times.publication import anchor_day, is_full, published_of
from semeja.read.times.stance import told_from
from semeja.read.times.tail import is_day
from semeja.read.times.values import value_of
from semeja.records.reading import Sentence, TimeExpression

__all__ = ["find_times", "nearest_time"]

LEAD: Final = 8  # sentences of the body in which a full date may anchor an article without a publication time
QUOTED_DAYS: Final = 3  # an utterance that says "today" is at most so many days older than the article

NEIGHBOURS: Final = 20  # forms of a sentence on either side that may tell the day of a clock or of an utterance

Placed = tuple[int, Form]


def find_times(
    draft: Draft, around: date | None = None
) -> tuple[tuple[TimeExpression, ...], TimeExpression | None, str]:
    """Times in order, the publication time (None: not stated), and whence the article is told.

    The last is `before`, `during`, `after` or `unknown`: a preview stands before its event. A publication time that
    only the source states, not the text, has the empty span 0..0 and is not among the times. `around`: a day near
    which the story lies, known from other articles; it gives a year to an article that names none.
    """
    line = from_tokens(draft.tokens, draft.pack.timing)
    forms = _scanned(line, draft.sentences)
    published = published_of(draft, forms)
    day = anchor_day(published, draft.pack.timing)
    anchor = Anchor(day, day.year) if day else _anchor_of_text(draft, forms, around)
    times = _evaluated(draft, line, forms, anchor, published)
    return times, published, told_from(draft.sentences, line, times, day)


def _scanned(line: Line, sentences: Sequence[Sentence]) -> list[Placed]:
    """The forms of all sentences, each with the index of its sentence."""
    places = starts(line.table.triggers, line.keys, 0, len(line.keys))
    forms: list[Placed] = []
    reached = 0
    for index, sentence in enumerate(sentences):
        reached = bisect_left(places, sentence.first_token, reached)
        last = bisect_left(places, sentence.last_token, reached)
        if last > reached:
            found = scan_at(line, places[reached:last], sentence.first_token, sentence.last_token)
            forms.extend([(index, form) for form in found])
            reached = last
    return forms


def _anchor_of_text(draft: Draft, forms: Sequence[Placed], around: date | None) -> Anchor:
    """Without a publication time: the day of the dateline, else the first full date in the lead, else a day there; a
    year is that of any full date, or the one that brings it nearest to `around`."""
    body = [(index, form) for index, form in forms if draft.sentences[index].zone in ("title", "body")]
    year = next((form.point.year for _, form in forms if is_full(form) and form.point), None)
    lead = [index for index, sentence in enumerate(draft.sentences) if sentence.zone == "body"][:LEAD]
    told = [form.point for index, form in body if form.point and form.point.day and index in lead and not form.until]
    head = _in_dateline(draft, forms)
    full = head or next((point for point in told if point.year), None)
    full = full or next((point for point in told if point.month), None)
    context = Anchor(None, year) if year or not around else Anchor(around, around.year)
    value = point_value(full, Setting(context)) if full else None
    return Anchor(value.day if value else None, value.day.year if value and value.day else context.year)


def _in_dateline(draft: Draft, forms: Sequence[Placed]) -> Point | None:
    """The day of `SOFIA, March 4 (X) -`."""
    span = draft.view.structure.dateline
    if span is None:
        return None
    starts = draft.tokens.starts
    inside = [form.point for _, form in forms if span.start <= starts[form.first] < span.end]
    return next((point for point in inside if point and point.day and point.month), None)


def _evaluated(
    draft: Draft, line: Line, forms: Sequence[Placed], anchor: Anchor, published: TimeExpression | None
) -> tuple[TimeExpression, ...]:
    times: list[TimeExpression] = [published] if published and published.end else []
    taken = (published.start, published.end) if published and published.end else (0, 0)
    told: list[date] = []
    year: int | None = None
    for place, (index, form) in enumerate(forms):
        start, end = line.starts[form.first], line.ends[form.last - 1]
        if start < taken[1] and end > taken[0]:
            continue
        sentence = draft.sentences[index]
        if _is_day_of_visit(draft, sentence, start, published):
            continue
        value = value_of(form, replace(_setting(draft, line, forms, place, anchor, told), year=year))
        role = _role(draft, sentence, start, value)
        times.append(_expression(line, form, value, role))
        year = int(value.text[:4]) if value and role == "event" else year
        if role == "event" and value and value.day and is_narrative(line, form, sentence, value, told):
            told.append(value.day)
    return tuple(sorted(times, key=lambda time: (time.start, time.end)))


def _is_day_of_visit(draft: Draft, sentence: Sentence, start: int, published: TimeExpression | None) -> bool:
    """A date in the page's head above the title, where the date line stands below it, is that of the page's visit."""
    title = draft.view.structure.title
    if title is None or published is None or sentence.zone != "metadata":
        return False
    return start < title.start < published.start


def _expression(line: Line, form: Form, value: Value | None, role: str) -> TimeExpression:
    return TimeExpression(
        start=line.starts[form.first],
        end=line.ends[form.last - 1],
        value=value.text if value else None,
        granularity=value.granularity if value else None,
        modifier=form.modifier,
        role=role,
        rule=f"{line.table.code}.time.{form.rule}",
        alternative=value.alternative if value else None,
    )


def _role(draft: Draft, sentence: Sentence, start: int, value: Value | None) -> str:
    """`event`, or `other` for what is no time of an event: durations, captions, the day of a relay."""
    if value is None or sentence.zone not in ("title", "body"):
        return "other"
    for credit in draft.credits:
        if 0 <= start - credit.end <= 3 or credit.start < start < credit.end:
            return "other"
    return "event"


def is_narrative(line: Line, form: Form, sentence: Sentence, value: Value, told: Sequence[date]) -> bool:
    """Whether later clocks and `hari itu` count from this day: a plain day, and not that of a mere utterance."""
    if value.granularity not in ("day", "minute", "part_of_day") or form.modifier in ("before", "after"):
        return False
    return not told or not _is_attribution(line, form, sentence)


def _is_attribution(line: Line, form: Form, sentence: Sentence) -> bool:
    """`kata Maya, Jumat`: a day after a comma behind a verb of saying."""
    if form.first <= sentence.first_token or line.keys[form.first - 1] != ",":
        return False
    reports = line.table.groups["cue_report"]
    return not reports.isdisjoint(line.keys[max(sentence.first_token, form.first - 16) : form.first])


def _setting(
    draft: Draft, line: Line, forms: Sequence[Placed], place: int, anchor: Anchor, told: Sequence[date]
) -> Setting:
    index, form = forms[place]
    sentence, point = draft.sentences[index], form.point
    reference = told[-1] if told else None
    if point is None and form.modifier == "before":
        reference = _counted_on(draft, line, forms, place, anchor, reference)
    if point is None or point.year is not None or point.frame == "vague":
        return Setting(anchor, reference)
    if point.unit == "day" and point.frame == "anchor" and _in_quotation(draft, line, form, sentence):
        return Setting(_uttered(forms, place, anchor, told, reference), reference)
    if point.frame == "anchor" and (point.unit is not None or point.shift is not None):
        return Setting(anchor, reference)
    return Setting(anchor, reference, outlook(line, form.first, form.last, sentence.first_token, sentence.last_token))


def _counted_on(
    draft: Draft, line: Line, forms: Sequence[Placed], place: int, anchor: Anchor, reference: date | None
) -> date | None:
    """The day of a bare clock behind `hingga`, `sampai`: it bounds what is known, so it counts from the day on which
    its sentence is told, not from that of the happening."""
    index, own = forms[place]
    before = forms[max(0, place - NEIGHBOURS) : place]
    if any(at == index and is_day(form.point) and form.first < own.first for at, form in before):
        return reference
    uttered = _uttered(forms, place, anchor, (), None).day
    return uttered or reference


def _in_quotation(draft: Draft, line: Line, form: Form, sentence: Sentence) -> bool:
    """Whether an odd number of quotation marks stands before the form in its paragraph."""
    start = draft.view.paragraphs[sentence.paragraph].start
    text = draft.view.text[max(start, line.starts[form.first] - 2000) : line.starts[form.first]]
    return sum(map(text.count, '"“”')) % 2 == 1


def _uttered(
    forms: Sequence[Placed], place: int, anchor: Anchor, told: Sequence[date], reference: date | None
) -> Anchor:
    """The day of an utterance: told beside the speaker, else the one day of the story so far, else publication."""
    index = forms[place][0]
    for later, form in forms[place + 1 : place + 1 + NEIGHBOURS]:
        if later > index:
            break
        if is_day(form.point) and form.point and (form.point.weekday or form.point.day):
            value = point_value(form.point, Setting(anchor, reference))
            return Anchor(value.day, anchor.year) if value and value.day else anchor
    one = reference if len(set(told)) == 1 else None
    recent = one is not None and (anchor.day is None or 0 <= (anchor.day - one).days <= QUOTED_DAYS)
    return Anchor(one, anchor.year) if recent else anchor
