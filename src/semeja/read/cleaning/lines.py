"""The lines of a page and what their look alone says."""

import re

import msgspec

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W_]+")
# The same for a line without other letters, which is matched in half the time.
_ASCII_WORD = re.compile(r"[a-z0-9]+")
# The address of a Markdown link is no word of the line.
_TARGET = re.compile(r"\]\([^()\s]{0,500}\)")
# A stop, marks that close, perhaps the reporters' code behind it.
_END = re.compile(r"[.!?…][\"”’'»)\]]{0,4}(?:\s{0,3}[(\[][^()\[\]]{1,40}[)\]])?\s{0,3}[*#]{0,9}\W{0,3}$|[\"”]$")
_OPEN_END = re.compile(r"[:;,]$")
QUOTES = '"“”„«»'
# A sentence of an article rarely runs shorter, a title or a menu rarely longer (counted in words).
LONG_LINE, QUOTING_LINE, END_REACH = 18, 12, 64
TITLE_CASE_SHARE = 0.75


class Line(msgspec.Struct, frozen=True, gc=False):
    """`start:end` without the blanks around it; `words` lower-case, letters or digits; `gap`: a blank line before.

    `digits`: whether it holds a digit.
    """

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    gap: bool
    digits: bool

    @property
    def phrase(self) -> str:
        """Its words without numbers, one space between: the form of a whole-line cue."""
        return " ".join(word for word in self.words if not word.isdigit())


def make_line(text: str, start: int, end: int, gap: bool) -> Line:
    """The line `text[start:end]`, which is not blank at its ends."""
    own = text[start:end]
    read = _TARGET.sub("]", own) if "](" in own else own
    words = _ASCII_WORD if read.isascii() else _WORD
    return Line(start, end, own, tuple(words.findall(read.lower())), gap, _DIGIT.search(own) is not None)


def split_lines(text: str) -> list[Line]:
    """Lines that hold more than blanks, in order."""
    lines, gap, position = [], False, 0
    for line in text.splitlines(keepends=True):
        content = line.strip()
        if content:
            start = position + line.index(content)
            lines.append(make_line(text, start, start + len(content), gap))
        gap = not content
        position += len(line)
    return lines


def is_sentence(line: Line, small: frozenset[str]) -> bool:
    """Whether a line looks like running text: closed by a sentence mark, or too long for a title or a menu."""
    count = len(line.words)
    if count >= LONG_LINE:
        return True
    if _END.search(line.text[-END_REACH:]):
        return count >= 3 and not (line.text[-1] in "?!" and is_title_case(line, small))
    if _OPEN_END.search(line.text):
        return count >= 4
    return count >= QUOTING_LINE and sum(mark in QUOTES for mark in line.text) >= 2 and not is_title_case(line, small)


def is_title_case(line: Line, small: frozenset[str]) -> bool:
    """Whether nearly every word that may stand large does."""
    words = [word for word in _WORD.findall(line.text) if word.lower() not in small and not word.isdigit()]
    return bool(words) and sum(word[0].isupper() for word in words) >= TITLE_CASE_SHARE * len(words)


def has_quotes(line: Line) -> bool:
    """Whether marks of quotation stand in the line."""
    return any(mark in line.text for mark in QUOTES)
