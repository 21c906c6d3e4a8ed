"""Sentences and tokens of a cleaned view."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from semeja.lang.pack import Pack
from semeja.lang.segmentation import SegmentationTables
from semeja.records.reading import CleanView, Paragraph, Sentence, Tokens
from semeja.text.tokens import tokenise

# Possessive, and anchored to the start of a run of marks, so that a page of full stops costs one pass.
_STOP = re.compile(
    r"(?<![.!?…])[.!?…]++(?:\s?[\"”’'»](?!\w)|[)\]])*+(?:\s++|(?<=[^\W\dA-Z_][.!?\"”])(?=[A-Z][a-z]|[“”\"][A-Z]))"
)
_OPENING = "\"“”‘'«([-–—*"
_LAST_WORD = re.compile(r"(?:[^\W_]|[.'’/](?=\w))+$")
_WORD = re.compile(r"[^\W_]+")
# A web address written with capitals (Kabar.Com) holds a full stop before a large letter.
_DOMAIN_ENDS = frozenset(["com", "co", "id", "net", "org", "go", "ac", "tv", "news", "info", "js"])
LAST_WORD_REACH, STUTTER = 24, 4


def split(view: CleanView, pack: Pack) -> tuple[tuple[Sentence, ...], Tokens]:
    """Sentences in order and the tokens of the whole view; each sentence knows its slice of the tokens."""
    tokens = tokenise(view.text)
    sentences = []
    for index, paragraph in enumerate(view.paragraphs):
        for start, end in sentence_spans(view.text, paragraph, pack.segmentation):
            first, last = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
            sentences.append(Sentence(start, end, index, paragraph.zone, first, last))
    return tuple(sentences), tokens


def sentence_spans(text: str, paragraph: Paragraph, tables: SegmentationTables) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of a paragraph, without the blanks around them."""
    cuts = [paragraph.start]
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        if match.end() < paragraph.end and _ends(text, match, cuts[-1], tables):
            cuts.append(match.end())
    for start, end in pairwise([*cuts, paragraph.end]):
        piece = text[start:end]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _ends(text: str, stop: re.Match[str], start: int, tables: SegmentationTables) -> bool:
    """Whether a sentence that began at `start` ends at these marks."""
    following = _WORD.search(text, stop.end(), stop.end() + 40)
    if following is None:
        return False
    word = following.group()
    opened = text[stop.end() : following.start()].strip()
    if opened and any(mark not in _OPENING for mark in opened):
        return False
    if word[0].islower():
        return False
    marks = stop.group().rstrip()
    if marks[0] == "…" or marks[:2] == "..":
        # A speaker who starts anew (`"I... I don't know"`) ends no sentence.
        return len(text[start : stop.start()].strip(_OPENING + " ")) >= STUTTER
    if marks[0] != ".":
        return True
    if len(stop.group()) == len(marks) and word.lower() in _DOMAIN_ENDS:
        return False
    if _numbers_item(text, start, stop.start()):
        return False
    return _full_stop_ends(_last_word(text, start, stop.start()), word, len(marks) > 1, bool(opened), tables)


def _last_word(text: str, start: int, end: int) -> str:
    match = _LAST_WORD.search(text[max(start, end - LAST_WORD_REACH) : end])
    return match.group() if match else ""


def _full_stop_ends(last: str, following: str, closed: bool, opened: bool, tables: SegmentationTables) -> bool:
    """Whether a single full stop between two words ends a sentence.

    `closed`: a mark of quotation or a bracket closes behind the stop; `opened`: one opens before `following`.
    """
    key, opens = last.lower(), following.lower() in tables.opens
    if closed and following[0].isupper():
        return True
    if key in tables.before or (last and len(last) == 1 and last.isupper() and not opens):
        return False
    if key in tables.after or (len(last) > 2 and last[1::2].strip(".") == "" and last[0::2].isupper()):
        return opens or opened
    if key in tables.numbered and following[0].isdigit():
        return False
    return not (last.isdigit() and len(last) <= 2 and following[0].isdigit())


def _numbers_item(text: str, start: int, end: int) -> bool:
    """Whether nothing but a number stands before the stop: the number of a list's item."""
    item = text[start:end].strip()
    return item.isdigit() and len(item) <= 3
