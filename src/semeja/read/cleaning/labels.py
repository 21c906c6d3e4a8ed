"""One label for each line: the zone in which it is read, or the reason why it is skipped."""

from typing import Final

from semeja.lang.cleaning import CleaningTables
from semeja.read.cleaning.lines import Line, has_quotes
from semeja.read.cleaning.masthead import names_outlet
from semeja.read.cleaning.page import Look, body_range
from semeja.read.cleaning.patterns import patterns
from semeja.read.cleaning.title import repeats_title, title_index

ZONES: Final = frozenset({"title", "body", "caption", "metadata"})
MAX_ITEM_WORDS: Final = 22
MAX_BOX_ITEMS: Final = 6
MIN_MENU, MENU_WORDS = 5, 7
# A bar opens a row of a table.
BULLETS: Final = "-•*–—·>|"
# Right behind the last sentence authors and agencies sign.
SIGNATURE_LINES: Final = 3
KICKER_WORDS: Final = 3
# Running text behind the article's end is skipped only while it is small beside the article.
TAIL_SHARE: Final = 0.75
# Credits that stand so near the article's start are no sign of its end.
MIN_BODY_LINES: Final = 2
MAX_NOTE_WORDS: Final = 60


def label_lines(looks: list[Look], stated: str | None, tables: CleaningTables) -> list[str]:
    """A zone of `ZONES` or a removal reason for each line."""
    first, last = body_range(looks)
    title = title_index(looks, first, stated, tables)
    if title is not None and title >= first:
        first, last = body_range(looks, title + 1)
    end = _foot(looks, first, last)
    labels = [_own_label(look) for look in looks]
    _label_head(labels, looks, title, first)
    if title is not None:
        _label_title(labels, looks, title)
    _label_boxes(labels, looks, first, min(last, end))
    _label_menus(labels, looks, first, min(last, end))
    _label_tail(labels, looks, max(first, min(last, end)), end)
    _label_author_note(labels, looks, tables)
    return labels


def _foot(looks: list[Look], first: int, last: int) -> int:
    """Where a list of other articles begins that may hold whole sentences: at a head behind the article's credits.

    What follows must be small beside the article; `len(looks)` when there is no such place.
    """
    ended, lines, before, behind = False, 0, 0, sum(len(look.line.words) for look in looks if look.core)
    for index in range(first, last):
        look = looks[index]
        count = len(look.line.words) if look.core else 0
        lines, before, behind = lines + look.core, before + count, behind - count
        ended = ended or (lines >= MIN_BODY_LINES and _ends_article(look))
        if ended and look.cue and look.cue.opens and behind <= TAIL_SHARE * before:
            return index
    return len(looks)


def _ends_article(look: Look) -> bool:
    """Whether a line stands behind an article's last sentence as a rule: credits, tags, comments, copyright."""
    if look.cue is not None and look.cue.reason in ("tag_list", "comment_form", "boilerplate"):
        return True
    return bool(look.marks) and any(mark.kind in ("editor", "source", "code") for mark in look.marks)


def _own_label(look: Look) -> str:
    """What a line is by itself, were it amid the article."""
    if look.copy:
        return "duplicate_block"
    if look.marks:
        return "metadata"
    if look.caption:
        return "caption"
    if look.cue and look.cue.sure:
        return look.cue.reason
    return "body"


def _label_head(labels: list[str], looks: list[Look], title: int | None, first: int) -> None:
    """Before the first sentence: menus and mastheads before the title, captions and kickers behind it."""
    for index in range(first):
        if labels[index] != "body":
            continue
        look = looks[index]
        if index + 1 < len(looks) and looks[index + 1].copy and _same(look.line, looks[index + 1].line):
            labels[index] = "caption"
        elif title is not None and index < title:
            labels[index] = look.cue.reason if look.cue else "navigation"
        else:
            labels[index] = _under_title(look)


def _same(line: Line, other: Line) -> bool:
    return line.words == other.words


def _under_title(look: Look) -> str:
    """A line between title and text that is no sentence: a cue, a kicker or name, else a caption."""
    if look.cue:
        return look.cue.reason
    if look.sentence:
        return "body"
    return "metadata" if len(look.line.words) <= KICKER_WORDS else "caption"


def _label_title(labels: list[str], looks: list[Look], title: int) -> None:
    line = looks[title].line
    opening = line.words[:1]
    for index, look in enumerate(looks):
        if index == title or look.line.words[:1] != opening or not (labels[index] in ZONES or look.copy):
            continue
        if repeats_title(look.line, line):
            labels[index] = "title_repeat"
    labels[title] = "title"


def _label_boxes(labels: list[str], looks: list[Look], first: int, last: int) -> None:
    """Lists under a head amid the article belong to the head, up to the next sentence or a few items."""
    reason, items = "", 0
    for index in range(first, last):
        look = looks[index]
        if look.cue and look.cue.opens:
            reason, items = look.cue.reason, 0
        elif labels[index] not in ("body", "caption") or not reason:
            continue
        elif items < MAX_BOX_ITEMS and _is_item(look):
            labels[index], items = reason, items + 1
        else:
            reason = ""


def _is_item(look: Look) -> bool:
    """Whether a line can be another article's title: short, no sentence, or a question."""
    question = look.line.text.endswith("?") and not has_quotes(look.line)
    return len(look.line.words) <= MAX_ITEM_WORDS and (question or not look.sentence)


def _label_menus(labels: list[str], looks: list[Look], first: int, last: int) -> None:
    """A row of many short lines amid the article that no colon announces is a menu, not a list."""
    run: list[int] = []
    for index in range(first, last + 1):
        if index < last and labels[index] == "body" and _is_menu_line(looks[index]):
            run.append(index)
            continue
        if len(run) >= MIN_MENU and not looks[run[0] - 1].line.text.endswith(":"):
            for place in run:
                labels[place] = "navigation"
        run = []


def _label_author_note(labels: list[str], looks: list[Look], tables: CleaningTables) -> None:
    """`Ratna Dewi adalah wartawan …` as the last paragraph, of somebody whom the article does not name before."""
    body = [index for index, label in enumerate(labels) if label == "body"]
    if len(body) <= MIN_BODY_LINES:
        return
    last = looks[body[-1]].line
    match = patterns(tables.codes).author_note.match(last.text) if len(last.words) <= MAX_NOTE_WORDS else None
    if match and not any(match["name"].split()[-1] in looks[index].line.text for index in body[:-1]):
        labels[body[-1]] = "boilerplate"


def _is_menu_line(look: Look) -> bool:
    if look.sentence or len(look.line.words) > MENU_WORDS or look.line.text[0] in BULLETS:
        return False
    return not (look.line.words and look.line.words[0].isdigit())


def _label_tail(labels: list[str], looks: list[Look], last: int, end: int) -> None:
    """Behind the last sentence: what is no furniture and no note of the newsroom is noise.

    From `end` on sentences are noise too.
    """
    signed = last + SIGNATURE_LINES
    reason, listing = "navigation", last > 0 and looks[last - 1].line.text.endswith(":")
    for index in range(last, len(looks)):
        look = looks[index]
        if look.cue and not (look.copy or look.note):
            labels[index] = look.cue.reason
            reason, listing, signed = look.cue.reason if look.cue.opens else "navigation", False, 0
        elif labels[index] == "body" and index < signed and names_outlet(look.line):
            labels[index] = "metadata"
        elif labels[index] == "body" and not listing and not look.note and (index >= end or not look.sentence):
            labels[index] = reason
