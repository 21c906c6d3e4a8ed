"""The dateline: place, agency or outlet before the first sentence (`JAKARTA (KBS) -`, `WartaX.com, Bandung –`)."""

import re

import msgspec

from semeja.lang.cleaning import CleaningTables
from semeja.read.cleaning.lines import Line

_DASH = re.compile(r"\s*(?:--+|[–—―]|(?<=\s)-|-(?=\s)|(?<=\))-)\s*|(?<=/)\.?\s+|\s\|\s")
_DOMAIN = re.compile(
    r"[\w-]+(?:\.[\w-]+)*\.(?:com|co\.id|id|co|net|org|news|tv|info|or\.id|my\.id|press|asia|online)\b", re.I
)
_PART = re.compile(r"[()\[\],/|]|\s[-–—]\s|\.\s")
_AFTER = re.compile(r"[\"“”‘'(\[]?[^\W_]")
MAX_LENGTH, MAX_WORDS = 80, 9


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
    for match in _DASH.finditer(line.text, 2, MAX_LENGTH + 4):
        if match.start() > MAX_LENGTH:
            return None
        head, after = line.text[: match.start()], line.text[match.end() :]
        if _is_head(head, tables) and _is_text(after) and not _goes_on(after, tables):
            # The blanks after the dash belong to neither.
            return Dateline(line.start, line.start + len(line.text[: match.end()].rstrip()), _parts(head), _inner(head))
    return None


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


def _goes_on(after: str, tables: CleaningTables) -> bool:
    """Whether what follows is another part of the dateline (`JAKARTA, KOMPAS – BANDUNG – …` is cut at the last)."""
    match = _DASH.search(after, 0, 30)
    if match is None or match.start() < 2:
        return False
    return _is_head(after[: match.start()], tables) and _is_text(after[match.end() :])


def _parts(head: str) -> tuple[str, ...]:
    return tuple(part for piece in _PART.split(head) if (part := piece.strip(" .")))


def _inner(head: str) -> tuple[str, ...]:
    return tuple(found.strip() for found in re.findall(r"[(\[/]([^)\]/]{2,40})[)\]/]", head))


def domains(text: str) -> list[tuple[int, int]]:
    """Places of web domains in a text."""
    return [match.span() for match in _DOMAIN.finditer(text)] if "." in text else []
