"""Noise inside a line that is otherwise the article's own: end marks, glued links, embedded media, markup."""

import re
from typing import Final

from semeja.lang.cleaning import CleaningTables
from semeja.read.cleaning.lines import Line
from semeja.read.cleaning.patterns import patterns
from semeja.records.span import Removed

_END_MARK: Final = re.compile(r"\s{0,9}(?:\*{2,9}|[(\[]\*{1,3}[)\]]|[■□∎◼▪])\s{0,9}$")
_CLOSING: Final = "*)]■□∎◼▪"
# None of these is a printable character, so that most lines need no search for them.
_INVISIBLE: Final = re.compile("(?<!\\w)[\u00ad\u200b-\u200f\u2060\ufeff]+|[\u00ad\u200b-\u200f\u2060\ufeff]+(?!\\w)")
_HEADING: Final = re.compile(r"#{1,6}\s+")
_BULLET: Final = re.compile(r"[>•‣◦▪*]\s+|[-+]\s+(?=\[)")
_OPENING: Final = "#>•‣◦▪*-+"
_MARKUP_MARKS: Final = "[*_`<&"
_LINK: Final = re.compile(r"(!?\[)([^\[\]\n]{0,300})(\]\([^()\s]{0,500}(?:\s\"[^\"\n]{0,200}\")?\))")
_EMPHASIS: Final = re.compile(r"(\*\*\*|\*\*|\*|__|_|`)(?=\S)([^*_`\n]{1,400}?)(?<=\S)\1")
_TAG: Final = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|span|div|a|img|h[1-6]|ul|ol|li|figure|figcaption|blockquote|script|style)\b[^<>]{0,500}>",
    re.I,
)
_ENTITY: Final = re.compile(r"&(?:nbsp|amp|quot|lt|gt|zwnj|#\d{2,5}|#x[0-9a-f]{2,4});", re.I)
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’]?$")
MAX_TITLE: Final = 160


def has_markup(text: str) -> bool:
    """Whether a page holds any of the marks of markup that are looked for in its lines, or invisible characters."""
    return any(map(text.__contains__, _MARKUP_MARKS)) or not text.replace("\n", "").isprintable()


def inline_cuts(line: Line, tables: CleaningTables, markup: bool = True) -> list[Removed]:
    """Disjoint ranges to remove inside a line that is kept, in order; `markup`: whether the page `has_markup`."""
    text = line.text
    odd = markup or text[0] in _OPENING or text[-1] in _CLOSING or ":" in text
    if not odd and tables.shouted.isdisjoint(line.words):
        return []
    known = patterns(tables.codes)
    cuts = [(start, end, "related_link") for start, end in _links(text, line.words, tables)]
    if "[" in text:
        cuts += [(*match.span(), "related_link") for match in known.embed.finditer(text)]
    if not tables.shouted.isdisjoint(line.words):
        cuts += [(*match.span(), "advert") for match in known.shout.finditer(text)]
    match = _END_MARK.search(text, max(0, len(text) - 12)) if text[-1] in _CLOSING else None
    cuts += [(match.start(), match.end(), "markup")] if match and match.start() > 0 else []
    cuts += [(start, end, "markup") for start, end in _markup(text)]
    return _disjoint(line.start, cuts) if cuts else []


def _disjoint(offset: int, cuts: list[tuple[int, int, str]]) -> list[Removed]:
    """The cuts in order, at their places in the article; what overlaps an earlier one is shortened or left out."""
    kept: list[Removed] = []
    position = 0
    for start, end, reason in sorted(cuts):
        start = max(start, position)
        if start < end:
            kept.append(Removed(offset + start, offset + end, reason))
            position = end
    return kept


def _links(text: str, words: tuple[str, ...], tables: CleaningTables) -> list[tuple[int, int]]:
    """Link titles glued into a paragraph with their cue."""
    if ":" not in text or tables.linked.isdisjoint(words):
        return []
    found, position = [], 0
    for match in patterns(tables.codes).glued.finditer(text):
        if match.start() < position or not _starts_link(text, match):
            continue
        position = _title_end(text, match, tables)
        found.append((match.start(), position))
    return found


def _starts_link(text: str, match: re.Match[str]) -> bool:
    """Whether the cue stands where a sentence could start; amid a sentence it belongs to the sentence."""
    before = text[: match.start()].rstrip()[-3:]
    return not before or match.group()[0] in "([" or _SENTENCE_END.search(before) is not None


def _title_end(text: str, match: re.Match[str], tables: CleaningTables) -> int:
    """Where the link's title ends: at its bracket, at the line's end, or before the sentence that follows it."""
    if match.group()[0] in "([":
        close = text.find(")" if match.group()[0] == "(" else "]", match.end(), match.end() + 2 * MAX_TITLE)
        return close + 1 if close >= 0 else match.end()
    rest = text[match.end() :]
    if len(rest) <= MAX_TITLE and not _SENTENCE_END.search(rest):
        return len(text)
    return match.end() + _large_run(rest[: 2 * MAX_TITLE], tables)


def _large_run(rest: str, tables: CleaningTables) -> int:
    """Length of the run of words that stand large, as in a title; its last large word opens the sentence behind it."""
    last_large, end = 0, 0
    for word in re.finditer(r"\S+", rest):
        bare = word.group().strip("\"“”'(),.:;!?")
        if bare[:1].islower() and bare.lower() not in tables.small:
            return last_large
        if bare[:1].isupper():
            last_large = word.start()
        end = word.end()
        if word.group()[-1] in ".?!" and rest[end : end + 1]:
            return end
    return end


def _markup(text: str) -> list[tuple[int, int]]:
    """Residue of Markdown and HTML, invisible characters."""
    cuts: list[tuple[int, int]] = []
    if text[0] in _OPENING:
        cuts += [match.span() for opening in (_HEADING, _BULLET) if (match := opening.match(text))]
    if "](" in text:
        cuts += [match.span(group) for match in _LINK.finditer(text) for group in (1, 3)]
    if "*" in text or "_" in text or "`" in text:
        cuts += [span for match in _EMPHASIS.finditer(text) for span in _ends(match)]
    if "<" in text:
        cuts += [match.span() for match in _TAG.finditer(text)]
    if "&" in text:
        cuts += [match.span() for match in _ENTITY.finditer(text)]
    if not text.isprintable():
        cuts += [match.span() for match in _INVISIBLE.finditer(text)]
    return cuts


def _ends(match: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Both marks of an emphasis."""
    return (match.start(), match.start(2)), (match.end(2), match.end())
