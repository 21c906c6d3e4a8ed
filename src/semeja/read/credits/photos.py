"""Photo credits: they say where a picture comes from and nothing about the text."""

import re
from collections.abc import Iterator
from typing import Final

from semeja.lang.outlets import find_outlet
from semeja.read.draft import Draft
from semeja.records.reading import Credit, Paragraph

_LABEL: Final = re.compile(r"\b([^\W\d_]{3,12})\b(?:\s{1,9}(?:oleh|by))?\s{0,9}[:.]\s{0,9}(?=\S)")
_SLASHED: Final = re.compile(r"([^\W\d_][\w .&'’\-]{1,40}?)\s{0,9}/\s{0,9}[\w .,'’\-]{1,39}[\w.]\)?\s{0,9}$")
_NAME_END: Final = re.compile(r"[()\n;|]|(?<!\b\w)\.(?:\s|$)|\s[-–—]\s")
_PHOTOGRAPHER: Final = re.compile(r"(?:\w\.\s{0,9}){1,5}\w{2,40}|\w{2,40}(?:\s{1,9}\w{2,40})?\s{1,9}\w\.?")
_AGENCY_PHOTO: Final = re.compile(r"\(([^\W\d_][\w .]{1,30}?) ([^\W\d_]{4,6})\s{0,3}/[^()\n]{1,50}\)[\s.]{0,9}$")
_LONGEST: Final = 80
_LONGEST_LABEL: Final = 40  # 12 letters, `oleh` with its blanks, blanks and the mark: what `_LABEL` can match


def photo_credits(draft: Draft) -> list[Credit]:
    """Credits of captions, and of lines that open with `Foto:`."""
    found: list[Credit] = []
    for part in draft.view.paragraphs:
        if part.zone == "caption":
            found += (
                _labelled(draft, part)
                or _slashed(draft, part)
                or _agency_photo(draft, part)
                or _known_tail(draft, part)
            )
        elif part.zone != "title" and _may_be_labelled(draft.view.text, part):
            found += _labelled(draft, part) or _agency_photo(draft, part)
    return found


def _may_be_labelled(text: str, part: Paragraph) -> bool:
    """Whether a paragraph has the mark of a label near its start, or a bracket near its end: few have."""
    head = text[part.start : min(part.end, part.start + _LONGEST_LABEL)]
    return ":" in head or "." in head or "(" in text[max(part.start, part.end - 2 * _LONGEST) : part.end]


def _labels(draft: Draft, part: Paragraph) -> Iterator[re.Match[str]]:
    """Labels of a paragraph: anywhere in a caption, else at its start or in its last bracket."""
    text = draft.view.text
    if part.zone == "caption":
        yield from _LABEL.finditer(text, part.start, part.end)
        return
    bracket = text.rfind("(", max(part.start, part.end - 2 * _LONGEST), part.end)
    for start in (part.start, bracket + 1) if bracket >= 0 else (part.start,):
        label = _LABEL.match(text, start, part.end)
        if label is not None:
            yield label


def _labelled(draft: Draft, part: Paragraph) -> list[Credit]:
    """`Foto: Reuters.`, `(Foto: Dok. Humas)`, `Photo by: …`."""
    text, photo = draft.view.text, draft.pack.crediting.photo
    for label in _labels(draft, part):
        if label.group(1).casefold() not in photo:
            continue
        name_start = _after_labels(text, label.end(), part.end, photo)
        stop = _NAME_END.search(text, name_start, min(part.end, name_start + _LONGEST))
        end = stop.start() if stop else min(part.end, name_start + _LONGEST)
        name = text[name_start:end].split("/")[0].strip(" .,")
        if name and not _is_photographer(draft, name):
            return [_credit(draft, label.start(), name_start + len(text[name_start:end].rstrip()), name, "photo")]
    return []


def _is_photographer(draft: Draft, name: str) -> bool:
    """`Yoga P.`, or words of the byline: whoever took the picture is no source of its own."""
    if _PHOTOGRAPHER.fullmatch(name):
        return find_outlet(name) is None
    byline = draft.view.structure.byline
    return byline is not None and set(name.split()) <= set(byline.of(draft.view.text).split())


def _after_labels(text: str, start: int, end: int, photo: frozenset[str]) -> int:
    """Past a second label: `Foto: Dok. SerojaNusa.com`."""
    label = _LABEL.match(text, start, end)
    return label.end() if label is not None and label.group(1).casefold() in photo else start


def _slashed(draft: Draft, part: Paragraph) -> list[Credit]:
    """`REUTERS/Jane Doe` at the end of a caption."""
    match = _SLASHED.search(draft.view.text, max(part.start, part.end - _LONGEST), part.end)
    if match is None:
        return []
    words = match.group(1).split()
    while words and words[-1].casefold() in draft.pack.crediting.photo:
        words.pop()
    for cut in range(len(words)):
        name = " ".join(words[cut:])
        if find_outlet(name) is not None or (cut == len(words) - 1 and name.isupper()):
            return [
                _credit(
                    draft, draft.view.text.index(name, match.start(1)), match.end() - _closing(match), name, "slash"
                )
            ]
    return []


def _closing(match: re.Match[str]) -> int:
    """Characters behind the name of the photographer."""
    return len(match.group()) - len(match.group().rstrip(" )\n"))


def _agency_photo(draft: Draft, part: Paragraph) -> list[Credit]:
    """`(ANTARA FOTO/Yusuf/foc)` that closes a paragraph: a known agency with the word for pictures."""
    match = _AGENCY_PHOTO.search(draft.view.text, max(part.start, part.end - _LONGEST), part.end)
    if match is None or match.group(2).casefold() not in draft.pack.crediting.photo or not find_outlet(match.group(1)):
        return []
    return [_credit(draft, match.start(1), match.end(2), match.group(1), "agency-photo")]


def _known_tail(draft: Draft, part: Paragraph) -> list[Credit]:
    """`(ANTARA)`, `Getty Images` at the end of a caption."""
    text = draft.view.text[part.start : part.end].rstrip(" .)")
    words = text.rsplit(None, 3)[-3:]
    for cut in range(len(words)):
        name = " ".join(words[cut:]).lstrip("(")
        outlet = find_outlet(name)
        if outlet is not None and outlet.kind == "agency":
            start = part.start + len(text) - len(name)
            return [_credit(draft, start, part.start + len(text), name, "tail")]
    return []


def _credit(draft: Draft, start: int, end: int, name: str, rule: str) -> Credit:
    return Credit(start, end, name, None, "photo_credit", "photo", f"{draft.pack.code}.credit.{rule}")
