"""Sentences and tokens of a cleaned view."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from semeja.lang.pack import Pack
from semeja.lang.segmentation import SegmentationTables
from semeja.records.reading import CleanView, Paragraph, Sentence, Tokens
from semeja.text.tokens import tokenise

# Possessive, and only at the start of a run of marks, so that a page of full stops costs one pass. A mark stands
# first in the pattern, so that all other characters are passed over at once.
_STOP: Final = re.compile(
    r"[.!?…](?<![.!?…]{2})[.!?…]*+(?:\s?(?:''(?!\w)|[\"”»](?!\w)|[’'](?![\w']))|[)\]])*+(?:\s++|(?<=[^\W\dA-Z_][.!?\"”])(?=[A-Z][a-z]|[“”\"][A-Z]))"
)
_OPENING: Final = "\"“”‘'«([-–—*"
_LAST_WORD: Final = re.compile(r"(?:[^\W_]|[.'’/-](?=\w)){1,60}$")
_WORD: Final = re.compile(r"[^\W_]+")
# A web address written with capitals (Kabar.Com) holds a full stop before a large letter.
_DOMAIN_ENDS: Final = frozenset(["com", "co", "id", "net", "org", "go", "ac", "tv", "news", "info", "js"])
_ITEM: Final = re.compile(r"[a-z]|[IVX]{2,5}")
_ROMAN: Final = re.compile(r"[IVX]{1,5}")
_OPENING_AND_BLANK: Final = _OPENING + " "
YEAR: Final = 4
LAST_WORD_REACH, FOLLOWING_REACH, ADDRESS_REACH, BRACKET_REACH, LONGEST_ITEM = 24, 40, 80, 300, 5


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
    following = _WORD.search(text, stop.end(), stop.end() + FOLLOWING_REACH)
    if following is None:
        return False
    word = following.group()
    opened = text[stop.end() : following.start()].strip()
    if word[0].islower() or (opened and opened.strip(_OPENING_AND_BLANK)):
        return False
    marks = stop.group().rstrip()
    if _inside_bracket(text, start, stop.start()):
        return False
    if marks[0] == "…" or marks[:2] == "..":
        # A speaker who starts anew (`"I... I don't know"`) ends no sentence.
        return _last_word(text, start, stop.start()).lower() != word.lower()
    if marks[0] != ".":
        return True
    glued = len(stop.group()) == len(marks)
    if (glued and _in_address(text, stop.start(), word)) or _numbers_item(text, start, stop.start()):
        return False
    last = _last_word(text, start, stop.start())
    if glued and "." in last:
        return False
    return _full_stop_ends(last, following, marks[1:], opened, tables)


def _last_word(text: str, start: int, end: int) -> str:
    before = text[max(start, end - LAST_WORD_REACH) : end]
    word = before.rpartition(" ")[2]
    if word.isalnum():
        return word
    match = _LAST_WORD.search(before)
    return match.group() if match else ""


def _full_stop_ends(last: str, next: re.Match[str], closed: str, opened: str, tables: SegmentationTables) -> bool:
    """Whether a single full stop between two words ends a sentence.

    `closed`: the marks of quotation or brackets behind the stop, `opened`: those before the `next` word.
    """
    key, following = last.lower(), next.group()
    if key in tables.before and not closed.strip(")] "):
        return False
    if closed and following[0].isupper():
        return True
    if _is_number(following) and (key in tables.numbered or opened == "(" or _continues_date(last, next)):
        return False
    if key in tables.degree:
        return True
    if len(last) == 1 and last.isupper():
        return tables.opening(following.lower())
    if key in tables.after or _is_initials(last):
        # A bracket behind a firm's or a person's abbreviation adds its short name: `Tbk. (BBNI)`.
        return opened.strip("(") != "" or tables.opening(following.lower())
    return True


def _is_number(word: str) -> bool:
    return word[0].isdigit() or bool(_ROMAN.fullmatch(word))


def _is_initials(word: str) -> bool:
    return len(word) > 2 and not word[1::2].strip(".") and word[0::2].isupper()


def _continues_date(last: str, next: re.Match[str]) -> bool:
    """Whether two figures are parts of a date that is written with blanks: `21. 1. 2022`."""
    figure = next.group()
    return (
        last.isdigit() and len(last) <= 2 and (len(figure) == YEAR or next.string[next.end() : next.end() + 1] == ".")
    )


def _in_address(text: str, end: int, following: str) -> bool:
    """Whether a stop without a blank after it is part of a web address or of the name of a site (Kabar.Com)."""
    before = text[max(0, end - ADDRESS_REACH) : end].rpartition(" ")[2]
    return following.lower() in _DOMAIN_ENDS or "/" in before or "@" in before


def _inside_bracket(text: str, start: int, end: int) -> bool:
    """Whether a bracket that the sentence opened, and not with its first mark, is still open and is closed later."""
    opened = text.rfind("(", max(start + 1, end - BRACKET_REACH), end)
    if opened < 0 or text.find(")", opened, end) >= 0 or not text[max(start, opened - ADDRESS_REACH) : opened].strip():
        return False
    return text.find(")", end + 1, end + BRACKET_REACH) >= 0


def _numbers_item(text: str, start: int, end: int) -> bool:
    """Whether nothing but a number or a small letter stands before the stop: what marks the item of a list."""
    if end - start > LONGEST_ITEM + 2:
        return False
    item = text[start:end].strip()
    return (item.isdigit() and len(item) <= 3) or bool(_ITEM.fullmatch(item))
