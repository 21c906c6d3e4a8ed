"""Times by dateparser: its search in a text, its parse of a marked span."""

import importlib
from collections.abc import Callable, Sequence
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from benchmarks.quality.parts.golden import Row
from benchmarks.quality.parts.meantime import Document, days_of


def _name() -> str:
    try:
        return f"dateparser {version('dateparser')}"
    except PackageNotFoundError:
        return "dateparser"


NAME = _name()


def _settings(written: str) -> dict[str, Any]:
    base = datetime.fromisoformat(written) if written else None
    return {"RELATIVE_BASE": base, "RETURN_AS_TIMEZONE_AWARE": False} if base else {"RETURN_AS_TIMEZONE_AWARE": False}


def _search(text: str, written: str, code: str) -> list[tuple[int, int, str]]:
    search: Any = importlib.import_module("dateparser.search")
    found, reached = [], 0
    for words, moment in search.search_dates(text, languages=[code], settings=_settings(written)) or []:
        start = text.find(words, reached)
        if start >= 0:
            reached = start + len(words)
            found.append((start, reached, moment.date().isoformat()))
    return found


def searched(document: Document) -> list[tuple[int, int, str]]:
    """What `search_dates` finds in a document, line by line (it is slow on long texts): start, end, day."""
    found, start = [], 0
    for line in document.text[: document.limit].split("\n"):
        found += [(start + first, start + last, day) for first, last, day in _search(line, document.written, "en")]
        start += len(line) + 1
    return found


def parsed_share(texts: Sequence[Document]) -> float:
    """The share of marks with a place in the calendar, their spans given, in which the day from `parse` lies."""
    dateparser: Any = importlib.import_module("dateparser")
    right = count = 0
    for document in texts:
        for mark in document.times:
            if (wanted := days_of(mark.value)) is None:
                continue
            words = document.text[mark.start : mark.end]
            moment = dateparser.parse(words, languages=["en"], settings=_settings(document.written))
            count += 1
            right += moment is not None and wanted[0] <= moment.date() <= wanted[1]
    return right / count


def row_reader(code: str) -> Callable[[Row], list[tuple[str, str]]]:
    """A reader of golden rows: a day that lies in the wanted value counts as that value."""

    def read(row: Row) -> list[tuple[str, str]]:
        found = _search(row.text, row.published, code)
        wanted = dict(row.expected)
        return [(row.text[start:end], _as(wanted.get(row.text[start:end], ""), day)) for start, end, day in found]

    return read


def _as(wanted: str, day: str) -> str:
    """The wanted value if the day lies in it, else the day."""
    inside = days_of(wanted.split(" ")[0][:21] if "/" in wanted else wanted.split(" ")[0][:10])
    given = days_of(day)
    return wanted if inside and given and inside[0] <= given[0] <= inside[1] else day
