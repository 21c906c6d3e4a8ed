"""The outlet's name above or right under the title."""

import re
from typing import Final

from semeja.lang.cleaning import CleaningTables
from semeja.lang.outlets import find_outlet
from semeja.read.cleaning.dateline import Dateline, domains
from semeja.read.cleaning.furniture import split_cells
from semeja.read.cleaning.lines import Line, make_line
from semeja.read.cleaning.page import Look
from semeja.read.cleaning.patterns import names_owner, patterns
from semeja.read.cleaning.repeats import line_key
from semeja.records.span import Span

_CAMEL: Final = re.compile(r"[a-z][A-Z]")
# `kabar24`, `tv9`: a name with its number is one word.
_NUMBERED: Final = re.compile(r"[^\W\d_]{2,15}\d{1,3}")
_WORD: Final = re.compile(r"[^\W_]+")
MAX_NAME_WORDS: Final = 6
# Pages have their masthead near their top; a page of a hundred thousand lines is looked at no further.
HEAD_LINES: Final = 60
MIN_ECHO: Final = 4

Row = tuple[Look, str]


def masthead(rows: list[Row], dateline: Dateline | None, tables: CleaningTables) -> Span | None:
    """A web address around the title, else a line above it that names an outlet, else a part of a line below."""
    head = [row for row in _until(rows, "body") if row[1] not in ("caption", "title")]
    return _address(head) or _line_above(rows, dateline, tables) or _part_below(head, tables)


def _until(rows: list[Row], label: str) -> list[Row]:
    """The rows at the top above the first with that label."""
    top = rows[:HEAD_LINES]
    return next((top[:index] for index, row in enumerate(top) if row[1] == label), top)


def _address(head: list[Row]) -> Span | None:
    for look, _ in head:
        found = domains(look.line.text) if all(mark.kind in ("date", "byline") for mark in look.marks) else []
        if found:
            return Span(look.line.start + found[0][0], look.line.start + found[0][1])
    return None


def _line_above(rows: list[Row], dateline: Dateline | None, tables: CleaningTables) -> Span | None:
    """A line above the title that looks like an outlet's name, stands again where outlets stand, or alone on top."""
    if not any(label == "title" for _, label in rows[:HEAD_LINES]):
        return None
    candidates = [(index, cell) for index, row in enumerate(_until(rows, "title")) for cell in _cells([row])]
    if not candidates:
        return None
    echoes, body = _echoes(rows, dateline, tables.codes), _body_words(rows)
    for index, cell in candidates:
        if not cell.text[0].isupper() and not _CAMEL.search(cell.text) and not _NUMBERED.fullmatch(cell.text):
            continue
        on_top = index == 0 and cell.text.isupper() and len(cell.words) >= 2 and body.isdisjoint(cell.words)
        on_top = on_top or (index == 0 and _NUMBERED.fullmatch(cell.text) is not None)
        key = line_key(cell)
        if on_top or is_outlet_name(cell.text, tables) or (len(key) >= MIN_ECHO and key in echoes):
            return Span(cell.start, cell.end)
    return None


def _part_below(head: list[Row], tables: CleaningTables) -> Span | None:
    return next((Span(cell.start, cell.end) for cell in _cells(head) if is_outlet_name(cell.text, tables)), None)


def _cells(rows: list[Row]) -> list[Line]:
    """The parts of lines that no date, byline or cue covers, at their places in the article."""
    return [
        cell
        for look, label in rows
        if label == "metadata" or (label == "navigation" and look.cue is None)
        for cell in _free_cells(look)
    ]


def _free_cells(look: Look) -> list[Line]:
    line, cells = look.line, []
    for part in split_cells(line):
        start, end = _bare(line.text, part.start, part.end)
        covered = any(mark.start < line.start + end and line.start + start < mark.end for mark in look.marks)
        own = make_line(line.text, start, end, False) if start < end and not covered else None
        if own and 0 < len(own.words) <= MAX_NAME_WORDS:
            cells.append(Line(line.start + start, line.start + end, own.text, own.words, False, own.digits))
    return cells


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the marks around a name."""
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip("*_#|[(- "))
    return start + left, start + len(inner.rstrip("*_|:)]- "))


def _echoes(rows: list[Row], dateline: Dateline | None, codes: tuple[str, ...]) -> str:
    """Keys of the places where an outlet's name comes back: dateline, captions, copyright line."""
    known = patterns(codes)
    lines = [look.line for look, _ in rows if look.caption or names_owner(look.line.text[:200], known)]
    parts = dateline.parts if dateline else ()
    return "|".join([*("".join(_WORD.findall(part.lower())) for part in parts), *map(line_key, lines)])


def _body_words(rows: list[Row]) -> frozenset[str]:
    return frozenset(word for look, label in rows if label in ("body", "title") for word in look.line.words)


def is_outlet_name(name: str, tables: CleaningTables) -> bool:
    """Whether a name looks like an outlet's: known, an address, with a word of the trade or a large letter inside."""
    words = _WORD.findall(name.lower())
    if not words or name.lower() in tables.places:
        return False
    if find_outlet(name) is not None or domains(name):
        return True
    return (len(words) > 1 and not tables.outlet_words.isdisjoint(words)) or bool(_CAMEL.search(name))


def names_outlet(line: Line) -> bool:
    """Whether a part of a short line is a known outlet or agency (`R. Astuti | Reuters`, `jm/dm (AFP, dpa)`)."""
    if len(line.words) > MAX_NAME_WORDS:
        return False
    rows = [find_outlet(part) for part in re.split(r"[|/(),•·&]|\s[-–—]\s", line.text) if part.strip()]
    return any(row is not None and row.kind != "social" for row in rows)
