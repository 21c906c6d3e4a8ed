"""Lines that are running text at first sight, so that no rule of furniture or noise has to look at them.

Two of three lines of an article: this halves the time of cleaning. A test compares with the rules.
"""

from semeja.lang.cleaning import CleaningTables
from semeja.read.cleaning import cues, furniture
from semeja.read.cleaning.lines import Line
from semeja.read.cleaning.patterns import patterns


def is_plain(line: Line, tables: CleaningTables, above: bool = False) -> bool:
    """Whether a line holds nothing that a cue, a credit, a date or a counter begins with.

    `above`: no running text stands above it.
    """
    words, text = line.words, line.text
    if len(words) < 2 or " " not in text or (words[0] in tables.openings and cues.starting(words, tables.openings)):
        return False
    if not tables.hinting.isdisjoint(words) and _may_be_hint(line, tables):
        return False
    if "[" in text or "=" in text or "©" in text or ("(" in text and _may_be_bracketed(line, tables, above)):
        return False
    if (words[-1] in tables.listed or words[-1].isdigit() or words[0] in tables.menu) and _may_be_row(line, tables):
        return False
    if len(words) <= cues.LONG_PHRASE and (line.phrase in tables.whole or max(map(len, words)) < 2):
        return False
    return not (line.digits and _may_count(line, tables))


def _may_be_hint(line: Line, tables: CleaningTables) -> bool:
    """Whether a credit may stand in the line, or a cue that counts amid a line."""
    words = line.words
    if not tables.pictured.isdisjoint(words) or furniture.names_agency(line, tables):
        return True
    if len(words) <= furniture.MAX_DATE_LINE and not tables.credited.isdisjoint(words):
        return True
    return len(words) <= cues.LONG_CUE_LINE and cues.containing(words, tables.inside) is not None


def _may_be_bracketed(line: Line, tables: CleaningTables, above: bool) -> bool:
    """Whether brackets of a line may be those of a copyright, a photographer or a script."""
    if line.text[0] == "(" or cues.holds_script(line.text):
        return True
    return above and patterns(tables.codes).signed.search(line.text) is not None


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
    return cues.may_be_captcha(text) or patterns(tables.codes).counter.match(text) is not None
