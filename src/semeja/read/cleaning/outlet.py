"""The name of the outlet, where the text tells it."""

from semeja.lang.cleaning import CleaningTables
from semeja.read.cleaning.dateline import Dateline, domains
from semeja.read.cleaning.page import Look
from semeja.records.span import Span


def outlet_of(looks: list[Look], labels: list[str], dateline: Dateline | None, tables: CleaningTables) -> Span | None:
    """Where the outlet is named: a domain above the title or in the dateline, a masthead, a part of the dateline."""
    head = _head(looks, labels)
    for look in head:
        found = domains(look.line.text)
        if found:
            start, end = found[0]
            return Span(look.line.start + start, look.line.start + end)
    return None


def _head(looks: list[Look], labels: list[str]) -> list[Look]:
    """The lines above the title."""
    end = labels.index("title") if "title" in labels else 0
    return looks[:end]
