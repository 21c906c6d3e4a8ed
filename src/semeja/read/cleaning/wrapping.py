"""Lines broken in mid-sentence at a fixed width are one paragraph."""

from itertools import pairwise

from semeja.lang.cleaning import CleaningTables
from semeja.read.cleaning.cues import cue_of
from semeja.read.cleaning.furniture import marks_of
from semeja.read.cleaning.lines import Line, make_line

MIN_WIDTH, MAX_WIDTH = 45, 130
MIN_LINES = 4
MIN_LENGTH = 40
# Of the lines that end without a stop, how many must reach the width; and how many lines must end so.
FULL_SHARE, BROKEN_SHARE = 0.75, 0.4
# A writer's wrapping may leave a few columns more than the next word needs.
SLACK = 6
_STOPS = '.!?:;"”)'


def join_wrapped(text: str, lines: list[Line], tables: CleaningTables) -> list[Line]:
    """The lines, with those joined that only a fixed width parts; unchanged when the text is not wrapped."""
    width = _width(lines)
    if width is None:
        return lines
    joined: list[Line] = []
    start, gap = lines[0].start, lines[0].gap
    for line, following in pairwise([*lines, None]):
        assert line is not None
        if following is None or not _continues(line, following, width, tables):
            joined.append(make_line(text, start, line.end, gap))
            if following is not None:
                start, gap = following.start, following.gap
    return joined


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
    return width if full >= FULL_SHARE * len(broken) else None


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted; behind a full stop it must be sure."""
    slack = 0 if line.text[-1] in _STOPS else SLACK
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width - slack


def _continues(line: Line, following: Line, width: int, tables: CleaningTables) -> bool:
    if following.gap or following.text[0] in "-•*>#|":
        return False
    if not _is_full(line, following, width) and not (following.text[0].islower() and line.text[-1] not in _STOPS):
        return False
    return not (marks_of(following, tables) or marks_of(line, tables) or _is_sure(following, tables))


def _is_sure(line: Line, tables: CleaningTables) -> bool:
    cue = cue_of(line, tables)
    return cue is not None and cue.sure
