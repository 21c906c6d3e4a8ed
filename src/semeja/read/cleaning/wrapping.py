"""Lines broken in mid-sentence at a fixed width are one paragraph."""

from itertools import pairwise
from typing import Final

from semeja.lang.cleaning import CleaningTables
from semeja.read.cleaning.cues import cue_of
from semeja.read.cleaning.dateline import dateline_of
from semeja.read.cleaning.furniture import is_caption, marks_of
from semeja.read.cleaning.lines import Line, make_line

MIN_WIDTH, MAX_WIDTH = 45, 130
MIN_LINES, MIN_LENGTH = 4, 40
# Of the lines that end without a stop, how many must reach the width; and how many lines must end so.
FULL_SHARE, BROKEN_SHARE = 0.75, 0.4
NEAR_WIDTH, NEAR_SHARE = 0.8, 0.9
PARTED_SHARE, RAGGED_SHARE = 0.6, 0.6
_STOPS: Final = '.!?:;"”)'


def join_wrapped(text: str, lines: list[Line], tables: CleaningTables) -> list[Line]:
    """The lines, with those joined that only a fixed width parts; unchanged when the text is not wrapped."""
    width = _width(lines)
    if width is None:
        return lines
    parted = _parted(lines, width)
    joined: list[Line] = []
    first = lines[0]
    for line, following in pairwise([*lines, None]):
        assert line is not None
        if following is None or not _continues(line, following, line is first, parted, width, tables):
            joined.append(make_line(text, first.start, line.end, first.gap))
            first = following or line
    return joined


def _parted(lines: list[Line], width: int) -> bool:
    """Whether blank lines part the paragraphs: they follow most of the lines that are not full."""
    ends = [after.gap for line, after in pairwise(lines) if after.gap or not _is_full(line, after, width)]
    return sum(ends) >= PARTED_SHARE * len(ends)


def _width(lines: list[Line]) -> int | None:
    """The column at which the text is broken, or None."""
    pairs = [(line, after) for line, after in pairwise(lines) if not after.gap and len(line.text) >= MIN_LENGTH]
    width = max((len(line.text) for line, _ in pairs), default=0)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return None
    broken = [(line, after) for line, after in pairs if line.text[-1] not in _STOPS]
    if len(broken) < max(MIN_LINES, BROKEN_SHARE * len(pairs)):
        return None
    full = sum(_is_full(line, after, width) for line, after in broken)
    if full >= FULL_SHARE * len(broken):
        return width
    # Broken by hand: paragraphs between blank lines, their lines of about one length.
    near = sum(len(line.text) >= NEAR_WIDTH * width for line, _ in broken)
    return width if near >= NEAR_SHARE * len(broken) and _parted(lines, width) else None


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted."""
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width


def _continues(line: Line, following: Line, alone: bool, parted: bool, width: int, tables: CleaningTables) -> bool:
    """Whether a paragraph goes on in the next line; `alone`: it has only this line so far.

    Where blank lines part the paragraphs, a full line goes on, but for a title above a date line.
    """
    if following.gap or following.text[0] in "-•*>#|":
        return False
    broken, small = line.text[-1] not in _STOPS, following.text[0].islower()
    ragged = broken and (small or (parted and len(line.text) >= RAGGED_SHARE * width))
    if not _is_full(line, following, width) and not ragged:
        return False
    if parted:
        return not alone or following.text[-1] in ".!?" or not marks_of(following, tables)
    if dateline_of(following, tables):
        return False
    if broken and (small or not alone or following.text[-1] in ".!?"):
        return not _is_own(line, tables) or small
    return not (_is_own(line, tables) or _is_own(following, tables))


def _is_own(line: Line, tables: CleaningTables) -> bool:
    """Whether a line says by itself that it is no part of a paragraph: furniture, a caption, a cue."""
    if marks_of(line, tables) or is_caption(line, tables):
        return True
    cue = cue_of(line, tables)
    return cue is not None and cue.sure
