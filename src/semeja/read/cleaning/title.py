"""Which line is the article's title."""

from typing import Final

from semeja.lang.cleaning import CleaningTables
from semeja.read.cleaning.cues import containing
from semeja.read.cleaning.dateline import domains
from semeja.read.cleaning.lines import Line
from semeja.read.cleaning.page import Look
from semeja.read.cleaning.repeats import line_key
from semeja.text.keys import plain

_STOPS: Final = '.!?:;,"”)…'
_SENTENCE_ENDS: Final = '.!?"”'
MIN_WORDS, MAX_WORDS = 3, 30
# The title stands near the top of a page; a page of a hundred thousand lines is looked at no further.
TOP_LINES: Final = 200
# Outlets add their name or section behind a title, at most this many words.
SUFFIX_WORDS: Final = 6
# A part of the title that is shorter repeats nothing.
LEAST_REPEATED: Final = 4
# A title on the page that is worded unlike the stated one shares at least so many words longer than so many letters.
SHARED_WORDS, SMALL_WORD = 2, 3
# How far into the article its words are compared with a candidate's.
LEAD_WORDS: Final = 400


def title_index(looks: list[Look], first: int, stated: str | None, tables: CleaningTables) -> int | None:
    """Index of the title among the lines: the stated title where it stands, else the likeliest line before the body.

    `first` is the index of the first line of running text.
    """
    if stated:
        index = _stated(looks, "".join(plain(stated).split()), first)
        if index is not None:
            return index
    asked = frozenset(plain(stated or "").split())
    candidates = [index for index in range(min(first, TOP_LINES)) if _may_be(looks[index], tables)]
    if stated:
        candidates = [index for index in candidates if _shares(looks[index].line, asked)]
    if candidates:
        return _likeliest(looks, candidates, first)
    return first if not stated and _heads_a_page(looks, first) else None


def _stated(looks: list[Look], key: str, first: int) -> int | None:
    """The line that says the stated title, or nearly so; never a line behind the first paragraph."""
    for index in range(min(first + 1, len(looks), TOP_LINES)):
        own = line_key(looks[index].line)
        if len(own) >= 12 and (own == key or (key.startswith(own) and len(own) >= 0.6 * len(key))):
            return index
    return None


def _shares(line: Line, stated: frozenset[str]) -> bool:
    """Whether a line may be another wording of the stated title."""
    return len({word for word in line.words if len(word) > SMALL_WORD and word in stated}) >= SHARED_WORDS


def _may_be(look: Look, tables: CleaningTables) -> bool:
    line = look.line
    if look.marks or look.caption or look.copy or (look.cue and look.cue.sure):
        return False
    if not MIN_WORDS <= len(line.words) <= MAX_WORDS:
        return False
    return not domains(line.text) and containing(line.words, tables.network_words) is None


def _likeliest(looks: list[Look], candidates: list[int], first: int) -> int:
    """The first candidate whose words come back in the text; without one, the first of at least four words."""
    asked = {word for index in candidates for word in looks[index].line.words if len(word) > 3}
    lead = _lead_words(looks, first, asked)
    scores = {index: len(lead.intersection(looks[index].line.words)) for index in candidates}
    best = max(scores.values())
    for index in candidates:
        if scores[index] >= 2 and 2 * scores[index] >= best and not _doubled(looks, index, candidates):
            return index
    long = [index for index in candidates if len(looks[index].line.words) > MIN_WORDS]
    return (long or candidates)[0]


def _doubled(looks: list[Look], index: int, candidates: list[int]) -> bool:
    """Whether the line's copy follows while a date line or another candidate stands before: a caption."""
    repeated = index + 1 < len(looks) and looks[index + 1].copy
    return repeated and (index != candidates[0] or (len(candidates) > 1 and _before_title(looks, index, candidates)))


def _before_title(looks: list[Look], index: int, candidates: list[int]) -> bool:
    """Whether another candidate, not doubled, stands alone between this line and the text."""
    return any(other > index + 1 and not looks[other + 1 : other + 2][0].copy for other in candidates)


def _lead_words(looks: list[Look], first: int, asked: set[str]) -> set[str]:
    """Which of the words that are asked for stand in the first lines of running text."""
    found: set[str] = set()
    count = 0
    for look in looks[first:]:
        if look.core:
            found.update(asked.intersection(look.line.words))
            count += len(look.line.words)
        if count > LEAD_WORDS:
            break
    return found


def _heads_a_page(looks: list[Look], first: int) -> bool:
    """Whether the first running text is a title that looks like a sentence: above a date line, or without a stop."""
    if first + 1 >= len(looks):
        return False
    look = looks[first]
    if len(look.line.words) > MAX_WORDS or look.dateline is not None:
        return False
    return bool(looks[first + 1].marks) or (look.line.text[-1] not in _STOPS and looks[first + 1].core)


def repeats_title(line: Line, title: Line) -> bool:
    """Whether a line is the title once more, perhaps with the outlet's name behind it or its end cut off."""
    if line.words[:LEAST_REPEATED] != title.words[:LEAST_REPEATED]:
        return False
    if line.words == title.words:
        return True
    if len(line.words) > len(title.words) and _is_sentence(line) and not _is_sentence(title):
        return False
    short, long = sorted((line.words, title.words), key=len)
    if len(short) < LEAST_REPEATED or long[: len(short)] != short:
        return False
    return len(long) - len(short) <= SUFFIX_WORDS and 2 * len(short) >= len(long)


def _is_sentence(line: Line) -> bool:
    """Whether a line ends as a sentence does; a first sentence may begin with the words of its headline."""
    return line.text[-1:] in _SENTENCE_ENDS
