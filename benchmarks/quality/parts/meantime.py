"""MEANTIME's documents with the times and values that people marked in them, placed in the text."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import msgspec
from benchmarks.quality.parts.data import DATA, records_of


class Marked(msgspec.Struct, frozen=True):
    """A marked stretch of text: `kind` is MEANTIME's type (DATE, MONEY, …), `value` its normalised value, if any."""

    start: int
    end: int
    kind: str
    value: str


class Document(msgspec.Struct, frozen=True):
    """One article with its marks, in order; `written` is the day of its creation.

    People marked the title, the date line and four sentences; `limit` is the place where they stopped.
    """

    id: str
    text: str
    written: str
    limit: int
    times: tuple[Marked, ...]
    values: tuple[Marked, ...]


SENTENCES = 6
"""How many sentences of a document, title and date line included, people marked times and values in."""


def documents() -> list[Document]:
    """All documents, in the order of the file."""
    return [_document(record) for record in records_of(DATA / "meantime" / "docs.jsonl.gz")]


def _document(record: dict[str, Any]) -> Document:
    text: str = record["text"]
    places = places_of(text, [token for sentence in record["sentences"] for token in sentence])
    marks = [mark for mark in record["markables"] if mark.get("tokens")]
    read = sum(map(len, record["sentences"][:SENTENCES]))
    times = [mark for mark in marks if mark["tag"] == "TIMEX3"]
    written = next((mark["value"] for mark in times if mark.get("functionInDocument") == "CREATION_TIME"), "")
    return Document(
        str(record["id"]),
        text,
        written[:10] if days_of(written) else "",
        places[read - 1][1],
        _marked(times, places),
        _marked([mark for mark in marks if mark["tag"] == "VALUE"], places),
    )


def places_of(text: str, tokens: Sequence[str]) -> list[tuple[int, int]]:
    """Where each token stands in the text; the tokens follow one another in it."""
    places, reached = [], 0
    for token in tokens:
        found = text.find(token, reached)
        start = reached if found < 0 else found
        reached = start + (len(token) if found >= 0 else 0)
        places.append((start, reached))
    return places


def _marked(marks: Sequence[dict[str, Any]], places: Sequence[tuple[int, int]]) -> tuple[Marked, ...]:
    found = [
        Marked(places[min(tokens)][0], places[max(tokens)][1], mark.get("type", ""), mark.get("value", ""))
        for mark in marks
        if (tokens := [int(token) for token in mark["tokens"]])
    ]
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end)))


Days = tuple[date, date, str]
_SHAPE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\S+))?)?|-W(\d\d)(-WE)?|-Q([1-4])|-H([12]))?")


def days_of(value: str) -> Days | None:
    """First day, last day and clock of a TIMEX3 value or of one of ours; None for durations and vague references."""
    if "/" in value:
        first, _, last = value.partition("/")
        pair = days_of(first), days_of(last)
        return (pair[0][0], pair[1][1], "") if pair[0] and pair[1] else None
    if re.fullmatch(r"\d{3}", value):
        return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31), ""
    found = _SHAPE.fullmatch(value.removeprefix("FY"))
    try:
        return _span(found) if found else None
    except ValueError:
        return None


def _span(found: re.Match[str]) -> Days:
    year = int(found[1])
    if found[3]:
        day = date(year, int(found[2]), int(found[3]))
        clock = re.match(r"\d\d:\d\d", found[4] or "")
        return day, day, clock[0] if clock else ""
    if found[5]:
        monday = date.fromisocalendar(year, int(found[5]), 1)
        return monday + timedelta(5 if found[6] else 0), monday + timedelta(6), ""
    months = {2: 1, 7: 3, 8: 6}
    for group, length in months.items():
        if found[group]:
            last = int(found[group]) * length
            after = date(year + last // 12, last % 12 + 1, 1)
            return date(year, last - length + 1, 1), after - timedelta(1), ""
    return date(year, 1, 1), date(year, 12, 31), ""
