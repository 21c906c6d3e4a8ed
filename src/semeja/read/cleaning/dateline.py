"""The dateline: place, agency or outlet before the first sentence (`JAKARTA (KBS) -`, `WartaX.com, Bandung –`)."""

import re
from typing import Final

import msgspec

from semeja.lang.cleaning import CleaningTables
from semeja.read.cleaning.lines import Line

_DASH: Final = re.compile(r"\s{0,9}(?:--{1,9}|[–—―]|(?<=\s)-|-(?=\s)|(?<=\))-)\s{0,9}|(?<=/)\.?\s{1,9}|\s\|\s")
_DASHES: Final = "-–—―/|"
# The first letters of these do for a first look.
_DOMAIN_END: Final = re.compile(r"\.(?:co|id|net|org?|news|tv|info|my|press|asia|online)", re.I)
_DOMAIN: Final = re.compile(
    r"[\w-]{1,30}(?:\.[\w-]{1,30}){0,3}\.(?:com|co\.id|id|co|net|org|news|tv|info|or\.id|my\.id|press|asia|online)\b",
    re.I,
)
_PART: Final = re.compile(r"[()\[\],/|]|\s[-–—]\s|\.\s")
_COLON: Final = re.compile(r"(?P<head>[^:\n]{2,50}?)\s?:\s{1,9}")
_ADDRESSED: Final = re.compile(r"(?P<head>[\w.-]{4,40}),\s+")
# `KABAR.CO.ID - BANDUNG. …`
_STOPPED_PLACE: Final = re.compile(r"[A-Z][A-Z ]{2,25}\.\s+")
# `BANDUNG, KABAR NUSA. …`: place and outlet in capitals, closed by a full stop.
_STOPPED_HEAD: Final = re.compile(r"(?P<head>[A-Z][A-Z ]{2,25}, [A-Z][A-Z0-9. ]{1,28}[A-Z0-9])\.\s+")
_AFTER: Final = re.compile(r"[\"“”‘'(\[]?[^\W_]")
MAX_LENGTH, MAX_WORDS, REACH, COLON_REACH = 80, 9, 300, 53


class Dateline(msgspec.Struct, frozen=True, gc=False):
    """`start:end` with its dash; `parts` are its pieces in order, `bracketed` those that stood in brackets or bars."""

    start: int
    end: int
    parts: tuple[str, ...]
    bracketed: tuple[str, ...]


def dateline_of(line: Line, tables: CleaningTables) -> Dateline | None:
    """The dateline that the line starts with, or None."""
    if len(line.words) < 4:
        return None
    end = _dash_end(line.text, tables) or _place_end(line.text, tables)
    if not end:
        return None
    head = line.text[:end].rstrip(" -–—―|:.,")
    return Dateline(line.start, line.start + len(line.text[:end].rstrip()), _parts(head), _inner(head))


def _dash_end(text: str, tables: CleaningTables) -> int:
    """Where the text begins behind a dash, 0 when no dateline ends so. `KABAR – BANDUNG – …` ends at its last dash."""
    if not any(map(text[1 : MAX_LENGTH + 4].__contains__, _DASHES)):
        return 0
    for match in _DASH.finditer(text, 2, MAX_LENGTH + 4):
        if match.start() > MAX_LENGTH:
            return 0
        head, after = text[: match.start()], text[match.end() :]
        if _is_head(head, tables) and _is_text(after):
            more = _DASH.search(after, 0, 30) or _STOPPED_PLACE.match(after)
            further = more and _is_head(after[: more.start()] or more.group(), tables) and _is_text(after[more.end() :])
            return match.end() + more.end() if more and further else match.end()
    return 0


def _place_end(text: str, tables: CleaningTables) -> int:
    """Where the text begins behind `KABAR, Bandung:` or behind an address and a comma."""
    match = _COLON.match(text) if text.find(":", 0, COLON_REACH) >= 0 else None
    if match and _is_text(text[match.end() :]):
        parts = _parts(match["head"])
        if parts and parts[-1].lower() in tables.places and _is_head(match["head"], tables):
            return match.end()
    match = _STOPPED_HEAD.match(text)
    if match and _parts(match["head"])[0].lower() in tables.places and _is_text(text[match.end() :]):
        return match.end()
    match = _ADDRESSED.match(text)
    return match.end() if match and _DOMAIN.fullmatch(match["head"]) and _is_text(text[match.end() :]) else 0


def _is_head(head: str, tables: CleaningTables) -> bool:
    """Whether every word stands large, is a domain, a month, a number or a small word."""
    words = re.findall(r"[\w.'’-]+", head)
    if not 1 <= len(words) <= MAX_WORDS or any(mark in head for mark in '"“”:;?!'):
        return False
    if not words[0][0].isupper() and not _DOMAIN.fullmatch(words[0]):
        return False
    return all(
        word[0].isupper() or word[0].isdigit() or _DOMAIN.fullmatch(word) or word.lower() in tables.months
        for word in words
        if word.lower() not in tables.small
    )


def _is_text(after: str) -> bool:
    """Whether text of some length follows that starts large."""
    match = _AFTER.match(after)
    return match is not None and not after[match.end() - 1].islower() and len(after) >= 20 and " " in after


def _parts(head: str) -> tuple[str, ...]:
    return tuple(part for piece in _PART.split(head) if (part := piece.strip(" .")))


def _inner(head: str) -> tuple[str, ...]:
    return tuple(found.strip() for found in re.findall(r"[(\[/]([^)\]/]{2,40})[)\]/]", head))


def domains(text: str) -> list[tuple[int, int]]:
    """Places of web domains in a line; a long line is looked at no further than its start."""
    if "." not in text or _DOMAIN_END.search(text) is None:
        return []
    return [match.span() for match in _DOMAIN.finditer(text, 0, REACH)]
