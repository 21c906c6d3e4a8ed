"""The lines of a page and what their look alone says."""

import re
from typing import Final

_DIGIT: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"[^\W_]+")
# Marks that stand in most pages which have no letters but those of ASCII.
_TYPOGRAPHIC: Final = "“”‘’–—…•·»©\u00a0"
_ASCII_WORDS: Final = bytes(
    ord(character.lower()) if (character := chr(code)).isalnum() and code < 128 else ord(" ") for code in range(256)
)
# The address of a Markdown link is no word of the line.
_TARGET: Final = re.compile(r"\]\([^()\s]{0,500}\)")
# A stop, marks that close, perhaps the reporters' code behind it.
_END: Final = re.compile(r"[.!?…][\"”’'»)\]]{0,4}(?:\s{0,3}[(\[][^()\[\]]{1,40}[)\]])?\s{0,3}[*#]{0,9}\W{0,3}$|[\"”]$")
_SURE_ENDS: Final = '.!?…"”'
QUOTES: Final = '"“”„«»'
# A sentence of an article rarely runs shorter, a title or a menu rarely longer (counted in words).
LONG_LINE, QUOTING_LINE, END_REACH = 18, 12, 64
TITLE_CASE_SHARE: Final = 0.75


class Line:
    """`start:end` without the blanks around it; `words` lower-case, letters or digits; `gap`: a blank line before.

    `digits`: whether it holds a digit.
    """

    def __init__(self, start: int, end: int, text: str, words: tuple[str, ...], gap: bool, digits: bool) -> None:
        self.start: Final = start
        self.end: Final = end
        self.text: Final = text
        self.words: Final = words
        self.gap: Final = gap
        self.digits: Final = digits

    @property
    def phrase(self) -> str:
        """Its words without numbers, one space between: the form of a whole-line cue."""
        if not self.digits and self.text.isascii():
            return " ".join(self.words)
        return " ".join([word for word in self.words if not word.isdigit()])


def make_line(text: str, start: int, end: int, gap: bool) -> Line:
    """The line `text[start:end]`, which is not blank at its ends."""
    own = text[start:end]
    read = _TARGET.sub("]", own) if "](" in own else own
    words = words_alone(read)
    found = _WORD.findall(read.lower()) if words is None else words.split()
    return Line(start, end, own, tuple(found), gap, _DIGIT.search(own) is not None)


def words_alone(text: str) -> str | None:
    """The text in lower case with a blank for all but letters and digits; None where there are letters beyond ASCII.

    Ten times as fast as a pattern, so that a whole page is looked at in this way first.
    """
    if not text.isascii():
        for mark in _TYPOGRAPHIC:
            text = text.replace(mark, " ")
        if not text.isascii():
            return None
    return text.encode("ascii").translate(_ASCII_WORDS).decode("ascii")


def split_lines(text: str) -> list[Line]:
    """Lines that hold more than blanks, in order."""
    lines, gap, position, page = [], False, 0, words_alone(text)
    for line in text.splitlines(keepends=True):
        content = line.strip()
        if content:
            start = position + line.index(content)
            end = start + len(content)
            if page is None or "](" in content:
                lines.append(make_line(text, start, end, gap))
            else:
                words = tuple(page[start:end].split())
                lines.append(Line(start, end, content, words, gap, bool(words) and not "".join(words).isalpha()))
        gap = not content
        position += len(line)
    return lines


def is_sentence(line: Line, small: frozenset[str]) -> bool:
    """Whether a line looks like running text: closed by a sentence mark, or too long for a title or a menu."""
    count = len(line.words)
    if count >= LONG_LINE:
        return True
    last = line.text[-1]
    if last in _SURE_ENDS or not (last.isalnum() or _END.search(line.text[-END_REACH:]) is None):
        return count >= 3 and not (last in "?!" and is_title_case(line, small))
    if last in ":;,":
        return count >= 4
    return count >= QUOTING_LINE and sum(mark in QUOTES for mark in line.text) >= 2 and not is_title_case(line, small)


def is_title_case(line: Line, small: frozenset[str]) -> bool:
    """Whether nearly every word that may stand large does."""
    words = [word for word in _WORD.findall(line.text) if word.lower() not in small and not word.isdigit()]
    return bool(words) and sum(word[0].isupper() for word in words) >= TITLE_CASE_SHARE * len(words)


def has_quotes(line: Line) -> bool:
    """Whether marks of quotation stand in the line."""
    return any(map(line.text.__contains__, QUOTES))
