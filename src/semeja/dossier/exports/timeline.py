"""The timeline of each story as TimelineJS (Knight Lab) reads it."""

import html
import re
from typing import Any

import msgspec

from semeja.dossier.exports.columns import words
from semeja.records.dossier import Dossier, TimelineRow

_MOMENT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?")
_PARTS = ("year", "month", "day", "hour", "minute")


def to_timeline(dossier: Dossier) -> bytes:
    """Title and events of a story; a row whose date has no year is left out, for TimelineJS can't place it."""
    title = words(dossier.story.title) or dossier.story.id
    events = [event for row in dossier.timeline if (event := _event(dossier, row))]
    body = {"title": {"text": {"headline": html.escape(title)}}, "events": events}
    return msgspec.json.format(msgspec.json.encode(body), indent=1) + b"\n"


def _event(dossier: Dossier, row: TimelineRow) -> dict[str, Any] | None:
    start, _, end = (row.date.value or "").partition("/")
    first, last = _date(start), _date(end)
    if first is None:
        return None
    source = next((one.source for one in dossier.articles if one.id == row.text.article), row.text.article)
    text = {"headline": html.escape(words(row.text) or ""), "text": html.escape(source)}
    event: dict[str, Any] = {"start_date": first, "text": text, "unique_id": f"{row.text.article}-{row.text.start}"}
    return event | ({"end_date": last} if last else {})


def _date(value: str) -> dict[str, int] | None:
    found = _MOMENT.match(value)
    if found is None:
        return None
    return {name: int(part) for name, part in zip(_PARTS, found.groups(), strict=True) if part is not None}
