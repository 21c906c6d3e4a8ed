"""Whence an article is told: before its event (a preview), during it, or after it."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Final

from semeja.read.times.forms import Line
from semeja.read.times.outlook import outlook
from semeja.records.reading import Sentence, TimeExpression

LEAD: Final = 5  # sentences of title and body that tell the main event


def told_from(
    sentences: Sequence[Sentence], line: Line, times: Sequence[TimeExpression], published: date | None
) -> str:
    """`before`, `during`, `after` or `unknown`, by the sentences of the lead that tell a day."""
    lead = [sentence for sentence in sentences if sentence.zone in ("title", "body")][:LEAD]
    told = [verdict for sentence in lead if (verdict := _verdict(sentence, line, times, published))]
    if not told:
        return "unknown"
    previews = told.count("before")
    if previews * 2 > len(told):
        return "before"
    return next(verdict for verdict in told if verdict != "before")


def _verdict(sentence: Sentence, line: Line, times: Sequence[TimeExpression], published: date | None) -> str | None:
    """What the days of one sentence say; None when it tells none and nothing goes on."""
    table, keys = line.table, line.keys[sentence.first_token : sentence.last_token]
    if not table.groups["cue_now"].isdisjoint(keys) and not table.groups["cue_now_verb"].isdisjoint(keys):
        return "during"
    for time in times:
        if (
            time.value
            and time.role == "event"
            and sentence.start <= time.start < sentence.end
            and len(time.value) >= 10
        ):
            return _side(time, sentence, line, published)
    return None


def _side(time: TimeExpression, sentence: Sentence, line: Line, published: date | None) -> str:
    """Whether the day of `time` lies before or after the article, or what the words say if it is the same day."""
    day, today = (time.value or "")[:10], published.isoformat() if published else ""
    if published is not None and day != today:
        return "before" if day > today else "after"
    first, last = bisect_left(line.starts, time.start), bisect_left(line.starts, time.end)
    side = outlook(line, first, last, sentence.first_token, sentence.last_token)
    return "before" if side == "ahead" else "after"
