"""What a page says about its article: date line, byline, editor, source, reporter's code, captions."""

import re
from typing import Final

import msgspec

from semeja.lang.cleaning import CleaningTables, Phrases
from semeja.read.cleaning.cues import starting
from semeja.read.cleaning.lines import Line, has_quotes, is_sentence, make_line
from semeja.read.cleaning.patterns import patterns

_CELL: Final = re.compile(r"\s*[|•·–—;]\s*|\s+-\s+|\s*/\s+|\s{3,}")
_CODE: Final = re.compile(r"^[(\[]\s*[^\W_][\w. ]{0,24}(?:[/|&+-]\s?[\w. ]{1,24}){0,4}\s*[)\]]\.?$")
_ONLY_URL: Final = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
_NUMERIC_DATE: Final = re.compile(r"\d[/.-]\d")
_SENTENCE_BREAK: Final = re.compile(r"[.!?][\"”]?\s+[A-Z“\"]")
CREDIT_MARKS: Final[tuple[str, ...]] = ("/", "(", "etty", "tock", "lash", "Pix", "ikimedia")
_EMPHASIS: Final = "*_ "
MAX_RELAY_LINE, MAX_DATE_LINE, MAX_PLAIN_DATE, MAX_CELL, MAX_CAPTION = 45, 24, 14, 12, 60
# Words beside a date and clock time that make no title of a line.
MAX_BESIDE_DATE: Final = 6
# In characters, so that no pattern meets a long run of blanks.
MAX_LENGTH: Final = 400
LONGEST_AGENCY: Final = 40
# A weekday and a month may stand before the first figure of a date.
BEFORE_FIGURE: Final = 30


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A piece of furniture: `kind` is `date`, `byline`, `editor`, `source`, `code` or `link`."""

    kind: str
    start: int
    end: int
    clock: bool = False


def marks_of(line: Line, tables: CleaningTables) -> tuple[Mark, ...]:
    """The furniture that makes up a line; empty when the line is none."""
    if len(line.words) > MAX_RELAY_LINE or not line.words:
        return ()
    if starting(line.words, tables.relays):
        return (Mark("source", line.start, line.end),)
    if len(line.words) > MAX_DATE_LINE or len(line.text) > MAX_LENGTH:
        return ()
    if line.text[0] in "hHwW" and _ONLY_URL.match(line.text):
        return (Mark("link", line.start, line.end),)
    if line.text[0] in "([" and len(line.words) <= 6 and _CODE.match(line.text):
        return (Mark("code", line.start, line.end),)
    cells: tuple[Mark, ...] = ()
    if not tables.credited.isdisjoint(line.words):
        cells = tuple(mark for cell in split_cells(line) for mark in _cell_mark(cell, tables, line.start))
    date = _date_of(line, tables) if cells or len(line.words) <= MAX_PLAIN_DATE else None
    if date is None:
        return cells
    others = tuple(mark for mark in cells if mark.end <= date.start or mark.start >= date.end)
    return (*others, date) if others or _is_date_line(line, date, tables) else cells


def may_be_dated(line: Line, tables: CleaningTables) -> bool:
    """Whether a line with a number has a month or a date in numbers, and isn't closed like a quotation."""
    if line.text[-1] in '"”?!':
        return False
    return not tables.months.isdisjoint(line.words) or _NUMERIC_DATE.search(line.text) is not None


def _date_of(line: Line, tables: CleaningTables) -> Mark | None:
    if not line.digits or not may_be_dated(line, tables):
        return None
    first = _DIGIT.search(line.text)
    assert first is not None
    start = max(0, len(line.text[: first.start()].rstrip()) - BEFORE_FIGURE)
    match = patterns(tables.codes).date.search(line.text, start)
    if match is None:
        return None
    clock = bool(match["late"] or match["early"])
    short = re.fullmatch(r"\d{1,2}/\d{1,2}", match.group())
    return None if short else Mark("date", line.start + match.start(), line.start + match.end(), clock)


def _is_date_line(line: Line, date: Mark, tables: CleaningTables) -> bool:
    """Whether a line with a date says little else."""
    before, behind = line.text[: date.start - line.start].rstrip(), line.text[date.end - line.start :]
    rest = [word for word in re.findall(r"[^\W_]+", f"{before} {behind}".lower()) if not word.isdigit()]
    if all(_goes_with_date(word, tables) for word in rest):
        return True
    set_off = not before or not before[-1].isalnum()
    if _is_signed(before, behind, tables) or (_fills_cell(line, date) and len(rest) <= MAX_BESIDE_DATE):
        return not is_sentence(line, tables.small)
    return date.clock and set_off and len(rest) <= MAX_BESIDE_DATE and not is_sentence(line, tables.small)


