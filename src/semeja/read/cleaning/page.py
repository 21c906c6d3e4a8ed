"""A page as lines with everything that each line's own look says."""

from typing import Final

import msgspec
from msgspec.structs import replace

from semeja.lang.cleaning import CleaningTables
from semeja.read.cleaning.cues import Cue, cue_of, starting
from semeja.read.cleaning.dateline import Dateline, dateline_of
from semeja.read.cleaning.furniture import Mark, is_caption, marks_of
from semeja.read.cleaning.lines import Line, is_sentence
from semeja.read.cleaning.plain import is_plain
from semeja.read.cleaning.repeats import second_copies

# A caption or a standfirst may stand before the paragraph that bears the dateline.
DATELINE_LINES: Final = 3


class Look(msgspec.Struct, frozen=True, gc=False):
    """One line: its furniture, its cue, whether it is a caption, a sentence, a newsroom's note, a second copy.

    `core`: nothing speaks against reading the line as the article's own text.
    """

    line: Line
    marks: tuple[Mark, ...]
    cue: Cue | None
    caption: bool
    sentence: bool
    note: bool
    copy: bool
    core: bool
    dateline: Dateline | None = None


def look_at(lines: list[Line], tables: CleaningTables) -> list[Look]:
    """Every line with what it says about itself. Only the first lines of running text can bear the dateline."""
    copies = second_copies(lines)
    looks: list[Look] = []
    tries = DATELINE_LINES
    above = True
    for index, line in enumerate(lines):
        look = _look(line, index in copies, above, tables)
        above = above and not look.core
        if tries and look.core:
            dateline = dateline_of(line, tables)
            look = replace(look, dateline=dateline)
            tries = 0 if dateline else tries - 1
        looks.append(look)
    return looks


def _look(line: Line, copy: bool, above: bool, tables: CleaningTables) -> Look:
    if is_plain(line, tables, above):
        sentence = is_sentence(line, tables.small)
        return Look(line, (), None, False, sentence, False, copy, sentence and not copy)
    return look_closely(line, copy, above, tables)


def look_closely(line: Line, copy: bool, above: bool, tables: CleaningTables) -> Look:
    """What every rule says about a line; `above`: no running text stands above it."""
    opens = bool(line.words) and line.words[0] in tables.openings
    marks = marks_of(line, tables)
    cue = None if marks else cue_of(line, tables)
    caption = not marks and not (cue and cue.sure) and is_caption(line, tables, above)
    sentence = is_sentence(line, tables.small)
    return Look(
        line=line,
        marks=marks,
        cue=None if caption else cue,
        caption=caption,
        sentence=sentence,
        note=opens and starting(line.words, tables.keep) is not None,
        copy=copy,
        core=sentence and not (marks or cue or caption or copy),
    )


def body_range(looks: list[Look], start: int = 0) -> tuple[int, int]:
    """First and one past the last line that is surely the article's own text; an empty range when there is none."""
    core = [index for index in range(start, len(looks)) if looks[index].core]
    return (core[0], core[-1] + 1) if core else (len(looks), len(looks))
