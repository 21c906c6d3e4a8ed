"""When an article was published: stated beside the text, or on its date line; never taken from a photo caption."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Final

from msgspec.structs import replace

from semeja.lang.timing import TimingTables
from semeja.read.draft import Draft
from semeja.read.times.forms import Form, Line, from_tokens
from semeja.read.times.grammar import scan
from semeja.read.times.numeric import year_number
from semeja.read.times.points import Anchor, Setting, Value
from semeja.read.times.reckoning import day_of
from semeja.read.times.values import value_of
from semeja.records.reading import TimeExpression
from semeja.text.tokens import tokenise

# A line that is little but a date with a clock, near the top, is a date line even if the cleaning took it for body.
LINES, LONGEST_LINE = 12, 90
_ISO: Final = re.compile(
    r"(\d{4})-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)? ?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?)?"
)
_NOWHERE: Final = Setting(Anchor())


def published_of(draft: Draft, forms: Sequence[tuple[int, Form]]) -> TimeExpression | None:
    """The publication time: the date line, to the minute if the source states it beside the text, else that alone."""
    stated = _stated(draft.article.published, draft.pack.timing)
    line = _date_line(draft, forms)
    if line is None:
        return stated
    same_day = stated is not None and stated.value is not None and stated.value[:10] == line.value
    if stated is not None and same_day and stated.granularity == "minute":
        return TimeExpression(
            line.start, line.end, stated.value, "minute", None, "publication", f"{line.rule}+metadata", line.alternative
        )
    return line


def anchor_day(published: TimeExpression | None, table: TimingTables) -> date | None:
    """The day of publication as the outlet's readers count it: a stated time in UTC is moved to the home zone."""
    if published is None or published.value is None or len(published.value) < 10:
        return None
    moment = datetime.fromisoformat(published.value)
    if moment.tzinfo is not None and table.home_zone is not None and moment.utcoffset() == timedelta(0):
        moment = moment.astimezone(timezone(timedelta(minutes=table.home_zone)))
    return moment.date()


def _stated(text: str | None, table: TimingTables) -> TimeExpression | None:
    """What the source states beside the text: ISO 8601, or any form of the language."""
    found = _ISO.match(text.strip()) if text else None
    value = _iso(found) if found else _spoken(text, table) if text else None
    if value is None:
        return None
    return TimeExpression(0, 0, value.text, value.granularity, None, "publication", "metadata", None)


def _iso(found: re.Match[str]) -> Value | None:
    year, month, day, hour, minute, zone = found.groups()
    if year_number(year) is None:
        return None
    if day is None:
        return Value(f"{year}-{month}", "month") if 1 <= int(month) <= 12 else None
    if day_of(int(year), int(month), int(day)) is None:
        return None
    if hour is None or int(hour) > 23 or int(minute) > 59:
        return Value(f"{year}-{month}-{day}", "day")
    offset = "" if zone is None else "+00:00" if zone == "Z" else f"{zone[:3]}:{zone[-2:]}"
    return Value(f"{year}-{month}-{day}T{hour}:{minute}{offset}", "minute")


def _spoken(text: str, table: TimingTables) -> Value | None:
    line = from_tokens(tokenise(text[:LONGEST_LINE]), table)
    forms = [form for form in scan(line, 0, len(line.keys)) if is_full(form)]
    return value_of(replace(forms[0], clock_until=None), _NOWHERE) if forms else None


def is_full(form: Form) -> bool:
    """Whether the form names day, month and year."""
    point = form.point
    return point is not None and form.until is None and point.year is not None and point.day is not None


def _date_line(draft: Draft, forms: Sequence[tuple[int, Form]]) -> TimeExpression | None:
    line = from_tokens(draft.tokens, draft.pack.timing)
    span = draft.view.structure.published
    if span is not None:
        first, last = bisect_left(line.starts, span.start), bisect_left(line.starts, span.end)
        return _first_of(line, scan(line, first, last), "dateline")
    zones = [(draft.sentences[index].zone, index, form) for index, form in forms]
    found = _first_of(line, (form for zone, _, form in zones if zone == "metadata"), "metadata-line")
    if found is not None:
        return found
    return _first_of(
        line, (form for zone, index, form in zones if zone != "caption" and _is_line(draft, index, form)), "line"
    )


def _is_line(draft: Draft, index: int, form: Form) -> bool:
    """Whether the form with its clock fills a short paragraph near the top."""
    sentence = draft.sentences[index]
    paragraph = draft.view.paragraphs[sentence.paragraph]
    length = paragraph.end - paragraph.start
    covered = draft.tokens.ends[form.last - 1] - draft.tokens.starts[form.first]
    enough = covered * 5 >= length * (2 if form.clock is not None else 4)
    return sentence.paragraph < LINES and length <= LONGEST_LINE and enough


def _first_of(line: Line, forms: Iterable[Form], rule: str) -> TimeExpression | None:
    """The first full date, with a clock if any of them has one."""
    full = [form for form in forms if is_full(form)]
    if not full:
        return None
    form = next((form for form in full if form.clock is not None), full[0])
    value = value_of(replace(form, clock_until=None), _NOWHERE)
    if value is None:
        return None
    start, end = line.starts[form.first], line.ends[form.last - 1]
    name = f"{line.table.code}.time.published-{rule}"
    return TimeExpression(start, end, value.text, value.granularity, None, "publication", name, value.alternative)
