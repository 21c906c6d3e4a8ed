"""The name of the outlet, where the text tells it; a page that doesn't tell gets none."""

import re

from semeja.lang.cleaning import CleaningTables
from semeja.lang.outlets import outlet_row
from semeja.read.cleaning.dateline import Dateline, domains
from semeja.read.cleaning.furniture import split_cells
from semeja.read.cleaning.lines import Line, make_line
from semeja.read.cleaning.page import Look
from semeja.read.cleaning.repeats import line_key
from semeja.records.span import Span

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright|hak cipta)(?:[\s©,–-]|\(c\)|copyright|by|oleh|\d{4}){1,40}(?P<name>[^\W\d_][^|,;\n•·]{1,60})",
    re.I,
)
_NAME_END = re.compile(r"\s*(?:\d{4}|all rights|seluruh hak|hak cipta|\.(?:\s|$)|$|[-–—]\s)", re.I)
_CAMEL = re.compile(r"[a-z][A-Z]")
MAX_NAME_WORDS = 6
# Above the title: how much speaks for a line being the outlet's name.
ENOUGH = 2


def outlet_of(looks: list[Look], labels: list[str], dateline: Dateline | None, tables: CleaningTables) -> Span | None:
    """The first that is there: a domain or masthead around the title, a part of the dateline, the copyright line."""
    first = next((index for index, label in enumerate(labels) if label == "body"), len(labels))
    head = [look for look, label in zip(looks[:first], labels, strict=False) if label not in ("caption", "title")]
    return (
        _in_masthead(head, looks, labels, dateline, tables)
        or _in_dateline(looks, dateline, tables)
        or _in_copyright(looks[first:])
        or _in_tail(looks[first:], labels[first:])
    )


def _in_masthead(
    head: list[Look], looks: list[Look], labels: list[str], dateline: Dateline | None, tables: CleaningTables
) -> Span | None:
    for look in head:
        found = domains(look.line.text) if all(mark.kind in ("date", "byline") for mark in look.marks) else []
        if found:
            return Span(look.line.start + found[0][0], look.line.start + found[0][1])
    title = labels.index("title") if "title" in labels else 0
    body = _words(looks, labels)
    for index, look in enumerate(looks[:title]):
        if labels[index] == "metadata":
            for cell in _free_cells(look):
                if _weight(cell, index, body, looks, dateline, tables) >= ENOUGH:
                    return Span(cell.start, cell.end)
    return next(
        (
            Span(cell.start, cell.end)
            for look, label in zip(looks, labels, strict=True)
            if label == "metadata" and look in head
            for cell in _free_cells(look)
            if is_outlet_name(cell.text, tables)
        ),
        None,
    )


def _free_cells(look: Look) -> list[Line]:
    """The parts of a line that no date or byline covers, at their places in the article."""
    line = look.line
    cells = [
        make_line(line.text, start, end, False)
        for cell in split_cells(line)
        for start, end in [_bare(line.text, cell.start, cell.end)]
        if end > start
    ]
    return [
        Line(line.start + cell.start, line.start + cell.end, cell.text, cell.words, False)
        for cell in cells
        if cell.words
        and len(cell.words) <= MAX_NAME_WORDS
        and not any(mark.start < line.start + cell.end and line.start + cell.start < mark.end for mark in look.marks)
    ]


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the marks around a name."""
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip("*_#|[(- "))
    return start + left, start + len(inner.rstrip("*_|:)]- "))


def _weight(
    cell: Line, index: int, body: frozenset[str], looks: list[Look], dateline: Dateline | None, tables: CleaningTables
) -> int:
    """How much speaks for a line above the title being the outlet's name."""
    if not cell.text[0].isupper() and not _CAMEL.search(cell.text):
        return 0
    named = is_outlet_name(cell.text, tables) or _comes_back(cell, looks, dateline)
    if named:
        return ENOUGH
    strange = not any(word in body for word in cell.words)
    return (index == 0) + (strange and cell.text.isupper() and len(cell.words) >= 2)


def _comes_back(cell: Line, looks: list[Look], dateline: Dateline | None) -> bool:
    """Whether the name stands again in the dateline, a credit or the copyright line."""
    key = line_key(cell)
    if len(key) < 4:
        return False
    parts = "|".join("".join(re.findall(r"[^\W_]+", part.lower())) for part in dateline.parts) if dateline else ""
    if key in parts:
        return True
    return any(key in line_key(look.line) for look in looks if look.caption or _COPYRIGHT.search(look.line.text[:200]))


def is_outlet_name(name: str, tables: CleaningTables) -> bool:
    """Whether a name looks like an outlet's by itself: known, an address, one of the trade's words, a capital inside."""
    words = re.findall(r"[^\W_]+", name.lower())
    if not words or name.lower() in tables.places:
        return False
    if outlet_row(name) is not None or domains(name):
        return True
    return (len(words) > 1 and any(word in tables.outlet_words for word in words)) or bool(_CAMEL.search(name))


def _in_dateline(looks: list[Look], dateline: Dateline | None, tables: CleaningTables) -> Span | None:
    """The part of the dateline that is an address, looks like an outlet, or stands beside a known place."""
    if dateline is None:
        return None
    line = next(look.line for look in looks if look.dateline is dateline)
    parts = [part for part in dateline.parts if part not in dateline.bracketed and not any(map(str.isdigit, part))]
    named = [part for part in parts if is_outlet_name(part, tables)]
    strange = [part for part in parts if part.lower() not in tables.places]
    if not named and len(parts) == 2 and len(strange) == 1:
        named = strange
    if not named:
        return None
    place = line.text.find(named[0])
    return Span(line.start + place, line.start + place + len(named[0]))


def _words(looks: list[Look], labels: list[str]) -> frozenset[str]:
    return frozenset(
        word
        for look, label in zip(looks, labels, strict=True)
        if label in ("body", "title")
        for word in look.line.words
    )


def _in_copyright(tail: list[Look]) -> Span | None:
    for look in tail:
        match = _COPYRIGHT.search(look.line.text[:300]) if len(look.line.words) < 40 else None
        if match:
            name = match["name"]
            end = _NAME_END.search(name)
            start = look.line.start + match.start("name")
            length = len(name[: end.start()].rstrip() if end else name)
            found = domains(name[:length])
            if found:
                return Span(start + found[0][0], start + found[0][1])
            if length > 2 and name[0].isupper() and not look.core:
                return Span(start, start + length)
    return None


def _in_tail(tail: list[Look], labels: list[str]) -> Span | None:
    """An address in a line that asks to follow or to write to the outlet."""
    for look, label in zip(tail, labels, strict=True):
        if label in ("share", "boilerplate", "advert", "comment_form"):
            found = domains(look.line.text)
            if found:
                return Span(look.line.start + found[0][0], look.line.start + found[0][1])
    return None
