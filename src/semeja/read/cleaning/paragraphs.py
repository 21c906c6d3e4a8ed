"""Lines and their labels laid out as paragraphs with zones."""

from typing import Final

from semeja.read.cleaning.labels import ZONES
from semeja.read.cleaning.page import Look
from semeja.records.reading import Paragraph
from semeja.records.span import Removed

MIN_OPEN: Final = 20
_STOPS: Final = '.!?:;"”)…'


def lay_out(
    text: str, looks: list[Look], labels: list[str], removed: list[Removed]
) -> tuple[tuple[Paragraph, ...], tuple[int, ...]]:
    """Paragraphs in order, and the places of line feeds inside them, which the view shows as blanks.

    A line that breaks off without a stop goes on in the next kept line when that starts small.
    """
    paragraphs: list[Paragraph] = []
    for look, label in zip(looks, labels, strict=True):
        if label not in ZONES:
            continue
        start = look.line.start
        if look.dateline and label == "body":
            paragraphs.append(Paragraph(start, look.dateline.end, "metadata"))
            start = _skip_blanks(text, look.dateline.end)
        if paragraphs and label == "body" and _goes_on(text, paragraphs[-1], look.line.text):
            start = paragraphs.pop().start
        paragraphs.append(Paragraph(start, look.line.end, label))
    return _trimmed(text, paragraphs, removed), _feeds(text, paragraphs)


def _skip_blanks(text: str, place: int) -> int:
    while text[place].isspace():
        place += 1
    return place


def _goes_on(text: str, before: Paragraph, line: str) -> bool:
    """Whether a line continues the paragraph before it."""
    if before.zone != "body" or before.end - before.start < MIN_OPEN:
        return False
    return text[before.end - 1] not in _STOPS and line[0].islower()


def _trimmed(text: str, paragraphs: list[Paragraph], removed: list[Removed]) -> tuple[Paragraph, ...]:
    """The paragraphs without removed or blank characters at their ends; one that is empty then is left out."""
    starts = {cut.start: cut.end for cut in removed}
    ends = {cut.end: cut.start for cut in removed}
    kept = []
    for paragraph in paragraphs:
        start, end = paragraph.start, paragraph.end
        while start < end and (start in starts or text[start].isspace()):
            start = starts.get(start, start + 1)
        while end > start and (end in ends or text[end - 1].isspace()):
            end = ends.get(end, end - 1)
        if start < end:
            kept.append(Paragraph(start, end, paragraph.zone))
    return tuple(kept)


def _feeds(text: str, paragraphs: list[Paragraph]) -> tuple[int, ...]:
    places = []
    for paragraph in paragraphs:
        place = text.find("\n", paragraph.start, paragraph.end)
        while place >= 0:
            places.append(place)
            place = text.find("\n", place + 1, paragraph.end)
    return tuple(places)
