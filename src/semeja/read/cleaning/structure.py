"""Where the article keeps its furniture: title, date, dateline, byline, editor, outlet, captions."""

import re
from typing import Final

from semeja.lang.cleaning import CleaningTables
from semeja.read.cleaning.furniture import Mark, split_cells
from semeja.read.cleaning.lines import Line
from semeja.read.cleaning.masthead import is_outlet_name
from semeja.read.cleaning.outlet import outlet_of
from semeja.read.cleaning.page import Look
from semeja.records.article import Article
from semeja.records.reading import Structure
from semeja.records.span import Span

_WORD: Final = re.compile(r"[^\W\d_]+")
MARKUP: Final = "#*_= "
# How many characters before a date may say that it is that of a revision.
REVISION_REACH: Final = 24


def structure_of(article: Article, looks: list[Look], labels: list[str], tables: CleaningTables) -> Structure:
    """The furniture of a labelled page. What the text does not have is None."""
    marks = [mark for look, label in zip(looks, labels, strict=True) if label == "metadata" for mark in look.marks]
    title = next((look.line for look, label in zip(looks, labels, strict=True) if label == "title"), None)
    dateline = next(
        (look.dateline for look, label in zip(looks, labels, strict=True) if look.dateline and label == "body"), None
    )
    outlet = outlet_of(looks, labels, dateline, tables)
    return Structure(
        title=_title_words(title) if title else None,
        published=_published(marks, title.end if title else 0, article.text, tables),
        dateline=Span(dateline.start, dateline.end) if dateline else None,
        byline=_first(marks, "byline") or _bare_byline(looks, labels, tables),
        editor=_first(marks, "editor"),
        outlet=outlet,
        outlet_name=outlet.of(article.text) if outlet else None,
        captions=tuple(
            Span(look.line.start, look.line.end)
            for look, label in zip(looks, labels, strict=True)
            if label == "caption"
        ),
    )


def _title_words(line: Line) -> Span:
    """The title without the marks that a light markup puts around it (`# Title`, `**Title**`)."""
    head = len(line.text) - len(line.text.lstrip(MARKUP))
    tail = len(line.text) - len(line.text.rstrip(MARKUP))
    return Span(line.start + head, line.end - tail) if head + tail < len(line.text) else Span(line.start, line.end)


def _first(marks: list[Mark], kind: str) -> Span | None:
    return next((Span(mark.start, mark.end) for mark in marks if mark.kind == kind), None)


def _bare_byline(looks: list[Look], labels: list[str], tables: CleaningTables) -> Span | None:
    """A name alone, or before the outlet's, in the line above or below the date line under the title."""
    if "title" not in labels:
        return None
    for index in range(labels.index("title") + 1, len(labels)):
        if labels[index] in ("body", "caption"):
            return None
        neighbours = [*looks[index - 1].marks, *(looks[index + 1].marks if index + 1 < len(looks) else ())]
        if labels[index] == "metadata" and not looks[index].marks and any(m.kind == "date" for m in neighbours):
            line, cell = looks[index].line, split_cells(looks[index].line)[0]
            if 2 <= len(cell.words) <= 4 and cell.text.istitle() and not is_outlet_name(cell.text, tables):
                return Span(line.start + cell.start, line.start + cell.end)
    return None


def _published(marks: list[Mark], title_end: int, text: str, tables: CleaningTables) -> Span | None:
    """The date line: behind the title before one above it, the first printing before a revision, with a clock time
    before one without."""
    dates = [mark for mark in marks if mark.kind == "date"]
    best = min(
        dates,
        key=lambda mark: (mark.start < title_end, _is_revision(mark, text, tables), not mark.clock, mark.start),
        default=None,
    )
    return Span(best.start, best.end) if best else None


def _is_revision(mark: Mark, text: str, tables: CleaningTables) -> bool:
    """`Diperbarui 20 November`, `Last updated: …`: the words before the date say that it is no first printing."""
    before = text[max(0, mark.start - REVISION_REACH) : mark.start].rpartition("\n")[2]
    return not tables.revised.isdisjoint(_WORD.findall(before.lower()))
