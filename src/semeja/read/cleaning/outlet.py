"""The name of the outlet, where the text tells it; a page that doesn't tell gets none."""

import re
from typing import Final

from semeja.lang.cleaning import CleaningTables
from semeja.read.cleaning.dateline import Dateline, domains
from semeja.read.cleaning.masthead import Row, is_outlet_name, masthead
from semeja.read.cleaning.page import Look
from semeja.read.cleaning.patterns import names_owner, patterns
from semeja.records.span import Span

_NAME_END: Final = re.compile(r"\s{0,9}(?:\d{4}|all rights|seluruh hak|hak cipta|\.(?:\s|$)|$|[-–—]\s)", re.I)
MAX_COPYRIGHT: Final = 40
MIN_AGENCY: Final = 4


def outlet_of(looks: list[Look], labels: list[str], dateline: Dateline | None, tables: CleaningTables) -> Span | None:
    """The first that is there: a masthead, a part of the dateline, the copyright line, an address at the foot."""
    rows = list(zip(looks, labels, strict=True))
    first = next((index for index, row in enumerate(rows) if row[1] == "body"), len(rows))
    tail = rows[first:]
    return (
        masthead(rows, dateline, tables)
        or _in_dateline(looks, dateline, tables)
        or _in_copyright(tail, tables)
        or _in_tail(tail)
        or _agency_of_page(looks, tail, dateline)
    )


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


def _in_copyright(tail: list[Row], tables: CleaningTables) -> Span | None:
    known = patterns(tables.codes)
    for look, _ in tail:
        if look.core or len(look.line.words) >= MAX_COPYRIGHT:
            continue
        text = look.line.text[:300]
        match = known.owner.search(text) if names_owner(text, known) else None
        if match:
            end = _NAME_END.search(match["name"])
            name = match["name"][: end.start() if end else None].rstrip()
            start, stop = (domains(name) or [(0, len(name))])[0]
            if name[:1].isupper() or stop < len(name):
                place = look.line.start + match.start("name")
                return Span(place + start, place + stop)
    return None


def _in_tail(tail: list[Row]) -> Span | None:
    """An address in a line that asks to follow or to write to the outlet."""
    for look, label in tail:
        if label in ("share", "boilerplate", "advert", "comment_form"):
            found = domains(look.line.text)
            if found:
                return Span(look.line.start + found[0][0], look.line.start + found[0][1])
    return None


def _agency_of_page(looks: list[Look], tail: list[Row], dateline: Dateline | None) -> Span | None:
    """The agency in the dateline's brackets, where the small print below the text names it as the page's own."""
    line = next((look.line for look in looks if dateline and look.dateline is dateline), None)
    if line is None or dateline is None:
        return None
    small_print = [look.line.text for look, label in tail if label == "boilerplate" and look.line.text]
    for part in dateline.bracketed:
        if len(part) >= MIN_AGENCY and any(part in text for text in small_print):
            place = line.start + line.text.find(part)
            return Span(place, place + len(part))
    return None
