"""Lines that are running text at first sight, so that no rule of furniture or noise has to look at them.

Two of three lines of an article: this halves the time of cleaning. A test compares with the rules.
"""

from semeja.lang.cleaning import CleaningTables
from semeja.read.cleaning import cues, furniture
from semeja.read.cleaning.lines import Line
from semeja.read.cleaning.patterns import patterns

_OTHERS = ("[", "=", "©")
_MARKS = ("/", "(", *_OTHERS)


def is_plain(line: Line, tables: CleaningTables, above: bool = False) -> bool:
    """Whether a line holds nothing that a cue, a credit, a date or a counter begins with.

    `above`: no running text stands above it.
    """
    words, text = line.words, line.text
    if len(words) < 2 or " " not in text or (words[0] in tables.openings and cues.starting(words, tables.openings)):
        return False
    if not tables.hinting.isdisjoint(words) and _may_be_hint(line, tables):
        return False
    if words[-1] in tables.stocked or (any(map(text.__contains__, _MARKS)) and _may_be_credit(line, tables, above)):
        return False
    if (words[-1] in tables.listed or words[-1].isdigit() or words[0] in tables.menu) and _may_be_row(line, tables):
        return False
    if len(words) <= cues.LONG_PHRASE and (line.phrase in tables.whole or max(map(len, words)) < 2):
        return False
    return not (line.digits and _may_count(line, tables))


def _may_be_hint(line: Line, tables: CleaningTables) -> bool:
    """Whether a credit may stand in the line, or a cue that counts amid a line."""
    words = line.words
    if not tables.pictured.isdisjoint(words):
        return True
    if len(words) <= furniture.MAX_DATE_LINE and not tables.credited.isdisjoint(words):
        return True
    return len(words) <= cues.LONG_CUE_LINE and cues.containing(words, tables.inside) is not None


def _may_be_credit(line: Line, tables: CleaningTables, above: bool) -> bool:
    """Whether brackets and bars of a line may be those of a photo credit, an embedded page or a script."""
    text = line.text
    if text[0] == "(" or any(map(text.__contains__, _OTHERS)) or cues.SCRIPT.search(text):
        return True
    known = patterns(tables.codes)
    return furniture.names_agency(text, known.agency) or (above and known.signed.search(text) is not None)


def _may_be_row(line: Line, tables: CleaningTables) -> bool:
    """Whether a line that begins or ends with a word of menus may be a row of them, or a trail of sections."""
    if line.words[0] in tables.menu and cues.TRAIL.search(line.text):
        return True
    ends = line.words[-1] in tables.listed or line.words[-1].isdigit()
    return ends and len(line.text) <= cues.MAX_ROW and not cues.opens_otherwise(line, tables)


def _may_count(line: Line, tables: CleaningTables) -> bool:
    """Whether a line with a number may be a date, a sum or a counter."""
    words, text = line.words, line.text
    if len(words) <= furniture.MAX_PLAIN_DATE and furniture.may_be_dated(line, tables):
        return True
    if len(text) > cues.COUNTER_LINE:
        return False
    return cues.CAPTCHA.search(text) is not None or patterns(tables.codes).counter.match(text) is not None
