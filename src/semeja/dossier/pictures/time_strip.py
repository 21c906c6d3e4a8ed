"""The days of a story side by side: what was reported of each, what was still to come, where reports differ."""

import msgspec

from semeja.dossier.marks import anchor
from semeja.dossier.naming import Naming, clock, flat
from semeja.dossier.pictures.drawing import LINE, fitted, linked, picture, said, stroke
from semeja.records.dossier import Dossier, TimelineRow

MOST_DAYS = 30
"""Days that are drawn, the last ones; the table has all."""
MOST_ROWS = 6
"""Entries of a day that are drawn; of more the rest is a number."""
COLUMN, SIDE, TOP = 136, 8, 30
"""Pixels: from one day to the next, margin, height of the days' names."""
_MARKS = {"report": "●", "preview": "○"}
_DAY = len("2022-01-21")


class _Day(msgspec.Struct, frozen=True):
    """A day, or as much of it as is known, with its entries."""

    name: str
    rows: tuple[TimelineRow, ...]


def time_strip(dossier: Dossier, shown: Naming) -> str:
    """The picture of the timeline; empty with fewer than two days."""
    days = _days(dossier)[-MOST_DAYS:]
    if len(days) < 2:
        return ""
    height = TOP + LINE * (1 + max(min(len(day.rows), MOST_ROWS + 1) for day in days))
    width = SIDE * 2 + COLUMN * len(days)
    shapes = [*_published(dossier, days, height, shown), stroke(f"M{SIDE},{TOP} H{width - SIDE}", "edge")]
    shapes += [part for at, day in enumerate(days) for part in _column(day, SIDE + COLUMN * at, shown)]
    told = [_told(row, shown) for day in days for row in day.rows]
    return picture("timeline-picture", shown.words["timeline"], told, (width, height), shapes)


def _days(dossier: Dossier) -> list[_Day]:
    found: dict[str, list[TimelineRow]] = {}
    for row in dossier.timeline:
        found.setdefault((row.date.value or "?").partition("T")[0], []).append(row)
    return [_Day(name, tuple(rows)) for name, rows in sorted(found.items())]


def _column(day: _Day, x: int, shown: Naming) -> list[str]:
    shapes = [said(x + 2, TOP - 10, fitted(day.name, COLUMN - 6), "soft"), stroke(f"M{x},{TOP - 4} v8", "edge")]
    for at, row in enumerate(day.rows[:MOST_ROWS]):
        shapes.append(_entry(row, x, TOP + LINE * (at + 1) - 4, shown))
    if len(day.rows) > MOST_ROWS:
        shapes.append(said(x + 4, TOP + LINE * (MOST_ROWS + 1) - 4, f"+ {len(day.rows) - MOST_ROWS}", "soft"))
    return shapes


def _entry(row: TimelineRow, x: int, y: int, shown: Naming) -> str:
    """A mark and the hour, or the first words; `≠` where reports differ in the day."""
    hour = (row.date.value or "").partition("T")[2][:5]
    mark = _MARKS[row.told] + ("≠" if row.conflict else "")
    words = said(x + 4, y, mark, "warn" if row.conflict else "mark")
    left = x + (32 if row.conflict else 20)
    words += said(left, y, fitted(f"{hour} {flat(row.text.text[:80])}".strip(), x + COLUMN - left - 4))
    return linked(anchor(row.text), words, _told(row, shown))


def _published(dossier: Dossier, days: list[_Day], height: int, shown: Naming) -> list[str]:
    """The days in which the articles were published, shaded."""
    first, last = dossier.story.first_published, dossier.story.last_published
    if not (first and first.value and last and last.value):
        return []
    start, end = first.value[:_DAY], last.value[:_DAY]
    inside = [at for at, day in enumerate(days) if len(day.name) == _DAY and start <= day.name <= end]
    if not inside:
        return []
    x, width = SIDE + COLUMN * inside[0], COLUMN * (inside[-1] - inside[0] + 1)
    band = f'<rect class="band" x="{x}" y="{TOP}" width="{width}" height="{height - TOP}"/>'
    return [band, said(x + 4, height - 6, fitted(shown.words["published_in"], width - 8), "soft")]


def _told(row: TimelineRow, shown: Naming) -> str:
    parts = [clock(row.date.value), flat(row.text.text[:160])]
    parts += [shown.words["preview"]] if row.told == "preview" else []
    parts += [shown.words["reports_differ"]] if row.conflict else []
    return " · ".join(parts)
