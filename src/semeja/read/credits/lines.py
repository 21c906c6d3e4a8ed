"""Marks that stand for the whole article: `Sumber: X`, `(X/abc)` at the end, `JAKARTA (X) -`, an agency as author."""

import re
from bisect import bisect_left
from typing import Final

from semeja.lang.outlets import find_outlet
from semeja.read.credits.own import is_own
from semeja.read.credits.sources import URL, host_of, known_source, outlet_of_address
from semeja.read.draft import Draft
from semeja.records.reading import Credit, Paragraph
from semeja.text.keys import letters

_END_TAG: Final = re.compile(r"\(([^()\n]{2,40})\)[\s*]{0,9}$")
_DATELINE: Final = re.compile(r"\s{0,9}(?:[^\W\d_a-z][\w .,'’\-]{0,40}?)?\(([^()\n]{2,30})\)\s{0,9}[-–—:]")
_LABEL: Final = re.compile(r"\W{0,9}((?:[^\W\d_]{1,30}[ '’]{1,2}){0,2}[^\W\d_]{1,30})\s{0,9}:\s{0,9}")
_INITIALS: Final = re.compile(r"[\w.\-*]{1,6}")
_SEPARATOR: Final = re.compile(r"\s{0,9}[/|;,]\s{0,9}|\s{1,9}(?:dan|and|&)\s{1,9}")
_HEAD_PARAGRAPHS: Final = 4
_TAIL_PARAGRAPHS: Final = 6


def article_credits(draft: Draft, own: frozenset[str]) -> list[Credit]:
    """Source lines anywhere outside captions, datelines at the head, end tags at the tail."""
    parts = [part for part in draft.view.paragraphs if part.zone in ("body", "metadata")]
    body = [part for part in parts if part.zone == "body"]
    found: list[Credit] = []
    for part in parts:
        found += _source_line(draft, part)
    heads = [(part.start, part.end) for part in body[:_HEAD_PARAGRAPHS]]
    dateline = draft.view.structure.dateline
    if dateline is not None and all(not start <= dateline.start < end for start, end in heads):
        heads.append((dateline.start, dateline.end))
    for start, end in heads:
        found += _dateline(draft, start, end)
    for part in parts[-_TAIL_PARAGRAPHS:]:
        found += _end_tag(draft, part)
    found += _byline(draft)
    return [credit for credit in found if not is_own(credit.name, own)]


def _source_line(draft: Draft, part: Paragraph) -> list[Credit]:
    """`Sumber: Reuters, AFP` or `Source: https://…`; a body paragraph may hold it as its last line."""
    tables, text = draft.pack.crediting, draft.view.text
    label_end = min(part.end, part.start + 60)
    if text.find(":", part.start, label_end) < 0:
        return []
    label = _LABEL.match(text, part.start, label_end)
    if label is None:
        return []
    words = label.group(1).casefold().split()
    if words[0] not in tables.source_line or any(word not in tables.source_head for word in words[1:]):
        return []
    end = part.start + len(text[part.start : part.end].rstrip(" .*"))
    start = label.end()
    found: list[Credit] = []
    position = label.start(1)
    for name, url in _names(text[start : min(end, start + 400)]):
        place = text.find(url or name, max(start, position))
        if place >= 0:
            stop = place + len(url or name)
            found.append(Credit(position, stop, name, url, "relays", "article", f"{tables.code}.credit.source-line"))
            position = stop
    return found


def _names(line: str) -> list[tuple[str, str | None]]:
    """Names and addresses of a source line, in order."""
    address = URL.search(line)
    if address is not None:
        url = address.group().rstrip(".,;:")
        outlet = outlet_of_address(url)
        return [(outlet.name if outlet else host_of(url), url)]
    pieces = [piece.strip(" .*()") for piece in _SEPARATOR.split(line)]
    return [(piece, None) for piece in pieces if piece and len(piece) <= 40 and any(mark.isalpha() for mark in piece)]


def _dateline(draft: Draft, start: int, end: int) -> list[Credit]:
    """`JAKARTA (Samudra) -`: the agency in brackets. A place and an outlet without brackets are no source."""
    text, head_end = draft.article.text, min(end, start + 90)
    match = _DATELINE.match(text, start, head_end) if text.find("(", start, head_end) >= 0 else None
    if match is None or not _looks_like_agency(match.group(1)):
        return []
    start, end = match.span(1)
    rule = f"{draft.pack.code}.credit.dateline"
    return [Credit(start, end, draft.article.text[start:end], None, "relays", "article", rule)]


def _looks_like_agency(name: str) -> bool:
    """Known, or a single capitalised word or acronym; `(21/1)` and `(bagian 2)` are not."""
    return find_outlet(name) is not None or (name[0].isupper() and not any(mark.isdigit() for mark in name))


def _end_tag(draft: Draft, part: Paragraph) -> list[Credit]:
    """`(ANTARA)`, `(Reuters/abc)`, `(KBS/ren)` that closes a paragraph after its last full stop."""
    text = draft.view.text
    start = max(part.start, part.end - 80)
    if text.rfind(")", start, part.end) < 0 or (match := _END_TAG.search(text, start, part.end)) is None:
        return []
    before = text[part.start : match.start()].rstrip()
    if before and before[-1] not in '.!?”"':
        return []
    pieces = [piece for piece in _SEPARATOR.split(match.group(1)) if piece]
    rule = f"{draft.pack.code}.credit.end-tag"
    found = []
    for piece in pieces:
        if _is_outlet(piece) or _acronym_beside_initials(piece, pieces):
            place = text.index(piece, match.start())
            found.append(Credit(place, place + len(piece), piece, None, "relays", "article", rule))
    return found


def _is_outlet(piece: str) -> bool:
    """Known as it is written; in small letters only where the table writes it so: `ant`, not `abc`."""
    outlet = find_outlet(piece)
    if outlet is None:
        return False
    written_so = piece == outlet.name or piece in outlet.names or piece in outlet.marked_names
    return written_so or not piece.islower()


def _acronym_beside_initials(piece: str, pieces: list[str]) -> bool:
    """`KBS` in `(KBS/ren)`: capitals beside the small initials of an editor."""
    others = [other for other in pieces if other != piece]
    capitals = piece.isupper() and 3 <= len(letters(piece)) <= 8
    return capitals and any(other.islower() and _INITIALS.fullmatch(other) for other in others)


def _byline(draft: Draft) -> list[Credit]:
    """A known agency as author or co-author: `Oleh: ANTARA`, `By Reuters`, `Ani/AFP`."""
    span = draft.view.structure.byline
    if span is None:
        return []
    tokens = draft.tokens
    rule = f"{draft.pack.code}.credit.byline"
    first, last = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
    found = []
    for index in range(first, last):
        source = known_source(tokens, index, last, marked=False)
        if source is not None and source.outlet is not None and source.outlet.kind == "agency":
            name = draft.view.text[source.start : source.end]
            found.append(Credit(source.start, source.end, name, None, "relays", "article", rule))
    return found