def _goes_with_date(word: str, tables: CleaningTables) -> bool:
    return word in tables.published or word in tables.zones or word in tables.weekdays or word in tables.months


def _is_signed(before: str, behind: str, tables: CleaningTables) -> bool:
    """`November 6, 2025 by Redaksi`: beside the date nothing but who wrote it."""
    named = make_line(behind.strip(" |•·–—-") or before, 0, len(behind.strip(" |•·–—-") or before), False)
    found = starting(named.words, tables.bylines) if named.words and not (before and behind.strip()) else None
    return found is not None and _names_follow(named, found[0], "byline")


def _fills_cell(line: Line, date: Mark) -> bool:
    """`KABAR NUSA | Jumat (7/11/2025)`: the date is all that stands between two bars."""
    cells = split_cells(line)
    inside = [line.text[cell.start : cell.end].strip(" ()") for cell in cells]
    own = line.text[date.start - line.start : date.end - line.start].strip(" ()")
    return len(cells) > 1 and own in inside


def split_cells(line: Line) -> list[Line]:
    """The line, or its parts where bars, dots or dashes part it."""
    cuts = [0, *(place for match in _CELL.finditer(line.text) for place in match.span()), len(line.text)]
    pairs = [(left, right) for left, right in zip(cuts[::2], cuts[1::2], strict=True) if right > left]
    return [make_line(line.text, left, right, False) for left, right in pairs] if len(pairs) > 1 else [_own(line)]


def _own(line: Line) -> Line:
    return Line(0, len(line.text), line.text, line.words, line.gap, line.digits)


def _cell_mark(cell: Line, tables: CleaningTables, base: int = 0) -> tuple[Mark, ...]:
    if not cell.words or len(cell.words) > MAX_CELL:
        return ()
    kinds: tuple[tuple[str, Phrases], ...] = (
        ("byline", tables.bylines),
        ("editor", tables.editors),
        ("source", tables.sources),
    )
    for kind, index in kinds:
        found = starting(cell.words, index)
        if found and _names_follow(cell, found[0], kind):
            left = len(cell.text) - len(cell.text.lstrip(_EMPHASIS))
            return (Mark(kind, base + cell.start + left, base + cell.start + len(cell.text.rstrip(_EMPHASIS))),)
    return ()


def _names_follow(cell: Line, count: int, kind: str) -> bool:
    """Whether a colon follows the cue, or (after a byline's) nothing but a few words that stand large."""
    rest = cell.text
    for _ in range(count):
        rest = re.sub(r"^\W*\w+", "", rest, count=1)
    if rest.lstrip().startswith((":", "/")):
        return True
    names = rest.split()
    if kind == "source" or not names or len(names) > 6 or rest[-1] in ".!?":
        return False
    return all(name.lstrip('(“"')[:1].isupper() or name.lower() in ("dan", "and", "&", "di", "in") for name in names)


def names_agency(line: Line, tables: CleaningTables) -> bool:
    """Whether an agency stands before a bar or at the line's end: the words before these are not searched."""
    text = line.text
    if tables.agencies.isdisjoint(line.words) and "](" not in text:
        return False
    bar = text.find("/")
    start = max(0, (len(text) if bar < 0 else bar) - LONGEST_AGENCY)
    return patterns(tables.codes).agency.search(text, start) is not None


def _may_be_credited(line: Line, tables: CleaningTables) -> bool:
    """Whether a word for a picture stands in the line, and what sets a credit off."""
    if tables.pictured.isdisjoint(line.words):
        return False
    if line.words[0] in tables.pictured or any(map(line.text.__contains__, ":/([")):
        return True
    text = line.text.casefold()
    return "oleh" in text or "by" in text


def is_caption(line: Line, tables: CleaningTables, above: bool = False) -> bool:
    """Whether a line carries a photo credit and is short enough for a caption; a caption quotes nobody.

    `above`: no running text stands above it, so that a name and a name in brackets are the agency and its photographer.
    """
    count = len(line.words)
    if count > MAX_CAPTION or not line.words or len(line.text) > 2 * MAX_LENGTH:
        return False
    if count > MAX_CELL and has_quotes(line):
        return False
    known = patterns(tables.codes)
    credited = _may_be_credited(line, tables) and known.credit.search(line.text)
    if not credited and not any(map(line.text.__contains__, CREDIT_MARKS)):
        return False
    if not credited and not names_agency(line, tables) and not (above and known.signed.search(line.text)):
        return False
    return count <= 40 or len(_SENTENCE_BREAK.findall(line.text)) <= 2
